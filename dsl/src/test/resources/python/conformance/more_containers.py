### 1: a = [1, 2, 3, 4, 5]; a[1:3] = [9]; print(a); a[::2
a = [1, 2, 3, 4, 5]; a[1:3] = [9]; print(a); a[::2] = [0, 0]; print(a); del a[1:3]; print(a); a[len(a):] = [7, 8]; print(a); a[:0] = [5]; print(a); del a[::2]; print(a); a[:] = []; print(a)
### 2: a = list(range(10)); a[::3] = [1]
a = list(range(10)); a[::3] = [1]
### 3: a = list(range(10)); a[2:5] = 5
a = list(range(10)); a[2:5] = 5
### 4: a = list(range(10)); a[::-1] = range(10); print(a)
a = list(range(10)); a[::-1] = range(10); print(a); a[8:2:-2] = "abc"; print(a); del a[-1], a[0]; print(a); del a[5:1:-2]; print(a)
### 5: a = [1]; a[5] = 1
a = [1]; a[5] = 1
### 6: a = [1]; del a[5]
a = [1]; del a[5]
### 7: a = [1]; a["x"]
a = [1]; a["x"]
### 8: a = [1]; a[1.0]
a = [1]; a[1.0]
### 9: a = (1,); a[0] = 2
a = (1,); a[0] = 2
### 10: a = (1,); del a[0]
a = (1,); del a[0]
### 11: a = [3, 1, 2]; a.sort(); print(a); a.sort(reverse=
a = [3, 1, 2]; a.sort(); print(a); a.sort(reverse=True); print(a); a.sort(key=lambda x: -x); print(a); print(a.index(2), a.count(1), a.pop(), a.pop(0), a); a.insert(0, 9); a.insert(-1, 8); a.insert(100, 7); print(a); a.remove(8); a.extend("xy"); a += (1, 2); print(a, a.copy() == a); a.reverse(); print(a); a.clear(); print(a)
### 12: [].pop()
[].pop()
### 13: [1].pop(5)
[1].pop(5)
### 14: [1].remove(2)
[1].remove(2)
### 15: [1].index(2)
[1].index(2)
### 16: [1, "a"].sort()
[1, "a"].sort()
### 17: [1].append()
[1].append()
### 18: [1].append(1, 2)
[1].append(1, 2)
### 19: [1].foo()
[1].foo()
### 20: [1].sort(lambda x: x)
[1].sort(lambda x: x)
### 21: [1].extend(5)
[1].extend(5)
### 22: print([1, 2] + [3], [1] * 3, [[0] * 2] * 2, [1, 2]
print([1, 2] + [3], [1] * 3, [[0] * 2] * 2, [1, 2] == [1, 2], [1, 2] < [1, 3], [1, 2] != [2], 1 in [1], [1, [2, 3]][1][0], [] == (), [1, 2, 3][-2:], [1,2,3][::-1], (1,) + (2,), (1, 2) * 2)
### 23: [1] + 1
[1] + 1
### 24: [1] * "a"
[1] * "a"
### 25: [1] - [1]
[1] - [1]
### 26: x = [1, 2]; y = x; y.append(3); print(x, x is y, x
x = [1, 2]; y = x; y.append(3); print(x, x is y, x[:] is x); x.append(x); print(x)
### 27: d = {}; d["d"] = d; print(d)
d = {}; d["d"] = d; print(d)
### 28: (a, *b), c = [1, 2, 3], 4; print(a, b, c); *a, b =
(a, *b), c = [1, 2, 3], 4; print(a, b, c); *a, b = "abc"; print(a, b); a, (b, [c, *d]) = 1, (2, "xyz"); print(a, b, c, d); a = b = c = 5; print(a, b, c); [a, b] = 1, 2; a, b = b, a; print(a, b)
### 29: a, b = 1
a, b = 1
### 30: a, b = [1]
a, b = [1]
### 31: a, b = [1, 2, 3]
a, b = [1, 2, 3]
### 32: a, *b, c = [1]
a, *b, c = [1]
### 33: a, b = {1: 2, 3: 4}; print(a, b); a, b = "xy"; pri
a, b = {1: 2, 3: 4}; print(a, b); a, b = "xy"; print(a)
### 34: d = {"a": 1, "b": 2}; print(d["a"], d.get("z"), d.
d = {"a": 1, "b": 2}; print(d["a"], d.get("z"), d.get("z", 0), list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items(), "a" in d, len(d), d.pop("a"), d.pop("q", None), d.setdefault("n", []), d.popitem(), d); d.update({"x": 1}, y=2); d.update([("z", 3)]); print(d, d | {"w": 1}, {**d, "q": 1}); d |= {"v": 1}; print(d, d.copy() == d, dict(d) is d); del d["v"]; d.clear(); print(d)
### 35: {}["a"]
{}["a"]
### 36: {}.pop("a")
{}.pop("a")
### 37: {}.popitem()
{}.popitem()
### 38: del {}["a"]
del {}["a"]
### 39: {[1]: 1}
{[1]: 1}
### 40: {{}: 1}
{{}: 1}
### 41: {}[[1]]
{}[[1]]
### 42: d = {1: 1}; d.update(5)
d = {1: 1}; d.update(5)
### 43: dict([1])
dict([1])
### 44: dict([(1, 2, 3)])
dict([(1, 2, 3)])
### 45: dict(5)
dict(5)
### 46: print(dict(a=1, b=2), dict([("a", 1)]), dict(zip("
print(dict(a=1, b=2), dict([("a", 1)]), dict(zip("ab", [1, 2])), dict({"a": 1}, b=2), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), {k: v for k, v in zip("ab", range(2))}, {"a": 1} == {"a": 1.0}, list(reversed({"a": 1, "b": 2})), {"a": 1}.keys() & {"a", "b"}, {"a": 1}.keys() | {"b"} == {"a", "b"}, {"a": 1}.items() - {("a", 1)}, {"a": 1}.keys() == {"a"})
### 47: d = {1: "a", 2: "b"}
d = {1: "a", 2: "b"}
for k in d: d[k + 10] = 1
### 48: d = {"b": 1, "a": 2}
d = {"b": 1, "a": 2}
for k, v in sorted(d.items(), key=lambda kv: kv[1]): print(k, v)
for i, (k, v) in enumerate(d.items(), 1): print(i, k, v)
print(max(d, key=d.get), sorted(d, key=d.get, reverse=True), min(d.values()), sum(d.values()), list(map(lambda kv: kv[0], d.items())))
### 49: s = {1, 2, 3}; print(s, s | {4}, s & {1, 5}, s - {
s = {1, 2, 3}; print(s, s | {4}, s & {1, 5}, s - {1}, s ^ {1, 9}, s <= {1, 2, 3, 4}, s < s, s >= {1}, s.issubset([1, 2, 3]), s.isdisjoint([7]), s.union([5], (6,)), s.intersection([1]), s.difference([1]), s.symmetric_difference([1]), 1 in s, len(s)); s.add(9); s.discard(77); s.remove(9); s.update([4, 5]); s |= {6}; s -= {1}; s &= {2, 3, 4}; s ^= {2}; print(s, s.copy(), sorted(s), set("aab") == {"a", "b"}, set(), {*()}, frozenset([1]), {x % 3 for x in range(9)})
### 50: {1}.remove(5)
{1}.remove(5)
### 51: set().pop()
set().pop()
### 52: {[1]}
{[1]}
### 53: {1} | [1]
{1} | [1]
### 54: {1} + {2}
{1} + {2}
### 55: {1}[0]
{1}[0]
### 56: set(5)
set(5)
### 57: frozenset([1]).add(2)
frozenset([1]).add(2)
### 58: print({3, 1, 2}, {10, 5, 20}, {"a"}, {1.5, 2}, {Tr
print({3, 1, 2}, {10, 5, 20}, {"a"}, {1.5, 2}, {True, 1, 1.0}, {(1, 2)}, set([5, 3, 1, 100, 50, 64, 32]), {-1, -2, 0}, set(range(20, 0, -1)), frozenset([3, 1, 2]) | {0}, {100, 200, 300, 8, 16})
### 59: print((1,), (), (1, 2), 1, tuple([1]), tuple("ab")
print((1,), (), (1, 2), 1, tuple([1]), tuple("ab"), (1, 2)[0], (1, 2).index(2), (1, 2, 1).count(1), len((1,)), (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)), sorted([(2, "a"), (1, "b")]))
### 60: (1,).index(5)
(1,).index(5)
### 61: print([x * 2 for x in range(5) if x % 2], [(x, y)
print([x * 2 for x in range(5) if x % 2], [(x, y) for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(3)], {x: x ** 2 for x in range(3)}, {x for x in "abc" if x > "a"} == {"b", "c"}, sum(x for x in range(5)), list(x for x in "ab"), [a if a else "z" for a in [0, 1]], [y := 5, y ** 2], [x for x in [1, 2, 3] if x > 1 if x < 3])
### 62: x = 5; l = [x for x in range(3)]; print(x); print(
x = 5; l = [x for x in range(3)]; print(x); print([lambda: i for i in range(3)][0]() if True else 0, [f() for f in [lambda i=i: i for i in range(3)]]); print([(last := v) for v in range(3)], last)
### 63: a = [1, 2, 3]; b = iter(a); print(next(b), list(b)
a = [1, 2, 3]; b = iter(a); print(next(b), list(b), list(b), next(b, None)); next(b)
### 64: print(list(enumerate("ab", 5)), list(zip([1, 2], "
print(list(enumerate("ab", 5)), list(zip([1, 2], "ab", (True, False))), list(zip()), list(zip([1], [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2])), list(reversed([1, 2])), sorted([3, 1], reverse=True), list(zip(*[(1, 2), (3, 4)])), list(range(0)), dict(enumerate("ab")), list(zip([1], [2], strict=True)))
### 65: list(zip([1], [1, 2], strict=True))
list(zip([1], [1, 2], strict=True))
### 67: enumerate(5)
enumerate(5)
### 68: map(5, [1]) and list(map(5, [1]))
map(5, [1]) and list(map(5, [1]))
### 69: list(5)
list(5)
### 70: sorted(5)
sorted(5)
### 71: sorted([1, "a"])
sorted([1, "a"])
### 72: sorted([1], lambda x: x)
sorted([1], lambda x: x)
### 73: reversed({1})
reversed({1})
### 74: iter(5)
iter(5)
### 75: next([1])
next([1])
### 76: for a, b in [1, 2]: pass
for a, b in [1, 2]: pass
### 77: for i in range(3):
for i in range(3):
    if i == 5: break
