"""What tf, np and keras answer to a table of expressions that are Python and Groovy at once.

Each group begins with statements, which set up names for its expressions. The answer is the text that
show() gives: repr for tensors and arrays, str for single NumPy numbers, containers as Python prints
them. Run with the oracle's Python; it writes ../resources/golden/expressions.json.
"""

import json
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import keras
import numpy as np
import tensorflow as tf

GROUPS = [
    ([], """
tf.constant(1)
tf.constant([1, 2])
tf.constant([1.5, 2])
tf.constant([[1, 2], [3, 4]], dtype=tf.float32)
tf.constant('a')
tf.constant(['a', 'b'])
tf.constant([True, False])
tf.constant(3.0, shape=(2, 2))
tf.constant([1, 2, 3, 4], shape=(2, 2))
tf.constant([1, 2], 'float64')
tf.convert_to_tensor([1.0, 2.0])
tf.convert_to_tensor(np.array([1.0, 2.0]))
tf.zeros([2, 3])
tf.zeros((2,), dtype=tf.int32)
tf.ones([1, 2])
tf.fill([2, 2], 7)
tf.fill((2,), 0.5)
tf.range(5)
tf.range(2, 5)
tf.range(1, 10, 3)
tf.range(0.0, 1.0, 0.25)
tf.range(5, 0, -2)
tf.linspace(0.0, 1.0, 5)
tf.eye(2)
tf.eye(2, 3)
tf.zeros_like([1, 2])
tf.ones_like([[1.0], [2.0]])
tf.cast([1.7, -1.7], tf.int32)
tf.cast([0, 1, 2], tf.bool)
tf.cast(True, tf.float32)
tf.reshape(tf.range(6), [2, 3])
tf.reshape(tf.range(6), (3, -1))
tf.reshape([[1, 2], [3, 4]], [-1])
tf.transpose([[1, 2, 3], [4, 5, 6]])
tf.transpose(tf.reshape(tf.range(6), [1, 2, 3]), perm=[2, 0, 1])
tf.expand_dims([1, 2], 0)
tf.expand_dims([1, 2], axis=-1)
tf.squeeze([[[1], [2]]])
tf.squeeze([[[1], [2]]], axis=0)
tf.concat([[1, 2], [3]], 0)
tf.concat([[[1, 2]], [[3, 4]]], axis=1)
tf.stack([[1, 2], [3, 4]])
tf.stack([[1, 2], [3, 4]], axis=1)
tf.unstack([[1, 2], [3, 4]])
tf.unstack([[1, 2], [3, 4]], axis=1)
tf.split([1, 2, 3, 4], 2)
tf.split([1, 2, 3, 4], [1, 3])
tf.split([[1, 2, 3, 4]], 2, axis=1)
tf.tile([[1, 2]], [2, 2])
tf.repeat([1, 2], 2)
tf.repeat([1, 2], [1, 3])
tf.repeat([[1, 2]], 2, axis=0)
tf.gather([10, 20, 30], [2, 0])
tf.gather([[1, 2], [3, 4]], [1], axis=1)
tf.gather([[1, 2], [3, 4]], [[1], [0]], batch_dims=1, axis=1)
tf.gather_nd([[1, 2], [3, 4]], [[0, 1], [1, 0]])
tf.one_hot([0, 2, -1], 3)
tf.one_hot([1], 2, on_value=5.0, off_value=-1.0)
tf.one_hot([0, 1], 3, axis=0)
tf.where([True, False], [1, 2], [3, 4])
tf.where([[True, False], [True, True]])
tf.boolean_mask([1, 2, 3], [True, False, True])
tf.boolean_mask([[1, 2], [3, 4]], [False, True])
tf.reverse([1, 2, 3], [0])
tf.reverse([[1, 2], [3, 4]], axis=[1])
tf.roll([1, 2, 3, 4], shift=1, axis=0)
tf.pad([[1, 2]], [[1, 0], [0, 2]])
tf.pad([[1, 2]], [[1, 0], [0, 1]], constant_values=9)
tf.slice([[1, 2, 3], [4, 5, 6]], [0, 1], [2, 2])
tf.broadcast_to([1, 2], [2, 2])
tf.shape([[1, 2, 3]])
tf.rank([[1]])
tf.size([[1, 2], [3, 4]])
tf.identity([1, 2])
tf.stop_gradient([1.0])
"""),
    (["x = tf.constant([[1.0, -2.0, 3.0], [0.5, 4.0, -1.5]])"], """
x + 1
x - x
2 * x
x / 2
1 / x
x ** 2
-x
x % 2
x[0]
x[:, 1]
x[0, 1]
x[..., -1]
x[:, ::2]
x[1:, :2]
x[:, None, 0]
x[-1][-1]
x.shape
len(x)
x.numpy()
x[0].numpy()
tf.reduce_sum(x)
tf.reduce_sum(x, axis=0)
tf.reduce_sum(x, axis=1, keepdims=True)
tf.reduce_mean(x)
tf.reduce_mean(x, axis=[0, 1])
tf.reduce_mean([1, 2, 4])
tf.reduce_max(x, axis=1)
tf.reduce_min(x)
tf.reduce_prod(x, axis=0)
tf.reduce_any(x > 3)
x > 0
x <= 1.0
x == 0.5
x != x
0 < x
x[0] >= x[1]
tf.reduce_sum(tf.cast(x > 0, tf.int32))
x[x > 0]
tf.where(x > 0, x, 0.0)
tf.where(x > 0, x, tf.zeros_like(x))
x.dtype == tf.float32
x.dtype == 'float32'
tf.reduce_all([[True, False], [True, True]], axis=0)
tf.reduce_logsumexp(x, axis=1)
tf.math.reduce_variance(x)
tf.math.reduce_std(x, axis=0)
tf.math.count_nonzero([0, 1, 2])
tf.argmax(x, axis=1)
tf.argmax(x)
tf.argmin(x, axis=1)
tf.cumsum(x, axis=1)
tf.cumsum([1, 2, 3], exclusive=True)
tf.cumsum([1, 2, 3], reverse=True)
tf.sort(x, axis=1)
tf.sort([3, 1, 2], direction='DESCENDING')
tf.argsort([3, 1, 2])
tf.unique([3, 1, 3])[0]
tf.unique([3, 1, 3])[1]
tf.math.top_k([1.0, 5.0, 3.0], k=2)[0]
tf.math.top_k([1.0, 5.0, 3.0], k=2)[1]
tf.abs(x)
tf.sign(x)
tf.square(x)
tf.sqrt([4.0, 9.0])
tf.exp([0.0, 1.0])
tf.math.log([1.0, 2.0])
tf.math.log1p([0.5])
tf.math.floor([1.5, -1.5])
tf.math.ceil([1.5, -1.5])
tf.round([0.5, 1.5, 2.5])
tf.math.rsqrt([4.0])
tf.math.reciprocal([4.0])
tf.pow([2, 3], [3, 2])
tf.pow(2.0, 3.0)
tf.maximum([1, 5], [3, 2])
tf.minimum([1.0, 5.0], 2.0)
tf.add([1, 2], 3)
tf.subtract([1.0], [0.5])
tf.multiply([1, 2], [3, 4])
tf.divide([1, 2], [2, 4])
tf.equal([1, 2], [1, 3])
tf.not_equal(['a', 'b'], ['a', 'c'])
tf.less([1, 2], 2)
tf.greater_equal([1, 2], 2)
tf.logical_and([True, False], [True, True])
tf.logical_not([True])
tf.sigmoid([0.0, 2.0])
tf.tanh([0.5])
tf.clip_by_value([1.0, 5.0, -3.0], 0.0, 2.0)
tf.clip_by_value([1, 5, -3], 0, 2)
tf.clip_by_norm([3.0, 4.0], 2.0)
tf.clip_by_global_norm([tf.constant([3.0]), tf.constant([4.0])], 1.0)
tf.matmul([[1, 2]], [[3], [4]])
tf.matmul(x, x, transpose_b=True)
tf.linalg.matmul([[1.0, 2.0]], [[3.0, 4.0]], transpose_b=True)
tf.einsum('ij,kj->ik', x, x)
tf.einsum('ij->j', x)
tf.tensordot(x, x, axes=[[1], [1]])
tf.norm(x)
tf.norm(x, axis=1)
tf.norm(x, ord=1)
tf.norm([3.0, 4.0], ord=2)
tf.linalg.trace([[1.0, 2.0], [3.0, 4.0]])
tf.linalg.diag([1, 2])
tf.linalg.diag_part([[1, 2], [3, 4]])
tf.linalg.det([[1.0, 2.0], [3.0, 4.0]])
tf.linalg.inv([[2.0, 0.0], [0.0, 4.0]])
tf.linalg.solve([[2.0, 0.0], [0.0, 4.0]], [[2.0], [4.0]])
tf.linalg.cholesky([[4.0, 2.0], [2.0, 5.0]])
tf.linalg.eigvalsh([[2.0, 0.0], [0.0, 1.0]])
tf.nn.relu([-1.0, 2.0])
tf.nn.leaky_relu([-1.0, 2.0])
tf.nn.softmax([[1.0, 2.0, 3.0]])
tf.nn.log_softmax([0.0, 0.0])
tf.nn.sigmoid([0.0])
tf.nn.softplus([0.0])
tf.nn.elu([-1.0, 1.0])
tf.nn.sigmoid_cross_entropy_with_logits(labels=[1.0, 0.0], logits=[2.0, -1.0])
tf.nn.softmax_cross_entropy_with_logits(labels=[[0.0, 1.0]], logits=[[1.0, 2.0]])
tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[1], logits=[[1.0, 2.0]])
tf.nn.embedding_lookup(tf.constant([[1.0, 2.0], [3.0, 4.0]]), [1, 0])
tf.nn.l2_normalize([3.0, 4.0])
tf.nn.moments(x, axes=[0])
tf.math.bincount([1, 1, 3])
tf.strings.lower(['AB', 'Cd'])
tf.strings.upper('ab')
tf.strings.length(['abc', ''])
tf.strings.join(['a', 'b'], separator='-')
tf.strings.join([['a', 'b'], ['c', 'd']])
tf.strings.regex_replace(['a1b22'], '[0-9]+', '#')
tf.strings.regex_replace('hello', '(l+)', '<\\\\1>')
tf.strings.strip([' a ', 'b'])
tf.strings.substr('hello', 1, 3)
tf.strings.as_string([1, 2])
tf.strings.as_string([1.5])
tf.strings.to_number(['1.5', '2'])
tf.strings.to_number('3', tf.int32)
tf.strings.split('a b c')
tf.strings.split('a,b,,c', sep=',')
tf.strings.reduce_join(['a', 'b'])
"""),
    (["a = np.array([[1, 2, 3], [4, 5, 6]])", "f = np.array([0.5, 1.5, -2.0])"], """
np.array([1, 2])
np.array([1.0, 2])
np.array(['a', 'bcd'])
np.array([True, False])
np.array([1, 2], dtype='float32')
np.array([[1, 2], [3, 4]], dtype=np.int32)
np.asarray(['0.5', '2'], dtype='float32')
np.array(['1', '22']).astype(int)
np.array([1, 2]).astype(bool)
np.zeros(3)
np.zeros((2, 2), dtype=int)
np.ones((1, 2))
np.full((2,), 7)
np.full((2, 2), 0.5)
np.arange(5)
np.arange(1, 2, 0.25)
np.arange(10, 0, -3)
np.arange(3.0)
np.linspace(0, 1, 5)
np.linspace(0, 1, 4, endpoint=False)
np.eye(2)
np.eye(2, k=1)
np.identity(2)
np.zeros_like(a)
np.ones_like(f)
np.full_like(a, 9)
a + 1
a * 0.5
a / 2
a - f
a ** 2
2 ** a
a % 2
1 - f
-f
a[0]
a[1, 2]
a[:, 1]
a[::-1]
a[[1, 0]]
a[:, [0, 2]]
a[-1, 1:]
a[..., 0]
a[:, None].shape
a > 2
a == a
a != 3
f < 1
1 >= f
a[a > 2]
a[a.sum(axis=1) > 6]
a[:, f > 0]
(f > 0) & (f < 1)
(f > 0) | (f < -1)
~(f > 0)
np.mean(f > 0)
np.sum(a == 2)
np.where(f > 0, f, 0)
np.array(['a', 'b']) == 'a'
a.dtype == np.int64
f.dtype == 'float64'
a[0, 0] == 1
a.shape
a.ndim
a.size
a.T
a.sum()
a.sum(axis=0)
a.mean()
a.mean(axis=1)
a.max()
a.min(axis=1)
a.std()
a.var(axis=0)
a.argmax()
a.argmin(axis=1)
a.cumsum()
a.reshape(3, 2)
a.reshape((-1,))
a.flatten()
a.ravel()
a.tolist()
a.astype('float32')
a.astype(float)
f.astype(int)
f.round()
a.transpose()
a.dot(np.array([1, 0, 1]))
a.prod()
a.any()
a.all()
a.clip(2, 4)
a.repeat(2)
f.argsort()
np.sum(a, axis=1)
np.sum(a, axis=0, keepdims=True)
np.sum([True, True])
np.sum(f)
np.mean(a, axis=0)
np.std(f)
np.std(f, ddof=1)
np.var(a)
np.max(a, axis=0)
np.min(f)
np.prod([1, 2, 3])
np.cumsum(a, axis=0)
np.argmax(a, axis=1)
np.argsort([3, 1, 2])
np.sort([3, 1, 2])
np.sort(a[:, ::-1], axis=1)
np.unique([3, 1, 3, 2])
np.unique([3, 1, 3], return_counts=True)
np.unique([3, 1, 3], return_inverse=True)
np.unique(['b', 'a', 'b'])
np.concatenate([a, a], axis=1)
np.concatenate(([1], [2.5]))
np.stack([f, f])
np.vstack([f, f])
np.hstack([f, f])
np.column_stack([[1, 2], [3, 4]])
np.split(np.arange(6), 3)
np.split(np.arange(6), [1, 4])
np.array_split(np.arange(5), 2)
np.where(np.array([True, False]), 1, 2)
np.where([0, 1, 0])
np.nonzero(a - 1)
np.reshape(a, (3, 2))
np.transpose(a)
np.squeeze([[1], [2]])
np.expand_dims(f, 0)
np.expand_dims(f, axis=1)
np.tile([1, 2], 2)
np.tile([[1, 2]], (2, 1))
np.repeat([1, 2], 2)
np.repeat(a, 2, axis=0)
np.take([10, 20, 30], [2, 0])
np.flip([1, 2, 3])
np.roll([1, 2, 3], 1)
np.pad([1, 2], (1, 2))
np.pad([[1]], ((1, 0), (0, 1)))
np.swapaxes(a, 0, 1)
np.moveaxis(np.zeros((1, 2, 3)), 0, -1).shape
np.broadcast_to([1, 2], (2, 2))
np.exp([0, 1])
np.log([1.0, 2.0])
np.log2([8.0])
np.log10([100.0])
np.sqrt([4, 9])
np.abs([-1, 2])
np.sin(0.5)
np.cos([0.0])
np.tanh([0.5])
np.round([0.5, 1.5, 2.567], 1)
np.round(2.567, 2)
np.floor([1.5, -1.5])
np.ceil([1.5])
np.clip([1, 5, 9], 2, 6)
np.clip(f, 0, 1)
np.maximum(f, 0)
np.minimum([1, 2], [2, 1])
np.power([2, 3], 2)
np.mod([5, -5], 3)
np.floor_divide([5, -5], 3)
np.sign(f)
np.isnan([1.0, np.nan])
np.isfinite([np.inf, 1.0])
np.isinf([np.inf, 1.0, np.nan])
np.allclose([1.0], [1.0 + 1e-9])
np.isclose([1.0, 2.0], [1.0, 2.1])
np.array_equal([1, 2], [1, 2])
np.any([0, 1])
np.all([[1, 0], [1, 1]], axis=0)
np.bincount([0, 1, 1, 3])
np.percentile([1, 2, 3, 4], 25)
np.percentile(a, [25, 50], axis=1)
np.median([1, 3, 2])
np.median(a, axis=0)
np.corrcoef([1, 2, 3], [1, 2, 4])
np.diff([1, 4, 9])
np.average([1, 2, 3], weights=[3, 1, 0])
np.histogram([1, 2, 2, 5], bins=2)
np.cumprod([1, 2, 3])
np.dot([1, 2], [3, 4])
np.dot(a, a.T)
np.matmul([[1, 2]], [[3], [4]])
np.outer([1, 2], [3, 4])
np.einsum('ij,kj->ik', a, a)
np.einsum('ii', [[1, 2], [3, 4]])
np.tensordot(a, a, axes=([1], [1]))
np.linalg.norm([3, 4])
np.linalg.norm(a, axis=1)
np.linalg.norm([3, -4], ord=1)
np.linalg.norm([3, -4], np.inf)
np.linalg.det([[1, 2], [3, 4]])
np.linalg.inv([[2, 0], [0, 4]])
np.linalg.solve([[2, 0], [0, 4]], [2, 4])
np.linalg.qr([[1.0, 2.0], [3.0, 4.0]])
np.linalg.eigvalsh([[2.0, 0.0], [0.0, 1.0]])
np.trace([[1, 2], [3, 4]])
np.diag([1, 2])
np.diag([[1, 2], [3, 4]])
np.isin([1, 2, 3], [2])
np.random.RandomState(7).rand(2, 2)
np.random.RandomState(7).randn(3)
np.random.RandomState(7).randint(0, 10, 5)
np.random.RandomState(7).randint(5, size=(2, 3))
np.random.RandomState(7).permutation(5)
np.random.RandomState(7).choice([1, 2, 3], 4)
np.random.RandomState(7).choice(5, size=3, replace=False)
np.random.RandomState(7).normal(1.0, 2.0, size=2)
np.random.RandomState(7).uniform(-1, 1, (2,))
np.random.RandomState(7).permutation([[1, 2], [3, 4], [5, 6]])
np.pi
np.inf
"""),
    ([], """
keras.utils.to_categorical([0, 2, 1])
keras.utils.to_categorical([1], num_classes=3)
keras.utils.pad_sequences([[1], [2, 3], [4, 5, 6]])
keras.utils.pad_sequences([[1], [2, 3], [4, 5, 6]], maxlen=2)
keras.utils.pad_sequences([[1], [2, 3], [4, 5, 6]], maxlen=2, padding='post', truncating='post')
keras.utils.pad_sequences([[1]], maxlen=3, value=9.5, dtype='float32')
keras.preprocessing.sequence.pad_sequences([[1, 2]], maxlen=4, padding='post')
keras.activations.relu(tf.constant([-1.0, 2.0]))
keras.activations.softmax(tf.constant([[1.0, 1.0]]))
keras.losses.mean_squared_error([[1.0, 2.0]], [[1.5, 1.0]])
keras.losses.MeanSquaredError()([[1.0, 2.0]], [[1.5, 1.0]])
keras.ops.sum(tf.constant([1.0, 2.0]))
keras.ops.mean(tf.constant([[1.0, 2.0]]), axis=1)
keras.ops.concatenate([tf.constant([1.0]), tf.constant([2.0])])
keras.ops.relu(tf.constant([-1.0, 1.0]))
keras.ops.matmul(tf.ones([1, 2]), tf.ones([2, 1]))
keras.initializers.Zeros()(shape=(2,))
keras.initializers.Constant(3.0)((1, 2))
keras.backend.floatx()
keras.backend.epsilon()
keras.__version__
"""),
]


def show(value):
    if isinstance(value, (list, tuple)) and not isinstance(value, tf.TensorShape) and not hasattr(value, "_fields"):
        inside = ", ".join(show(v) for v in value)
        if isinstance(value, list):
            return f"[{inside}]"
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, np.generic):
        return str(value)
    if isinstance(value, tf.TensorShape):
        return str(value)
    if hasattr(value, "_fields"):
        return show(tuple(value))
    return repr(value)


def group(setup, text):
    names = {"tf": tf, "np": np, "keras": keras}
    for line in setup:
        exec(line, names)
    cases = []
    for line in text.strip().split("\n"):
        cases.append([line, show(eval(line, names))])
    return {"setup": setup, "cases": cases}


if __name__ == "__main__":
    path = pathlib.Path(__file__).resolve().parent.parent / "resources" / "golden" / "expressions.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"groups": [group(*g) for g in GROUPS],
               "oracle": {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(sum(len(g["cases"]) for g in content["groups"]), "expressions")
