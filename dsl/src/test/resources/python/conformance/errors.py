### args and str
e = ValueError('a', 1)
print(e.args, str(e), repr(e), str(ValueError()), repr(ValueError('x')))
### key error str
try:
    {}['k']
except KeyError as e:
    print(str(e), e.args, repr(e))
### hierarchy
for e, base in [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (FileNotFoundError, OSError), (ModuleNotFoundError, ImportError), (NotImplementedError, RuntimeError), (UnboundLocalError, NameError), (ValueError, Exception)]:
    print(e.__name__, issubclass(e, base))
### custom exception
class MyError(Exception): pass
try:
    raise MyError('oops')
except MyError as e:
    print('caught', e, type(e).__name__, isinstance(e, Exception))
### custom with init
class E(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
try:
    raise E(5, 'bad')
except E as e:
    print(e.code, e, e.args)
### custom str
class E(ValueError):
    def __str__(self): return 'custom ' + str(self.args[0])
try:
    raise E(1)
except ValueError as e:
    print(e)
### raise class
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == '')
### context
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('k')
except KeyError as e:
    print(type(e.__context__).__name__)
### file not found
try:
    open('no_such_file_here.txt')
except FileNotFoundError as e:
    print('missing')
### import error
try:
    import no_such_module
except ImportError as e:
    print('ImportError', type(e).__name__)
### attribute of none
try:
    None.x
except AttributeError as e:
    print(e)
### int attribute
try:
    (5).foo
except AttributeError as e:
    print(e)
### list attribute
try:
    [].push(1)
except AttributeError as e:
    print(e)
### stop iteration
it = iter([1])
next(it)
try:
    next(it)
except StopIteration:
    print('stop')
### recursion error
def f(): return f()
try:
    f()
except RecursionError:
    print('too deep')
### exception in generator
def g():
    yield 1
    raise ValueError('in g')
try:
    for x in g():
        print(x)
except ValueError as e:
    print(e)
### exception in comprehension
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
### finally order
def f():
    try:
        print('try')
        raise ValueError
    except ValueError:
        print('except')
        return 'ret'
    finally:
        print('finally')
print(f())
### uncaught custom
class Boom(Exception): pass
raise Boom('bang')
### uncaught reraised
try:
    raise ValueError('first')
except ValueError as e:
    raise TypeError('second') from e
### uncaught key error
{'a': 1}['zz']
### bad raise
raise 5
### catch by base
try:
    [][0]
except LookupError as e:
    print(type(e).__name__)
### else not run
try:
    raise KeyError(1)
except KeyError:
    print('k')
else:
    print('no')
### assertion in function
def check(x):
    assert x > 0, f'bad {x}'
    return x
print(check(1))
check(-1)
### not subscriptable none
None[0]
### int of none
int(None)
### bad operand unary
-'a'
### cannot unpack
a, b = 5
### range float
range(1.5)
### list times list
[1] * [2]
### string minus
'a' - 'b'
### dict plus
{} + {}
### call method missing argument
class A:
    def f(self, x): pass
A().f()
### min empty
min([])
### chr type
ord('ab')
### sum strings
sum(['a'])
### sort mixed
sorted([1, 'a'])
### in int
1 in 5
### isinstance bad
isinstance(1, 5)
### next not iterator
next([1])
### zero step
range(1, 2, 0)
### slice step zero
[1][::0]
### float overflow
2.0 ** 10000
### raise in with
class M:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print('exit', t.__name__, v)
with M():
    raise KeyError('w')
