"""Files and folders for a while."""

import os as _os
import random as _random
import shutil as _shutil

_letters = _random.Random()
tempdir = None


def gettempdir():
    return tempdir or _os.environ.get('TMPDIR') or '/tmp'


def _name(suffix, prefix, dir):
    while True:
        word = ''.join(_letters.choice('abcdefghijklmnopqrstuvwxyz0123456789_') for _ in range(8))
        name = _os.path.join(dir or gettempdir(), (prefix or 'tmp') + word + (suffix or ''))
        if not _os.path.exists(name):
            return name


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    _os.mkdir(name)
    return name


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    name = _name(suffix, prefix, dir)
    open(name, 'wb').close()
    return -1, name


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)

    def __enter__(self):
        return self.name

    def __exit__(self, kind, value, trace):
        self.cleanup()


class _Named:
    def __init__(self, mode, encoding, suffix, prefix, dir, delete):
        self.name = _name(suffix, prefix, dir)
        if 'b' not in mode:
            self.file = open(self.name, mode.replace('+', ''), encoding=encoding)
        else:
            self.file = open(self.name, mode.replace('+', ''))
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self.delete and _os.path.exists(self.name):
            _os.remove(self.name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True):
    """A file with a name; open it by that name to read it."""
    return _Named(mode, encoding, suffix, prefix, dir, delete)
