### 2: class A:
class A:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)
    def __init__(self, *args): print("init", args)
a = A(1, 2); print(type(a))
### 3: class S:
class S:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(S() is S())
### 4: class P(tuple):
class P(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    @property
    def x(self): return self[0]
p = P(1, 2); print(p, p.x, p[1], len(p), isinstance(p, tuple))
### 6: class L(list):
class L(list):
    def __init__(self, *a): super().__init__(*a); self.n = 5
    def append(self, x): super().append(x * 2)
    def total(self): return sum(self)
l = L([1, 2]); l.append(3); print(l, l.n, l.total(), len(l), l[0], l[-1], l + [1], isinstance(l, list), sorted(l), l[1:], [*l], type(l[1:]), type(l).__name__)
### 7: class I(int):
class I(int):
    def __add__(self, o): return I(int(self) * 10 + o)
print(I(5) + 3, I(4), I(2) * 3, isinstance(I(1), int), I(5) == 5, [1, 2, 3][I(1)], f"{I(7):03d}")
### 8: class S(str):
class S(str):
    def shout(self): return self.upper() + "!"
s = S("abc"); print(s.shout(), s, len(s), s + "d", s == "abc", {s: 1}["abc"], s[0], isinstance(s, str), repr(s), f"{s:>5}")
### 9: class F(float): pass
class F(float): pass
print(F(1.5) + 1, F("2.5"), isinstance(F(1), float))
### 10: class E(Exception): pass
class E(Exception): pass
class E2(E):
    def __init__(self, code, msg="m"): super().__init__(msg); self.code = code
try: raise E2(5)
except E as e: print(e.code, e, e.args, repr(e), type(e).__mro__)
### 11: class E3(ValueError):
class E3(ValueError):
    def __str__(self): return "custom"
try: raise E3("x", 1)
except ValueError as e: print(e, repr(e), e.args)
### 12: class A:
class A:
    def f(self): return "A"
class B(A):
    def f(self): return "B" + super().f()
class C(A):
    def f(self): return "C" + super().f()
class D(B, C):
    def f(self): return "D" + super().f()
print(D().f(), [k.__name__ for k in D.__mro__], D.mro(), super(B, D()).f(), issubclass(D, A), D.__bases__, A.__subclasses__())
### 13: class X: pass
class X: pass
class Y(X): pass
class Z(X, Y): pass
### 15: class A:
class A:
    @property
    def x(self): return 1
A().x = 2
### 16: class A:
class A:
    @property
    def x(self): return 1
del A().x
### 18: class A:
class A:
    __slots__ = ["x"]
a = A(); a.x
### 19: class Desc:
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, objtype=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "none")
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
    def __delete__(self, obj): print("deleted"); del obj.__dict__[self.name]
class A: d = Desc()
a = A(); print(a.d); a.d = 4; print(a.d, type(A.d).__name__); del a.d; print(a.d)
### 24: class Base:
class Base:
    reg = []
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; Base.reg.append(cls.__name__)
class A(Base, tag="a"): pass
class B(Base): pass
print(Base.reg, A.tag, B.tag)
### 26: class A:
class A:
    def __add__(self, o): return NotImplemented
A() + 1
### 27: class A:
class A:
    def __iadd__(self, o): print("iadd", o); return self
    def __imul__(self, o): return "imul"
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return "sub"
a = A(); a += 5; a -= 1; print(a); a = A(); a *= 2; print(a)
### 28: class A:
class A:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __getitem__(self, k): return self.d[k] if not isinstance(k, slice) else (k.start, k.stop, k.step)
    def __delitem__(self, k): del self.d[k]
a = A(); a["x"] = 1; a[1, 2] = 3; print(a["x"], a[1, 2], a[1:2], a[::2], a[:]); del a["x"]; print(a.d); a["x"]
### 29: class A:
class A:
    def __eq__(self, o): return True
print(A() == 1, A() != 1, 1 == A(), A() in [1], [1].index(A()), [1, 2].count(A())); hash(A())
### 30: class A:
class A:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(A()), 20 in A(), [x for x in A()], sum(A()), max(A())); a, b, c, d = A(); print(d)
### 31: class A:
class A:
    def __iter__(self): self.n = 0; return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(A()), sum(A()), tuple(A()), dict(zip(A(), "abc")), max(A()), 2 in A(), sorted(A(), reverse=True), list(map(str, A())), [*A()]); it = iter(A()); print(next(it), next(it, "d"), next(it), next(it, "end"))
### 32: class A:
class A:
    def __len__(self): return 3
    def __bool__(self): return False
class B:
    def __len__(self): return 0
print(bool(A()), bool(B()), not B(), "x" if B() else "y")
### 33: class A:
class A:
    def __len__(self): return -1
len(A())
### 34: class A:
class A:
    def __len__(self): return "a"
len(A())
### 35: class A:
class A:
    def __bool__(self): return 1
