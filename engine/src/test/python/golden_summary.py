"""What Keras prints: `summary.json` has model.summary() as text, `progress.json` the progress bar.

Each summary case says how the model was built (Python source), the width of the terminal (COLUMNS;
80 when the output is no terminal, as in a script or a notebook), the arguments of summary(), and the
text that print_fn receives. The texts are Rich's table without colour.

The progress cases run Keras' own bar against a clock that the script turns. A case has the numbers
given to the bar, or the call of fit, evaluate, predict, and the exact characters written, escape
sequences and all: backspaces and a carriage return before every update. (Keras has a second form, a
new line per update, for outputs that are no terminal; on Linux and macOS it never takes it.) In `fits`
the clock advances by "tick" seconds whenever the bar looks at it: once when it is made, once per
update.
"""

import contextlib
import inspect
import io
import os
import sys
import textwrap

from golden import keras, np, tf, weights, write
from keras.src.utils import progbar

layers = keras.layers
VOCABULARY = [f"w{i}" for i in range(5402)]


def course(recurrent):
    model = keras.Sequential()
    model.add(layers.TextVectorization(vocabulary=VOCABULARY))
    model.add(layers.Embedding(input_dim=5404, output_dim=64, mask_zero=True))
    model.add(recurrent)
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(loss=keras.losses.BinaryCrossentropy(), optimizer="adam", metrics=["accuracy"])
    return model


def fitted(recurrent):
    model = course(recurrent)
    model.fit(tf.constant(["w1 w2", "w3"]), np.array([0, 1]), verbose=0)
    return model


def numbers_only():
    return keras.Sequential([layers.Embedding(10, 4), layers.LSTM(3, return_sequences=True), layers.LSTM(3), layers.Dense(1)], name="numbers")


def with_input():
    return keras.Sequential([keras.Input((5, 4)), layers.SimpleRNN(3), layers.Dropout(0.5), layers.Dense(2)])


def frozen():
    model = keras.Sequential([keras.Input((5,)), layers.Embedding(10, 4, trainable=False), layers.GRU(3), layers.BatchNormalization(), layers.Dense(1)])
    return model


def long_names():
    return keras.Sequential([keras.Input((5,)), layers.Embedding(10, 4, name="a_rather_long_name_for_an_embedding_layer"),
                             layers.Bidirectional(layers.LSTM(3), name="reads_in_both_directions_at_once_and_merges")], name="long_names")


def straight_functional():
    inputs = keras.Input((5, 4), name="sequence")
    outputs = layers.Dense(2)(layers.LSTM(3)(inputs))
    return keras.Model(inputs, outputs)


def branching():
    a, b = keras.Input((5, 4), name="left"), keras.Input((3,), name="right")
    x = layers.LSTM(3)(a)
    y = layers.Dense(3, activation="relu")(b)
    z = layers.Concatenate()([x, y])
    return keras.Model([a, b], [layers.Dense(1, name="score")(z), layers.Dense(2, name="kind")(z)], name="branching")


def shared():
    a, b = keras.Input((4,)), keras.Input((4,))
    dense = layers.Dense(3)
    return keras.Model([a, b], layers.Subtract()([dense(a), dense(b)]))


def several_outputs():
    inputs = keras.Input((5, 4))
    out, h, c = layers.LSTM(3, return_sequences=True, return_state=True)(inputs)
    return keras.Model(inputs, [out, h, c])


def masked():
    inputs = keras.Input((None,), dtype="int32")
    x = layers.Embedding(10, 4, mask_zero=True)(inputs)
    return keras.Model(inputs, layers.Dense(1)(layers.Bidirectional(layers.GRU(3))(x)))


def nested():
    inner = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(2)], name="inner")
    return keras.Sequential([keras.Input((4,)), layers.Dense(4), inner, layers.Dense(1)], name="outer")


