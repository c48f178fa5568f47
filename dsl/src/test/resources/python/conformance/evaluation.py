### eval of an expression
x = 3
print(eval("x + 4"), eval(" x*2 "), eval("[i*x for i in range(3)]"))
### eval with globals
d = {"a": 2, "b": 5}
print(eval("a*b", d), sorted(k for k in d))
print(eval("a+c", {"a": 1}, {"c": 9}))
### eval sees locals of a function
def f(n):
    k = n * 2
    return eval("n + k")
print(f(5))
### eval sees enclosing names that are captured
def outer():
    z = 7
    def inner(y):
        z
        return eval("y + z")
    return inner(1)
print(outer())
### exec binds globals
exec("y = 10\ndef g(v):\n    return v + y\n")
print(y, g(1))
### exec into a dict
ns = {}
exec("import math\nvalue = math.floor(2.7)\nclass A:\n    pass", ns)
print(ns["value"], sorted(k for k in ns), ns["A"].__name__)
### exec with changed and deleted names
ns = {"a": 1, "b": 2}
exec("a += 5\ndel b\nc = a", ns)
ns.pop("__builtins__")
print(ns)
### exec in a function leaves its locals
def f():
    a = 1
    exec("a = 2; b = 3")
    return a
print(f())
### exec with locals
g, l = {}, {}
exec("p = 1\nq = p + 1", g, l)
print(l, "p" in g)
### exec returns None
print(exec("1 + 1"))
### compile then run
c = compile("a * 3", "<string>", "eval")
a = 4
print(eval(c))
s = compile("for i in range(2):\n    print(i)", "<string>", "exec")
exec(s)
### eval of a statement
try:
    eval("x = 1 if")
except SyntaxError as e:
    print(type(e).__name__)
### eval name error
try:
    eval("undefined_thing")
except NameError as e:
    print(e)
### eval of bytes
print(eval(b"1 + 2"))
### eval of a number
try:
    eval(3)
except TypeError as e:
    print(e)
### compile with a bad mode
try:
    compile("1", "f", "other")
except ValueError as e:
    print(e)
### eval with globals of another type
try:
    eval("1", [])
except TypeError as e:
    print(e)
### locals in a function
def f(a, b=2):
    c = a + b
    return locals()
print(f(1))
### locals before a binding
def f(a):
    before = dict(locals())
    later = 1
    return before
print(f(1))
### locals are a copy
def f(a):
    locals()["a"] = 9
    return a
print(f(1))
### locals with a captured name
def f(a):
    def g():
        return a
    n = 3
    return sorted(locals().keys() - {"g"})
print(f(1))
### locals in a format
def f(name, age):
    return "{name} is {age}".format(**locals())
print(f("Ann", 5))
### locals in a class body
class A:
    x = 1
    y = sorted(k for k in locals() if not k.startswith("__"))
print(A.y)
### vars without argument
def f(a):
    b = 2
    return vars()
print(f(1))
### dir without argument in a function
def f(b, a):
    return dir()
print(f(1, 2))
### globals and locals at the top
v = 5
print(globals()["v"], locals()["v"], "v" in dir())
globals()["w"] = 6
print(w)
### a dict of functions made by exec
for n in range(3):
    exec(f"def add{n}(x): return x + {n}")
print([eval(f"add{n}")(10) for n in range(3)])
### eval of a lambda
print(eval("lambda q: q ** 2")(5))
### eval of a call by name
import math
print(eval("math.sqrt(16)"), eval("max")(3, 8))
### a function named eval of one's own
def eval(x):
    return "mine " + x
print(eval("1"))
### __import__
m = __import__("math")
print(m.floor(2.5))
### exec with an error inside
try:
    exec("1/0")
except ZeroDivisionError as e:
    print(e)
### bit operations at the edges of small numbers
m = 2147483647
n = -2147483648
print(m ^ n, m & -1, n | 1, n ^ -1, m << 1, n << 1, m << 31, 1 << 31, 1 << 32, -1 << 31, m >> 31, n >> 31, n >> 40, m >> 100, 5 >> 0)
print(True ^ True, True ^ 1, False | True, True & 3, True << 2)
### dicts with equal keys of different types
d = {1: "a", "x": None}
d[True] = "b"
d[1.0] = "c"
print(d, d.get(1), d.get(True), d.get(1.0), d.get("x", 5), d.get("y", 5), d.get(2), d["x"])
try:
    d.get()
except TypeError as e:
    print(e)
### lists set by index
a = [1, 2, 3]
a[0] = "x"
a[-1] = "z"
a[True] = "y"
print(a)
for i in (3, -4):
    try:
        a[i] = 0
    except IndexError as e:
        print(e)
try:
    a.append(1, 2)
except TypeError as e:
    print(e)
