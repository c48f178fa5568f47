"""The four models of the course notebook: 75 training steps from weights that both sides compute.

Reads sentiment/sentiment.txt below the folder that NYALA_DATASETS names. The strings are vectorised
outside the model (Keras 3 does not train a Sequential on strings with TensorFlow's string tensors),
each batch padded to its own longest text, as the layer pads a batch inside a model.

Every variable of a model has an entry under "variables": its path, its shape, and how it is filled:
  "hash"       by the formula of golden.py from "seed" and "limit"
  "zeros"      zeros
  "lstm_bias"  zeros, but ones in [units, 2 * units): the forget gate
The limits: embeddings 0.05; a kernel sqrt(6 / (rows + columns)); a recurrent kernel sqrt(3 / columns),
whose rows have length one on average, as Keras' orthogonal ones have.

Recorded for each model: loss and accuracy of each of the first 75 batches of 32 in the file's own
order (each the batch's own, not the running mean), the norms of the first step's gradients, and the
predictions before and after. "drift" says how far the oracle itself moves when every initial weight
is disturbed by one part in 10^6: the largest change of a loss and of a prediction.
"""

import math
import os
import pathlib
import sys

from golden import FORMULA, glorot, keras, np, tf, weights, write

UNITS, WIDTH, BATCH, STEPS, TRAIN = 128, 64, 32, 75, 2400
SENTENCES = ["I hate this meal!", "I love this restaurant", ""]


def read():
    root = os.environ.get("NYALA_DATASETS") or sys.exit("Set NYALA_DATASETS to the data-set folder.")
    path = pathlib.Path(root) / "sentiment" / "sentiment.txt"
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8", newline="\n")]
    return [r[0] for r in rows], np.array([int(r[1]) for r in rows], dtype="int64")


def model_of(kind, vocabulary):
    recurrent = {
        "simple_rnn": lambda: keras.layers.SimpleRNN(UNITS),
        "lstm": lambda: keras.layers.LSTM(UNITS),
        "gru": lambda: keras.layers.GRU(UNITS),
        "bidirectional_lstm": lambda: keras.layers.Bidirectional(keras.layers.LSTM(UNITS)),
    }[kind]()
    keras.backend.clear_session()
    model = keras.Sequential([
        keras.layers.Embedding(vocabulary, WIDTH, mask_zero=True),
        recurrent,
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.build((None, None))
    model.compile(loss=keras.losses.BinaryCrossentropy(), optimizer="adam", metrics=["accuracy"],
                  jit_compile=False)
    return model


def fill(model, kind, disturb=0.0):
    """Sets every weight; returns how, for the record."""
    entries = []
    for seed, variable in enumerate(model.weights, start=1):
        shape, name = tuple(variable.shape), variable.path.split("/")[-1]
        entry = {"path": variable.path, "shape": list(shape)}
        if name == "bias":
            value = np.zeros(shape, "float32")
            entry["fill"] = "zeros"
            if "lstm" in variable.path:
                value[UNITS:2 * UNITS] = 1.0
                entry["fill"] = "lstm_bias"
        else:
            limit = {"embeddings": 0.05, "recurrent_kernel": math.sqrt(3.0 / shape[-1])}.get(
                name, glorot(shape[0], shape[-1]))
            value = weights(seed, limit, shape)
            entry.update(fill="hash", seed=seed, limit=limit)
        if disturb:
            value = value * (1 + weights(1000 + seed, disturb, shape))
        variable.assign(value)
        entries.append(entry)
    return entries


def padded(layer, texts):
    """A batch as wide as its longest text; an empty text becomes a row of zeros."""
    return layer(tf.constant(texts))


def train(model, layer, texts, labels):
    losses, accuracies = [], []
    for step in range(STEPS):
        part = slice(step * BATCH, (step + 1) * BATCH)
        model.reset_metrics()
        logs = model.train_on_batch(padded(layer, texts[part]), labels[part], return_dict=True)
        losses.append(logs["loss"])
        accuracies.append(logs["accuracy"])
    return np.array(losses, "float32"), np.array(accuracies, "float32")


def gradient_norms(model, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(keras.losses.binary_crossentropy(y[:, None].astype("float32"), model(x, training=True)))
    variables = model.trainable_variables
    grads = tape.gradient(loss, [v.value for v in variables])
    return {v.path: np.float32(np.linalg.norm(np.asarray(tf.convert_to_tensor(g), "float64")))
            for v, g in zip(variables, grads)}


def main():
    texts, labels = read()
    layer = keras.layers.TextVectorization()
    layer.adapt(tf.constant(texts))
    vocabulary = layer.vocabulary_size()
    held_out = list(range(TRAIN, TRAIN + 15))
    probes = [texts[i] for i in held_out] + SENTENCES
    batch = padded(layer, probes)
    models = []
    for kind in ("simple_rnn", "lstm", "gru", "bidirectional_lstm"):
        model = model_of(kind, vocabulary)
        variables = fill(model, kind)
        before = model.predict_on_batch(batch)[:, 0]
        norms = gradient_norms(model, padded(layer, texts[:BATCH]), labels[:BATCH])
        losses, accuracies = train(model, layer, texts, labels)
        after = model.predict_on_batch(batch)[:, 0]
        other = model_of(kind, vocabulary)
        fill(other, kind, disturb=1e-6)
        losses2, _ = train(other, layer, texts, labels)
        after2 = other.predict_on_batch(batch)[:, 0]
        models.append({
            "name": kind,
            "variables": variables,
            "parameters": model.count_params(),
            "first_gradient_norms": norms,
            "losses": losses,
            "accuracies": accuracies,
            "predictions_before": before,
            "predictions_after": after,
            "weight_norms_after": {v.path: np.float32(np.linalg.norm(np.asarray(v, "float64")))
                                   for v in model.weights},
            "drift": {"loss": np.abs(losses - losses2).max(), "prediction": np.abs(after - after2).max()},
        })
        print(kind, losses[0], losses[-1], accuracies.mean(), models[-1]["drift"], after[-3:])
    write("course", {
        "formula": FORMULA,
        "vocabulary_size": vocabulary,
        "batch_size": BATCH,
        "steps": STEPS,
        "training_examples": TRAIN,
        "loss": "binary_crossentropy",
        "optimizer": {"name": "adam", "learning_rate": 0.001},
        "probe_lines": held_out,
        "probe_sentences": SENTENCES,
        "models": models,
    }, depth=4)


if __name__ == "__main__":
    main()
