keras.backend.clear_session()
P = (lcg(61, 0.5, (4, 3)) + 0.5).astype("float32")
P = P / P.sum(axis=1, keepdims=True)
YC = np.array([[1., 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]], dtype="float32")
YI = np.array([0, 1, 2, 1])
B = (lcg(62, 0.5, (4, 3)) + 0.5).astype("float32")
YB = (lcg(63, 1.0, (4, 3)) > 0).astype("float32")
R = lcg(64, 2.0, (4, 3)); YR = lcg(65, 2.0, (4, 3))
W = np.array([0.5, 1.0, 2.0, 0.0], dtype="float32")
LO = [("BinaryCrossentropy", YB, B, [dict(), dict(label_smoothing=0.2), dict(from_logits=True)]), ("CategoricalCrossentropy", YC, P, [dict(), dict(label_smoothing=0.1), dict(from_logits=True), dict(axis=0)]), ("SparseCategoricalCrossentropy", YI, P, [dict(), dict(from_logits=True), dict(ignore_class=1), dict(axis=-1)]), ("BinaryFocalCrossentropy", YB, B, [dict(), dict(apply_class_balancing=True, alpha=0.4, gamma=3.0), dict(label_smoothing=0.1)]), ("CategoricalFocalCrossentropy", YC, P, [dict(), dict(alpha=0.5, gamma=1.0)]), ("MeanSquaredError", YR, R, [dict()]), ("MeanAbsoluteError", YR, R, [dict()]), ("MeanAbsolutePercentageError", YR, R, [dict()]), ("MeanSquaredLogarithmicError", np.abs(YR), np.abs(R), [dict()]), ("Huber", YR, R, [dict(), dict(delta=0.5)]), ("LogCosh", YR, R, [dict()]), ("Hinge", YB, R, [dict()]), ("SquaredHinge", YB, R, [dict()]), ("CategoricalHinge", YC, R, [dict()]), ("KLDivergence", P, B, [dict()]), ("Poisson", B, P, [dict()]), ("CosineSimilarity", YR, R, [dict(), dict(axis=0)]), ("Dice", YB, B, [dict(), dict(axis=1)]), ("Tversky", YB, B, [dict(), dict(alpha=0.3, beta=0.7)]), ("CategoricalGeneralizedCrossEntropy", YI, P, [dict(), dict(q=0.3)])]
for name, y, p, kws in LO:
    for kw in kws:
        for red in ["sum_over_batch_size", "sum", "none", None, "mean", "mean_with_sample_weight"]:
            case("%s %s %s" % (name, sorted(kw.items()), red), lambda: getattr(keras.losses, name)(reduction=red, **kw)(y, p))
            if red in ["sum", "none", "mean_with_sample_weight", "sum_over_batch_size"]:
                case("%s %s %s w" % (name, sorted(kw.items()), red), lambda: getattr(keras.losses, name)(reduction=red, **kw)(y, p, sample_weight=W))
    case(name + " dtype", lambda: str(keras.ops.dtype(getattr(keras.losses, name)(dtype="float64")(y, p))))
    case(name + " config", lambda: str(sorted(getattr(keras.losses, name)(name="q").get_config().items(), key=str)))
    case(name + " bad reduction", lambda: getattr(keras.losses, name)(reduction="auto"))
    def masked():
        t = tf.constant(p)
        t._keras_mask = tf.constant([True, False, True, True])
        return getattr(keras.losses, name)()(y, t)
    case(name + " mask", masked)
    case(name + " scalar weight", lambda: getattr(keras.losses, name)()(y, p, sample_weight=2.0))
    case(name + " col weight", lambda: getattr(keras.losses, name)()(y, p, sample_weight=W.reshape(4, 1)))
    case(name + " bad weight", lambda: getattr(keras.losses, name)()(y, p, sample_weight=np.ones(3)))
    case(name + " bad shape", lambda: getattr(keras.losses, name)()(y, p[:2]))
