import os

import keras
import numpy as np
import tensorflow as tf


def double(x):
    return x * 2


def my_loss(y_true, y_pred):
    return tf.reduce_mean((y_true - y_pred) ** 2)


class Mine(keras.layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")

    def call(self, x):
        return tf.matmul(x, self.w)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


@keras.saving.register_keras_serializable(package="mine")
class Auto(keras.layers.Layer):
    def __init__(self, scale, shift=1, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.shift = shift

    def call(self, x):
        return x * self.scale + self.shift


@keras.saving.register_keras_serializable()
def twice(x):
    return 2 * x


def same(a, b):
    x = np.ones([1, 3], "float32")
    return np.allclose(a.predict(x, verbose=0), b.predict(x, verbose=0))


folder = "target"
own = {"Mine": Mine, "double": double, "my_loss": my_loss}
model = keras.Sequential([keras.Input((3,)), Mine(2), keras.layers.Dense(2, activation=double)])
model.compile("adam", loss=my_loss, metrics=[my_loss])
x, y = np.ones([4, 3]), np.ones([4, 2])
model.fit(x, y, epochs=2, verbose=0)
print(list(model.history.history))
path = os.path.join(folder, "own.keras")
model.save(path)
try:
    keras.models.load_model(path)
except Exception as error:
    print("Mine" in str(error))
again = keras.models.load_model(path, custom_objects=own)
print(same(model, again), again.layers[0].units, type(again.layers[0]).__name__)
losses = [each.fit(x, y, epochs=3, verbose=0).history["loss"] for each in (model, again)]
print(np.allclose(losses[0], losses[1]))
with keras.saving.custom_object_scope(own):
    print(keras.models.load_model(path).layers[0].units)
inputs = keras.Input((3,))
auto = Auto(3, shift=2, name="au")
model = keras.Model(inputs, keras.layers.Dense(1, activation=twice)(auto(inputs)))
path = os.path.join(folder, "auto.keras")
model.save(path)
again = keras.models.load_model(path)
print(same(model, again), again.layers[1].scale, again.layers[1].shift, again.layers[1].name)
print(keras.saving.get_registered_name(Auto), keras.saving.get_registered_object("mine>Auto") is Auto)
