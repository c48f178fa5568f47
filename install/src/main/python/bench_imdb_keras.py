"""Trains the chapter's review classifiers in Keras on TensorFlow when asked to.

Usage: bench_imdb_keras.py IMDB_NPZ WORD_INDEX GLOVE. Prints one line of JSON when ready, {"peer": ...,
"versions": ...}. Then, for each line {"model": NAME, "epochs": N} on stdin, one line {"seconds": [...],
"accuracy": [...]}: per epoch, the time of its training without validation, and the test accuracy after it;
or {"error": ...}.
"""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras.src.datasets import imdb as source  # noqa: E402

BATCH, WORDS, STEPS, UNITS = 128, 10000, 80, 64


class EpochClock(keras.callbacks.Callback):
    """Seconds of training of each epoch, validation left out."""

    def __init__(self):
        super().__init__()
        self.seconds = []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_train_batch_end(self, batch, logs=None):
        self.end = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.seconds.append(self.end - self.start)


class CellModel(keras.Model):
    def __init__(self):
        super().__init__()
        self.embedding = keras.layers.Embedding(WORDS, 100)
        self.rnn_cell0 = keras.layers.SimpleRNNCell(UNITS, dropout=0.5)
        self.rnn_cell1 = keras.layers.SimpleRNNCell(UNITS, dropout=0.5)
        self.outlayer = keras.layers.Dense(1)

    def call(self, inputs, training=None):
        # The chapter's own code stops here in today's Keras: a cell keeps its mask beyond a trace.
        self.rnn_cell0.reset_dropout_mask()
        self.rnn_cell1.reset_dropout_mask()
        x = self.embedding(inputs)
        state0 = state1 = [tf.zeros([BATCH, UNITS])]
        for word in tf.unstack(x, num=STEPS, axis=1):
            out0, state0 = self.rnn_cell0(word, state0, training=training)
            out1, state1 = self.rnn_cell1(out0, state1, training=training)
        return tf.sigmoid(self.outlayer(out1))


class LayerModel(keras.Model):
    def __init__(self, embedding, layer):
        super().__init__()
        self.embedding = embedding
        self.rnn = keras.Sequential([layer(UNITS, dropout=0.5, return_sequences=True), layer(UNITS, dropout=0.5)])
        self.outlayer = keras.layers.Dense(1)

    def call(self, inputs, training=None):
        return tf.sigmoid(self.outlayer(self.rnn(self.embedding(inputs), training=training)))


def batches(x, y, shuffle):
    x = keras.preprocessing.sequence.pad_sequences(x, maxlen=STEPS)
    data = tf.data.Dataset.from_tensor_slices((x, y))
    return (data.shuffle(1000) if shuffle else data).batch(BATCH, drop_remainder=True)


def glove_table(words, file, trainable):
    table = np.zeros((WORDS, 50))
    for line in open(file, encoding="utf-8"):
        word, *values = line.split(" ")
        if word in words and words[word] + 3 < WORDS:
            table[words[word] + 3] = np.asarray(values, "float32")
    layer = keras.layers.Embedding(WORDS, 50, trainable=trainable)
    layer.build([None, STEPS])
    layer.set_weights([table])
    return layer


def model_of(name, words, glove):
    if name == "cells":
        return CellModel()
    layer = getattr(keras.layers, name.split("+")[0])
    if "+" in name:
        return LayerModel(glove_table(words, glove, name.endswith("+GloVe")), layer)
    return LayerModel(keras.layers.Embedding(WORDS, 100), layer)


def train(model, training, test, epochs):
    model.compile(optimizer=keras.optimizers.Adam(0.001), loss=keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    clock = EpochClock()
    history = model.fit(training, epochs=epochs, validation_data=test, verbose=0, callbacks=[clock])
    return {"seconds": clock.seconds, "accuracy": history.history["val_accuracy"]}


def main():
    reviews, index, glove = sys.argv[1:]
    words = json.load(open(index, encoding="utf-8"))
    source.get_file = lambda **_: reviews  # The file that Nyala reads; Keras would download it.
    (x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words=WORDS)
    training, test = batches(x_train, y_train, True), batches(x_test, y_test, False)
    print(json.dumps({"peer": "keras", "versions": f"Keras {keras.__version__} on TensorFlow {tf.__version__}"}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        keras.backend.clear_session()
        try:
            answer = train(model_of(asked["model"], words, glove), training, test, asked["epochs"])
        except Exception as failure:
            print(failure, file=sys.stderr, flush=True)
            answer = {"error": type(failure).__name__}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
