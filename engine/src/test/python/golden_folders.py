"""Text files of a folder and datasets in two parts: `folders.json`.

The test writes "tree" anew. Where the pipeline shuffles, the samples are recorded sorted: which files
they are is Keras', their order TensorFlow's.
"""

import contextlib
import io
import pathlib
import tempfile

from golden import keras, np, tf, write

TREE = {
    **{f"pos/{i:02d}.txt": f"good {i}" for i in range(7)},
    **{f"neg/{i:02d}.txt": f"bad {i}" for i in range(5)},
    "neg/deep/a.TXT": "deep bad", "neg/deep.txt": "not deep", "neg/Upper.txt": "upper",
    "mid/x.txt": "middle x", "mid/note.md": "no text", ".hidden/a.txt": "hidden",
}
TWO = {"class_names": ["pos", "neg"]}
CASES = [
    {"shuffle": False}, {"shuffle": False, "batch_size": 4}, {"shuffle": False, "batch_size": None},
    {"shuffle": False, "label_mode": "categorical"}, {"shuffle": False, "label_mode": "binary", **TWO},
    {"shuffle": False, "label_mode": None}, {"shuffle": False, "labels": None},
    {"shuffle": False, "labels": [3, 1, 3, 0, 1, 1, 0, 3, 0, 0, 1, 3, 0, 1, 3, 0, 2]},
    {"shuffle": False, "class_names": ["pos", "mid"], "max_length": 4},
    {"shuffle": False, "validation_split": 0.3, "subset": "training"},
    {"shuffle": False, "validation_split": 0.3, "subset": "validation"},
    {"seed": 5}, {"seed": 5, "batch_size": 3, "label_mode": "categorical"},
    {"seed": 11, "validation_split": 0.2, "subset": "training"},
    {"seed": 11, "validation_split": 0.2, "subset": "validation"},
    {"seed": 11, "validation_split": 0.4, "subset": "both"},
    {"validation_split": 0.4, "subset": "both", "shuffle": False, "label_mode": None},
]
WRONG = [
    {"class_names": ["pos", "nix"]}, {"label_mode": "binary"}, {"labels": [1, 2]}, {"validation_split": 0.2},
    {"subset": "training"}, {"validation_split": 0.2, "subset": "training"},
    {"validation_split": 1.5, "subset": "training", "seed": 1}, {"labels": [1] * 17, "class_names": ["a"]},
    {"class_names": ["pos"], "labels": None},
]


def plain(element):
    parts = element if isinstance(element, tuple) else (element,)
    text = parts[0].numpy()
    texts = text.decode() if isinstance(text, bytes) else [t.decode() for t in text]
    return [texts, *[p.numpy().tolist() for p in parts[1:]]]


def dataset(ds):
    return {"classes": ds.class_names, "elements": [plain(e) for e in ds],
            "dtypes": [s.dtype.name for s in tf.nest.flatten(ds.element_spec)]}


def case(folder, arguments):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        got = keras.utils.text_dataset_from_directory(folder, **arguments)
    parts = got if isinstance(got, list) else [got]
    return {"arguments": arguments, "printed": out.getvalue(), "datasets": [dataset(p) for p in parts]}


def wrong(folder, arguments):
    try:
        keras.utils.text_dataset_from_directory(folder, verbose=False, **arguments)
    except Exception as error:
        return {"arguments": arguments, "error": type(error).__name__}
    raise AssertionError(f"{arguments} is not refused")


X, Y = np.arange(20.0).reshape(10, 2), np.arange(10)
SPLITS = [
    ("array", {"left_size": 0.8}), ("array", {"left_size": 3}), ("array", {"right_size": 0.25}), ("array", {"right_size": 4}),
    ("array", {"left_size": 3, "right_size": 2}), ("array", {"left_size": 0.25, "right_size": 0.35}),
    ("array", {"left_size": 0.5, "shuffle": True, "seed": 3}), ("arrays", {"left_size": 0.7}),
    ("arrays", {"right_size": 3, "shuffle": True, "seed": 2**31 - 5}), ("dataset", {"left_size": 6}),
    ("dataset", {"left_size": 0.5, "shuffle": True, "seed": 0}), ("batched", {"left_size": 0.6, "shuffle": True, "seed": 12}),
]
BAD = [{}, {"left_size": 0}, {"left_size": 10}, {"left_size": 1.0}, {"left_size": 0.6, "right_size": 0.6}, {"left_size": 8, "right_size": 5},
       {"left_size": "half"}, {"left_size": -1}, {"right_size": 11}]


def source(kind):
    return {"array": X, "arrays": (X, Y), "dataset": tf.data.Dataset.from_tensor_slices((X, Y)),
            "batched": tf.data.Dataset.from_tensor_slices((X, Y)).batch(4)}[kind]


def split(kind, arguments):
    parts = keras.utils.split_dataset(source(kind), **arguments)
    return {"kind": kind, "arguments": arguments,
            "parts": [[tf.nest.map_structure(lambda t: t.numpy().tolist(), e) for e in part] for part in parts]}


def bad(arguments):
    try:
        keras.utils.split_dataset(X, **arguments)
    except Exception as error:
        return {"arguments": arguments, "error": type(error).__name__}
    raise AssertionError(f"{arguments} is not refused")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, text in TREE.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        write("folders", {"tree": TREE, "cases": [case(folder, c) for c in CASES], "wrong": [wrong(folder, c) for c in WRONG],
                          "splits": [split(*s) for s in SPLITS], "bad": [bad(b) for b in BAD]})
