C = keras.callbacks
class CT(keras.Model):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.d = layers.Dense(1, activation="sigmoid", name="d")
    def call(self, x, training=False):
        return self.d(x)
def made(cls, **kw):
    keras.backend.clear_session()
    m = cls(**kw); m(X); fill(m)
    return m
class CL(CT):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return tf.reduce_mean(tf.abs(y - y_pred)) * 3.0
class CM(CT):
    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        r = super().compute_metrics(x, y, y_pred, sample_weight)
        r["extra"] = tf.reduce_mean(y_pred)
        return r
class CLS(CT):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return super().compute_loss(x, y, y_pred, sample_weight) + 0.5
class TS(CT):
    def train_step(self, data):
        x, y, sw = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=p, sample_weight=sw)
        g = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(g, self.trainable_variables)
        for m in self.metrics:
            if m.name == "loss":
                m.update_state(loss)
            else:
                m.update_state(y, p, sample_weight=sw)
        return {m.name: m.result() for m in self.metrics}
    def test_step(self, data):
        x, y = data[0], data[1]
        p = self(x, training=False)
        loss = self.compute_loss(y=y, y_pred=p)
        for m in self.metrics:
            if m.name != "loss":
                m.update_state(y, p)
            else:
                m.update_state(loss)
        return {m.name: m.result() for m in self.metrics}
class TS2(CT):
    def train_step(self, data):
        logs = super().train_step(data)
        logs["twice"] = logs["loss"] * 2
        return logs
    def predict_step(self, data):
        return super().predict_step(data) * 10
class AL(CT):
    def call(self, x, training=False):
        p = self.d(x)
        self.add_loss(0.1 * tf.reduce_sum(tf.square(p)))
        return p
class AM(CT):
    def call(self, x, training=False):
        p = self.d(x)
        self.add_metric(tf.reduce_sum(p), name="s")
        return p
class ALL(layers.Layer):
    def call(self, x):
        self.add_loss(0.01 * keras.ops.sum(x))
        return x * 1.5
