### dataclass
from dataclasses import dataclass, field, asdict, astuple, replace
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
p = P(1, 2)
print(p, p == P(1, 2), P(1) < p, asdict(p), astuple(p), replace(p, x=9))
try: P()
except TypeError as e: print(e)
@dataclass(frozen=True)
class F:
    a: float = 1.5
f = F()
try: f.a = 2
except Exception as e: print(type(e).__name__, e)
print(hash(F(2.0)) == hash(F(2.0)), {F(): 1})
### enum
from enum import Enum, IntEnum, auto
class C(Enum):
    RED = 1
    BLUE = auto()
print(C.RED, repr(C.BLUE), C['RED'], C(2), list(C), C.RED.name, C.RED.value, C.RED is C(1), C.RED == 1)
class I(IntEnum):
    A = 1
    B = 2
print(I.A + 1, I.A < I.B, I.B, f'{I.B}', sorted([I.B, I.A]))
try: C(7)
except ValueError as e: print(e)
### datetime
from datetime import datetime, timedelta, date
d = datetime(2024, 2, 28, 13, 5)
print(d, d + timedelta(days=2), d.strftime('%Y-%m-%d %H:%M %j %a %b'), d.isoformat(), repr(d))
print(date(2024, 3, 1) - date(2024, 2, 1), (d - datetime(2024, 1, 1)).total_seconds(), d.weekday())
print(datetime.strptime('03/04/2021', '%d/%m/%Y'), timedelta(hours=30, seconds=5), repr(timedelta(1, 2, 3)))
### format mini language
for s in ['{:>8}', '{:<8}|', '{:^9}|', '{:*^9}', '{:+d}', '{:08.3f}', '{:,}', '{:_}', '{:x}', '{:#x}', '{:b}', '{:e}', '{:.3g}', '{:%}', '{:c}', '{:n}', '{: d}', '{:=+8}']:
    try: print(s, s.format(65))
    except Exception as e: print(s, type(e).__name__, e)
for s in ['{:10.3f}|', '{:<10}|', '{:g}', '{:.0f}', '{:e}', '{:,.2f}', '{:010.2f}', '{!r:>12}', '{:.1%}', '{:G}', '{:d}', '{:s}', '{:z.1f}']:
    try: print(s, s.format(-1234.5678))
    except Exception as e: print(s, type(e).__name__, e)
print('{0[a]} {1.real} {x!s:>5}'.format({'a': 1}, 3, x='q'), f'{3.14:{10}.{2}f}|', f'{"a":>{5}}', f'{1e16}', f'{1e-5}', f'{123456789.123:.10g}')
print(f'{x=}' if (x := 5) else '', f'{x!r:>4}', f'{{}}', f'{"nested"!r}')
### slices assignment
a = list(range(10))
a[2:5] = ['x']; print(a)
a[::2] = [0] * len(a[::2]); print(a)
try: a[::2] = [1]
except ValueError as e: print(e)
a[1:1] = [7, 8]; del a[-2:]; print(a)
a[5:] = []; print(a, a[10:], a[-100:2])
### star args
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, z=6), f(*[1, 2], **{'c': 3, 'q': 1}))
for call in ['f()', 'f(1)', 'f(1, c=1, a=2)', 'f(1, 2, 3)']:
    try: print(eval(call))
    except TypeError as e: print(e)
def g(a, /, b, *, c=1): return a, b, c
print(g(1, b=2), g(1, 2, c=3))
try: g(a=1, b=2)
except TypeError as e: print(e)
try: g(1, 2, 3)
except TypeError as e: print(e)
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2))
### generators send close
def avg():
    total = n = 0
    r = None
    try:
        while True:
            v = yield r
            total += v; n += 1
            r = total / n
    except GeneratorExit:
        print('closed', n)
    finally:
        print('fin')
g = avg(); next(g); print(g.send(10), g.send(20)); g.close()
def sub():
    x = yield 1
    print('got', x)
    return 'ret'
def main():
    r = yield from sub()
    print(r)
    yield 2
m = main(); print(next(m), m.send('hi'))
try: next(m)
except StopIteration as e: print('stop', e.value)
try: m.send(1)
except StopIteration: print('done')
def t():
    try: yield 1
    except ValueError as e: print('caught', e); yield 2
q = t(); next(q); print(q.throw(ValueError('boo')))
### context managers
class M:
    def __init__(self, n, eat=False): self.n = n; self.eat = eat
    def __enter__(self): print('in', self.n); return self.n
    def __exit__(self, t, v, tb): print('out', self.n, t and t.__name__, v); return self.eat
with M(1) as a, M(2, True) as b:
    print(a, b); raise KeyError('k')
from contextlib import contextmanager, suppress
@contextmanager
def cm(x):
    print('enter')
    try: yield x * 2
    finally: print('exit')
with cm(4) as v: print(v)
with suppress(ZeroDivisionError): 1 / 0
try:
    with M(3): 1 / 0
