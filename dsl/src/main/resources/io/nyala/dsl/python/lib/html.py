"""Text in web pages."""

import re as _re

_NAMED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'", 'nbsp': '\xa0',
          'copy': '\xa9', 'reg': '\xae', 'hellip': '\u2026', 'mdash': '\u2014',
          'ndash': '\u2013', 'lsquo': '\u2018', 'rsquo': '\u2019', 'ldquo': '\u201c',
          'rdquo': '\u201d', 'eacute': '\xe9', 'egrave': '\xe8', 'agrave': '\xe0',
          'uuml': '\xfc', 'ouml': '\xf6', 'auml': '\xe4', 'szlig': '\xdf', 'euro': '\u20ac',
          'pound': '\xa3', 'deg': '\xb0', 'middot': '\xb7', 'bull': '\u2022', 'trade': '\u2122'}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _one(found):
    code = found.group(1)
    if code.startswith('#'):
        return chr(int(code[2:], 16) if code[1] in 'xX' else int(code[1:]))
    return _NAMED.get(code, found.group())


def unescape(s):
    return _re.sub(r'&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]+);', _one, s)
