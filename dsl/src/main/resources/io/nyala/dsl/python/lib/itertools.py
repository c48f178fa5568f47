"""Iterators for loops."""

from _itertools import *
from _itertools import chain as _chain, islice as _islice


class _From:
    def __call__(self, *iterables):
        return _chain(*iterables)

    def from_iterable(self, iterables):
        for each in iterables:
            yield from each


chain = _From()


def islice(iterable, *bounds):
    names = ['Stop argument'] if len(bounds) == 1 else ['Indices', 'Indices', 'Step']
    for name, bound in zip(names, bounds):
        lowest = 1 if name == 'Step' else 0
        if bound is not None and (not isinstance(bound, int) or bound < lowest):
            if name == 'Step':
                raise ValueError('Step for islice() must be a positive integer or None.')
            raise ValueError(f'{name} for islice() must be None or an integer: '
                             '0 <= x <= sys.maxsize.')
    return _islice(iterable, *bounds)


def tee(iterable, n=2):
    items = iter(iterable)
    waiting = [[] for _ in range(n)]

    def one(mine):
        while True:
            if not mine:
                try:
                    item = next(items)
                except StopIteration:
                    return
                for each in waiting:
                    each.append(item)
            yield mine.pop(0)
    return tuple([one(mine) for mine in waiting])


def filterfalse(function, iterable):
    for item in iterable:
        if not (item if function is None else function(item)):
            yield item


def compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


_absent = object()


def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    total = next(items, _absent) if initial is None else initial
    if total is _absent:
        return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total
