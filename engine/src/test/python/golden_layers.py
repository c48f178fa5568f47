"""Every layer that is not recurrent: `layers/core.json`, `reshaping.json`, `merging.json`, and so on.

Random layers are recorded at inference only, where Keras defines what they do.
"""

import sys

from golden import integers, keras, np, weights, write
from golden_case import case

layers = keras.layers
X2 = weights(81, 1.0, (3, 4))
X3 = weights(82, 1.0, (3, 5, 4))
X4 = weights(83, 1.0, (2, 3, 4, 2))
IDS = integers(84, 0, 6, (3, 5))
END = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1], [1, 0, 0, 0, 0]], bool)
MIDDLE = np.array([[1, 0, 1, 1, 0], [0, 1, 1, 0, 1], [0, 0, 1, 1, 1]], bool)
EMPTY = np.array([[0, 0, 0, 0, 0], [1, 1, 0, 0, 0], [1, 1, 1, 1, 1]], bool)


class Cases(list):
    """Collects cases: `add(label, layer's constructor, inputs, …)`."""

    def add(self, label, build, *inputs, mask=None, call=None, **more):
        masks = None if mask is None else (mask if isinstance(mask, list) else [mask])
        self.append(case(label, build, list(inputs), mask=masks, call=call, **more))


def core():
    c = Cases()
    embedding, dense = layers.Embedding, layers.Dense
    c.add("Embedding", lambda: embedding(6, 3), IDS)
    c.add("Embedding, mask_zero", lambda: embedding(6, 3, mask_zero=True), IDS)
    c.add("Embedding, mask_zero, row of zeros", lambda: embedding(6, 3, mask_zero=True), np.where(EMPTY, IDS, 0).astype("int32"))
    c.add("Embedding, int64 ids", lambda: embedding(6, 3), IDS.astype("int64"))
    c.add("Embedding, float ids", lambda: embedding(6, 3), IDS.astype("float32"))
    c.add("Embedding, one id each", lambda: embedding(6, 2), IDS[:, 0])
    c.add("Embedding, matrix of ids each", lambda: embedding(6, 2), integers(85, 0, 6, (2, 2, 3)))
    c.add("Embedding, all arguments", lambda: embedding(6, 3, embeddings_initializer="ones", embeddings_regularizer=keras.regularizers.L2(0.01),
          embeddings_constraint="unit_norm", name="words"), IDS)
    c.add("Embedding, not trainable", lambda: embedding(6, 3, trainable=False), IDS)
    c.add("Dense", lambda: dense(2), X2)
    c.add("Dense on sequences", lambda: dense(2), X3)
    c.add("Dense on sequences, mask", lambda: dense(2), X3, mask=MIDDLE)
    c.add("Dense on images", lambda: dense(3), X4)
    c.add("Dense, use_bias=False", lambda: dense(2, use_bias=False), X2)
    for activation in ("sigmoid", "softmax", "relu", "gelu"):
        c.add(f"Dense, activation={activation}", lambda: dense(3, activation=activation), X2)
    c.add("Dense, all arguments", lambda: dense(2, kernel_initializer="he_uniform", bias_initializer="ones", kernel_regularizer="l1",
          bias_regularizer=keras.regularizers.L2(0.02), activity_regularizer=keras.regularizers.L1(0.03), kernel_constraint="non_neg",
          bias_constraint=keras.constraints.MaxNorm(1.0), name="head"), X2)
    c.add("Dense, float64", lambda: dense(2, dtype="float64"), X2.astype("float64"))
    c.add("Masking", lambda: layers.Masking(), np.where(MIDDLE[..., None], X3, 0).astype("float32"))
    c.add("Masking, mask_value", lambda: layers.Masking(mask_value=-1.0), np.where(END[..., None], X3, -1).astype("float32"))
    c.add("Masking, row of zeros", lambda: layers.Masking(), np.where(EMPTY[..., None], X3, 0).astype("float32"))
    c.add("Masking keeps a partly equal step", lambda: layers.Masking(mask_value=0.0), (X3 * (np.arange(4) > 1)).astype("float32"))
    for name, build in (("Dropout", lambda: layers.Dropout(0.5)), ("Dropout, noise_shape, seed", lambda: layers.Dropout(0.3, noise_shape=(None, 1, 4), seed=3)),
                        ("SpatialDropout1D", lambda: layers.SpatialDropout1D(0.4)), ("GaussianNoise", lambda: layers.GaussianNoise(0.2)),
                        ("GaussianDropout", lambda: layers.GaussianDropout(0.2)), ("ActivityRegularization", lambda: layers.ActivityRegularization(l1=0.1, l2=0.2))):
        c.add(f"{name} at inference, mask", build, X3, mask=MIDDLE, call={} if "Activity" in name else {"training": False})
    c.add("Dropout(0) in training", lambda: layers.Dropout(0.0), X2, call={"training": True})
    inner = lambda: layers.Dense(2, activation="tanh")
    c.add("TimeDistributed(Dense)", lambda: layers.TimeDistributed(inner()), X3)
    for label, mask in (("end", END), ("middle", MIDDLE), ("empty row", EMPTY)):
        c.add(f"TimeDistributed(Dense), mask {label}", lambda: layers.TimeDistributed(inner()), X3, mask=mask)
    c.add("TimeDistributed(BatchNormalization), training", lambda: layers.TimeDistributed(layers.BatchNormalization()), X3, call={"training": True})
    c.add("TimeDistributed(TimeDistributed(Dense))", lambda: layers.TimeDistributed(layers.TimeDistributed(layers.Dense(2))), X4)
    c.add("TimeDistributed(Conv1D)", lambda: layers.TimeDistributed(layers.Conv1D(2, 2)), X4)
    c.add("TimeDistributed(Flatten)", lambda: layers.TimeDistributed(layers.Flatten()), X4)
    c.add("TimeDistributed(LSTM)", lambda: layers.TimeDistributed(layers.LSTM(2)), X4)
    c.add("Identity", lambda: layers.Identity(), X3, mask=MIDDLE)
    return c


