"""Nyala neither reads nor writes pickles: reading one runs whatever code is in it."""


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


def _refused(name):
    def function(*args, **kwargs):
        raise NotImplementedError(
            f"pickle.{name}() is not supported in Nyala's Python cells, because reading a pickle"
            " runs the code in it. For data use json or np.save, for models model.save()")
    return function


dump = _refused('dump')
dumps = _refused('dumps')
load = _refused('load')
loads = _refused('loads')
