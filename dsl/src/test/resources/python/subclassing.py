import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.clear_session()

class MyRNN(keras.Model):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.embed = layers.Embedding(20, 8, mask_zero=True)
        self.rnn = layers.LSTM(units)
        self.heads = [layers.Dense(4, activation='relu'), layers.Dense(1, activation='sigmoid')]
    def call(self, inputs, training=None):
        x = self.embed(inputs)
        x = self.rnn(x)
        for h in self.heads:
            x = h(x)
        return x
    def get_config(self):
        config = super().get_config()
        config.update({'units': self.units})
        return config

m = MyRNN(5, name='mine')
print(m.name, m.units, isinstance(m, keras.Model), isinstance(m, MyRNN), isinstance(m.rnn, keras.layers.Layer))
x = np.random.randint(1, 20, size=(32, 6)); y = np.random.randint(0, 2, size=(32, 1))
print(m(x).shape)
m.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
h = m.fit(x, y, epochs=2, verbose=0, batch_size=8)
print(sorted(h.history), len(h.history['loss']))
print([l.name for l in m.layers], len(m.trainable_variables), m.get_config()['units'])

class Scale(layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super(Scale, self).__init__(**kwargs)
        self.factor = factor
    def build(self, input_shape):
        print('build', input_shape)
        self.w = self.add_weight(shape=(input_shape[-1], 3), initializer='ones', trainable=True, name='w')
        self.b = self.add_weight(name='b', shape=(3,), initializer='zeros')
        super().build(input_shape)
    def call(self, inputs):
        return tf.matmul(inputs, self.w) * self.factor + self.b

s = Scale(3.0, name='sc')
print(s(tf.ones([2, 4])).numpy(), s.built, len(s.weights), s)
i = keras.Input(shape=(4,))
f = keras.Model(i, Scale()(i))
print(f.output_shape, f.count_params(), isinstance(f, keras.Model))
seq = keras.Sequential([keras.Input((4,)), Scale(1.0), layers.Dense(2)])
seq.compile('sgd', 'mse')
seq.fit(np.ones((4,4)), np.ones((4,2)), verbose=0)
print(seq.predict(np.ones((1,4)), verbose=0).shape)

class Custom(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(1)
    def call(self, x):
        return self.d(x)
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        tv = self.trainable_variables
        gradients = tape.gradient(loss, tv)
        self.optimizer.apply_gradients(zip(gradients, tv))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}

c = Custom()
c.compile(optimizer=keras.optimizers.SGD(0.1), loss='mse', metrics=['mae'])
X = np.random.rand(64, 3).astype('float32'); Y = X.sum(axis=1, keepdims=True)
h = c.fit(X, Y, epochs=3, verbose=0)
print(sorted(h.history), h.history['loss'][0] > h.history['loss'][-1])

class Log(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []
    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(round(logs['loss'], 3) > 0)
        print('epoch', epoch, sorted(logs.keys()), self.model is c)
        if epoch == 1:
            self.model.stop_training = True
    def on_train_begin(self, logs=None):
        print('begin', self.params['epochs'])
l = Log()
c.fit(X, Y, epochs=5, verbose=0, callbacks=[l])
print(l.losses)
print(c.evaluate(X, Y, verbose=0, return_dict=True).keys())
class Bad(keras.Model):
    def __init__(self):
        self.d = layers.Dense(1)
try:
    Bad()(tf.ones([1, 2]))
except RuntimeError as e: print(e)
class G(keras.Model):
    def __init__(self):
        super().__init__()
        self.gru = layers.GRU(4, return_sequences=True, return_state=True)
        self.dense = layers.Dense(3)
    def call(self, inputs, states=None, return_state=False, training=False):
        x, states = self.gru(inputs, initial_state=states, training=training)
        x = self.dense(x, training=training)
        if return_state:
            return x, states
        return x
g = G()
p, st = g(tf.ones([2, 3, 5]), return_state=True)
print(p.shape, st.shape)
p, st = g(tf.ones([2, 3, 5]), states=st, return_state=True)
print(p.shape, st.shape, g(tf.ones([2,3,5])).shape)