def reshaping():
    c = Cases()
    c.add("Flatten", lambda: layers.Flatten(), X3)
    c.add("Flatten, mask", lambda: layers.Flatten(), X3, mask=MIDDLE)
    c.add("Flatten a vector", lambda: layers.Flatten(), X2[:, 0])
    c.add("Flatten, channels_first", lambda: layers.Flatten(data_format="channels_first"), X4)
    c.add("Reshape", lambda: layers.Reshape((2, 10)), X3)
    c.add("Reshape, -1", lambda: layers.Reshape((-1, 2)), X3)
    c.add("Reshape to a vector", lambda: layers.Reshape((20,)), X3, mask=MIDDLE)
    c.add("Permute", lambda: layers.Permute((2, 1)), X3)
    c.add("Permute, three axes", lambda: layers.Permute((3, 1, 2)), X4)
    c.add("RepeatVector", lambda: layers.RepeatVector(3), X2)
    for label, x in (("sequence", X3),):
        c.add(f"Cropping1D, {label}", lambda: layers.Cropping1D((1, 2)), x)
        c.add(f"ZeroPadding1D, {label}", lambda: layers.ZeroPadding1D((2, 1)), x)
        c.add(f"UpSampling1D, {label}", lambda: layers.UpSampling1D(2), x)
    return c


