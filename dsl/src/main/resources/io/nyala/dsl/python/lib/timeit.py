"""Times small pieces of code."""

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _called(code):
    if not callable(code):
        raise NotImplementedError('timeit of a text is not supported here; give it a function')
    return code


def timeit(stmt=None, setup=None, timer=default_timer, number=default_number, globals=None):
    if setup is not None:
        _called(setup)()
    function = _called(stmt)
    start = timer()
    for _ in range(number):
        function()
    return timer() - start


def repeat(stmt=None, setup=None, timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return [timeit(stmt, setup, timer, number) for _ in range(repeat)]
