"""Functional models with operations between their layers: `functional.json`.

A case has the model's config, its inputs, its weights (filled by the formula of golden.py, variable k
from 1 with seed k, limit 0.7; only shapes are in the file) and its outputs.
"""

from golden import keras, np, tensor, weights, write

layers, ops = keras.layers, keras.ops
X = weights(61, 1.0, (2, 5, 4))
Y = weights(62, 1.0, (2, 5, 4))
V = weights(63, 1.0, (2, 4))
IDS = np.array([[3, 1, 0, 0, 0], [2, 0, 4, 1, 0]], "int32")


def arithmetic():
    a, b = keras.Input((5, 4), name="a"), keras.Input((5, 4), name="b")
    x = layers.Dense(4, activation="tanh")(a)
    y = (x + b) * 2 - b / 3 + 1 - (-x) ** 2
    return keras.Model([a, b], [y, 1 - abs(y), y // 0.5, x > b]), [X, Y]


def reductions():
    a = keras.Input((5, 4))
    x = layers.LSTM(3, return_sequences=True)(a)
    mean, top = ops.mean(x, axis=1), ops.max(x, axis=[1], keepdims=True)
    both = ops.concatenate([mean, ops.squeeze(top, 1), ops.sum(x, axis=1)], axis=-1)
    return keras.Model(a, [layers.Dense(2)(both), ops.var(x, axis=-1), ops.stack([mean, mean], axis=1)]), [X]


def picking():
    a = keras.Input((5, 4))
    x = layers.Dense(3)(a)
    return keras.Model(a, [x[:, 0], x[:, -1, 1:], x[..., None], x[:, ::2]]), [X]


def functions():
    a = keras.Input((4,))
    x = layers.Dense(6)(a)
    y = ops.reshape(ops.relu(x), (-1, 3, 2))
    z = ops.transpose(y, (0, 2, 1))
    return keras.Model(a, [ops.softmax(ops.matmul(y, z)), ops.where(x > 0, ops.exp(x), ops.sigmoid(x)),
                           ops.clip(x, -0.2, 0.3), ops.cast(x > 0.1, "int32"), ops.sqrt(ops.square(x) + 1)]), [V]


def masks():
    ids = keras.Input((None,), dtype="int32", name="ids")
    x = layers.Embedding(6, 4, mask_zero=True)(ids)
    h = layers.Bidirectional(layers.GRU(3, return_sequences=True))(x)
    y = layers.Concatenate()([h, x])
    pooled = layers.GlobalAveragePooling1D()(y)
    last = layers.LSTM(2)(layers.Add()([layers.Dense(4)(h), x]))
    return keras.Model(ids, [layers.Dense(1)(pooled), last]), [IDS]


def masking():
    a = keras.Input((5, 4))
    x = layers.Masking()(a)
    x = layers.TimeDistributed(layers.Dense(3))(x)
    x = layers.BatchNormalization()(x)
    return keras.Model(a, layers.SimpleRNN(2)(x)), [np.where((np.arange(5) % 2)[None, :, None], X, 0).astype("float32")]


def attention():
    a, b = keras.Input((5, 4)), keras.Input((5, 4))
    out, scores = layers.MultiHeadAttention(2, 3)(a, b, use_causal_mask=True, return_attention_scores=True)
    y = layers.LayerNormalization()(a + out)
    return keras.Model([a, b], [y, scores, layers.Attention()([y, b])]), [X, Y]


def states():
    a, h, c = keras.Input((5, 4)), keras.Input((3,)), keras.Input((3,))
    out, last, cell = layers.LSTM(3, return_state=True)(a, initial_state=[h, c])
    return keras.Model([a, h, c], [out + last, cell]), [X, V[:, :3], V[:, 1:]]


def case(build):
    keras.backend.clear_session()
    model, inputs = build()
    for seed, variable in enumerate(model.weights, start=1):
        value = weights(seed, 0.7, tuple(variable.shape))
        variable.assign(1 + value / 2 if "variance" in variable.path else value)
    outputs = model(inputs if len(inputs) > 1 else inputs[0])
    outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
    return {"name": build.__name__, "config": model.get_config(), "inputs": [tensor(x) for x in inputs],
            "weights": [list(v.shape) for v in model.weights], "paths": [v.path for v in model.weights],
            "outputs": [tensor(y) for y in outputs]}


if __name__ == "__main__":
    builds = (arithmetic, reductions, picking, functions, masks, masking, attention, states)
    write("functional", {"cases": [case(build) for build in builds]}, depth=2)
