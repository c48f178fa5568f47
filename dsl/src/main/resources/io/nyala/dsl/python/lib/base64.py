"""Bytes as letters."""

from _codecs import b64decode as _decode, b64encode as _encode


def b64encode(s, altchars=None):
    made = _encode(s)
    if altchars is not None:
        made = made.replace(b'+', altchars[:1]).replace(b'/', altchars[1:])
    return made


def b64decode(s, altchars=None, validate=False):
    return _decode(s if isinstance(s, bytes) else s.encode('ascii'))


standard_b64encode = b64encode
standard_b64decode = b64decode


def urlsafe_b64encode(s):
    return _encode(s).replace(b'+', b'-').replace(b'/', b'_')


def urlsafe_b64decode(s):
    s = s if isinstance(s, bytes) else s.encode('ascii')
    return _decode(s.replace(b'-', b'+').replace(b'_', b'/'))


def b16encode(s):
    return s.hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    return bytes.fromhex(s if isinstance(s, str) else s.decode('ascii'))