ME = [("Accuracy", YI, YI[::-1].copy(), [dict()]), ("BinaryAccuracy", YB, B, [dict(), dict(threshold=0.3)]), ("CategoricalAccuracy", YC, P, [dict()]), ("SparseCategoricalAccuracy", YI, P, [dict()]), ("TopKCategoricalAccuracy", YC, P, [dict(k=2)]), ("SparseTopKCategoricalAccuracy", YI, P, [dict(k=1), dict(k=2, from_sorted_ids=False)]), ("AUC", YB, B, [dict(), dict(num_thresholds=5), dict(curve="PR"), dict(multi_label=True), dict(summation_method="minoring"), dict(summation_method="majoring", curve="PR"), dict(thresholds=[0.3, 0.6]), dict(from_logits=True), dict(multi_label=True, num_labels=3, label_weights=[0.5, 1.0, 2.0])]), ("Precision", YB, B, [dict(), dict(thresholds=[0.2, 0.7]), dict(top_k=2), dict(class_id=1)]), ("Recall", YB, B, [dict(), dict(thresholds=0.3), dict(top_k=1, class_id=2)]), ("F1Score", YC, P, [dict(), dict(average="micro"), dict(average="macro"), dict(average="weighted", threshold=0.4)]), ("FBetaScore", YC, P, [dict(beta=2.0), dict(beta=0.5, average="macro")]), ("TruePositives", YB, B, [dict(), dict(thresholds=[0.1, 0.9])]), ("FalseNegatives", YB, B, [dict()]), ("SensitivityAtSpecificity", YB, B, [dict(specificity=0.5), dict(specificity=0.5, num_thresholds=5)]), ("SpecificityAtSensitivity", YB, B, [dict(sensitivity=0.5)]), ("PrecisionAtRecall", YB, B, [dict(recall=0.5)]), ("RecallAtPrecision", YB, B, [dict(precision=0.6)]), ("MeanIoU", YI, YI[::-1].copy(), [dict(num_classes=3)]), ("IoU", YI, YI[::-1].copy(), [dict(num_classes=3, target_class_ids=[0, 2])]), ("BinaryIoU", YB, B, [dict(), dict(target_class_ids=[1], threshold=0.3)]), ("OneHotIoU", YC, P, [dict(num_classes=3, target_class_ids=[1])]), ("OneHotMeanIoU", YC, P, [dict(num_classes=3)]), ("Mean", None, R, [dict()]), ("Sum", None, R, [dict()]), ("MeanSquaredError", YR, R, [dict()]), ("RootMeanSquaredError", YR, R, [dict()]), ("R2Score", YR, R, [dict(), dict(class_aggregation=None), dict(class_aggregation="variance_weighted_average"), dict(num_regressors=1)]), ("CosineSimilarity", YR, R, [dict(), dict(axis=0)]), ("MeanRelativeError", YR, R, [dict(normalizer=[1.0, 2.0, 3.0])]), ("LogCoshError", YR, R, [dict()]), ("PearsonCorrelation", YR, R, [dict(), dict(axis=0)]), ("ConcordanceCorrelation", YR, R, [dict()]), ("KLDivergence", P, B, [dict()]), ("Poisson", B, P, [dict()]), ("Hinge", YB, R, [dict()]), ("CategoricalHinge", YC, R, [dict()]), ("BinaryCrossentropy", YB, B, [dict(label_smoothing=0.1), dict(from_logits=True)]), ("CategoricalCrossentropy", YC, P, [dict(label_smoothing=0.1)]), ("SparseCategoricalCrossentropy", YI, P, [dict(ignore_class=0)])]
def met(name, kw, y, p, w=None, twice=True):
    m = getattr(keras.metrics, name)(**kw)
    a = [] if y is None else [y]
    m.update_state(*a, p, sample_weight=w) if w is not None else m.update_state(*a, p)
    r = [np.array(m.result())]
    if twice:
        m.update_state(*[e[:2] for e in a], p[:2])
        r.append(np.array(m.result()))
        m.reset_state()
        r.append([np.array(v) for v in m.variables])
    return r + [m.name]
