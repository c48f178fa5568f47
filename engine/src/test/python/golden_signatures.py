"""The arguments of everything public that Nyala covers, in order, with defaults: `signatures.json`.

Per class or function: "arguments", a list of [name] for a required one and [name, default] otherwise,
as `inspect` sees them, and "open": true where Keras takes further named ones (a layer's name, dtype,
trainable, and so on).
"""

import inspect

from golden import keras, write

MODULES = ("layers", "optimizers", "optimizers.schedules", "losses", "metrics", "callbacks", "initializers", "regularizers", "constraints",
           "activations", "models", "utils", "random", "ops")
METHODS = {"Model": ("compile", "fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch", "summary", "save", "save_weights",
                     "load_weights", "get_layer", "compile_from_config"),
           "Layer": ("__init__", "add_weight", "build", "call", "get_weights", "set_weights", "count_params"),
           "Sequential": ("add", "pop")}


def default(value):
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [default(v) for v in value]
    return {"python": type(value).__name__}


def signature(thing):
    try:
        parameters = inspect.signature(thing).parameters.values()
    except (TypeError, ValueError):
        return None
    arguments, is_open = [], False
    for p in parameters:
        if p.kind in (p.VAR_KEYWORD, p.VAR_POSITIONAL):
            is_open = True
        elif p.name != "self":
            arguments.append([p.name] if p.default is p.empty else [p.name, default(p.default)])
    return {"arguments": arguments, **({"open": True} if is_open else {})}


def module(name):
    place = keras
    for part in name.split("."):
        place = getattr(place, part)
    entries = {}
    for key in sorted(dir(place)):
        thing = getattr(place, key)
        if key.startswith("_") or inspect.ismodule(thing) or not callable(thing):
            continue
        entry = signature(thing)
        if entry is not None:
            entries[key] = entry
    return entries


def methods(name):
    kind = getattr(keras, name)
    return {m: signature(getattr(kind, m)) for m in METHODS[name] if hasattr(kind, m)}


if __name__ == "__main__":
    write("signatures", {"modules": {m: module(m) for m in MODULES}, "methods": {k: methods(k) for k in METHODS}}, depth=3)