else: print("else")
while True:
    i += 1
    if i > 5: break
else: print("no")
for i in []: pass
else: print("empty", i)
### 78: print([1, 2, 3].__len__(), [1].__contains__(1), [1
print([1, 2, 3].__len__(), [1].__contains__(1), [1, 2].__getitem__(0), {"a": 1}.__getitem__("a"), {"a": 1}.__contains__("a"), (1, 2).__len__(), [3].__iter__().__next__(), {1}.__len__(), [1].__add__([2]), [1].__eq__([1]), {}.__class__)
### 79: l = [1, 2]; l.__setitem__(0, 5); l.__delitem__(1);
l = [1, 2]; l.__setitem__(0, 5); l.__delitem__(1); d = {}; d.__setitem__("a", 1); print(l, d, list.__len__(l), dict.get(d, "a"), list.append(l, 3), l, set.union({1}, {2}), str.split("a b"), dict.items(d), list.sort(l), tuple.index((1, 2), 2))
### 80: print(sorted(["banana", "apple", "Cherry"], key=la
print(sorted(["banana", "apple", "Cherry"], key=lambda s: s.lower()), sorted([(1, "b"), (1, "a"), (0, "c")]), sorted([(1, "b"), (1, "a"), (0, "c")], key=lambda t: t[0]), sorted("bca", reverse=True), sorted([(1, "b"), (1, "a")], key=lambda t: t[0], reverse=True), sorted({3: 1, 1: 2}), sorted([True, False]), sorted([[2], [1, 5], [1]]))
### 81: print([None] * 2, [[]] * 2, [0] * 0, list("abc"),
print([None] * 2, [[]] * 2, [0] * 0, list("abc"), list({"a": 1}), list((1, 2)), list({5}), [*range(3), *"ab"], [*{}, *{"k": 1}], {**{"a": 1}, "a": 2}, (*[1], 2), {*[1, 2], 3})
### 82: import copy; a = [1, [2, 3], {"k": [4]}]; b = copy
import copy; a = [1, [2, 3], {"k": [4]}]; b = copy.copy(a); c = copy.deepcopy(a); a[1].append(9); a[2]["k"].append(5); print(b, c, copy.deepcopy((1, [2])), copy.copy({1: 2}), copy.copy({1, 2}))
### 85: b"abc" + "a"
b"abc" + "a"
### 86: b"abc"[5]
b"abc"[5]
### 87: b = b"abc"; b[0] = 1
b = b"abc"; b[0] = 1
### 88: bytes([256])
bytes([256])
### 89: bytes("a")
bytes("a")
### 91: a = [1, 2, 3, 4]
a = [1, 2, 3, 4]
for x in a:
    if x == 2: a.remove(x)
