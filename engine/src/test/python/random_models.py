"""Models drawn at random, as files of Keras and what the models in them give; and the way back.

    python random_models.py draw FOLDER COUNT LAYER,LAYER,...   writes 000.keras ... and expected.json
    python random_models.py check FOLDER BACK                   opens the files of BACK and compares

Only the layers named are drawn from, and each model features the next of them in turn, so that none is
left out; what was drawn how often is printed. RandomModelsTest runs both where NYALA_ORACLE names the
oracle's python: it opens what was drawn, predicts, trains three steps, and writes each model back.
"""

import collections
import json
import pathlib
import random
import sys

from golden import keras, np, tf
from random_graphs import Graphs

layers = keras.layers
BATCH, TIME = 4, 6
WORDS = ["no", "yes", "may", "be", "so"]
ACTIVATIONS = ["tanh", "relu", "sigmoid", "softsign", "gelu", "elu", "hard_sigmoid"]


def recurrent(rng):
    return dict(units=rng.randint(1, 5), activation=rng.choice(ACTIVATIONS[:4]),
                use_bias=rng.random() < 0.8, go_backwards=rng.random() < 0.2, unroll=rng.random() < 0.1,
                recurrent_initializer=rng.choice(["orthogonal", "glorot_uniform"]),
                kernel_regularizer=rng.choice([None, "l2"]), bias_constraint=rng.choice([None, "non_neg"]),
                recurrent_constraint=rng.choice([None, None, keras.constraints.MaxNorm(0.9)]),
                activity_regularizer=rng.choice([None, None, "l1"]), zero_output_for_mask=rng.random() < 0.3)


def gated(rng):
    return dict(recurrent(rng), recurrent_activation=rng.choice(["sigmoid", "hard_sigmoid"]))


def lstm(rng, **more):
    return layers.LSTM(unit_forget_bias=rng.random() < 0.5, **gated(rng), **more)


def gru(rng, **more):
    return layers.GRU(reset_after=rng.random() < 0.5, **gated(rng), **more)


def simple(rng, **more):
    return layers.SimpleRNN(**recurrent(rng), **more)


def cell(rng, name=None):
    kind = getattr(layers, name or rng.choice(["LSTMCell", "GRUCell", "SimpleRNNCell"]))
    return kind(rng.randint(1, 4), use_bias=rng.random() < 0.8)


def bidirectional(rng, sequences):
    kind = rng.choice([layers.LSTM, layers.GRU, layers.SimpleRNN])
    units = rng.randint(1, 4)
    forward = kind(units, return_sequences=sequences, zero_output_for_mask=rng.random() < 0.3)
    backward = None
    if rng.random() < 0.4:
        other = rng.choice([layers.LSTM, layers.GRU, layers.SimpleRNN])
        backward = other(units, return_sequences=sequences, go_backwards=True, activation="softsign")
    return layers.Bidirectional(forward, backward_layer=backward, merge_mode=rng.choice(["concat", "sum", "mul", "ave"]))


def cells(rng, sequences, first=None):
    many = [cell(rng, first), *(cell(rng) for _ in range(rng.randint(0, 2)))]
    return layers.RNN(rng.choice([many, layers.StackedRNNCells(many)]), return_sequences=sequences,
                      go_backwards=rng.random() < 0.2)


def dense(rng):
    return layers.Dense(rng.randint(1, 5), activation=rng.choice([None, *ACTIVATIONS]), use_bias=rng.random() < 0.8)


def convolution(rng):
    if rng.random() < 0.3:
        return layers.Conv1D(rng.randint(1, 4), 2, strides=2, padding=rng.choice(["same", "causal"]))
    return layers.Conv1D(rng.randint(1, 4), rng.randint(1, 3), padding=rng.choice(["same", "causal"]),
                         dilation_rate=rng.randint(1, 2), activation=rng.choice([None, "relu"]))


def attention(kind):
    def apply(rng, x):
        return kind(**({"score_mode": rng.choice(["dot", "concat"])} if kind is layers.Attention else {}))(
            [x, x], use_causal_mask=rng.random() < 0.3)
    return apply