def merging():
    c = Cases()
    a, b, d = weights(91, 1.0, (3, 5, 4)), weights(92, 1.0, (3, 5, 4)), weights(93, 1.0, (3, 5, 4))
    for kind in (layers.Add, layers.Multiply, layers.Average, layers.Maximum, layers.Minimum):
        c.add(f"{kind.__name__}, two", lambda: kind(), a, b)
        c.add(f"{kind.__name__}, three, masks", lambda: kind(), a, b, d, mask=[END, MIDDLE, EMPTY])
        c.add(f"{kind.__name__}, one mask", lambda: kind(), a, b, mask=[MIDDLE, None])
    c.add("Add, broadcast", lambda: layers.Add(), a, b[:, :1])
    c.add("Add, ranks differ", lambda: layers.Add(), a, X2)
    c.add("Subtract", lambda: layers.Subtract(), a, b)
    c.add("Subtract, masks", lambda: layers.Subtract(), a, b, mask=[END, MIDDLE])
    c.add("Concatenate", lambda: layers.Concatenate(), a, b[..., :2])
    c.add("Concatenate, axis=1", lambda: layers.Concatenate(axis=1), a, b[:, :2])
    c.add("Concatenate, masks", lambda: layers.Concatenate(), a, b, mask=[END, MIDDLE])
    c.add("Concatenate, one mask", lambda: layers.Concatenate(), a, b, mask=[None, MIDDLE])
    c.add("Concatenate, axis=1, masks", lambda: layers.Concatenate(axis=1), a, b, mask=[END, MIDDLE])
    c.add("Concatenate, axis=1, one mask", lambda: layers.Concatenate(axis=1), a, b, mask=[END, None])
    c.add("Concatenate, three", lambda: layers.Concatenate(axis=-1), X2, X2[:, :1], X2[:, 1:])
    c.add("Dot, axes=1, vectors", lambda: layers.Dot(axes=1), X2, weights(94, 1.0, (3, 4)))
    c.add("Dot, axes=-1, normalize", lambda: layers.Dot(axes=-1, normalize=True), X2, weights(94, 1.0, (3, 4)))
    c.add("Dot, axes=2", lambda: layers.Dot(axes=2), a, b[:, :2])
    c.add("Dot, axes=(2, 1)", lambda: layers.Dot(axes=(2, 1)), a, weights(95, 1.0, (3, 4, 2)))
    c.add("Dot, axes=(1, 1), normalize", lambda: layers.Dot(axes=(1, 1), normalize=True), a, b)
    c.add("Dot, normalize, short vectors", lambda: layers.Dot(axes=-1, normalize=True), X2 * np.array([[1e-9], [1], [1]], "float32"), X2)
    c.add("Dot, vector and matrix", lambda: layers.Dot(axes=(1, 2)), X2, a)
    return c


def pooling():
    c = Cases()
    for kind in (layers.GlobalAveragePooling1D, layers.GlobalMaxPooling1D):
        name = kind.__name__
        c.add(name, lambda: kind(), X3)
        c.add(f"{name}, keepdims", lambda: kind(keepdims=True), X3)
        c.add(f"{name}, channels_first", lambda: kind(data_format="channels_first"), X3)
        for label, mask in (("end", END), ("middle", MIDDLE), ("empty row", EMPTY)):
            c.add(f"{name}, mask {label}", lambda: kind(), X3, mask=mask)
        c.add(f"{name}, keepdims, mask", lambda: kind(keepdims=True), X3, mask=MIDDLE)
    for kind in (layers.AveragePooling1D, layers.MaxPooling1D):
        name = kind.__name__
        c.add(f"{name}, pool_size=2", lambda: kind(2), X3)
        c.add(f"{name}, pool_size=3, strides=1", lambda: kind(pool_size=3, strides=1), X3)
        c.add(f"{name}, padding=same", lambda: kind(pool_size=2, padding="same"), X3)
        c.add(f"{name}, padding=same, pool_size=3, strides=2", lambda: kind(pool_size=3, strides=2, padding="same"), X3)
        c.add(f"{name}, mask", lambda: kind(2), X3, mask=MIDDLE)
    c.add("MaxPooling1D", lambda: layers.MaxPooling1D(), X3)
    return c


