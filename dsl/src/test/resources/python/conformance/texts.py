### quotes
print('a', "b", 'it\'s', "say \"hi\"", '''triple
line''')
### repr of strings
print(repr('a'), repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('tab\t nl\n back\\'))
### escapes
print('a\tb\nc\\d \x41 \u00e9 \101')
### raw
print(r'\n\t', len(r'\n'))
### concatenation of literals
print('a' 'b' "c")
### multiplication
print('ab' * 3, 3 * '-', 'x' * 0, 'x' * -1)
### indexing
s = 'python'
print(s[0], s[-1], s[2], s[-3])
### slicing
s = 'python'
print(s[1:4], s[:3], s[3:], s[::2], s[::-1], s[-3:], s[10:], s[4:1], s[4:1:-1])
### case
print('Hello World'.lower(), 'hello'.upper(), 'hello world'.title(), 'hELLO'.capitalize(), 'Ab'.swapcase())
### strip
print('  a '.strip() + '|', '  a '.lstrip() + '|', '  a '.rstrip() + '|', 'xxaxx'.strip('x'), 'abcba'.strip('ab'))
### split
print('a b  c'.split(), 'a,b,,c'.split(','), ''.split(), ''.split(','), 'a b c d'.split(' ', 2))
### rsplit
print('a.b.c'.rsplit('.', 1), ' a b c '.rsplit(None, 1), 'abc'.rsplit('x'))
### splitlines
print('a\nb\r\nc'.splitlines(), 'a\nb\n'.splitlines(True), ''.splitlines())
### join
print(', '.join(['a', 'b']), ''.join('abc'), '-'.join(str(i) for i in range(4)))
### replace
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'))
### find
print('hello'.find('l'), 'hello'.rfind('l'), 'hello'.find('z'), 'hello'.index('e'), 'hello'.count('l'), 'hello'.find('l', 3))
### startswith
print('hello'.startswith('he'), 'hello'.endswith(('x', 'lo')), 'hello'.startswith('l', 2))
### partition
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('='))
### padding
print('7'.zfill(3), '-7'.zfill(4), 'a'.ljust(3, '.'), 'a'.rjust(3), 'a'.center(5, '*'), 'ab'.center(5, '*'))
### tests
print('123'.isdigit(), 'abc'.isalpha(), 'a1'.isalnum(), ' '.isspace(), 'AB'.isupper(), 'ab'.islower(), ''.isdigit(), 'Ab Cd'.istitle())
### format method
print('{} {}'.format(1, 'a'), '{1} {0}'.format(1, 2), '{a}-{b!r}'.format(a=1, b='x'), '{:>5}|{:<5}|{:^5}'.format('a', 'b', 'c'))
### format nested
print('{0:{1}}'.format(3.14159, '.2f'), '{0[1]} {1[a]}'.format([1, 2], {'a': 3}), '{{}}'.format())
### fstrings
name, n = 'Ann', 3
print(f'{name} has {n} {"cat" if n == 1 else "cats"}', f'{n!r:>4}', f'{name!r}', f'{{}}', f'{n:{n}d}')
### fstring debug
x = 5
print(f'{x=} {x + 1 = } {x=:03d}')
### fstring nested quotes and calls
d = {'a': [1, 2]}
print(f"{d['a'][0]} {len(d['a'])} {', '.join(str(i) for i in d['a'])}")
### fstring formats strings
print(f'{"a":>5}|{"abc":.2}|{"x":*^7}|{True}|{None}|{[1, "a"]}')
### fstring lambda and multi
v = 1234.5678
print(f'{v:.1f}' f' {v:10.2f}' ' plain {v}')
### in
print('ell' in 'hello', 'z' not in 'abc', '' in 'a')
### comparison
print('a' < 'b', 'abc' < 'abd', 'Z' < 'a', 'a' == 'a', 'abc' > 'ab')
### iteration
for c in 'abc':
    print(c, end=' ')
print()
### unicode
print('é'.upper(), len('héllo'), 'ß'.upper(), 'naïve'[2], '日本'[::-1])
### emoji
s = 'a😀b'
print(len(s), s[1], s[::-1], s.find('b') >= 0)
### translate
print('hello'.translate(str.maketrans('el', 'ip')), 'abc'.translate(str.maketrans('', '', 'b')), 'abc'.translate({97: 'X'}))
### remove affixes
print('test_a'.removeprefix('test_'), 'a.py'.removesuffix('.py'), 'abc'.removeprefix('x'))
### expandtabs
print('a\tb'.expandtabs(4), 'a\tb'.expandtabs())
### str of things
print(str(None), str(True), str([1, 'a', None]), str((1,)), str({'a': 1.0}), str(...))
### print options
print('a', 'b', sep='-', end='!\n')
print(1, 2, 3, sep='')
print()
print('x', end='')
print('y')
### methods as values
print(list(map(str.upper, ['a', 'b'])), sorted(['b', 'A'], key=str.lower))
### unbound join
print(str.join('-', ['a', 'b']))
### sorted string
print(sorted('hello'), ''.join(sorted(set('hello'))), list(reversed('abc')))
### string times in table
for i in range(1, 4):
    print('*' * i, f'{i:>3}')
### caesar
def caesar(t, k):
    out = ''
    for ch in t:
        if ch.isalpha():
            base = ord('A') if ch.isupper() else ord('a')
            out += chr((ord(ch) - base + k) % 26 + base)
        else:
            out += ch
    return out
print(caesar('Hello, World!', 3))
### palindrome
def pal(s):
    t = ''.join(c.lower() for c in s if c.isalnum())
    return t == t[::-1]
print(pal('A man, a plan, a canal: Panama'), pal('x y'))
### word count
text = 'the cat and the hat and the bat'
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
print(counts, max(counts, key=counts.get))
### error index
'abc'[5]
### error assignment
s = 'abc'
s[0] = 'x'
### error method
'abc'.foo()
### error join
','.join([1, 2])
### error index of
'abc'.index('z')
### error format code
f'{"a":d}'
### error percent
'%d' % 'x'
### error str index type
'abc'['a']
### long text wrap
s = ('one '
     'two '
     "three")
print(s)
### percent dict and single
print('%(a)s is %(b).1f' % {'a': 'x', 'b': 2.25}, 'v=%s' % 5, '%s %s' % ('a', [1]))
### percent width star
print('%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159))
### strings are true
print(bool(''), bool(' '), not 'a', 'a' and 'b', '' or 'x')
