"""Optimizers (20 steps), learning-rate schedules, and everything small that a layer takes as an argument.

An optimizer case has two variables, "matrix" of shape (2, 3) with seed 301 and "vector" of shape (4)
with seed 302, limit 1. The gradient of variable k (0, 1) in step t (from 1) is filled by the formula
with seed 10000 + 10 * t + k and the case's gradient_limit; "gradient_zero_every": 3 makes every third
step's gradient zero. Recorded: both variables after the steps in "at"; the optimizer's own variables
after the last; what finalize_variable_values() makes of the variables, where it changes them.

In `optimizer_slices` the gradient of an embedding table of shape (4, 2) comes as slices: rows "rows",
one of them twice, with values of shape (3, 2) by the formula, seed 20000 + t.
"""

import math

from golden import keras, np, tensor, tf, weights, write

optimizers, schedules = keras.optimizers, keras.optimizers.schedules
KINDS = (optimizers.SGD, optimizers.RMSprop, optimizers.Adam, optimizers.AdamW, optimizers.Adamax, optimizers.Nadam, optimizers.Adagrad,
         optimizers.Adadelta, optimizers.Ftrl, optimizers.Lion, optimizers.Adafactor, optimizers.Lamb)
STEPS, AT = 20, (1, 2, 3, 5, 10, 20)


def variables():
    return [keras.Variable(weights(301, 1.0, (2, 3)), name="matrix"), keras.Variable(weights(302, 1.0, (4,)), name="vector")]


def run(label, kind, gradient_limit=1.0, gradient_zero_every=None, exclude=None, **arguments):
    keras.backend.clear_session()
    trained = variables()
    optimizer = kind(**arguments)
    config = optimizer.get_config()
    if exclude:
        optimizer.exclude_from_weight_decay(var_names=exclude)
    optimizer.build(trained)
    values = {}
    for step in range(1, STEPS + 1):
        grads = [weights(10000 + 10 * step + k, gradient_limit, tuple(v.shape)) for k, v in enumerate(trained)]
        if gradient_zero_every and step % gradient_zero_every == 0:
            grads = [np.zeros_like(g) for g in grads]
        optimizer.apply_gradients([(tf.constant(g), v) for g, v in zip(grads, trained)])
        if step in AT:
            values[step] = [tensor(v.value) for v in trained]
    entry = {"name": f"{kind.__name__}, {label}", "class_name": kind.__name__, "config": config, "gradient_limit": gradient_limit,
             "at": list(AT), "values": [values[s] for s in AT],
             "optimizer_variables": [dict(tensor(v.value), path=v.path) for v in optimizer.variables],
             "learning_rate": np.float32(optimizer.learning_rate)}
    if gradient_zero_every:
        entry["gradient_zero_every"] = gradient_zero_every
    if exclude:
        entry["exclude_from_weight_decay"] = exclude
    before = [np.array(v) for v in trained]
    optimizer.finalize_variable_values(trained)
    if any((np.array(v) != b).any() for v, b in zip(trained, before)):
        entry["finalized"] = [tensor(v.value) for v in trained]
    return entry


