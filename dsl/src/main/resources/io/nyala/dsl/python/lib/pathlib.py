"""Paths as objects."""

import glob as _glob
import os as _os


class PurePath:
    def __init__(self, *parts):
        text = _os.path.join(*[_os.fspath(part) for part in parts]) if parts else ''
        pieces = [piece for piece in text.split('/') if piece and piece != '.']
        self._root = '/' if text.startswith('/') else ''
        self._pieces = pieces

    def __str__(self):
        return self._root + '/'.join(self._pieces) or '.'

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def as_posix(self):
        return str(self)

    def __truediv__(self, other):
        return type(self)(self, other)

    def __rtruediv__(self, other):
        return type(self)(other, self)

    def joinpath(self, *others):
        return type(self)(self, *others)

    def __eq__(self, other):
        return isinstance(other, PurePath) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts

    @property
    def parts(self):
        return tuple(([self._root] if self._root else []) + self._pieces)

    @property
    def root(self):
        return self._root

    anchor = root

    @property
    def drive(self):
        return ''

    @property
    def name(self):
        return self._pieces[-1] if self._pieces else ''

    @property
    def suffix(self):
        return _os.path.splitext(self.name)[1]

    @property
    def suffixes(self):
        name = self.name.lstrip('.')
        return [] if self.name.endswith('.') else ['.' + each for each in name.split('.')[1:]]

    @property
    def stem(self):
        return _os.path.splitext(self.name)[0]

    @property
    def parent(self):
        return type(self)(self._root + '/'.join(self._pieces[:-1]))

    @property
    def parents(self):
        above = []
        here = self
        while here._pieces:
            here = here.parent
            above.append(here)
        return tuple(above)

    def is_absolute(self):
        return self._root == '/'

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self.parent / name

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def relative_to(self, *other):
        base = type(self)(*other)
        n = len(base.parts)
        if self.parts[:n] != base.parts:
            raise ValueError(
                f'{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative '
                'and the other is absolute.')
        return type(self)(*self.parts[n:])

    def is_relative_to(self, *other):
        base = type(self)(*other)
        return self.parts[:len(base.parts)] == base.parts

    def match(self, pattern):
        return _glob.matches(self.name, pattern.split('/')[-1])


PurePosixPath = PurePath


class PosixPath(PurePath):
    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_os.path.expanduser('~'))

    def absolute(self):
        return type(self)(_os.path.abspath(str(self))) if not self._root else self

    def resolve(self, strict=False):
        return type(self)(_os.path.abspath(str(self)))

    def expanduser(self):
        return type(self)(_os.path.expanduser(str(self)))

    def exists(self):
        return _os.path.exists(str(self))

    def is_file(self):
        return _os.path.isfile(str(self))

    def is_dir(self):
        return _os.path.isdir(str(self))

    def iterdir(self):
        for name in _os.listdir(str(self)):
            yield self / name

    def glob(self, pattern):
        for each in _glob.below(str(self), pattern):
            yield type(self)(each)

    def rglob(self, pattern):
        return self.glob('**/' + pattern)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        if parents:
            _os.makedirs(str(self), exist_ok=exist_ok)
        else:
            _os.mkdir(str(self))

    def rmdir(self):
        _os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            _os.remove(str(self))

    def rename(self, target):
        _os.rename(str(self), _os.fspath(target))
        return type(self)(target)

    replace = rename

    def touch(self, mode=0o666, exist_ok=True):
        open(str(self), 'a').close()

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, encoding=encoding, errors=errors, newline=newline)

    def read_text(self, encoding=None, errors=None):
        with self.open('r', encoding=encoding, errors=errors) as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def write_bytes(self, data):
        with self.open('wb') as f:
            return f.write(data)


Path = PosixPath
