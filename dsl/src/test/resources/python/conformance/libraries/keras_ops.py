### activations
import keras
import numpy as np
import tensorflow as tf
from keras import ops
x = ops.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
print(ops.add(x, 1))
print(ops.mean(x, axis=1))
print(ops.sum(x, axis=0, keepdims=True))
print(ops.max(x))
print(ops.argmax(x, axis=1))
print(ops.relu(x))
print(ops.sigmoid(x))
print(ops.elu(x))
print(ops.leaky_relu(x))
print(ops.silu(x))
print(ops.softsign(x))
print(ops.hard_sigmoid(x))
print(ops.hard_silu(x))
print(ops.hard_tanh(x))
print(ops.glu(ops.ones((2, 4))))
print(ops.celu(x))
print(ops.selu(x))
print(ops.relu6(x))
print(ops.log_sigmoid(x))
print(ops.squareplus(x))
print(ops.sparse_plus(x))
print(ops.sparsemax(x))
print(ops.threshold(x, 1.0, 0.0))
print(ops.soft_shrink(x))
print(ops.hard_shrink(x))
print(ops.tanh_shrink(x))
### functions
import keras
import numpy as np
import tensorflow as tf
from keras import ops
x = ops.array([[1.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
print(ops.reshape(x, (3, 2)))
print(ops.transpose(x))
print(ops.expand_dims(x, 0).shape)
print(ops.squeeze(ops.ones((1, 2))))
print(ops.concatenate([x, x], axis=1))
print(ops.stack([x, x]).shape)
print(ops.split(x, 3, axis=1))
print(ops.unstack(x))
print(ops.tile(x, (1, 2)))
print(ops.repeat(x, 2, axis=0))
print(ops.flip(x, axis=1))
print(ops.roll(x, 1, axis=1))
print(ops.take(x, [0, 2], axis=1))
print(ops.take_along_axis(x, [[0], [1]], axis=1))
print(ops.where(x > 0, x, 0.0))
print(ops.clip(x, -1, 1))
print(ops.abs(x))
print(ops.square(x))
print(ops.sqrt(ops.abs(x)))
print(ops.exp(ops.zeros(2)))
print(ops.log(ops.ones(2)))
print(ops.power(x, 2))
print(ops.matmul(x, ops.transpose(x)))
print(ops.dot(x, ops.transpose(x)))
print(ops.einsum('ij,kj->ik', x, x))
print(ops.tensordot(x, x, axes=[[1], [1]]))
print(ops.outer([1.0, 2.0], [3.0, 4.0]))
print(ops.cumsum(x, axis=1))
print(ops.sort(x, axis=1))
print(ops.argsort(x))
print(ops.var(x))
print(ops.std(x, axis=0))
print(ops.prod(x, axis=1))
print(ops.any(x > 4, axis=1))
print(ops.all(x > -10))
print(ops.count_nonzero(x, axis=0))
print(ops.logsumexp(x, axis=1))
print(ops.norm(x))
print(ops.norm(x, axis=1))
print(ops.tril(ops.ones((3, 3))))
print(ops.triu(ops.ones((3, 3)), k=1))
print(ops.diag([1, 2]))
print(ops.trace(ops.eye(3)))
print(ops.eye(2))
print(ops.linspace(0, 1, 3))
print(ops.arange(4))
print(ops.zeros_like(x).shape)
print(ops.full((2,), 3.0))
print(ops.full_like(x, 2.0))
print(ops.one_hot([0, 2], 3))
print(ops.moments(x, axes=[0]))
print(ops.top_k(ops.array([1.0, 3.0, 2.0]), 2))
print(ops.in_top_k(ops.array([0, 1]), ops.array([[0.1, 0.9], [0.2, 0.8]]), 1))
print(ops.segment_sum(ops.array([1.0, 2.0, 3.0]), ops.array([0, 0, 1])))
print(ops.median(x, axis=1))
print(ops.quantile(x, 0.5))
print(ops.average(x, axis=1))
print(ops.isnan(x))
print(ops.round(x))
print(ops.floor(ops.array([1.5])))
print(ops.sign(x))
print(ops.maximum(x, 0.0))
print(ops.minimum(x, 0.0))
print(ops.logical_and([True], [False]))
print(ops.logical_not([True]))
print(ops.equal(x, 1.0))
print(ops.moveaxis(ops.ones((2, 3, 4)), 0, 2).shape)
print(ops.swapaxes(ops.ones((2, 3, 4)), 0, 2).shape)
print(ops.broadcast_to([1, 2], (2, 2)))
print(ops.meshgrid([1, 2], [3, 4]))
print(ops.shape(x))
print(ops.cast(x, 'int32'))
print(ops.is_tensor(x))
print(ops.ndim(x))
print(ops.size(x))
print(ops.log1p([1.0]))
print(ops.rsqrt([4.0]))
print(ops.floor_divide(x, 2.0))
print(ops.reciprocal([2.0]))
print(ops.negative(x))
print(ops.normalize(x))
### loops and losses
import keras
import numpy as np
import tensorflow as tf
from keras import ops
print(ops.scatter([[0], [2]], [1.0, 2.0], (4,)))
print(ops.slice(ops.arange(6), [1], [3]))
print(ops.slice_update(ops.zeros(4), [1], ops.ones(2)))
print(ops.scatter_update(ops.zeros(3), [[1]], [5.0]))
print(ops.cond(True, lambda: 1, lambda: 2))
print(ops.while_loop(lambda i: i < 3, lambda i: i + 1, 0))
print(ops.fori_loop(0, 3, lambda i, v: v + i, 0))
print(ops.map(lambda v: v * 2, ops.array([1.0, 2.0])))
print(ops.vectorized_map(lambda v: v * 2, ops.array([1.0, 2.0])))
print(ops.scan(lambda c, x: (c + x, c), ops.array(0.0), ops.array([1.0, 2.0, 3.0])))
print(ops.stop_gradient(ops.ones(1)))
print(ops.binary_crossentropy([1.0, 0.0], [0.9, 0.2]))
print(ops.categorical_crossentropy([[0.0, 1.0]], [[0.3, 0.7]]))
print(ops.det(ops.eye(2) * 2))
print(ops.inv(ops.eye(2) * 2))
print(ops.solve(ops.eye(2), ops.ones((2, 1))))
print(ops.cholesky(ops.eye(2)))
print(ops.svd(ops.eye(2), compute_uv=False))
print(ops.switch(1, [lambda: 1, lambda: 2]))
print(ops.layer_normalization(ops.array([[1.0, 2.0, 3.0]])))
print(ops.dot_product_attention(ops.ones((1, 2, 1, 2)), ops.ones((1, 2, 1, 2)), ops.ones((1, 2, 1, 2))))
### symbolic
import keras
import numpy as np
import tensorflow as tf
from keras import ops
i = keras.Input((3, 4))
y = ops.mean(i, axis=1)
z = ops.concatenate([y, ops.max(i, axis=1)], axis=-1)
w = ops.expand_dims(z, 1)
t = ops.tile(w, (1, 2, 1))
u = ops.take(t, [0], axis=1)
s = ops.softmax(ops.squeeze(u, 1))
m = keras.Model(i, s)
print(m(ops.ones((1, 3, 4))))
print(m.output_shape)
print(ops.cumsum(i, axis=1).shape)
print(ops.one_hot(keras.Input((2,), dtype='int32'), 5).shape)
print(ops.log2(i).shape)
print(ops.argmax(i, axis=-1).shape)
print(ops.roll(i, 1, axis=1).shape)
print(ops.logsumexp(i, axis=1).shape)
print(ops.swapaxes(i, 1, 2).shape)
print(ops.repeat(i, 2, axis=1).shape)
print(ops.flip(i, axis=1).shape)
print(ops.triu(i).shape)
### own recurrent cells
import keras
import numpy as np
from keras import layers, ops

class Cell(keras.layers.Layer):
    def __init__(self, units, **named):
        super().__init__(**named)
        self.units = units
        self.state_size = (units, units + 1)
        self.output_size = units
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units), initializer='ones', name='w')
        self.u = self.add_weight(shape=(self.units + 1, self.units), initializer='ones', name='u')
    def call(self, x, states):
        a, b = states
        h = ops.tanh(ops.matmul(x, self.w) + a + ops.matmul(b, self.u))
        return h, [h * 0.5, b + ops.concatenate([h, h[:, :1]], axis=-1)]

class Sum(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.state_size = 3
    def call(self, x, states):
        return x + states[0], [x * 2]
    def get_initial_state(self, batch_size=None):
        return [ops.ones((batch_size, 3))]

x = (np.arange(24).reshape(2, 4, 3) % 7 / 7 - 0.4).astype('float32')
x[1, 2:] = 0
reader = layers.RNN(Cell(2), return_sequences=True, return_state=True)
parts = reader(x)
print([tuple(part.shape) for part in parts])
print([np.round(part.numpy(), 4).tolist() for part in parts[1:]])
print(len(reader.trainable_weights))
model = keras.Sequential([keras.Input((4, 3)), layers.Masking(), layers.RNN(Cell(2))])
print(np.round(model(x).numpy(), 3).tolist())
print(np.round(layers.RNN(Sum())(x).numpy(), 4).tolist())
print(layers.RNN([Cell(2), layers.GRUCell(3)])(x).shape == (2, 3))
