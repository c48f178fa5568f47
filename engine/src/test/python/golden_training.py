"""What fit, evaluate and predict make of their arguments: `training.json`, and callbacks at work.

The small model is Dense(3, tanh), Dense(1, sigmoid) on inputs of width 4, variable k (from 1) filled
with seed k and limit 0.7, trained by SGD(0.5) on binary cross-entropy unless a case says otherwise;
x has seed 51, limit 1, shape (10, 4), and y is 1 where the formula with seed 52, limit 1, shape
(10, 1) is positive. No case shuffles. Recorded: the history as fit returns it, the epochs it names,
and the weights afterwards, flattened one after the other.

`joint` holds models with several parts (masks from an embedding, two inputs, two outputs, shared
layers, regularizers, batch normalisation): three training steps each, with all weights before and
after. Their variables are filled by seed and limit in the order of model.weights.
"""

from golden import integers, keras, np, tensor, tf, weights, write

layers, callbacks = keras.layers, keras.callbacks
X = weights(51, 1.0, (10, 4))
Y = (weights(52, 1.0, (10, 1)) > 0).astype("float32")
SAMPLE_WEIGHT = np.linspace(0.1, 2.0, 10).astype("float32")


def fill(model, limit=0.7):
    for seed, variable in enumerate(model.weights, start=1):
        value = weights(seed, limit, tuple(variable.shape))
        variable.assign(1 + value / 2 if "variance" in variable.path else value)


def small(**compiled):
    keras.backend.clear_session()
    model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="tanh"), layers.Dense(1, activation="sigmoid")])
    fill(model)
    arguments = dict(loss="binary_crossentropy", optimizer=keras.optimizers.SGD(0.5), metrics=["accuracy"], jit_compile=False)
    model.compile(**{**arguments, **compiled})
    return model


def flat(model):
    return np.concatenate([np.asarray(v).ravel() for v in model.weights])


def fits():
    out = []

    def add(name, run, **compiled):
        model = small(**compiled)
        history = run(model)
        out.append({"name": name, "history": history.history, "epochs": history.epoch, "params": {k: v for k, v in history.params.items()},
                    "weights": flat(model)})

    common = dict(batch_size=4, shuffle=False, verbose=0, epochs=2)
    add("plain", lambda m: m.fit(X, Y, **common))
    add("labels without the last axis", lambda m: m.fit(X, Y[:, 0], **common))
    add("default batch size", lambda m: m.fit(X, Y, shuffle=False, verbose=0))
    add("sample_weight", lambda m: m.fit(X, Y, sample_weight=SAMPLE_WEIGHT, **common))
    add("sample_weight, weighted_metrics", lambda m: m.fit(X, Y, sample_weight=SAMPLE_WEIGHT, **common), weighted_metrics=["accuracy"])
    add("class_weight", lambda m: m.fit(X, Y, class_weight={0: 0.5, 1: 3.0}, **common))
    add("validation_split", lambda m: m.fit(X, Y, validation_split=0.25, **common))
    add("validation_split, sample_weight", lambda m: m.fit(X, Y, validation_split=0.25, sample_weight=SAMPLE_WEIGHT, **common))
    add("validation_data", lambda m: m.fit(X[:6], Y[:6], validation_data=(X[6:], Y[6:]), **common))
    add("validation_data with weights", lambda m: m.fit(X[:6], Y[:6], validation_data=(X[6:], Y[6:], SAMPLE_WEIGHT[6:]), **common))
    add("validation_batch_size, validation_freq", lambda m: m.fit(X[:6], Y[:6], validation_data=(X[6:], Y[6:]), validation_batch_size=3, validation_freq=2,
                                                                  batch_size=4, shuffle=False, verbose=0, epochs=5))
    add("validation_steps", lambda m: m.fit(X, Y, validation_data=(X, Y), validation_batch_size=3, validation_steps=2, **common))
    add("initial_epoch", lambda m: m.fit(X, Y, initial_epoch=1, batch_size=4, shuffle=False, verbose=0, epochs=3))
    add("steps_per_epoch", lambda m: m.fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(4).repeat(), steps_per_epoch=2, epochs=3, verbose=0))
    add("dataset", lambda m: m.fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(4), epochs=2, verbose=0))
    add("dataset with weights", lambda m: m.fit(tf.data.Dataset.from_tensor_slices((X, Y, SAMPLE_WEIGHT)).batch(4), epochs=2, verbose=0))
    add("generator", lambda m: m.fit(((X[i:i + 4], Y[i:i + 4]) for i in range(0, 10, 4)), verbose=0))
    add("Adam, clipnorm, schedule", lambda m: m.fit(X, Y, **common),
        optimizer=keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.1, 2, 0.5), clipnorm=0.1))
    add("use_ema: the averages remain", lambda m: m.fit(X, Y, **common), optimizer=keras.optimizers.SGD(0.5, use_ema=True, ema_momentum=0.5))
    add("mse, mae", lambda m: m.fit(X, Y, **common), loss="mse", metrics=["mae", keras.metrics.MeanSquaredError(name="again")])

    def watch(name, make, epochs=6, **more):
        model = small(**more.pop("compiled", {}))
        watcher = make()
        history = model.fit(X, Y, batch_size=4, shuffle=False, verbose=0, epochs=epochs, validation_split=0.3, callbacks=[watcher])
        entry = {"name": name, "history": history.history, "epochs": history.epoch, "weights": flat(model), "learning_rate": np.float32(model.optimizer.learning_rate)}
        for key in ("stopped_epoch", "best", "best_epoch", "wait"):
            if hasattr(watcher, key) and getattr(watcher, key) is not None:
                entry[key] = getattr(watcher, key)
        out.append(entry)

    watch("EarlyStopping", lambda: callbacks.EarlyStopping(patience=1, min_delta=0.002))
    watch("EarlyStopping, restore_best_weights", lambda: callbacks.EarlyStopping(monitor="loss", mode="max", patience=2, restore_best_weights=True))
    watch("EarlyStopping, baseline", lambda: callbacks.EarlyStopping(monitor="val_accuracy", baseline=0.99, patience=2))
    watch("EarlyStopping, start_from_epoch", lambda: callbacks.EarlyStopping(monitor="loss", mode="max", start_from_epoch=2, patience=1))
    watch("EarlyStopping, restore, never stopped", lambda: callbacks.EarlyStopping(monitor="loss", patience=50, restore_best_weights=True))
    watch("LearningRateScheduler", lambda: callbacks.LearningRateScheduler(lambda epoch, lr: lr if epoch < 2 else lr * 0.5))
    watch("ReduceLROnPlateau", lambda: callbacks.ReduceLROnPlateau(monitor="loss", mode="max", factor=0.5, patience=1, min_lr=0.1))
    watch("ReduceLROnPlateau, cooldown", lambda: callbacks.ReduceLROnPlateau(monitor="loss", mode="max", factor=0.5, patience=1, cooldown=2))
    watch("TerminateOnNaN", callbacks.TerminateOnNaN, compiled={"optimizer": keras.optimizers.SGD(float("nan"))})
    return out


