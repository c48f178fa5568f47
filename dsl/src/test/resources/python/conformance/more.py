### set order of small numbers
print({3, 1, 2}, {10, 5, 7, 100, 33}, {0, 16, 32, 8, 5})
print(set([40, 8, 16, 24, 0, 32]), set(range(20, 0, -3)))
### set order after removals
s = set(range(30))
for i in range(0, 30, 3): s.discard(i)
s |= {100, 64, 128}
print(s)
print(s.pop(), s.pop(), len(s))
s -= {1, 2, 4}
print(s)
### set order of negatives and floats
print({-1, -2, -3, 0.5, 1.5, 2.0, 3})
print(set([-7, 7, 15, -15, 0.25]))
### set order of tuples
print({(1, 2), (0, 0), (3, 1), (2, 2)})
print(sorted({(i, j) for i in range(2) for j in range(2)}))
### set operators keep orders
a = set(range(0, 50, 7))
b = set(range(0, 50, 5))
print(a | b)
print(a & b)
print(a - b)
print(a ^ b)
### set updates
s = {1, 2, 3}
s.update([10, 20], {30})
print(s)
s.intersection_update({1, 10, 30, 99})
print(s)
s.difference_update([1])
print(s)
s.symmetric_difference_update({10, 5})
print(s)
### frozen sets are keys
d = {frozenset([1, 2]): "a"}
print(d[frozenset([2, 1])], frozenset([3, 1, 2]))
try:
    frozenset([1]).add(2)
except AttributeError as e:
    print(e)
### set comprehension order
print({x * x % 11 for x in range(20)})
print({x % 3 for x in range(9)})
### one slot for equal numbers
print({1: "a", 1.0: "b", True: "c"})
print({True: 1, 1: 2}, {0: "x", False: "y", 0.0: "z"})
print({1.5, 1, 1.0, True, 0, False})
### float key finds int
d = {2.0: "x"}
print(d[2], 2 in d, d.get(2))
d[2] = "y"
print(d)
print(d.pop(2), d)
### tuple keys with floats
d = {(1, 2): 3}
print(d[(1.0, 2.0)], (True, 2) in d)
### hash of numbers
print(hash(1), hash(1.0), hash(True), hash(-1), hash(2 ** 61), hash(0.5), hash(1e300))
print(hash((1, 2)), hash(()), hash(float("inf")), hash(frozenset([1, 2, 3])))
### identity of small numbers
a = 256
b = int("256")
print(a is b)
c = int("257")
d = int("257")
print(c is d, c == d)
### identity of constants
x = 1000
y = 1000
print(x is y, x is int("1000"), None is None)
### identity of letters
s = "hello"
print(s[0] is s[-5], "".join(["a", "b"]) is "".join(["a", "b"]))
### private names
class A:
    def __init__(self):
        self.__x = 1
    def get(self):
        return self.__x
a = A()
print(a.__dict__, a.get(), a._A__x)
try:
    a.__x
except AttributeError as e:
    print(e)
### private methods in subclasses
class A:
    def __go(self):
        return "A"
    def go(self):
        return self.__go()
class B(A):
    def __go(self):
        return "B"
print(B().go(), [n for n in dir(B) if "go" in n])
### private names in f-strings
class _Q:
    def __init__(self):
        self.__n = 4
    def show(self):
        return f"{self.__n + 1}"
q = _Q()
print(q.show(), q.__dict__)
### own exceptions by class
class E(Exception):
    pass
class F(E):
    pass
try:
    raise F("x")
except E as e:
    print(type(e).__name__, e)
class E(Exception):
    pass
try:
    try:
        raise F("y")
    except E:
        print("wrong")
except Exception as e:
    print("right", e)
### bytes basics
b = b'hello \x00\xff\n'
print(b, len(b), b[0], b[1:3], list(b[:2]))
print(b'a' + b'b', b'ab' * 2, b'l' in b, 104 in b)
### bytes and texts
print('héllo'.encode(), b'abc'.decode('utf-8'), 'abc'.encode('ascii'))
print(bytes('a', 'utf-8'), bytes(3), bytes([1, 2, 255]), bytes.fromhex('61 62'))
### bytes methods
print(b'a,b'.split(b','), b'  x '.strip(), b'abc'.upper(), b'abc'.hex())
print(b'abc'.find(b'c'), b','.join([b'1', b'2']), b'abc'.startswith(b'ab'), b'aXb'.replace(b'X', b'-'))
### bytes errors
try:
    'é'.encode('ascii')
