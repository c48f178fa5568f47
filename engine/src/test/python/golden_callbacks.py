"""Callbacks, each argument at another value than its default: `callbacks.json`.

The model, its data and its training are those of golden_training.py, with validation_split=0.3. In
the arguments `<folder>` stands for a folder of the case's own, and {"function": name} for one of
the FUNCTIONS below. Recorded: history, epochs, weights and learning rate afterwards; what was
printed; the files there, texts with their content (numbers of CSV files differ in their last
digits); the functions' calls; tags and steps of event files; the error where training ends by one.
"""

import contextlib
import io
import os
import pathlib
import tempfile

from golden import keras, np, tf, write
from golden_training import X, Y, flat, small

callbacks = keras.callbacks
CALLS = []
FUNCTIONS = {
    "halve": lambda epoch, rate: rate if epoch < 2 else rate * 0.5,
}


class Note:
    def __init__(self, event):
        self.event = event

    def __call__(self, *values, logs=None):
        values += () if logs is None else (logs,)
        CALLS.append(self.event + "".join(f" {v}" for v in values if not isinstance(v, dict)) + " " + ",".join(sorted(values[-1])))


def made(value, name, folder):
    if isinstance(value, dict):
        return Note(name) if value["function"] == "note" else FUNCTIONS[value["function"]]
    return value.replace("<folder>", folder) if isinstance(value, str) else value


def files(folder):
    out = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            name = str(path.relative_to(folder))
            out["events in " + str(path.parent.relative_to(folder)) if "tfevents" in name else name] = path.read_text() if name.endswith((".csv", ".json")) else None
    return out


def tags(folder):
    out = set()
    for path in pathlib.Path(folder).rglob("*tfevents*"):
        for event in tf.compat.v1.train.summary_iterator(str(path)):
            for value in event.summary.value:
                out.add(f"{path.parent.relative_to(folder)} {value.tag}@{event.step}")
    return sorted(out)


def case(kind, more=None, runs=1, rate=0.5, ema=False, epochs=6, **arguments):
    with tempfile.TemporaryDirectory() as folder:
        printed, entry = io.StringIO(), {}
        CALLS.clear()
        for _ in range(runs):
            model = small(optimizer=keras.optimizers.SGD(rate, use_ema=ema, ema_momentum=0.5))
            with contextlib.redirect_stdout(printed):
                try:
                    callback = kind(**{name: made(value, name, folder) for name, value in arguments.items()})
                    history = model.fit(X, Y, batch_size=4, shuffle=False, verbose=0, epochs=epochs, validation_split=0.3, callbacks=[callback])
                    if kind is callbacks.LambdaCallback:
                        model.predict(X, batch_size=5, verbose=0, callbacks=[callback])
                    entry.update(history=history.history, epochs=history.epoch)
                except RuntimeError as error:
                    entry["error"] = str(error)
            entry.update(weights=flat(model), learning_rate=np.float32(model.optimizer.learning_rate))
        label = ", ".join([kind.__name__] + [f"{k}={v}" for k, v in arguments.items()])
        return {"name": label, "class_name": kind.__name__, "arguments": arguments, "runs": runs, "rate": rate, "use_ema": ema, "fit_epochs": epochs,
                **entry, "printed": printed.getvalue().replace(folder, "<folder>"), "files": files(folder), "tags": tags(folder), "calls": list(CALLS)}


def cases():
    out = []

    def add(kind, **arguments):
        out.append(case(kind, **arguments))

    stop, plateau, save = callbacks.EarlyStopping, callbacks.ReduceLROnPlateau, callbacks.ModelCheckpoint
    add(stop, patience=1, verbose=1)
    add(stop, monitor="loss", min_delta=0.01, patience=2, verbose=1, restore_best_weights=True)
    add(stop, monitor="loss", mode="max", patience=1, start_from_epoch=2, verbose=1, restore_best_weights=True)
    add(stop, monitor="val_accuracy", mode="min", baseline=0.5, patience=2, verbose=1)
    add(stop, monitor="val_loss", baseline=0.1, restore_best_weights=True, verbose=1)
    add(plateau, monitor="loss", mode="max", factor=0.5, patience=1, verbose=1)
    add(plateau, monitor="loss", factor=0.3, patience=1, min_delta=0.05, cooldown=2, verbose=1)
    add(plateau, monitor="loss", factor=0.3, patience=1, min_delta=0.05, min_lr=0.02, verbose=1)
    add(save, filepath="<folder>/{epoch:02d}-{val_loss:.2f}.keras", verbose=1, epochs=2)
    add(save, filepath="<folder>/best.keras", monitor="val_accuracy", save_best_only=True, verbose=1, epochs=4)
    add(save, filepath="<folder>/{epoch}.weights.h5", monitor="loss", mode="max", save_best_only=True, save_weights_only=True, verbose=1, epochs=4)
    add(save, filepath="<folder>/{epoch}-{batch}.weights.h5", save_weights_only=True, save_freq=3, verbose=1, epochs=4)
    add(save, filepath="<folder>/{epoch}.keras", save_best_only=True, initial_value_threshold=0.6, verbose=1, epochs=4)
    add(callbacks.BackupAndRestore, backup_dir="<folder>/b", save_freq=1, delete_checkpoint=False, runs=2, epochs=3)
    add(callbacks.BackupAndRestore, backup_dir="<folder>/b", double_checkpoint=True, delete_checkpoint=False, epochs=3)
    add(callbacks.BackupAndRestore, backup_dir="<folder>/b", save_freq=2, epochs=2)
    add(callbacks.LearningRateScheduler, schedule={"function": "halve"}, verbose=1, epochs=4)
    add(callbacks.TerminateOnNaN, rate=float("nan"))
    add(callbacks.TerminateOnNaN, raise_error=True, rate=float("nan"))
    add(callbacks.CSVLogger, filename="<folder>/log.csv", separator=";", epochs=2)
    add(callbacks.CSVLogger, filename="<folder>/log.csv", append=True, runs=2, epochs=2)
    events = [f"on_{part}_{end}" for part in ("epoch", "train", "train_batch", "test", "test_batch", "predict", "predict_batch") for end in ("begin", "end")]
    add(callbacks.LambdaCallback, epochs=2, **{event: {"function": "note"} for event in events})
    for event in events:
        add(callbacks.LambdaCallback, epochs=2, **{event: {"function": "note"}})
    add(callbacks.SwapEMAWeights, ema=True, epochs=3)
    add(callbacks.SwapEMAWeights, swap_on_epoch=True, ema=True, epochs=3)
    add(callbacks.TensorBoard, log_dir="<folder>/tb", update_freq=2, histogram_freq=2, epochs=3)
    add(callbacks.TensorBoard, log_dir="<folder>/tb", update_freq="batch", write_graph=False, write_steps_per_second=True, epochs=2)
    return out


if __name__ == "__main__":
    write("callbacks", {"cases": cases()}, depth=3)
