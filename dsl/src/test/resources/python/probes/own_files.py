FOLDER = "src/test/resources/python/probes/files/"
if "NYALA_PROBE_FILES" in os.environ:
    FOLDER = os.environ["NYALA_PROBE_FILES"] + "/"
    os.makedirs(FOLDER, exist_ok=True)
@keras.saving.register_keras_serializable(package="P")
class Reg(keras.Model):
    def __init__(self, units=3, vocab=20, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.vocab = vocab
        self.embedding = layers.Embedding(vocab, 4, mask_zero=True)
        self.rnn = layers.LSTM(units, return_sequences=True)
        self.rnn2 = layers.Bidirectional(layers.GRU(units))
        self.outlayer = layers.Dense(1, activation="sigmoid")
    def call(self, x, training=None):
        x = self.embedding(x)
        x = self.rnn(x)
        return self.outlayer(self.rnn2(x))
    def get_config(self):
        c = super().get_config()
        c.update(dict(units=self.units, vocab=self.vocab))
        return c

@keras.saving.register_keras_serializable(package="P")
class Cells(keras.Model):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state0 = [tf.zeros([4, units])]
        self.embedding = layers.Embedding(20, 4)
        self.cell0 = layers.SimpleRNNCell(units)
        self.cell1 = layers.LSTMCell(units)
        self.cell2 = layers.GRUCell(units)
        self.outlayer = layers.Dense(1)
    def call(self, x, training=None):
        x = self.embedding(x)
        s0 = self.state0
        s1 = [tf.zeros([4, self.units]), tf.zeros([4, self.units])]
        s2 = self.state0
        for w in tf.unstack(x, axis=1):
            a, s0 = self.cell0(w, s0, training=training)
            b, s1 = self.cell1(a, s1, training=training)
            c, s2 = self.cell2(b, s2, training=training)
        return tf.sigmoid(self.outlayer(c))
    def get_config(self):
        return {**super().get_config(), "units": self.units}

class Plain(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.blocks = [layers.Dense(units, activation="tanh"), layers.Dense(units, activation="relu")]
        self.seq = keras.Sequential([layers.Dense(units), layers.LayerNormalization()])
        self.named = {"a": layers.Dense(2), "b": layers.Dense(3)}
        self.bn = layers.BatchNormalization()
        self.scale = self.add_weight(shape=(units,), initializer="ones", name="scale")
        self.out1 = layers.Dense(1)
    def call(self, x):
        for b in self.blocks:
            x = b(x)
        x = self.bn(self.seq(x)) * self.scale
        return self.out1(tf.concat([self.named["a"](x), self.named["b"](x)], axis=-1))

class MyDense(layers.Layer):
    def __init__(self, units, **kw):
        super().__init__(**kw)
        self.units = units
    def build(self, s):
        self.w = self.add_weight(shape=(s[-1], self.units), initializer="glorot_uniform", name="w")
        self.inner = layers.Dense(self.units, name="inner_one")
        self.inner.build((None, self.units))
    def call(self, x):
        return self.inner(tf.matmul(x, self.w))
    def get_config(self):
        return {**super().get_config(), "units": self.units}

class Own(keras.Model):
    def __init__(self, n=2, **kw):
        super().__init__(**kw)
        self.n = n
        self.my = MyDense(3)
        self.my2 = MyDense(3, name="second")
        self.reg = Reg(units=2)
        self.outlayer = layers.Dense(1)
    def call(self, x):
        y = self.reg(tf.cast(x, "int32"))
        return self.outlayer(self.my2(self.my(tf.concat([y, tf.cast(x, "float32")], axis=-1))))
    def get_config(self):
        return {**super().get_config(), "n": self.n}

IDS = np.array([[1, 2, 3, 0, 0], [4, 5, 6, 7, 8], [9, 0, 10, 11, 0], [12, 13, 19, 1, 1]])
T = np.array([[0.], [1.], [1.], [0.]], dtype="float32")
V = lcg(3, 1.0, (4, 5))
KINDS = [("reg", lambda: Reg(), IDS), ("cells", lambda: Cells(), IDS), ("plain", lambda: Plain(4), V), ("own", lambda: Own(), IDS)]
CUSTOM = {"Plain": Plain, "Own": Own, "MyDense": MyDense}
def trained(make, x):
    keras.backend.clear_session()
    keras.utils.set_random_seed(1)
    m = make()
    m(x)
    fill(m, 0.5)
    if hasattr(m, "bn"):
        m.bn.moving_variance.assign(tf.ones(4))
    m.compile(loss="mse", optimizer=keras.optimizers.Adam(0.01), metrics=["mae"])
    m.fit(x, T, epochs=2, batch_size=4, shuffle=False, verbose=0)
    return m
def on(m, x):
    r = m.predict(x, verbose=0)
    m.fit(x, T, epochs=2, batch_size=4, shuffle=False, verbose=0)
    return [r, m.predict(x, verbose=0)]
def from_weights(folder, kind, make, x, compiled):
    keras.backend.clear_session()
    m = make()
    m(x)
    if compiled:
        m.compile(loss="mse", optimizer=keras.optimizers.Adam(0.01), metrics=["mae"])
    m.load_weights(folder + kind + ".weights.h5")
    return on(m, x) if compiled else m.predict(x, verbose=0)
def from_model(folder, kind, x):
    keras.backend.clear_session()
    m = keras.models.load_model(folder + kind + ".keras", custom_objects=CUSTOM)
    return on(m, x) + [type(m).__name__, m.count_params()]
def legacy(kind, make, x):
    m = trained(make, x)
    m.save("target/" + kind + ".h5")
    n = make()
    n(x)
    n.load_weights("target/" + kind + ".h5")
    return [m.predict(x, verbose=0), n.predict(x, verbose=0)]
for kind, make, x in KINDS:
    for folder in [FOLDER, "target/"]:
        if folder == "target/" or "NYALA_PROBE_FILES" in os.environ:
            m = trained(make, x)
            m.save_weights(folder + kind + ".weights.h5")
            if kind != "plain":
                m.save(folder + kind + ".keras")
        case("weights " + kind + (" of Keras" if folder == FOLDER else " back"), lambda: from_weights(folder, kind, make, x, False))
        case("compiled " + kind + (" of Keras" if folder == FOLDER else " back"), lambda: from_weights(folder, kind, make, x, True))
        if kind != "plain":
            case("model " + kind + (" of Keras" if folder == FOLDER else " back"), lambda: from_model(folder, kind, x))
    if kind != "plain":
        case("legacy " + kind, lambda: legacy(kind, make, x))
        case("legacy model " + kind, lambda: keras.models.load_model("target/" + kind + ".h5", custom_objects=CUSTOM))
    case("unbuilt " + kind, lambda: make().save_weights("target/no.weights.h5"))
    case("into unbuilt " + kind, lambda: make().load_weights(FOLDER + kind + ".weights.h5"))
    case("of another " + kind, lambda: from_weights(FOLDER, kind, lambda: Reg(units=5), IDS, False))
case("unknown class", lambda: keras.models.load_model("target/own.keras"))
