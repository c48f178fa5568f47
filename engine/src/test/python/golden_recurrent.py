"""The recurrent layers, their cells and wrappers: `layers/simple_rnn.json`, `lstm.json`, and so on."""

from golden import integers, keras, np, tensor, tf, weights, write
from golden_case import case, fill

layers = keras.layers
X = weights(51, 1.0, (4, 5, 3))
END = np.array([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1], [1, 0, 0, 0, 0], [1, 1, 1, 1, 0]], bool)
MIDDLE = np.array([[1, 0, 1, 1, 0], [0, 1, 1, 0, 1], [1, 1, 0, 0, 1], [0, 0, 1, 1, 1]], bool)
EMPTY = np.array([[0, 0, 0, 0, 0], [1, 1, 0, 0, 0], [1, 1, 1, 1, 1], [0, 1, 0, 0, 0]], bool)
MASKS = {"end": END, "middle": MIDDLE, "empty row": EMPTY}


def state(units, count, batch=4):
    return [weights(61 + k, 0.8, (batch, units)) for k in range(count)]


def family(kind, states):
    """Every argument of a recurrent layer at a value other than its default."""
    units, out = 2, []

    def add(label, mask=None, call=None, x=X, **arguments):
        out.append(case(label, lambda: kind(arguments.pop("units", units), **arguments), [x],
                        mask=None if mask is None else [mask], call=call))

    start = state(units, states)
    add("defaults")
    add("units=1", units=1)
    add("one step", x=X[:, :1])
    add("one example", x=X[:1])
    add("return_sequences", return_sequences=True)
    add("return_state", return_state=True)
    add("return_sequences, return_state", return_sequences=True, return_state=True)
    add("go_backwards", go_backwards=True)
    add("go_backwards, return_sequences", go_backwards=True, return_sequences=True)
    add("unroll", unroll=True, return_sequences=True)
    add("use_bias=False", use_bias=False)
    add("activation=relu", activation="relu")
    add("activation=None", activation=None)
    add("dropout at inference", dropout=0.3, recurrent_dropout=0.2)
    add("initial_state", call={"initial_state": start}, return_sequences=True, return_state=True)
    for label, mask in MASKS.items():
        add(f"mask {label}", mask=mask)
        add(f"mask {label}, return_sequences", mask=mask, return_sequences=True)
    add("mask middle, zero_output_for_mask", mask=MIDDLE, return_sequences=True, zero_output_for_mask=True)
    add("mask empty row, zero_output_for_mask, last output", mask=EMPTY, zero_output_for_mask=True)
    add("mask middle, return_state", mask=MIDDLE, return_sequences=True, return_state=True)
    add("mask end, go_backwards", mask=END, go_backwards=True, return_sequences=True, return_state=True)
    add("mask middle, go_backwards", mask=MIDDLE, go_backwards=True)
    add("mask middle, unroll", mask=MIDDLE, unroll=True, return_sequences=True)
    add("mask empty row, unroll", mask=EMPTY, unroll=True, return_sequences=True, return_state=True)
    # A mask that the input carries does not reach the layer when initial_state is given as well; one given by name does.
    add("mask empty row carried, initial_state", mask=EMPTY, call={"initial_state": start}, return_sequences=True, return_state=True)
    add("mask empty row given, initial_state", call={"initial_state": start, "mask": EMPTY}, return_sequences=True, return_state=True)
    add("mask middle given, initial_state", call={"initial_state": start, "mask": MIDDLE})
    add("mask middle given, initial_state, unroll", call={"initial_state": start, "mask": MIDDLE}, unroll=True)
    add("regularizers, constraints, initializers", kernel_regularizer=keras.regularizers.L2(0.01),
        recurrent_regularizer=keras.regularizers.L1(0.02), bias_regularizer=keras.regularizers.L1L2(0.03, 0.04),
        activity_regularizer=keras.regularizers.L2(0.05), kernel_constraint=keras.constraints.MaxNorm(0.5),
        recurrent_constraint=keras.constraints.UnitNorm(), bias_constraint=keras.constraints.NonNeg(),
        kernel_initializer="he_normal", recurrent_initializer="identity" if kind is layers.SimpleRNN else "zeros",
        bias_initializer="ones", seed=7, name="mine")
    if kind is not layers.SimpleRNN:
        add("recurrent_activation=hard_sigmoid", recurrent_activation="hard_sigmoid")
        add("activation=softsign, recurrent_activation=tanh", activation="softsign", recurrent_activation="tanh", return_sequences=True)
    if kind is layers.LSTM:
        add("unit_forget_bias=False", unit_forget_bias=False)
    if kind is layers.GRU:
        add("reset_after=False", reset_after=False)
        add("reset_after=False, mask middle", mask=MIDDLE, reset_after=False, return_sequences=True, return_state=True)
        add("reset_after=False, use_bias=False", reset_after=False, use_bias=False)
        add("reset_after=False, go_backwards, initial_state", call={"initial_state": start}, reset_after=False, go_backwards=True)
    return out


