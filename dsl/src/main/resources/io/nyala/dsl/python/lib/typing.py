"""Names for annotations, which are not looked at when a program runs."""


class _Form:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __call__(self, *args, **kwargs):
        raise TypeError(f'typing.{self._name} cannot be instantiated')

    def __repr__(self):
        return 'typing.' + self._name


Any = _Form('Any')
AnyStr = _Form('AnyStr')
Annotated = _Form('Annotated')
Callable = _Form('Callable')
ClassVar = _Form('ClassVar')
Collection = _Form('Collection')
DefaultDict = _Form('DefaultDict')
Deque = _Form('Deque')
Dict = _Form('Dict')
Final = _Form('Final')
FrozenSet = _Form('FrozenSet')
Generator = _Form('Generator')
Hashable = _Form('Hashable')
Iterable = _Form('Iterable')
Iterator = _Form('Iterator')
List = _Form('List')
Literal = _Form('Literal')
Mapping = _Form('Mapping')
MutableMapping = _Form('MutableMapping')
NoReturn = _Form('NoReturn')
Optional = _Form('Optional')
Self = _Form('Self')
Sequence = _Form('Sequence')
Set = _Form('Set')
Tuple = _Form('Tuple')
Type = _Form('Type')
Union = _Form('Union')
Text = str
TYPE_CHECKING = False


class Generic:
    def __class_getitem__(cls, parameters):
        return cls


class Protocol:
    def __class_getitem__(cls, parameters):
        return cls


def TypeVar(name, *constraints, bound=None, covariant=False, contravariant=False):
    return _Form(name)


def NewType(name, base):
    return base


def cast(kind, value):
    return value


def overload(function):
    return function


def final(thing):
    return thing


def runtime_checkable(thing):
    return thing


def NamedTuple(name, fields):
    from collections import namedtuple
    return namedtuple(name, [field for field, kind in fields])