except UnicodeEncodeError as e:
    print(e)
try:
    b'\xff'.decode()
except UnicodeDecodeError as e:
    print(e)
try:
    b'a' + 'b'
except TypeError as e:
    print(e)
try:
    b'abc'[5]
except IndexError as e:
    print(e)
### texts do not decode
try:
    'a'.decode()
except AttributeError as e:
    print(e)
### bytes compare
print(b'a' == 'a', b'a' < b'b', sorted([b'b', b'a']), {b'a': 1}[b'a'], type(b'a'), isinstance(b'a', bytes))
### random numbers of a seed
import random
random.seed(42)
print(random.random(), random.randint(1, 10), random.uniform(2, 3))
print(random.choice("abcdef"), random.sample(range(100), 5))
### random shuffles
import random
random.seed(7)
x = list(range(10))
random.shuffle(x)
print(x, random.choices([1, 2, 3], k=4), random.choices("ab", weights=[1, 9], k=5))
### random gauss
import random
random.seed(3)
print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2))
### random of big ranges
import random
random.seed(1)
print(random.randint(0, 10 ** 20), random.randrange(0, 100, 7), random.randrange(5), random.getrandbits(70))
### random seeded with text
import random
random.seed("hello")
print(random.random(), random.randint(0, 9))
random.seed(2.5)
print(random.random())
### random objects
import random
r = random.Random(3)
q = random.Random(3)
print(r.random() == q.random(), r.choice("abc"), q.randint(0, 99))
### namedtuple
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), isinstance(p, tuple))
x, y = p
print(x + y, p._replace(x=5), p._asdict(), P._fields)
### namedtuple defaults
from collections import namedtuple
C = namedtuple("C", ["name", "n"], defaults=[0])
print(C("a"), C("b", 3), C._make(["c", 4]))
try:
    C()
except TypeError as e:
    print(e)
### namedtuples in lists
from collections import namedtuple
W = namedtuple("Word", "text count")
ws = [W("a", 3), W("b", 1)]
print(sorted(ws, key=lambda w: w.count), max(ws, key=lambda w: w.count).text)
print({ws[0]: 1}[W("a", 3)])
### ordered dict
from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2)])
d["c"] = 3
d.move_to_end("a")
print(d, list(d), d.popitem(last=False), len(d))
print(OrderedDict(a=1) == {"a": 1}, OrderedDict([(1, 1), (2, 2)]) == OrderedDict([(2, 2), (1, 1)]))
### deque with a limit
from collections import deque
d = deque([1, 2, 3], maxlen=2)
print(d, d.maxlen)
d.append(4)
d.appendleft(0)
print(d, list(d))
### deque
from collections import deque
d = deque("abc")
d.rotate(1)
d.extendleft([1, 2])
print(d, d.pop(), d.popleft(), d[0], len(d), "b" in d)
### defaultdict nested
from collections import defaultdict
d = defaultdict(lambda: defaultdict(int))
for w in ["ab", "ac", "bb"]:
    d[w[0]][w[1]] += 1
print({k: dict(v) for k, v in d.items()}, "z" in d)
### counter
from collections import Counter
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sum(c.values()))
c.update("ss")
print(c["s"], (c - Counter("sss"))["s"], sorted(c.elements())[:3])
### generators hear what is sent
def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("done")
it = g()
print(next(it), it.send("hi"))
print(it.throw(ValueError("boom")))
it.close()
### generator closes early
def g():
    try:
        while True:
            yield 1
    finally:
        print("closed")
it = g()
next(it)
it.close()
print(list(it))
### generator returns a value
def g():
    yield 1
    return "end"
def h():
    r = yield from g()
    print("r", r)
    yield 2
print(list(h()))
### descriptors know their names
class V:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get("_" + self.name, 0)
    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(self.name + " < 0")
        obj.__dict__["_" + self.name] = value
class A:
    v = V()
a = A()
a.v = 5
print(a.v, a.__dict__)
try:
    a.v = -1