print(a)
### 93: from collections import defaultdict
from collections import defaultdict
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, dict(d), d["a"], len(d), d.get("z"), "z" in d, d.default_factory, defaultdict(int, {"a": 1}), defaultdict(lambda: 5)["x"], defaultdict(int) == {}); e = defaultdict(lambda: defaultdict(int)); e["a"]["b"] += 1; print(e["a"]["b"], d | {"c": 1}, d.copy()); defaultdict(None)["q"]
### 94: from collections import OrderedDict
from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2)]); d.move_to_end("a"); print(d, list(d), d.popitem(last=False), d, OrderedDict(a=1) == {"a": 1}, OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)])); d["z"] = 1; d.move_to_end("z", last=False); print(d, list(reversed(d)), OrderedDict())
### 95: from collections import namedtuple
from collections import namedtuple
P = namedtuple("P", "x y"); p = P(1, y=2); print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), p == (1, 2), len(p), list(p), isinstance(p, tuple), *p, P.__name__, p < (1, 3), p + (3,), p.index(2), hash(p) == hash((1, 2))); Q = namedtuple("Q", ["a", "b"], defaults=[5]); print(Q(1), Q._field_defaults, Q(*[1, 2]), Q(**{"a": 3})); p.x = 3
### 96: from collections import namedtuple
from collections import namedtuple
namedtuple("P", "x y")(1)
### 97: from collections import namedtuple
from collections import namedtuple
namedtuple("P", "x y")(1, 2, 3)
### 98: from collections import namedtuple
from collections import namedtuple
class P(namedtuple("P", "x y")):
    @property
    def s(self): return self.x + self.y
    def __str__(self): return f"<{self.x}>"
