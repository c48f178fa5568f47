"""Names for annotations, which are not looked at when a program runs."""


def _shown(kind):
    if kind is None or kind is type(None):
        return 'None'
    if isinstance(kind, type):
        module = kind.__module__
        return kind.__qualname__ if module == 'builtins' else f'{module}.{kind.__qualname__}'
    if isinstance(kind, list):
        return '[' + ', '.join([_shown(each) for each in kind]) + ']'
    return repr(kind)


class _Form:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Form(f'{self._name}[{", ".join([_shown(each) for each in parameters])}]')

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


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, members):
        if not bases or bases == (object,):
            return super().__new__(metacls, name, bases, members)
        from collections import namedtuple
        kinds = members.get('__annotations__', {})
        starts = [members[field] for field in kinds if field in members]
        made = namedtuple(name, list(kinds), defaults=starts)
        made.__annotations__ = kinds
        for key, value in members.items():
            if key not in kinds and key not in ('__module__', '__qualname__', '__annotations__'):
                setattr(made, key, value)
        return made

    def __call__(cls, name, fields=()):
        from collections import namedtuple
        return namedtuple(name, [field for field, kind in fields])


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


class TypedDict(dict):
    def __init_subclass__(cls, total=True):
        pass
