"""Every layer that takes a sequence, with zeros at the end, in the middle and in whole rows: `layers/masks_*.json`.

What the layer does with the mask and which mask its output carries; `MaskCoverageTest` names layers
that stand here with too few masks.
"""

from golden import keras, np, weights, write
from golden_case import case
from golden_recurrent import MASKS

layers = keras.layers
X, OTHER = weights(131, 1.0, (4, 5, 2)), weights(132, 1.0, (4, 5, 2))
SHAPED = {
    "Activation": {"activation": "tanh"}, "ActivityRegularization": {"l1": 0.1, "l2": 0.2}, "AveragePooling1D": {"pool_size": 2},
    "MaxPooling1D": {"pool_size": 2}, "Conv1D": {"filters": 2, "kernel_size": 2}, "Cropping1D": {"cropping": (1, 1)}, "Dense": {"units": 2},
    "Dropout": {"rate": 0.3}, "GaussianDropout": {"rate": 0.3}, "GaussianNoise": {"stddev": 0.3}, "AlphaDropout": {"rate": 0.3}, "SpatialDropout1D": {"rate": 0.3},
    "EinsumDense": {"equation": "abc,cd->abd", "output_shape": (None, 2)}, "Permute": {"dims": (2, 1)}, "Reshape": {"target_shape": (2, 5)},
    "UpSampling1D": {"size": 2}, "ZeroPadding1D": {"padding": 1}, "ELU": {}, "ReLU": {}, "LeakyReLU": {}, "PReLU": {}, "Identity": {},
    "Flatten": {}, "GlobalAveragePooling1D": {}, "GlobalMaxPooling1D": {}, "BatchNormalization": {}, "LayerNormalization": {}, "UnitNormalization": {},
    "SimpleRNN": {"units": 2}, "LSTM": {"units": 2}, "GRU": {"units": 2}, "GlobalAveragePooling1D ": {"keepdims": True},
    "BatchNormalization ": {"axis": 1},
}
MERGES = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")


def cases(label, mask):
    out = []
    for name, arguments in SHAPED.items():
        kind = getattr(layers, name.strip())
        title = ", ".join([kind.__name__] + [f"{k}={v}" for k, v in arguments.items()] + [f"mask {label}"])
        out.append(case(title, lambda: kind(**arguments), [X], mask=[mask]))
    out.append(case(f"BatchNormalization, training, mask {label}", layers.BatchNormalization, [X], mask=[mask], call={"training": True}))
    out.append(case(f"Dense on vectors of a sequence's mask {label}", lambda: layers.TimeDistributed(layers.Dense(2)), [X], mask=[mask]))
    out.append(case(f"RNN, mask {label}", lambda: layers.RNN([layers.GRUCell(2), layers.LSTMCell(2)], return_sequences=True), [X], mask=[mask]))
    for kind in (layers.SimpleRNN, layers.LSTM, layers.GRU):
        out.append(case(f"Bidirectional({kind.__name__}), mask {label}", lambda: layers.Bidirectional(kind(2, return_sequences=True)), [X], mask=[mask]))
    for name in MERGES:
        both = [mask, MASKS["end"]]
        out.append(case(f"{name}, masks {label} and end", getattr(layers, name), [X, OTHER], mask=both))
        if name != "Subtract":
            out.append(case(f"{name}, mask {label} on one", getattr(layers, name), [X, OTHER], mask=[mask, None]))
    for axis in (-1, 1):
        out.append(case(f"Concatenate, axis={axis}, masks {label} and end", lambda: layers.Concatenate(axis=axis), [X, OTHER], mask=[mask, MASKS["end"]]))
    out.append(case(f"Dot, mask {label}", lambda: layers.Dot(axes=1), [X, OTHER], mask=[mask, mask]))
    for kind in (layers.Attention, layers.AdditiveAttention):
        out.append(case(f"{kind.__name__}, masks {label}", kind, [X, OTHER], mask=[mask, mask]))
    out.append(case(f"MultiHeadAttention, masks {label}", lambda: layers.MultiHeadAttention(2, 2), [X],
                    call={"value": OTHER, "query_mask": mask, "value_mask": mask}, limit=0.5))
    ids = (np.arange(1, 21).reshape(4, 5) % 6 + 1) * mask
    out.append(case(f"Embedding, zeros {label}", lambda: layers.Embedding(8, 2, mask_zero=True), [ids.astype("int32")]))
    out.append(case(f"Masking, zeros {label}", layers.Masking, [(X * mask[:, :, None]).astype("float32")]))
    out.append(case(f"Softmax, mask {label}", layers.Softmax, [X[:, :, 0]], mask=[mask]))
    out.append(case(f"RepeatVector, mask {label}", lambda: layers.RepeatVector(2), [X[:, 0]], mask=[mask[:, 0]]))
    return out


if __name__ == "__main__":
    for name, one in MASKS.items():
        write("layers/masks_" + name.split()[0], {"cases": cases(name, one)})