class Chapter(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.embedding = layers.Embedding(10, 4)
        self.rnn = keras.Sequential([layers.LSTM(units, return_sequences=True), layers.LSTM(units)])
        self.outlayer = layers.Dense(1)

    def call(self, inputs, training=None):
        return self.outlayer(self.rnn(self.embedding(inputs)))


def subclassed():
    return Chapter(3)


def subclassed_called():
    model = Chapter(3)
    model(tf.zeros((2, 5), "int32"))
    return model


def big():
    return keras.Sequential([keras.Input((1000,)), layers.Dense(20000), layers.Dense(20000)])


def summary(name, build, columns=80, **arguments):
    keras.backend.clear_session()
    os.environ["COLUMNS"], os.environ["LINES"] = str(columns), "24"
    model = build()
    lines = []
    model.summary(print_fn=lambda text: lines.append(text), **arguments)
    source = inspect.getsource(build)
    return {"name": name, "columns": columns, "arguments": arguments, "source": textwrap.dedent(source).strip(), "calls": len(lines), "text": "".join(lines)}


def summaries():
    out = []
    for kind, recurrent in (("SimpleRNN", lambda: layers.SimpleRNN(128)), ("LSTM", lambda: layers.LSTM(128)), ("GRU", lambda: layers.GRU(128)),
                            ("Bidirectional", lambda: layers.Bidirectional(layers.LSTM(128)))):
        out.append(summary(f"course {kind}, before fit", lambda: course(recurrent())))
        out.append(summary(f"course {kind}, after fit", lambda: fitted(recurrent())))
        out.append(summary(f"course {kind}, after fit, wide", lambda: fitted(recurrent()), columns=200))
    for build in (numbers_only, with_input, frozen, long_names, straight_functional, branching, shared, several_outputs, masked, nested,
                  subclassed, subclassed_called, big):
        for columns in (80, 200):
            out.append(summary(f"{build.__name__}, {columns} columns", build, columns))
    out.append(summary("nested, expand_nested", nested, expand_nested=True))
    out.append(summary("frozen, show_trainable", frozen, show_trainable=True))
    out.append(summary("branching, show_trainable, wide", branching, columns=200, show_trainable=True))
    out.append(summary("with_input, line_length=60", with_input, line_length=60))
    out.append(summary("with_input, positions", with_input, line_length=70, positions=[0.5, 0.75, 1.0]))
    out.append(summary("with_input, layer_range", with_input, layer_range=["dropout", "dense"]))
    out.append(summary("subclassed_called, expand_nested", subclassed_called, expand_nested=True))
    for case in out:
        if case["name"].startswith("course"):
            case["source"] = inspect.getsource(course).strip()
    return out


class Clock:
    """Stands in for the module `time` inside the bar."""

    def __init__(self, tick=None):
        self.now, self.tick = 1000.0, tick

    def time(self):
        now = self.now
        if self.tick:
            self.now += self.tick
        return now


@contextlib.contextmanager
def staged(clock):
    screen, real_time, real_out = io.StringIO(), progbar.time, sys.stdout
    progbar.time, sys.stdout = clock, screen
    try:
        yield screen
    finally:
        progbar.time, sys.stdout = real_time, real_out


def bar(name, target, moments, verbose=1):
    """`moments`: (seconds since the start, step, values, finalize)."""
    clock = Clock()
    updates = []
    with staged(clock) as screen:
        line = progbar.Progbar(target, verbose=verbose, stateless_metrics=set())
        for seconds, step, values, finalize in moments:
            clock.now = 1000.0 + seconds
            before = len(screen.getvalue())
            line.update(step, list(values.items()), finalize=finalize)
            updates.append({"seconds": seconds, "step": step, "values": [[k, v] for k, v in values.items()], "finalize": finalize,
                            "written": screen.getvalue()[before:]})
    return {"name": name, "target": target, "verbose": verbose, "updates": updates}


def bars():
    course_epoch = [(1.0, 1, {"accuracy": 0.5, "loss": 0.6931}, False), (1.02, 2, {"accuracy": 0.515625, "loss": 0.6925}, False),
                    (1.5, 21, {"accuracy": 0.52, "loss": 0.69}, False), (2.0, 40, {"accuracy": 0.6, "loss": 0.6}, False),
                    (2.85, 74, {"accuracy": 0.9968, "loss": 0.0111}, False),
                    (3.2, 75, {"accuracy": 0.9968, "loss": 0.0111, "val_accuracy": 0.8033, "val_loss": 0.886}, True)]
    return [
        bar("course epoch", 75, course_epoch),
        bar("course epoch, verbose=2", 75, course_epoch, verbose=2),
        bar("small numbers", 9, [(0.2, 1, {"loss": 0.001}, False), (0.4, 5, {"loss": 0.0009999}, False), (0.6, 9, {"loss": 1.5e-7}, True)]),
        bar("small numbers, verbose=2", 9, [(0.6, 9, {"loss": 1.5e-7}, True)], verbose=2),
        bar("negative and large", 3, [(0.2, 1, {"loss": -0.0005, "mae": 12345.678}, False), (0.5, 3, {"loss": -3.25, "mae": 1e7}, True)]),
        bar("negative, verbose=2", 3, [(0.5, 3, {"loss": -3.25}, True)], verbose=2),
        bar("not a number", 3, [(0.2, 1, {"loss": float("nan")}, False), (0.5, 3, {"loss": float("inf")}, True)]),
        bar("the line becomes shorter", 10, [(0.2, 1, {"loss": 1000.5}, False), (0.4, 2, {"loss": 1.5}, False), (0.6, 10, {"loss": 0.5}, True)]),
        bar("minutes and hours left", 1000, [(10.0, 1, {}, False), (20.0, 2, {}, False), (30.0, 900, {}, False)]),
        bar("seconds per step", 4, [(2.0, 1, {}, False), (4.0, 2, {}, False), (8.5, 4, {}, True)]),
        bar("microseconds per step", 100000, [(0.5, 1, {}, False), (0.9, 50000, {}, False), (1.3, 100000, {}, True)]),
        bar("number of steps not known", None, [(0.2, 1, {"loss": 0.5}, False), (0.4, 2, {"loss": 0.4}, False)]),
        bar("one step", 1, [(0.3, 1, {"loss": 0.5}, False), (0.3, 1, {"loss": 0.5}, True)]),
    ]


def model():
    keras.backend.clear_session()
    inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="tanh"), layers.Dense(1, activation="sigmoid")])
    for seed, variable in enumerate(inner.weights, start=1):
        variable.assign(weights(seed, 0.7, tuple(variable.shape)))
    inner.compile(loss="binary_crossentropy", optimizer=keras.optimizers.SGD(0.5), metrics=["accuracy", "mae"], jit_compile=False)
    return inner


