"""What NumPy's indexing gives, for a table of shapes and indices.

An index is a list of parts: a number, {"slice": [start, stop, step]}, "...", null, or {"array": nested
list}. The indexed array counts up from 0.
"""

import numpy as np

from golden import write


def s(start=None, stop=None, step=None):
    return {"slice": [start, stop, step]}


def a(items):
    return {"array": items}


def part(p):
    if p == "...":
        return Ellipsis
    if isinstance(p, dict) and "slice" in p:
        return slice(*p["slice"])
    if isinstance(p, dict):
        return np.array(p["array"], dtype=None if p["array"] else np.int64)
    return p


T, F = True, False
CASES = [
    ((5,), [0]), ((5,), [-1]), ((5,), [s(1, 3)]), ((5,), [s()]), ((5,), [s(None, None, -1)]),
    ((5,), [s(-2)]), ((5,), [s(None, -2)]), ((5,), [s(4, 0, -2)]), ((5,), [s(10, 20)]),
    ((5,), [s(-10, 3)]), ((5,), [s(3, 1)]), ((5,), [None]), ((5,), [s(), None]), ((5,), ["..."]),
    ((5,), [a([0, 0, -1])]), ((5,), [a([[0, 1], [2, 3]])]), ((5,), [a([])]),
    ((5,), [a([T, F, T, F, T])]), ((5,), [a([F, F, F, F, F])]), ((5,), [None, a([1, 2]), None]),
    ((3, 4), [1]), ((3, 4), [1, 2]), ((3, 4), [s(), 0]), ((3, 4), [s(), -1]), ((3, 4), ["...", 0]),
    ((3, 4), [s(None, None, 2), s(1, None, 2)]), ((3, 4), [s(None, None, -1), s(None, None, -1)]),
    ((3, 4), [a([0, 2]), a([1, 3])]), ((3, 4), [a([[0], [2]]), a([1, 3])]), ((3, 4), [a([0, 2])]),
    ((3, 4), [s(), a([0, 2])]), ((3, 4), [a([2, 0]), s(1, 3)]), ((3, 4), [1, a([0, 2])]),
    ((3, 4), [a([T, F, T])]), ((3, 4), [s(), a([T, F, T, F])]), ((3, 4), [a([T, F, T]), 1]),
    ((3, 4), [a([[T, F, F, T], [F, F, F, F], [F, T, T, F]])]), ((3, 4), [None, 1, None]),
    ((3, 4), []), ((3, 4), ["...", None]), ((3, 4), [s(0, 0)]), ((3, 4), [a([T, F, T]), a([0, 3])]),
    ((2, 3, 4), [s(), 0, s()]), ((2, 3, 4), [s(), -1]), ((2, 3, 4), ["...", -1]),
    ((2, 3, 4), [0, "...", 1]), ((2, 3, 4), [s(), s(None, None, -1)]), ((2, 3, 4), [1, 2, 3]),
    ((2, 3, 4), [a([0, 1]), s(), a([1, 2])]), ((2, 3, 4), [s(), a([0, 2]), a([1, 3])]),
    ((2, 3, 4), [0, s(), a([1, 2])]), ((2, 3, 4), [s(), 1, a([0, 3])]),
    ((2, 3, 4), [a([[0, 1], [1, 0]])]), ((2, 3, 4), [s(), a([[0, 1], [1, 0]]), s(0, 2)]),
    ((2, 3, 4), ["...", a([0, 2]), None]), ((2, 3, 4), [a([[T, F, T], [F, T, F]])]),
    ((2, 3, 4), [a([[T, F, T], [F, T, F]]), s(1, 3)]), ((2, 3, 4), [None, s(), None, 0, "...", None]),
    ((2, 3, 4), [s(), a([[T, F, F, T], [F, F, F, F], [F, T, T, F]])]),
    ((2, 3, 4), [a([1]), None, s(), a([0, 1, 2])]),
    ((2, 3, 4, 2), [s(), a([0, 1]), s(), a([1, 0])]), ((2, 3, 4, 2), [s(), 1, s(1, 3), 0]),
    ((2, 3, 4, 2), [a([0, 1]), a([1, 2]), "...", 0]), ((), []), ((), [None]), ((), ["..."]),
    ((0, 3), [s(), 1]), ((1, 3), [a([0, 0, 0])]),
]


def case(shape, index):
    array = np.arange(int(np.prod(shape)), dtype=np.int64).reshape(shape)
    result = np.asarray(array[tuple(part(p) for p in index)])
    return {"shape": list(shape), "index": index, "result_shape": list(result.shape), "result": result.ravel()}


if __name__ == "__main__":
    write("indexing", {"cases": [case(*c) for c in CASES]})
