"""TextVectorization, StringLookup, IntegerLookup, pad_sequences: every mode on a small corpus.

A case of `text.json` holds the arguments, the texts given to adapt() (or none), the vocabulary that
results, inverse document frequencies where there are any, and calls: inputs and outputs. The file
also holds facts of the sentiment set's vocabulary, as hashes and counts, never as words: run with
NYALA_DATASETS set, or those facts are taken over from the file as it stands.
"""

import hashlib
import json
import os
import pathlib

from golden import RESOURCES, keras, np, tensor, tf, write

layers = keras.layers

CORPUS = [
    "The cat sat on the mat.",
    "the dog sat, and the cat ran!",
    "A mat is a mat; a dog is a dog...",
    "Don't over-charge: 2 cats @ $5 each?",
    "",
    "Über-GROSS ÄRGER Straße café ÉTÉ naïve",
    "tab\tnewline\nreturn\rvertical\x0bform\x0cend",
    "  leading and   trailing  ",
    "日本 語 🙂 🙂 ok",
    "hard\u00a0space and em\u2003space \u2013 dash “quotes”",
    "cat cat cat",
]
PROBES = [
    "the cat",
    "An unseen word, and THE cat!",
    "",
    " \t\n ",
    "...",
    "ÜBER über café ÉTÉ",
    "日本 🙂",
    "tab\tnewline\x0bform\x0cend hard\u00a0space em\u2003space",
    "a a a cat dog",
    "don't dont over-charge",
]
PUNCTUATION = ["".join(chr(c) for c in range(33, 127)), "a!b\"c#d$e%f&g'h(i)j*k+l,m-n.o/p", "q:r;s<t=u>v?w@x[y\\z]0^1_2`3{4|5}6~7",
               "«guillemets» ¿qué? ¡sí! … § ° € £"]


def case(name, adapt=CORPUS, calls=(PROBES,), **arguments):
    layer = layers.TextVectorization(**arguments)
    return lookup_case(name, layer, arguments, adapt, calls)


def lookup_case(name, layer, arguments, adapt, calls):
    if adapt is not None:
        layer.adapt(adapt if isinstance(adapt, np.ndarray) else tf.constant(adapt))
    inner = getattr(layer, "_lookup_layer", layer)
    entry = {
        "name": name,
        "class_name": type(layer).__name__,
        "arguments": {k: list(v) if isinstance(v, tuple) else v for k, v in arguments.items()},
        "config": layer.get_config(),
        "adapt": None if adapt is None else tensor(adapt),
        "vocabulary": [v.item() if hasattr(v, "item") else v for v in layer.get_vocabulary()],
        "vocabulary_size": layer.vocabulary_size(),
        "calls": [{"inputs": tensor(c), "outputs": tensor(layer(c if isinstance(c, np.ndarray) else tf.constant(c)))}
                  for c in calls],
    }
    entry["config"].pop("vocabulary", None)
    if getattr(inner, "output_mode", None) == "tf_idf":
        entry["idf_weights"] = np.asarray(inner.idf_weights, "float32")
    return entry