def optimizer_cases():
    out = []

    def add(label, kind, **arguments):
        out.append(run(label, kind, **arguments))

    sgd, rms, adam, adamw = optimizers.SGD, optimizers.RMSprop, optimizers.Adam, optimizers.AdamW
    for kind in KINDS:
        add("defaults", kind)
        add("learning_rate=0.1", kind, learning_rate=0.1)
        add("now and then no gradient", kind, learning_rate=0.1, gradient_zero_every=3)
        add("weight_decay, clipnorm", kind, learning_rate=0.1, weight_decay=0.02, clipnorm=0.5)
    add("momentum", sgd, learning_rate=0.1, momentum=0.9)
    add("nesterov", sgd, learning_rate=0.1, momentum=0.9, nesterov=True)
    add("rho, epsilon", rms, learning_rate=0.1, rho=0.7, epsilon=1e-3)
    add("momentum", rms, learning_rate=0.1, momentum=0.5)
    add("centered", rms, learning_rate=0.1, centered=True)
    add("centered, momentum", rms, learning_rate=0.1, centered=True, momentum=0.5)
    for kind in (adam, adamw):
        add("betas, epsilon", kind, learning_rate=0.1, beta_1=0.7, beta_2=0.9, epsilon=1e-2)
        add("amsgrad", kind, learning_rate=0.1, amsgrad=True, beta_2=0.5)
    add("weight_decay, exclude", adamw, learning_rate=0.1, weight_decay=0.1, exclude=["vector"])
    add("tiny gradients", adam, gradient_limit=1e-6)
    for kind in (optimizers.Adamax, optimizers.Nadam, optimizers.Lamb):
        add("betas, epsilon", kind, learning_rate=0.1, beta_1=0.7, beta_2=0.9, epsilon=1e-2)
    add("initial_accumulator_value, epsilon", optimizers.Adagrad, learning_rate=0.1, initial_accumulator_value=0.5, epsilon=1e-2)
    add("rho, epsilon", optimizers.Adadelta, learning_rate=1.0, rho=0.7, epsilon=1e-3)
    add("all arguments", optimizers.Ftrl, learning_rate=0.1, learning_rate_power=-0.6, initial_accumulator_value=0.2,
        l1_regularization_strength=0.05, l2_regularization_strength=0.1, l2_shrinkage_regularization_strength=0.02, beta=0.3)
    add("betas", optimizers.Lion, learning_rate=0.1, beta_1=0.6, beta_2=0.8)
    factor = optimizers.Adafactor
    add("no relative steps", factor, learning_rate=0.1, relative_step=False)
    add("all arguments", factor, learning_rate=0.1, beta_2_decay=-0.6, epsilon_1=1e-20, epsilon_2=0.05, clip_threshold=0.7, relative_step=False)
    add("beta_2_decay, clip_threshold", factor, learning_rate=0.1, beta_2_decay=-0.5, clip_threshold=2.0)
    return out


def shared_arguments(kinds):
    """The arguments that all optimizers have."""
    out = []

    def add(label, kind, **arguments):
        out.append(run(label, kind, **arguments))

    for kind in kinds:
        add("clipvalue", kind, learning_rate=0.1, clipvalue=0.3)
        add("clipnorm", kind, learning_rate=0.1, clipnorm=0.4)
        add("global_clipnorm", kind, learning_rate=0.1, global_clipnorm=0.5)
        add("use_ema", kind, learning_rate=0.1, use_ema=True, ema_momentum=0.8)
        add("use_ema, ema_overwrite_frequency", kind, learning_rate=0.1, use_ema=True, ema_momentum=0.8, ema_overwrite_frequency=3)
        add("gradient_accumulation_steps", kind, learning_rate=0.1, gradient_accumulation_steps=3)
        add("loss_scale_factor", kind, learning_rate=0.1, loss_scale_factor=4.0)
        add("schedule", kind, learning_rate=schedules.ExponentialDecay(0.1, 5, 0.5))
        add("name", kind, name="mine")
    return out


def slices():
    out = []
    rows = [0, 2, 2]
    for kind, arguments in ((optimizers.SGD, {}), (optimizers.SGD, {"momentum": 0.9}), (optimizers.Adam, {}), (optimizers.AdamW, {}), (optimizers.RMSprop, {}),
                            (optimizers.Adagrad, {}), (optimizers.Nadam, {}), (optimizers.Adamax, {}), (optimizers.Adadelta, {}), (optimizers.Ftrl, {}),
                            (optimizers.Lion, {}), (optimizers.Adam, {"clipnorm": 0.5}), (optimizers.Adam, {"global_clipnorm": 0.5})):
        keras.backend.clear_session()
        table = keras.Variable(weights(303, 1.0, (4, 2)), name="table")
        optimizer = kind(learning_rate=0.1, **arguments)
        optimizer.build([table])
        values = []
        for step in range(1, 6):
            gradient = tf.IndexedSlices(tf.constant(weights(20000 + step, 1.0, (3, 2))), tf.constant(rows), tf.constant([4, 2]))
            optimizer.apply_gradients([(gradient, table)])
            values.append(tensor(table.value))
        out.append({"class_name": kind.__name__, "config": optimizer.get_config(), "rows": rows, "values": values})
    return out


