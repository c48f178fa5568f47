### list basics
a = [1, 2, 3]
a.append(4); a.insert(0, 0); a.extend([5, 6])
print(a, len(a), a[0], a[-1], a[1:3], a[::-1])
### list removal
a = [1, 2, 3, 2]
a.remove(2); print(a)
print(a.pop(), a.pop(0), a)
del a[0]
print(a)
### list sort
a = [3, 1, 2]
a.sort(); print(a)
a.sort(reverse=True); print(a)
a.sort(key=lambda v: -v % 3); print(a)
### sorted stability
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')], key=lambda p: p[0]), sorted([3, 1, 2], reverse=True))
### list methods
a = [1, 2, 2, 3]
print(a.count(2), a.index(3), a.copy() == a, a.copy() is a)
a.reverse(); print(a)
a.clear(); print(a)
### list operators
print([1] + [2], [0] * 3, [1, 2] == [1, 2], [1, 2] < [1, 3], 2 in [1, 2], [1] < [1, 0])
### nested lists
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m)
shared = [[0]] * 2
shared[0].append(1)
print(shared)
### slice assignment
a = [0, 1, 2, 3, 4]
a[1:3] = ['x', 'y', 'z']; print(a)
a[::2] = [9, 9, 9]; print(a)
del a[1:3]; print(a)
a[len(a):] = [7]; print(a)
### list aliasing
a = [1]
b = a
b += [2]
print(a, a is b)
c = a[:]
c.append(3)
print(a, c)
### tuple
t = (1, 'a', 2.0)
print(t, len(t), t[1], t[::-1], t + (1,), (1,) * 2, (), (5,))
print(t.count(1), t.index('a'), 1 in t)
### tuple unpack
a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
first, *rest = [1, 2, 3]
*init, last = 'abc'
x, *mid, y = range(5)
print(a, b, c, d, e, first, rest, init, last, mid)
### dict
d = {'a': 1, 'b': 2}
d['c'] = 3
print(d, d['a'], d.get('z'), d.get('z', 0), len(d), 'a' in d, list(d))
### dict views
d = {'a': 1, 'b': 2}
print(d.keys(), d.values(), d.items(), list(d.items()))
for k, v in d.items():
    print(k, v)
### dict methods
d = {'a': 1}
print(d.setdefault('b', 2), d.setdefault('a', 9), d.pop('a'), d.pop('zz', None), d)
d.update({'x': 1}, y=2); d.update([('z', 3)])
print(d, d.popitem(), d.copy() == d)
d.clear(); print(d)
### dict constructors
print(dict(a=1, b=2), dict([('a', 1)]), dict(zip('ab', [1, 2])), {**{'a': 1}, 'b': 2}, dict.fromkeys('ab', 0), dict())
### dict merge
a = {'x': 1, 'y': 2}
b = {'y': 3}
print(a | b, {**a, **b})
a |= b
print(a)
### dict del
d = {'a': 1, 'b': 2}
del d['a']
print(d)
### dict keys kinds
d = {1: 'int', 'a': 'str', (1, 2): 'tuple', None: 'none', 2.5: 'float'}
print(d, d[(1, 2)], d[None], d[1.0])
### dict comprehension
print({k: v ** 2 for k, v in enumerate('abc' and range(3))}, {c: ord(c) for c in 'ab'})
### set
s = {1, 2, 3}
s.add(4); s.discard(1); s.discard(99)
print(sorted(s), len(s), 2 in s, set(), {1} | {2}, {1, 2} & {2}, {1, 2} - {2}, sorted({1, 2} ^ {2, 3}))
### set methods
a, b = {1, 2, 3}, {3, 4}
print(a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b) == {1, 2, 4})
print({1}.issubset(a), a.issuperset({1}), a.isdisjoint({9}), a <= a, a < a, {1} < a)
### set updates
s = {1}
s.update([2, 3]); s |= {4}; s -= {1}; s &= {2, 3, 4}
print(s)
s.remove(2)
print(s, set('aab') == {'a', 'b'})
### frozenset
f = frozenset([1, 2])
print(f, f | {3}, {f: 1}[frozenset([2, 1])])
### list comprehension
print([x * 2 for x in range(4)], [x for x in range(10) if x % 2 if x > 3], [(i, j) for i in range(2) for j in range(2)])
### nested comprehension
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [x for r in m for x in r])
### comprehension scope
x = 'outer'
l = [x for x in range(3)]
print(x, l)
### set comprehension
print({x % 3 for x in range(10)})
### conditional comprehension
print(['e' if i % 2 == 0 else 'o' for i in range(4)])
### walrus
if (n := len([1, 2, 3])) > 2:
    print(n)
