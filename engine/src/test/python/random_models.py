"""Models drawn at random, as files of Keras and what the models in them give; and the way back.

    python random_models.py draw FOLDER COUNT LAYER,LAYER,...   writes 000.keras ... and expected.json
    python random_models.py check FOLDER BACK                   opens the files of BACK and compares

Only the layers named are drawn from. RandomModelsTest runs both where NYALA_ORACLE names the oracle's
python: it opens what was drawn, predicts, trains three steps, and writes each model back.
"""

import json
import pathlib
import random
import sys

from golden import keras, np, tf

layers = keras.layers
BATCH, TIME = 4, 6


def recurrent(rng):
    return dict(units=rng.randint(1, 5), activation=rng.choice(["tanh", "relu", "sigmoid", "softsign"]),
                use_bias=rng.random() < 0.8, go_backwards=rng.random() < 0.2,
                recurrent_initializer=rng.choice(["orthogonal", "glorot_uniform"]),
                kernel_regularizer=rng.choice([None, "l2"]), bias_constraint=rng.choice([None, "non_neg"]),
                zero_output_for_mask=rng.random() < 0.3)


def gated(rng):
    return dict(recurrent(rng), recurrent_activation=rng.choice(["sigmoid", "hard_sigmoid"]))


# What keeps [batch, time, features].
SEQUENCE = {
    "SimpleRNN": lambda rng: layers.SimpleRNN(return_sequences=True, **recurrent(rng)),
    "LSTM": lambda rng: layers.LSTM(return_sequences=True, unit_forget_bias=rng.random() < 0.5, **gated(rng)),
    "GRU": lambda rng: layers.GRU(return_sequences=True, reset_after=rng.random() < 0.5, **gated(rng)),
    "Bidirectional": lambda rng: layers.Bidirectional(
        rng.choice([layers.LSTM, layers.GRU, layers.SimpleRNN])(rng.randint(1, 4), return_sequences=True),
        merge_mode=rng.choice(["concat", "sum", "mul", "ave"])),
    "RNN": lambda rng: layers.RNN([rng.choice([layers.LSTMCell, layers.GRUCell, layers.SimpleRNNCell])(rng.randint(1, 4))
                                   for _ in range(rng.randint(1, 3))], return_sequences=True),
    "Dense": lambda rng: layers.Dense(rng.randint(1, 5), activation=rng.choice([None, "relu", "tanh", "elu", "softplus"]),
                                      use_bias=rng.random() < 0.8),
    "TimeDistributed": lambda rng: layers.TimeDistributed(layers.Dense(rng.randint(1, 4))),
    "Dropout": lambda rng: layers.Dropout(0.0),
    "Masking": lambda rng: layers.Masking(0.25),
    "Activation": lambda rng: layers.Activation(rng.choice(["relu", "gelu", "selu", "silu", "exponential"])),
    "LayerNormalization": lambda rng: layers.LayerNormalization(epsilon=0.01, scale=rng.random() < 0.7),
    "BatchNormalization": lambda rng: layers.BatchNormalization(momentum=0.7, center=rng.random() < 0.7),
    "Conv1D": lambda rng: layers.Conv1D(rng.randint(1, 4), rng.randint(1, 3), padding=rng.choice(["same", "causal"])),
    "AveragePooling1D": lambda rng: layers.AveragePooling1D(2, padding="same"),
    "MaxPooling1D": lambda rng: layers.MaxPooling1D(2, padding="same"),
    "LeakyReLU": lambda rng: layers.LeakyReLU(negative_slope=0.1),
    "SpatialDropout1D": lambda rng: layers.SpatialDropout1D(0.0),
}
# What turns [batch, time, features] into [batch, features].
POOL = {
    "LSTM": lambda rng: layers.LSTM(**gated(rng)),
    "GRU": lambda rng: layers.GRU(reset_after=rng.random() < 0.5, **gated(rng)),
    "SimpleRNN": lambda rng: layers.SimpleRNN(**recurrent(rng)),
    "Bidirectional": lambda rng: layers.Bidirectional(layers.LSTM(rng.randint(1, 4))),
    "GlobalAveragePooling1D": lambda rng: layers.GlobalAveragePooling1D(),
    "GlobalMaxPooling1D": lambda rng: layers.GlobalMaxPooling1D(),
    "Flatten": lambda rng: layers.Flatten(),
}
MERGE = ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"]
OPTIMIZERS = [
    lambda: keras.optimizers.Adam(0.01), lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
    lambda: keras.optimizers.RMSprop(0.01, centered=True), lambda: keras.optimizers.AdamW(0.01, weight_decay=0.02),
    lambda: keras.optimizers.Adagrad(0.05), lambda: keras.optimizers.Nadam(0.01, clipnorm=0.5),
    lambda: keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.02, 20)),
]
LOSSES = ["mse", "mae", "binary_crossentropy", "log_cosh"]


