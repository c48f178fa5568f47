"""What values can do."""

from abc import ABCMeta, abstractmethod


class _Protocol(ABCMeta):
    def __instancecheck__(cls, value):
        return cls.__subclasscheck__(type(value))

    def __subclasscheck__(cls, kind):
        if cls in kind.__mro__:
            return True
        if '_known' not in cls.__dict__:
            return False
        named = kind.__name__ in cls._known
        return named or bool(cls._methods) and all(_has(kind, name) for name in cls._methods)


def _has(kind, name):
    for each in kind.__mro__:
        if name in each.__dict__:
            return each.__dict__[name] is not None
    return False


_ITERATORS = ('generator list_iterator tuple_iterator str_iterator dict_keyiterator set_iterator '
              'range_iterator enumerate zip map filter reversed').split()
_SEQUENCES = 'list tuple str range bytes bytearray deque'.split()
_SETS = 'set frozenset dict_keys dict_items'.split()
_MAPPINGS = 'dict defaultdict OrderedDict Counter'.split()


class Hashable(metaclass=_Protocol):
    _known = ('int float bool str bytes tuple frozenset range NoneType function type method '
              'builtin_function_or_method object').split()
    _methods = ['__hash__']

    @abstractmethod
    def __hash__(self):
        return 0


class Iterable(metaclass=_Protocol):
    _known = _SEQUENCES + _SETS + _MAPPINGS + _ITERATORS + ['dict_values', 'ndarray', 'Dataset']
    _methods = ['__iter__']

    @abstractmethod
    def __iter__(self):
        yield from ()


class Iterator(Iterable):
    _known = _ITERATORS
    _methods = ['__next__', '__iter__']

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _known = ['generator']
    _methods = ['send', 'throw', 'close', '__next__', '__iter__']


class Reversible(Iterable):
    _known = ['list', 'tuple', 'str', 'range', 'dict', 'deque', 'OrderedDict']
    _methods = ['__reversed__', '__iter__']


class Sized(metaclass=_Protocol):
    _known = _SEQUENCES + _SETS + _MAPPINGS + ['dict_values', 'ndarray']
    _methods = ['__len__']

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=_Protocol):
    _known = _SEQUENCES + _SETS + _MAPPINGS
    _methods = ['__contains__']

    @abstractmethod
    def __contains__(self, x):
        return False


class Callable(metaclass=_Protocol):
    _known = ['function', 'method', 'builtin_function_or_method', 'type']
    _methods = ['__call__']

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


class Collection(Sized, Iterable, Container):
    _known = _SEQUENCES + _SETS + _MAPPINGS
    _methods = ['__len__', '__iter__', '__contains__']


class Sequence(Reversible, Collection):
    _known = ['list', 'tuple', 'str', 'range', 'bytes', 'bytearray', 'deque']
    _methods = []

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for v in self:
            if v is value or v == value:
                return True
        return False

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i in range(start, len(self) if stop is None else stop):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)


class MutableSequence(Sequence):
    _known = ['list', 'bytearray', 'deque']
    _methods = []

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for v in list(values):
            self.append(v)

    def pop(self, index=-1):
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    _known = _SETS
    _methods = []


class MutableSet(Set):
    _known = ['set']
    _methods = []


class Mapping(Collection):
    _known = _MAPPINGS
    _methods = []

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return [key for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


_absent = object()


class MutableMapping(Mapping):
    _known = _MAPPINGS
    _methods = []

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        try:
            value = self[key]
        except KeyError:
            if default is _absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **kwds):
        if hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]
