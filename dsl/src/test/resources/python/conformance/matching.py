### match kinds
class P:
    __match_args__=('x','y')
    def __init__(self,x,y): self.x=x; self.y=y
def w(v):
    match v:
        case 0: return 'zero'
        case -1 | 1: return 'one'
        case 'a' | 'b' as s: return 's '+s
        case [x]: return ('l1',x)
        case [x, *r]: return ('l',x,r)
        case {'k': k, **rest}: return ('m',k,rest)
        case P(0, y=yy): return ('p0',yy)
        case P(x, y) if x == y: return ('peq', x)
        case P(): return 'p'
        case int() | float(): return 'num'
        case None: return 'none'
        case str(t): return ('str', t)
        case _: return 'other'
for v in (0,1,-1,'b',[3],(1,2,3),{'k':1,'z':2},P(0,4),P(2,2),P(1,2),7,2.5,None,'zz',{1},[]): print(w(v))
### match as a name
match = 3
print(match, [match, match], match - 1)
match = {'case': 1}
print(match['case'])
case = 2
print(case)
### match keeps going after a failed pattern
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
def where(p):
    match p:
        case Point(x=0, y=0): return 'origin'
        case Point(x=0): return 'y axis'
        case Point(y=0): return 'x axis'
        case Point(): return 'plane'
        case {'x': x, 'y': [a, *_, b]}: return x, a, b
        case [[1, a], (2, b) as c]: return a, b, c
        case (1 | 2) as n: return n
        case 'a' | 'b': return 'letter'
        case True: return 'yes'
        case float(): return 'real'
    return 'none'
for p in Point(0, 0), Point(0, 1), Point(1, 0), Point(1, 1), {'x': 1, 'y': [2, 3, 4]}, [[1, 5], (2, 6)], 2, 'b', True, 1.5, (), 'zz', b'ab':
    print(where(p))
### match constants by dotted names
class Color:
    RED = 1
    BLUE = 2
match 2:
    case Color.RED: print('red')
    case Color.BLUE: print('blue')
### match positional error
class Bare: pass
try:
    match Bare():
        case Bare(1): pass
except TypeError as e:
    print(e)
### match guard and fall through
for v in [1, 2], [2, 1], 'ab', range(3), {1: 2, 3: 4}, None:
    match v:
        case [a, b] if a < b:
            print('rising', a, b)
        case [a, b]:
            print('falling', a, b)
        case {1: two, **rest}:
            print(two, rest)
        case str() | None:
            print('text or nothing')
        case _:
            print('other')
### yield in expressions
def g():
    x = (yield 1) + (yield 2)
    print('x', x)
    y = [ (yield 3), f((yield 4)) ]
    print(y)
    while (yield 5) != 'stop':
        pass
    z = 0
    z += yield 6
    return (yield 7) or (yield 8), z
def f(v): return v*2
it=g()
print(next(it)); print(it.send(10)); print(it.send(20)); print(it.send('a')); print(it.send('b')); print(it.send('go')); print(it.send('stop')); print(it.send(5)); print(it.send(0))
try: it.send(9)
except StopIteration as e: print(e.value)
### yield in calls and displays
def f():
    d = {'a': (yield 1)}
    l = [0, *(yield 2), (yield 3) * 2]
    s = f'{(yield 4)}-{d["a"]}'
    x = (yield 5) if (yield 6) else (yield 7)
    print(d, l, s, x, sep='|')
    for i in (yield 8): print(i)
    with_default = max((yield 9), key=lambda v: -v)
    assert (yield 10), (yield 11)
    return with_default
it = f()
sent = [None, 'A', [1, 2], 5, 'S', True, 'X', [7], [3, 1], True]
got = []
try:
    for v in sent:
        got.append(it.send(v))
    it.send(1)
except StopIteration as e:
    print(got, e.value)
### yield from inside
def inner():
    r = yield 'a'
    return r * 2
def outer():
    print((yield from inner()) + 1)
    total = 1
    total += yield from inner()
    print([(yield from inner()), 2])
    return total
it = outer()
print(next(it), it.send(5), it.send(6))
try: it.send(7)
except StopIteration as e: print(e.value)
### yield in lambda and errors
g = (lambda: (yield 3))()
print(list(g))
print([(yield_) for yield_ in [1]])
