"""Addresses taken apart and put together."""

import re as _re
from collections import namedtuple as _namedtuple

_SAFE = set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def quote(string, safe='/', encoding=None, errors=None):
    data = string.encode(encoding or 'utf-8') if isinstance(string, str) else bytes(string)
    keep = _SAFE | set(safe)
    return ''.join(chr(b) if b < 128 and chr(b) in keep else f'%{b:02X}' for b in data)


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, safe + ' ', encoding).replace(' ', '+')


def unquote(string, encoding='utf-8', errors='replace'):
    def bytes_of(match):
        text = match.group(0)
        return bytes(int(text[i + 1:i + 3], 16) for i in range(0, len(text), 3)).decode(encoding)
    return _re.sub(r'(?:%[0-9a-fA-F]{2})+', bytes_of, string)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding)


def urlencode(query, doseq=False, safe='', encoding=None):
    pairs = query.items() if hasattr(query, 'items') else query
    out = []
    for key, value in pairs:
        many = doseq and isinstance(value, (list, tuple))
        for each in (value if many else [value]):
            out.append(quote_plus(str(key), safe) + '=' + quote_plus(str(each), safe))
    return '&'.join(out)


def parse_qsl(qs):
    pairs = []
    for part in qs.split('&'):
        name, found, value = part.partition('=')
        if found and value:
            pairs.append((unquote_plus(name), unquote_plus(value)))
    return pairs


def parse_qs(qs):
    found = {}
    for name, value in parse_qsl(qs):
        found.setdefault(name, []).append(value)
    return found


SplitResult = _namedtuple('SplitResult', 'scheme netloc path query fragment')


class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    @property
    def hostname(self):
        host = self.netloc.rpartition('@')[2].partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition('@')[2].partition(':')[2]
        return int(port) if port else None

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme='', allow_fragments=True):
    match = _re.match(r'([A-Za-z][A-Za-z0-9+.-]*):(.*)$', url, _re.S)
    if match:
        scheme, url = match.group(1).lower(), match.group(2)
    netloc = query = fragment = ''
    if url.startswith('//'):
        end = min([i for i in (url.find(c, 2) for c in '/?#') if i >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    parts = urlsplit(url, scheme, allow_fragments)
    path, _, params = parts.path.partition(';')
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


def urlunparse(parts):
    scheme, netloc, path, params, query, fragment = parts
    url = path + (';' + params if params else '')
    if netloc:
        url = '//' + netloc + ('/' if url and not url.startswith('/') else '') + url
    if scheme:
        url = scheme + ':' + url
    return url + ('?' + query if query else '') + ('#' + fragment if fragment else '')


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    b, u = urlparse(base), urlparse(url)
    if u.scheme:
        return url
    if u.netloc:
        return urlunparse((b.scheme,) + tuple(u)[1:])
    if not u.path:
        return urlunparse((b.scheme, b.netloc, b.path, b.params, u.query or b.query, u.fragment))
    path = u.path if u.path.startswith('/') else b.path.rpartition('/')[0] + '/' + u.path
    steps = []
    for step in path.split('/')[1:]:
        if step == '..':
            if steps:
                steps.pop()
        elif step != '.':
            steps.append(step)
    if path.split('/')[-1] in ('.', '..'):
        steps.append('')
    return urlunparse((b.scheme, b.netloc, '/' + '/'.join(steps), u.params, u.query, u.fragment))
