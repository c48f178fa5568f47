### simple class
class P:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
p = P(3, 4)
print(p.norm(), p.x, P(1).y)
### repr and str
class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'P({self.x!r})'
    def __str__(self): return f'<{self.x}>'
print(P('a'), repr(P(1)), [P(2)], f'{P(3)} {P(4)!r}', str(P(5)))
### inheritance
class A:
    def hi(self): return 'A'
    def who(self): return self.hi()
class B(A):
    def hi(self): return 'B' + super().hi()
print(A().who(), B().who(), isinstance(B(), A), issubclass(B, A), B.__name__, B.__mro__[1].__name__)
### super init
class A:
    def __init__(self, a): self.a = a
class B(A):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
b = B(1, 2)
print(b.a, b.b)
### diamond
class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
### class attributes
class C:
    count = 0
    items = []
    def __init__(self):
        C.count += 1
        self.items.append(C.count)
C(); C()
print(C.count, C.items, C().count)
### class and static methods
class C:
    n = 5
    @classmethod
    def make(cls): return cls.n
    @staticmethod
    def add(a, b): return a + b
class D(C):
    n = 7
print(C.make(), D.make(), C.add(1, 2), D().add(3, 4))
### property
class T:
    def __init__(self): self._c = 0
    @property
    def c(self): return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v
    @property
    def f(self): return self._c * 9 / 5 + 32
t = T()
t.c = 100
print(t.c, t.f)
try:
    t.c = -300
except ValueError as e:
    print(e)
try:
    t.f = 1
except AttributeError as e:
    print(e)
### arithmetic operators
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.x)
    def __sub__(self, o): return V(self.x - o.x)
    def __mul__(self, k): return V(self.x * k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x)
    def __repr__(self): return f'V({self.x})'
print(V(1) + V(2), V(1) + 5, 5 + V(1), V(5) - V(2), V(2) * 3, 3 * V(2), -V(1), sum([V(1), V(2)]))
### comparison operators
class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, N) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f'N{self.v}'
print(N(1) == N(1), N(1) != N(2), N(1) < N(2), N(2) > N(1), sorted([N(3), N(1)]), len({N(1), N(1)}), N(1) in [N(1)], N(1) == 1)
### container protocol
class S:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d)
s = S()
s['a'] = 1; s['b'] = 2
del s['a']
print(len(s), s['b'], 'a' in s, 'b' in s, list(s), bool(s), bool(S()))
### iterator protocol
class C:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(C(3)), [x for x in C(2)], sum(C(4)), max(C(3)))
### getitem iteration
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(G()), 20 in G())
### generator iter
class T:
    def __init__(self, *k): self.k = k
    def __iter__(self):
        for x in self.k:
            yield x
a, b = T(1, 2)
print(a, b, list(T(3)), *T(4, 5))
### callable object
class A:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, y=0): return self.n + x + y
print(A(1)(2), A(1)(2, y=3), callable(A(1)), list(map(A(10), [1, 2])))
### bool and len
class B:
    def __bool__(self): return False
print(bool(B()), not B(), 'y' if B() else 'n')
### getattr fallback
class L:
    def __getattr__(self, n): return 'no ' + n
l = L()
l.x = 1
print(l.x, l.y)
### setattr hook
class S:
    def __setattr__(self, n, v):
        super().__setattr__(n, v * 2)
s = S()
s.a = 5
print(s.a)
### attribute functions
class O: pass
o = O()
setattr(o, 'a', 1)
print(hasattr(o, 'a'), hasattr(o, 'b'), getattr(o, 'a'), getattr(o, 'b', 'none'), o.__dict__, vars(o))
del o.a
print(hasattr(o, 'a'))
### method as value
class C:
    def __init__(self): self.l = []
    def add(self, x): self.l.append(x)
c = C()
f = c.add
f(1); f(2)
print(c.l, C.add(c, 3), c.l)
### class in function
def make(n):
    class C:
        v = n
        def get(self): return n + self.v
    return C
print(make(1)().get(), make(5)().get())
### nested class
class A:
    class B:
        x = 3
    b = B()
