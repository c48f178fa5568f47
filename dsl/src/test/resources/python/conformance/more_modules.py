### 3: import random; random.seed(0); print(random.sample
import random; random.seed(0); print(random.sample(["a", "b", "c"], 3), random.sample(range(1000000), 3), random.choices(range(5), cum_weights=[1, 2, 3, 4, 5], k=3)); random.sample([1], 2)
### 4: import random; random.choice([])
import random; random.choice([])
### 5: import random; random.randint(5, 1)
import random; random.randint(5, 1)
### 7: import json; print(json.dumps({"a": [1, 2.5, None,
import json; print(json.dumps({"a": [1, 2.5, None, True, "é\n\""], "b": {}}), json.dumps([1, 2], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=4), json.dumps("é", ensure_ascii=False), json.dumps((1, 2), separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps(float("nan")), json.dumps(float("inf")), json.dumps("\u2028\x00/"), json.dumps([]), json.dumps({}, indent=2), json.dumps([[], {}], indent=1), json.dumps(1e20), json.dumps(10**20), json.dumps("😀"))
### 8: import json; print(json.loads('{"a": [1, 2.5, null
import json; print(json.loads('{"a": [1, 2.5, null, true, false, "\\u00e9\\n"], "b": {"c": -1e3}}'), json.loads("[]"), json.loads(' "x" '), json.loads("1"), json.loads("NaN"), json.loads("-Infinity"), json.loads(b'{"a": 1}'), json.loads('"\\ud83d\\ude00"'), json.loads("123456789012345678901"), json.loads("1E2"))
### 9: import json; json.loads("{a: 1}")
import json; json.loads("{a: 1}")
### 10: import json; json.loads("[1, 2")
import json; json.loads("[1, 2")
### 11: import json; json.loads("")
import json; json.loads("")
### 12: import json; json.loads('{"a": 1,}')
import json; json.loads('{"a": 1,}')
### 13: import json; json.loads("[1] x")
import json; json.loads("[1] x")
### 14: import json; json.dumps({1, 2})
import json; json.dumps({1, 2})
### 15: import json; json.dumps({(1, 2): 3})
import json; json.dumps({(1, 2): 3})
### 16: import json; print(json.dumps({"x": {1}}, default=
import json; print(json.dumps({"x": {1}}, default=list), json.dumps(object, default=str), json.loads('{"a": 1}', object_hook=lambda d: list(d)), json.loads("[1.5]", parse_float=str))
try: json.loads("nope")
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, isinstance(e, ValueError))
### 17: import json, io; f = io.StringIO(); json.dump([1,
import json, io; f = io.StringIO(); json.dump([1, {"a": 2}], f); print(f.getvalue()); f.seek(0); print(json.load(f))
### 18: import re; print(re.findall(r"\w+", "a b, c"), re.
import re; print(re.findall(r"\w+", "a b, c"), re.findall(r"(\w)(\d)", "a1 b2"), re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.split(r"[,;]", "a,b;c"), re.split(r"(,)", "a,b"), re.split(r"\s+", " a b "), re.subn("a", "b", "aa"), re.escape("a.b*c"), re.match("a", "ba"), re.search("a", "ba"), re.fullmatch("ab", "ab") is not None)
### 21: import re; print(re.findall(r"(?i)abc", "ABC abc")
import re; print(re.findall(r"(?i)abc", "ABC abc"), re.findall(r"^\w", "a\nb", re.M), re.findall(r"a.b", "a\nb", re.S), re.findall(r"(?<=a)b", "ab cb"), re.findall(r"b(?!c)", "bc bd"), re.sub(r"[^\w\s]", "", "a,b! c"), re.sub(r"\s+", " ", "a  b \n c"), re.findall(r"\bfoo\b", "foo food"), re.split("", "abc"), re.sub("x*", "-", "abxd"), re.findall("", "ab"), re.sub(r"(?P<a>x)", r"[\g<a>]", "x"), re.sub(r"x", r"\\", "x"), re.sub("x", r"\n", "x"), re.findall(r"[\u4e00-\u9fff]", "a中b"), re.findall(r"\d", "1٣"), re.findall(r"\w", "é_"), re.sub("[%s]" % re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"), "", "a!b[c]"))
### 22: import re; re.compile("(")
import re; re.compile("(")
### 23: import re; re.compile("*a")
import re; re.compile("*a")
### 24: import re; re.compile("[")
import re; re.compile("[")
### 25: import re; re.compile(r"\g")
import re; re.compile(r"\g")
### 26: import re; re.match("a", "a").group(5)
import re; re.match("a", "a").group(5)
### 27: import re; re.match("a", "a").group("x")
import re; re.match("a", "a").group("x")
### 28: import re; re.findall(1, "a")
import re; re.findall(1, "a")
### 29: import re; re.findall("a", 1)
import re; re.findall("a", 1)
### 30: import re; re.sub("a", r"\9", "a")
import re; re.sub("a", r"\9", "a")
### 31: import itertools as it; print(list(it.chain([1], "
import itertools as it; print(list(it.chain([1], "ab")), list(it.chain.from_iterable([[1], [2]])), list(it.islice(it.count(5, 2), 3)), list(it.islice("abcdef", 1, 5, 2)), list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2)), list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.combinations_with_replacement("ab", 2)), list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], lambda a, b: a * b)), list(it.accumulate([1, 2], initial=10)), list(it.repeat("x", 3)), list(it.islice(it.cycle("ab"), 5)), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.compress("abcd", [1, 0, 1, 0])), list(it.zip_longest("abc", "x", fillvalue="-")), [(k, list(g)) for k, g in it.groupby("aabbca")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(it.pairwise("abc")))
### 33: import itertools; itertools.islice([1], -1)
import itertools; itertools.islice([1], -1)
### 35: import heapq, bisect; h = [5, 1, 3]; heapq.heapify
import heapq, bisect; h = [5, 1, 3]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [1, 5, 3]), bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3)); l = [1, 3]; bisect.insort(l, 2); print(l, list(heapq.merge([1, 3], [2])))
### 36: import statistics as s; print(s.mean([1, 2, 3, 4])
import statistics as s; print(s.mean([1, 2, 3, 4]), s.median([1, 3, 2]), s.stdev([1, 2, 3, 4]), s.mode([1, 1, 2]), s.pstdev([1, 2]), s.variance([1, 2, 3]), s.fmean([1, 2]))
### 41: import time; t = time.time(); print(t > 1e9, time.
import time; t = time.time(); print(t > 1e9, time.perf_counter() >= 0, time.monotonic() > 0, type(time.time()), time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400).tm_mday, len(time.ctime()) > 10, time.time_ns() > 0); time.sleep(0)
### 42: import datetime as dt; d = dt.datetime(2024, 2, 29
import datetime as dt; d = dt.datetime(2024, 2, 29, 13, 5, 7); print(d, d.date(), d.year, d + dt.timedelta(days=1, hours=2), d - dt.datetime(2024, 1, 1), d.strftime("%Y/%m/%d %H:%M:%S %A %B %j %p %I %y %b %a"), dt.datetime.strptime("2024-01-02 03:04", "%Y-%m-%d %H:%M"), d.isoformat(), d.weekday(), d.timestamp() > 0, repr(d), dt.date(2024, 1, 1) < dt.date(2024, 1, 2), dt.timedelta(seconds=3661), dt.timedelta(days=-1, seconds=5), dt.timedelta(hours=5).total_seconds(), dt.date.today().year > 2000, d.replace(year=2020), dt.date(2024, 3, 1) - dt.date(2024, 2, 1), dt.time(1, 2, 3), repr(dt.timedelta(1, 2)), d.isocalendar()[1], dt.date.fromisoformat("2024-05-06"), dt.timedelta(1) * 2, dt.timedelta(3) / dt.timedelta(1))
### 43: from pprint import pprint, pformat; pprint({"b": l
from pprint import pprint, pformat; pprint({"b": list(range(30)), "a": {"x": "y" * 60, "z": [1, 2, 3]}}); pprint([1, 2]); pprint({"a": 1}); print(pformat(list(range(40)), width=40)); pprint([{"name": "x" * 30, "value": i} for i in range(3)]); pprint({"k": ("a" * 40, "b" * 50)}); pprint("word " * 30); pprint([[1, 2], [3]], width=5); pprint(list(range(50)), compact=True); pprint({3: 1, 1: 2}, sort_dicts=False)
### 44: from fractions import Fraction as F; print(F(1, 3)
from fractions import Fraction as F; print(F(1, 3) + F(1, 6), F("0.25"), F(3), F(1, 2) * 2, F(7, 2) // 1, F(-7, 2) % 2, F(1, 2) ** 2, F(1, 2) + 0.5, float(F(1, 4)), F(0.5), F(3, 4) > F(1, 2), repr(F(2, 4)), abs(F(-1, 2)), -F(1, 2), int(F(7, 2)), round(F(5, 2)), F(1, 3).limit_denominator(2), 1 / F(2, 3), F(1, 2) == 0.5, hash(F(2)) == hash(2), sum([F(1, 3)] * 3), max(F(1, 2), F(2, 3))); F(1, 0)
### 46: import copy
import copy
class A:
    def __init__(self): self.x = [1]
a = A(); b = copy.copy(a); c = copy.deepcopy(a); a.x.append(2); print(b.x, c.x); l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m)
### 47: import hashlib; print(hashlib.md5(b"abc").hexdiges
import hashlib; print(hashlib.md5(b"abc").hexdigest(), hashlib.sha256("é".encode()).hexdigest()[:16], hashlib.sha1(b"").hexdigest()); h = hashlib.sha256(); h.update(b"a"); h.update(b"b"); print(h.hexdigest()[:10], h.digest()[:3], h.name, h.digest_size)
### 48: import uuid; u = uuid.uuid4(); print(len(str(u)),
import uuid; u = uuid.uuid4(); print(len(str(u)), str(u).count("-"), len(u.hex), uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
### 49: import base64; print(base64.b64encode(b"hello"), b
import base64; print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b16encode(b"a"))
### 50: import csv, io; r = csv.reader(io.StringIO('a,b\n"
import csv, io; r = csv.reader(io.StringIO('a,b\n"x,1","y ""q"""\n,z\n')); print(list(r)); o = io.StringIO(); w = csv.writer(o); w.writerow([1, "a,b", 'q"', None, 2.5]); w.writerows([[1], ["x y"]]); print(repr(o.getvalue())); d = csv.DictReader(io.StringIO("n,v\na,1\nb,2")); print([dict(x) for x in d], d.fieldnames); o = io.StringIO(); w = csv.DictWriter(o, ["a", "b"]); w.writeheader(); w.writerow({"a": 1, "b": 2}); print(repr(o.getvalue()))
### 51: import timeit; print(timeit.timeit(lambda: 1, numb
import timeit; print(timeit.timeit(lambda: 1, number=10) >= 0, timeit.default_timer() > 0)
### 52: import textwrap; print(textwrap.dedent(" a\n b\n")
import textwrap; print(textwrap.dedent("  a\n   b\n"), textwrap.fill("aaa bbb ccc ddd", 7), textwrap.wrap("the quick brown fox", 10), textwrap.indent("a\nb", "> "), textwrap.shorten("hello big world", 10))
### 75: import logging; logging.basicConfig(level=logging.
import logging; logging.basicConfig(level=logging.INFO, format="%(message)s"); logging.getLogger("x").setLevel("ERROR"); logging.disable(logging.CRITICAL); print(logging.INFO)
### 79: from __future__ import annotations, print_function
from __future__ import annotations, print_function; print("fut")
### 83: from math import *; print(sqrt(4), pi)
from math import *; print(sqrt(4), pi)
### 84: import os.path as osp, math as m; print(osp.join("
import os.path as osp, math as m; print(osp.join("a", "b"), m.pi)
### 87: import html; print(html.unescape("&lt;b&gt;"), htm
import html; print(html.unescape("&lt;b&gt;"), html.escape("<a>"))