def cells():
    out, x = [], weights(52, 1.0, (4, 3))

    def add(name, build, states, **call):
        out.append(case(name, build, [x], call={"states": states, **call}))

    add("SimpleRNNCell", lambda: layers.SimpleRNNCell(2), state(2, 1))
    add("SimpleRNNCell, relu, no bias", lambda: layers.SimpleRNNCell(2, activation="relu", use_bias=False), state(2, 1))
    add("SimpleRNNCell, dropout at inference", lambda: layers.SimpleRNNCell(2, dropout=0.5, recurrent_dropout=0.5), state(2, 1), training=False)
    add("LSTMCell", lambda: layers.LSTMCell(2), state(2, 2))
    add("LSTMCell, activations", lambda: layers.LSTMCell(2, activation="relu", recurrent_activation="hard_sigmoid", use_bias=False), state(2, 2))
    add("GRUCell", lambda: layers.GRUCell(2), state(2, 1))
    add("GRUCell, reset_after=False", lambda: layers.GRUCell(2, reset_after=False), state(2, 1))
    add("GRUCell, activations", lambda: layers.GRUCell(2, activation="softplus", recurrent_activation="tanh", use_bias=False), state(2, 1))
    stacked = lambda: layers.StackedRNNCells([layers.LSTMCell(2), layers.GRUCell(3)])
    add("StackedRNNCells", stacked, [state(2, 2), state(3, 1)])
    return out


def rnn():
    out = []

    def add(name, build, mask=None, call=None):
        out.append(case(name, build, [X], mask=None if mask is None else [mask], call=call))

    simple, lstm, gru = layers.SimpleRNNCell, layers.LSTMCell, layers.GRUCell
    for label, cell in (("SimpleRNNCell", simple), ("LSTMCell", lstm), ("GRUCell", gru)):
        add(f"RNN({label})", lambda: layers.RNN(cell(2)))
        add(f"RNN({label}), everything returned, mask middle",
            lambda: layers.RNN(cell(2), return_sequences=True, return_state=True), mask=MIDDLE)
        add(f"RNN({label}), zero_output_for_mask, go_backwards",
            lambda: layers.RNN(cell(2), return_sequences=True, zero_output_for_mask=True, go_backwards=True), mask=EMPTY)
        add(f"RNN({label}), unroll", lambda: layers.RNN(cell(2), unroll=True, return_sequences=True), mask=END)
    add("RNN(list of cells)", lambda: layers.RNN([lstm(2), simple(3)]))
    add("RNN(list of cells), everything returned",
        lambda: layers.RNN([lstm(2), gru(3), simple(2)], return_sequences=True, return_state=True), mask=END)
    add("RNN(list of cells), mask middle", lambda: layers.RNN([gru(2), lstm(2)], return_sequences=True), mask=MIDDLE)
    add("RNN(StackedRNNCells)", lambda: layers.RNN(layers.StackedRNNCells([simple(3), simple(2)]), return_state=True))
    add("RNN(list of cells), initial_state", lambda: layers.RNN([simple(2), simple(3)], return_sequences=True, return_state=True),
        call={"initial_state": [state(2, 1)[0], weights(65, 0.8, (4, 3))]})
    return out