bool(A())
### 36: class A: pass
class A: pass
A() < A()
### 37: class A: pass
class A: pass
len(A())
### 38: class A: pass
class A: pass
A()[0]
### 39: class A: pass
class A: pass
A()[0] = 1
### 40: class A: pass
class A: pass
for x in A(): pass
### 41: class A: pass
class A: pass
1 in A()
### 42: class A: pass
class A: pass
A()()
### 43: class A: pass
class A: pass
A().x
### 44: class A: pass
class A: pass
A.x
### 45: class A: pass
class A: pass
A(1)
### 46: class A:
class A:
    def __init__(self, a): pass
A()
### 47: class A:
class A:
    def __init__(self, a): pass
A(1, 2)
### 48: class A:
class A:
    def f(self, a): pass
A().f()
### 49: class A:
class A:
    def f(): pass
A().f()
### 50: class A:
class A:
    def __init__(self): return 1
A()
### 51: class CM:
class CM:
    def __init__(self, s=False): self.s = s
    def __enter__(self): print("enter"); return "v"
    def __exit__(self, t, v, tb): print("exit", t, v, tb is not None); return self.s
with CM() as c, CM(True) as d: print(c, d); raise ValueError("x")
print("after")
with (CM() as c, CM() as d): print("paren")
with CM(): raise KeyError("k")
### 52: with 5: pass
with 5: pass
### 53: class A:
class A:
    def __enter__(self): pass
with A(): pass
### 54: class A:
class A:
    n = 0
    @classmethod
    def c(cls, x): cls.n += x; return cls.__name__
    @staticmethod
    def s(x): return x * 2
class B(A): pass
print(A.c(1), B.c(2), A.n, B.n, A.s(3), A().s(4), B().c(1), A.__dict__["s"].__class__.__name__, A.c.__name__, B.c.__self__)
### 55: def deco(n):
def deco(n):
    def wrap(f):
        def inner(*a, **k): print("before", n); return f(*a, **k)
        return inner
    return wrap
@deco(1)
@deco(2)
def f(x): return x
print(f(3), f.__name__)
### 56: def cd(cls): cls.extra = 1; return cls
def cd(cls): cls.extra = 1; return cls
@cd
class A: pass
print(A.extra)
### 57: class Meta(type):
class Meta(type):
    def __new__(m, name, bases, ns): ns["added"] = 1; return super().__new__(m, name, bases, ns)
    def __call__(cls, *a): print("call", a); return super().__call__(*a)
    def hello(cls): return cls.__name__
class A(metaclass=Meta):
    def __init__(self, x): self.x = x
print(A.added, A(5).x, A.hello(), type(A), isinstance(A, Meta))
### 58: T = type("T", (object,), {"x": 1, "f": lambda self
T = type("T", (object,), {"x": 1, "f": lambda self: self.x})
print(T, T().f(), T.__name__, T.__bases__)
### 59: B = type("B", (Exception,), {}); print(B("x"), iss
B = type("B", (Exception,), {}); print(B("x"), issubclass(B, Exception))
### 60: print(type(5), type(type(5)), type("a")("b"), type
print(type(5), type(type(5)), type("a")("b"), type([])((1, 2)), type(None))
### 61: class A:
class A:
    class B:
        x = 1
    def f(self): return self.B.x
print(A.B, A().f(), A.B.__qualname__, A.f.__qualname__, A.B.__name__)
### 62: class A:
class A:
    x = [i for i in range(3)]
    y = 5
    def g(self): return y
A().g()
### 63: x = "global"
x = "global"
class A:
    x = "class"
    def f(self): return x
    l = [x for _ in range(2)]
print(A().f(), A.l)
### 64: class A:
class A:
    a = 1
    b = a + 1
    if b > 1: c = "yes"
    for i in range(2): pass
    def _private(self): pass
    __mangled = 5
    def get(self): return self.__mangled
print(A.b, A.c, A.i, A().get(), A._A__mangled)
### 65: class A:
class A:
    def __init__(self): self.__x = 1
print(A().__dict__); A().__x
### 66: class A:
class A:
    """Doc of A."""
    def f(self):
        """Doc of f."""
print(A.__doc__, A.f.__doc__, A().f.__doc__, A.__module__)
### 67: class A:
class A:
    def __str__(self): return "s"
print(repr(A())[:17], str(A()), f"{A()}")
### 68: print(object(), object().__class__, object.__name_
print(object(), object().__class__, object.__name__) if False else print(object().__class__)
### 70: class A:
class A:
    def __del__(self): print("del")
print("no del")
### 71: class A:
class A:
    x: int
    y: str = "a"
print(A.__annotations__)
### 72: class A:
class A:
    def m(self): return 1
