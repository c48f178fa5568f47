### 1: def f(a, b=2, *args, c, d=4, **kw): return a, b, a
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(*"ab", *[1], c=1, **{"x": 1}, **{"y": 2}), f(c=1, a=0))
### 2: def f(a, /, b, *, c): return a, b, c
def f(a, /, b, *, c): return a, b, c
print(f(1, 2, c=3), f(1, b=2, c=3)); f(a=1, b=2, c=3)
### 3: def f(a, b): pass
def f(a, b): pass
f(1)
### 4: def f(a, b): pass
def f(a, b): pass
f()
### 5: def f(a, b, c): pass
def f(a, b, c): pass
f()
### 6: def f(a): pass
def f(a): pass
f(1, 2)
### 7: def f(): pass
def f(): pass
f(1)
### 8: def f(a, b=1): pass
def f(a, b=1): pass
f(1, 2, 3)
### 9: def f(*, k): pass
def f(*, k): pass
f()
### 10: def f(*, k, j): pass
def f(*, k, j): pass
f()
### 11: def f(*, k): pass
def f(*, k): pass
f(1)
### 12: def f(*, k): pass
def f(*, k): pass
f(1, k=2)
### 13: def f(a): pass
def f(a): pass
f(1, a=2)
### 14: def f(a): pass
def f(a): pass
f(b=1)
### 15: def f(a): pass
def f(a): pass
f(1, b=1)
### 20: def f(**a): return a
def f(**a): return a
f(**{1: 2})
### 21: def f(x): return x
def f(x): return x
f(1)(2)
### 22: lambda x: x
lambda x: x
(lambda x: x)()
### 23: print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: 5)(), (lambda x, y=2: x + y)(1), [*map(lambda x: x ** 2, [1, 2])], (lambda x: lambda y: x + y)(1)(2))
### 25: x = 1
x = 1
def f():
    global x, y
    x += 1; y = 5
f(); print(x, y)
### 26: x = 1
x = 1
def f(): x += 1
f()
### 27: x = 1
x = 1
def f():
    print(x)
    x = 2
f()
### 28: def f():
def f():
    def g(): return z
    z = 1
    return g()
print(f())
### 29: def f():
def f():
    def g(): return z
    g()
    z = 1
f()
### 30: def f():
def f():
    for i in range(3): pass
    return i
print(f())
### 31: def f():
def f():
    del q
f()
### 32: def f():
def f():
    a = 1
    del a
    return a
f()
### 33: def fib(n): return n if n < 2 else fib(n - 1) + fi
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)], fib(20))
### 34: def f(n): return f(n + 1)
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(type(e).__name__, str(e)[:32])
### 35: def gen():
def gen():
    x = yield 1
    print("got", x)
    y = yield x
    print("got", y)
    return "done"
g = gen(); print(next(g), g.send("a"))
try: g.send("b")
except StopIteration as e: print("stop", e.value)
print(list(g))
### 36: def gen():
def gen():
    try:
        while True:
            try: yield 1
            except ValueError as e: print("caught", e); yield "handled"
    finally: print("cleanup")
g = gen(); print(next(g), g.throw(ValueError("x")), next(g)); g.close(); g.close(); print(next(g, "end"))
### 37: def gen():
def gen():
    yield 1
g = gen(); g.send(5)
### 38: def gen():
def gen():
    yield 1
g = gen(); next(g); g.throw(KeyError("k"))
### 39: def gen():
def gen():
    try: yield 1
    except GeneratorExit: yield 2
g = gen(); next(g); g.close()
### 40: def inner():
def inner():
    r = yield 1
    print("r", r)
    return "ret"
def outer():
    v = yield from inner()
    print("v", v)
    yield from [10, 20]
    yield from "ab"
g = outer(); print(next(g), g.send("s"), list(g))
### 41: def gen(): raise StopIteration("x"); yield
def gen(): raise StopIteration("x"); yield
next(gen())
### 42: def gen():
def gen():
    return 5
    yield
g = gen(); next(g)
### 44: def countdown(n):
def countdown(n):
    while n > 0:
        yield n
        n -= 1
print(list(countdown(3)), [x for x in countdown(2)], dict(enumerate(countdown(2)))); a, b = countdown(2); print(a, b, *countdown(2))
### 46: def f():
def f():
    try: return "try"
    finally: print("finally")