def schedule_cases():
    steps = [0, 1, 2, 3, 5, 9, 10, 11, 15, 20, 25, 30, 50, 100, 1000]
    out = []

    def add(kind, **arguments):
        schedule = kind(**arguments)
        out.append({"class_name": kind.__name__, "config": schedule.get_config(), "steps": steps,
                    "values": np.array([schedule(s) for s in steps], "float32")})

    for kind in (schedules.ExponentialDecay, schedules.InverseTimeDecay):
        add(kind, initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5)
        add(kind, initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5, staircase=True)
    add(schedules.PiecewiseConstantDecay, boundaries=[5, 10, 50], values=[1.0, 0.5, 0.1, 0.05])
    add(schedules.PolynomialDecay, initial_learning_rate=0.1, decay_steps=20)
    add(schedules.PolynomialDecay, initial_learning_rate=0.1, decay_steps=20, end_learning_rate=0.02, power=2.0)
    add(schedules.PolynomialDecay, initial_learning_rate=0.1, decay_steps=20, end_learning_rate=0.02, power=0.5, cycle=True)
    add(schedules.CosineDecay, initial_learning_rate=0.1, decay_steps=20)
    add(schedules.CosineDecay, initial_learning_rate=0.1, decay_steps=20, alpha=0.2)
    add(schedules.CosineDecay, initial_learning_rate=0.01, decay_steps=20, warmup_target=0.1, warmup_steps=10, alpha=0.1)
    add(schedules.CosineDecayRestarts, initial_learning_rate=0.1, first_decay_steps=10)
    add(schedules.CosineDecayRestarts, initial_learning_rate=0.1, first_decay_steps=10, t_mul=1.0, m_mul=0.5, alpha=0.1)
    add(schedules.CosineDecayRestarts, initial_learning_rate=0.1, first_decay_steps=5, t_mul=3.0, m_mul=0.8)
    for kind in (schedules.ExponentialDecay, schedules.InverseTimeDecay):
        add(kind, initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5, name="mine")
    add(schedules.PiecewiseConstantDecay, boundaries=[5], values=[1.0, 0.5], name="mine")
    for kind in (schedules.PolynomialDecay, schedules.CosineDecay):
        add(kind, initial_learning_rate=0.1, decay_steps=20, name="mine")
    add(schedules.CosineDecayRestarts, initial_learning_rate=0.1, first_decay_steps=10, name="mine")
    return out


def activation_cases():
    x = np.array([[-100.0, -8.0, -3.5, -1.0, -0.5, -0.2, -1e-3, 0.0], [1e-3, 0.2, 0.4999, 0.5, 1.0, 3.0, 6.5, 100.0]], "float32")
    out = []

    def add(name, **arguments):
        function = getattr(keras.activations, name)
        source = tf.constant(x)
        with tf.GradientTape() as tape:
            tape.watch(source)
            y = function(source, **arguments)
            total = tf.reduce_sum(y * weights(1000, 1.0, tuple(y.shape)))
        out.append({"name": name, "arguments": arguments, "output": tensor(y), "grad": tensor(tape.gradient(total, source))})

    for name in ("relu", "sigmoid", "tanh", "softmax", "softplus", "softsign", "elu", "selu", "exponential", "gelu", "hard_sigmoid", "linear", "relu6",
                 "silu", "swish", "leaky_relu", "mish", "log_softmax", "log_sigmoid", "celu", "glu", "hard_silu", "hard_swish", "hard_tanh", "hard_shrink",
                 "soft_shrink", "tanh_shrink", "squareplus", "sparse_plus", "sparse_sigmoid", "sparsemax"):
        add(name)
    add("relu", negative_slope=0.1, max_value=4.0, threshold=0.3)
    add("leaky_relu", negative_slope=0.05)
    add("elu", alpha=0.5)
    add("celu", alpha=2.0)
    add("gelu", approximate=True)
    add("softmax", axis=0)
    add("threshold", threshold=0.3, default_value=-7.0)
    return {"x": tensor(x), "cases": out}


