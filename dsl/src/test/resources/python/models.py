"""Models made again from others and from configs, batches by number, operators on symbolic tensors."""
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
def seq():
    return keras.Sequential([keras.Input((6,), dtype="int32"), layers.Embedding(10, 4, mask_zero=True, name="e"), layers.LSTM(3, name="l"), layers.Dense(2, activation="softmax", name="d")], name="s")
X = np.array([[1,2,3,0,0,0],[4,0,5,0,6,0],[0,0,0,0,0,0],[7,8,9,1,2,3]])
def clone1():
    m = fill(seq()); c = keras.models.clone_model(m); fill(c)
    return [c.name, [l.name for l in c.layers], c.predict(X, verbose=0) - m.predict(X, verbose=0)]
case("clone1", clone1)
def func():
    a = keras.Input((5,3), name="a"); b = keras.Input((3,), name="b")
    x = layers.GRU(4, return_sequences=True, name="g")(a)
    x, h = layers.GRU(4, return_state=True, name="g2")(x)
    y = layers.Concatenate(name="c")([x, b, h])
    d = layers.Dense(2, name="d")
    return keras.Model({"a": a, "b": b}, [d(y), layers.Dense(1, name="o")(d(y * 2.0))], name="f")
XA, XB = ramp((2,5,3)), ramp((2,3), .2)
def clone2():
    m = fill(func()); c = keras.models.clone_model(m); c.set_weights(m.get_weights())
    return [c.name, [l.name for l in c.layers], [p - q for p, q in zip(m.predict({"a": XA, "b": XB}, verbose=0), c.predict({"a": XA, "b": XB}, verbose=0))]]
case("clone2", clone2)
def clone3():
    def cf(layer):
        if isinstance(layer, layers.Dense):
            cfg = layer.get_config(); cfg["name"] = "new_" + cfg["name"]; cfg["activation"] = "relu"
            return layers.Dense.from_config(cfg)
        return layer.__class__.from_config(layer.get_config())
    c = keras.models.clone_model(func(), clone_function=cf)
    return [[l.name for l in c.layers], c.get_layer("new_d").activation.__name__]
case("clone3", clone3)
def clone4():
    t = keras.Input((4,6), dtype="int32", name="t")
    m = seq()
    inp = keras.Input((6,), dtype="int32", name="zz")
    c = keras.models.clone_model(m, input_tensors=inp)
    return [[l.name for l in c.layers], c.output_shape]
case("clone4", clone4)
def js1():
    m = fill(seq()); j = m.to_json(); c = keras.models.model_from_json(j); c.set_weights(m.get_weights())
    return [c.name, c.predict(X, verbose=0) - m.predict(X, verbose=0)]
case("json1", js1)
def js5():
    c = keras.models.model_from_json(func().to_json(sort_keys=True))
    return c.to_json(sort_keys=True)
case("cfg4", lambda: [l.name for l in keras.Model.from_config(func().get_config()).layers])
LAYERS = [layers.LSTM(3, return_sequences=True, name="x"), layers.GRU(2, name="x", reset_after=False), layers.SimpleRNN(2, name="x"), layers.Bidirectional(layers.LSTM(2, name="i"), name="x"),
  layers.RNN([layers.LSTMCell(2, name="p"), layers.GRUCell(3, name="q")], name="x"), layers.TimeDistributed(layers.Dense(2, name="i"), name="x"), layers.Dense(2, name="x"), layers.Conv1D(2, 2, name="x"),
  layers.BatchNormalization(name="x"), layers.LayerNormalization(name="x"), layers.MultiHeadAttention(2, 3, name="x"), layers.Dropout(.3, name="x"), layers.Embedding(3, 4, name="x"), layers.Masking(name="x"),
  layers.Flatten(name="x"), layers.Reshape((2,-1), name="x"), layers.Permute((2,1), name="x"), layers.RepeatVector(2, name="x"), layers.Activation("relu", name="x"), layers.MaxPooling1D(name="x"), layers.GlobalAveragePooling1D(name="x"), layers.StackedRNNCells([layers.LSTMCell(2, name="p")], name="x"),
  layers.LSTMCell(2, name="x"), layers.GRUCell(2, name="x"), layers.SimpleRNNCell(2, name="x"), layers.Attention(name="x"), layers.AdditiveAttention(name="x"), layers.Dot(1, name="x"), layers.Concatenate(name="x"), layers.Add(name="x"), layers.GaussianNoise(.1, name="x"), layers.SpatialDropout1D(.1, name="x"), layers.Softmax(name="x"), layers.PReLU(name="x"), layers.StringLookup(vocabulary=["a"], name="x"), layers.IntegerLookup(vocabulary=[1], name="x"), layers.TextVectorization(vocabulary=["a"], name="x")]
for i, l in enumerate(LAYERS):
    n = type(l).__name__
    case("from-%s%d" % (n, i), lambda: json.dumps(type(l).from_config(l.get_config()).get_config(), sort_keys=True) == json.dumps(l.get_config(), sort_keys=True))
    case("des-%s%d" % (n, i), lambda: json.dumps(keras.layers.deserialize(keras.layers.serialize(l)).get_config(), sort_keys=True) == json.dumps(l.get_config(), sort_keys=True))