def batches():
    """train_on_batch and its kin: what each call returns."""
    model, out = small(), []

    def note(name, value):
        out.append({"call": name, "returned": value})

    note("train_on_batch(x[:4], y[:4])", model.train_on_batch(X[:4], Y[:4]))
    note("train_on_batch(x[4:8], y[4:8])", model.train_on_batch(X[4:8], Y[4:8]))
    note("train_on_batch(x[8:], y[8:], return_dict)", model.train_on_batch(X[8:], Y[8:], return_dict=True))
    model.reset_metrics()
    note("reset_metrics, train_on_batch(x[:4], y[:4])", model.train_on_batch(X[:4], Y[:4]))
    note("test_on_batch(x[:4], y[:4])", model.test_on_batch(X[:4], Y[:4]))
    note("test_on_batch(x[4:8], y[4:8])", model.test_on_batch(X[4:8], Y[4:8]))
    model.reset_metrics()
    note("reset_metrics, train_on_batch with sample_weight", model.train_on_batch(X[:4], Y[:4], sample_weight=SAMPLE_WEIGHT[:4]))
    note("train_on_batch with class_weight", model.train_on_batch(X[:4], Y[:4], class_weight={0: 0.5, 1: 3.0}))
    note("evaluate(x, y, batch_size=4)", model.evaluate(X, Y, batch_size=4, verbose=0))
    note("evaluate with sample_weight", model.evaluate(X, Y, batch_size=4, sample_weight=SAMPLE_WEIGHT, verbose=0))
    note("predict_on_batch(x[:3])", tensor(model.predict_on_batch(X[:3])))
    note("predict(x, batch_size=4)", tensor(model.predict(X, batch_size=4, verbose=0)))
    return out


