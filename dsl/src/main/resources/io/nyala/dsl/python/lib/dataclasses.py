"""Classes of fields."""


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _Missing()
KW_ONLY = _Missing()


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_variable(kind):
    return str(kind).startswith(('typing.ClassVar', 'ClassVar'))


def _own_fields(cls, kw_only):
    for name, kind in cls.__dict__.get('__annotations__', {}).items():
        if kind is KW_ONLY or kind == 'KW_ONLY':
            kw_only = True
            continue
        if _is_class_variable(kind):
            continue
        given = cls.__dict__.get(name, MISSING)
        made = given if isinstance(given, Field) else field(default=given)
        if isinstance(made.default, (list, dict, set)):
            raise ValueError(f'mutable default {type(made.default)} for field {name} is not '
                             'allowed: use default_factory')
        made.name = name
        made.type = kind
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if isinstance(given, Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
        yield made


def _check_order(fields):
    seen = None
    for each in fields:
        if not each.init or each.kw_only:
            continue
        has = each.default is not MISSING or each.default_factory is not MISSING
        if has:
            seen = each
        elif seen is not None:
            raise TypeError(f'non-default argument {each.name!r} follows default argument')


def _quoted(names):
    names = [repr(name) for name in names]
    if len(names) < 3:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _missing(cls, names, kind):
    plural = 's' if len(names) > 1 else ''
    return TypeError(f'{cls.__qualname__}.__init__() missing {len(names)} required {kind} '
                     f'argument{plural}: {_quoted(names)}')


def _bind(cls, positional, only_named, args, kwargs):
    title = cls.__qualname__ + '.__init__()'
    given = {}
    if len(args) > len(positional):
        required = sum(each.default is MISSING and each.default_factory is MISSING
                       for each in positional) + 1
        most = len(positional) + 1
        takes = str(most) if required == most else f'from {required} to {most}'
        plural = '' if takes == '1' else 's'
        were = 'was' if len(args) + 1 == 1 else 'were'
        raise TypeError(f'{title} takes {takes} positional argument{plural} but {len(args) + 1} '
                        f'{were} given')
    for each, value in zip(positional, args):
        given[each.name] = value
    names = [each.name for each in positional + only_named]
    for name, value in kwargs.items():
        if name not in names:
            raise TypeError(f'{title} got an unexpected keyword argument {name!r}')
        if name in given:
            raise TypeError(f'{title} got multiple values for argument {name!r}')
        given[name] = value
    for group, kind in ((positional, 'positional'), (only_named, 'keyword-only')):
        missing = [each.name for each in group if each.name not in given
                   and each.default is MISSING and each.default_factory is MISSING]
        if missing:
            raise _missing(cls, missing, kind)
    return given


def _initializer(cls, fields, frozen):
    positional = [each for each in fields if each.init and not each.kw_only]
    only_named = [each for each in fields if each.init and each.kw_only]
    finishes = hasattr(cls, '__post_init__')

    def __init__(self, /, *args, **kwargs):
        given = _bind(cls, positional, only_named, args, kwargs)
        for each in fields:
            if each.name in given:
                value = given[each.name]
            elif each.default_factory is not MISSING:
                value = each.default_factory()
            elif each.default is not MISSING:
                value = each.default
            else:
                continue
            if frozen:
                object.__setattr__(self, each.name, value)
            else:
                setattr(self, each.name, value)
        if finishes:
            self.__post_init__()
    return __init__


def _values(self, fields):
    return tuple([getattr(self, each.name) for each in fields])


def _representer(fields):
    shown = [each for each in fields if each.repr]

    def __repr__(self):
        inside = ', '.join([f'{each.name}={getattr(self, each.name)!r}' for each in shown])
        return f'{type(self).__qualname__}({inside})'
    return __repr__


def _comparisons(compared, order):
    def __eq__(self, other):
        if type(other) is type(self):
            return _values(self, compared) == _values(other, compared)
        return NotImplemented

    def comparison(compare):
        def method(self, other):
            if type(other) is type(self):
                return compare(_values(self, compared), _values(other, compared))
            return NotImplemented
        return method
    made = {'__eq__': __eq__}
    if order:
        made['__lt__'] = comparison(lambda a, b: a < b)
        made['__le__'] = comparison(lambda a, b: a <= b)
        made['__gt__'] = comparison(lambda a, b: a > b)
        made['__ge__'] = comparison(lambda a, b: a >= b)
    return made


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def _hash(cls, fields, eq, frozen, unsafe_hash, own):
    if unsafe_hash or (eq and frozen and not own):
        hashed = [each for each in fields
                  if (each.compare if each.hash is None else each.hash)]
        cls.__hash__ = lambda self: hash(_values(self, hashed))
    elif eq and not own:
        def __hash__(self):
            raise TypeError(f"unhashable type: '{type(self).__name__}'")
        cls.__hash__ = __hash__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    if slots:
        raise NotImplementedError('dataclass(slots=True) is not supported here')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for each in base.__dict__.get('__dataclass_fields__', {}).values():
            fields[each.name] = each
    for each in _own_fields(cls, kw_only):
        fields[each.name] = each
    cls.__dataclass_fields__ = fields
    every = list(fields.values())
    _check_order(every)
    own_hash = '__hash__' in cls.__dict__ and '__eq__' not in cls.__dict__
    if init:
        cls.__init__ = _initializer(cls, every, frozen)
    if repr and '__repr__' not in cls.__dict__:
        cls.__repr__ = _representer(every)
    if eq:
        for name, method in _comparisons([e for e in every if e.compare], order).items():
            if name == '__eq__' and name in cls.__dict__:
                continue
            setattr(cls, name, method)
    _hash(cls, every, eq, frozen, unsafe_hash, own_hash)
    if frozen:
        _freeze(cls, list(fields))
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([e.name for e in every if e.init and not e.kw_only])
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                        slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(found.values())


def is_dataclass(thing):
    return hasattr(thing, '__dataclass_fields__')


def _is_instance(thing):
    return is_dataclass(thing) and not isinstance(thing, type)


def _copied(value, made):
    if _is_instance(value):
        return made([(each.name, _copied(getattr(value, each.name), made))
                     for each in fields(value)])
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_copied(each, made) for each in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_copied(each, made) for each in value])
    if isinstance(value, dict):
        return {_copied(k, made): _copied(v, made) for k, v in value.items()}
    return value


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _copied(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _copied(obj, lambda pairs: tuple_factory([value for name, value in pairs]))


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for each in fields(obj):
        if not each.init:
            if each.name in changes:
                raise ValueError(f'field {each.name} is declared with init=False, it cannot be '
                                 'specified with replace()')
            continue
        if each.name not in changes:
            changes[each.name] = getattr(obj, each.name)
    return type(obj)(**changes)
