"""Draws layers with arguments, masks and call arguments at random and records what Keras computes with them.

    random_layers.py FILE COUNT [SEED]

writes COUNT cases of every layer in the form of `golden_case.py`; `RandomLayersTest` runs this where NYALA_ORACLE
names the oracle's python. A combination that Keras itself refuses is left out.
"""

import json
import pathlib
import random
import sys

from golden import _dump, integers, keras, np, tf, weights
from golden_case import case

layers = keras.layers
draw = random.Random(0)
ACTIVATIONS = ("tanh", "relu", "sigmoid", "linear", "softsign", "gelu", "elu", "hard_sigmoid", "softplus", "selu", "mish", "silu")
INITIALIZERS = ("zeros", "ones", "he_normal", keras.initializers.Constant(0.3))
REGULARIZERS = ("l1", "l2", keras.regularizers.L1L2(0.01, 0.02))
CONSTRAINTS = ("max_norm", "non_neg", "unit_norm")
WALK = {"return_sequences": (True,), "return_state": (True,), "go_backwards": (True,), "unroll": (True,), "zero_output_for_mask": (True,)}


def values(*shape):
    return weights(draw.randrange(1000), 1.0, shape)


def of_weights(*names, initializers=INITIALIZERS):
    table = {}
    for name in names:
        table |= {name + "_initializer": initializers, name + "_regularizer": REGULARIZERS, name + "_constraint": CONSTRAINTS}
    return table


def some(table, share=0.35):
    return {name: draw.choice(choices) for name, choices in table.items() if draw.random() < share}


def mask(batch, steps):
    """None, zeros at the end, zeros anywhere, an empty row, or all ones."""
    kind = draw.randrange(5)
    if kind == 0:
        return None
    if kind == 1:
        lengths = [draw.randint(0, steps) for _ in range(batch)]
        return np.array([[step < length for step in range(steps)] for length in lengths])
    real = np.array([[draw.random() < 0.6 for _ in range(steps)] for _ in range(batch)])
    if kind == 2:
        real[draw.randrange(batch)] = False
    return real | (kind == 3)


def states(count):
    return [weights(draw.randrange(1000), 0.8, (4, 2)) for _ in range(count)]


def of_cell(kind):
    table = {
        **of_weights("kernel", "bias"), "recurrent_regularizer": REGULARIZERS, "recurrent_constraint": CONSTRAINTS,
        "activation": ACTIVATIONS, "use_bias": (False,), "dropout": (0.3,), "recurrent_dropout": (0.2,), "seed": (3,)}
    if kind != "SimpleRNN":
        table["recurrent_activation"] = ("tanh", "hard_sigmoid", "relu")
    return table | {"LSTM": {"unit_forget_bias": (False,)}, "GRU": {"reset_after": (False,)}}.get(kind, {})


def recurrent(kind, both):
    count = 2 if kind == "LSTM" else 1
    arguments = some(of_cell(kind), 0.2) | some(WALK)
    call, real = {}, mask(4, 5)
    if draw.random() < 0.25:
        call["initial_state"] = states(count * (2 if both else 1))
    if real is not None and draw.random() < 0.5:
        call["mask"], real = real, None
    if both:
        arguments.pop("go_backwards", None)
        around = some({"merge_mode": ("sum", "mul", "ave", None)}, 0.6)
        return lambda: layers.Bidirectional(getattr(layers, kind)(2, **arguments), **around), [values(4, 5, 3)], [real], call
    return lambda: getattr(layers, kind)(2, **arguments), [values(4, 5, 3)], [real], call


def loop():
    cells = [(kind, draw.randint(1, 3), some(of_cell(kind), 0.2)) for kind in draw.choices(("SimpleRNN", "LSTM", "GRU"), k=draw.randint(1, 3))]
    arguments = some(WALK)

    def build():
        made = [getattr(layers, kind + "Cell")(units, **own) for kind, units, own in cells]
        return layers.RNN(made if len(made) > 1 else made[0], **arguments)

    return build, [values(4, 5, 3)], [mask(4, 5)], {}


def nested():
    inner, shape = draw.choice((
        (lambda: layers.Dense(2, activation="tanh"), (4, 5, 3)),
        (lambda: layers.LSTM(2), (4, 5, 3, 2)),
        (lambda: layers.Bidirectional(layers.GRU(2, return_sequences=True)), (4, 5, 3, 2)),
        (lambda: layers.TimeDistributed(layers.Dense(2)), (4, 5, 3, 2)),
        (lambda: layers.Conv1D(2, 2), (4, 5, 3, 2))))
    return lambda: layers.TimeDistributed(inner()), [values(*shape)], [mask(4, 5)], {}


def convolution():
    arguments = some({**of_weights("kernel", "bias"), "activation": ACTIVATIONS, "use_bias": (False,), "activity_regularizer": REGULARIZERS,
                      "padding": ("same", "causal"), "groups": (2,), "strides": (2, 3), "dilation_rate": (2,)})
    if "strides" in arguments:
        arguments.pop("dilation_rate", None)
    return lambda: layers.Conv1D(4, 2, **arguments), [values(2, 7, 4)], [mask(2, 7)], {}


def plain(name, shape, table, *required, call=None, masked=True):
    arguments = some(table)
    given = {key: draw.choice(choices) for key, choices in (call or {}).items()}
    return lambda: getattr(layers, name)(*required, **arguments), [values(*shape)], [mask(*shape[:2]) if masked else None], given


def normalization(name, table, call=None):
    both = ("ones", "zeros")
    return plain(name, (2, 7, 4), {**of_weights("beta", "gamma", initializers=both), "epsilon": (0.1,), "center": (False,), "scale": (False,), **table}, call=call)