except ValueError as e:
    print(e)
### properties
class T:
    def __init__(self, c):
        self.c = c
    @property
    def f(self):
        return self.c * 9 / 5 + 32
    @f.setter
    def f(self, v):
        self.c = (v - 32) * 5 / 9
t = T(100)
print(t.f)
t.f = 32
print(t.c)
### nested f-strings
w = 10
v = 3.14159
print(f"{v:{w}.{2}f}|{v!r:>{w}}|{'x':^5}|{w=}|{v = :.1f}")
### percent formats
print("%5.2f|%-5s|%05d|%x|%e|%%" % (3.14159, "ab", 42, 255, 12345.678))
print("%(a)s-%(b)03d" % {"a": "x", "b": 7}, "%r %s" % ("q", None))
### format method
print("{0}-{1}-{0}".format("a", "b"), "{:>6}|{:<6}|{:^6}".format(1, 2, 3))
print("{name!r:>8} {x[0]} {x[1]:.1f}".format(name="n", x=[1, 2.55]))
### number formats
print(f"{1234567.891:,.2f} {0.5:%} {255:#x} {255:#b} {-5:+d} {5: d} {1e10:g} {123456789:e}")
print(f"{1e-7} {1e16} {123456789012345680.0} {0.1 + 0.2} {100.0} {-0.0}")
### rounding
print(round(2.5), round(3.5), round(2.675, 2), round(-0.5), round(1234, -2), round(0.15, 1))
print(divmod(-7, 3), -7 // 2, 7 % -3, -7.5 // 2, 7.5 % -2)
### big numbers
print(2 ** 100, -(3 ** 50), (10 ** 30) // 7, (10 ** 30) % 7, 1 << 70, (1 << 70) >> 68)
print(int("123456789" * 3), 10 ** 20 + 0.5, float(2 ** 60))
### sorting is stable
people = [("a", 3), ("b", 1), ("c", 3), ("d", 1)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
### star expressions
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2), {*[1, 2], 3})
first, *rest = [1, 2, 3]
*init, last = "xyz"
print(first, rest, init, last)
### walrus
data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 5], y)
if (n := len(data)) > 3:
    print(n)
### slices written and deleted
x = list(range(10))
x[2:5] = ["a"]
print(x)
x[::3] = [0, 0, 0]
print(x)
del x[1::2]
print(x, x[-1:-4:-1])
### itertools
import itertools as it
print(list(it.islice(it.count(5, 2), 3)), list(it.chain([1], [2, 3])), list(it.combinations("abc", 2)))
print(list(it.product([0, 1], repeat=2)), [(k, list(g)) for k, g in it.groupby("aabc")], list(it.accumulate([1, 2, 3])))
print(list(it.zip_longest([1, 2], [3], fillvalue=0)), list(it.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(it.permutations([1, 2, 3], 2))[:3])
### functools
import functools
print(functools.reduce(lambda a, b: a * b, range(1, 6)))
@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50))
add = functools.partial(lambda a, b: a + b, 10)
print(add(5))
### json
import json
d = {"a": [1, 2.5, None, True], "b": {"c": "é\n"}}
s = json.dumps(d)
print(s)
print(json.loads(s) == d, json.dumps({"z": 1, "a": 2}, sort_keys=True, indent=2))
### regular expressions
import re
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "a b"), re.findall(r"\d+", "a1b22"), re.split(r"[,;]", "a,b;c"))
m = re.match(r"(?P<n>\w+)-(\d+)", "ab-12")
print(m.groups(), m.group("n"), m.span(2), m.groupdict())
print([x.group() for x in re.finditer(r"[aeiou]", "hello")], re.sub(r"\d", lambda g: str(int(g.group()) * 2), "a1b2"))
### regular expressions with flags
import re
p = re.compile(r"^hello\s+(\w+)$", re.IGNORECASE | re.MULTILINE)
print(p.findall("Hello World\nhello   there"), bool(p.search("x")), re.escape("a.b*c"))
### string constants
import string
print(string.ascii_lowercase, string.digits, string.punctuation)
print("Hello, World!".translate(str.maketrans("", "", string.punctuation)))
### math
import math
print(math.sqrt(2), math.pi, math.floor(-2.5), math.ceil(2.1), math.gcd(12, 18), math.factorial(20))
print(math.log(8, 2), math.exp(1), math.isclose(0.1 + 0.2, 0.3), math.inf > 1, math.isnan(math.nan))
### managers in a row
class M:
    def __init__(self, n):
        self.n = n
    def __enter__(self):
        print("in", self.n)
        return self
    def __exit__(self, t, v, tb):
        print("out", self.n, t.__name__ if t else None)
        return self.n == 1