print(f())
### 47: def f():
def f():
    try: return 1
    finally: return 2
print(f())
### 48: def f():
def f():
    for i in range(3):
        try: continue
        finally: print("f", i)
    for i in range(3):
        try: break
        finally: print("b", i)
f()
### 49: def f():
def f():
    try: 1 / 0
    except ZeroDivisionError as e: print("caught", e); return "ret"
    else: print("else")
    finally: print("fin")
print(f())
try: e
except NameError as x: print(x)
### 50: try: pass
try: pass
except: pass
else: print("else")
finally: print("finally")
try:
    try: raise ValueError("a")
    finally: print("inner")
except ValueError as e: print(e)
### 52: raise ValueError
raise ValueError
### 53: raise ValueError("a", "b")
raise ValueError("a", "b")
### 54: raise ValueError()
raise ValueError()
### 55: raise KeyError("k")
raise KeyError("k")
### 56: raise KeyError
raise KeyError
### 57: raise "x"
raise "x"
### 58: raise 5
raise 5
### 59: raise Exception({"a": 1})
raise Exception({"a": 1})
### 60: raise SystemExit(3)
raise SystemExit(3)
### 61: raise KeyboardInterrupt
raise KeyboardInterrupt
### 62: assert 1 == 2
assert 1 == 2
### 63: assert 1 == 2, "msg"
assert 1 == 2, "msg"
### 64: assert 1 == 2, ("a", 1)
assert 1 == 2, ("a", 1)
### 65: raise
raise
### 66: try: raise Exception("x")
try: raise Exception("x")
except Exception as e: e.add_note("note") ; print(e.__notes__, e.with_traceback(None) is e)
### 67: try: int("x")
try: int("x")
except Exception as e: print(type(e), e.args, e, str(e) == e.args[0], isinstance(e, ValueError))
### 68: print(repr(ValueError("a")), repr(ValueError("a",
print(repr(ValueError("a")), repr(ValueError("a", 1)), repr(KeyError("k")), str(KeyError("k")), str(ValueError()), repr(ValueError()), ValueError("a").args, str(OSError(2, "No such file")), repr(OSError(2, "x")), OSError(2, "m", "f"), ImportError("x", name="n").name, StopIteration(5).value, SystemExit(2).code, UnicodeDecodeError("utf-8", b"a", 0, 1, "r"))
### 71: try: open("nofile.txt")
try: open("nofile.txt")
except FileNotFoundError as e: print(e.errno, e.strerror, e.filename, e)
### 72: try: open("nofile.txt")
try: open("nofile.txt")
except IOError as e: print(type(e).__name__, isinstance(e, OSError))
### 75: if (n := 10) > 5: print(n)
if (n := 10) > 5: print(n)
while (n := n - 1) > 7: print(n)
print([y for x in range(5) if (y := x * 2) > 4], (z := 5) + 1, z)
### 76: match 5:
match 5:
    case 1 | 2: print("low")
    case int(x) if x > 4: print("big", x)
    case _: print("other")
### 77: def m(p):
def m(p):
    match p:
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, *rest]: return f"many {x} {rest}"
        case {"type": "a", "v": v}: return f"dict {v}"
        case {"k": _, **rest}: return f"rest {rest}"
        case str() as s: return f"str {s}"
        case (1.5 | None) as q: return f"q {q}"
        case float(): return "float"
        case True: return "t"
    return "none"
