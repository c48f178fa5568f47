"""Tools for functions."""

from collections import namedtuple as _namedtuple

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_CacheInfo = _namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
_absent = object()


def reduce(function, iterable, initial=_absent, /):
    items = iter(iterable)
    if initial is _absent:
        initial = next(items, _absent)
        if initial is _absent:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in items:
        initial = function(initial, item)
    return initial


def partial(func, /, *args, **keywords):
    if not callable(func):
        raise TypeError('the first argument must be callable')

    def call(*more, **named):
        return func(*args, *more, **{**keywords, **named})
    call.func = func
    call.args = args
    call.keywords = keywords
    return call


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return partial(self.func, obj, *self.args, **self.keywords)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def inside(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return inside


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    known = {}
    hits = 0
    misses = 0
    most = None if maxsize is None else max(0, maxsize)

    def cached(*args, **kwargs):
        nonlocal hits, misses
        key = args
        if kwargs:
            key = (args, tuple(kwargs.items()))
        if typed:
            key = (key, tuple([type(each) for each in args]))
        hash(key)
        value = known.get(key, _absent)
        if value is not _absent:
            hits += 1
            if most is not None:
                del known[key]
                known[key] = value
            return value
        misses += 1
        value = function(*args, **kwargs)
        if most != 0:
            if most is not None and len(known) >= most and key not in known:
                del known[next(iter(known))]
            known[key] = value
        return value

    def cache_info():
        return _CacheInfo(hits, misses, most, len(known))

    def cache_clear():
        nonlocal hits, misses
        hits = misses = 0
        known.clear()

    update_wrapper(cached, function)
    cached.cache_info = cache_info
    cached.cache_clear = cache_clear
    cached.cache_parameters = lambda: {'maxsize': most, 'typed': typed}
    return cached


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


def cmp_to_key(mycmp):
    class K:
        __slots__ = ['obj']

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0
    return K


def _negated(method, or_equal):
    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        if result is NotImplemented:
            return result
        return not result and (or_equal is None or self != other)
    return compare


def _widened(method):
    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        if result is NotImplemented:
            return result
        return result or self == other
    return compare


def _narrowed(method):
    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        if result is NotImplemented:
            return result
        return result and self != other
    return compare


def total_ordering(cls):
    roots = [name for name in ('__lt__', '__le__', '__gt__', '__ge__')
             if any(name in each.__dict__ for each in cls.__mro__[:-1])]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = roots[0]
    opposite = {'__lt__': '__ge__', '__le__': '__gt__', '__gt__': '__le__', '__ge__': '__lt__'}
    partner = {'__lt__': '__le__', '__le__': '__lt__', '__gt__': '__ge__', '__ge__': '__gt__'}
    strict = root in ('__lt__', '__gt__')
    made = {opposite[root]: _negated(root, None),
            partner[root]: _widened(root) if strict else _narrowed(root)}
    last = opposite[partner[root]]
    made[last] = _negated(root, True) if strict else _last(root)
    for name, method in made.items():
        if name not in roots:
            setattr(cls, name, method)
    return cls


def _last(method):
    def compare(self, other):
        result = getattr(type(self), method)(self, other)
        if result is NotImplemented:
            return result
        return not result or self == other
    return compare


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for each in cls.__mro__:
            if each in registry:
                return registry[each]
        return func

    def register(cls, function=None):
        if function is not None:
            registry[cls] = function
            return function
        if isinstance(cls, type):
            return lambda function: register(cls, function)
        kinds = [kind for name, kind in cls.__annotations__.items() if name != 'return']
        if not kinds:
            raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                            '`@register(some_class)` or plain `@register` on an annotated function.')
        registry[kinds[0]] = cls
        return cls

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **kwargs)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(type(args[0]))(obj, *args, **kwargs)
        return method
