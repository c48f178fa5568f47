"""The operators as functions."""

lt = lambda a, b: a < b
le = lambda a, b: a <= b
eq = lambda a, b: a == b
ne = lambda a, b: a != b
ge = lambda a, b: a >= b
gt = lambda a, b: a > b
not_ = lambda a: not a
truth = lambda a: True if a else False
is_ = lambda a, b: a is b
is_not = lambda a, b: a is not b
add = lambda a, b: a + b
sub = lambda a, b: a - b
mul = lambda a, b: a * b
truediv = lambda a, b: a / b
floordiv = lambda a, b: a // b
mod = lambda a, b: a % b
pow = lambda a, b: a ** b
matmul = lambda a, b: a @ b
neg = lambda a: -a
pos = lambda a: +a
inv = invert = lambda a: ~a
and_ = lambda a, b: a & b
or_ = lambda a, b: a | b
xor = lambda a, b: a ^ b
lshift = lambda a, b: a << b
rshift = lambda a, b: a >> b
concat = lambda a, b: a + b
contains = lambda a, b: b in a
getitem = lambda a, b: a[b]
index = lambda a: a.__index__()
abs = abs


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def countOf(a, b):
    return sum(1 for each in a if each is b or each == b)


def indexOf(a, b):
    for i, each in enumerate(a):
        if each is b or each == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def itemgetter(item, *items):
    if not items:
        return lambda of: of[item]
    return lambda of: tuple(of[each] for each in (item,) + items)


def _attribute(of, path):
    for name in path.split('.'):
        of = getattr(of, name)
    return of


def attrgetter(attr, *attrs):
    if not attrs:
        return lambda of: _attribute(of, attr)
    return lambda of: tuple(_attribute(of, each) for each in (attr,) + attrs)


def methodcaller(name, /, *args, **kwargs):
    return lambda of: getattr(of, name)(*args, **kwargs)