def multi_head(rng, x):
    layer = layers.MultiHeadAttention(rng.randint(1, 3), rng.randint(1, 3), value_dim=rng.choice([None, 2]),
                                      use_bias=rng.random() < 0.7, output_shape=rng.choice([None, 3]))
    return layer(x, x, use_causal_mask=rng.random() < 0.3)


# What keeps [batch, time, features]; a layer, or a function of the tensor for those of several inputs.
SEQUENCE = {
    "SimpleRNN": lambda rng: simple(rng, return_sequences=True),
    "LSTM": lambda rng: lstm(rng, return_sequences=True),
    "GRU": lambda rng: gru(rng, return_sequences=True),
    "Bidirectional": lambda rng: bidirectional(rng, True),
    "RNN": lambda rng: cells(rng, True),
    "SimpleRNNCell": lambda rng: cells(rng, True, "SimpleRNNCell"),
    "LSTMCell": lambda rng: cells(rng, True, "LSTMCell"),
    "GRUCell": lambda rng: cells(rng, True, "GRUCell"),
    "StackedRNNCells": lambda rng: layers.RNN(layers.StackedRNNCells([cell(rng), cell(rng)]), return_sequences=True),
    "Dense": dense,
    "EinsumDense": lambda rng: layers.EinsumDense("abc,cd->abd", output_shape=(None, rng.randint(1, 4)), bias_axes="d"),
    "TimeDistributed": lambda rng: layers.TimeDistributed(rng.choice([dense(rng), layers.PReLU(), layers.LayerNormalization()])),
    "Dropout": lambda rng: layers.Dropout(0.0),
    "Masking": lambda rng: layers.Masking(0.25),
    "Identity": lambda rng: layers.Identity(),
    "Activation": lambda rng: layers.Activation(rng.choice(["relu", "gelu", "selu", "silu", "exponential", "mish"])),
    "ActivityRegularization": lambda rng: layers.ActivityRegularization(l1=0.01, l2=0.02),
    "LayerNormalization": lambda rng: layers.LayerNormalization(epsilon=0.01, scale=rng.random() < 0.7),
    "BatchNormalization": lambda rng: layers.BatchNormalization(momentum=0.7, center=rng.random() < 0.7),
    "UnitNormalization": lambda rng: layers.UnitNormalization(axis=rng.choice([-1, 1])),
    "Conv1D": convolution,
    "AveragePooling1D": lambda rng: layers.AveragePooling1D(2, padding="same"),
    "MaxPooling1D": lambda rng: layers.MaxPooling1D(2, padding="same"),
    "ZeroPadding1D": lambda rng: layers.ZeroPadding1D(rng.choice([1, (0, 2)])),
    "Cropping1D": lambda rng: layers.Cropping1D((1, 0)),
    "UpSampling1D": lambda rng: layers.UpSampling1D(2),
    "Permute": lambda rng: layers.Permute((2, 1)),
    "Reshape": lambda rng: layers.Reshape((-1, 1)),
    "ReLU": lambda rng: layers.ReLU(max_value=rng.choice([None, 1.0]), negative_slope=0.1, threshold=0.1),
    "LeakyReLU": lambda rng: layers.LeakyReLU(negative_slope=0.1),
    "ELU": lambda rng: layers.ELU(0.7),
    "PReLU": lambda rng: layers.PReLU(alpha_initializer="ones", shared_axes=rng.choice([None, [1]])),
    "Softmax": lambda rng: layers.Softmax(axis=rng.choice([-1, 1])),
    "SpatialDropout1D": lambda rng: layers.SpatialDropout1D(0.0),
    "GaussianNoise": lambda rng: layers.GaussianNoise(0.0),
    "GaussianDropout": lambda rng: layers.GaussianDropout(0.0),
    "AlphaDropout": lambda rng: layers.AlphaDropout(0.0),
    "Attention": attention(layers.Attention),
    "AdditiveAttention": attention(layers.AdditiveAttention),
    "MultiHeadAttention": multi_head,
}
SEVERAL = {"Attention", "AdditiveAttention", "MultiHeadAttention"}
# What turns [batch, time, features] into [batch, features].
POOL = {
    "LSTM": lstm,
    "GRU": gru,
    "SimpleRNN": simple,
    "Bidirectional": lambda rng: bidirectional(rng, False),
    "RNN": lambda rng: cells(rng, False),
    "GlobalAveragePooling1D": lambda rng: layers.GlobalAveragePooling1D(),
    "GlobalMaxPooling1D": lambda rng: layers.GlobalMaxPooling1D(),
    "Flatten": lambda rng: layers.Flatten(),
}
MERGE = ["Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot"]
SOURCES = ["Embedding", "TextVectorization", "StringLookup", "IntegerLookup"]
SCHEDULES = keras.optimizers.schedules
OPTIMIZERS = [
    lambda: keras.optimizers.Adam(0.01, amsgrad=True), lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
    lambda: keras.optimizers.RMSprop(0.01, centered=True), lambda: keras.optimizers.AdamW(0.01, weight_decay=0.02),
    lambda: keras.optimizers.Adagrad(0.05), lambda: keras.optimizers.Nadam(0.01, clipnorm=0.5),
    lambda: keras.optimizers.Adam(SCHEDULES.CosineDecay(0.02, 20)), lambda: keras.optimizers.Adamax(0.02, global_clipnorm=0.3),
    lambda: keras.optimizers.Ftrl(0.05), lambda: keras.optimizers.Lion(0.002), lambda: keras.optimizers.Adadelta(0.5),
    lambda: keras.optimizers.SGD(SCHEDULES.ExponentialDecay(0.1, 2, 0.5, staircase=True), clipvalue=0.1),
    lambda: keras.optimizers.Adam(0.01, use_ema=True, ema_overwrite_frequency=2),
    lambda: keras.optimizers.Adam(0.01, gradient_accumulation_steps=2),
]
LOSSES = ["mse", "mae", "binary_crossentropy", "log_cosh", "huber", "poisson"]


