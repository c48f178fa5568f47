"""Runs one layer once and records everything a test may want to compare.

A case of `layers/*.json`:

  name, class_name   what it is
  config             get_config() of the layer
  inputs             the tensors it is called on; "nested": true if they are passed as one list
  mask               a Boolean tensor or null for each input, carried by the input as Keras carries it
  call               further arguments of the call, tensors in tensor form
  weights            path, shape, trainable, data: set before the call
  outputs            the output, or the outputs in order, flattened
  output_mask        for each output, the mask it carries, or null
  losses             what the layer adds to the loss (regularizers), where there is any
  grad_inputs        the gradient of L for each float input, null if there is none
  grad_call          likewise for tensors among the call arguments, by name
  grad_weights       likewise for each trainable weight, in the order of "weights"; null for the rest
  weights_after      after the call, where the call changed them
  output_shape       compute_output_shape() of the inputs' shapes, where Keras defines it

L is the sum over all float outputs of sum(output_k * coefficient_k), where coefficient_k has the
shape of output k and is filled by the formula of golden.py with seed 1000 + k and limit 1. The
layer's own losses are not part of L. Weights and inputs are filled by the same formula, but the file
holds their values too.
"""

from golden import keras, np, tensor, tf, weights
from keras.src import backend


def floating(value):
    return value is not None and tf.as_dtype(value.dtype).is_floating


def dense(gradient):
    return None if gradient is None else tensor(tf.convert_to_tensor(gradient))


def fill(layer, limit=0.7, keep=False):
    """Sets every float weight by the formula; variances become positive."""
    for seed, variable in enumerate(layer.weights, start=1):
        if keep or not backend.is_float_dtype(variable.dtype):
            continue
        value = weights(seed, limit, tuple(variable.shape))
        if "variance" in variable.path:
            value = 1 + value / 2
        variable.assign(value)


def case(name, build, inputs, mask=None, call=None, nested=None, limit=0.7, gradients=True, keep=False):
    """`build` makes the layer; `inputs` is a list of arrays."""
    keras.backend.clear_session()
    layer = build()
    inputs = [tf.constant(x) for x in inputs]
    masks = [None] * len(inputs) if mask is None else list(mask)
    nested = len(inputs) > 1 if nested is None else nested
    call = {k: tf.nest.map_structure(lambda v: tf.constant(v) if isinstance(v, np.ndarray) else v, value)
            for k, value in (call or {}).items()}
    argument = inputs if nested else inputs[0]
    layer(tf.nest.map_structure(tf.identity, argument), **call)
    fill(layer, limit, keep)
    before = [np.array(v) for v in layer.weights]
    for x, m in zip(inputs, masks):
        if m is not None:
            backend.set_keras_mask(x, tf.constant(m))
    tensors_in_call = {k: [t for t in tf.nest.flatten(v) if isinstance(t, tf.Tensor)] for k, v in call.items()}
    with tf.GradientTape() as tape:
        watched = [x for x in inputs if floating(x)]
        in_call = [t for ts in tensors_in_call.values() for t in ts if floating(t)]
        tape.watch(watched)
        tape.watch(in_call)
        outputs = tf.nest.flatten(layer(argument, **call))
        total = tf.constant(0.0, "float64")
        for k, out in enumerate(outputs):
            if floating(out):
                coefficient = weights(1000 + k, 1.0, tuple(out.shape))
                total += tf.reduce_sum(tf.cast(out, "float64") * coefficient)
    trainable = layer.trainable_weights
    entry = {
        "name": name,
        "class_name": type(layer).__name__,
        "config": layer.get_config(),
        "inputs": [tensor(x) for x in inputs],
        "mask": [None if m is None else tensor(m) for m in masks],
        "call": {k: tf.nest.map_structure(lambda v: v, value) for k, value in call.items()},
        "weights": [dict(tensor(b), path=v.path, trainable=v.trainable) for v, b in zip(layer.weights, before)],
        "outputs": [tensor(out) for out in outputs],
        "output_mask": [None if m is None else tensor(m) for m in map(backend.get_keras_mask, outputs)],
    }
    if nested:
        entry["nested"] = True
    entry["call"] = {k: plain(v) for k, v in call.items()}
    if gradients:
        sources = watched + in_call + [v.value for v in trainable]
        grads = tape.gradient(total, sources) if sources else []
        by_id = {id(s): g for s, g in zip(watched + in_call, grads)}
        entry["grad_inputs"] = [dense(by_id.get(id(x))) for x in inputs]
        if in_call:
            entry["grad_call"] = {k: [dense(by_id.get(id(t))) for t in ts] for k, ts in tensors_in_call.items() if ts}
        rest = {v.path: g for v, g in zip(trainable, grads[len(watched) + len(in_call):])}
        entry["grad_weights"] = [dense(rest.get(v.path)) for v in layer.weights]
    losses = [np.float32(loss) for loss in layer.losses]
    if losses:
        entry["losses"] = losses
    after = [np.array(v) for v in layer.weights]
    if any((a != b).any() for a, b in zip(after, before)):
        entry["weights_after"] = [tensor(a) for a in after]
    try:
        shapes = [tuple(x.shape) for x in inputs]
        shape = layer.compute_output_shape(shapes if nested else shapes[0])
        entry["output_shape"] = plain(shape)
    except (NotImplementedError, TypeError, ValueError, AttributeError):
        pass
    return entry


def plain(value):
    if isinstance(value, tf.Tensor):
        return tensor(value)
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value
