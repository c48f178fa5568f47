"""What the golden scripts share: the oracle's set-up, the weight formula, the JSON form.

The weight formula
------------------
Both sides compute initial weights themselves, so that no large file is needed. For a variable with a
seed s (a non-negative integer below 2**31) and a limit L (a float64), the element at flat index i
(row-major, from 0) is, with all integer arithmetic modulo 2**64 and >> as the logical shift:

    x = (s * 2**32 + i + 1) * 0x9E3779B97F4A7C15
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB
    x = x ^ (x >> 31)
    u = (x >> 11) * 2**-53                 (a float64 in [0, 1), exact)
    w = float32((2 * u - 1) * L)           (computed in float64, then rounded to nearest)

In Java the shifts are >>> and long arithmetic wraps by itself. Check values: s=1, L=1 starts with
the numbers in `golden/formula.json`.

The JSON form
-------------
Keys are sorted. A float32 is written as the shortest decimal that reads back to the same float32, a
float64 likewise; whole numbers in tensors have no decimal point. Not-a-number and the infinities are the strings "NaN", "Infinity", "-Infinity".
A tensor is {"shape": [...], "dtype": "...", "data": [flat, row-major]}.
"""

import json
import math
import os
import pathlib
import sys

if os.environ.get("PYTHONHASHSEED") != "0":  # some messages of Keras show sets
    os.environ["PYTHONHASHSEED"] = "0"
    os.execv(sys.executable, sys.orig_argv)

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("ABSL_MIN_LOG_LEVEL", "3")

import numpy as np
import tensorflow as tf
import keras

KERAS = "3.15.1"
if keras.__version__ != KERAS:
    raise SystemExit(f"The golden values are those of Keras {KERAS}; this is {keras.__version__}.")

RESOURCES = pathlib.Path(__file__).resolve().parent.parent / "resources" / "golden"
MAX_BYTES = 200_000
FORMULA = "splitmix64 of (seed * 2^32 + index + 1), scaled to [-limit, limit); see golden.py"


def mix(seed, count):
    """The first `count` values of the formula's u in [0, 1), as float64."""
    with np.errstate(over="ignore"):
        x = np.arange(1, count + 1, dtype=np.uint64) + np.uint64(seed << 32)
        x = x * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x = x ^ (x >> np.uint64(31))
    return (x >> np.uint64(11)).astype(np.float64) * 2.0**-53


def weights(seed, limit, shape):
    """A float32 array of the given shape, filled by the formula."""
    count = int(np.prod(shape, dtype=np.int64))
    return ((2.0 * mix(seed, count) - 1.0) * limit).astype(np.float32).reshape(shape)


def integers(seed, low, high, shape):
    """An int32 array in [low, high), filled by the formula."""
    count = int(np.prod(shape, dtype=np.int64))
    return (low + np.floor(mix(seed, count) * (high - low))).astype(np.int32).reshape(shape)


def glorot(fan_in, fan_out):
    return math.sqrt(6.0 / (fan_in + fan_out))


def tensor(value):
    """A tensor's JSON form."""
    array = np.asarray(value)
    if array.dtype.kind in "SUO":
        data = [v.decode("utf-8") if isinstance(v, bytes) else str(v) for v in array.ravel()]
        return {"shape": list(array.shape), "dtype": "string", "data": data}
    return {"shape": list(array.shape), "dtype": str(array.dtype), "data": array.ravel()}


def _number(value):
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if math.isnan(value):
        return '"NaN"'
    if math.isinf(value):
        return '"Infinity"' if value > 0 else '"-Infinity"'
    if not isinstance(value, np.floating):
        return repr(value)  # an argument: 1.0 stays 1.0, as in Keras' own files
    text = str(value)
    return text[:-2] if text.endswith(".0") else text


def _dump(value, depth, indent):
    """Indented down to `depth` levels, compact below."""
    if isinstance(value, tf.Tensor):
        value = np.asarray(value)
    if isinstance(value, dict):
        parts = [f"{json.dumps(str(k))}:{' ' if depth > 0 else ''}{_dump(value[k], depth - 1, indent + 1)}"
                 for k in sorted(value, key=str)]
        brackets = "{}"
    elif isinstance(value, (list, tuple, set)) or (isinstance(value, np.ndarray) and value.ndim):
        parts = [_dump(v, depth - 1, indent + 1) for v in value]
        brackets = "[]"
    elif value is None:
        return "null"
    elif isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    elif isinstance(value, np.ndarray):
        return _number(value[()])
    else:
        return _number(value)
    if not parts:
        return brackets
    if depth <= 0:
        return brackets[0] + ",".join(parts) + brackets[1]
    pad = " " * indent
    return brackets[0] + "\n " + pad + (",\n " + pad).join(parts) + "\n" + pad + brackets[1]


def write(name, content, depth=2):
    """Writes golden/<name>.json; refuses a file that is too big to commit."""
    content = dict(content, oracle={"keras": keras.__version__, "tensorflow": tf.__version__})
    path = RESOURCES / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _dump(content, depth, 0) + "\n"
    json.loads(text)
    size = len(text.encode("utf-8"))
    if size > MAX_BYTES:
        raise SystemExit(f"{path.name} would have {size} bytes; split it.")
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {size} bytes")


if __name__ == "__main__":
    write("formula", {
        "formula": FORMULA,
        "cases": [
            {"seed": s, "limit": l, "values": weights(s, l, (8,))}
            for s, l in ((0, 1.0), (1, 1.0), (7, 0.05), (2147483647, math.sqrt(3.0)))
        ],
    })
