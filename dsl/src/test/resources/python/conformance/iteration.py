### iter and next
it = iter([1, 2, 3])
print(next(it), next(it), list(it), next(it, 'end'))
### iter over dict while reading
d = {'a': 1, 'b': 2}
print([k for k in d], [d[k] for k in d], list(iter(d)), list(d.values()))
### zip unequal
print(list(zip([1, 2, 3], 'ab')), dict(zip(['x', 'y'], range(5))))
### zip strict
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
### enumerate start
for i, c in enumerate('xyz', start=10):
    print(i, c)
### reversed
print(list(reversed([1, 2, 3])), ''.join(reversed('abc')), list(reversed(range(3))))
### sorted keys
words = ['banana', 'fig', 'Apple']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
### map with several
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(map(str, [1, 2])))
### filter
print(list(filter(lambda x: x > 1, [0, 1, 2, 3])), list(filter(str.isalpha, 'a1b2')))
### lazy map
m = map(print, [1, 2])
print('before')
list(m)
### iter with sentinel
it = iter([1, 2, 0, 3])
print(list(iter(lambda: next(it), 0)))
### unpack iterators
a, b, c = map(int, '1 2 3'.split())
print(a + b + c)
print(*range(3), *'ab', sep=',')
### nested generators
def chunks(l, n):
    for i in range(0, len(l), n):
        yield l[i:i + n]
print(list(chunks(list(range(7)), 3)))
### sliding window
def windows(l, n):
    return [l[i:i + n] for i in range(len(l) - n + 1)]
print(windows([1, 2, 3, 4], 2))
### bigrams
text = 'the cat sat'.split()
print(list(zip(text, text[1:])))
### any with generator stops early
def g():
    for i in range(5):
        print('g', i)
        yield i
print(any(x == 1 for x in g()))
### comprehension with condition and function
print([len(w) for w in 'a bb ccc'.split() if w != 'bb'])
### dict from comprehension with index
vocab = {w: i for i, w in enumerate(sorted(set('b a c a'.split())))}
print(vocab)
### invert dict
print({v: k for k, v in {'a': 1, 'b': 2}.items()})
### frequency sort
from collections import Counter
c = Counter('mississippi')
print(c.most_common(2), c['s'], c['z'], sorted(c.items()))
### one hot
def one_hot(i, n): return [1 if j == i else 0 for j in range(n)]
print([one_hot(i, 3) for i in range(3)])
### padding sequences
seqs = [[1], [1, 2, 3]]
m = max(map(len, seqs))
print([s + [0] * (m - len(s)) for s in seqs])
### accumulate by hand
total, out = 0, []
for x in [1, 2, 3]:
    total += x
    out.append(total)
print(out)
### loop with else and tuple
pairs = [(1, 'a'), (2, 'b')]
for n, c in pairs:
    print(f'{n}{c}', end=' ')
else:
    print('end')
### nested unpacking in comprehension
print([a + b for (a, b) in [(1, 2), (3, 4)]], [k + str(v) for k, v in {'x': 1}.items()])
### range arithmetic
print(sum(range(1, 101)), list(range(10, 0, -3)), range(3) == range(0, 3), 5 in range(0, 10, 2))
### string building
out = []
for i, w in enumerate(['a', 'b']):
    out.append(f'{i}:{w}')
print(', '.join(out))
### generator in function call
print(max(len(w) for w in ['a', 'bbb']), sorted(x * x for x in [3, 1, 2]), ''.join(c for c in 'a1b2' if c.isalpha()))
### set iteration sorted
print(sorted({3, 1, 2}), sorted({'b', 'a'}))
### generator exhausted
g = (x for x in [1, 2])
print(list(g), list(g))
### double loop comprehension with dependency
print([(x, y) for x in range(3) for y in range(x)])
### yield from several
def g():
    yield from 'ab'
    yield from [1, 2]
    yield from range(2)
print(list(g()))
### recursive generator
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
### generator with state
def running():
    total = 0
    while True:
        x = yield total
        if x is None:
            return
        total += x
r = running()
next(r)
r.send(3)
print(r.send(4))
### sieve
def sieve(n):
    is_p = [True] * (n + 1)
    is_p[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if is_p[i]:
            for j in range(i * i, n + 1, i):
                is_p[j] = False
    return [i for i, p in enumerate(is_p) if p]
print(sieve(50))
### binary search
def bs(a, x):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if a[mid] == x: return mid
        if a[mid] < x: lo = mid + 1
        else: hi = mid - 1
    return -1
print(bs([1, 3, 5, 7], 5), bs([1, 3], 4))
### bubble sort
a = [5, 2, 9, 1]
for i in range(len(a)):
    for j in range(len(a) - 1 - i):
        if a[j] > a[j + 1]:
            a[j], a[j + 1] = a[j + 1], a[j]
print(a)