def source(rng, name):
    """An input of [batch, time] and what makes [batch, time, features] of it; without a name, of numbers."""
    if name is None:
        data = np.round(np.array([[[rng.uniform(-1, 1) for _ in range(3)] for _ in range(TIME)] for _ in range(BATCH)]), 3)
        if rng.random() < 0.3:
            data[rng.randrange(BATCH), rng.randrange(TIME):] = 0.25
        return keras.Input((TIME, 3)), [], data.astype("float32")
    width = rng.randint(2, 4)
    table = layers.Embedding(9, width, mask_zero=rng.random() < 0.6, embeddings_regularizer=rng.choice([None, "l2"]))
    if name in ("TextVectorization", "StringLookup"):
        words = [[rng.choice([*WORDS, "else"]) for _ in range(TIME)] for _ in range(BATCH)]
        if name == "StringLookup":
            layer = layers.StringLookup(vocabulary=WORDS, mask_token=rng.choice([None, ""]), num_oov_indices=rng.randint(1, 2))
            return keras.Input((TIME,), dtype="string"), [layer, table], words
        layer = layers.TextVectorization(vocabulary=WORDS, output_sequence_length=TIME, ngrams=rng.choice([None, None, 2]))
        lines = [[" ".join(each[: rng.randint(1, TIME)])] for each in words]
        return keras.Input((1,), dtype="string"), [layer, table], lines
    data = np.array([[rng.randint(1, 8) if t < rng.randint(1, TIME) else 0 for t in range(TIME)] for _ in range(BATCH)], "int32")
    data[:, 0] = np.maximum(data[:, 0], 1)
    if name == "IntegerLookup":
        layer = layers.IntegerLookup(vocabulary=[3, 1, 4, 8, 5], mask_token=rng.choice([None, 0]))
        return keras.Input((TIME,), dtype="int64"), [layer, table], data.astype("int64")
    return keras.Input((TIME,), dtype="int32"), [table], data