def vectorization():
    cases = [case("defaults", calls=(PROBES, [["the cat"], ["a dog"]], PUNCTUATION, [""], ["", ""]))]
    for standardize in (None, "lower", "strip_punctuation", "lower_and_strip_punctuation"):
        for split in ("whitespace", "character", None):
            cases.append(case(f"standardize={standardize}, split={split}", standardize=standardize, split=split))
    cases += [case(f"punctuation, standardize={s}", adapt=PUNCTUATION, calls=(PUNCTUATION,), standardize=s, split="character")
              for s in ("strip_punctuation", "lower_and_strip_punctuation")]
    cases += [
        case("split=None on a matrix", adapt=[["a b", "c"], ["c", "d"]], calls=([["a b", "c"], ["x", "d"]],), split=None),
        case("ngrams=2", ngrams=2),
        case("ngrams=3, character", ngrams=3, split="character", adapt=CORPUS[:4]),
        case("ngrams=(1, 2)", ngrams=(1, 2)),
        case("ngrams=(2,)", ngrams=(2,)),
        case("ngrams=(3, 1)", ngrams=(3, 1)),
        case("ngrams=2, count", ngrams=2, output_mode="count", adapt=CORPUS[:4]),
        case("output_sequence_length=3", output_sequence_length=3),
        case("output_sequence_length=12", output_sequence_length=12),
        case("max_tokens=5", max_tokens=5),
        case("max_tokens=3", max_tokens=3),
        case("max_tokens=1000", max_tokens=1000, adapt=CORPUS[:4]),
    ]
    for mode in ("multi_hot", "count", "tf_idf"):
        cases += [
            case(f"output_mode={mode}", output_mode=mode, adapt=CORPUS[:4]),
            case(f"output_mode={mode}, max_tokens=6", output_mode=mode, max_tokens=6),
            case(f"output_mode={mode}, pad_to_max_tokens", output_mode=mode, max_tokens=24, pad_to_max_tokens=True, adapt=CORPUS[:2]),
        ]
    given = ["cat", "dog", "the", "über"]
    cases += [
        case("vocabulary given", adapt=None, vocabulary=given),
        case("vocabulary given with special tokens", adapt=None, vocabulary=["", "[UNK]"] + given),
        case("vocabulary given, count", adapt=None, vocabulary=given, output_mode="count"),
        case("vocabulary given, tf_idf", adapt=None, vocabulary=given, idf_weights=[0.5, 1.0, 0.25, 2.0], output_mode="tf_idf"),
        case("vocabulary given, tf_idf, pad", adapt=None, vocabulary=given, idf_weights=[0.5, 1.0, 0.25, 2.0],
             output_mode="tf_idf", max_tokens=8, pad_to_max_tokens=True),
        case("ties are broken downwards", adapt=["b a c", "B A C d", "e"], calls=(["a b c d e"],)),
        case("ties, non-ASCII", adapt=["é z e Z ä 日 🙂 ！ ~ 0"], calls=(["é z e ä 日 🙂 ！ 0"],), standardize=None),
    ]
    return cases


def lookups():
    words = ["red", "green", "blue"]
    data = np.array([["red", "violet", ""], ["blue", "green", "red"]])
    train = np.array([["red", "red", "blue"], ["green", "blue", "red"]])
    cases = []

    def string(name, adapt=None, calls=(data,), **arguments):
        if adapt is None:
            arguments.setdefault("vocabulary", words)
        cases.append(lookup_case("StringLookup " + name, layers.StringLookup(**arguments), arguments, adapt, calls))

    string("defaults")
    string("adapt", adapt=train)
    string("mask_token", mask_token="")
    string("num_oov_indices=0", num_oov_indices=0, calls=(train,))
    string("num_oov_indices=3", num_oov_indices=3, calls=(np.array([["red", "violet", "pink"], ["grey", "", "tan"]]),))
    string("oov_token", oov_token="?")
    string("invert", invert=True, calls=(np.array([[0, 1, 2], [3, 9, 1]]),))
    string("invert, mask_token", invert=True, mask_token="", calls=(np.array([[0, 1, 2], [3, 4, 1]]),))
    string("one_hot", output_mode="one_hot", calls=(np.array(["red", "violet", "blue"]),))
    string("multi_hot", output_mode="multi_hot")
    string("count", output_mode="count", calls=(train,))
    string("tf_idf", output_mode="tf_idf", idf_weights=[0.5, 1.0, 2.0])
    string("tf_idf, adapt", output_mode="tf_idf", adapt=train)
    string("max_tokens, pad", adapt=train, max_tokens=7, pad_to_max_tokens=True, output_mode="count")

    numbers = [12, 36, 1138, 42]
    given = np.array([[12, 1138, 7], [42, 36, -1]])

    def integer(name, adapt=None, calls=(given,), **arguments):
        if adapt is None:
            arguments.setdefault("vocabulary", numbers)
        cases.append(lookup_case("IntegerLookup " + name, layers.IntegerLookup(**arguments), arguments, adapt, calls))

    integer("defaults")
    integer("adapt", adapt=np.array([[12, 12, 36], [36, 12, 7], [5, 5, 5]]))
    integer("mask_token", mask_token=0, calls=(np.array([[0, 12, 9]]),))
    integer("num_oov_indices=2", num_oov_indices=2, calls=(np.array([[37, 38, 12], [100, 101, 36]]),))
    integer("invert", invert=True, calls=(np.array([[0, 1, 2], [3, 4, 4]]),))
    integer("multi_hot", output_mode="multi_hot")
    integer("one_hot", output_mode="one_hot", calls=(np.array([12, 7]),))
    integer("count", output_mode="count")
    return cases


