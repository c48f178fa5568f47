"""Model files as Keras writes them, and what the models in them give.

`golden/saving/` gets the files and `expected.json`: predictions, and the losses of two further epochs
of training from the state in the file. The text model's vocabulary holds a term with U+0085, at
which Keras itself cuts the vocabulary file when it reads it; Nyala does not.
"""

from golden import RESOURCES, keras, np, tf, write

layers = keras.layers
FOLDER = RESOURCES / "saving"
TEXTS = ["a b c", "b c", "good\u0085film d e", "zz"]
IDS = (np.arange(10).reshape(2, 5) % 6).astype("int32")
FLOATS = np.linspace(-1, 1, 30, dtype="float32").reshape(2, 5, 3)


def text():
    vectorize = layers.TextVectorization(standardize=None)
    vectorize.adapt(TEXTS)
    model = keras.Sequential([
        vectorize, layers.Embedding(12, 4, mask_zero=True), layers.Bidirectional(layers.LSTM(3, return_sequences=True)),
        layers.GRU(3, reset_after=False), layers.Dense(4, "relu"), layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
    return model, tf.constant(TEXTS), np.array([0, 1, 1, 0.0], "float32")


def legacy():
    model = keras.Sequential([layers.Embedding(6, 4), layers.Bidirectional(layers.SimpleRNN(3)), layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.RMSprop(0.01, momentum=0.5), loss=keras.losses.MeanSquaredError())
    return model, IDS, np.ones((2, 1), "float32")


def functional():
    a, b = keras.Input((5,), name="a"), keras.Input((5, 3), name="b")
    shared, embed = layers.Dense(3), layers.Embedding(7, 3)
    inner = keras.Sequential([layers.Dense(4, "tanh"), layers.Dense(3)])
    r = layers.RNN([layers.LSTMCell(3), layers.GRUCell(2)])(inner(shared(embed(a))))
    _, state = layers.GRU(2, return_state=True)(shared(b))
    q = layers.GRU(2)(inner(shared(b)), initial_state=state)
    model = keras.Model([a, b], {"r": layers.Dense(2, name="r")(r), "q": layers.Dense(1, name="q")(q)})
    rate = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)
    model.compile(optimizer=keras.optimizers.SGD(rate),
                  loss={"r": keras.losses.MeanSquaredError(), "q": keras.losses.mean_absolute_error},
                  metrics={"q": [keras.metrics.MeanSquaredError(name="squares")]})
    return model, [IDS, FLOATS], {"r": np.zeros((2, 2), "float32"), "q": np.zeros((2, 1), "float32")}


def flat(outputs):
    if isinstance(outputs, dict):
        outputs = [outputs[name] for name in sorted(outputs)]
    return [np.asarray(out).ravel() for out in (outputs if isinstance(outputs, list) else [outputs])]


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    cases = {}
    for name, make, ending in (("text", text, ".keras"), ("legacy", legacy, ".h5"), ("functional", functional, ".keras")):
        keras.backend.clear_session()
        keras.utils.set_random_seed(3)
        model, x, y = make()
        model.fit(x, y, epochs=2, shuffle=False, verbose=0)
        model.save(str(FOLDER / (name + ending)))
        cases[name] = {"outputs": flat(model.predict(x, verbose=0))}
        cases[name]["losses"] = model.fit(x, y, epochs=2, shuffle=False, verbose=0).history["loss"]
    write("saving/expected", {"cases": cases})


if __name__ == "__main__":
    main()
