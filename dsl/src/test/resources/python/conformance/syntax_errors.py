### two values on a line
x = 1
y = 2 3
### missing paren third line
a = 1
b = 2
print(a, b
### else without if
x = 1
else:
    x = 2
### elif without if
elif x:
    pass
### except without try
except ValueError:
    pass
### finally alone
finally:
    pass
### try without except
try:
    x = 1
y = 2
### def without paren
def f:
    pass
### def without colon
def f(x)
    return x
### class without colon
class A
    pass
### for without in
for x range(3):
    pass
### for without colon
for x in range(3)
    pass
### while without colon
x = 3
while x > 1
    x -= 1
### if without block
if True:
x = 1
### def without block
def f():
x = 1
### for without block
for i in range(3):
print(i)
### class without block
class A:
x = 1
### while without block
while True:
pass
### with without block
with open('f') as f:
x = 1
### dedent to nowhere
if True:
        x = 1
    y = 2
### indent for no reason
x = 1
    y = 2
### assign to number
x = 1
3 = x
### assign to text
'a' = 1
### assign to sum
x = 1
x + 1 = 2
### assign to true
True = 1
### assign to none in loop
for None in [1]:
    pass
### delete a call
x = [1]
del f()
### delete a number
del 3
### augmented tuple
a, b += 1
### augmented call
f() += 1
### return outside function
x = 1
return x
### yield outside function
yield 1
### break outside loop
if True:
    break
### continue outside loop
def f():
    continue
### break in function in loop
for i in range(2):
    def f():
        break
### nonlocal at module level
nonlocal x
### nonlocal without binding
def f():
    nonlocal q
    q = 1
### global after use
def f():
    y = 1
    global y
### parameter twice
def f(a, b, a):
    pass
### default before required
def f(a=1, b):
    pass
### keyword twice
f(a=1, a=2)
### positional after keyword
f(a=1, 2)
### unterminated single quote
x = 'abc
y = 1
### unterminated double quote
x = 1
y = "abc
### unclosed triple
x = '''abc
y = 1
### unclosed bracket
x = [1, 2
y = 3
### unclosed brace
x = {1: 2
y = 3
### wrong closer
x = (1, 2]
### closer too many
x = 1
y = (2))
### number then name
x = 12abc
### leading zero
x = 012
### lone operator
x = 1 +
y = 2
### lone not
x = not
### import without name
import
### from without import
from math sqrt
### lambda without colon
f = lambda x x
### dict without value
x = {'a': , 'b': 2}
### assignment in condition
x = 1
if x = 2:
    pass
### assignment in call
f(a.b=1)
### star alone in call
x = *a
### default except first
try:
    pass
except:
    pass
except ValueError:
    pass
### bytes with letters beyond ascii
x = b'é'
### bytes beside text
x = b'a' 'b'
### f-string without expression
x = f'{}'
### f-string unclosed
x = f'{1'
### f-string single brace
x = f'}'
### two starred targets
*a, *b = [1, 2]
### starred assignment alone
*a = [1]