print([y for x in range(5) if (y := x * x) > 3], y)
### star in displays
a = [1, 2]
print([0, *a, 3], (*a, *a), {*a, 5}, [*'ab', *range(2)])
### zip and enumerate
print(list(zip([1, 2, 3], 'ab')), list(enumerate('ab', 1)), list(zip()), list(zip([1], [2], [3])))
### map filter
print(list(map(lambda x: x + 1, [1, 2])), list(filter(None, [0, 1, '', 'a'])), list(map(max, [1, 5], [3, 2])))
### any all
print(any([0, 1]), all([1, 0]), any([]), all([]), any(x > 2 for x in [1, 2, 3]))
### min max key
print(max('apple', 'fig', key=len), min([], default='none'), max([(1, 'a'), (1, 'b')]), min({'b': 1, 'a': 2}))
### range
print(range(5), list(range(2, 8, 3)), list(range(5, 0, -2)), len(range(0, 10, 3)), 4 in range(5), range(10)[3], range(10)[2:5], list(range(0)))
### recursive list
a = [1]
a.append(a)
print(a)
### equality across types
print([1, 2] == (1, 2), (1, 2) == (1, 2), {1: 2} == {1: 2.0}, [1, [2]] == [1, [2]], {1, 2} == {2, 1}, [] == {})
### truth
print([bool(v) for v in (0, 1, '', 'a', [], [0], {}, {1: 1}, None, 0.0, (), (0,), set())])
### sum of lists
print(sum([[1], [2]], []), sum(([i] * i for i in range(3)), []))
### delete several
a = [1, 2, 3, 4]
del a[0], a[-1]
print(a)
### multiple assignment
a = b = c = []
a.append(1)
print(b, c is a)
### swap in list
a = [1, 2, 3]
a[0], a[2] = a[2], a[0]
print(a)
i = 0
i, a[i] = 1, 9
print(i, a)
### matrix multiply by hand
A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
print([[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A])
### transpose
print(list(zip(*[[1, 2, 3], [4, 5, 6]])), [list(r) for r in zip(*[(1, 2), (3, 4)])])
### flatten
def flat(l):
    for i in l:
        if isinstance(i, list):
            yield from flat(i)
        else:
            yield i
print(list(flat([1, [2, [3, [4]], 5]])))
### grouping
d = {}
for w in ['apple', 'bob', 'avocado', 'bee']:
    d.setdefault(w[0], []).append(w)
print(d)
### sort dict
d = {'b': 2, 'a': 3, 'c': 1}
print(sorted(d), sorted(d.items(), key=lambda kv: kv[1]), dict(sorted(d.items())))
### list in while
q = [1]
while q and len(q) < 5:
    q.append(q[-1] * 2)
print(q)
### error index
[1][3]
### error key
{'a': 1}['b']
### error key int
{}[5]
### error pop
[].pop()
### error remove
[1].remove(2)
### error tuple assign
t = (1,)
t[0] = 2
### error unhashable
{[1]: 2}
### error unpack many
a, b = 1, 2, 3
### error unpack few
a, b, c = [1, 2]
### error unpack none
a, b = None
### error list index type
[1]['a']
### error changed size
d = {'a': 1}
for k in d:
    d['b'] = 2
### error set remove
{1}.remove(5)
### error concat
[1] + (2,)
### error not subscriptable
x = 5
x[0]
### error not iterable
for i in 5:
    pass
### error len
len(5)