except ZeroDivisionError as e: print('z', e)
### operators
class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'V({self.x})'
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __rsub__(self, o): return V(o - self.x)
    def __mul__(self, o): return NotImplemented
    def __matmul__(self, o): return 'mm'
    def __neg__(self): return V(-self.x)
    def __getitem__(self, i): return ('item', i)
    def __contains__(self, i): return i == self.x
    def __len__(self): return self.x
    def __call__(self, *a, **k): return a, k
    def __iadd__(self, o): self.x += o; return self
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __hash__(self): return hash(self.x)
    def __bool__(self): return self.x > 2
    def __iter__(self): return iter(range(self.x))
    def __getattr__(self, n):
        if n.startswith('_'): raise AttributeError(n)
        return n.upper()
v = V(2)
print(v + 1, 1 + v, 10 - v, sum([V(1), V(2)]), v @ 1, -v, v[1:2], v[1, 2], 2 in v, len(v), v(1, k=2), v.foo, bool(v), list(v))
v += 5; print(v, sorted([V(3), V(1)]), max(V(1), V(9)), {V(1): 'a'}[V(1)], V(1) != V(2))
for e in ['v * 2', '2 * v', 'v - 1', 'v ** 2', 'v._x', 'v < 3']:
    try: print(eval(e))
    except Exception as x: print(type(x).__name__, x)
### properties
class T:
    def __init__(self): self._c = 0
    @property
    def c(self): 'doc of c'; return self._c
    @c.setter
    def c(self, v):
        if v < 0: raise ValueError('neg')
        self._c = v
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def k(cls): return cls.__name__
t = T(); t.c = 5; print(t.c, T.s(1), t.s(2), T.k(), t.k(), T.c.__doc__)
try: t.c = -1
except ValueError as e: print(e)
try: del t.c
except AttributeError as e: print(e)
### deep recursion
def d(n): return 0 if n == 0 else 1 + d(n - 1)
print(d(900))
try: d(100000)
except RecursionError as e: print('RecursionError', str(e)[:32])
### numbers repr
print(1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.1 + 0.2, 1/3, -0.0, float('inf'), float('nan'), 2.0**70, 5e-324)
print(10**20, -10**20 // 7, 10**20 % -7, 2**0.5, (-8) ** (1/3) if False else '', round(2.675, 2), round(-2.5), round(1234.5, -2), int('  42 '), int('ff', 16), float('1e3'))
print(divmod(-7, 3), divmod(7.5, 2), pow(3, 200, 7), (5).bit_length(), (255).to_bytes(2, 'big'), 0.1.as_integer_ratio(), (0.5).hex(), 7 .__add__(1))
### textwrap and percent
import textwrap
print(textwrap.fill('the quick brown fox jumps over the lazy dog', 20))
print(textwrap.dedent('''
    a
      b
    ''').strip(), textwrap.shorten('hello big world', 12), textwrap.indent('x\ny', '> '))
print('%5d|%-5s|%05.1f|%x|%e|%g|%%|%r|%c|%+d' % (42, 'ab', 3.14159, 255, 12345.678, 0.0001, 'q', 'z', 7))
print('%(a)s %(b)03d' % {'a': 1, 'b': 2})
for s, a in [('%d', 'x'), ('%s %s', (1,)), ('%d', (1, 2)), ('%z', 1)]:
    try: print(s % a)
    except Exception as e: print(type(e).__name__, e)
### traceback texts
import traceback
def f(): raise ValueError('bad')
try: f()
except ValueError as e:
    print(traceback.format_exception_only(type(e), e), repr(e), e.args, type(e).__mro__[1].__name__)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise RuntimeError('outer') from e
except RuntimeError as e: print(repr(e.__cause__), e.__suppress_context__)
### typing
from typing import List, Dict, Optional, Union, Any, Callable, NamedTuple, TypedDict, Iterable
def f(x: List[int], y: Optional[str] = None) -> Dict[str, Any]: return {'x': x, 'y': y}
print(f([1]), f.__annotations__['x'], Optional[int], Union[int, str], List[int])
class N(NamedTuple):
    a: int
    b: str = 'q'
print(N(1), N(1).b, N(2, 'z')._asdict(), N(1) == (1, 'q'))
### decimal and fractions
from fractions import Fraction
print(Fraction(1, 3) + Fraction(1, 6), Fraction('0.25'), float(Fraction(1, 8)), Fraction(3, 6))
### metaclass lite
class Meta(type):
    def __new__(m, n, b, d): d['added'] = n.lower(); return super().__new__(m, n, b, d)
    def __call__(cls, *a): print('make', cls.__name__); return super().__call__(*a)
class X(metaclass=Meta):
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
class Y(X, tag=1): pass
print(X.added, type(X).__name__, Y().added)
### set dict ordering
d = {'b': 1, 'a': 2}; d['c'] = 0; d.pop('b'); d['b'] = 9
print(d, list(d.items()), sorted(d, key=d.get), dict(sorted(d.items())), max(d, key=d.get), {v: k for k, v in d.items()})
print({3, 1, 2}, {1, 2} | {5}, {1, 2} ^ {2, 3}, {1} < {1, 2}, frozenset([1]), set(), {10, 1, 100, 5})
print(d.setdefault('z', []), d | {'q': 1}, d.popitem(), list(reversed(d)), d.keys() & {'a'}, 'a' in d.keys())
