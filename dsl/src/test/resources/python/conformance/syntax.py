### missing colon
if True
    pass
### unclosed paren message
x = (1, 2
### bad indent
def f():
    a = 1
      b = 2
### unexpected indent
x = 1
  y = 2
### unterminated string
x = 'abc
### return outside
return 5
### break outside
break
### continue outside
continue
### invalid assignment target
5 = x
### assign to call
f() = 1
### assign to keyword
None = 1
### unmatched
x = 1)
### mismatched
x = (1]
### missing block
def f():
x = 1
### duplicate argument
def f(a, a): pass
### default order
def f(a=1, b): pass
### positional after keyword
f(a=1, 2)
### keyword repeated
f(a=1, a=2)
### else without if
else:
    pass
### nonlocal at module
nonlocal x
### nonlocal missing
def f():
    nonlocal q
    q = 1
### global after use
def f():
    x = 1
    global x
### yield outside
yield 1
### leading zeros
x = 012
### two stars
*a, *b = [1]
### del literal
del 5
### augmented tuple
a, b += 1
### bad dedent
if True:
        a = 1
    b = 2
### lambda assignment in call
f(1 = 2)
### except order
try:
    pass
except:
    pass
except ValueError:
    pass
### try alone
try:
    pass
x = 1
### f-string empty
f'{}'
