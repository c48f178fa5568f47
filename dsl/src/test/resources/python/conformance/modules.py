### math functions
import math
print(math.sqrt(16), math.floor(2.7), math.ceil(2.1), math.pi, math.e, math.factorial(10), math.gcd(12, 18), math.hypot(3, 4))
### math logs
import math
print(math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.log1p(0))
### math checks
import math
print(math.isnan(float('nan')), math.isinf(float('inf')), math.isclose(0.1 + 0.2, 0.3), math.trunc(-2.5), math.copysign(1, -2))
### math combinations
import math
print(math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), math.isqrt(17), math.lcm(4, 6))
### math domain
import math
math.sqrt(-1)
### from import
from math import sqrt, pi as PI
print(sqrt(4), round(PI, 3))
### import as
import math as m
print(m.floor(1.5))
### string module
import string
print(string.ascii_lowercase, string.digits, string.punctuation)
### random seeded
import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abc'))
### random shuffle and sample
import random
random.seed(1)
l = list(range(10))
random.shuffle(l)
print(l, random.sample(range(100), 5), random.uniform(1, 2), random.randrange(0, 10, 2))
### random choices and gauss
import random
random.seed(7)
print(random.choices('abc', k=4), random.choices([1, 2], weights=[1, 9], k=5), random.gauss(0, 1))
### counter
from collections import Counter
c = Counter('abracadabra')
print(c, c.most_common(1), Counter(a=1) + Counter(a=2, b=1), sum(c.values()))
### defaultdict
from collections import defaultdict
d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
n = defaultdict(int)
for ch in 'hello':
    n[ch] += 1
print(dict(d), dict(n), d['zz'], len(d))
print(n)
### deque
from collections import deque
q = deque([1, 2])
q.append(3); q.appendleft(0)
print(q.popleft(), q.pop(), list(q), len(q), q)
q.rotate(1); q.extend([7, 8])
print(q, q[0])
### itertools
import itertools
print(list(itertools.chain([1], [2, 3])), list(itertools.islice(itertools.count(5), 3)), list(itertools.repeat('a', 2)))
print(list(itertools.product('ab', [1, 2])), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations('abc', 2)))
### itertools more
from itertools import accumulate, takewhile, dropwhile, groupby, zip_longest, cycle, starmap, pairwise
print(list(accumulate([1, 2, 3])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 1])))
print([(k, list(g)) for k, g in groupby('aabbc')], list(zip_longest([1, 2], 'a', fillvalue='-')), list(starmap(pow, [(2, 3)])), list(pairwise([1, 2, 3])))
c = cycle('ab')
print([next(c) for _ in range(5)])
### functools
from functools import reduce, partial, lru_cache
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 0), partial(pow, 2)(5), partial(int, base=2)('101'))
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60))
### wraps
from functools import wraps
def d(f):
    @wraps(f)
    def inner(*a): return f(*a)
    return inner
@d
def named():
    "doc"
print(named.__name__, named.__doc__)
### json dumps
import json
print(json.dumps({'a': [1, 2.5, None, True], 'b': 'x"y\n'}), json.dumps('é'), json.dumps([]), json.dumps({}))
print(json.dumps({'b': 1, 'a': [1, {'c': 2}]}, indent=2, sort_keys=True))
### json loads
import json
print(json.loads('{"a": [1, 2.5, null, true, "x\\u00e9"], "b": {}}'), json.loads('3'), json.loads('"s"'))
### json round trip
import json
d = {'x': [1, {'y': 'z'}], 'n': None}
print(json.loads(json.dumps(d)) == d)
### re search
import re
m = re.search(r'(\w+)@(\w+)\.com', 'mail bob@site.com now')
print(m.group(), m.group(1), m.groups(), m.start(), m.end(), m.span(), m[2])
print(re.match(r'b', 'abc'), re.match(r'a', 'abc') is not None, re.fullmatch(r'a.c', 'abc') is not None)
### re findall and sub
import re
print(re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1b2'), re.sub(r'\d', '#', 'a1b2'), re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.split(r'[,;]\s*', 'a, b;c'))
### re flags and named
import re
print(re.findall('a', 'aA', re.IGNORECASE), re.search(r'(?P<year>\d{4})', 'in 2021').group('year'), re.sub(r'[^\w\s]', '', 'hi, you!'), re.sub('a', lambda m: m.group().upper(), 'banana', count=2))
### re compile
import re
p = re.compile(r'\b\w{3}\b')
print(p.findall('the big elephant ran'), [m.start() for m in p.finditer('the big')], re.escape('a.b'))
### os path
import os
print(os.path.join('a', 'b', 'c.txt'), os.path.basename('/x/y.txt'), os.path.dirname('/x/y.txt'), os.path.splitext('a.tar.gz'), os.path.exists('/no/such'), os.path.split('a/b'))
### sys
import sys
print(sys.maxsize, sys.version_info[0], type(sys.argv).__name__)
### time
import time
t = time.time()
time.sleep(0.01)
print(time.time() - t >= 0.009, time.perf_counter() > 0)
### file write and read
import os
with open('nyala_conformance.txt', 'w') as f:
    f.write('one\ntwo\n')
    print('three', file=f)
with open('nyala_conformance.txt') as f:
    for i, line in enumerate(f):
        print(i, line.strip())
print(open('nyala_conformance.txt').read().split())
os.remove('nyala_conformance.txt')
### import dotted
import os.path
print(os.path.join('x', 'y'))
### star import
from math import *
print(floor(2.5), pi > 3)
### import inside function
def f():
    import math
    from string import digits
    return math.floor(1.9), digits[:3]
print(f())
### missing name
try:
    from math import nothing_here
except ImportError as e:
    print('no such name')
### bad json
import json
try:
    json.loads('{bad}')
except ValueError as e:
    print('bad json')
