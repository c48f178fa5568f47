"""Own classes and functions of every kind go through a model file."""
import os
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
import json
import numpy as np
import keras
from keras import layers
import tensorflow as tf
def show(v):
    if v is None or isinstance(v, (str, bool)):
        return repr(v)
    if isinstance(v, dict):
        return "{" + ", ".join(repr(k) + ": " + show(v[k]) for k in v) + "}"
    if isinstance(v, (list, tuple)):
        return "[" + ", ".join(show(e) for e in v) + "]"
    if isinstance(v, (int, float)):
        return "%.4g" % v
    a = np.array(v)
    if a.ndim == 0:
        return "%.4g" % float(a)
    return str(a.shape) + str([round(float(e), 4) + 0.0 for e in a.ravel().tolist()][:24])
def case(name, f):
    try:
        r = f()
        if not isinstance(r, str):
            r = show(r)
        print(name + ": " + r)
    except Exception as e:
        print(name + ": " + type(e).__name__)
def ramp(shape, a=0.37, b=1.0):
    n = 1
    for s in shape:
        n *= s
    return (np.sin(np.arange(n) * a + b).reshape(shape)).astype("float32")
def fill(m, a=0.11):
    m.set_weights([ramp(w.shape, a + 0.01 * i, i) * 0.5 for i, w in enumerate(m.get_weights())])
    return m
D = "target/own_parts_"
X, Y = ramp((8, 5, 3)), ramp((8, 2), .7)
@keras.saving.register_keras_serializable(package="p9")
class Scale(layers.Layer):
    def __init__(self, factor=2.0, **kw):
        super().__init__(**kw); self.factor = factor
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1],), initializer="ones", name="w")
    def call(self, x):
        return x * self.w * self.factor
    def get_config(self):
        c = super().get_config(); c.update(factor=self.factor); return c
@keras.saving.register_keras_serializable()
def own_act(x): return keras.ops.tanh(x) * 0.9
@keras.saving.register_keras_serializable()
def own_loss(t, p): return keras.ops.mean(keras.ops.square(t - p), axis=-1) * 2
def own_metric(t, p): return keras.ops.mean(keras.ops.abs(t - p), axis=-1)
def own_init(shape, dtype=None): return keras.ops.ones(shape, dtype=dtype) * 0.1
def own_reg(w): return 0.01 * keras.ops.sum(keras.ops.square(w))
def own_con(w): return keras.ops.clip(w, -0.4, 0.4)
CO = {"own_metric": own_metric, "own_init": own_init, "own_reg": own_reg, "own_con": own_con}
def mk():
    m = keras.Sequential([keras.Input((5, 3)), Scale(1.5, name="sc"), layers.LSTM(4, name="l"), layers.Dense(2, activation=own_act, kernel_initializer=own_init, kernel_regularizer=own_reg, kernel_constraint=own_con, name="d")], name="m")
    fill(m); m.compile("adam", own_loss, metrics=[own_metric]); return m
def rt(ext):
    m = mk(); m.fit(X, Y, epochs=2, batch_size=4, shuffle=False, verbose=0); m.save(D + "own" + ext)
    with keras.saving.custom_object_scope(CO):
        n = keras.models.load_model(D + "own" + ext)
    a = m.fit(X, Y, epochs=2, batch_size=4, shuffle=False, verbose=0).history; b = n.fit(X, Y, epochs=2, batch_size=4, shuffle=False, verbose=0).history
    return [a, b, m.predict(X, verbose=0)[:2], n.predict(X, verbose=0)[:2]]
case("own.keras", lambda: rt(".keras"))
case("withco", lambda: keras.models.load_model(D + "own.keras", custom_objects=CO).predict(X, verbose=0)[:2])
case("fromcfg", lambda: [Scale.from_config({"factor": 3.0, "name": "q"}).factor, Scale(4.0, name="z").get_config()["factor"], Scale(4.0).__class__.from_config(Scale(4.0, name="z").get_config()).name])
case("json", lambda: keras.models.model_from_json(mk().to_json(), custom_objects=CO).predict(X, verbose=0).shape)
