### defaults and keywords
def f(a, b=2, *, c=3):
    return (a, b, c)
print(f(1), f(1, 5), f(1, c=9), f(b=1, a=0))
### varargs
def f(*args, **kwargs):
    return args, kwargs
print(f(), f(1, 2), f(1, x=2), f(*[1, 2], **{'y': 3}))
### positional only
def f(a, /, b):
    return a + b
print(f(1, 2), f(1, b=5))
### mutable default
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2))
### closure counter
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
a, b = counter(), counter()
print(a(), a(5), b())
### late binding
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
### lambda
add = lambda a, b=1: a + b
print(add(1), add(1, 2), (lambda *a: len(a))(1, 2, 3), sorted([3, 1, 2], key=lambda v: -v))
### recursion
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
### mutual recursion
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(10), odd(7))
### higher order
def compose(*fs):
    def inner(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return inner
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
### decorator
def twice(f):
    def inner(*a, **k):
        return f(*a, **k) * 2
    return inner
@twice
def add(a, b):
    return a + b
print(add(1, 2))
### decorator with arguments
def times(n):
    def deco(f):
        def inner(*a):
            return [f(*a) for _ in range(n)]
        return inner
    return deco
@times(3)
def hi(x):
    return x
print(hi('a'))
### stacked decorators
def a(f): return lambda: 'a' + f()
def b(f): return lambda: 'b' + f()
@a
@b
def c(): return 'c'
print(c())
### docstring and name
def f():
    """Says nothing."""
print(f.__name__, f.__doc__, f())
### function attributes
def f(): f.calls += 1
f.calls = 0
f(); f()
print(f.calls)
### generator
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(3)), sum(count(5)), [x * 2 for x in count(3)])
### generator laziness
def g():
    print('start')
    yield 1
    print('middle')
    yield 2
    print('end')
it = g()
print('made')
print(next(it))
print(next(it))
print(next(it, 'done'))
### generator return value
def g():
    yield 1
    return 'r'
def h():
    r = yield from g()
    yield r
print(list(h()))
### generator send
def avg():
    total, n, value = 0, 0, None
    while True:
        x = yield value
        total += x
        n += 1
        value = total / n
a = avg()
next(a)
print(a.send(10), a.send(20))
### generator finally and close
def g():
    try:
        yield 1
        yield 2
    finally:
        print('closed')
x = g()
print(next(x))
x.close()
### generator throw
def g():
    while True:
        try:
            yield 1
        except ValueError as e:
            print('got', e)
x = g()
next(x)
print(x.throw(ValueError('v')))
### generator expression
g = (x * x for x in range(4))
print(next(g), list(g), sum(x for x in range(4)))
### infinite generator
def naturals():
    n = 0
    while True:
        yield n
        n += 1
for n in naturals():
    if n > 3:
        break
print(n)
### generator pipeline
def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x
def squares(it):
    for x in it:
        yield x * x
print(list(squares(evens(range(10)))))
### yield in try with loop
def g(items):
    for i in items:
        try:
            yield 10 // i
        except GeneratorExit:
            raise
        finally:
            print('step', i)
for v in g([5, 2]):
    print(v)
### nested functions share
def outer():
    x = 1
    def a():
        nonlocal x
        x += 1
    def b():
        return x
    a()
    return b()
print(outer())
### closures over parameter
def adder(n):
    def add(x):
        return x + n
    return add
print(adder(3)(4))
### inner function in comprehension
def f(k):
    return [x + k for x in range(3)]
print(f(10))
### lambda in dict
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print(ops['+'](1, 2), ops['-'](5, 2))
### unpack call
def f(a, b, c): return a * 100 + b * 10 + c
print(f(*(1, 2), 3), f(*[1], **{'c': 3, 'b': 2}), f(1, *[2, 3]))
### keyword only required
def f(*, k): return k
print(f(k=1))
### return tuple
def mm(l): return min(l), max(l)
lo, hi = mm([3, 1, 2])
print(lo, hi, mm([1]))
### annotations
def f(a: int, b: str = 'x') -> str:
    c: int = a
    return b * c
print(f(2))
### callable
print(callable(len), callable(5), callable(lambda: 0))
### print function repr start
def f(): pass
print(str(f)[:12], type(f))
### apply
print((lambda f, *a: f(*a))(max, 1, 2))
### memo
memo = {}
def fib(n):
    if n in memo: return memo[n]
    r = n if n < 2 else fib(n - 1) + fib(n - 2)
    memo[n] = r
    return r
print(fib(80))
### global read write
count = 0
def bump():
    global count
    count = count + 1
    return count
print(bump(), bump(), count)
### local shadows builtin
def f(list):
    return list + 1
print(f(1))
### error missing
def f(a, b): pass
f(1)
### error missing two
def f(a, b): pass
f()
### error too many
def f(a): pass
f(1, 2)
### error too many default
def f(a, b=1): pass
f(1, 2, 3)
### error unexpected keyword
def f(a): pass
f(a=1, z=2)
### error multiple values
def f(a): pass
f(1, a=2)
### error keyword only
def f(*, k): pass
f()
### error none callable
x = None
x()
### error int callable
5()
### unbound local
x = 1
def f():
    print(x)
    x = 2
try:
    f()
except UnboundLocalError as e:
    print(e)
### undefined name
def f():
    return undefined_thing
try:
    f()
except NameError as e:
    print(str(e)[:39])
### star args after keyword
def f(a, *args, b=0, **kw):
    return a, args, b, kw
print(f(1, 2, 3, b=4, c=5))
### kwargs order
def f(**kw): return list(kw)
print(f(z=1, a=2, m=3))
### default evaluated once
n = 5
def f(a=n): return a
n = 6
print(f())
### quicksort
def qs(l):
    if len(l) <= 1: return l
    p, *r = l
    return qs([x for x in r if x < p]) + [p] + qs([x for x in r if x >= p])
print(qs([3, 6, 1, 8, 2, 9, 2]))
### hanoi
def hanoi(n, a, b, c):
    if n == 0: return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(6, 'A', 'B', 'C'))
### permutations by hand
def perms(l):
    if not l: return [[]]
    return [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i + 1:])]
print(perms([1, 2, 3]))
