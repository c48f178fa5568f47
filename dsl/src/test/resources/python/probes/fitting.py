import shutil
def seq2():
    keras.backend.clear_session()
    return keras.Sequential([keras.Input((4,)), layers.Dense(3, name="a"), layers.Dense(2, name="b")])
def toggle():
    m = small()
    m.layers[0].trainable = False
    a = hist(m, X, Y)
    m.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
    b = hist(m, X, Y)
    return [a, b, len(m.trainable_weights), len(m.non_trainable_weights)]
case("toggle", toggle)
def freezeall():
    m = small(); m.trainable = False
    return [len(m.trainable_weights), [l.trainable for l in m.layers], m.count_params()]
case("freeze all", freezeall)
case("steps repeat", lambda: small().fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(3).repeat(), steps_per_epoch=3, epochs=3, verbose=0).history)
case("steps short", lambda: (lambda h: [h.history, h.epoch])(small().fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(3), steps_per_epoch=3, epochs=3, verbose=0)))
case("steps arrays", lambda: (lambda h: [h.history, h.epoch])(small().fit(X, Y, batch_size=2, shuffle=False, steps_per_epoch=3, epochs=4, verbose=0)))
case("steps arrays nobatch", lambda: (lambda h: [h.history, h.epoch])(small().fit(X, Y, shuffle=False, steps_per_epoch=3, epochs=2, verbose=0)))
case("val steps", lambda: hist(small(), X, Y, validation_data=tf.data.Dataset.from_tensor_slices((X, Y)).batch(3).repeat(), validation_steps=2))
case("val freq list", lambda: hist(small(), X, Y, validation_data=(X, Y), validation_freq=[1, 3], epochs=4))
case("val freq bad", lambda: hist(small(), X, Y, validation_data=(X, Y), validation_freq="x", epochs=2))
case("val split and data", lambda: hist(small(), X, Y, validation_split=0.2, validation_data=(X[:4], Y[:4])))
case("val split tiny", lambda: hist(small(), X, Y, validation_split=0.99))
case("initial beyond", lambda: hist(small(), X, Y, initial_epoch=5, epochs=3))
case("epochs 0", lambda: hist(small(), X, Y, epochs=0))
case("ds with y", lambda: small().fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(3), Y, verbose=0))
case("ds with sw", lambda: small().fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(3), sample_weight=SW, verbose=0))
case("ds class weight", lambda: small().fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(3), class_weight={0: 0.5, 1: 2.0}, verbose=0).history)
case("ds val split", lambda: small().fit(tf.data.Dataset.from_tensor_slices((X, Y)).batch(3), validation_split=0.2, verbose=0))
def gen():
    for i in range(0, 10, 4):
        yield X[i:i + 4], Y[i:i + 4]
def forever():
    while True:
        for i in range(0, 10, 4):
            yield X[i:i + 4], Y[i:i + 4]
