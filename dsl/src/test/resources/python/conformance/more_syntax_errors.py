### 1: if True
if True
    x = 1
### 2: def f()
def f()
    pass
### 3: x = (1, 2
x = (1, 2
### 4: x = [1, 2
x = [1, 2
### 5: x = 1 +
x = 1 +
### 7: x = 1
x = 1
### 8: def f():
def f():
x = 1
### 9: if 1:
if 1:
    x = 1
  y = 2
### 10: if 1:
if 1:
        x = 1
    y = 2
### 11: x = "abc
x = "abc
### 12: x = '''abc
x = '''abc
### 13: print "hello"
print "hello"
### 14: x = 5 5
x = 5 5
### 15: 1 = x
1 = x
### 16: f() = 1
f() = 1
### 17: a + 1 = 2
a + 1 = 2
### 18: def f(a, a): pass
def f(a, a): pass
### 19: def f(a=1, b): pass
def f(a=1, b): pass
### 20: f(a=1, 2)
f(a=1, 2)
### 21: f(**a, *b)
f(**a, *b)
### 22: f(a=1, a=2)
f(a=1, a=2)
### 23: return 5
return 5
### 24: break
break
### 25: continue
continue
### 26: def f(): nonlocal x
def f(): nonlocal x
### 27: x = 1
x = 1
def f():
    print(x)
    global x
### 28: class A
class A
    pass
### 31: try:
try:
    x
y = 1
### 32: else: pass
else: pass
### 33: import
import
### 34: from x import
from x import
### 36: import a.b as
import a.b as
### 37: lambda x: = 1
lambda x: = 1
### 38: x = lambda: (yield)
x = lambda: (yield)
### 39: yield 1
yield 1
### 46: [x for x in]
[x for x in]
### 47: [x for in y]
[x for in y]
### 48: (x for x in y, 1)
(x for x in y, 1)
### 49: f(x for x in y, 1)
f(x for x in y, 1)
### 50: x = 1 if 2
x = 1 if 2
### 51: x = 1 if 2 else
x = 1 if 2 else
### 52: not
not
### 53: x not y
x not y
### 54: x is is y
x is is y
### 55: x ==
x ==
### 56: x = = 1
x = = 1
### 57: x += 1 = 2
x += 1 = 2
### 58: x, += 1
x, += 1
### 59: del f()
del f()
### 60: del 1
del 1
### 61: with open("a") as f
with open("a") as f
### 62: with open("a") as 1: pass
with open("a") as 1: pass
### 63: for 1 in x: pass
for 1 in x: pass
### 64: for f() in x: pass
for f() in x: pass
### 65: a b
a b
### 66: a.1
a.1
### 67: 1.a
1.a
### 68: 1a
1a
### 69: 0777
0777
### 74: "a" "b" c
"a" "b" c
### 75: f"{"
f"{"
### 76: f"{}"
f"{}"
### 78: f"}"
f"}"
### 80: f"{a:{b"
f"{a:{b"
### 81: b"é"
b"é"
### 82: r"\"
r"\"
### 86: \ x
\ x
### 88: $x
$x
### 90: x!
x!
### 91: `x`
`x`
### 92: x = @y
x = @y
### 93: @
@
def f(): pass
### 94: @x
@x
y = 1
### 95: def 1f(): pass
def 1f(): pass
### 96: def f(x y): pass
def f(x y): pass
### 97: def f(*): pass
def f(*): pass
### 98: def f(*, **k): pass
def f(*, **k): pass
### 99: def f(**k, a): pass
def f(**k, a): pass
### 100: def f(*a, *b): pass
def f(*a, *b): pass
### 101: def f(a, /, b, /): pass
def f(a, /, b, /): pass
### 103: None = 1
None = 1
### 104: True = 1
True = 1
### 105: def None(): pass
def None(): pass
### 106: def f(None): pass
def f(None): pass
### 107: x.None = 1
x.None = 1
### 110: f(1=2)
f(1=2)
### 111: f(a.b=1)
f(a.b=1)
### 112: (a, b) += 1
(a, b) += 1
### 113: [a, b]: int = 1
[a, b]: int = 1
### 114: a, b: int
a, b: int
### 115: x: int =
x: int =
### 116: assert
assert
### 117: raise x from
raise x from
### 118: global
global
### 119: global x y
global x y
### 120: nonlocal x
nonlocal x
### 121: pass 1
pass 1
### 122: break 1
break 1
### 123: if x: pass else: pass
if x: pass else: pass
### 124: if x: y = 1; if z: pass
if x: y = 1; if z: pass
### 125: elif x: pass
elif x: pass
### 126: while: pass
while: pass
### 127: match x:
match x:
    case 1:
        pass
    case
        pass
### 128: match x:
match x:
    case a | b: pass
### 129: match x:
match x:
    case a: pass
    case b: pass
### 130: x := 5
x := 5
### 131: (x := 5, y := 6
(x := 5, y := 6
### 132: print(x := 1, y = 2, z := 3)
print(x := 1, y = 2, z := 3)
### 133: def f():
def f():
	x = 1
        y = 2
### 134: def f():
def f():
    if x:
        pass
     y = 1
### 135: x = [1,
x = [1,
2
y = 3
### 136: x = (1,
x = (1,
     2))
### 137: x = {]
x = {]
### 138: x = (]
x = (]
### 139: )
)
### 140: ]
]
### 141: foo(a, b
foo(a, b
bar()
### 142: def f():
def f():
    """doc
    x = 1
### 143: print('it's')
print('it's')
### 144: x = 'a' 'b
x = 'a' 'b
### 145: class A:
class A:
def f(self): pass
### 146: for x in y:
for x in y:
print(x)
### 147: if x = 5: pass
if x = 5: pass
### 148: while x = 5: pass
while x = 5: pass
### 150: x = y =
x = y =
### 151: import a,
import a,
### 152: from a import (b, c
from a import (b, c
### 154: from a import *, b
from a import *, b
### 155: try: pass
try: pass
except: pass
except ValueError: pass
### 156: try: pass
try: pass
except ValueError, e: pass
### 157: try: pass
try: pass
finally: pass
except: pass
### 158: exec "x"
exec "x"
### 159: x <> y
x <> y
### 160: x++
x++
### 161: ++x = 1
++x = 1
### 162: x--
x--
### 163: &x
&x
### 164: x && y
x && y
### 165: x || y
x || y
### 167: function f() {}
function f() {}
### 168: int x = 5
int x = 5
### 169: var x = 5
var x = 5
### 170: x = new A()
x = new A()
### 171: a = b ? c : d
a = b ? c : d
### 172: // comment
// comment
### 173: /* comment */
/* comment */
### 174: x = 10L
x = 10L
### 175: ur"abc"
ur"abc"
### 176: print(1
print(1
print(2)
### 178: d = {"a": 1 "b": 2}
d = {"a": 1 "b": 2}
### 179: d = {"a" 1}
d = {"a" 1}
### 180: l = [1 2]
l = [1 2]
### 181: f(1 2)
f(1 2)
### 182: f(a, , b)
f(a, , b)
### 183: f(,)
f(,)
### 184: [,]
[,]
### 185: x[
x[
### 186: x[1
x[1
### 187: x[1:2:3:4]
x[1:2:3:4]
### 188: x[]
x[]
### 189: lambda *: 1
lambda *: 1
### 190: def f(x):
def f(x):
    return
  return 2
### 191: class A(object)
class A(object)
    def f(self):
        pass
### 193: """abc
"""abc
### 196: star, *stars, *more = x
star, *stars, *more = x
### 197: *a = x
*a = x
### 198: *a
*a
### 199: print(*)
print(*)
### 200: print(**)
print(**)
### 201: f(*a b)
f(*a b)
### 210: for i in range(3): for j in x: pass
for i in range(3): for j in x: pass
