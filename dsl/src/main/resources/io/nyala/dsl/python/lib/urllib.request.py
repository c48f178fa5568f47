"""Files fetched from the web."""

import io as _io
import os as _os
import tempfile as _tempfile

import _archive
from urllib.error import HTTPError, URLError


def urlretrieve(url, filename=None, reporthook=None, data=None):
    if data is not None:
        raise NotImplementedError("urlretrieve(data=...) is not supported in Nyala's Python cells")
    name = _tempfile.mkstemp()[1] if filename is None else _os.fspath(filename)
    try:
        _archive.download(url, name)
    except OSError as e:
        raise URLError(str(e)) from None
    size = _os.path.getsize(name)
    if reporthook is not None:
        reporthook(0, 8192, size)
        reporthook(-(-size // 8192), 8192, size)
    return name, {}


class Request:
    def __init__(self, url, data=None, headers=None):
        if data is not None:
            raise NotImplementedError("Request(data=...) is not supported in Nyala's Python cells")
        self.full_url = url
        self.headers = dict(headers or {})


def urlopen(url, data=None, timeout=None):
    if data is not None:
        raise NotImplementedError("urlopen(data=...) is not supported in Nyala's Python cells")
    name, _ = urlretrieve(url.full_url if isinstance(url, Request) else url)
    try:
        with open(name, 'rb') as f:
            return _io.BytesIO(f.read())
    finally:
        _os.remove(name)
