### if elif else
for n in (-1, 0, 5):
    if n < 0:
        print('neg')
    elif n == 0:
        print('zero')
    else:
        print('pos')
### while else
i = 0
while i < 3:
    i += 1
else:
    print('done', i)
### while break else
i = 0
while True:
    i += 1
    if i == 4:
        break
else:
    print('never')
print(i)
### for else
for n in range(2, 8):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, 'prime')
### continue
print([i for i in range(3)])
for i in range(5):
    if i % 2:
        continue
    print(i, end=' ')
print()
### nested break
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
### pass and one-liners
if True: pass
for i in range(2): print(i)
x = 1; y = 2; print(x + y)
### try else finally
def f(n):
    try:
        r = 10 / n
    except ZeroDivisionError:
        print('zero')
        return -1
    else:
        print('ok')
        return r
    finally:
        print('finally')
print(f(2), f(0))
### finally overrides return
def f():
    try:
        return 1
    finally:
        return 2
print(f())
### finally in loop with break
for i in range(3):
    try:
        if i == 1:
            break
    finally:
        print('f', i)
### finally in loop with continue
for i in range(3):
    try:
        if i == 1:
            continue
        print('body', i)
    finally:
        print('f', i)
### nested try
try:
    try:
        raise ValueError('inner')
    except KeyError:
        print('no')
    finally:
        print('cleanup')
except ValueError as e:
    print('outer', e)
### reraise
try:
    try:
        1 / 0
    except ZeroDivisionError:
        print('log')
        raise
except ArithmeticError as e:
    print(type(e).__name__, e)
### return in nested finally
def f():
    for i in range(3):
        try:
            try:
                if i == 1:
                    return i
            finally:
                print('a', i)
        finally:
            print('b', i)
print(f())
### except tuple
for e in (ValueError('v'), KeyError('k'), TypeError('t')):
    try:
        raise e
    except (ValueError, KeyError) as x:
        print('vk', repr(x))
    except Exception as x:
        print('other', repr(x))
### bare except
try:
    undefined_name
except:
    print('caught')
### except name is unbound after
try:
    1 / 0
except ZeroDivisionError as e:
    pass
try:
    e
except NameError:
    print('gone')
### with statement
class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print('enter', self.n)
        return self
    def __exit__(self, t, v, tb):
        print('exit', self.n, t.__name__ if t else None)
        return self.n == 'swallow'
with M('a') as m:
    print(m.n)
with M('a'), M('b') as b:
    print(b.n)
with M('swallow'):
    raise ValueError('x')
print('after')
### with return
class M:
    def __enter__(self): return 5
    def __exit__(self, *a): print('exit')
def f():
    with M() as v:
        return v
print(f())
### with break
class M:
    def __enter__(self): pass
    def __exit__(self, *a): print('exit')
for i in range(3):
    with M():
        if i == 1:
            break
print(i)
### with parenthesized
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): pass
with (M() as a, M() as b):
    print(a, b)
### assert passes
assert 1 + 1 == 2, 'math'
print('fine')
### assert fails
assert 1 == 2, 'not equal'
### assert without message
assert []
### del and name
x = 1
del x
print(x)
### chained conditional
def grade(s):
    return 'A' if s > 90 else 'B' if s > 80 else 'C'
print(grade(95), grade(85), grade(10))
### short circuit
def t(v):
    print('eval', v)
    return v
print(t(0) and t(1), t(1) or t(2), t(0) or t(3))
### not in and is not
print(1 not in [2], None is None, 1 is not None, not 1 == 2)
### loop variable survives
for i in range(3):
    pass
print(i)
### modifying list while iterating
a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x + 10)
    if len(a) > 6:
        break
print(a)
### tuple target in for
for (a, b), c in [((1, 2), 3), ((4, 5), 6)]:
    print(a + b + c)
### star target in for
for first, *rest in [(1, 2, 3), 'xyz']:
    print(first, rest)
### attribute and item targets
class O: pass
o = O()
l = [0]
for o.v in range(3):
    pass
for l[0] in 'ab':
    pass
print(o.v, l)
### global statement
n = 0
def inc():
    global n
    n += 1
inc(); inc()
print(n)
### deep recursion depth
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)
print(down(500))
### semicolons and comments
a = 1; b = 2  # comment
# another
print(a, b)
### line continuation
total = 1 + \
    2 + \
    3
print(total)
if (total > 1 and
        total < 10):
    print('yes')
### raise from
try:
    try:
        int('x')
    except ValueError as e:
        raise RuntimeError('wrapped') from e
except RuntimeError as r:
    print(r, type(r.__cause__).__name__)
### exception in else
try:
    try:
        pass
    except ValueError:
        print('no')
    else:
        raise ValueError('from else')
except ValueError as e:
    print(e)
### loop with try continue in except
for s in ['1', 'x', '3']:
    try:
        n = int(s)
    except ValueError:
        print('bad', s)
        continue
    print(n)
### infinite loop guarded
n = 0
while 1:
    n += 1
    if n > 100: break
print(n)
### fizzbuzz
print(' '.join('FizzBuzz' if i % 15 == 0 else 'Fizz' if i % 3 == 0 else 'Buzz' if i % 5 == 0 else str(i) for i in range(1, 16)))
### ellipsis body
def f(): ...
print(f())