class Draw(Graphs):
    """One model in the making: knows what it may draw and what it still has to."""

    def __init__(self, rng, known, featured):
        self.rng, self.known, self.featured = rng, known, featured

    def pick(self, table):
        if self.featured in table:
            name, self.featured = self.featured, None
        else:
            name = self.rng.choice(sorted(set(table) & self.known))
        return name, table[name]

    def steps(self, count):
        made = []
        for _ in range(count):
            name, build = self.pick(SEQUENCE)
            made.append((lambda x, build=build: build(self.rng, x)) if name in SEVERAL else build(self.rng))
        return made

    def pool(self):
        return self.pick(POOL)[1](self.rng)

    def source(self):
        rng = self.rng
        if self.featured in SOURCES:
            name, self.featured = self.featured, None
        else:
            name = rng.choice([None, None, *(s for s in SOURCES if s in self.known)])
        return source(rng, name)

    def merge(self, left, right):
        rng = self.rng
        if self.featured in MERGE:
            name, self.featured = self.featured, None
        else:
            name = rng.choice([m for m in MERGE if m in self.known])
        return (layers.Dot(1, normalize=rng.random() < 0.5) if name == "Dot" else getattr(layers, name)())([left, right])

    def sequential(self):
        rng = self.rng
        first, front, data = self.source()
        steps = [step for step in self.steps(rng.randint(0, 3)) if isinstance(step, keras.Layer)]
        head = layers.Dense(rng.randint(1, 3), activation="sigmoid")
        return keras.Sequential([first, *front, *steps, self.pool(), head]), [data]

    def functional(self):
        rng = self.rng
        inputs, datas, vectors = [], [], []
        for _ in range(rng.choice([1, 1, 2])):
            first, front, data = self.source()
            x = first
            for step in [*front, *self.steps(rng.randint(1, 3))]:
                x = step(x)
            if rng.random() < 0.2:
                x = keras.Sequential([layers.Dense(2), layers.Dense(3, activation="tanh")])(x)
            size = rng.randint(1, 4)
            branches = [layers.Dense(size)(self.pool()(x)) for _ in range(2)]
            vectors.append(self.merge(*branches))
            inputs.append(first)
            datas.append(data)
        x = vectors[0] if len(vectors) == 1 else layers.Concatenate()(vectors)
        shared = layers.Dense(int(x.shape[-1]), activation="tanh")
        if rng.random() < 0.5:
            x = shared(shared(x))
        if self.featured == "RepeatVector" or rng.random() < 0.1:
            self.featured = None if self.featured == "RepeatVector" else self.featured
            x = simple(rng)(layers.RepeatVector(3)(x))
        outputs = [layers.Dense(rng.randint(1, 3), activation="sigmoid")(x) for _ in range(rng.choice([1, 1, 2]))]
        single = len(inputs) == 1 and rng.random() < 0.5
        return keras.Model(inputs[0] if single else inputs, outputs if len(outputs) > 1 else outputs[0]), datas

    def model(self):
        plain = self.featured in (*SEVERAL, *MERGE, "RepeatVector")
        kind = self.rng.random()
        made = self.functional() if plain or kind < 0.3 else self.graph() if kind < 0.7 else self.sequential()
        if self.featured not in (None, "InputLayer"):
            raise ValueError(f"{self.featured} found no place")
        return made


def dataset(datas, targets):
    """One batch of it; strings reach the model as they are."""
    x = tuple(tf.constant(data) for data in datas)
    y = tuple(tf.constant(target) for target in targets)
    pair = (x if len(x) > 1 else x[0], y if len(y) > 1 else y[0])
    return tf.data.Dataset.from_tensor_slices(pair).batch(BATCH)


def predict(model, datas, targets):
    out = model.predict(dataset(datas, targets), verbose=0)
    return [np.asarray(each).ravel().tolist() for each in keras.tree.flatten(out)]


def train(model, datas, targets):
    return model.fit(dataset(datas, targets), epochs=3, shuffle=False, verbose=0).history["loss"]


def names(config, found):
    if isinstance(config, dict):
        if config.get("class_name") and "config" in config:
            found[config["class_name"]] += 1
        for value in config.values():
            names(value, found)
    elif isinstance(config, list):
        for value in config:
            names(value, found)


def compiled(rng, model, outputs):
    loss = [rng.choice(LOSSES) for _ in range(outputs)]
    weights = [rng.choice([0.5, 1.0, 2.0]) for _ in range(outputs)] if outputs > 1 and rng.random() < 0.5 else None
    model.compile(optimizer=rng.choice(OPTIMIZERS)(), loss=loss if outputs > 1 else loss[0], loss_weights=weights, run_eagerly=True)


