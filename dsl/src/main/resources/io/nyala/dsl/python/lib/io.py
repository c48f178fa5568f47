"""Streams in memory, and open()."""

open = open


class StringIO:
    def __init__(self, initial_value='', newline='\n'):
        self._text = initial_value or ''
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        before = self._text[:self._at].ljust(self._at, '\0')
        self._text = before + text + self._text[self._at + len(text):]
        self._at += len(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._at + size
        part = self._text[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1):
        self._check()
        found = self._text.find('\n', self._at)
        return self.read(len(self._text) - self._at if found < 0 else found + 1 - self._at)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, offset, whence=0):
        self._check()
        self._at = offset if whence == 0 else len(self._text)
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        self._text = self._text[:size]
        return size

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.close()


class BytesIO(StringIO):
    def __init__(self, initial_bytes=b''):
        self._text = bytes(initial_bytes or b'')
        self._at = 0
        self.closed = False

    def write(self, data):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        before = self._text[:self._at] + bytes(max(0, self._at - len(self._text)))
        self._text = before + data + self._text[self._at + len(data):]
        self._at += len(data)
        return len(data)

    def readline(self, size=-1):
        self._check()
        found = self._text.find(b'\n', self._at)
        return self.read(len(self._text) - self._at if found < 0 else found + 1 - self._at)

    def getbuffer(self):
        return self.getvalue()


class TextIOWrapper(StringIO):
    def __init__(self, buffer, encoding=None, errors=None, newline=None):
        super().__init__(buffer.read().decode(encoding or 'utf-8'))
