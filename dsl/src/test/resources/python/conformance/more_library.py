### future features
from __future__ import annotations, division
try:
    exec("from __future__ import nope")
except SyntaxError as e:
    print(e.msg if hasattr(e, "msg") else str(e).split(" (")[0])
### literal_eval
import ast
print(ast.literal_eval("[1, (2, 'x'), {'a': -3.5, 'b': {1, 2}}, None, True]"), ast.literal_eval(" 5 "))
try:
    ast.literal_eval("f(1)")
except ValueError as e:
    print("ValueError")
### unicodedata
import unicodedata
s = unicodedata.normalize("NFD", "Élève ñ")
print(len(s), "".join(c for c in s if unicodedata.category(c) != "Mn"))
print([unicodedata.category(c) for c in "aA1 _-(é€\n"], unicodedata.name("é"), unicodedata.lookup("GREEK SMALL LETTER ALPHA"))
print(unicodedata.normalize("NFKC", "ﬁ①"), unicodedata.decimal("7"), unicodedata.digit("x", -1))
try:
    unicodedata.normalize("X", "a")
except ValueError as e:
    print(e)
### inspect signature
import inspect
def f(a, b: int, /, c=3, *args, d, e: str = "x", **kw) -> float:
    pass
print(inspect.signature(f))
for name, p in inspect.signature(f).parameters.items():
    print(name, p.kind.name, p.default is inspect.Parameter.empty, p.annotation)
### inspect signatures of others
import inspect
class A:
    def __init__(self, x, y=1): pass
    def m(self, *, z): pass
    def __call__(self, q): pass
print(inspect.signature(A), inspect.signature(A(1).m), inspect.signature(A(1)), inspect.signature(lambda: 0), inspect.signature(lambda x, /: 0))
### inspect kinds
import inspect
def g():
    yield 1
class B:
    """A class.

    Indented.
    """
    def m(self): pass
print(inspect.isfunction(g), inspect.isgeneratorfunction(g), inspect.isgenerator(g()), inspect.ismethod(B().m), inspect.isclass(B), inspect.isbuiltin(len), inspect.isclass(3))
print(inspect.getdoc(B))
### executors
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda x: x * x, range(5))))
    futures = [pool.submit(pow, 2, n) for n in range(3)]
    print(sorted(f.result() for f in as_completed(futures)))
    bad = pool.submit(lambda: 1 / 0)
try:
    bad.result()
except ZeroDivisionError as e:
    print(e, type(bad.exception()).__name__, bad.done())
### argparse
import argparse
p = argparse.ArgumentParser(description="Train a model.")
p.add_argument("name")
p.add_argument("files", nargs="*")
p.add_argument("-e", "--epochs", type=int, default=3, help="how many")
p.add_argument("--learning-rate", type=float, default=0.1)
p.add_argument("--verbose", action="store_true")
p.add_argument("--no-cache", action="store_false", dest="cache")
p.add_argument("--layers", nargs="+", type=int)
p.add_argument("--mode", choices=["a", "b"], default="a")
p.add_argument("-v", action="count", default=0)
p.add_argument("--tag", action="append")
a = p.parse_args(["model", "x.txt", "y.txt", "-e", "5", "--learning-rate=0.5", "--layers", "1", "2", "-vv", "--tag", "q", "--tag", "r"])
print(a)
print(a.epochs, a.learning_rate, a.verbose, a.cache, a.layers, a.mode, a.v, a.tag, vars(a)["name"])
print(p.parse_known_args(["m", "--other", "1"]))
### argparse empty
import argparse
p = argparse.ArgumentParser()
p.add_argument("--lr", default="0.5", type=float)
p.add_argument("pos", nargs="?", default="d")
print(p.parse_args([]), p.parse_args(["z", "--lr", "-1"]))
### tempfile
import tempfile, os
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "a.txt")
    with open(path, "w") as f:
        f.write("hi")
    print(os.path.isdir(d), os.listdir(d))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as f:
    f.write("line\n")
print(open(f.name).read(), f.name.endswith(".txt"))
os.remove(f.name)
### zip archives
import zipfile, tempfile, os
with tempfile.TemporaryDirectory() as d:
    name = os.path.join(d, "a.zip")
    with zipfile.ZipFile(name, "w") as z:
        z.writestr("one.txt", "eins")
        z.writestr("in/two.txt", b"zwei")
    with zipfile.ZipFile(name) as z:
        print(z.namelist(), z.read("in/two.txt"), [i.file_size for i in z.infolist()])
        with z.open("one.txt") as f:
            print(f.read())
        z.extractall(os.path.join(d, "out"))
        try:
            z.read("none")
        except KeyError as e:
            print(e)
    print(open(os.path.join(d, "out", "in", "two.txt")).read(), zipfile.is_zipfile(name))
    try:
        zipfile.ZipFile(os.path.join(d, "out", "one.txt"))
    except zipfile.BadZipFile as e:
        print(e)
    try:
        zipfile.ZipFile(os.path.join(d, "nothing.zip"))
    except FileNotFoundError as e:
        print("not found")
### archives keep inside their folder
import zipfile, tempfile, os
with tempfile.TemporaryDirectory() as d:
    name = os.path.join(d, "a.zip")
    with zipfile.ZipFile(name, "w") as z:
        z.writestr("../../evil.txt", "x")
        z.writestr("good.txt", "y")
    os.makedirs(os.path.join(d, "p", "q"))
    zipfile.ZipFile(name).extractall(os.path.join(d, "p", "q"))
    print(os.path.exists(os.path.join(d, "evil.txt")), os.path.exists(os.path.join(d, "p", "q", "good.txt")))
### gzip
import gzip
data = gzip.compress(b"hello " * 10)
print(gzip.decompress(data) == b"hello " * 10)
### urllib.parse
from urllib.parse import quote, unquote, urlencode, urlparse, urljoin, parse_qs, quote_plus, urlsplit
print(quote("a b/ü?"), unquote("a%20b%C3%BC"), quote_plus("a b&c"), urlencode({"q": "x y", "n": 1}))
u = urlparse("https://User@Example.com:8080/a/b;p?x=1&y=2#frag")
print(u, u.hostname, u.port, u.geturl())
print(parse_qs("a=1&a=2&b=%20"), urlsplit("//h/p?q").netloc)
print(urljoin("http://a/b/c/d", "../e"), urljoin("http://a/b", "http://z/"), urljoin("http://a/b/c", "d?x"), urljoin("http://a/b/c", "/k"))
### pickle is refused here
try:
    import pickle
except ImportError:
    print("no")
### the platform
import platform, getpass, gc
print(type(platform.system()).__name__, platform.python_version()[:4], type(gc.collect()).__name__)
### bytes in memory
import io
b = io.BytesIO()
print(b.write(b"ab\ncd"), b.getvalue(), b.tell())
b.seek(0)
print(b.readline(), b.read(), list(io.BytesIO(b"x\ny\n")))
print(io.TextIOWrapper(io.BytesIO("é\nz".encode())).read())
try:
    b.write("x")
except TypeError as e:
    print(e)
