"""Bytes and files compressed by gzip."""

import io as _io

import _archive

_open = open


def compress(data, compresslevel=9):
    return _archive.gzip(bytes(data))


def decompress(data):
    return _archive.gunzip(bytes(data))


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    if mode not in ('r', 'rb', 'rt'):
        raise NotImplementedError(f"gzip.open(mode={mode!r}) is not supported in Nyala's Python"
                                  " cells")
    with _open(filename, 'rb') as f:
        data = decompress(f.read())
    return _io.StringIO(data.decode(encoding or 'utf-8')) if mode == 'rt' else _io.BytesIO(data)