for i, (l, s) in enumerate([(layers.LSTM(3), (None,5,2)), (layers.LSTM(3, return_sequences=True), (None,None,2)), (layers.LSTM(3, return_state=True), (2,5,2)), (layers.Bidirectional(layers.GRU(2, return_sequences=True)), (None,4,3)), (layers.Dense(4), (None, 3)), (layers.Flatten(), (None,2,3)), (layers.Conv1D(3,2), (None,7,2)), (layers.TimeDistributed(layers.Dense(2)), (None,3,4)), (layers.Embedding(3,4),(None,5)), (layers.Concatenate(),[(None,2),(None,3)]), (layers.MaxPooling1D(2),(None,5,3)),(layers.Reshape((3,2)),(None,6)),(layers.Permute((2,1)),(None,6,2)),(layers.RepeatVector(3),(None,6)), (layers.Dot(1), [(None,3),(None,3)]), (layers.MultiHeadAttention(2,3), None), (layers.Softmax(), (None,3))]):
    case("shape%d" % i, lambda: repr(l.compute_output_shape(s)) if s is not None else repr(l.compute_output_shape((None,4,3),(None,5,3))))
class Gen(keras.utils.PyDataset):
    def __init__(self, x, y, n, w=None, **k):
        super().__init__(**k); self.x, self.y, self.n, self.w = x, y, n, w; self.ends = 0
    def __len__(self):
        return -(-len(self.x) // self.n)
    def __getitem__(self, i):
        s = slice(i * self.n, (i + 1) * self.n)
        return (self.x[s], self.y[s]) if self.w is None else (self.x[s], self.y[s], self.w[s])
    def on_epoch_end(self):
        self.ends += 1
X, Y = ramp((10, 3)), ramp((10, 2), .7)
def small():
    m = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="tanh"), layers.Dense(2)])
    fill(m); m.compile("sgd", "mse", metrics=["mae"]); return m
def run(**k):
    m = small(); g = Gen(X, Y, 4); h = m.fit(g, epochs=2, shuffle=False, verbose=0, **k)
    return [h.history, g.ends, m.evaluate(g, verbose=0), m.predict(Gen(X, Y, 4), verbose=0) if False else 0]
case("py4", lambda: small().fit(Gen(X, Y, 4, ramp((10,), .3)**2), shuffle=False, verbose=0).history)
case("py5", lambda: small().fit(Gen(X, Y, 4), class_weight={0: 1., 1: 2.}, shuffle=False, verbose=0).history)
case("py6", lambda: small().fit(Gen(X, Y, 4, workers=2, use_multiprocessing=False, max_queue_size=3), shuffle=False, verbose=0).history)
case("py7", lambda: len(Gen(X, Y, 4)).__str__())
class OnlyX(keras.utils.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i): return (X[i*4:(i+1)*4],)
case("py8", lambda: small().predict(OnlyX(), verbose=0))
class OnlyX2(keras.utils.PyDataset):
    def __len__(self): return 3
    def __getitem__(self, i): return X[i*4:(i+1)*4]
case("py9", lambda: small().predict(OnlyX2(), verbose=0))
case("py12", lambda: small().fit(Gen(X, Y, 4), batch_size=3, verbose=0, shuffle=False).history)
class Bad(keras.utils.PyDataset):
    def __len__(self): return 2
class Bad2(keras.utils.PyDataset):
    def __getitem__(self, i): return X, Y
class Lists(keras.utils.PyDataset):
    def __len__(self): return 2
    def __getitem__(self, i): return [[1.,2.,3.],[2.,3.,4.]], [[1.,2.],[2.,1.]]
a = keras.Input((3,), name="a")
case("op1", lambda: [np.array(v) for v in fill(keras.Model(a, [-a, a + 1, 1 + a, a - 1, 1 - a, a * 2, 2 * a, a / 2, 2 / a, a ** 2, 2 ** a, abs(a), a // 2, a % 2, a @ np.ones((3,2), "float32")])).predict(X[:2], verbose=0)])
b = keras.Input((3,), name="b", dtype="bool")
case("op3", lambda: [np.array(v) for v in keras.Model(b, [~b, b & b, b | True, b ^ b]).predict(np.array([[True, False, True]]), verbose=0)])
c = keras.Input((4,3), name="c")
XC = ramp((2,4,3))
case("op4", lambda: [np.array(v) for v in keras.Model(c, [c[:, 1], c[:, -1], c[:, 1:3], c[:, ::2], c[..., 0], c[:, :, None], c[:, 1, 2], c[:, 1:, -1], c[:, tf.newaxis, 0]]).predict(XC, verbose=0)])

def history_of(**k):
    m = small(); g = Gen(X, Y, 4); h = m.fit(g, epochs=2, shuffle=False, verbose=0, **k)
    return [h.history, m.evaluate(g, verbose=0)]
case("py1", history_of)
case("py2", lambda: history_of(steps_per_epoch=2))
case("py3", lambda: history_of(validation_data=Gen(X, Y, 5)))
case("op2", lambda: [np.array(v) for v in keras.Model(a, [a > 0, a < .5, a >= 0, a <= 0]).predict(X[:2], verbose=0)])
