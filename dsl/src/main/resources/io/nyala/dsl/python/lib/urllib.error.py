"""What urllib.request raises."""


class URLError(OSError):
    pass


class HTTPError(URLError):
    pass