case("generator", lambda: small().fit(gen(), verbose=0).history)
case("generator y", lambda: small().fit(gen(), Y, verbose=0).history)
case("generator class weight", lambda: small().fit(gen(), class_weight={0: 1.0}, verbose=0).history)
case("generator steps", lambda: small().fit(forever(), steps_per_epoch=2, epochs=3, verbose=0).history)
case("generator short", lambda: (lambda h: [h.history, h.epoch])(small().fit(gen(), epochs=3, verbose=0)))
class Seq(keras.utils.PyDataset):
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return X[i * 4:i * 4 + 4], Y[i * 4:i * 4 + 4]
case("pydataset", lambda: small().fit(Seq(), epochs=2, shuffle=False, verbose=0).history)
case("pydataset eval", lambda: [small().evaluate(Seq(), verbose=0), small().predict(Seq(), verbose=0)])
case("predict steps", lambda: small().predict(X, batch_size=2, steps=2, verbose=0))
case("evaluate steps", lambda: small().evaluate(X, Y, batch_size=2, steps=2, verbose=0))
case("evaluate sw", lambda: small(weighted_metrics=["mae"]).evaluate(X, Y, batch_size=4, sample_weight=SW, verbose=0, return_dict=True))
case("tob all", lambda: (lambda m: [m.train_on_batch(X, Y), m.train_on_batch(X, Y, SW), m.train_on_batch(X, Y, class_weight={0: 1.0, 1: 3.0}), m.test_on_batch(X, Y, SW), m.test_on_batch(X, Y, return_dict=True)])(small()))
case("tob both weights", lambda: small().train_on_batch(X, Y, SW, {0: 1.0}))
C = keras.callbacks
case("early", lambda: hist(small(), X, Y, epochs=8, callbacks=[C.EarlyStopping("loss", patience=1, min_delta=0.03, restore_best_weights=True, start_from_epoch=1)]))
case("early missing", lambda: hist(small(), X, Y, epochs=3, callbacks=[C.EarlyStopping("zz", mode="min")]))
case("early auto unknown", lambda: hist(small(), X, Y, epochs=3, callbacks=[C.EarlyStopping("zz")]))
case("early baseline", lambda: hist(small(), X, Y, epochs=5, callbacks=[C.EarlyStopping("loss", baseline=0.1, patience=2, restore_best_weights=True)]))
case("early acc", lambda: hist(small(), X, Y, epochs=8, callbacks=[C.EarlyStopping("accuracy", patience=2)]))
case("reduce", lambda: hist(small(), X, Y, epochs=8, callbacks=[C.ReduceLROnPlateau("loss", factor=0.3, patience=1, min_delta=0.05, cooldown=1, min_lr=0.01)]))
case("reduce factor", lambda: C.ReduceLROnPlateau(factor=1.0))
case("lrs", lambda: hist(small(), X, Y, epochs=4, callbacks=[C.LearningRateScheduler(lambda e: 0.1 / (e + 1))]))
case("lrs bad", lambda: hist(small(), X, Y, epochs=2, callbacks=[C.LearningRateScheduler(lambda e: "x")]))
import shutil
def check(pattern, **kw):
    d = "target/ck"
    shutil.rmtree(d, ignore_errors=True)
    os.makedirs(d)
    hist(small(), X, Y, epochs=4, validation_split=0.2, callbacks=[C.ModelCheckpoint(d + "/" + pattern, **kw)])
    return sorted(os.listdir(d))
case("ckpt", lambda: check("m-{epoch:02d}-{val_loss:.2f}.keras"))
case("ckpt w", lambda: check("m-{epoch}.weights.h5", save_weights_only=True))
case("ckpt best", lambda: check("m-{epoch}.keras", save_best_only=True, monitor="val_loss"))
case("ckpt best max", lambda: check("m-{epoch}.keras", save_best_only=True, monitor="val_loss", mode="max"))
case("ckpt thr", lambda: check("m-{epoch}.keras", save_best_only=True, monitor="loss", initial_value_threshold=0.72))
case("ckpt freq", lambda: check("m-{epoch}-{batch}.keras", save_freq=3))
case("ckpt bad ext", lambda: check("m-{epoch}.zz"))
case("ckpt bad w ext", lambda: check("m.keras", save_weights_only=True))
case("ckpt bad freq", lambda: check("m.keras", save_freq="zz"))
def csv(sep=",", append=False):
    f = "target/c.csv"
    if os.path.exists(f):
        os.remove(f)
    for i in range(2):
        small().fit(X, Y, shuffle=False, verbose=0, epochs=2, validation_split=0.2, callbacks=[C.CSVLogger(f, separator=sep, append=append)])
    return open(f).read().replace("\r", "").replace("\n", "/")
