### 1: print("hello world foo".title(), "hELLO".capitaliz
print("hello world foo".title(), "hELLO".capitalize(), "Hello".swapcase(), "ß".upper(), "ß".casefold(), "ǅ".title())
### 2: print("a,b,,c".split(","), " a b ".split(), "a b c
print("a,b,,c".split(","), " a  b ".split(), "a b c d".split(None, 2), "a b c d".rsplit(None, 1), "abc".split("b", maxsplit=1), "".split(), "".split(","))
### 3: print("a\nb\r\nc\rd\x0be\x0cf\x1cg\u2028h".splitli
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\u2028h".splitlines(), "a\n\nb\n".splitlines(True))
### 4: print("abc".partition("b"), "abc".partition("x"),
print("abc".partition("b"), "abc".partition("x"), "abcbd".rpartition("b"), "abc".rpartition("x"))
### 5: print("abc".center(10, "*"), "abc".center(9), "ab"
print("abc".center(10, "*"), "abc".center(9), "ab".center(7,'-'), "abc".ljust(6, ".") + "|", "abc".rjust(6) + "|", "-42".zfill(6), "+3.5".zfill(7), "x".zfill(0))
### 6: print("abcabc".find("c"), "abcabc".rfind("c"), "ab
print("abcabc".find("c"), "abcabc".rfind("c"), "abc".find("z"), "abcabc".find("c", 3), "abcabc".find("a", 1, 3), "abcabc".count("abc"), "aaaa".count("aa"), "abc".count(""), "abc".index("b"), "abcb".rindex("b"))
### 7: "abc".index("z")
"abc".index("z")
### 8: "abc".rindex("z")
"abc".rindex("z")
### 9: print("abc".startswith(("x", "a")), "abc".endswith
print("abc".startswith(("x", "a")), "abc".endswith(("c", "d")), "abc".startswith("b", 1), "abc".endswith("b", 0, 2), "".startswith(""))
### 10: print(" abc ".strip(), "xxabcxx".strip("x"), "xyab
print("  abc ".strip(), "xxabcxx".strip("x"), "xyabcyx".lstrip("xy"), "abc...".rstrip("."), repr("\t\n a \u3000".strip()))
### 11: print("abc".removeprefix("a"), "abc".removesuffix(
print("abc".removeprefix("a"), "abc".removesuffix("c"), "abc".removeprefix("x"))
### 12: print("abcabc".replace("a", "x"), "abcabc".replace
print("abcabc".replace("a", "x"), "abcabc".replace("a", "x", 1), "abc".replace("", "-"), "abc".replace("b", ""), "aaa".replace("a","b",-1))
### 13: print("a1".isalnum(), "abc".isalpha(), "12".isdigi
print("a1".isalnum(), "abc".isalpha(), "12".isdigit(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "abc".islower(), "ABC".isupper(), "Abc Def".istitle(), " ".isspace(), "abc".isidentifier(), "1a".isidentifier(), "a\n".isprintable(), "".isprintable(), "".isalpha(), "abc".isascii(), "é".isascii(), "".isascii())
### 14: print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4)
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "01\t012\t0123".expandtabs(4))
### 15: print("abc".translate({97: "x", 98: None, 99: 100}
print("abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("abc", "xyz")), "abc".translate(str.maketrans("a", "b", "c")), str.maketrans({"a": 1}))
### 16: print("-".join(["a", "b"]), "".join(c for c in "ab
print("-".join(["a", "b"]), "".join(c for c in "abc"), ",".join({"a": 1, "b": 2}), "x".join([]))
### 17: ",".join([1, 2])
",".join([1, 2])
### 18: ",".join(["a", 2])
",".join(["a", 2])
### 19: print("abc"[::-1], "abcdef"[1:5:2], "abc"[-1], "ab
print("abc"[::-1], "abcdef"[1:5:2], "abc"[-1], "abc"[5:], "abc"[-10:2], "abcdef"[::-2], "abcdef"[4:1:-1])
### 20: "abc"[10]
"abc"[10]
### 21: "abc"["a"]
"abc"["a"]
### 22: s = "abc"; s[0] = "x"
s = "abc"; s[0] = "x"
### 23: print("a" * 3, 3 * "ab", "a" * -1, "a" "b" 'c')
print("a" * 3, 3 * "ab", "a" * -1, "a" "b" 'c')
### 24: "a" + 1
"a" + 1
### 25: 1 + "a"
1 + "a"
### 26: "a" * "b"
"a" * "b"
### 27: "a" - "b"
"a" - "b"
### 28: print("a" in "abc", "" in "abc", "d" not in "abc")
print("a" in "abc", "" in "abc", "d" not in "abc")
### 29: 1 in "abc"
1 in "abc"
### 30: print("a" < "b", "abc" < "abd", "Z" < "a", "a" ==
print("a" < "b", "abc" < "abd", "Z" < "a", "a" == 'a', "é" > "z")
### 31: "a" < 1
"a" < 1
### 32: print(repr("it's"), repr('say "hi"'), repr("it's \
print(repr("it's"), repr('say "hi"'), repr("it's \"x\""), repr("\n\t\r\\\x00\x7f\x80\xa0\u200b\U0001F600é\ud800"))
### 33: print(ascii("é\u1234\U0001F600'x"), ascii([1, "é"]
print(ascii("é\u1234\U0001F600'x"), ascii([1, "é"]), "%a" % "é", f"{'é'!a}")
### 34: print("\N{BULLET} \N{GREEK SMALL LETTER ALPHA} \10
print("\N{BULLET} \N{GREEK SMALL LETTER ALPHA} \101 \x41 \u0041 \U00000041 \
z")
### 35: print(r"\n\d", b"abc\x00\xff", rb"\n", "tab\there"
print(r"\n\d", b"abc\x00\xff", rb"\n", "tab\there", 'a\
b')
### 36: print("{} {} {}".format(1, "a", 2.5), "{0} {1} {0}
print("{} {} {}".format(1, "a", 2.5), "{0} {1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0[1]} {1.real}".format([1, 2], 5), "{a[x]}".format(a={"x": 9}))
### 37: print("{:>10}|{:<10}|{:^10}|{:*^9}".format("a", "b
print("{:>10}|{:<10}|{:^10}|{:*^9}".format("a", "b", "c", "d"), "{:{w}.{p}f}".format(3.14159, w=10, p=2), "{!r:>5}".format("a"), "{{}}".format())
### 38: "{} {}".format(1)
"{} {}".format(1)
### 39: "{a}".format(b=1)
"{a}".format(b=1)
### 40: "{0} {}".format(1, 2)
"{0} {}".format(1, 2)
### 41: "{".format(1)
"{".format(1)
### 42: "}".format(1)
"}".format(1)
### 43: "{:d}".format("a")
"{:d}".format("a")
### 44: "{:s}".format(1)
"{:s}".format(1)
### 45: "{:d}".format(1.5)
"{:d}".format(1.5)
### 46: "{:x}".format(1.5)
"{:x}".format(1.5)
### 47: "{:q}".format(1)
"{:q}".format(1)
### 48: "{:.2d}".format(1)
"{:.2d}".format(1)
### 49: "{:,s}".format("a")
"{:,s}".format("a")
### 50: print("{:,} {:_} {:,.2f} {:_x} {:_b}".format(12345
print("{:,} {:_} {:,.2f} {:_x} {:_b}".format(1234567, 1234567, 1234567.891, 0xdeadbeef, 1023), "{:+d} {: d} {:-d} {:+d}".format(5, 5, 5, -5))
### 51: print("{:b} {:o} {:x} {:X} {:#b} {:#o} {:#x} {:#X}
print("{:b} {:o} {:x} {:X} {:#b} {:#o} {:#x} {:#X} {:c} {:n}".format(10, 10, 255, 255, 10, 10, 255, 255, 65, 1000))
### 52: print("{:08.3f} {:+08d} {:=+8d} {:<08d} {:^+8d} {:
print("{:08.3f} {:+08d} {:=+8d} {:<08d} {:^+8d} {:08b}".format(3.14159, 42, 42, 42, 42, 5))
### 53: print("{:e} {:E} {:.3e} {:g} {:g} {:g} {:G} {:.3g}
print("{:e} {:E} {:.3e} {:g} {:g} {:g} {:G} {:.3g} {:#g} {:%} {:.1%}".format(12345.678, 12345.678, 12345.678, 12345.678, 1e10, 1e-5, 1e-10, 12345.678, 1.0, 0.25, 0.256))
### 54: print("{:f} {:f} {:F} {:e} {:g} {:+f} {:6.1f}|".fo
print("{:f} {:f} {:F} {:e} {:g} {:+f} {:6.1f}|".format(float("inf"), float("nan"), float("nan"), float("-inf"), float("inf"), float("inf"), float("inf")))
### 56: print(f"{3.0} {3.5:.0f} {1e16} {1e15} {12345678901
print(f"{3.0} {3.5:.0f} {1e16} {1e15} {123456789012345678} {1e-4} {1e-5} {0.1+0.2} {1/3} {100.0} {1e100}")
### 57: print(format(1.0, "g"), format(100000.0, "g"), for
print(format(1.0, "g"), format(100000.0, "g"), format(1000000.0, "g"), format(1e6, ""), format(3, ".2f"), format(True, "d"), format(True), format(True, ">6"), format(None), format("a", "5") + "|")
### 58: format(None, "5")
format(None, "5")
### 59: format([1], "5")
format([1], "5")
### 60: format({}, ">5")
format({}, ">5")
### 61: w = 10; p = 3; x = 3.14159; print(f"{x:{w}.{p}}|{x
w = 10; p = 3; x = 3.14159; print(f"{x:{w}.{p}}|{x:>{w}.{p}f}|{x!r:>{w}}|{'a':{'>'}{w}}|")
### 62: x = 5; y = "s"; print(f"{x=} {y=} {x + 1 = } {y!s=
x = 5; y = "s"; print(f"{x=} {y=} {x + 1 = } {y!s=:>5} {x=:>5} {y = !s}" if False else f"{x=} {y=} {x + 1 = } {x=:>5} {y=!s} {x*2=:.1f}")
### 63: print(f"{{}} {{{1}}} {'nested ' + f'{1 + 1}'} {'a'
print(f"{{}} {{{1}}} {'nested ' + f'{1 + 1}'} {'a' if 1 else 'b'} {[1,2][0]} { {'a': 1}['a'] } {(lambda x: x * 2)(3)}")
### 64: print(f'{"a"}' f"{'b'}" "c{d}", f"{1:>{2 + 3}}", f
print(f'{"a"}' f"{'b'}" "c{d}", f"{1:>{2 + 3}}", f"{'x':^{5}}|", rf"\d{1}", f"""{
1 + 1
}""", f"{3!r}", f"{'q'!r:5}|")
### 65: d = {"k": "v"}; l = [1, 2]; print(f"{d['k']} {l[-1
d = {"k": "v"}; l = [1, 2]; print(f"{d['k']} {l[-1]} {len(l)} {l} {d} {d!r} {', '.join(map(str, l))} {1 < 2} {1 != 2} {1 == 1} {x if (x := 3) else 0}")
### 66: print(f"{1,2} {*[1, 2], 3} {lambda_ if (lambda_ :=
print(f"{1,2} {*[1, 2], 3} {lambda_ if (lambda_ := 1) else 2}" if True else "")
### 67: print("%d %s %r %f %5.2f %-5d| %05d %x %X %o %e %g
print("%d %s %r %f %5.2f %-5d| %05d %x %X %o %e %g %c %c %% %i %u" % (1, "a", "b", 1.5, 2.345, 3, 42, 255, 255, 8, 12345.6, 0.0001, "x", 65, 7, 8))
### 68: print("%s" % (1,), "%s" % [1, 2], "%s %s" % ("a",
print("%s" % (1,), "%s" % [1, 2], "%s %s" % ("a", None), "%(a)s %(b)d" % {"a": 1, "b": 2}, "%*d" % (5, 42), "%.*f" % (2, 3.14159), "%+d % d" % (5, 5), "%#x %#o" % (255, 8), "%5s|%-5s|" % ("ab", "cd"), "%.2s" % "abc", "%d" % 3.99, "%s" % True, "%d" % True)
### 69: "%d" % "a"
"%d" % "a"
### 70: "%s %s" % "a"
"%s %s" % "a"
### 71: "%s" % (1, 2)
"%s" % (1, 2)
### 72: "%d %d" % (1,)
"%d %d" % (1,)
### 73: "%(a)s" % {"b": 1}
"%(a)s" % {"b": 1}
### 74: "%z" % 1
"%z" % 1
### 75: "%" % 1
"%" % 1
### 76: "%c" % 300000000
"%c" % 300000000
### 77: "%c" % "ab"
"%c" % "ab"
### 78: "%x" % 1.5
"%x" % 1.5
### 80: "é".encode("ascii")
"é".encode("ascii")
### 81: b"\xff".decode()
b"\xff".decode()
### 82: b"\xff".decode("ascii")
b"\xff".decode("ascii")
### 83: print(b"\xff\x41".decode("latin-1"), b"\xffa".deco
print(b"\xff\x41".decode("latin-1"), b"\xffa".decode("utf-8", "ignore"), b"\xffa".decode("utf-8", errors="replace"))
### 84: "a".encode("nope")
"a".encode("nope")
### 85: print(len("😀"), "😀a"[0], "😀a"[1], [c for c in "a😀b
print(len("😀"), "😀a"[0], "😀a"[1], [c for c in "a😀b"], "a😀b"[::-1], ord("😀"), "a😀b".find("b"), "a😀b".center(7, "*"), list(enumerate("😀b")))
### 86: print("abc".__len__(), "abc".__contains__("a"), "a
print("abc".__len__(), "abc".__contains__("a"), "a".__add__("b"), "abc".__getitem__(0), "a".__eq__("a"), "a".__class__, str.upper("a"), str.join(",", "ab"), "abc".__class__.__name__, type("a") is str)
### 87: print(list(map(str.strip, [" a ", "b "])), sorted(
print(list(map(str.strip, [" a ", "b "])), sorted(["B", "a", "C"], key=str.lower), max("abc"), min("hello", "abc", key=len), sorted("hello"), "".join(reversed("abc")), list(zip("ab", "cd")))
### 88: print(str(), str(1), str(b"a"), str(b"abc", "utf-8
print(str(), str(1), str(b"a"), str(b"abc", "utf-8"), str(None), str([1, "a"]), str(1.0), str(object)[:8], str({1: "a"}), str((1,)), str({1}), str(set()), str(frozenset()), str(range(3)), str(slice(1, 2)), str(...), str(NotImplemented))
### 90: "abc".foo()
"abc".foo()
### 91: "abc".foo
"abc".foo
### 92: "abc"()
"abc"()
### 93: print(hash("a") == hash("a"), "a" is "a", id("a")
print(hash("a") == hash("a"), "a" is "a", id("a") == id("a"))
### 94: print("The quick brown fox"[4:9].upper().lower().t
print("The quick brown fox"[4:9].upper().lower().title().center(20, "=").strip("="), "aXbX".rstrip("X").split("X"))
### 95: print("x".join("abc").split("x", 1), "1 2 3".split
print("x".join("abc").split("x", 1), "1 2 3".split(" "), [int(i) for i in "1 2 3".split()], "a--b--c".split("--"), "abc".split("abc"))
### 96: "abc".split("")
"abc".split("")
### 97: "a".center(5, "ab")
"a".center(5, "ab")
### 98: "abc".strip(1)
"abc".strip(1)
### 99: "abc".replace("a")
"abc".replace("a")
### 100: "abc".upper(1)
"abc".upper(1)
### 101: "abc".split(sep=1)
"abc".split(sep=1)
### 102: "a,b".split(foo=1)
"a,b".split(foo=1)
### 103: ord("ab")
ord("ab")
### 104: ord("")
ord("")
### 105: ord(1)
ord(1)
### 106: chr(-1)
chr(-1)
### 107: chr(0x110000)
chr(0x110000)
### 108: chr("a")
chr("a")
### 109: print(chr(0x10ffff) == "\U0010ffff", chr(97), ord(
print(chr(0x10ffff) == "\U0010ffff", chr(97), ord("a"), chr(8364))
### 110: int("abc")
int("abc")
### 111: int("")
int("")
### 112: int("1.5")
int("1.5")
### 113: float("abc")
float("abc")
### 114: float("")
float("")
### 115: int("12", 40)
int("12", 40)
### 116: int("zz", 36) and int("9", 8)
int("zz", 36) and int("9", 8)
### 117: print(int("0x1f", 16), int("0b101", 0), int("0o17"
print(int("0x1f", 16), int("0b101", 0), int("0o17", 0), int("  42\n"), int("1_000"), int("-0x1F", 16), int("z", 36), float(" 1e3 "), float("1_0.5"), float("infinity"), float("-Inf"), float("NaN"))
### 118: print("Hello" .lower(), "İ".lower() == "i̇", "ŉ".u
print("Hello"  .lower(), "İ".lower() == "i̇", "ŉ".upper(), "ﬁ".upper(), "ά".upper(), "ΑΣ".lower())
### 120: print('''multi
print('''multi
line''', """a "quoted" b""", 'a\'b', "a\"b", repr("a\\b"))
### 121: print("a\u0301" == "á", len("a\u0301"), "ﷺ".isalph
print("a\u0301" == "á", len("a\u0301"), "ﷺ".isalpha(), "٣".isdigit(), int("٣"))
### 122: print("{:>5}{:<5}|".format(True, None) if False el
print("{:>5}{:<5}|".format(True, None) if False else "{!s:>5}{!s:<5}|".format(True, None), "{:5}|{:5}|{:>5}|{:<5}|".format(1, "a", "a", 1), "{:5.1f}|{:10.3}|".format(1.25, "abcdef"))
### 123: print("{0:{1}}".format(5, ">4"), "{:{}}".format(5,
print("{0:{1}}".format(5, ">4"), "{:{}}".format(5, 4), "{:{}{}}".format(5, "<", 4) + "|", "{0.__class__.__name__}".format(1), "{[0]}".format("ab"), "{0[a]}".format({"a": 1}))
### 124: class A:
class A:
    def __format__(self, spec): return f"<{spec}>"
print(f"{A()} {A():abc} {A():>{10}}", format(A(), "x"), "{:y}".format(A()))
### 125: class A:
class A:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{A()} {A()!r} {A()!s}", A(), [A()], str(A()), "%s %r" % (A(), A()), "{} {!r}".format(A(), A()), (A(),), {A(): A()} if False else "")
### 126: class A:
class A:
    def __str__(self): return 1
str(A())
### 127: class A:
class A:
    def __repr__(self): return None
repr(A())
### 128: print("abc" "def".upper(), ("a"
print("abc" "def".upper(), ("a"
"b"), "a"
.upper() if False else 1)
### 129: print(*"abc", sep="-", end="!\n"); print(); print(
print(*"abc", sep="-", end="!\n"); print(); print("a", "b", sep=""); print(1, 2, sep=None, end=None); print("x", end=""); print("y", flush=True)
### 131: print("a", foo=1)
print("a", foo=1)
### 132: import sys; print("err", file=sys.stdout); sys.std
import sys; print("err", file=sys.stdout); sys.stdout.write("w\n"); print(sys.stdout.write("abc\n"))
### 133: import io; f = io.StringIO(); print("a", 1, file=f
import io; f = io.StringIO(); print("a", 1, file=f); f.write("b"); print(repr(f.getvalue()))
