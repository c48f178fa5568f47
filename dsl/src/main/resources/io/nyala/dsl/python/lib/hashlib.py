"""Digests of bytes."""

from _codecs import digest as _digest

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256',
                         'sha3_512'}
algorithms_available = algorithms_guaranteed
_NAMES = {'md5': 'MD5', 'sha1': 'SHA-1', 'sha224': 'SHA-224', 'sha256': 'SHA-256',
          'sha384': 'SHA-384', 'sha512': 'SHA-512', 'sha3_256': 'SHA3-256',
          'sha3_512': 'SHA3-512'}
_BLOCKS = {'sha384': 128, 'sha512': 128, 'sha3_256': 136, 'sha3_512': 72}


class _Hash:
    def __init__(self, name, data=b''):
        self.name = name
        self._parts = []
        self.block_size = _BLOCKS.get(name, 64)
        self.update(data)

    @property
    def digest_size(self):
        return len(self.digest())

    def update(self, data):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        self._parts.append(bytes(data))

    def digest(self):
        return _digest(_NAMES[self.name], b''.join(self._parts))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, b''.join(self._parts))


def new(name, data=b'', *, usedforsecurity=True):
    if name.lower() not in _NAMES:
        raise ValueError('unsupported hash type ' + name)
    return _Hash(name.lower(), data)


def md5(data=b'', *, usedforsecurity=True):
    return _Hash('md5', data)


def sha1(data=b'', *, usedforsecurity=True):
    return _Hash('sha1', data)


def sha224(data=b'', *, usedforsecurity=True):
    return _Hash('sha224', data)


def sha256(data=b'', *, usedforsecurity=True):
    return _Hash('sha256', data)


def sha384(data=b'', *, usedforsecurity=True):
    return _Hash('sha384', data)


def sha512(data=b'', *, usedforsecurity=True):
    return _Hash('sha512', data)