a = A(); f = a.m; print(f(), f.__self__ is a, f.__func__ is A.m, A.m is A.m, a.m == a.m); A.m = lambda self: 2; print(a.m(), f()); a.m = lambda: 3; print(a.m())
### 73: from abc import ABC, abstractmethod
from abc import ABC, abstractmethod
class S(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Sq(S):
    def area(self): return 1
    name = "sq"
print(Sq().area(), Sq().name); S()
### 74: from abc import ABC, abstractmethod
from abc import ABC, abstractmethod
class S(ABC):
    @abstractmethod
    def area(self): ...
class T(S): pass
T()
### 75: import functools
import functools
@functools.total_ordering
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __lt__(self, o): return self.x < o.x
print(A(1) <= A(2), A(1) >= A(2), A(1) > A(2), A(2) >= A(2), sorted([A(3), A(1)])[0].x, max(A(1), A(5)).x)
### 77: class Stack:
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x); return self
    def __repr__(self): return f"{type(self).__name__}({self.items!r})"
print(Stack().push(1).push("a"))
### 78: class Temp:
class Temp:
    def __init__(self, c): self.c = c
    @classmethod
    def from_f(cls, f): return cls((f - 32) * 5 / 9)
    @property
    def f(self): return self.c * 9 / 5 + 32
t = Temp.from_f(212); print(t.c, t.f)
### 79: class A:
class A:
    def __class_getitem__(cls, k): return f"A[{k}]"
print(A[int])
### 82: from dataclasses import dataclass, field, asdict,
from dataclasses import dataclass, field, asdict, astuple, replace
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
p = P(1); q = P(1, 2, ["a"]); print(p, q, p == P(1), asdict(q), astuple(q), replace(q, x=9)); p.x = 5; print(p.x); P()
### 83: from dataclasses import dataclass
from dataclasses import dataclass
@dataclass(frozen=True, order=True)
class P:
    a: int
    b: str = "z"
print(P(1) < P(2), {P(1): 1}, sorted([P(2), P(1)]), hash(P(1)) == hash(P(1))); P(1).a = 2
### 84: from dataclasses import dataclass, field, fields,
from dataclasses import dataclass, field, fields, is_dataclass
@dataclass
class A:
    x: int
    def __post_init__(self): self.y = self.x * 2
@dataclass
class B(A):
    z: float = 1.5
    hidden: int = field(default=3, repr=False)
print(B(1), B(1).y, [f.name for f in fields(B)], is_dataclass(B), B(2, z=3))
### 85: from enum import Enum, IntEnum, auto
from enum import Enum, IntEnum, auto
class C(Enum):
    RED = 1
    GREEN = "g"
    BLUE = 3
print(C.RED, repr(C.RED), C.RED.name, C.RED.value, C(1), C["RED"], list(C), C.RED is C(1), C.RED == 1, len(C), C.RED in C, [c.name for c in C], isinstance(C.RED, C))
class N(IntEnum):
    A = 1
    B = auto()
print(N.A + 1, N.B, N.B == 2, N.A < N.B, sorted(N), repr(N.B)); C(5)
### 86: from enum import Enum
from enum import Enum
class C(Enum):
    A = 1
    B = 2
    def desc(self): return f"{self.name}!"
    @classmethod
    def first(cls): return cls.A
print(C.A.desc(), C.first(), {C.A: 1}, C.__members__)
C.Z
### 87: from typing import NamedTuple, List, Optional, Dic
from typing import NamedTuple, List, Optional, Dict, Union, Callable, Any, Tuple
class P(NamedTuple):
    x: int
    y: str = "d"
p = P(1); print(p, p.x, p._asdict(), p == (1, "d"), P._fields); x, y = p; print(y, List[int], Optional[int], Dict[str, int])
### 88: class A:
class A:
    def __init__(self, **kw): self.__dict__.update(kw)
a = A(x=1, y=2); print(a.x, a.y, sorted(a.__dict__))
### 89: class Node:
class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
    def __iter__(self):
        n = self
        while n: yield n.v; n = n.nxt
print(list(Node(1, Node(2, Node(3)))))
### 90: class A:
class A:
    @functools.cached_property
    def x(self): return 1
### 91: import functools
import functools
class A:
    @functools.cached_property
    def x(self): print("computed"); return 1
a = A(); print(a.x, a.x, a.__dict__)
### 92: print(isinstance([], (list, tuple)), isinstance({}
print(isinstance([], (list, tuple)), isinstance({}, dict), isinstance((), tuple), callable(len), callable(5), callable(A) if False else "", issubclass(int, object), type(1) == int, type([1]) is list)
### 93: class A:
class A:
    def __eq__(self, other):
        if not isinstance(other, A): return NotImplemented
        return True
print(A() == 5, A() != 5, A() == A(), A() != A())
### 94: class A(object):
class A(object):
    def __hash__(self): return 5
print(hash(A()), len({A(), A()}))
### 95: class Base:
class Base:
    def template(self): return self.step() + 1
    def step(self): raise NotImplementedError("step")
class D(Base):
    def step(self): return 1
print(D().template()); Base().template()
