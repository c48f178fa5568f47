"""Models with several inputs and outputs, given and asked by name or in order: `outputs.json`.

The data: left is the formula with seed 71, limit 1, shape (10, 4), right the same with seed 72, shape
(10, 3); sign is 1 where the formula with seed 73, shape (10, 1), is positive; kind is integers with
seed 74 in 0..2, shape (10,), hot the same as one-hot vectors; weight goes evenly from 0.1 to 2.

A case says what the model is (its config), in which form ("dict" or "list") x, y and the sample
weights were given, and the arguments of compile. The model's variables are filled with limit 0.7 by
seeds in the order of model.weights; SGD(0.5); two epochs in batches of 4, not shuffled. Recorded: the
history, what evaluate and predict return afterwards. Arrays are written as {shape, data}.
"""

from golden import integers, keras, np, tensor, weights, write

layers = keras.layers
LEFT, RIGHT = weights(71, 1.0, (10, 4)), weights(72, 1.0, (10, 3))
SIGN = (weights(73, 1.0, (10, 1)) > 0).astype("float32")
KIND = integers(74, 0, 3, (10,))
DATA = {"left": LEFT, "right": RIGHT, "sign": SIGN, "kind": KIND, "hot": keras.utils.to_categorical(KIND, 3),
        "weight": np.linspace(0.1, 2.0, 10).astype("float32")}
BOTH = {"kind": "sparse_categorical_crossentropy", "sign": "binary_crossentropy"}


def model(ins, outs):
    keras.backend.clear_session()
    left, right = keras.Input((4,), name="left"), keras.Input((3,), name="right")
    joined = layers.Concatenate(name="joined")([left, right])
    sign = layers.Dense(1, activation="sigmoid", name="sign")(joined)
    kind = layers.Dense(3, activation="softmax", name="kind")(joined)
    inputs = {"left": left, "right": right} if ins == "dict" else [left, right]
    return keras.Model(inputs, {"sign": sign, "kind": kind} if outs == "dict" else [sign, kind])


def single():
    keras.backend.clear_session()
    left = keras.Input((4,), name="left")
    return keras.Model(left, layers.Dense(3, activation="softmax", name="hot")(left))


def form(kind, names):
    if kind is None:
        return None
    if kind == "dict":
        return {name: DATA[name] for name in names}
    return [DATA[name] for name in names] if len(names) > 1 else DATA[names[0]]


def plain(value):
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    value = np.asarray(value)
    return value.item() if value.ndim == 0 else tensor(value)


def described(value):
    """Arguments of compile as JSON."""
    if isinstance(value, dict):
        return {name: described(each) for name, each in value.items()}
    if isinstance(value, list):
        return [described(each) for each in value]
    return value if value is None or isinstance(value, (str, int, float)) else keras.saving.serialize_keras_object(value)


def case(name, made, x, y, compiled, weighted=None, inputs=("left", "right"), outputs=("sign", "kind")):
    for seed, variable in enumerate(made.weights, start=1):
        variable.assign(weights(seed, 0.7, tuple(variable.shape)))
    made.compile(optimizer=keras.optimizers.SGD(0.5), jit_compile=False, **compiled)
    datas, targets = form(x, inputs), form(y, outputs)
    sample = None
    if weighted:
        sample = {name: DATA["weight"] for name in outputs} if weighted == "dict" else [DATA["weight"] for _ in outputs]
        sample = DATA["weight"] if weighted == "one" else sample
    common = dict(batch_size=4, verbose=0, sample_weight=sample)
    history = made.fit(datas, targets, shuffle=False, epochs=2, **common).history
    return {"name": name, "config": made.get_config(), "x": x, "y": y, "weighted": weighted, "inputs": inputs, "outputs": outputs,
            "compile": described(compiled), "history": plain(history), "evaluated": plain(made.evaluate(datas, targets, **common)),
            "predicted": plain(made.predict(datas, verbose=0))}


def cases():
    accuracy = {"sign": ["accuracy"], "kind": ["accuracy", "sparse_top_k_categorical_accuracy"]}
    out = []
    for ins, outs in (("list", "list"), ("dict", "list"), ("list", "dict"), ("dict", "dict")):
        for x, y in (("list", "list"), ("list", "dict"), ("dict", "list"), ("dict", "dict")):
            if outs == "list" or y == "dict":
                out.append(case(f"model of {ins} to {outs}, data {x} and {y}", model(ins, outs), x, y, {"loss": BOTH, "metrics": accuracy}))
    losses = [BOTH["sign"], BOTH["kind"]]
    out += [
        case("losses and weights in lists", model("list", "list"), "dict", "list", {"loss": losses, "loss_weights": [1.0, 0.5]}),
        case("loss weights by name", model("dict", "dict"), "dict", "dict", {"loss": BOTH, "loss_weights": {"sign": 0.3, "kind": 2.0}}),
        case("one loss for all", model("list", "list"), "list", "list", {"loss": "mse", "loss_weights": 0.5}, outputs=("sign", "hot")),
        case("sample weights by name", model("dict", "dict"), "dict", "dict",
             {"loss": BOTH, "metrics": {"sign": ["accuracy"]}, "weighted_metrics": {"sign": ["accuracy"], "kind": ["accuracy"]}}, "dict"),
        case("sample weights in a list", model("list", "list"), "list", "list",
             {"loss": losses, "metrics": [["accuracy", "mae"], []], "weighted_metrics": [["accuracy"], ["accuracy"]]}, "list"),
        case("one sample weight for all", model("list", "list"), "list", "list",
             {"loss": losses, "weighted_metrics": [["accuracy"], ["accuracy"]]}, "one"),
        case("one metric for each", model("list", "list"), "list", "list", {"loss": losses, "metrics": ["accuracy", "accuracy"]}),
        case("an output without a loss", model("dict", "dict"), "dict", "dict", {"loss": {"sign": "mse"}}),
        case("a metric twice", single(), "list", "list", {"loss": "crossentropy", "metrics": ["mae", "mae"], "weighted_metrics": ["mae", "mse"]},
             inputs=("left",), outputs=("hot",)),
        case("a metric of several values", single(), "list", "list",
             {"loss": "categorical_crossentropy", "metrics": [keras.metrics.F1Score(average=None, name="f1"), "accuracy"]},
             inputs=("left",), outputs=("hot",)),
        case("a loss that is not reduced", single(), "list", "list",
             {"loss": keras.losses.CategoricalCrossentropy(reduction=None)}, inputs=("left",), outputs=("hot",)),
    ]
    return out


if __name__ == "__main__":
    write("outputs", {"cases": cases()}, depth=3)