def draw(rng, known):
    """A model and its inputs."""
    def pick(table):
        return table[rng.choice(sorted(set(table) & known))](rng)

    ids = "Embedding" in known and rng.random() < 0.6
    if ids:
        first = keras.Input((TIME,), dtype="int32")
        x = layers.Embedding(9, rng.randint(2, 4), mask_zero=rng.random() < 0.6)(first)
        data = np.array([[rng.randint(1, 8) if t < rng.randint(1, TIME) else 0 for t in range(TIME)]
                         for _ in range(BATCH)], "int32")
        data[:, 0] = np.maximum(data[:, 0], 1)
    else:
        first = x = keras.Input((TIME, 3))
        data = np.round(np.array([[[rng.uniform(-1, 1) for _ in range(3)] for _ in range(TIME)] for _ in range(BATCH)]), 3)
        data = data.astype("float32")
    chain = [pick(SEQUENCE) for _ in range(rng.randint(0, 3))]
    if rng.random() < 0.5:
        head = [layers.Dense(rng.randint(1, 3), activation="sigmoid")]
        model = keras.Sequential([first if not ids else keras.Input((TIME,), dtype="int32"),
                                  *([layers.Embedding(9, 3, mask_zero=True)] if ids else []), *chain, pick(POOL), *head])
        return model, data
    for layer in chain:
        x = layer(x)
    merges = sorted(set(MERGE) & known)
    if merges:
        size = rng.randint(1, 4)
        left, right = (layers.Dense(size)(layer(x)) for layer in (pick(POOL), pick(POOL)))
        x = getattr(layers, rng.choice(merges))()([left, right])
    else:
        x = pick(POOL)(x)
    shared = layers.Dense(int(x.shape[-1]), activation="tanh") if x.shape[-1] else None
    if shared is not None and rng.random() < 0.5:
        x = shared(shared(x))
    out = layers.Dense(rng.randint(1, 3), activation="sigmoid")(x)
    return keras.Model(first, out), data


def train(model, data, targets):
    return model.fit(data, targets, epochs=3, batch_size=BATCH, shuffle=False, verbose=0).history["loss"]


def write_model(path, rng, known):
    model, data = draw(rng, known)
    model.compile(optimizer=rng.choice(OPTIMIZERS)(), loss=rng.choice(LOSSES), run_eagerly=True)
    targets = np.array([[float(rng.randint(0, 1)) for _ in range(model.output_shape[-1])] for _ in range(BATCH)], "float32")
    model.save(str(path))
    out = model.predict(data, verbose=0)
    entry = {"layers": [type(layer).__name__ for layer in model.layers], "inputs": data.tolist(),
             "dtype": str(data.dtype), "targets": targets.tolist(), "outputs": out.ravel().tolist()}
    entry["losses"] = train(model, data, targets)
    return path.stem, entry


def write_models(folder, count, known):
    folder = pathlib.Path(folder)
    expected = {}
    number = 0
    while len(expected) < count:
        rng = random.Random(number)
        number += 1
        keras.backend.clear_session()
        keras.utils.set_random_seed(number)
        try:
            name, entry = write_model(folder / f"{len(expected):03d}.keras", rng, known)
        except (ValueError, tf.errors.InvalidArgumentError):
            continue  # Keras itself cannot run some of what is drawn.
        if np.isfinite(entry["losses"]).all():
            expected[name] = entry
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")


def check(folder, back):
    expected = json.loads((pathlib.Path(folder) / "expected.json").read_text(encoding="utf-8"))
    wrong = []
    for name, entry in expected.items():
        try:
            model = keras.models.load_model(str(pathlib.Path(back) / f"{name}.keras"))
            model.run_eagerly = True
            data = np.array(entry["inputs"], entry["dtype"])
            np.testing.assert_allclose(model.predict(data, verbose=0).ravel(), entry["outputs"], rtol=1e-4, atol=1e-5)
            np.testing.assert_allclose(train(model, data, np.array(entry["targets"], "float32")), entry["losses"], rtol=1e-4)
        except Exception as error:
            wrong.append(f"{name} {entry['layers']}: {type(error).__name__} {str(error)[:300]}")
    print(f"opened {len(expected) - len(wrong)} of {len(expected)}")
    print("\n".join(wrong))


if __name__ == "__main__":
    if sys.argv[1] == "draw":
        write_models(sys.argv[2], int(sys.argv[3]), set(sys.argv[4].split(",")))
    else:
        check(sys.argv[2], sys.argv[3])
