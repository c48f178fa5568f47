### 5: print(10**12 in range(5))
print(10**12 in range(5))
### 7: class A:
class A:
    def __init_subclass__(cls): cls.z = 1
class B(A): pass
print(B.z)
### 9: import collections; print(collections.Counter is c
import collections; print(collections.Counter is collections.Counter, collections.OrderedDict.__name__, isinstance(collections.deque(), collections.abc.Sequence))
### 10: a = [1, 2, 3]; print(a.__iadd__([4]), a)
a = [1, 2, 3]; print(a.__iadd__([4]), a)
### 12: print(round(2.5, None), int("0b1", 2) if False els
print(round(2.5, None), int("0b1", 2) if False else 1, "%5.1f%%" % 12.34, "%s" % 1e20, "%g" % 1e20, f"{1e20:g}", f"{123456789:.3g}", f"{0:.0%}")
### 13: def f(*, a): return a
def f(*, a): return a
try: f(1, 2)
except TypeError as e: print(e)
### 14: print(list(map(lambda x, y: (x, y), "ab", [1, 2, 3
print(list(map(lambda x, y: (x, y), "ab", [1, 2, 3])), [*zip(range(3), "abc")], max([(1, 2), (1, 3)]), sorted({"b": 1, "a": 2}.items()))
### 15: print([1, 2, 3].index(3, -1), "abc".index("c", -1)
print([1, 2, 3].index(3, -1), "abc".index("c", -1), [0] * 3 + [1], [[1] * 2 for _ in range(2)])
### 16: print({**{}, "a": 1}, {"a": 1, **{"a": 2}}, dict(*
print({**{}, "a": 1}, {"a": 1, **{"a": 2}}, dict(**{"a": 1}), dict([("a", 1)], b=2))
### 17: x, *_ = (1, 2, 3); print(x, _)
x, *_ = (1, 2, 3); print(x, _)
### 18: print(" ".join(f"{i:02d}" for i in range(3)), f"{'
print(" ".join(f"{i:02d}" for i in range(3)), f"{'a':>{10}}", f"{3.14159:{'.2f'}}", f"{[1, 2]!r:>10}")
### 19: import os; print(os.path.join("a", *["b", "c"]), o
import os; print(os.path.join("a", *["b", "c"]), os.getcwd() == os.path.abspath("."))
### 20: print(any(x == 2 for x in [1, 2]), next((x for x i
print(any(x == 2 for x in [1, 2]), next((x for x in [1, 2] if x > 1), None), sum(1 for _ in "abc"))
### 21: with open("zz9.txt", "w") as f: f.write("a,b\n1,2\
with open("zz9.txt", "w") as f: f.write("a,b\n1,2\n")
with open("zz9.txt") as f:
    for i, line in enumerate(f): print(i, line.rstrip("\n").split(","))
import os; os.unlink("zz9.txt")
### 22: s = "héllo wörld"; print(s.encode("utf-8").decode(
s = "héllo wörld"; print(s.encode("utf-8").decode("utf-8") == s, s.title(), s.upper(), len(s.encode()))
### 23: from typing import List, Dict, Optional, Union, Ca
from typing import List, Dict, Optional, Union, Callable
def g(x: List[int], y: Optional[Dict[str, int]] = None, *, z: Callable[[int], int] = None) -> Union[int, str]: return x
print(g([1]), g.__annotations__["y"])
### 25: import sys; print(len(sys.argv) >= 1, sys.version.
import sys; print(len(sys.argv) >= 1, sys.version.split()[0][:1], sys.getsizeof if False else "")
### 26: print(int.__new__(int, 5), str.__new__(str, "a"),
print(int.__new__(int, 5), str.__new__(str, "a"), object.__new__(object) is not None)
### 27: print(hash((1, "a")) == hash((1, "a")), hash(froze
print(hash((1, "a")) == hash((1, "a")), hash(frozenset()) == hash(frozenset()))
### 28: try:
try:
    raise ValueError("x") from KeyError("k")
except ValueError as e: print(type(e.__cause__), e.__suppress_context__)
### 29: def deco(cls):
def deco(cls):
    orig = cls.__init__
    def __init__(self, *a): orig(self, *a); self.extra = True
    cls.__init__ = __init__
    return cls
@deco
class A:
    def __init__(self, x): self.x = x
print(A(1).extra, A(1).x)
### 30: class M(type):
class M(type):
    def __iter__(cls): return iter(cls.items)
    def __len__(cls): return len(cls.items)
    def __contains__(cls, x): return x in cls.items
    def __getitem__(cls, i): return cls.items[i]
    def __repr__(cls): return "<M>"
class A(metaclass=M): items = [1, 2]
print(list(A), len(A), 1 in A, A[0], A, str(A))
### 31: class Stack(list):
class Stack(list):
    def push(self, x): self.append(x)
    @property
    def top(self): return self[-1]
s = Stack(); s.push(1); s.push(2); s.extend([3]); print(s, s.top, s.pop(), len(s), bool(s), [x for x in s], s == [1, 2], s + [9], s * 2, 1 in s, s[::-1], sorted(s, reverse=True), list(reversed(s)), "%s" % s, f"{s}", str(s), s.index(2)); s[0] = 7; del s[1]; print(s); s += [5]; print(s, type(s).__name__); s.sort(); print(s, s.copy(), isinstance(s, list), issubclass(Stack, list), Stack([3, 1]))
### 32: class DefaultDict(dict):
class DefaultDict(dict):
    def __missing__(self, key): self[key] = value = []; return value
d = DefaultDict(); d["a"].append(1); print(d, d["a"], d.items(), list(d.keys()), d.get("z"), "a" in d, len(d), {**d}, dict(d), d == {"a": [1]}, d.pop("a"), d, bool(d)); d.update(x=1); d.setdefault("y", 2); print(d, sorted(d), [k for k in d], d | {"q": 1}, d.copy())
### 34: class Celsius(float):
class Celsius(float):
    def __str__(self): return f"{float(self):.1f}C"
c = Celsius(21.456); print(c, c + 1, c > 20, round(c, 1), f"{c:.2f}", repr(c), abs(c), -c, int(c), c * 2, max(c, 3), [c], hash(c) == hash(21.456))
### 35: class Name(str):
class Name(str):
    def __new__(cls, v): return super().__new__(cls, v.strip().title())
n = Name("  ada lovelace "); print(n, len(n), n.split(), n == "Ada Lovelace", {n: 1}, n.upper(), n[0:3], "Ada" in n, n + "!", f"{n:>15}", n.startswith("A"), ",".join([n, n]), sorted([n, "B"]), isinstance(n, str), type(n).__name__, n.replace("A", "a"), hash(n) == hash("Ada Lovelace"))
### 36: class Vec(tuple):
class Vec(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return Vec(*(x + y for x, y in zip(self, o)))
v = Vec(1, 2); print(v, v + Vec(3, 4), v[0], len(v), list(v), v == (1, 2), hash(v) == hash((1, 2)), {v: 1}[(1, 2)], 1 in v); a, b = v; print(a, b, v * 2, v[::-1], v < (2,))
