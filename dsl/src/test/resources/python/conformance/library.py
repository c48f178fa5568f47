### heapq
import heapq
h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), h)
heapq.heappush(h, 0)
print(heapq.heappushpop(h, 4), heapq.heapreplace(h, 7), h, heapq.nsmallest(2, h), heapq.nlargest(2, h, key=lambda v: -v))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge([7, 1], [5], reverse=True)))
### bisect
import bisect
a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 9), bisect.bisect_left(a, 2, 2))
bisect.insort(a, 2.5)
print(a, bisect.bisect([(1, 'a'), (3, 'b')], 2, key=lambda p: p[0]))
### operator
import operator
print(operator.itemgetter(1, 0)([7, 8]), operator.itemgetter('a')({'a': 3}), operator.attrgetter('real')(5) if hasattr(5, 'real') else 5, operator.methodcaller('upper')('ab'), operator.add(1, 2), operator.contains([1], 1), operator.countOf([1, 2, 1], 1))
print(sorted([(2, 'b'), (1, 'c')], key=operator.itemgetter(0)), operator.neg(3), operator.floordiv(7, 2), operator.not_([]))
### copy
import copy
a = {'a': [1, (2, [3])], 'b': {4}}
b = copy.deepcopy(a)
c = copy.copy(a)
b['a'][1][1].append(9)
c['a'].append('shared')
print(a, b, c is a, copy.deepcopy((1, 2)) == (1, 2))
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is loop)
### contextlib
import contextlib
@contextlib.contextmanager
def m(x):
    print('in')
    try:
        yield x
    except KeyError as e:
        print('caught', e)
    finally:
        print('out')
with m(3) as v:
    print(v)
with m(4):
    raise KeyError('k')
with contextlib.suppress(ZeroDivisionError):
    1 / 0
with contextlib.ExitStack() as stack:
    stack.enter_context(m(5))
    stack.callback(print, 'last')
with contextlib.nullcontext(6) as n:
    print(n)
try:
    with m(7):
        raise ValueError('through')
except ValueError as e:
    print(repr(e))
### statistics
import statistics
d = [1, 2, 2, 3, 7]
print(statistics.mean(d), statistics.median(d), statistics.mode(d), statistics.median_low([1, 4]), statistics.median([1, 4]), statistics.multimode([1, 1, 2, 2]), statistics.fmean(d))
print(statistics.variance(d), statistics.pvariance([1, 3]), statistics.stdev([2, 4, 4, 4, 5, 5, 7, 9]), statistics.quantiles([1, 2, 3, 4, 5]))
### textwrap
import textwrap
text = 'The quick brown fox jumps over the lazy dog and a-hyphenated-word too'
print(textwrap.fill(text, 15))
print(textwrap.wrap(text, 20, initial_indent='* ', subsequent_indent='  '))
print(textwrap.dedent('    a\n      b\n\n    c') + '|' + textwrap.indent('x\n\ny', '> '))
print(textwrap.shorten('Hello  big wide world', 12))
### pathlib
from pathlib import Path
p = Path('/a/b') / 'c.tar.gz'
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, repr(p), p.parts, p.is_absolute())
print(p.with_suffix('.txt'), p.with_name('d'), p.relative_to('/a'), Path('x') / 'y' == Path('x/y'), Path('a//b/./c'), list(Path('a/b/c').parents), Path(''), sorted([Path('b'), Path('a')]))
import os
print(os.path.join(p, 'z'), os.fspath(p), f'{p}', str(Path('.')), p.match('*.gz'))
### io
import io
f = io.StringIO()
print('x', 1, file=f) if False else f.write('x 1\n')
f.write('y\n')
print(repr(f.getvalue()), f.tell())
f.seek(0)
print(f.readline(), [line for line in f])
### binary files
import os
name = '/tmp/nyala-conformance.bin'
with open(name, 'wb') as f:
    print(f.write(b'abc\ndef\xff'), f.tell())
with open(name, 'rb') as f:
    print(f.read(2), f.readline(), f.read(), f.read())
with open(name, 'ab') as f:
    f.write(b'!')
with open(name, 'rb') as f:
    print(list(f), f.name)
os.remove(name)
print(os.path.exists(name))
### os.path
import os
print(os.path.normpath('a/../b/./c'), os.path.isabs('/a'), os.path.commonprefix(['abc', 'abd']), os.path.relpath('/a/b', '/a/c'), os.path.splitext('a.b.c'), os.path.split('/a/b/'))
