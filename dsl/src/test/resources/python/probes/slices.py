tf.random.set_seed(11)
def row():
    v = tf.Variable([[1.0, 2.0], [3.0, 4.0]])
    v[0].assign([5.0, 6.0])
    v[1, 0].assign(9.0)
    return v
case("assign to a row and an element", row)
def column():
    v = tf.Variable([[1.0, 2.0], [3.0, 4.0]])
    v[:, 1].assign(v[:, 0] * 10)
    return v
case("assign to a column", column)
case("assign to a tensor", lambda: tf.constant([1.0, 2.0])[0].assign(3.0))
case("assign too much", lambda: tf.Variable([1.0, 2.0])[0:1].assign([3.0, 4.0, 5.0]))
case("r_", lambda: [np.r_[1:4, 7, 8], np.r_[np.array([1.5, 2.5]), 0], np.r_[5:0:-2]])
case("c_", lambda: [np.c_[np.array([1, 2]), np.array([3, 4])], np.c_[np.ones((2, 2)), np.array([5, 6])]])
case("mgrid", lambda: [np.mgrid[0:3, 0:2], np.mgrid[1:4], np.mgrid[0:6:2, 3:1:-1]])
case("ogrid", lambda: [a for a in np.ogrid[0:3, 0:2]])
D = tf.data.Dataset
case("random", lambda: [int(x) for x in D.random(seed=4).take(4)])
case("random again", lambda: (lambda d: [[int(x) for x in d], [int(x) for x in d]])(D.random(seed=9).take(3)))
case("shuffle", lambda: [int(x) for x in D.range(10).shuffle(5, seed=4)])
case("shuffle more than there is", lambda: [int(x) for x in D.range(10).shuffle(50, seed=1)])
case("shuffle again", lambda: (lambda d: [[int(x) for x in d] for _ in range(3)])(D.range(8).shuffle(8, seed=2)))
case("shuffle once", lambda: (lambda d: [[int(x) for x in d] for _ in range(2)])(D.range(8).shuffle(3, seed=2, reshuffle_each_iteration=False)))
case("shuffle, repeat, batch", lambda: [x for x in D.range(6).shuffle(4, seed=7).repeat(2).batch(5)])
def globally():
    tf.random.set_seed(42)
    a = [int(x) for x in D.range(8).shuffle(8)]
    b = [int(x) for x in D.range(8).shuffle(8, seed=3)]
    tf.random.set_seed(42)
    c = [int(x) for x in D.range(8).shuffle(8)]
    return [a, b, c]
case("shuffle by the global seed", globally)
case("MeanMetricWrapper", lambda: keras.metrics.MeanMetricWrapper(lambda a, b: (a - b) ** 2)(np.ones((2,)), np.zeros((2,))))
def wrapped():
    m = keras.metrics.MeanMetricWrapper(fn=keras.losses.mean_squared_error, name="mine")
    m.update_state(X, X * 2, sample_weight=SW)
    m.update_state(X, X * 0.5)
    return [m.name, m.result()]
case("MeanMetricWrapper, weights", wrapped)
