def output_gradients():
    x = tf.Variable([1.0, 2.0, 3.0])
    with tf.GradientTape(persistent=True) as t:
        y = x ** 3
        z = tf.reduce_sum(y)
    return [t.jacobian(y, x), t.gradient(z, x), t.gradient([y, z], x), t.gradient(y, x, output_gradients=tf.constant([1.0, 0.0, 2.0])),
            t.gradient(target=y, sources=x), t.gradient([y, z], x, [tf.constant([1.0, 0.0, 0.0]), tf.constant(2.0)])]
case("output_gradients", output_gradients)
def paused():
    x = tf.Variable(2.0)
    with tf.GradientTape() as t:
        y = x * x
        with t.stop_recording():
            z = y * x
        w = y + z
    return t.gradient(w, x)
case("stop_recording", paused)
def unconnected():
    x = tf.Variable([1.0, 2.0])
    y = tf.Variable([3.0, 4.0])
    with tf.GradientTape(persistent=True) as t:
        z = x * 2
    return [t.gradient(z, y), t.gradient(z, y, unconnected_gradients=tf.UnconnectedGradients.ZERO), t.gradient(z, {"a": x, "b": y}, unconnected_gradients="zero")]
case("unconnected_gradients", unconnected)
def reset():
    x = tf.Variable(3.0)
    with tf.GradientTape() as t:
        y = x * x
        t.reset()
        z = x * 5
    return t.gradient(z, x)
case("reset", reset)
def twice():
    x = tf.Variable(3.0)
    with tf.GradientTape() as t:
        y = x * x
    t.gradient(y, x)
    return t.gradient(y, x)
case("used twice", twice)
def whole():
    x = tf.Variable(3)
    with tf.GradientTape() as t:
        y = x * x
    return t.gradient(y, x)
case("whole numbers", whole)
@tf.custom_gradient
def clipped(x):
    def grad(dy):
        return tf.clip_by_value(dy, -0.5, 0.5)
    return tf.identity(x), grad
def custom():
    x = tf.Variable([1.0, 2.0])
    with tf.GradientTape() as t:
        y = tf.reduce_sum(clipped(x) * 3)
    return [y, t.gradient(y, x)]
case("custom_gradient", custom)
@tf.custom_gradient
def product(a, b):
    def grad(dy):
        return dy * b * 10, dy * a * 100
    return a * b, grad
def custom_two():
    a = tf.Variable(2.0)
    b = tf.constant(5.0)
    with tf.GradientTape() as t:
        t.watch(b)
        y = product(a, b) ** 2
    return [y, t.gradient(y, [a, b])]
case("custom_gradient of two", custom_two)
@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def total(x):
    return tf.reduce_sum(x)
case("function with a signature", lambda: total(tf.constant([1.0, 2.0])))
@tf.function(reduce_retracing=True, jit_compile=False)
def doubled(x):
    while tf.reduce_sum(x) < 100.0:
        x = x * 2
    return x
case("function with a loop", lambda: doubled(tf.constant([1.0, 2.0])))
case("switch_case", lambda: [tf.switch_case(tf.constant(1), [lambda: tf.constant(10), lambda: tf.constant(20)]), tf.switch_case(tf.constant(9), [lambda: tf.constant(10), lambda: tf.constant(20)])])
case("case", lambda: [tf.case([(tf.constant(False), lambda: tf.constant(1))], default=lambda: tf.constant(7)), tf.case([(tf.constant(True), lambda: tf.constant(1)), (tf.constant(True), lambda: tf.constant(2))])])
