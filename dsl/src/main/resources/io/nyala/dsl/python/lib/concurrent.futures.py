"""Work handed to executors, which do it at once, piece by piece, where it is handed in."""


class CancelledError(Exception):
    pass


class Future:
    def __init__(self, function, given, named):
        self._result = self._error = None
        try:
            self._result = function(*given, **named)
        except Exception as e:
            self._error = e

    def result(self, timeout=None):
        if self._error is not None:
            raise self._error
        return self._result

    def exception(self, timeout=None):
        return self._error

    def done(self):
        return True

    def running(self):
        return False

    def cancelled(self):
        return False

    def cancel(self):
        return False

    def add_done_callback(self, function):
        function(self)


class Executor:
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        self._closed = False
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        if self._closed:
            raise RuntimeError('cannot schedule new futures after shutdown')
        return Future(fn, args, kwargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *each) for each in zip(*iterables)]
        return (each.result() for each in futures)

    def shutdown(self, wait=True, cancel_futures=False):
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.shutdown()


class ThreadPoolExecutor(Executor):
    pass


class ProcessPoolExecutor(Executor):
    pass


def as_completed(fs, timeout=None):
    return iter(list(fs))


def wait(fs, timeout=None, return_when='ALL_COMPLETED'):
    return set(fs), set()
