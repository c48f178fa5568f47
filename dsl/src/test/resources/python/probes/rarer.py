O = keras.ops
A = lcg(9, 2.0, (3, 4))
def integers(*values):
    return np.array(values, dtype="int32")
case("append", lambda: [O.append(A, A), O.append(A, A, axis=1)])
case("windows", lambda: [O.bartlett(5), O.blackman(5), O.hamming(5), O.hanning(5)])
case("bincount", lambda: [O.bincount(integers(1, 1, 3)), O.bincount(integers(1, 1, 3), minlength=6), O.bincount(integers(0, 1, 1), weights=np.array([0.5, 1.0, 2.0], "float32"))])
case("bitwise", lambda: [O.bitwise_and(integers(6, 5), integers(3, 1)), O.bitwise_or(integers(6), integers(3)), O.bitwise_xor(integers(6), integers(3)), O.bitwise_not(integers(6)), O.bitwise_invert(integers(6)), O.left_shift(integers(1), integers(3)), O.bitwise_right_shift(integers(9), integers(2))])
case("correlate", lambda: [O.correlate(A[0], A[1][:2]), O.correlate(A[0], A[1][:2], mode="full")])
case("cross", lambda: O.cross(A[:, :3], A[:, 1:]))
case("diagflat", lambda: [O.diagflat(A[0, :2]), O.diagflat(A[0, :2], k=1)])
case("stacks", lambda: [O.dstack([A, A]), O.hsplit(A, 2), O.vsplit(A, 3)])
case("turns", lambda: [O.fliplr(A), O.flipud(A), O.rot90(A)])
case("pairs", lambda: [O.fmax(A[0], A[1]), O.fmin(A[0], A[1]), O.fmod(A[0], A[1]), O.gcd(integers(12, 9), integers(8, 6)), O.lcm(integers(4), integers(6)), O.heaviside(A[0], A[1])])
case("elements", lambda: [O.fabs(A[0]), O.sinc(A[0]), O.signbit(A[0]), O.isneginf(A[0]), O.isposinf(np.array([np.inf, 1.0]))])
case("spaces", lambda: [O.geomspace(1.0, 8.0, 4), O.logspace(0.0, 2.0, 3)])
case("isin", lambda: O.isin(integers(1, 2, 3), integers(2, 5)))
case("select", lambda: O.select([A > 1, A < 0], [A, A * 10], 7.0))
case("trapezoid", lambda: [O.trapezoid(A), O.trapezoid(A, dx=2.0)])
case("vander", lambda: [O.vander(A[0, :3]), O.vander(A[0, :3], 2, increasing=True)])
case("slogdet", lambda: [x for x in O.slogdet(A[:3, :3])])
case("lstsq", lambda: O.lstsq(A.T, np.ones((4, 1), "float32")))
case("pinv", lambda: [O.pinv(A), O.matrix_rank(A)])
case("nest", lambda: [tf.nest.flatten({"b": 1, "a": [2, 3]}), tf.nest.map_structure(lambda a: a + 1, [1, (2, 3)]), tf.nest.map_structure(lambda a, b: a * b, {"x": 2, "y": [3]}, {"x": 5, "y": [7]}), tf.nest.pack_sequence_as([1, (2, {"k": 3})], [7, 8, 9]), tf.nest.is_nested([1]), tf.nest.is_nested(1)])
case("tf.bitwise", lambda: [tf.bitwise.bitwise_and([6], [3]), tf.bitwise.left_shift([1], [3]), tf.bitwise.invert([6])])
def array():
    ta = tf.TensorArray(tf.float32, size=0, dynamic_size=True)
    for i in tf.range(3):
        ta = ta.write(i, tf.cast(i, tf.float32) * [1.0, 2.0])
    return [ta.stack(), ta.size(), ta.concat(), tf.TensorArray(tf.float32, 3).unstack(A).read(2), ta.gather([2, 0]), ta.read(1)]
case("TensorArray", array)
def tape_through():
    x = tf.Variable([1.0, 2.0])
    with tf.GradientTape() as t:
        ta = tf.TensorArray(tf.float32, 3)
        for i in range(3):
            ta = ta.write(i, x * i)
        y = tf.reduce_sum(ta.stack() ** 2)
    return t.gradient(y, x)
case("TensorArray and a tape", tape_through)
case("TensorShape", lambda: [str(tf.TensorShape([None, 2])), tf.TensorShape([3, 2]).as_list(), tf.TensorShape([3, 2]).rank])
case("pad_sequences of objects", lambda: keras.utils.pad_sequences([["a"], ["b", "c"]], dtype=object, value="").tolist())
def two():
    keras.backend.clear_session()
    i = keras.Input((4,), name="i")
    h = layers.Dense(3, activation="tanh", name="h")(i)
    m = keras.Model(i, {"a": layers.Dense(1, activation="sigmoid", name="a")(h), "b": layers.Dense(2, name="b")(h)})
    fill(m)
    m.compile(keras.optimizers.SGD(0.3), {"a": "binary_crossentropy", "b": "mse"}, metrics={"b": "mae"})
    before = m.metrics_names
    m.fit(X, {"a": Y, "b": lcg(53, 1.0, (10, 2))}, verbose=0, shuffle=False)
    return [before, m.metrics_names, [k.name for k in m.metrics]]
case("metrics of several outputs", two)
def shapes():
    keras.backend.clear_session()
    a = keras.Input((5, 3), name="a")
    b = keras.Input((5, 3), name="b")
    m = keras.Model([a, b], layers.Add()([a, b]))
    return [m.input_shape, isinstance(m.input_shape, list), isinstance(m.input_shape[0], tuple), m.output_shape]
case("shapes of several inputs", shapes)
def states():
    keras.backend.clear_session()
    l = layers.GRU(2, stateful=True)
    l(np.ones((4, 5, 3), "float32"))
    return [[v.path for v in l.states], [v.name for v in l.states]]
case("paths of states", states)


nan = float("nan")
for row in ([1.0, nan, 3.0], [nan, 1.0, 3.0], [3.0, nan, 1.0], [nan, nan, 2.0], [1.0, 3.0, 2.0]):
    case("places of nan", lambda: [tf.argmax(row), tf.argmin(row), np.argmax(row), np.argmin(row)])
case("places of nan, rows", lambda: [np.argmax(np.array([[1.0, nan], [2.0, 5.0]]), axis=1), np.array([[nan, 0.0], [2.0, 5.0]]).argmin(axis=0)])