def initializer_cases():
    """Exact values where there is no chance in it; otherwise moments of a large draw, and the properties that must hold."""
    exact, random = [], []
    make = keras.initializers
    for kind, arguments, shape in ((make.Zeros, {}, (2, 3)), (make.Ones, {}, (2, 3)), (make.Constant, {"value": 2.5}, (2, 3)), (make.Identity, {}, (3, 3)),
                                   (make.Identity, {"gain": 0.5}, (2, 4)), (make.Identity, {}, (4, 2))):
        initializer = kind(**arguments)
        exact.append({"class_name": kind.__name__, "arguments": arguments, "config": initializer.get_config(), "output": tensor(initializer(shape))})

    def add(kind, shape, **arguments):
        initializer = kind(seed=1, **arguments)
        values = np.asarray(initializer(shape), "float64")
        random.append({"class_name": kind.__name__, "config": initializer.get_config(), "shape": list(shape), "mean": values.mean(),
                       "std": values.std(), "min": values.min(), "max": values.max()})

    for kind in (make.GlorotUniform, make.GlorotNormal, make.HeUniform, make.HeNormal, make.LecunUniform, make.LecunNormal):
        add(kind, (100, 300))
        add(kind, (3, 40, 80))
        add(kind, (20000,))
        add(kind, (10, 20, 30), input_axes=[0], output_axes=[1, 2])
    add(make.RandomNormal, (200, 200))
    add(make.RandomNormal, (200, 200), mean=1.0, stddev=0.5)
    add(make.TruncatedNormal, (200, 200), mean=1.0, stddev=0.5)
    add(make.RandomUniform, (200, 200))
    add(make.RandomUniform, (200, 200), minval=1.0, maxval=3.0)
    for mode in ("fan_in", "fan_out", "fan_avg"):
        for distribution in ("truncated_normal", "untruncated_normal", "uniform"):
            add(make.VarianceScaling, (100, 300), scale=2.0, mode=mode, distribution=distribution)
    add(make.VarianceScaling, (10, 20, 30), input_axes=[0], output_axes=[1, 2])
    for shape, gain in (((60, 60), 1.0), ((30, 120), 2.0), ((120, 30), 1.0), ((3, 4, 60), 1.0)):
        add(make.Orthogonal, shape, gain=gain)
        rows = np.asarray(make.Orthogonal(gain=gain, seed=1)(shape), "float64").reshape(-1, shape[-1])
        square = rows @ rows.T if rows.shape[0] <= rows.shape[1] else rows.T @ rows
        random[-1]["gram_error"] = float(f"{np.abs(square - gain ** 2 * np.eye(len(square))).max():.1e}")
    first, second = make.GlorotUniform(seed=5), make.GlorotUniform(seed=5)
    facts = {"the same instance draws the same values twice": bool(np.array_equal(first((3, 3)), first((3, 3)))),
             "two instances with one seed draw the same values": bool(np.array_equal(first((3, 3)), second((3, 3)))),
             "an instance without a seed draws the same values twice": bool(np.array_equal(*(lambda i: (i((3, 3)), i((3, 3))))(make.GlorotUniform())))}
    return {"exact": exact, "random": random, "facts": facts}


def regularizer_cases():
    out = []
    make = keras.regularizers
    for regularizer, shape in ((make.L1(0.3), (3, 4)), (make.L2(0.3), (3, 4)), (make.L1L2(0.2, 0.4), (3, 4)), (make.L1(), (3, 4)), (make.L2(), (3, 4)), (make.L1L2(), (3, 4)),
                               (make.OrthogonalRegularizer(0.5), (3, 4)), (make.OrthogonalRegularizer(0.5, mode="columns"), (3, 4)), (make.L2(0.3), (2, 3, 2))):
        x = tf.constant(weights(401, 1.0, shape))
        with tf.GradientTape() as tape:
            tape.watch(x)
            value = regularizer(x)
        grad = tape.gradient(value, x)
        out.append({"class_name": type(regularizer).__name__, "config": regularizer.get_config(), "input": tensor(x), "value": tensor(value),
                    "grad": None if grad is None else tensor(grad)})
    return out


def constraint_cases():
    out = []
    make = keras.constraints
    for kind, arguments in ((make.MaxNorm, {}), (make.MaxNorm, {"max_value": 0.8}), (make.MaxNorm, {"max_value": 0.8, "axis": 1}), (make.NonNeg, {}), (make.UnitNorm, {}),
                            (make.UnitNorm, {"axis": 1}), (make.UnitNorm, {"axis": [0, 1]}), (make.MinMaxNorm, {}),
                            (make.MinMaxNorm, {"min_value": 0.5, "max_value": 0.9, "rate": 0.4, "axis": 1})):
        constraint = kind(**arguments)
        x = weights(402, 1.0, (3, 4))
        x[:, 2] = 0
        out.append({"class_name": kind.__name__, "config": constraint.get_config(), "input": tensor(x), "output": tensor(constraint(tf.constant(x)))})
    return out


if __name__ == "__main__":
    write("optimizers", {"cases": optimizer_cases()})
    for part in range(3):
        write(f"optimizers_shared_{part + 1}", {"cases": shared_arguments(KINDS[part::3])})
    write("optimizer_slices", {"cases": slices()})
    write("schedules", {"cases": schedule_cases()})
    write("activation_functions", activation_cases())
    write("initializers", initializer_cases())
    write("regularizers", {"cases": regularizer_cases()})
    write("constraints", {"cases": constraint_cases()})