def pad_sequences():
    sequences = [[1], [2, 3, 4, 5], [], [6, 7, 8, 9, 10, 11]]
    cases = []
    for arguments in ({}, {"maxlen": 4}, {"maxlen": 8}, {"padding": "post"}, {"truncating": "post", "maxlen": 3},
                      {"padding": "post", "truncating": "post", "maxlen": 3}, {"value": -1, "maxlen": 2},
                      {"dtype": "float32", "value": 0.5, "padding": "post"}):
        cases.append({"arguments": arguments, "sequences": sequences,
                      "output": tensor(keras.utils.pad_sequences(sequences, **arguments))})
    return cases


def sentiment():
    """Hashes and counts of the real vocabulary; the words stay where they are."""
    root = os.environ.get("NYALA_DATASETS")
    path = RESOURCES / "text.json"
    if not root:
        return json.loads(path.read_text(encoding="utf-8"))["sentiment"] if path.exists() else None
    lines = open(pathlib.Path(root) / "sentiment" / "sentiment.txt", encoding="utf-8", newline="\n")
    texts = [line.rstrip("\n").split("\t")[0] for line in lines]

    def facts(**arguments):
        layer = layers.TextVectorization(**arguments)
        layer.adapt(tf.constant(texts))
        words = layer.get_vocabulary()
        digest = lambda part: hashlib.sha256("\n".join(part).encode("utf-8")).hexdigest()
        out = np.asarray(layer(tf.constant(texts[:320])))
        entry = {"arguments": {k: list(v) if isinstance(v, tuple) else v for k, v in arguments.items()}, "size": len(words),
                 "sha256": digest(words), "sha256_first_1000": digest(words[:1000]), "shape_first_320": list(out.shape)}
        if out.dtype.kind == "i":
            entry["sha256_ids_first_320"] = hashlib.sha256(" ".join(map(str, out.ravel())).encode()).hexdigest()
            entry["sum_ids_first_320"] = int(out.sum())
        else:
            entry["sum_first_320"] = float(out.astype("float64").sum())
        return entry

    return {
        "about": "sha256 of the vocabulary's entries joined by newlines, as UTF-8; of the ids of the first 320 texts "
                 "(row-major, padded) joined by spaces",
        "cases": [facts(), facts(standardize="lower"), facts(standardize="strip_punctuation"), facts(standardize=None),
                  facts(split="character"), facts(ngrams=2), facts(ngrams=(2, 3)), facts(max_tokens=1000),
                  facts(output_sequence_length=20), facts(output_mode="multi_hot", max_tokens=500),
                  facts(output_mode="count", max_tokens=500), facts(output_mode="tf_idf", max_tokens=500)],
    }


def main():
    write("text", {"cases": vectorization(), "sentiment": sentiment()})
    write("lookup", {"cases": lookups(), "pad_sequences": pad_sequences()})


if __name__ == "__main__":
    main()