def fits():
    x, y = weights(51, 1.0, (10, 4)), (weights(52, 1.0, (10, 1)) > 0).astype("float32")
    out = []

    def add(name, call, tick=0.25):
        net = model()
        with staged(Clock(tick)) as screen:
            call(net)
        out.append({"name": name, "tick": tick, "written": screen.getvalue()})

    common = dict(batch_size=4, shuffle=False)
    add("fit(x, y, epochs=2)", lambda m: m.fit(x, y, epochs=2, **common))
    add("fit(x, y, validation_split=0.3, epochs=2)", lambda m: m.fit(x, y, epochs=2, validation_split=0.3, **common))
    add("evaluate(x, y)", lambda m: m.evaluate(x, y, batch_size=4))
    add("predict(x)", lambda m: m.predict(x, batch_size=4))
    batches = lambda: ((x[i:i + 4], y[i:i + 4]) for i in range(0, 10, 4))
    add("fit(generator), length not known", lambda m: m.fit(batches()))
    add("fit(generator), length not known, verbose=2", lambda m: m.fit(batches(), verbose=2))
    add("fit(x, y), one epoch", lambda m: m.fit(x, y, **common))
    add("fit(x, y, verbose=2, epochs=2, validation_split=0.3)", lambda m: m.fit(x, y, epochs=2, verbose=2, validation_split=0.3, **common))
    add("fit(x, y, verbose=0)", lambda m: m.fit(x, y, verbose=0, **common))
    add("fit(x, y, initial_epoch=1, epochs=3, verbose=2)", lambda m: m.fit(x, y, initial_epoch=1, epochs=3, verbose=2, **common))
    add("evaluate(x, y, verbose=2)", lambda m: m.evaluate(x, y, batch_size=4, verbose=2))
    add("fit, quick steps", lambda m: m.fit(x, y, **common), tick=0.01)
    return {"x_seed": 51, "x_limit": 1, "x_shape": [10, 4], "y": y, "y_rule": "1 where the formula with seed 52, limit 1, shape [10, 1] is > 0",
            "model": "Dense(3, tanh), Dense(1, sigmoid); variable k (from 1) filled with seed k, limit 0.7; binary_crossentropy, SGD(0.5), "
                     "metrics accuracy and mae; batch_size 4, shuffle=False", "calls": out}


def main():
    write("summary", {"cases": summaries()})
    write("progress", {"bars": bars(), "fits": fits()}, depth=3)


if __name__ == "__main__":
    main()