def saved_as_legacy(model, path):
    """Whether Keras can write the older file and open it again; some of what is drawn it cannot."""
    try:
        model.save(str(path))
        keras.models.load_model(str(path), compile=False)
        return True
    except Exception:
        path.unlink(missing_ok=True)
        return False


def write_model(path, rng, known, featured, found):
    model, datas = Draw(rng, known, featured).model()
    shapes = [out.shape for out in model.outputs]
    compiled(rng, model, len(shapes))
    targets = [np.array([[float(rng.randint(0, 1)) for _ in range(shape[-1])] for _ in range(BATCH)], "float32") for shape in shapes]
    if rng.random() < 0.6:
        train(model, datas, targets)  # the optimizer's state is to go along
    model.save(str(path))
    legacy = saved_as_legacy(model, path.with_suffix(".h5"))
    model.save_weights(str(path.with_suffix(".weights.h5")))
    here = collections.Counter()
    names(json.loads(model.to_json()), here)
    dtypes = [str(getattr(data, "dtype", "string")) for data in datas]
    entry = {"layers": sorted(set(here) & known), "inputs": [getattr(data, "tolist", lambda: data)() for data in datas],
             "dtypes": dtypes, "targets": [t.tolist() for t in targets], "outputs": predict(model, datas, targets),
             "optimizer": type(model.optimizer).__name__, "legacy": legacy}
    entry["losses"] = train(model, datas, targets)
    if not np.isfinite(entry["losses"]).all():
        raise ValueError("the loss is not finite")
    found.update(here)
    return path.stem, entry


def write_models(folder, count, known):
    folder = pathlib.Path(folder)
    expected, found, failed = {}, collections.Counter(), collections.Counter()
    turn = sorted((set(SEQUENCE) | set(POOL) | set(MERGE) | set(SOURCES) | {"RepeatVector"}) & known)
    number = 0
    while len(expected) < count:
        rng = random.Random(number)
        featured = turn[len(expected) % len(turn)]
        number += 1
        keras.backend.clear_session()
        keras.utils.set_random_seed(number)
        try:
            name, entry = write_model(folder / f"{len(expected):03d}.keras", rng, known, featured, found)
        except (ValueError, TypeError, tf.errors.InvalidArgumentError, tf.errors.UnimplementedError) as error:
            failed[featured] += 1  # Keras itself cannot run some of what is drawn.
            if failed[featured] > 60:
                raise RuntimeError(f"no model with {featured} runs in Keras: {error}") from error
            continue
        expected[name] = entry
    (folder / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    print("drawn:", ", ".join(f"{name} {found[name]}" for name in sorted(known) if found[name]))
    print("never drawn:", ", ".join(name for name in sorted(known) if not found[name]))


def check_model(entry, back, name):
    datas = [np.array(x, t) if t != "string" else x for x, t in zip(entry["inputs"], entry["dtypes"])]
    targets = [np.array(t, "float32") for t in entry["targets"]]

    def predicts(model):
        for got, wanted in zip(predict(model, datas, targets), entry["outputs"]):
            np.testing.assert_allclose(got, wanted, rtol=1e-4, atol=1e-5)

    model = keras.models.load_model(str(back / f"{name}.keras"))
    model.run_eagerly = True
    predicts(model)
    values = model.get_weights()
    model.set_weights([np.zeros_like(value) for value in values])
    model.load_weights(str(back / f"{name}.weights.h5"))
    predicts(model)
    np.testing.assert_allclose(train(model, datas, targets), entry["losses"], rtol=1e-4)
    if entry["legacy"]:
        predicts(keras.models.load_model(str(back / f"{name}.h5"), compile=False))


def check(folder, back):
    expected = json.loads((pathlib.Path(folder) / "expected.json").read_text(encoding="utf-8"))
    wrong = []
    for name, entry in expected.items():
        try:
            check_model(entry, pathlib.Path(back), name)
        except Exception as error:
            wrong.append(f"{name} {entry['layers']}: {type(error).__name__} {str(error)[:300]}")
    print(f"opened {len(expected) - len(wrong)} of {len(expected)}")
    print("\n".join(wrong))


if __name__ == "__main__":
    if sys.argv[1] == "draw":
        write_models(sys.argv[2], int(sys.argv[3]), set(sys.argv[4].split(",")))
    else:
        check(sys.argv[2], sys.argv[3])