for name, y, p, kws in ME:
    for kw in kws:
        key = "%s %s" % (name, [k for k in sorted(kw)])
        case("metric " + key + " " + str([kw[k] for k in sorted(kw) if k != "fn"]), lambda: met(name, dict(kw), y, p))
        case("metric w " + key + " " + str([kw[k] for k in sorted(kw) if k != "fn"]), lambda: met(name, dict(kw), y, p, W))
    case("metric name " + name, lambda: getattr(keras.metrics, name)(**dict(kws[0], name="zz")).name)
    case("metric bad " + name, lambda: getattr(keras.metrics, name)(**dict(kws[0], foo=1)))
def two():
    keras.backend.clear_session()
    i = keras.Input((4,))
    h = layers.Dense(3, activation="tanh")(i)
    m = keras.Model(i, {"a": layers.Dense(1, activation="sigmoid", name="a")(h), "b": layers.Dense(3, activation="softmax", name="b")(h)})
    fill(m)
    return m
YY = {"a": Y, "b": np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 0])}
for n, cw in [("flat", {0: 1.0, 1: 2.0}), ("per", {"a": {0: 1.0, 1: 2.0}, "b": {0: 1.0, 1: 0.5, 2: 3.0}})]:
    def f():
        m = two()
        m.compile(keras.optimizers.SGD(0.1), {"a": "binary_crossentropy", "b": "sparse_categorical_crossentropy"}, metrics={"a": "accuracy", "b": ["accuracy"]}, weighted_metrics={"b": ["accuracy"]})
        return hist(m, X, YY, class_weight=cw)
    case("class_weight two " + n, f)
for n, cw in [("missing", {0: 1.0}), ("float", {0: 1, 1: 0.25}), ("neg", {0: -1.0, 1: 1.0}), ("str", {"0": 1.0, "1": 2.0})]:
    case("class_weight " + n, lambda: hist(small(), X, Y, class_weight=cw))
case("class_weight and sample", lambda: hist(small(), X, Y, class_weight={0: 1.0, 1: 2.0}, sample_weight=SW))
def weights2(lw, sw=None):
    m = two()
    m.compile(keras.optimizers.SGD(0.1), {"a": "binary_crossentropy", "b": "sparse_categorical_crossentropy"}, loss_weights=lw)
    return hist(m, X, YY, sample_weight=sw)
case("loss weights", lambda: weights2({"a": 0.3, "b": 2.0}))
case("loss weights part", lambda: weights2({"a": 0.3}))
case("loss weights list", lambda: weights2([0.3, 2.0]))
case("loss weights sample", lambda: weights2({"a": 0.3, "b": 2.0}, {"a": SW, "b": SW[::-1].copy()}))
case("loss weights bad", lambda: weights2({"zz": 0.3}))
class Two(keras.Model):
    def __init__(self):
        super().__init__()
        self.one = layers.Dense(3, activation="tanh")
        self.a = layers.Dense(1, activation="sigmoid")
        self.b = layers.Dense(3)
        self.la = keras.metrics.Mean(name="la")
        self.lb = keras.metrics.Mean(name="lb")
        self.bce = keras.losses.BinaryCrossentropy()
        self.sce = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self.opt2 = keras.optimizers.SGD(0.05)
    def call(self, x, training=None):
        h = self.one(x)
        return self.a(h), self.b(h)
    def train_step(self, data):
        x, y = data
        with tf.GradientTape(persistent=True) as tape:
            a, b = self(x, training=True)
            la = self.bce(y["a"], a)
            lb = self.sce(y["b"], b) + 0.01 * tf.add_n([tf.nn.l2_loss(v) for v in self.b.trainable_variables])
            total = la + 0.5 * lb
        g = tape.gradient(total, self.one.trainable_variables)
        self.optimizer.apply_gradients(zip(g, self.one.trainable_variables))
        g2 = tape.gradient(lb, self.b.trainable_variables)
        self.opt2.apply_gradients(zip(g2, self.b.trainable_variables))
        del tape
        self.la.update_state(la)
        self.lb.update_state(lb)
        return {"la": self.la.result(), "lb": self.lb.result()}
    @property
    def metrics(self):
        return [self.la, self.lb]
def own_two():
    keras.backend.clear_session()
    m = Two()
    m(X)
    fill(m)
    m.compile(optimizer=keras.optimizers.Adam(0.02))
    return hist(m, X, YY)
case("own two losses", own_two)