def convolution():
    c = Cases()
    conv = layers.Conv1D
    c.add("Conv1D", lambda: conv(2, 3), X3)
    c.add("Conv1D, use_bias=False", lambda: conv(2, 3, use_bias=False), X3)
    c.add("Conv1D, kernel_size=1", lambda: conv(3, 1), X3)
    c.add("Conv1D, strides=2", lambda: conv(2, 2, strides=2), X3)
    c.add("Conv1D, padding=same", lambda: conv(2, 3, padding="same"), X3)
    c.add("Conv1D, padding=same, even kernel", lambda: conv(2, 2, padding="same"), X3)
    c.add("Conv1D, padding=same, strides=2", lambda: conv(2, 3, padding="same", strides=2), X3)
    c.add("Conv1D, padding=causal", lambda: conv(2, 3, padding="causal"), X3)
    c.add("Conv1D, padding=causal, dilation_rate=2", lambda: conv(2, 2, padding="causal", dilation_rate=2), X3)
    c.add("Conv1D, dilation_rate=2", lambda: conv(2, 2, dilation_rate=2), X3)
    c.add("Conv1D, groups=2", lambda: conv(4, 2, groups=2), X3)
    c.add("Conv1D, activation=relu", lambda: conv(2, 3, activation="relu"), X3)
    c.add("Conv1D, padding=same, dilation_rate=2", lambda: conv(2, 3, padding="same", dilation_rate=2), X3)
    c.add("Conv1D, padding=causal, groups=2", lambda: conv(4, 2, padding="causal", groups=2), X3)
    c.add("Conv1D, padding=causal, strides=2", lambda: conv(3, 3, padding="causal", strides=2), X3)
    c.add("Conv1D, groups=4, dilation, same, mask", lambda: conv(4, 2, padding="same", groups=4, dilation_rate=3), X3, mask=EMPTY)
    c.add("Conv1D, mask", lambda: conv(2, 3, padding="same"), X3, mask=MIDDLE)
    c.add("Conv1D, all arguments", lambda: conv(2, 3, kernel_initializer="he_normal", bias_initializer="ones", kernel_regularizer="l2",
          bias_regularizer="l1", activity_regularizer=keras.regularizers.L2(0.05), kernel_constraint="unit_norm", bias_constraint="non_neg", name="grams"), X3)
    return c


def normalization():
    c = Cases()
    norm, batch = layers.LayerNormalization, layers.BatchNormalization
    c.add("LayerNormalization", lambda: norm(), X3)
    c.add("LayerNormalization, vectors", lambda: norm(), X2)
    c.add("LayerNormalization, axis=(1, 2)", lambda: norm(axis=(1, 2)), X3)
    c.add("LayerNormalization, axis=1", lambda: norm(axis=1), X3)
    c.add("LayerNormalization, axis=(2, 1)", lambda: norm(axis=(2, 1)), X3)
    c.add("LayerNormalization, axis=[1, -1] on images", lambda: norm(axis=[1, -1]), X4)
    c.add("LayerNormalization, axis=-2", lambda: norm(axis=-2), X3)
    c.add("LayerNormalization, epsilon", lambda: norm(epsilon=0.1), X3)
    c.add("LayerNormalization, no center", lambda: norm(center=False), X3)
    c.add("LayerNormalization, no scale", lambda: norm(scale=False), X3)
    c.add("LayerNormalization, mask", lambda: norm(), X3, mask=MIDDLE)
    c.add("LayerNormalization, all arguments", lambda: norm(beta_initializer="ones", gamma_initializer="zeros", beta_regularizer="l2",
          gamma_regularizer="l1", beta_constraint="non_neg", gamma_constraint="unit_norm"), X3)
    for training in (False, True):
        label = "training" if training else "inference"
        call = {"training": training}
        c.add(f"BatchNormalization, {label}", lambda: batch(), X2, call=call)
        c.add(f"BatchNormalization, sequences, {label}", lambda: batch(), X3, call=call)
        c.add(f"BatchNormalization, mask middle, {label}", lambda: batch(), X3, mask=MIDDLE, call=call)
        c.add(f"BatchNormalization, mask empty row, {label}", lambda: batch(), X3, mask=EMPTY, call=call)
        c.add(f"BatchNormalization, axis=1, {label}", lambda: batch(axis=1), X3, call=call)
        c.add(f"BatchNormalization, momentum, epsilon, {label}", lambda: batch(momentum=0.5, epsilon=0.1), X2, call=call)
        c.add(f"BatchNormalization, no center, no scale, {label}", lambda: batch(center=False, scale=False), X2, call=call)
    c.add("BatchNormalization, images, training", lambda: batch(), X4, call={"training": True})
    c.add("BatchNormalization, mask end, momentum, training", lambda: batch(momentum=0.3), X3, mask=END, call={"training": True})
    c.add("BatchNormalization, axis=1, mask, training", lambda: batch(axis=1), X3, mask=END, call={"training": True})
    c.add("BatchNormalization, not trainable, training", lambda: batch(trainable=False), X2, call={"training": True})
    c.add("BatchNormalization, all arguments", lambda: batch(beta_initializer="ones", gamma_initializer="zeros", moving_mean_initializer="ones",
          moving_variance_initializer="zeros", beta_regularizer="l2", gamma_regularizer="l1", beta_constraint="non_neg", gamma_constraint="unit_norm"), X2)
    c.add("UnitNormalization", lambda: layers.UnitNormalization(), X3)
    return c


