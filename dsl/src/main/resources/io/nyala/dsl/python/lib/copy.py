"""Copies, shallow and deep."""

from collections import OrderedDict as _OrderedDict


class Error(Exception):
    pass


def copy(x):
    if hasattr(x, '__copy__'):
        return x.__copy__()
    if isinstance(x, (list, dict, set)) or hasattr(x, 'popleft'):
        return x.copy()
    if hasattr(x, '__dict__') and not isinstance(x, type) and not callable(x):
        return _instance(x, x.__dict__)
    return x


def _instance(x, attributes):
    made = object.__new__(type(x))
    made.__dict__.update(attributes)
    return made


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    known = memo.get(id(x))
    if known is not None:
        return known
    made = _deep(x, memo)
    memo[id(x)] = made
    return made


def _deep(x, memo):
    if hasattr(x, '__deepcopy__'):
        return x.__deepcopy__(memo)
    if isinstance(x, list):
        made = []
        memo[id(x)] = made
        for each in x:
            made.append(deepcopy(each, memo))
        return made
    if isinstance(x, tuple):
        parts = [deepcopy(each, memo) for each in x]
        if all(a is b for a, b in zip(parts, x)):
            return x
        return x._make(parts) if hasattr(x, '_make') else tuple(parts)
    if isinstance(x, dict):
        made = x.copy()
        memo[id(x)] = made
        made.clear()
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if isinstance(x, set) or hasattr(x, 'popleft'):
        return type(x)(deepcopy(each, memo) for each in x)
    if hasattr(x, '__dict__') and not isinstance(x, type) and not callable(x):
        made = _instance(x, {})
        memo[id(x)] = made
        for key, value in x.__dict__.items():
            made.__dict__[key] = deepcopy(value, memo)
        return made
    return copy(x)