with M(1) as a, M(2) as b:
    print(a.n + b.n)
    raise ValueError("x")
print("after")
### static and class methods
class A:
    count = 0
    @classmethod
    def make(cls):
        cls.count += 1
        return cls()
    @staticmethod
    def add(a, b):
        return a + b
class B(A):
    pass
print(type(B.make()).__name__, B.count, A.count, A.add(1, 2), B().add(3, 4))
### multiple inheritance
class A:
    def f(self):
        return ["A"]
class B(A):
    def f(self):
        return ["B"] + super().f()
class C(A):
    def f(self):
        return ["C"] + super().f()
class D(B, C):
    def f(self):
        return ["D"] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
### operators of a class
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k):
        return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)
    def __repr__(self):
        return f"V({self.x}, {self.y})"
print(V(1, 2) + V(3, 4), 2 * V(1, 1), V(1, 2) == V(1, 2), V(1, 2) != V(0, 0))
### error messages
for f in (lambda: 1 / 0, lambda: [1][3], lambda: {}["k"], lambda: int("x"), lambda: "a" + 1, lambda: None.x, lambda: len(5), lambda: undefined):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
### chained exceptions
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e
except KeyError as e:
    print(repr(e), repr(e.__cause__))
### arithmetic 0
a, b = 0, 2
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 1
a, b = 0, -3
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 2
a, b = 0, 0.5
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 3
a, b = 7, 2
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 4
a, b = 7, -3
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 5
a, b = 7, 0.5
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 6
a, b = -7, 2
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 7
a, b = -7, -3
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 8
a, b = -7, 0.5
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 9
a, b = 3.5, 2
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 10
a, b = 3.5, -3
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 11
a, b = 3.5, 0.5
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 12
a, b = True, 2
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 13
a, b = True, -3
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### arithmetic 14
a, b = True, 0.5
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a < b, a == b)
### text methods 0
s = "Hello World"
print([s.upper(), s.lower(), s.title(), s.strip(), s.split(), s.replace("a", "o"), s.find("o"), s.count("a"), s.isalpha(), s.center(14, "*"), s[::-1]])
### text methods 1
s = "  padded\t"
print([s.upper(), s.lower(), s.title(), s.strip(), s.split(), s.replace("a", "o"), s.find("o"), s.count("a"), s.isalpha(), s.center(14, "*"), s[::-1]])
### text methods 2
s = "snake_case_word"
print([s.upper(), s.lower(), s.title(), s.strip(), s.split(), s.replace("a", "o"), s.find("o"), s.count("a"), s.isalpha(), s.center(14, "*"), s[::-1]])
### text methods 3
s = "ÄÖ straße"
print([s.upper(), s.lower(), s.title(), s.strip(), s.split(), s.replace("a", "o"), s.find("o"), s.count("a"), s.isalpha(), s.center(14, "*"), s[::-1]])
### text methods 4
s = "a1 b2"
print([s.upper(), s.lower(), s.title(), s.strip(), s.split(), s.replace("a", "o"), s.find("o"), s.count("a"), s.isalpha(), s.center(14, "*"), s[::-1]])
### text methods 5
s = ""
print([s.upper(), s.lower(), s.title(), s.strip(), s.split(), s.replace("a", "o"), s.find("o"), s.count("a"), s.isalpha(), s.center(14, "*"), s[::-1]])
### formats of 3.0
x = 3.0
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of -0.001
x = -0.001
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of 1e100
x = 1e100
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of 123456.789
x = 123456.789
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of 0.1
x = 0.1
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of 1e-10
x = 1e-10
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of 255
x = 255
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
### formats of -17
x = -17
print([format(x, s) for s in ["", ".2f", "10.3f", "<9.1f", "+.1e", ".3g", ",.1f", "%"]], str(x), repr(x))
