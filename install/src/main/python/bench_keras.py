"""Trains the course models in Keras on TensorFlow when asked to, and says how long a step took.

Usage: bench_keras.py SENTENCES. Prints one line of JSON when ready: {"peer": ..., "versions": ...}.
Then, for each line {"model": NAME, "epochs": N} on stdin, one line {"ms_per_step": [...]}: per epoch,
the time from its start to the end of its last training step, divided by its steps. For a line
{"predict": TEXT}: the median ms of one sentence's predict, after a first epoch, when that was over,
and the most memory.

Keras 3 does not train a Sequential on strings, so the sentences are turned into batches of numbers
beforehand, each as wide as its longest sentence, and kept in memory: work that Nyala does in each step.
"""

import time

STARTED = time.time()

import json  # noqa: E402
import os  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402
from statistics import median  # noqa: E402

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

BATCH = 32

RECURRENT = {
    "SimpleRNN": lambda: keras.layers.SimpleRNN(128),
    "LSTM": lambda: keras.layers.LSTM(128),
    "GRU": lambda: keras.layers.GRU(128),
    "Bidirectional": lambda: keras.layers.Bidirectional(keras.layers.LSTM(128)),
}


class EpochClock(keras.callbacks.Callback):
    """Milliseconds per training step of each epoch, validation left out."""

    def __init__(self):
        super().__init__()
        self.ms_per_step = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_train_batch_end(self, batch, logs=None):
        self.end = time.perf_counter()
        self.steps = batch + 1

    def on_epoch_end(self, epoch, logs=None):
        self.ms_per_step.append((self.end - self.start) * 1000 / self.steps)


def batches(layer, texts, labels, shuffle):
    """The data set in batches, padded each on its own; held in memory, reshuffled every epoch."""
    rows = [layer(tf.constant([text]))[0] for text in texts]
    ragged = tf.RaggedTensor.from_row_lengths(tf.concat(rows, 0), [len(row) for row in rows])
    data = tf.data.Dataset.from_tensor_slices((ragged, labels)).cache()
    if shuffle:
        data = data.shuffle(len(texts))
    return data.batch(BATCH).map(lambda x, y: (x.to_tensor(), y)).prefetch(tf.data.AUTOTUNE)


def train(name, vocabulary, training, validation, epochs):
    keras.backend.clear_session()
    model = keras.Sequential(
        [
            keras.layers.Embedding(vocabulary, 64, mask_zero=True),
            RECURRENT[name](),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    # XLA compiles anew for every width of a batch; without it Keras is faster here.
    model.compile(
        loss=keras.losses.BinaryCrossentropy(),
        optimizer="adam",
        metrics=["accuracy"],
        jit_compile=False,
    )
    clock = EpochClock()
    model.fit(training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[clock])
    return clock.ms_per_step, model


def predict(text, layer, training, validation):
    """One sentence: to numbers by the layer, then through the model's predict."""
    _, model = train("LSTM", layer.vocabulary_size(), training, validation, 1)
    started = time.time() - STARTED
    took = []
    for _ in range(60):
        start = time.perf_counter()
        model.predict(layer(tf.constant([text])), verbose=0)
        took.append((time.perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"predict_ms": median(took[20:]), "start_s": started, "peak_mib": peak}


def main():
    lines = open(sys.argv[1], encoding="utf-8", newline="\n").read().split("\n")
    rows = [line.split("\t") for line in lines if line]
    texts, labels = [row[0] for row in rows], np.array([int(row[1]) for row in rows])
    layer = keras.layers.TextVectorization()
    layer.adapt(tf.constant(texts))
    held_in = len(texts) - len(texts) // 5
    training = batches(layer, texts[:held_in], labels[:held_in], shuffle=True)
    validation = batches(layer, texts[held_in:], labels[held_in:], shuffle=False)
    versions = f"Keras {keras.__version__} on TensorFlow {tf.__version__}"
    print(json.dumps({"peer": "keras", "versions": versions}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "predict" in asked:
            answer = predict(asked["predict"], layer, training, validation)
        else:
            size = layer.vocabulary_size()
            took, _ = train(asked["model"], size, training, validation, asked["epochs"])
            answer = {"ms_per_step": took}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
