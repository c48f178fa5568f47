"""Arguments of layers that stand in no other case at a value other than their default: `layers/arguments.json`, `unrolled.json`.

`LayerCoverageTest` holds the argument tables against all cases and names what is missing here.
"""

from golden import integers, keras, np, weights, write
from golden_case import case
from golden_recurrent import EMPTY, END, MIDDLE, X, state

layers = keras.layers
X3 = weights(121, 1.0, (3, 5, 4))
X2 = weights(122, 1.0, (4, 3))
MASK = np.array([[1, 0, 1, 1, 0], [0, 0, 0, 0, 0], [1, 1, 1, 0, 0]], bool)
PENALTIES = {
    "kernel_regularizer": keras.regularizers.L2(0.01), "bias_regularizer": keras.regularizers.L1(0.02),
    "kernel_constraint": keras.constraints.MaxNorm(0.5), "bias_constraint": keras.constraints.NonNeg(),
}
RECURRENT = dict(
    PENALTIES, recurrent_regularizer=keras.regularizers.L1L2(0.01, 0.03), recurrent_constraint="unit_norm",
    kernel_initializer="he_normal", recurrent_initializer="zeros", bias_initializer="ones",
    dropout=0.3, recurrent_dropout=0.2, seed=5)


def cells():
    out = []
    for kind, states in ((layers.SimpleRNNCell, 1), (layers.LSTMCell, 2), (layers.GRUCell, 1)):
        more = {"unit_forget_bias": False} if kind is layers.LSTMCell else {}
        out.append(case(f"{kind.__name__}, all arguments", lambda: kind(2, **RECURRENT, **more), [X2],
                        call={"states": state(2, states), "training": False}))
    return out


def recurrent():
    """Unrolled from the end, Keras holds outputs in the order they were made against the mask in the order of time."""
    out = []
    walk = {"unroll": True, "go_backwards": True, "zero_output_for_mask": True}
    for kind in (layers.SimpleRNN, layers.LSTM, layers.GRU):
        for label, mask in (("middle", MIDDLE), ("empty row", EMPTY), ("end", END)):
            for sequences in (True, False):
                label_of = f"{kind.__name__}, unroll, go_backwards, zero_output_for_mask, return_sequences={sequences}, mask {label}"
                out.append(case(label_of, lambda: kind(2, return_sequences=sequences, **walk), [X], mask=[mask]))
        out.append(case(f"Bidirectional({kind.__name__}), unroll, mask middle",
                        lambda: layers.Bidirectional(kind(2, unroll=True, return_sequences=True, return_state=True), merge_mode="sum"),
                        [X], mask=[MIDDLE]))
    return out


def attention():
    q, v = weights(101, 1.0, (2, 3, 4)), weights(102, 1.0, (2, 5, 4))
    v_mask = np.array([[1, 1, 0, 0, 1], [0, 0, 0, 0, 0]], bool)
    q_mask = np.array([[1, 1, 0], [0, 1, 1]], bool)
    multi = layers.MultiHeadAttention
    out = [case(f"{kind.__name__}, seed, dropout at inference", lambda: kind(dropout=0.2, seed=4), [q, v], mask=[q_mask, v_mask])
           for kind in (layers.Attention, layers.AdditiveAttention)]

    def add(label, build, **call):
        mask = call.pop("mask", None)
        out.append(case(f"MultiHeadAttention, {label}", build, [q], call={"value": v, **call}, mask=mask, limit=0.5))

    add("all penalties", lambda: multi(2, 3, activity_regularizer=keras.regularizers.L2(0.05), seed=3, **PENALTIES))
    add("activity_regularizer, scores, masks", lambda: multi(2, 2, activity_regularizer="l1"), query_mask=q_mask,
        value_mask=v_mask, return_attention_scores=True, mask=[q_mask])
    add("use_gate", lambda: multi(2, 3, use_gate=True, value_dim=2), value_mask=v_mask)
    add("use_gate, penalties", lambda: multi(2, 2, use_gate=True, activity_regularizer="l2", **PENALTIES))
    add("sliding_window", lambda: multi(2, 2, sliding_window=2))
    add("sliding_window, scores", lambda: multi(2, 2, sliding_window=1), return_attention_scores=True)
    add("dropout, causal", lambda: multi(2, 2, dropout=0.4), use_causal_mask=True, training=False)
    add("scores of a causal mask", lambda: multi(2, 2), use_causal_mask=True, return_attention_scores=True)
    add("scores of a key mask", lambda: multi(1, 2), key_mask=v_mask, return_attention_scores=True)
    return out


def others():
    out = []

    def add(label, build, x=X3, mask=MASK):
        out.append(case(label, build, [x], mask=None if mask is None else [mask], call=None))

    for kind in (layers.GaussianNoise, layers.GaussianDropout, layers.SpatialDropout1D, layers.AlphaDropout):
        add(f"{kind.__name__}, seed", lambda: kind(0.3, seed=2))
    add("AlphaDropout, noise_shape", lambda: layers.AlphaDropout(0.3, noise_shape=(3, 1, 4)))
    add("UnitNormalization, axis=1", lambda: layers.UnitNormalization(axis=1), mask=None)
    add("UnitNormalization, axis=(1, 2)", lambda: layers.UnitNormalization(axis=(1, 2)), mask=None)
    add("UpSampling1D, size=3", lambda: layers.UpSampling1D(size=3), mask=None)
    add("PReLU, all arguments", lambda: layers.PReLU(alpha_initializer="ones", alpha_regularizer="l2", alpha_constraint="non_neg", shared_axes=[1]))
    for equation, shape in (("abc,cd->abd", (None, 2)), ("abc,bd->acd", (4, 2))):
        add(f"EinsumDense, {equation}, all arguments", lambda: layers.EinsumDense(
            equation, shape, activation="tanh", bias_axes="d", kernel_initializer="he_normal", bias_initializer="ones",
            activity_regularizer="l2", **PENALTIES), mask=None)
    return out


if __name__ == "__main__":
    write("layers/arguments", {"cases": cells() + attention() + others()})
    write("layers/unrolled", {"cases": recurrent()})
