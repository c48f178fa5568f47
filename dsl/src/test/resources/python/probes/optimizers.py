O = keras.optimizers
ID = np.array([[1, 2, 0], [3, 3, 0], [5, 1, 2], [0, 0, 0], [2, 2, 2], [4, 1, 0]])
IY = np.array([[1.0], [0.0], [1.0], [0.0], [1.0], [0.0]], dtype="float32")
def emb(opt):
    keras.backend.clear_session()
    m = keras.Sequential([keras.Input((3,), dtype="int32"), layers.Embedding(7, 3, name="e"), layers.Flatten(), layers.Dense(1, activation="sigmoid", name="d")])
    fill(m)
    m.compile(optimizer=opt, loss="binary_crossentropy")
    m.fit(ID, IY, batch_size=2, shuffle=False, verbose=0, epochs=7)
    return [[w.numpy() for w in m.weights], [v.numpy() for v in m.optimizer.variables]]
CASES = [("SGD", dict(learning_rate=0.1)), ("SGD", dict(learning_rate=0.1, momentum=0.8, nesterov=True, clipvalue=0.02)), ("RMSprop", dict(learning_rate=0.02, rho=0.8, momentum=0.3, centered=True, epsilon=1e-3)), ("Adam", dict(learning_rate=0.05, amsgrad=True, beta_1=0.7)), ("AdamW", dict(learning_rate=0.05, weight_decay=0.1)), ("Adamax", dict(learning_rate=0.05, beta_2=0.9)), ("Nadam", dict(learning_rate=0.05, beta_2=0.9)), ("Adagrad", dict(learning_rate=0.1, initial_accumulator_value=0.3, epsilon=1e-2)), ("Adadelta", dict(learning_rate=1.0, rho=0.8, epsilon=1e-3)), ("Ftrl", dict(learning_rate=0.1, learning_rate_power=-0.7, initial_accumulator_value=0.2, l1_regularization_strength=0.01, l2_regularization_strength=0.02, l2_shrinkage_regularization_strength=0.03, beta=0.1)), ("Lion", dict(learning_rate=0.01, beta_1=0.8, beta_2=0.9)), ("Adafactor", dict(learning_rate=0.05)), ("Lamb", dict(learning_rate=0.05))]
for n, kw in CASES:
    case("emb " + n + str(sorted(kw.items())), lambda: emb(getattr(O, n)(**kw)))
    case("emb all " + n, lambda: emb(getattr(O, n)(**dict(kw, weight_decay=0.05, use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=4, gradient_accumulation_steps=2, **({} if "clipvalue" in kw else {"global_clipnorm": 0.1})))))
    case("config " + n, lambda: getattr(O, n)(**kw).get_config())
def excl(cls, **kw):
    keras.backend.clear_session()
    m = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="one"), layers.Dense(1, name="two")])
    fill(m)
    o = cls(**kw)
    o.exclude_from_weight_decay(var_list=[m.layers[0].kernel], var_names=["bias"])
    m.compile(o, "mse")
    m.fit(X, Y, batch_size=5, shuffle=False, verbose=0, epochs=3)
    return [w.numpy() for w in m.weights]
case("exclude AdamW", lambda: excl(O.AdamW, learning_rate=0.05, weight_decay=0.5))
case("exclude SGD", lambda: excl(O.SGD, learning_rate=0.05, weight_decay=0.5))
case("exclude Lion", lambda: excl(O.Lion, learning_rate=0.05, weight_decay=0.5))
def lateexcl():
    m = small(optimizer=O.AdamW(0.1))
    hist(m, X, Y)
    m.optimizer.exclude_from_weight_decay(var_names=["bias"])
case("exclude late", lateexcl)
def direct():
    a = tf.Variable([1.0, -2.0, 3.0]); b = tf.Variable([[0.5], [0.25]])
    o = O.Adam(0.1)
    o.apply_gradients([(tf.constant([0.1, 0.2, -0.3]), a), (tf.constant([[1.0], [2.0]]), b)])
    o.apply([tf.constant([0.1, 0.2, -0.3]), tf.constant([[1.0], [2.0]])], [a, b])
    return [a.numpy(), b.numpy(), int(o.iterations), float(o.learning_rate), len(o.variables)]
case("direct", direct)
def nonegrad():
    a = tf.Variable([1.0]); b = tf.Variable([1.0])
    o = O.SGD(0.1)
    o.apply_gradients([(None, a), (tf.constant([1.0]), b)])
    return [a.numpy(), b.numpy()]
case("none grad", nonegrad)
def allnone():
    a = tf.Variable([1.0])
    O.SGD(0.1).apply_gradients([(None, a)])