case("csv", lambda: csv())
case("csv append", lambda: csv(";", True))
def backup():
    d = "target/bk"
    shutil.rmtree(d, ignore_errors=True)
    class Stop(C.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            if epoch == 2:
                raise RuntimeError("stop")
    m = small(optimizer=keras.optimizers.Adam(0.1))
    try:
        hist(m, X, Y, epochs=5, callbacks=[C.BackupAndRestore(d), Stop()])
    except RuntimeError:
        pass
    files = sorted(os.listdir(d))
    m = small(optimizer=keras.optimizers.Adam(0.1))
    r = hist(m, X, Y, epochs=5, callbacks=[C.BackupAndRestore(d)])
    return [files, r, os.path.exists(d)]
case("backup", backup)
def events():
    out = []
    class Log(C.Callback):
        def on_train_begin(self, logs=None): out.append("tb" + str(sorted((logs or {}).keys())))
        def on_train_end(self, logs=None): out.append("te" + str(sorted((logs or {}).keys())))
        def on_epoch_begin(self, e, logs=None): out.append("eb" + str(e))
        def on_epoch_end(self, e, logs=None): out.append("ee" + str(e) + str(sorted(logs.keys())))
        def on_train_batch_begin(self, b, logs=None): out.append("bb" + str(b))
        def on_train_batch_end(self, b, logs=None): out.append("be" + str(b) + str(sorted(logs.keys())))
        def on_test_begin(self, logs=None): out.append("vb")
        def on_test_end(self, logs=None): out.append("ve" + str(sorted(logs.keys())))
        def on_test_batch_end(self, b, logs=None): out.append("vbe" + str(b))
        def on_predict_begin(self, logs=None): out.append("pb")
        def on_predict_batch_end(self, b, logs=None): out.append("pbe" + str(b) + str(sorted((logs or {}).keys())))
        def on_predict_end(self, logs=None): out.append("pe")
    m = small()
    l = Log()
    m.fit(X, Y, batch_size=4, epochs=2, verbose=0, validation_split=0.4, callbacks=[l])
    m.evaluate(X, Y, verbose=0, callbacks=[l])
    m.predict(X, verbose=0, callbacks=[l])
    return out + [str(sorted(l.params.keys())), str(l.params["steps"])]
case("events", events)
class MyTrain(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(1, name="d")
        self.track = keras.metrics.Mean(name="my_loss")
    def call(self, x, training=False):
        return self.d(x)
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            p = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - p))
        g = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(g, self.trainable_variables))
        self.track.update_state(loss)
        return {"my_loss": self.track.result()}
    @property
    def metrics(self):
        return [self.track]
def mytrain():
    m = MyTrain(); m(X); fill(m)
    m.compile(optimizer=keras.optimizers.SGD(0.1))
    h = m.fit(X, Y, batch_size=4, shuffle=False, verbose=0, epochs=3)
    return [h.history, [w.numpy() for w in m.weights]]
case("train_step", mytrain)
class Attr(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(1, activation="sigmoid")
        self.m = keras.metrics.Mean(name="mean_pred")
    def call(self, x, training=False):
        p = self.d(x)
        if training:
            self.m.update_state(p)
        return p
def attr():
    m = Attr(); m(X); fill(m)
    m.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    h = m.fit(X, Y, batch_size=4, shuffle=False, verbose=0, epochs=2)
    return [h.history, m.evaluate(X, Y, verbose=0), m.evaluate(X, Y, verbose=0, return_dict=True), m.metrics_names]
case("attribute metric", attr)
case("metrics names", lambda: (lambda m: [m.fit(X, Y, verbose=0), m.metrics_names][1])(small()))
case("stop_training", lambda: hist(small(), X, Y, epochs=5, callbacks=[C.LambdaCallback(on_epoch_end=lambda e, logs: None)]))
case("loss fn own", lambda: hist(small(loss=lambda t, p: tf.reduce_mean(tf.abs(t - p), axis=-1)), X, Y))
def mymetric(t, p):
    return tf.reduce_mean(tf.square(t - p), axis=-1)
case("metric fn own", lambda: hist(small(metrics=[mymetric]), X, Y))