print(A.B.x, A().b.x)
### class body code
class C:
    a = 1
    b = a + 1
    l = [i * 2 for i in range(3)]
    if b == 2:
        c = 'two'
print(C.b, C.l, C.c)
### inheritance of class attribute lookup
class A: x = 1
class B(A): pass
B.y = 2
A.x = 5
print(B.x, B().y)
### isinstance tuples
print(isinstance(1, (int, str)), isinstance('a', (int, str)), isinstance(True, int), isinstance(1.0, int), isinstance([], object))
### type checks
class A: pass
a = A()
print(type(a) is A, type(a).__name__, type(A).__name__, a.__class__ is A, type(1) == int)
### dunder name main
print(__name__)
### polymorphism
class Shape:
    def area(self): raise NotImplementedError('area')
    def describe(self): return f'{type(self).__name__}: {self.area():.2f}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
class Ci(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2
for s in [Sq(2), Ci(1)]:
    print(s.describe())
try:
    Shape().describe()
except NotImplementedError as e:
    print('not implemented', e)
### stack class
class Stack:
    def __init__(self): self._items = []
    def push(self, x): self._items.append(x); return self
    def pop(self): return self._items.pop()
    def __len__(self): return len(self._items)
s = Stack().push(1).push(2)
print(s.pop(), len(s))
### linked list
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
head = Node(1, Node(2, Node(3)))
n, out = head, []
while n:
    out.append(n.v)
    n = n.next
print(out)
### matrix class
class M:
    def __init__(self, rows): self.rows = rows
    def __matmul__(self, o):
        return M([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
m = M([[1, 2], [3, 4]]) @ M([[1, 0], [0, 1]])
print(m.rows, m[1, 0])
### slice object
class S:
    def __getitem__(self, k): return k
print(S()[1:2], S()[::3], S()[1, 2:3], S()['a'])
### iadd
class A:
    def __init__(self): self.l = []
    def __iadd__(self, x):
        self.l.append(x)
        return self
a = A()
a += 1
a += 2
print(a.l)
### format dunder
class F:
    def __format__(self, spec): return 'F[' + spec + ']'
print(f'{F()} {F():abc}', format(F(), 'z'), '{:q}'.format(F()))
### int and float dunders
class I:
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __index__(self): return 2
    def __abs__(self): return 3
print(int(I()), float(I()), [0, 1, 2][I()], abs(I()))
### equality default
class A: pass
a, b = A(), A()
print(a == a, a == b, a != b, a in [a], len({a, b}))
### unhashable with eq
class A:
    def __eq__(self, o): return True
{A(): 1}
### error no attribute
class A: pass
A().x
### error no class attribute
class A: pass
A.x
### error init arguments
class A:
    def __init__(self, a): pass
A()
### error takes no arguments
class A: pass
A(1)
### error unsupported operand
class A: pass
A() + 1
### error not callable
class A: pass
A()()
### error not iterable object
class A: pass
list(A())
### class decorator
def tag(c):
    c.tag = 'x'
    return c
@tag
class A: pass
print(A.tag)
### private name
class A:
    def __init__(self): self._p = 1
    def get(self): return self._p
print(A().get())
### class variable through self
class A:
    n = 0
    def inc(self): self.n += 1
a = A()
a.inc(); a.inc()
print(a.n, A.n)
### multiple inheritance init
class A:
    def __init__(self, **k): self.a = k.pop('a'); super().__init__(**k)
class B:
    def __init__(self, **k): self.b = k.pop('b'); super().__init__(**k)
class C(A, B): pass
c = C(a=1, b=2)
print(c.a, c.b)
### super of class method
class A:
    @classmethod
    def f(cls): return 'A' + cls.__name__
class B(A):
    @classmethod
    def f(cls): return 'B' + super().f()
print(B.f())
### explicit super
class A:
    def f(self): return 1
class B(A):
    def f(self): return super(B, self).f() + 1
print(B().f())
### base call by class
class A:
    def __init__(self, x): self.x = x
class B(A):
    def __init__(self): A.__init__(self, 9)
print(B().x)