def activations():
    c = Cases()
    x = weights(96, 4.0, (3, 4))
    for name in ("relu", "sigmoid", "tanh", "softmax", "linear", None):
        c.add(f"Activation, {name}", lambda: layers.Activation(name), x)
    c.add("Activation, mask", lambda: layers.Activation("tanh"), X3, mask=MIDDLE)
    c.add("ReLU", lambda: layers.ReLU(), x)
    c.add("ReLU, max_value", lambda: layers.ReLU(max_value=2.0), x)
    c.add("ReLU, negative_slope", lambda: layers.ReLU(negative_slope=0.2), x)
    c.add("ReLU, threshold", lambda: layers.ReLU(threshold=1.0), x)
    c.add("ReLU, all", lambda: layers.ReLU(max_value=2.0, negative_slope=0.1, threshold=0.5), x)
    c.add("LeakyReLU", lambda: layers.LeakyReLU(), x)
    c.add("LeakyReLU, negative_slope", lambda: layers.LeakyReLU(negative_slope=0.05), x)
    c.add("PReLU", lambda: layers.PReLU(), x)
    c.add("PReLU, shared_axes", lambda: layers.PReLU(shared_axes=[1], alpha_initializer="ones"), X3)
    c.add("ELU", lambda: layers.ELU(), x)
    c.add("ELU, alpha", lambda: layers.ELU(alpha=0.5), x)
    c.add("Softmax", lambda: layers.Softmax(), x)
    c.add("Softmax, axis=1", lambda: layers.Softmax(axis=1), X3)
    c.add("Softmax, mask given", lambda: layers.Softmax(), x, call={"mask": np.array([[1, 0, 1, 1], [1, 1, 1, 1], [0, 0, 0, 1]], bool)})
    return c


def attention():
    c = Cases()
    q, v, k = weights(101, 1.0, (2, 3, 4)), weights(102, 1.0, (2, 5, 4)), weights(103, 1.0, (2, 5, 4))
    q_mask = np.array([[1, 1, 0], [0, 1, 1]], bool)
    v_mask = np.array([[1, 1, 0, 0, 1], [1, 0, 0, 0, 0]], bool)
    for kind in (layers.Attention, layers.AdditiveAttention):
        name = kind.__name__
        scale = {"use_scale": False} if kind is layers.AdditiveAttention else {"use_scale": True}
        c.add(f"{name}, query and value", lambda: kind(), q, v)
        c.add(f"{name}, query, value, key", lambda: kind(), q, v, k)
        c.add(f"{name}, {scale}", lambda: kind(**scale), q, v, k)
        c.add(f"{name}, masks", lambda: kind(), q, v, mask=[q_mask, v_mask])
        c.add(f"{name}, causal", lambda: kind(), q, weights(104, 1.0, (2, 3, 4)), call={"use_causal_mask": True})
        c.add(f"{name}, scores", lambda: kind(), q, v, k, call={"return_attention_scores": True})
        c.add(f"{name}, dropout at inference", lambda: kind(dropout=0.3), q, v, call={"training": False})
    c.add("Attention, causal, value mask, scores", lambda: layers.Attention(use_scale=True), q, weights(104, 1.0, (2, 3, 4)),
          mask=[None, np.array([[1, 0, 1], [1, 1, 0]], bool)], call={"use_causal_mask": True, "return_attention_scores": True})
    c.add("AdditiveAttention, masks, causal", lambda: layers.AdditiveAttention(), q, weights(104, 1.0, (2, 3, 4)),
          mask=[q_mask, np.array([[1, 0, 1], [1, 1, 0]], bool)], call={"use_causal_mask": True})
    c.add("Attention, row of values all masked", lambda: layers.Attention(), q, v, mask=[q_mask, np.array([[0] * 5, [1] * 5], bool)])
    c.add("Attention, score_mode=concat", lambda: layers.Attention(score_mode="concat"), q, v, k)
    c.add("Attention, value mask only", lambda: layers.Attention(), q, v, mask=[None, v_mask])
    return c


