"""Zip archives: listed, read, extracted (never outside the folder), and written."""

import io as _io
import os as _os

import _archive

ZIP_STORED = 0
ZIP_DEFLATED = 8


class BadZipFile(Exception):
    pass


BadZipfile = BadZipFile


def is_zipfile(filename):
    return _archive.is_zip(_os.fspath(filename))


class ZipInfo:
    def __init__(self, filename, file_size=0):
        self.filename = filename
        self.file_size = max(file_size, 0)

    def is_dir(self):
        return self.filename.endswith('/')

    def __repr__(self):
        return f'<ZipInfo filename={self.filename!r} file_size={self.file_size}>'


class ZipFile:
    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True):
        if mode not in ('r', 'w'):
            raise NotImplementedError(f"zipfile.ZipFile(mode={mode!r}) is not supported in Nyala's"
                                      " Python cells")
        self.filename = _os.fspath(file)
        self.mode = mode
        self._written = []
        if mode == 'r':
            if not _os.path.exists(self.filename):
                raise FileNotFoundError(f"[Errno 2] No such file or directory: {self.filename!r}")
            if not _archive.is_zip(self.filename):
                raise BadZipFile('File is not a zip file')

    def infolist(self):
        return [ZipInfo(name, size) for name, size in _archive.zip_entries(self.filename)]

    def namelist(self):
        return [name for name, size in _archive.zip_entries(self.filename)]

    def getinfo(self, name):
        for each in self.infolist():
            if each.filename == name:
                return each
        raise KeyError(f'There is no item named {name!r} in the archive')

    def read(self, name, pwd=None):
        name = name.filename if isinstance(name, ZipInfo) else name
        data = _archive.zip_read(self.filename, name)
        if data is None:
            raise KeyError(f'There is no item named {name!r} in the archive')
        return data

    def open(self, name, mode='r', pwd=None):
        return _io.BytesIO(self.read(name))

    def extractall(self, path=None, members=None, pwd=None):
        names = None
        if members is not None:
            names = [m.filename if isinstance(m, ZipInfo) else m for m in members]
        _archive.zip_extract(self.filename, '.' if path is None else _os.fspath(path), names)

    def extract(self, member, path=None, pwd=None):
        name = member.filename if isinstance(member, ZipInfo) else member
        self.getinfo(name)
        self.extractall(path, [name])
        return _os.path.join(_os.getcwd() if path is None else _os.fspath(path), name)

    def writestr(self, name, data, compress_type=None):
        name = name.filename if isinstance(name, ZipInfo) else name
        self._written.append((name, data.encode() if isinstance(data, str) else bytes(data)))

    def write(self, filename, arcname=None, compress_type=None):
        filename = _os.fspath(filename)
        with open(filename, 'rb') as f:
            self.writestr((arcname or filename).lstrip('/'), f.read())

    def printdir(self):
        for each in self.infolist():
            print(each.filename, each.file_size)

    def close(self):
        if self.mode == 'w':
            _archive.zip_write(self.filename, self._written)
            self.mode = 'closed'

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()
