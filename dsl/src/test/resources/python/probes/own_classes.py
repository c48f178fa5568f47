K = keras
class MyLoss(K.losses.Loss):
    def __init__(self, power=2, **kw):
        super().__init__(**kw)
        self.power = power
    def call(self, y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred) ** self.power, axis=-1)
    def get_config(self):
        c = super().get_config()
        c["power"] = self.power
        return c
class Loss2(K.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)
case("loss direct", lambda: [MyLoss(3)(Y, Y * 0.5), MyLoss(3, reduction="sum")(Y, Y * 0.5), MyLoss(3, reduction=None, name="zz")(Y, Y * 0.5, sample_weight=SW), MyLoss(3, name="zz").name, MyLoss().name, Loss2().name])
case("loss config", lambda: [MyLoss(3, name="q").get_config(), isinstance(MyLoss(), K.losses.Loss), isinstance(K.losses.MeanSquaredError(), K.losses.Loss), isinstance(3, K.losses.Loss)])
case("loss fit", lambda: hist(small(loss=MyLoss(3)), X, Y, sample_weight=SW))
case("loss2 fit", lambda: hist(small(loss=Loss2()), X, Y))
class Count(K.metrics.Metric):
    def __init__(self, threshold=0.5, name="count_above", **kwargs):
        super().__init__(name=name, **kwargs)
        self.threshold = threshold
        self.total = self.add_weight(name="total", initializer="zeros")
        self.n = self.add_variable(shape=(), initializer="zeros", name="n")
    def update_state(self, y_true, y_pred, sample_weight=None):
        v = tf.cast(y_pred > self.threshold, "float32")
        if sample_weight is not None:
            v = v * tf.reshape(tf.cast(sample_weight, "float32"), (-1, 1))
        self.total.assign_add(tf.reduce_sum(v))
        self.n.assign_add(tf.cast(tf.shape(y_pred)[0], "float32"))
    def result(self):
        return self.total / self.n
class Two(K.metrics.Metric):
    def __init__(self, name=None):
        super().__init__(name=name)
        self.a = self.add_weight(shape=(2,), name="a", initializer="ones")
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.a.assign(self.a + tf.stack([tf.reduce_sum(y_true), tf.reduce_sum(y_pred)]))
    def result(self):
        return {"first": self.a[0], "second": self.a[1]}
    def reset_state(self):
        self.a.assign([5.0, 6.0])
class Wrap(K.metrics.Metric):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.inner = K.metrics.MeanSquaredError()
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.inner.update_state(y_true, y_pred, sample_weight)
    def result(self):
        return self.inner.result() * 100
def direct(m):
    m.update_state(Y, Y * 0.7)
    r = [m.result()]
    m.update_state(Y[:3], Y[:3] * 0.2)
    r.append(m.result())
    m.reset_state()
    r.append(m.result())
    r.append(m(Y, Y))
    r.append(m.name)
    r.append([v.name for v in m.variables])
    return r
case("metric direct", lambda: direct(Count(0.3)))
case("metric direct 2", lambda: direct(Two()))
case("metric direct 3", lambda: direct(Wrap()))
case("metric fit", lambda: hist(small(metrics=[Count(), "accuracy", Two(), Wrap()], weighted_metrics=[Count(name="w")]), X, Y, sample_weight=SW, validation_split=0.3))
case("metric eval", lambda: [small(metrics=[Count(), Two()]).evaluate(X, Y, verbose=0), small(metrics=[Count(), Two()]).evaluate(X, Y, verbose=0, return_dict=True)])
case("metric dtype", lambda: [str(Count().dtype), isinstance(Count(), K.metrics.Metric), isinstance(K.metrics.AUC(), K.metrics.Metric), isinstance(K.metrics.Mean(), K.Metric)])
class Init(K.initializers.Initializer):
    def __init__(self, by=0.1):
        self.by = by
    def __call__(self, shape, dtype=None):
        n = 1
        for d in shape:
            n = n * d
        return tf.reshape(tf.range(n, dtype=dtype) * self.by, shape)
    def get_config(self):
        return {"by": self.by}
