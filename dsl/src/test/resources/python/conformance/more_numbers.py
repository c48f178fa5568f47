### 1: print(7/2, 7//2, -7//2, 7%3, -7%3, 7%-3, -7%-3, 7.
print(7/2, 7//2, -7//2, 7%3, -7%3, 7%-3, -7%-3, 7.5//2, -7.5//2, 7.5%2, -7.5%2, 7.5%-2, divmod(7,3), divmod(-7,3), divmod(7,-3), divmod(7.5,2), divmod(-7.5, 2))
### 2: print(2**10, 2**-1, (-2)**3, -2**2, 2**0.5, 0**0,
print(2**10, 2**-1, (-2)**3, -2**2, 2**0.5, 0**0, 0.0**0, 10**20, (-8)**(1/3) if False else 1, 2**100, 1e308*10, 4**0.5, 2.0**3, True**2, (-1)**-1, (-2)**-3)
### 3: 1/0
1/0
### 4: 1//0
1//0
### 5: 1%0
1%0
### 6: 1.0/0
1.0/0
### 7: 1.0//0
1.0//0
### 8: 1.0%0
1.0%0
### 9: divmod(1,0)
divmod(1,0)
### 10: 0**-1
0**-1
### 11: 0.0**-1
0.0**-1
### 12: 2.0**10000
2.0**10000
### 13: 10**400 * 1.0
10**400 * 1.0
### 14: int("1"*5000)
int("1"*5000)
### 15: float(10**400)
float(10**400)
### 16: print(1e16, 1e15, 123456789.123456789, 0.1, 0.1+0.
print(1e16, 1e15, 123456789.123456789, 0.1, 0.1+0.2, 1/3, 2/3, 1e22, 1e21, 1.5e300, 5e-324, 1e-7, 0.0001, 0.00001, -0.0, 100.0, 1e5, 12345678901234567.0, 1.7976931348623157e308, 2.5, 1e23, 9007199254740993.0)
### 17: print(round(0.5), round(1.5), round(2.5), round(-0
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.5678, -2), round(15, -1), round(25, -1), round(1.005, 2), round(3.14159, 3), round(5), round(5, 2), round(5.0, 0), round(-2.5), round(1e300, 2), round(123.456, -1), round(0.15, 1), round(2.5, 0), round(True))
### 18: round(float("nan"))
round(float("nan"))
### 19: round(float("inf"))
round(float("inf"))
### 20: round("a")
round("a")
### 21: round(1.5, "a")
round(1.5, "a")
### 23: (256).to_bytes(1, "big")
(256).to_bytes(1, "big")
### 24: (-1).to_bytes(1, "big")
(-1).to_bytes(1, "big")
### 25: print((3.5).hex(), float.fromhex("0x1.8p+1"), (0.1
print((3.5).hex(), float.fromhex("0x1.8p+1"), (0.1).hex(), (0.0).hex(), (-1.0).hex(), (5e-324).hex(), float("inf").hex(), float.fromhex("-0x.8p0"), float.fromhex("ff"))
### 26: print((0.5).as_integer_ratio(), (5).as_integer_rat
print((0.5).as_integer_ratio(), (5).as_integer_ratio(), (5).bit_length(), (-5).bit_length(), (0).bit_length(), (255).bit_count(), (2.0).is_integer(), (2.5).is_integer(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (2.5).real, (2.5).imag)
### 27: print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 100, -1 >> 1,
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 100, -1 >> 1, -5 >> 1, 2**100 >> 98, -5 & 3, -5 | 3, -5 ^ 3, True & False, True | False, True ^ True, ~True, 1 << 0)
### 28: 1 << -1
1 << -1
### 29: 1 >> -1
1 >> -1
### 30: 1.5 & 1
1.5 & 1
### 31: 1.5 << 1
1.5 << 1
### 32: print(int(3.9), int(-3.9), int("12"), int(True), i
print(int(3.9), int(-3.9), int("12"), int(True), int(1e20), float(3), float("1e5"), bool(0), bool(""), bool([]), bool(0.0), bool("0"), bool(None), int(), float(), bool())
### 33: int(float("nan"))
int(float("nan"))
### 34: int(float("inf"))
int(float("inf"))
### 35: int(None)
int(None)
### 36: int([1])
int([1])
### 37: float(None)
float(None)
### 38: float([1])
float([1])
### 39: int(1.5, 10)
int(1.5, 10)
### 40: print(0x1F, 0b101, 0o17, 1_000_000, 1e3, 1E-3, .5,
print(0x1F, 0b101, 0o17, 1_000_000, 1e3, 1E-3, .5, 5., 0xFF_FF, 1_0.0_1, 00, 0_0)
### 41: print(abs(-5), abs(-5.5), abs(True), min(1, 2.0),
print(abs(-5), abs(-5.5), abs(True), min(1, 2.0), max(1, 1.0), max(1.0, 1), sum([1, 2.5]), sum([[1], [2]], []), sum([0.1]*10), sum(range(10), 5), pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(2.0, 3), pow(-2, 3, 5), pow(2, 3, -5), pow(base=2, exp=3))
### 42: pow(2, -1, 4)
pow(2, -1, 4)
### 43: pow(2, 3, 0)
pow(2, 3, 0)
### 44: pow(2.0, 3, 5)
pow(2.0, 3, 5)
### 45: abs("a")
abs("a")
### 46: min()
min()
### 47: min([])
min([])
### 48: max(1)
max(1)
### 49: max([], default=None) or print(max([], default=3),
max([], default=None) or print(max([], default=3), min([], default="x"), max("a", "b"), max([1, 5, 3], key=lambda x: -x), min({"a": 2, "b": 1}), max({"a": 2, "b": 1}.items(), key=lambda kv: kv[1]))
### 51: sum(["a"])
sum(["a"])
### 52: sum("a", "")
sum("a", "")
### 53: print(1 == 1.0, 1 is 1, True == 1, hash(1) == hash
print(1 == 1.0, 1 is 1, True == 1, hash(1) == hash(1.0), {1: "a", 1.0: "b", True: "c"}, 1 < 2 < 3, 1 < 3 > 2, 1 == 1 != 2, 0.1 + 0.2 == 0.3, float("nan") == float("nan"), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, 1 != 1.0)
### 54: print(hash(1), hash(-1), hash(2**61), hash(2**61 -
print(hash(1), hash(-1), hash(2**61), hash(2**61 - 1), hash(1.5), hash(True), hash(0.0), hash(float("inf")), hash((1, 2)), hash(()), hash(None) is not None, hash(1e100), hash(-2.5), hash(10**30), hash((1, (2, 3))), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(range(3)) == hash(range(3)))
### 55: print(bin(10), oct(8), hex(255), bin(-5), hex(-255
print(bin(10), oct(8), hex(255), bin(-5), hex(-255), bin(0), hex(2**70), bin(True))
### 56: bin(1.5)
bin(1.5)
### 57: hex("a")
hex("a")
### 58: print(1 if 5 else 2, not 0, not "", 1 and 2, 0 or
print(1 if 5 else 2, not 0, not "", 1 and 2, 0 or "x", 0 and 1, None or 0, [] or {} or "end", 1 and 0 or 3, not not 5)
### 59: a = 5; a += 2; a -= 1; a *= 3; a /= 2; a //= 2; a
a = 5; a += 2; a -= 1; a *= 3; a /= 2; a //= 2; a **= 2; a %= 5; print(a); b = 6; b &= 3; b |= 8; b ^= 1; b <<= 2; b >>= 1; print(b)
### 60: import math; print(math.pi, math.e, math.tau, math
import math; print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.factorial(20), math.gcd(12, 18), math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.perm(5), math.isqrt(17), math.prod([1, 2, 3]), math.fsum([0.1]*10), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([0, 0], [3, 4]))
### 61: import math; print(math.sin(1), math.cos(1), math.
import math; print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(1), math.radians(180), math.exp(1), math.expm1(1e-5), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-5), math.pow(2, 3), math.fabs(-2))
### 63: import math; math.sqrt(-1)
import math; math.sqrt(-1)
### 64: import math; math.log(0)
import math; math.log(0)
### 65: import math; math.factorial(-1)
import math; math.factorial(-1)
### 66: import math; math.factorial(1.5)
import math; math.factorial(1.5)
### 67: import math; math.sqrt("a")
import math; math.sqrt("a")
### 68: import math; math.exp(1000)
import math; math.exp(1000)
### 69: import math; math.acos(2)
import math; math.acos(2)
### 70: import math; math.floor(float("nan"))
import math; math.floor(float("nan"))
### 73: import math; math.log(-5)
import math; math.log(-5)
### 74: import math; print(math.log(10**400), math.sqrt(10
import math; print(math.log(10**400), math.sqrt(10**100), math.floor(1e20), math.log2(2**1000), math.log10(10**400), math.factorial(30), math.comb(100, 50), math.isqrt(10**40))
### 75: print(10**18 * 10, 2**63 - 1, 2**63, -2**63, -2**6
print(10**18 * 10, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 9223372036854775807 + 1, 4611686018427387904 * 2, 3037000500 * 3037000500, -(-2**63), abs(-2**63), 2147483647 + 1, 2147483648 * 2147483648, -2147483648 - 1, (-2**63) // -1)
### 76: print(12345678901234567890 // 7, 12345678901234567
print(12345678901234567890 // 7, 12345678901234567890 % 7, -12345678901234567890 // 7, -12345678901234567890 % 7, 12345678901234567890 / 7, divmod(10**30, 7), 10**30 / 10**28, (10**30) // 1e10, 2**200 % 10**9, 1e20 // 1, int(1e20) == 10**20)
### 79: print(isinstance(1, int), isinstance(True, int), i
print(isinstance(1, int), isinstance(True, int), isinstance(1.0, float), isinstance(1, (str, int)), isinstance("a", str), isinstance(None, type(None)), type(1), type(1.0), type(None), type(True), type([]), type({}), type(()), type(set()), type(lambda: 0), type(print), type(int), type(...), issubclass(bool, int), isinstance(1, object), isinstance(int, type))
### 80: isinstance(1, 5)
isinstance(1, 5)
### 81: isinstance(1, int | str) and print("ok", int | str
isinstance(1, int | str) and print("ok", int | str, isinstance("a", int | None))
### 83: range(1.5)
range(1.5)
### 84: range(1, 2, 0)
range(1, 2, 0)
### 85: range()
range()
### 86: range("a")
range("a")
### 87: print(float("1e400"), -float("inf"), float("inf")
print(float("1e400"), -float("inf"), float("inf") - float("inf"), float("inf") * 0, 1e308 + 1e308, 0.0 == -0.0, 3.0 == 3, 1e2, str(1e2), repr(1e2), 1.0e-10, 1.23456789012345e-7)
### 88: print(1.0.__add__(2), (5).__add__(3), (5).__mul__(
print(1.0.__add__(2), (5).__add__(3), (5).__mul__(2), (5).__truediv__(2), (5).__divmod__(3), (5).__neg__(), (5).__abs__(), (5).__eq__(5), (5).__lt__(6), (5).__hash__(), (5).__str__(), (5).__repr__(), (5).__bool__(), (5).__int__(), (5).__float__(), (5).__index__(), (2.5).__round__(), (2.5).__floor__(), (2.5).__trunc__(), (5).__add__("a"))
### 89: (5).foo
(5).foo
### 91: x = 5; x.y = 1
x = 5; x.y = 1
### 92: 5()
5()
### 93: None()
None()
### 94: None.foo
None.foo
### 95: None + 1
None + 1
### 96: -"a"
-"a"
### 97: ~1.5
~1.5
### 98: +[]
+[]
### 99: not_defined
not_defined
### 100: [1] + (1,)
[1] + (1,)
### 101: {} + {}
{} + {}
### 102: 1 < "a"
1 < "a"
### 103: None < 1
None < 1
### 104: [1] < [2] and print([1, 2] < [1, 3], (1,) < (1, 0)
[1] < [2] and print([1, 2] < [1, 3], (1,) < (1, 0), [1] < ["a"])
### 106: print(1_000, f"{1_000:,}", 0xdead, 1e-3, 3.14e2, 0
print(1_000, f"{1_000:,}", 0xdead, 1e-3, 3.14e2, 0.1e-5, 1_0e1_0)
### 107: import sys; print(sys.maxsize, sys.float_info.max,
import sys; print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.byteorder, sys.version_info >= (3, 6), sys.version_info[0], sys.version_info.major, sys.getrecursionlimit())
### 109: n = 0
n = 0
for i in range(1000): n = n * 31 + i
print(n % 1000000007, len(str(n)))
### 110: a, b = 0, 1
a, b = 0, 1
for _ in range(300): a, b = b, a + b
print(a)
### 111: print(sum(i * i for i in range(1000)), sum([i / 7
print(sum(i * i for i in range(1000)), sum([i / 7 for i in range(100)]), sum([1e16, 1, -1e16]), sum(map(float, ["1", "2"])))
### 113: print(5 .__format__("05d"), int.__add__(1, 2), flo
print(5 .__format__("05d"), int.__add__(1, 2), float.is_integer(2.0), int.bit_length(5), float.hex(1.0))
### 114: print(1 <= 2 <= 2 < 3, 3 > 2 >= 2 != 1, 1 < 2 > 3,
print(1 <= 2 <= 2 < 3, 3 > 2 >= 2 != 1, 1 < 2 > 3, [] == [], [] is [], () is (), "a" is not None, 1 in [1.0], None in [None], float("nan") in [float("nan")])
### 115: print(all([]), any([]), all([1, 0]), any([0, ""]),
print(all([]), any([]), all([1, 0]), any([0, ""]), all(x > 0 for x in [1, 2]), any(map(bool, [0, 1])), sum([]), sum([True, True]))
### 116: print(str(10**25), repr(10**25), f"{10**25:,}", f"
print(str(10**25), repr(10**25), f"{10**25:,}", f"{10**25:e}", f"{10**25:.3f}", "%d" % 10**25, f"{2**64:x}", f"{-10**25:>40}", f"{10**25:_}", "%e" % 10**25, "%.2f" % 10**25)