def attention(name):
    arguments = some({"use_scale": (True, False), "dropout": (0.3,), "seed": (3,)} | ({"score_mode": ("concat",)} if name == "Attention" else {}))
    steps = draw.choice((3, 5))
    inputs = [values(2, 3, 4)] + [values(2, steps, 4) for _ in range(draw.randint(1, 2))]
    masks = [mask(2, x.shape[1]) for x in inputs]
    return lambda: getattr(layers, name)(**arguments), inputs, masks, some({"return_attention_scores": (True,), "use_causal_mask": (True,), "training": (False,)})


def heads():
    arguments = some({**of_weights("kernel", "bias"), "value_dim": (3,), "dropout": (0.3,), "use_bias": (False,), "output_shape": (5, (2, 3)),
                      "attention_axes": (1, (1,)), "sliding_window": (1, 2), "use_gate": (True,), "seed": (3,), "activity_regularizer": REGULARIZERS})
    steps = draw.choice((3, 5))
    call = {"value": values(2, steps, 4), **some({"return_attention_scores": (True,), "use_causal_mask": (True,)}), "training": False}
    masks = {"query_mask": (2, 3), "value_mask": (2, steps), "key_mask": (2, steps)}
    call |= {name: real for name, shape in masks.items() if draw.random() < 0.35 and (real := mask(*shape)) is not None}
    if draw.random() < 0.4:
        call["key"] = values(2, steps, 4)
    if draw.random() < 0.4:
        call["attention_mask"] = values(draw.choice((1, 2)), 3, steps) > -0.3
    return lambda: layers.MultiHeadAttention(2, 3, **arguments), [values(2, 3, 4)], [mask(2, 3)], call


def merged(name):
    count = 2 if name == "Subtract" else draw.randint(2, 3)
    inputs = [values(*draw.choice(((2, 3, 4), (2, 3, 4), (2, 1, 4), (2, 3, 1)))) for _ in range(count)]
    return lambda: getattr(layers, name)(), inputs, [mask(2, 3) if x.shape[1] == 3 else None for x in inputs], {}


def joined():
    axis = draw.choice((1, 2, -1, -2))
    inputs = [values(2, 3, 4) for _ in range(draw.randint(2, 3))]
    return lambda: layers.Concatenate(axis=axis), inputs, [mask(2, 3) for _ in inputs], {}


def embedded():
    arguments = some({"mask_zero": (True,), "embeddings_initializer": ("zeros", "ones"), "embeddings_regularizer": REGULARIZERS, "embeddings_constraint": CONSTRAINTS})
    return lambda: layers.Embedding(6, 3, **arguments), [integers(draw.randrange(99), 0, 6, (3, 5))], None, {}


POOL = {"strides": (1, 2, 3), "padding": ("same",)}
WHOLE = {"keepdims": (True,)}
DRAWS = {
    **{kind: lambda kind=kind: recurrent(kind, False) for kind in ("SimpleRNN", "LSTM", "GRU")},
    **{f"Bidirectional({kind})": lambda kind=kind: recurrent(kind, True) for kind in ("SimpleRNN", "LSTM", "GRU")},
    "RNN": loop, "TimeDistributed": nested, "Conv1D": convolution, "Concatenate": joined, "Embedding": embedded, "MultiHeadAttention": heads,
    "Attention": lambda: attention("Attention"), "AdditiveAttention": lambda: attention("AdditiveAttention"),
    "Dense": lambda: plain("Dense", (2, 3, 4), {**of_weights("kernel", "bias"), "activation": ACTIVATIONS, "use_bias": (False,), "activity_regularizer": REGULARIZERS}, 3),
    "BatchNormalization": lambda: normalization("BatchNormalization", {"axis": (1, -1), "momentum": (0.5,), "moving_mean_initializer": ("ones",)}, {"training": (True, False)}),
    "LayerNormalization": lambda: normalization("LayerNormalization", {"axis": (1, -1, (1, 2), [2, 1])}),
    **{name: lambda name=name: plain(name, (2, 7, 4), POOL, draw.randint(1, 3)) for name in ("MaxPooling1D", "AveragePooling1D")},
    **{name: lambda name=name: plain(name, (2, 7, 4), WHOLE) for name in ("GlobalMaxPooling1D", "GlobalAveragePooling1D")},
    **{name: lambda name=name: merged(name) for name in ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")},
    "PReLU": lambda: plain("PReLU", (2, 4, 3), {**of_weights("alpha", initializers=("zeros", "ones")), "shared_axes": ([1], [1, 2])}),
    "ReLU": lambda: plain("ReLU", (2, 4, 3), {"max_value": (0.5,), "negative_slope": (0.1,), "threshold": (0.2,)}),
    "UnitNormalization": lambda: plain("UnitNormalization", (2, 4, 3), {"axis": (1, -1)}, masked=False),
}


def main(path, count, seed):
    draw.seed(seed)
    cases, refused = [], 0
    for name, make in DRAWS.items():
        for number in range(count):
            build, inputs, masks, call = make()
            try:
                cases.append(case(f"{name} {number}", build, inputs, mask=masks, call=call))
            except (ValueError, TypeError, IndexError, tf.errors.InvalidArgumentError):
                refused += 1
    text = _dump({"cases": cases}, 2, 0)
    json.loads(text)
    pathlib.Path(path).write_text(text, encoding="utf-8")
    print(f"drawn: {len(cases)} cases of {len(DRAWS)} layers, {refused} refused by Keras")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