print(P(1, 2).s, P(1, 2), repr(P(1, 2)), P(1, 2)._replace(x=4).s)
### 100: from collections import deque
from collections import deque
d = deque([1, 2, 3], maxlen=3); d.append(4); print(d, d[0], d[-1], len(d), d.popleft(), d.pop(), d, d.maxlen); d.extend([7, 8, 9]); d.appendleft(0); print(d, list(d), 7 in d, d.index(7)); d.rotate(1); print(d); d.rotate(-2); print(d, deque("ab"), deque(), d == deque([1]), d.count(7), list(reversed(d)), d.copy()); d.extendleft("xy"); d.insert(1, "q") if False else None; d[0] = "z"; d.remove("z"); print(d); d.clear(); d.pop()
### 101: from collections import deque
from collections import deque
d = deque([1, 2, 3]); d.insert(1, 9); del d[0]; print(d, d + deque([5]), d * 2, deque([1]) < deque([2]), bool(deque())); d += [4]; d.reverse(); print(d); d[10]
### 102: from collections import ChainMap
from collections import ChainMap
c = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(c["a"], c["b"], dict(c), list(c), len(c), c.maps, c.new_child({"z": 1}), c.parents, c.get("q"), "b" in c); c["n"] = 5; print(c); c["zz"]
### 103: from collections import UserDict, UserList, abc
from collections import UserDict, UserList, abc
print(isinstance([], abc.Iterable), isinstance({}, abc.Mapping), isinstance(5, abc.Hashable), isinstance("a", abc.Sequence), isinstance(len, abc.Callable), isinstance((x for x in []), abc.Generator), isinstance(iter([]), abc.Iterator), isinstance([], abc.Hashable), isinstance({1}, abc.Set), isinstance(5, abc.Iterable))
### 104: from collections.abc import Iterable, Mapping, Seq
from collections.abc import Iterable, Mapping, Sequence; print(isinstance([], Iterable), isinstance({}, Mapping))
### 105: from types import SimpleNamespace
from types import SimpleNamespace
n = SimpleNamespace(a=1, b="x"); n.c = 3; print(n, n.a, n == SimpleNamespace(a=1, b="x", c=3))
### 106: print(len([1]), len("é"), len({}), len(range(5)),
print(len([1]), len("é"), len({}), len(range(5)), len(b"ab"), len({1: 2}.keys()))
### 107: len(5)
len(5)
### 108: len((x for x in []))
len((x for x in []))
### 109: len()
len()
### 110: len([], [])
len([], [])
### 111: print([1, 2, 3, 4][slice(1, 3)], slice(1, 10, 2).i
print([1, 2, 3, 4][slice(1, 3)], slice(1, 10, 2).indices(5), slice(None, 3).start, slice(3) == slice(None, 3), [1, 2, 3][-100:100], "abc"[::-1][0], [1, 2, 3][5:], [][::2])
### 112: [1, 2][::0]
[1, 2][::0]
### 113: matrix = [[1, 2, 3], [4, 5, 6]]; print([list(r) fo
matrix = [[1, 2, 3], [4, 5, 6]]; print([list(r) for r in zip(*matrix)], [x for r in matrix for x in r], sum(map(sum, matrix)), [[r[i] for r in matrix] for i in range(3)], max(map(max, matrix)))
### 114: text = "the cat sat on the mat the end"
text = "the cat sat on the mat the end"
freq = {}
for w in text.split(): freq[w] = freq.get(w, 0) + 1
print(freq, sorted(freq.items(), key=lambda t: (-t[1], t[0]))[:3], {v: k for k, v in freq.items()})
### 115: def f(l=[]): l.append(1); return l
def f(l=[]): l.append(1); return l
print(f(), f(), f([5]))
### 116: g = {"a": {"b": {"c": [1, 2, {"d": None}]}}}; prin
g = {"a": {"b": {"c": [1, 2, {"d": None}]}}}; print(g["a"]["b"]["c"][2]["d"], g); g["a"]["b"]["c"][2]["e"] = (1,); print(g)
### 117: print(str([1.0, "a'b", None, True, (1,), {2}, {"k"
print(str([1.0, "a'b", None, True, (1,), {2}, {"k": [b"x"]}, 1e20, ..., int, len]), [float("nan"), float("inf")], {1: {2: {3: 4}}}, ["\n", "é", "\\"], [range(3)], [[]], [()], ({},))