def bidirectional():
    out = []

    def add(name, build, mask=None, call=None):
        out.append(case(name, build, [X], mask=None if mask is None else [mask], call=call))

    both = layers.Bidirectional
    for mode in ("concat", "sum", "mul", "ave", None):
        add(f"merge_mode={mode}", lambda: both(layers.LSTM(2), merge_mode=mode))
        add(f"merge_mode={mode}, return_sequences, mask middle", lambda: both(layers.GRU(2, return_sequences=True), merge_mode=mode), mask=MIDDLE)
    for label, mask in MASKS.items():
        add(f"LSTM, mask {label}", lambda: both(layers.LSTM(2)), mask=mask)
        add(f"LSTM, mask {label}, return_sequences", lambda: both(layers.LSTM(2, return_sequences=True)), mask=mask)
        add(f"SimpleRNN, mask {label}, return_sequences", lambda: both(layers.SimpleRNN(2, return_sequences=True)), mask=mask)
    add("SimpleRNN", lambda: both(layers.SimpleRNN(2)))
    add("GRU, reset_after=False", lambda: both(layers.GRU(2, reset_after=False)))
    add("LSTM, return_state", lambda: both(layers.LSTM(2, return_state=True)))
    add("GRU, return_state, return_sequences, mask end", lambda: both(layers.GRU(2, return_state=True, return_sequences=True)), mask=END)
    add("SimpleRNN, return_state, merge_mode=None", lambda: both(layers.SimpleRNN(2, return_state=True), merge_mode=None))
    add("LSTM, initial_state", lambda: both(layers.LSTM(2)), call={"initial_state": state(2, 4)})
    add("GRU, initial_state, mask empty row given", lambda: both(layers.GRU(2, return_sequences=True)),
        call={"initial_state": state(2, 2), "mask": EMPTY})
    add("GRU, initial_state, mask empty row carried", lambda: both(layers.GRU(2, return_sequences=True)), mask=EMPTY, call={"initial_state": state(2, 2)})
    add("own backward_layer", lambda: both(layers.LSTM(2, return_sequences=True),
                                           backward_layer=layers.GRU(2, return_sequences=True, go_backwards=True, activation="relu")))
    add("own backward_layer, other units, mask end", lambda: both(layers.SimpleRNN(2), backward_layer=layers.LSTM(3, go_backwards=True)), mask=END)
    add("forward layer goes backwards", lambda: both(layers.SimpleRNN(2, go_backwards=True, return_sequences=True),
                                                     backward_layer=layers.SimpleRNN(2, return_sequences=True)))
    add("RNN(LSTMCell), mask middle", lambda: both(layers.RNN(layers.LSTMCell(2), return_sequences=True)), mask=MIDDLE)
    add("named, dropout at inference", lambda: both(layers.LSTM(2, dropout=0.2, name="reader"), name="pair"))
    return out


def stateful():
    """Several calls of one layer; the state is reset before a call where "reset" says so."""
    out = []
    parts = [weights(71 + k, 1.0, (2, 3, 3)) for k in range(3)]
    mask = np.array([[1, 1, 0], [0, 1, 1]], bool)
    for name, build, masked in (
        ("SimpleRNN", lambda: layers.SimpleRNN(2, stateful=True), False),
        ("LSTM", lambda: layers.LSTM(2, stateful=True, return_sequences=True), False),
        ("LSTM, mask", lambda: layers.LSTM(2, stateful=True), True),
        ("GRU, return_state", lambda: layers.GRU(2, stateful=True, return_state=True), False),
        ("GRU, go_backwards", lambda: layers.GRU(2, stateful=True, go_backwards=True), False),
        ("RNN(LSTMCell)", lambda: layers.RNN(layers.LSTMCell(2), stateful=True), False),
        ("Bidirectional(LSTM)", lambda: layers.Bidirectional(layers.LSTM(2, stateful=True)), False),
    ):
        keras.backend.clear_session()
        layer = build()
        layer.build((2, 3, 3))
        for seed, variable in enumerate(layer.trainable_weights, start=1):
            variable.assign(weights(seed, 0.7, tuple(variable.shape)))
        calls = []
        for x, reset in ((parts[0], False), (parts[1], False), (parts[2], True), (parts[0], False)):
            if reset:
                layer.reset_states() if hasattr(layer, "reset_states") else layer.reset_state()
            outputs = layer(tf.constant(x), mask=tf.constant(mask) if masked else None)
            calls.append({"reset": reset, "input": tensor(x), "mask": tensor(mask) if masked else None,
                          "outputs": [tensor(o) for o in tf.nest.flatten(outputs)]})
        out.append({"name": name, "class_name": type(layer).__name__, "config": layer.get_config(), "batch_shape": [2, 3, 3],
                    "weights": [dict(tensor(v.value), path=v.path, trainable=v.trainable) for v in layer.trainable_weights],
                    "calls": calls})
    return out


def main():
    write("layers/simple_rnn", {"cases": family(layers.SimpleRNN, 1)})
    write("layers/lstm", {"cases": family(layers.LSTM, 2)})
    write("layers/gru", {"cases": family(layers.GRU, 1)})
    write("layers/cells", {"cases": cells()})
    write("layers/rnn", {"cases": rnn()})
    both = bidirectional()
    write("layers/bidirectional", {"cases": [c for c in both if "mask" not in c["name"]]})
    write("layers/bidirectional_masked", {"cases": [c for c in both if "mask" in c["name"]]})
    write("layers/stateful", {"cases": stateful()})


if __name__ == "__main__":
    main()
