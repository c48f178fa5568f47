D = tf.data.Dataset
case("repeat batch", lambda: list(D.range(3).repeat(2).batch(4).as_numpy_iterator()))
case("batch repeat", lambda: list(D.range(3).batch(2).repeat(2).as_numpy_iterator()))
case("flat_map", lambda: list(D.range(3).flat_map(lambda x: D.from_tensors(x).repeat(2)).as_numpy_iterator()))