class Reg(K.regularizers.Regularizer):
    def __init__(self, s):
        self.s = s
    def __call__(self, x):
        return self.s * keras.ops.sum(keras.ops.abs(x) ** 3)
    def get_config(self):
        return {"s": self.s}
class Con(K.constraints.Constraint):
    def __call__(self, w):
        return keras.ops.clip(w, -0.2, 0.5)
def own_layer():
    keras.backend.clear_session()
    m = K.Sequential([K.Input((4,)), L_.Dense(3, kernel_initializer=Init(0.05), kernel_regularizer=Reg(0.3), kernel_constraint=Con(), activity_regularizer=Reg(0.01), bias_initializer=Init()), L_.Dense(1, kernel_initializer=Init(), bias_constraint=Con())])
    return m
L_ = layers
def fitown():
    m = own_layer()
    m.compile(keras.optimizers.SGD(0.3), "mse")
    return [hist(m, X, Y), m.layers[0].get_config()["kernel_initializer"]["config"], m.layers[0].get_config()["kernel_regularizer"]["config"]]
case("own arguments", fitown)
class Sch(K.optimizers.schedules.LearningRateSchedule):
    def __init__(self, a, w):
        self.a = a
        self.w = w
    def __call__(self, step):
        step = tf.cast(step, "float32")
        return self.a * tf.minimum((step + 1) ** -0.5, (step + 1) * self.w ** -1.5)
    def get_config(self):
        return {"a": self.a, "w": self.w}
case("schedule", lambda: [[float(Sch(0.5, 3.0)(i)) for i in range(5)], hist(small(optimizer=K.optimizers.SGD(Sch(0.5, 3.0))), X, Y, callbacks=[])])
def lrlog():
    m = small(optimizer=K.optimizers.Adam(Sch(0.5, 3.0)))
    m.fit(X, Y, verbose=0, shuffle=False, epochs=2)
    return [float(m.optimizer.learning_rate), m.optimizer.get_config()["learning_rate"]["config"]]
case("schedule lr", lrlog)
import os
def saved():
    m = own_layer()
    m.compile(keras.optimizers.SGD(Sch(0.5, 3.0)), MyLoss(3, name="ml"), metrics=[Count(0.2)])
    m.fit(X, Y, verbose=0, shuffle=False, epochs=2)
    m.save("target/own.keras")
    n = keras.models.load_model("target/own.keras", custom_objects={"Init": Init, "Reg": Reg, "Con": Con, "Sch": Sch, "MyLoss": MyLoss, "Count": Count})
    return [bool(np.abs(m.predict(X, verbose=0) - n.predict(X, verbose=0)).max() < 1e-6), type(n.loss).__name__, n.loss.power if hasattr(n.loss, "power") else "-", n.evaluate(X, Y, verbose=0), n.fit(X, Y, verbose=0, shuffle=False).history]
case("saved", saved)
class Batches(keras.utils.PyDataset):
    def __init__(self, n, **kw):
        super().__init__(**kw)
        self.n = n
        self.ends = 0
    def __len__(self):
        return int(np.ceil(len(X) / self.n))
    def __getitem__(self, i):
        return X[i * self.n:(i + 1) * self.n], Y[i * self.n:(i + 1) * self.n]
    def on_epoch_end(self):
        self.ends += 1
def batches():
    b = Batches(4, workers=1)
    h = small().fit(b, epochs=2, shuffle=False, verbose=0, validation_data=Batches(5), class_weight={0: 1.0, 1: 2.0}).history
    return [h, len(b), b[0][0].shape[0], small().evaluate(b, verbose=0), small().predict(Batches(3), verbose=0), small().fit(Batches(4), steps_per_epoch=2, epochs=3, shuffle=False, verbose=0).history]
case("pydataset", batches)
case("pydataset y", lambda: small().fit(Batches(4), Y, verbose=0))
case("pydataset split", lambda: small().fit(Batches(4), validation_split=0.2, verbose=0))
