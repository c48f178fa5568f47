"""How NumPy and TensorFlow print arrays: several hundred of every type, size and kind of value.

Each case holds the tensor and repr and str of the array, and every third the tensor's too. To keep the
file small, longer tensors are given by a formula, {"shape", "dtype", "seed", "limit", "digits"}: the
weight formula of golden.py in float64, rounded to so many decimals if "digits" is not null, then
converted to the type; or {"shape", "dtype", "step"}: 0, step, 2 step, ….
"""

import numpy as np

from golden import integers, keras, mix, tensor, tf, write

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 0.1, 0.3, 1 / 3, 2 / 3, 1e-4, 9.9e-5, 1e-5, 1e-8, 1e-10, 1e-45, 5e-324,
           1e5, 999999.0, 1e6, 1e7, 99999999.0, 1e8, 1e15, 1e16, 1e22, 1.5e300, 3.4028235e38, 1.17549435e-38,
           123456789.0, 0.1 + 0.2, 2.0**-24, 2.0**-44, 2e-3, 2.0**63, 9007199254740993.0, 1000.5, 1001.0,
           16777216.0, 8388608.5, 4.35, 2.675, 0.000123456789, 100.0, 12345.678, np.nan, np.inf, -np.inf]
SHAPES = [(1,), (3,), (2, 2), (7,), (1, 1), (2, 3, 2), (20,), (3, 9), (1, 2, 1, 2), (40,), (5, 13), (2, 2, 2, 2)]
SCALES = [1.0, 0.01, 1e-6, 100.0, 1e6, 1e12]
STRINGS = ["", "a", "abc", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nline", "back\\slash", "café", "日本語",
           "\u0096", "😀", "zero\x00mid", "the quick brown fox jumps", "\u00a0", "\u200b"]




def formula(seed, limit, shape, dtype, digits=None):
    count = int(np.prod(shape))
    values = (2.0 * mix(seed, count) - 1.0) * limit
    if digits is not None:
        values = np.floor(values * 10.0**digits + 0.5) / 10.0**digits
    form = {"shape": list(shape), "dtype": dtype, "seed": seed, "limit": limit, "digits": digits}
    return form, values.reshape(shape).astype(dtype)


def steps(step, shape, dtype):
    count = int(np.prod(shape))
    form = {"shape": list(shape), "dtype": dtype, "step": step}
    return form, (np.arange(count) * np.float64(step)).reshape(shape).astype(dtype)


def given(value, dtype):
    with np.errstate(over="ignore"):
        array = np.array(value).astype(dtype)
    form = tensor(array)
    if array.dtype.kind == "f":
        form["data"] = ["-0.0" if v == 0 and np.signbit(v) else v for v in array.ravel()]
    return form, array


def floats(dtype):
    for v in SPECIAL:
        yield given(v, dtype)
        yield given([v], dtype)
        yield given([v, 1.0], dtype)
        yield given([[v], [-2.5], [300.0]], dtype)
    for n, shape in enumerate(SHAPES):
        for scale in SCALES:
            yield formula(n, scale, shape, dtype)
        yield formula(n, 10.0, shape, dtype, 1)
        yield formula(n, 1000.0, shape, dtype, 0)
        yield formula(n, 3.0, shape, dtype, 3)
    yield given([0.1, np.nan, -0.25], dtype)
    yield given([1e-7, np.inf, -1.0], dtype)
    yield given([np.nan, np.inf], dtype)
    yield given([[1.0, -np.inf], [np.nan, 20.0]], dtype)
    for shape in ((0,), (0, 3), (2, 0), (1, 0, 2)):
        yield given(np.zeros(shape), dtype)
    yield steps(0, (1001,), dtype)
    yield steps(1, (1000,), dtype)
    yield steps(1, (1001,), dtype)
    yield formula(3, 1.0, (30, 40), dtype)
    yield formula(4, 1e-5, (4, 300), dtype)
    yield formula(5, 1.0, (2, 11, 60), dtype)
    yield steps(0.5, (10, 10), dtype)


def whole(dtype):
    for v in (0, 1, -1, 123456, -2147483648, 2147483647):
        yield given(v, dtype)
        yield given([v, 7], dtype)
    for n, shape in enumerate(SHAPES):
        for span in (2.0, 10.0, 1000.0, 2.0**31 - 1):
            yield formula(n, span, shape, dtype)
    for shape in ((0,), (0, 3)):
        yield given(np.zeros(shape), dtype)
    for shape in ((1001,), (1000,), (2, 1000), (400, 3), (12, 12, 12), (5, 7, 6, 6)):
        yield steps(1, shape, dtype)


def others():
    for n, shape in enumerate(SHAPES):
        yield given(integers(n, 0, 256, shape), "uint8")
        yield given(integers(n, 0, 2, shape), "bool")
    for v in (True, False, np.zeros((0,))):
        yield given(v, "bool")
    yield steps(1, (2, 600), "bool")
    for s in STRINGS:
        yield given(s, str)
        yield given([s, "x"], str)
    yield given(STRINGS, str)
    yield given(np.array(STRINGS).reshape(4, 4), str)
    yield given([["word"], ["x" * 90], ["y"]], str)


def case(n, form, array):
    texts = {"array": repr(array), "array_str": str(array)}
    if n % 3 == 0 or array.ndim == 0 or array.dtype.kind == "U":
        of_tf = tf.constant(array)
        texts |= {"tf": repr(of_tf), "tf_str": str(of_tf)}
    return {"tensor": form, **texts}


def cases(found):
    return {"cases": [case(n, *c) for n, c in enumerate(found)]}


if __name__ == "__main__":
    write("printing/float32", cases(floats("float32")))
    write("printing/float64", cases(floats("float64")))
    write("printing/int32", cases(whole("int32")))
    write("printing/int64", cases(whole("int64")))
    write("printing/others", cases(others()))
    variables = [tf.Variable([[1.0, 2.0], [3.0, 4.0]]), tf.Variable(3.0), tf.Variable([1, 2], name="count")]
    weights = [keras.Variable([[1.0, 2.0], [3.0, 4.0]], name="w"), keras.Variable([0.5], name="b")]
    write("printing/variables", {
        "tf": [{"name": v.name.split(":")[0], "tensor": tensor(v.numpy()), "text": repr(v)} for v in variables],
        "keras": [{"name": v.path, "tensor": tensor(v.numpy()), "text": repr(v)} for v in weights],
    })