print(m([]), m([1]), m([1, 2, 3]), m({"type": "a", "v": 1}), m({"k": 1, "z": 2}), m("s"), m(1.5), m(None), m(2.5), m(True), m((1, 2)), m(7))
### 78: class Point:
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def w(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"y={y}"
        case Point(x, y) if x == y: return "diag"
        case Point(): return "pt"
print(w(Point(0, 0)), w(Point(0, 5)), w(Point(2, 2)), w(Point(1, 2)))
### 79: def f(x: int, y: "str" = "a") -> bool: return True
def f(x: int, y: "str" = "a") -> bool: return True
print(f.__annotations__, f.__defaults__, f.__name__, f.__doc__, f.__module__, f.__qualname__, f.__kwdefaults__)
### 81: def apply(f, *a, **k): return f(*a, **k)
def apply(f, *a, **k): return f(*a, **k)
print(apply(max, 1, 5, 3), apply(sorted, [2, 1], reverse=True), apply(lambda x, y: x - y, y=1, x=5), apply(dict, a=1), apply("{}-{}".format, 1, 2), apply(print, "a", "b", sep="+"))
### 82: import functools
import functools
@functools.lru_cache(maxsize=None)
def f(n): print("calc", n); return n * 2
print(f(1), f(1), f(2), f.cache_info(), f.__name__); f.cache_clear(); print(f(1), f.cache_info(), f.__wrapped__(3))
### 83: import functools
import functools
@functools.lru_cache(maxsize=2)
def f(n): return n
for i in [1, 2, 3, 1, 3]: f(i)
print(f.cache_info())
@functools.cache
def g(n): return n if n < 2 else g(n - 1) + g(n - 2)
print(g(80), g.cache_info())
f([1])
### 84: import functools
import functools
p = functools.partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, functools.partial(pow, 2)(5), functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [], 10), functools.partial(print, "a", sep="-")("b")); functools.reduce(lambda a, b: a, [])
### 85: import functools
import functools
def deco(f):
    @functools.wraps(f)
    def w(*a): "w doc"; return f(*a)
    return w
@deco
def foo(x): "foo doc"; return x
print(foo.__name__, foo.__doc__, foo(1), foo.__wrapped__(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
### 86: import functools
import functools
@functools.singledispatch
def f(x): return "default"
@f.register
def _(x: int): return "int"
@f.register(str)
def _(x): return "str"
@f.register(list)
def _(x): return "list"
print(f(1), f("a"), f([]), f(1.5), f(True), f.dispatch(int)(3))
### 87: import functools
import functools
class A:
    def f(self, a, b): return a, b
    g = functools.partialmethod(f, 1)
print(A().g(2))
### 88: print(f"{(lambda: 1)()}", (lambda: (yield))) if Fa
print(f"{(lambda: 1)()}", (lambda: (yield))) if False else print("ok")
### 89: def f(a, b=[], *c, d=None, **e):
def f(a, b=[], *c, d=None, **e):
    """Doc.
### 90: More."""
More."""
    return locals()
print(f(1))
### 92: def f(): yield 1; return 2
def f(): yield 1; return 2
def g(): x = yield from f(); print(x)
list(g())
### 93: def f(x):
def f(x):
    if x: return
    print("no")
print(f(1), f(0))
### 94: def compose(*fs): return functools.reduce(lambda f
def compose(*fs): return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
import functools; print(compose(lambda x: x + 1, lambda x: x * 2)(5))
### 95: def f(a, (b, c)): pass
def f(a, (b, c)): pass
### 97: def f(*args: int, **kwargs: str) -> None: ...
def f(*args: int, **kwargs: str) -> None: ...
print(f(1, a="b"))
### 98: def f(x, *, y=1): return x + y
def f(x, *, y=1): return x + y
print(f(1), f(1, y=2)); print(list(map(f, [1, 2]))); print(sorted([1, 2, 3], key=lambda v: f(v, y=-v)))
### 99: print(sum(1 for _ in range(5)), any(x > 3 for x in
print(sum(1 for _ in range(5)), any(x > 3 for x in range(5)), sorted(((i, -i) for i in range(3)), key=lambda t: t[1]), min((abs(x) for x in [-1, -5]), default=0))
### 100: def f():
def f():
    x = 5
    class A:
        y = x
        def g(self): return x
    return A
print(f().y, f()().g())
### 101: def f(n):
def f(n):
    def g(): return n
    n += 1
    return g
print(f(1)())
### 102: fs = []
fs = []
for i in range(3):
    def f(): return i
    fs.append(f)
print([f() for f in fs])
### 103: print((lambda a, b=1, *c, d, e=2, **f: (a, b, c, d
print((lambda a, b=1, *c, d, e=2, **f: (a, b, c, d, e, f))(0, d=1))
### 104: def f(): return 1, 2
def f(): return 1, 2
a, b = f(); print(a, b, f(), type(f()))
### 105: def swap(a, b): return b, a
def swap(a, b): return b, a
x, y = swap(*"ab"); print(x, y)
### 106: print(print("a"), print)
print(print("a"), print)
### 109: import sys; sys.exit(0)
import sys; sys.exit(0)