def joint():
    ids = integers(53, 0, 6, (6, 5))
    ids[1, 3:] = 0
    ids[4, :] = 0
    sequences = weights(54, 1.0, (6, 5, 3))
    labels = (weights(55, 1.0, (6, 1)) > 0).astype("float32")
    classes = integers(56, 0, 3, (6,))
    per_step = weights(57, 1.0, (6, 5, 1))
    out = []

    def add(name, build, x, y, limit=0.5, **compiled):
        keras.backend.clear_session()
        model = build()
        fill(model, limit)
        before = [tensor(v) for v in model.weights]
        model.compile(**{**dict(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.05), jit_compile=False), **compiled})
        predictions = [tensor(p) for p in tf.nest.flatten(model.predict_on_batch(x))]
        logs = []
        for _ in range(3):
            model.reset_metrics()
            logs.append(model.train_on_batch(x, y, return_dict=True))
        out.append({"name": name, "config": model.get_config(), "class_name": type(model).__name__, "x": [tensor(v) for v in tf.nest.flatten(x)],
                    "y": [tensor(v) for v in tf.nest.flatten(y)], "limit": limit, "loss": compiled.get("loss", "binary_crossentropy"),
                    "paths": [v.path for v in model.weights], "before": before, "predictions": predictions, "logs": logs,
                    "after": [tensor(v) for v in model.weights]})

    def stacked():
        return keras.Sequential([keras.Input((None,), dtype="int32"), layers.Embedding(6, 3, mask_zero=True), layers.LSTM(2, return_sequences=True),
                                 layers.GRU(2), layers.Dense(1, activation="sigmoid")])

    def two_inputs():
        a, b = keras.Input((5,), dtype="int32"), keras.Input((5, 3))
        x = layers.Bidirectional(layers.GRU(2))(layers.Embedding(6, 2, mask_zero=True)(a))
        y = layers.SimpleRNN(2)(b)
        return keras.Model([a, b], layers.Dense(1, activation="sigmoid")(layers.Concatenate()([x, y])))

    def two_outputs():
        a = keras.Input((5, 3))
        x = layers.LSTM(2)(a)
        return keras.Model(a, [layers.Dense(1, activation="sigmoid", name="sign")(x), layers.Dense(3, activation="softmax", name="kind")(x)])

    def shared():
        a, b = keras.Input((5, 3)), keras.Input((5, 3))
        rnn = layers.SimpleRNN(2)
        return keras.Model([a, b], layers.Dense(1, activation="sigmoid")(layers.Subtract()([rnn(a), rnn(b)])))

    def regularized():
        return keras.Sequential([keras.Input((5, 3)), layers.LSTM(2, kernel_regularizer="l2", activity_regularizer="l1", recurrent_constraint="unit_norm"),
                                 layers.BatchNormalization(), layers.Dense(1, activation="sigmoid", bias_regularizer="l1")])

    def every_step():
        return keras.Sequential([keras.Input((5,), dtype="int32"), layers.Embedding(6, 2, mask_zero=True), layers.GRU(2, return_sequences=True), layers.Dense(1)])

    def pooled():
        return keras.Sequential([keras.Input((5,), dtype="int32"), layers.Embedding(6, 2), layers.Conv1D(3, 2, padding="causal", activation="relu"),
                                 layers.GlobalMaxPooling1D(), layers.LayerNormalization(), layers.Dense(1, activation="sigmoid")])

    def encoder_decoder():
        a, b = keras.Input((5,), dtype="int32"), keras.Input((5, 3))
        _, h, c = layers.LSTM(2, return_state=True)(layers.Embedding(6, 2, mask_zero=True)(a))
        decoded = layers.LSTM(2, return_sequences=True)(b, initial_state=[h, c])
        return keras.Model([a, b], layers.TimeDistributed(layers.Dense(1))(decoded))

    add("embedding with mask, LSTM, GRU", stacked, ids, labels)
    add("two inputs", two_inputs, [ids, sequences], labels)
    add("two outputs", two_outputs, sequences, [labels, classes], loss=["binary_crossentropy", "sparse_categorical_crossentropy"],
        metrics=[["accuracy"], ["accuracy"]], loss_weights=[1.0, 0.5])
    add("two outputs, one loss each by name", two_outputs, sequences, {"sign": labels, "kind": classes},
        loss={"sign": "binary_crossentropy", "kind": "sparse_categorical_crossentropy"}, metrics={"kind": ["accuracy"]})
    add("shared layer", shared, [sequences, sequences[::-1].copy()], labels)
    add("regularizers, constraint, batch normalisation", regularized, sequences, labels)
    add("mean squared error at every step, mask", every_step, ids, per_step, loss="mse", metrics=["mae"])
    add("convolution, pooling, layer normalisation", pooled, ids, labels)
    add("encoder and decoder", encoder_decoder, [ids, sequences], per_step, loss="mse")
    return out


if __name__ == "__main__":
    write("training", {"fits": fits(), "batches": batches()}, depth=3)
    write("joint", {"cases": joint()}, depth=3)