def multi_head():
    c = Cases()
    q, v, k = weights(101, 1.0, (2, 3, 4)), weights(102, 1.0, (2, 5, 4)), weights(103, 1.0, (2, 5, 4))
    q_mask = np.array([[1, 1, 0], [0, 1, 1]], bool)
    v_mask = np.array([[1, 1, 0, 0, 1], [1, 0, 0, 0, 0]], bool)
    multi = layers.MultiHeadAttention

    def add(label, build, value=v, mask=None, **call):
        c.add(f"MultiHeadAttention, {label}", build, q, call={"value": value, **call}, mask=mask, limit=0.5)

    add("defaults", lambda: multi(2, 3))
    add("key given", lambda: multi(2, 3), key=k)
    add("value_dim", lambda: multi(2, 3, value_dim=2))
    add("output_shape", lambda: multi(2, 2, output_shape=5))
    add("use_bias=False", lambda: multi(2, 2, use_bias=False))
    add("scores", lambda: multi(2, 2), return_attention_scores=True)
    add("causal", lambda: multi(1, 2), value=weights(104, 1.0, (2, 3, 4)), use_causal_mask=True)
    add("attention_mask", lambda: multi(2, 2), attention_mask=weights(105, 1.0, (2, 3, 5)) > -0.3)
    add("query_mask, value_mask", lambda: multi(2, 2), query_mask=q_mask, value_mask=v_mask)
    add("query mask carried", lambda: multi(2, 2), mask=q_mask)
    add("causal and attention_mask", lambda: multi(2, 2), value=weights(104, 1.0, (2, 3, 4)), use_causal_mask=True,
        attention_mask=weights(107, 1.0, (2, 3, 3)) > -0.2)
    add("causal, value mask", lambda: multi(2, 2), value=weights(104, 1.0, (2, 3, 4)), use_causal_mask=True,
        value_mask=np.array([[1, 1, 0], [1, 0, 1]], bool))
    add("key_mask", lambda: multi(1, 2), key=k, key_mask=v_mask)
    c.add("MultiHeadAttention, attention_axes=(2,)", lambda: multi(2, 2, attention_axes=(2,)), X4, call={"value": weights(108, 1.0, (2, 3, 5, 2))}, limit=0.5)
    c.add("MultiHeadAttention, attention_axes=(1, 2)", lambda: multi(2, 2, attention_axes=(1, 2)), X4, call={"value": weights(109, 1.0, (2, 2, 2, 2))}, limit=0.5)
    c.add("MultiHeadAttention, all axes by default", lambda: multi(1, 3), X4, call={"value": X4}, limit=0.5)
    c.add("MultiHeadAttention, output_shape=(2, 3)", lambda: multi(2, 2, output_shape=(2, 3)), q, call={"value": v}, limit=0.5)
    add("self-attention", lambda: multi(1, 2), value=q)
    add("dropout at inference", lambda: multi(1, 2, dropout=0.4), training=False)
    return c


GROUPS = {"core": core, "reshaping": reshaping, "merging": merging, "pooling": pooling, "convolution": convolution,
          "normalization": normalization, "activations": activations, "attention": attention, "multi_head_attention": multi_head}

if __name__ == "__main__":
    for group in sys.argv[1:] or GROUPS:
        cases = GROUPS[group]
        write(f"layers/{group}", {"cases": cases()})
