"""Tar archives, compressed by gzip or not: listed, read, extracted (never outside the folder)."""

import io as _io
import os as _os

import _archive


class TarError(Exception):
    pass


class ReadError(TarError):
    pass


def is_tarfile(name):
    return _archive.is_tar(_os.fspath(name))


class TarInfo:
    def __init__(self, name='', size=0):
        self.name = name
        self.size = max(size, 0)
        self._folder = size < 0

    def isfile(self):
        return not self._folder

    isreg = isfile

    def isdir(self):
        return self._folder

    def __repr__(self):
        return f'<TarInfo {self.name!r}>'


class TarFile:
    def __init__(self, name=None, mode='r', fileobj=None):
        if fileobj is not None or not mode.startswith('r'):
            raise NotImplementedError("tarfile.open() reads archives by their name in Nyala's"
                                      " Python cells; it writes none")
        self.name = _os.fspath(name)
        if not _os.path.exists(self.name):
            raise FileNotFoundError(f"[Errno 2] No such file or directory: {self.name!r}")
        if not _archive.is_tar(self.name):
            raise ReadError('file could not be opened successfully')

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None):
        return cls(name, mode, fileobj)

    def getmembers(self):
        return [TarInfo(name, size) for name, size in _archive.tar_entries(self.name)]

    def getnames(self):
        return [name for name, size in _archive.tar_entries(self.name)]

    def getmember(self, name):
        for each in reversed(self.getmembers()):
            if each.name == name:
                return each
        raise KeyError(f'filename {name!r} not found')

    def extractfile(self, member):
        name = member.name if isinstance(member, TarInfo) else member
        data = _archive.tar_read(self.name, name)
        if data is None:
            self.getmember(name)
            return None
        return _io.BytesIO(data)

    def extractall(self, path='.', members=None, numeric_owner=False, filter=None):
        names = None
        if members is not None:
            names = [m.name if isinstance(m, TarInfo) else m for m in members]
        _archive.tar_extract(self.name, _os.fspath(path), names)

    def extract(self, member, path='', set_attrs=True, numeric_owner=False, filter=None):
        name = member.name if isinstance(member, TarInfo) else member
        self.getmember(name)
        _archive.tar_extract(self.name, _os.fspath(path) or '.', [name])

    def __iter__(self):
        return iter(self.getmembers())

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()


open = TarFile.open