class RG(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(1, kernel_regularizer="l2", activity_regularizer=keras.regularizers.L1(0.02))
    def call(self, x):
        return self.d(x)
def go(cls, sw=None, **c):
    m = made(cls)
    a = dict(optimizer=keras.optimizers.SGD(0.3), loss="mse", metrics=["mae"])
    a.update(c)
    m.compile(**a)
    return [hist(m, X, Y, sample_weight=sw, validation_split=0.3), m.evaluate(X, Y, verbose=0), m.evaluate(X, Y, verbose=0, return_dict=True), m.predict(X[:2], verbose=0)]
for cls in [CT, CL, CM, CLS, TS, TS2, AL, AM, RG]:
    case("own " + cls.__name__, lambda: go(cls))
case("own TS weights", lambda: go(TS, sw=SW))
case("own CLS weights", lambda: go(CLS, sw=SW))
for kw in [dict(run_eagerly=True), dict(jit_compile=True), dict(jit_compile=False), dict(steps_per_execution=2), dict(steps_per_execution=3), dict(auto_scale_loss=False), dict(jit_compile="auto")]:
    case("compile " + str(kw), lambda: hist(small(**kw), X, Y, epochs=2))
def layerloss():
    keras.backend.clear_session()
    m = keras.Sequential([keras.Input((4,)), layers.Dense(2, name="a"), ALL(), layers.Dense(1, name="b")])
    fill(m)
    m.compile(keras.optimizers.SGD(0.1), "mse")
    return [hist(m, X, Y), m.evaluate(X, Y, verbose=0), len(m.losses)]
case("layer add_loss", layerloss)
def regsum():
    m = small()
    return [float(sum(m.losses)) if m.losses else 0.0, m.losses]
case("losses none", regsum)
def trainlog():
    out = []
    class L(C.Callback):
        def __init__(self):
            super().__init__()
        def set_params(self, p):
            super().set_params(p); out.append("params" + str(sorted(p.items(), key=str)))
        def set_model(self, m):
            super().set_model(m); out.append("model")
        def on_train_begin(self, logs=None): out.append("tb" + str(logs))
        def on_train_end(self, logs=None): out.append("te" + str(sorted(logs)))
        def on_epoch_begin(self, e, logs=None): out.append("eb%d%s" % (e, logs))
        def on_epoch_end(self, e, logs=None): out.append("ee%d%s" % (e, list(logs)))
        def on_batch_begin(self, b, logs=None): out.append("b%d%s" % (b, logs))
        def on_batch_end(self, b, logs=None): out.append("B%d%s" % (b, list(logs)))
        def on_test_begin(self, logs=None): out.append("vb" + str(logs))
        def on_test_end(self, logs=None): out.append("ve" + str(list(logs)))
        def on_test_batch_begin(self, b, logs=None): out.append("v%d%s" % (b, logs))
        def on_test_batch_end(self, b, logs=None): out.append("V%d%s" % (b, list(logs)))
        def on_predict_begin(self, logs=None): out.append("pb" + str(logs))
        def on_predict_end(self, logs=None): out.append("pe" + str(logs))
        def on_predict_batch_begin(self, b, logs=None): out.append("p%d%s" % (b, logs))
        def on_predict_batch_end(self, b, logs=None): out.append("P%d%s" % (b, list(logs)))
    m = small()
    l = L()
    m.fit(X, Y, batch_size=4, epochs=2, verbose=0, validation_split=0.4, callbacks=[l], validation_freq=2)
    out.append("---")
    m.evaluate(X, Y, batch_size=4, verbose=0, callbacks=[l])
    out.append("---")
    m.predict(X, batch_size=4, verbose=0, callbacks=[l])
    out.append("---")
    def g():
        for i in range(3):
            yield X[i:i + 2], Y[i:i + 2]
    m.fit(g(), verbose=0, callbacks=[l])
    out.append("---")
    m.fit(X, Y, batch_size=4, steps_per_epoch=2, epochs=3, initial_epoch=1, verbose=0, callbacks=[l])
    return out
case("order", trainlog)
def stopper(at):
    class St(C.Callback):
        def on_train_batch_end(self, b, logs=None):
            if b == at:
                self.model.stop_training = True
    return hist(small(), X, Y, epochs=4, batch_size=2, callbacks=[St()], validation_split=0.2)
case("stop mid", lambda: stopper(1))
def wds():
    ds = tf.data.Dataset.from_tensor_slices((X, Y, SW)).batch(4)
    m = small(weighted_metrics=["mae"])
    return [m.fit(ds, epochs=2, verbose=0).history, m.evaluate(ds, verbose=0), m.predict(ds, verbose=0)]
case("dataset weights", wds)
case("dataset weights class", lambda: small().fit(tf.data.Dataset.from_tensor_slices((X, Y, SW)).batch(4), class_weight={0: 1.0, 1: 2.0}, verbose=0).history)
case("class weight partial", lambda: hist(small(), X, Y, class_weight={1: 2.0}))
case("class weight onehot", lambda: hist(small(3, "softmax", loss="categorical_crossentropy"), X, keras.utils.to_categorical(np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 1]), 3), class_weight={0: 1.0, 1: 2.0, 2: 0.5}))
case("class weight sparse", lambda: hist(small(3, "softmax", loss="sparse_categorical_crossentropy"), X, np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 1]), class_weight={0: 1.0, 1: 2.0, 2: 0.5}))
case("sample weight 2d", lambda: hist(small(2, loss="mse"), X, np.concatenate([Y, Y], axis=1), sample_weight=SW.reshape(10, 1)))
case("x dataset y inside", lambda: small().predict(tf.data.Dataset.from_tensor_slices(X).batch(4), verbose=0))
case("tensor inputs", lambda: hist(small(), tf.constant(X), tf.constant(Y), validation_split=0.2))
case("1d y", lambda: hist(small(), X, Y[:, 0]))
case("int y", lambda: hist(small(), X, Y.astype("int32")))
case("bool y", lambda: hist(small(), X, Y > 0.5))
case("float64 x", lambda: hist(small(), X.astype("float64"), Y.astype("float64")))
case("fit positional", lambda: (lambda h: h.history)(small().fit(X, Y, 5, 2, 0, None, 0.2, None, False)))
case("batch larger", lambda: hist(small(), X, Y, batch_size=100))
case("epochs neg", lambda: hist(small(), X, Y, epochs=-1))
case("fit kw bad", lambda: small().fit(X, Y, epoch=3))
case("evaluate no y", lambda: small().evaluate(X, verbose=0))
case("train_on_batch dict", lambda: small().train_on_batch(X, Y, return_dict=True))
case("test_on_batch", lambda: (lambda m: [m.test_on_batch(X, Y), m.test_on_batch(X[:5], Y[:5]), m.evaluate(X, Y, verbose=0)])(small()))
case("predict_on_batch", lambda: [small().predict_on_batch(X[:3])])
def resetm():
    m = small()
    a = m.train_on_batch(X, Y)
    b = m.train_on_batch(X[:4], Y[:4])
    m.reset_metrics()
    c = m.test_on_batch(X, Y)
    return [a, b, c]
case("reset metrics", resetm)
case("history", lambda: (lambda h: [h.epoch, sorted(h.params.items()), list(h.history.keys())])(small().fit(X, Y, batch_size=4, epochs=2, verbose=0, validation_split=0.2)))
case("history model", lambda: (lambda m: [m.fit(X, Y, verbose=0) is m.history, m.history.model is m])(small()))
case("get_metrics_result", lambda: (lambda m: [m.fit(X, Y, verbose=0, shuffle=False), m.get_metrics_result()][1])(small()))
