"""Abstract classes."""


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class ABC:
    pass
