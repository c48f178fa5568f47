### division
print(7 / 2, 7 // 2, -7 // 2, 7 // -2, 6 / 3)
### modulo
print(7 % 3, -7 % 3, 7 % -3, -7 % -3, 7.5 % 2, -7.5 % 2)
### power
print(2 ** 10, 2 ** -1, 2 ** 0.5, (-2) ** 3, -2 ** 2)
### big integers
print(2 ** 100, 10 ** 30 + 1, -(2 ** 70), 2 ** 64 - 1)
### overflow of int and long
print(2147483647 + 1, -2147483648 - 1, 9223372036854775807 + 1, 3037000500 * 3037000500)
### big division
print(10 ** 30 // 7, 10 ** 30 % 7, -(10 ** 30) // 7, 10 ** 30 / 10 ** 29)
### float repr
print(0.1, 1.0, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 0.1 + 0.2, 1/3, 1e100, 5e-324)
### negative zero and infinities
print(-0.0, float('inf'), float('-inf'), float('nan'))
### rounding
print(round(0.5), round(1.5), round(2.5), round(2.675, 2), round(1234, -2), round(-1.5), round(3.14159, 3))
### round to zero digits keeps float
print(round(2.5, 0), round(7, 2), type(round(2.7)).__name__)
### int conversions
print(int('42'), int(' -7 '), int('ff', 16), int('0b101', 2), int(3.99), int(-3.99), int(True), int('1_000'))
### float conversions
print(float('3.5'), float('1e3'), float(7), float('-inf'), float('  2 '))
### bool arithmetic
print(True + True, True * 3, sum([True, False, True]), False == 0, True == 1)
### comparison chain
x = 5
print(1 < x < 10, 1 < x > 3, 10 > x < 3, 1 == 1.0 == True)
### bit operations
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3, -1 >> 1, 1 << 100)
### divmod
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2))
### abs and pow
print(abs(-3), abs(-2.5), abs(True), pow(2, 5), pow(3, 4, 5), pow(2.0, 3))
### bases
print(bin(10), oct(64), hex(255), hex(-255), bin(-2))
### literals
print(0xff, 0o17, 0b101, 1_000_000, 1e3, .5, 5., 1_0.5)
### min max sum
print(min(3, 1, 2), max([3, 1, 2]), sum([1, 2, 3]), sum([0.1] * 3), sum([1, 2], 10))
### int methods
print((10).bit_length(), (255).bit_count(), (2.0).is_integer(), (2.5).is_integer())
### float ratio
print((0.5).as_integer_ratio(), (3).as_integer_ratio())
### chr and ord
print(chr(65), ord('a'), chr(8364), ord('€'))
### augmented
x = 10
x += 5; x -= 3; x *= 2; x //= 5; x **= 3; x %= 50
print(x)
x /= 4
print(x)
### bit augmented
x = 12
x &= 10; x |= 1; x ^= 3; x <<= 2; x >>= 1
print(x)
### floor of floats
print(7.5 // 2, -7.5 // 2, 7 // 2.0, 1e10 // 3)
### mixed comparisons
print(1 < 1.5, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 20 > 1e19)
### is integer type
print(type(1), type(1.0), type(True), type(2 ** 80))
### integer division by zero
try:
    1 // 0
except ZeroDivisionError as e:
    print(e)
try:
    1 % 0
except ZeroDivisionError as e:
    print(e)
try:
    1.0 / 0
except ZeroDivisionError as e:
    print(e)
### format integers
print(f'{42:d} {42:5d}| {42:<5d}| {42:^5d}| {42:05d} {-42:05d} {42:+d} {42:x} {255:#x} {5:b} {8:o}')
### format floats
print(f'{3.14159:.2f} {3.14159:8.3f}| {2.5:.0f} {3.5:.0f} {1e6:e} {12345.678:.1e} {0.00001234:g} {1234567.0:g}')
### format percent and comma
print(f'{0.256:.1%} {1234567:,} {1234567.891:,.2f} {1234567:_}')
### format sign and fill
print(f'{3.5:*>10} {3.5:*<10} {3.5:*^10} {-3.5:=+10} {5: d}')
### percent format
print('%d %5d %-5d| %05d %x %o %e %.2f %g %s %r %%' % (42, 42, 42, 42, 255, 8, 12345.678, 3.14159, 0.0001, 'a', 'a'))
### number in str
print(str(1.5) + str(2), repr(1.0), str(1e20), str(123456789012345678))
### float to int large
print(int(1e20), int(1.5e15), 10 ** 15 / 10, 1e15 + 0.5)
### trailing precision
print(1.1 * 3, 100 * 1.1, 1e22, 1e21, 123456789 * 0.1)
### unary chains
print(--5, -+-5, ~~7, not not 3)
### ternary
n = 4
print('even' if n % 2 == 0 else 'odd')
### large factorial
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
### fibonacci big
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)
### gcd loop
a, b = 1071, 462
while b:
    a, b = b, a % b
print(a)
### collatz
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
### primes
print([p for p in range(2, 60) if all(p % d for d in range(2, int(p ** 0.5) + 1))])
### error int of text
int('abc')
### error float of text
float('x1')
### error mixed types
1 + 'a'
### error text plus number
'a' + 1
### error none
None + 1
### error comparison
3 < 'a'
### error division
1 / 0
### nan compare
n = float('nan')
print(n == n, n != n, n < 1, n in [n])
