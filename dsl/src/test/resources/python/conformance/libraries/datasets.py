### ranges and windows
import numpy as np
import tensorflow as tf
ds = tf.data.Dataset.range(10)
print([int(x) for x in ds.filter(lambda x: x % 2 == 0)])
print(list(ds.batch(3).as_numpy_iterator()))
print(list(ds.window(3, drop_remainder=True).flat_map(lambda w: w.batch(3)).as_numpy_iterator())[:2])
print(ds.element_spec)
print(len(ds))
### tuples
import numpy as np
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices(([1, 2, 3], [4.0, 5.0, 6.0]))
for a, b in ds.take(2):
    print(a, b)
print(next(iter(ds)))
### maps
import numpy as np
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices({'a': [1, 2], 'b': ['x', 'y']})
print(list(ds.shuffle(2, seed=1).take(0).as_numpy_iterator()))