case("all none", allnone)
def setlr():
    m = small(optimizer=O.Adam(0.1))
    m.optimizer.learning_rate = 0.02
    a = float(m.optimizer.learning_rate)
    m.optimizer.learning_rate.assign(0.5)
    return [a, float(m.optimizer.learning_rate), hist(m, X, Y)]
case("set lr", setlr)
def setsched():
    m = small(optimizer=O.Adam(O.schedules.ExponentialDecay(0.1, 3, 0.5)))
    a = float(m.optimizer.learning_rate)
    hist(m, X, Y)
    b = float(m.optimizer.learning_rate)
    m.optimizer.learning_rate = 0.3
case("set lr of schedule", setsched)
def newvar():
    o = O.SGD(0.1, momentum=0.9)
    a = tf.Variable([1.0]); b = tf.Variable([1.0])
    o.apply_gradients([(tf.constant([1.0]), a)])
    o.apply_gradients([(tf.constant([1.0]), b)])
case("unknown variable", newvar)
case("get", lambda: [type(O.get("adam")).__name__, type(O.get("AdamW")).__name__, type(O.get({"class_name": "SGD", "config": {"learning_rate": 0.3}})).__name__, float(O.get({"class_name": "SGD", "config": {"learning_rate": 0.3}}).learning_rate)])
case("get bad", lambda: O.get("adamm"))
case("get int", lambda: O.get(3))
case("from_config", lambda: O.Adam.from_config(O.Adam(0.3, beta_1=0.2).get_config()).get_config())
case("serialize", lambda: O.serialize(O.SGD(0.5, momentum=0.1)))
case("deserialize", lambda: O.deserialize(O.serialize(O.SGD(0.5, momentum=0.1))).get_config())
for n in ["SGD", "Adam", "Adagrad", "Ftrl"]:
    case("err momentum " + n, lambda: getattr(O, n)(learning_rate=-1.0).get_config()["learning_rate"])
for i, (n, kw) in enumerate([("SGD", dict(momentum=-0.1)), ("SGD", dict(momentum=1.5)), ("Ftrl", dict(initial_accumulator_value=-1.0)), ("Ftrl", dict(learning_rate_power=1.0)), ("Ftrl", dict(l1_regularization_strength=-1.0)), ("Ftrl", dict(l2_regularization_strength=-1.0)), ("Ftrl", dict(l2_shrinkage_regularization_strength=-1.0)), ("Lion", dict(beta_1=0.0)), ("Lion", dict(beta_1=1.5)), ("AdamW", dict(weight_decay=None)), ("Adam", dict(use_ema=True, ema_momentum=-1.0)), ("Adam", dict(ema_overwrite_frequency=-1, use_ema=True)), ("Adam", dict(name="my")), ("SGD", dict(ema_overwrite_frequency="x", use_ema=True))]):
    case("err " + str(i) + n + str(sorted(kw.keys())), lambda: getattr(O, n)(**kw).name)
S = O.schedules
for n, kw in [("ExponentialDecay", dict(initial_learning_rate=0.1, decay_steps=3, decay_rate=0.5, staircase=True, name="z")), ("PiecewiseConstantDecay", dict(boundaries=[2, 5], values=[1.0, 0.5, 0.1])), ("PolynomialDecay", dict(initial_learning_rate=0.1, decay_steps=4, end_learning_rate=0.01, power=2.0, cycle=True)), ("InverseTimeDecay", dict(initial_learning_rate=0.1, decay_steps=2, decay_rate=0.5, staircase=False)), ("CosineDecay", dict(initial_learning_rate=0.0, decay_steps=6, alpha=0.1, warmup_target=0.2, warmup_steps=3)), ("CosineDecayRestarts", dict(initial_learning_rate=0.1, first_decay_steps=3, t_mul=1.5, m_mul=0.8, alpha=0.1)), ("CosineDecayRestarts", dict(initial_learning_rate=0.1, first_decay_steps=3, t_mul=1.0, m_mul=0.5))]:
    case("sched config " + n + str(len(kw)), lambda: getattr(S, n)(**kw).get_config())
    case("sched fit " + n + str(len(kw)), lambda: hist(small(optimizer=O.SGD(getattr(S, n)(**kw))), X, Y, epochs=3))
    case("sched tensor " + n + str(len(kw)), lambda: [getattr(S, n)(**kw)(tf.constant(3)), getattr(S, n)(**kw)(tf.Variable(2, dtype="int64")), getattr(S, n)(**kw)(2.5)])
    case("sched again " + n + str(len(kw)), lambda: getattr(S, n).from_config(getattr(S, n)(**kw).get_config())(4))
case("sched deserialize", lambda: S.deserialize(S.serialize(S.ExponentialDecay(0.1, 3, 0.5)))(4))
case("lr callable", lambda: hist(small(optimizer=O.SGD(lambda: 0.3)), X, Y))
