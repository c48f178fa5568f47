### text that grows
s = ''
for i in range(2000): s += 'ab'
print(len(s), s[:4], s == 'ab' * 2000, type(s), s.count('a'))
t = s
s += 'c'
t += 'd'
print(s[-1], t[-1], len(s), len(t))
def f():
    global s
    s += 'X'
    return 'Y'
s += f()
print(s[-3:], len(s))
print(globals()['s'] == s, len(globals()['t']))
try:
    s += 1
except TypeError as e: print(e)
d = {s: 1}
print(d[s + ''], s in d)
### text that grows in a function
def g(n):
    out = ''
    for i in range(n):
        out += chr(97 + i % 26)
        if i % 500 == 0: print(len(out), out[-1])
    h = lambda: out
    return out, locals().get('out')[:3]
a, b = g(1500)
print(a[-5:], b)
def k(n):
    o = 'q' * 600
    for i in range(n):
        o += 'w'
    print(sorted(vars()), o.upper()[-3:], f'{o[:2]!r}')
    o *= 2
    o += 'e'
    return o
print(len(k(5)), k(3) == 'q' * 600 + 'www' + 'q' * 600 + 'www' + 'e')
def u():
    try:
        zz += 'a'
    except UnboundLocalError as e: print(e)
    zz = ''
u()
try:
    undefined_ += 'a'
except NameError as e: print(e)
### text that grows in a generator
def gen(n):
    o = ''
    for i in range(n):
        o += 'é' if i == 700 else 'z'
        if i % 300 == 299: yield o[-1], len(o)
print(list(gen(1200)))
### exchange
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
x = [0, 1, 2]
i = 0
i, x[i] = 2, 9
print(i, x)
def f(n): print('f', n); return n
x[f(0)], x[f(1)] = f(3), f(4)
print(x)
(a, b), c = (b, a), 5
print(a, b, c)
[p, q] = q_ = 7, 8
print(p, q, q_)
try:
    a, b = 1, 2, 3
except ValueError as e: print(e)
### members that come and go
class A:
    x = 1
class B(A):
    pass
b = B()
print(b.x, B.x)
A.x = 2
print(b.x)
B.x = None
print(b.x, B.x, A().x)
del B.x
print(b.x)
b.x = 5
print(b.x, vars(b))
del b.x
print(b.x, vars(b))
A.twice = lambda self: self.x * 2
print(b.twice())
A.__add__ = lambda self, o: 'sum'
print(b + 1)
del A.twice
try: b.twice()
except AttributeError as e: print(e)
class C:
    n = 0
    def __init__(self): C.n += 1
for _ in range(3): C()
print(C.n)
o = C()
for i in range(12): setattr(o, 'f' + str(i), i)
del o.f3, o.f0
o.f3 = 'again'
print(list(vars(o).items()), o.f11, hasattr(o, 'f0'))
A.__getattr__ = lambda self, name: name + '?'
print(b.nothing)
### whole and real numbers together
print(1 < 1.5, 2 <= 2.0, 3 > 2.9, 1 == 1.0, 1 != 1.0, 0.0 == -0.0, 0 == -0.0)
n = float('nan')
print(n < 1, 1 < n, n == n, n != n, n <= 1, 1 >= n, min(n, 1), max(1, n), min(1, n))
print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**30 > 1e30, 10**400 > 1e308)
print(7 / 2, -7 // 2, -7 % 3, 7.5 // 2, -7.5 % 2, 2**62 * 4 // 7, (2**63 - 1) % 10, -(2**40) % 7, -(2**40) // 7, 2**40 // -7)
print(0 ** 0, 0 ** 5, (-2) ** 63, 2 ** 64, 3 ** 40, 10 ** 18, 10 ** 19, 7 ** 22, 7 ** 23, (-1) ** 1000001, 1 ** 10**6)
print(min(3, 2.5), max(2, 2.0), max(2.0, 2), min(2, 2.0), abs(-2**31), abs(-5), int(-3.9), int(2.0**31), int(1e20))
print((2**64 - 1) & 255, (2**64 - 1) ^ (2**63), -1 & (2**64 - 1), -1 | 2**64, -1 ^ 2**63, 2**63 | 1, -2**63 & -2, 2**100 & (2**64 - 1), -2**70 & (2**64 - 1), -5 & 2**63)
h = 14695981039346656037
for i in range(50): h = ((h ^ i) * 1099511628211) & 0xffffffffffffffff
print(h)
print(True & False, True | 1, True ^ True, 5 & True)
### sorting plain numbers
print(sorted([3, 1, 2]), sorted([3.5, -1.0, 2.0], reverse=True), sorted([1, 2.5, True, 0]))
print(sorted([0.0, -0.0, 0.0]), sorted(['b', 'a', 'B', 'ab']), sorted([(2, 'a'), (1, 'b')]))
print(sorted([5, 3, 4], key=lambda v: -v), sorted('hello', key=str.upper, reverse=True))
print(sorted([1, 'a'], key=str), sorted([2**40, 1, -2**70]))
w = ['bb', 'a', 'cc', 'd']
w.sort(key=len); print(w)
w.sort(key=len, reverse=True); print(w)
try: sorted([1, 'a'])
except TypeError as e: print(e)
try: sorted([1.5, None, 2])
except TypeError as e: print(e)
print(sorted([]), sorted([True, False]))
### letters of a text
print([c for c in 'aé😀z'], list('😀'), len('😀'), 'aé😀z'[2], 'héllo'[1])
for c in 'ab': print(c, c is 'ab'[0] or True)
a, b = '😀x'
print(b, a)
d = {1: 'i', 2.0: 'f', True: 't'}
print(d, d[2], d[1.0], d.get(2), d.get(3), d.get(0, 'none'), 2 in d, 3 in d)
e = {0.0: 1}
e[0] = 2
e[False] = 3
e[7.0] = 1
e[7] += 4
print(e, e.get(7), e.get('x', 'y'))
s = {1, 2.0}
s.add(2); s.add(1.0); s.add(True)
print(s)
l = [1]
print(l.pop(), l)
try: l.pop()
except IndexError as x: print(x)
from collections import deque, defaultdict
q = deque([1, 2], maxlen=2)
q.append(3); print(q, q.popleft(), q.pop())
try: q.pop()
except IndexError as x: print(x)
z = defaultdict(int)
z[1] += 1; z['a'] += 2; print(z[1], z['a'], z.get(5), z.get(5, 0), dict(z))
