package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SymbolicTest {

  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  private void shows(String expected, String code) {
    assertEquals(expected, cells.run(code));
  }

  @Test
  void operatorsStandInGraphs() {
    cells.run(
        """
        from keras import layers, ops
        a = keras.Input((3,))
        y = 2 * (a + 1) - a / 2
        m = keras.Model(a, [y, y[:, 0], -a ** 2, a > 1])
        x = tf.constant([[1.0, 2.0, 3.0]])
        """);
    shows("[[3.5 5.  6.5]]", "print(m(x)[0].numpy())");
    shows("[3.5]", "print(m(x)[1].numpy())");
    shows("[[-1. -4. -9.]]", "print(m(x)[2].numpy())");
    shows("[[False  True  True]]", "print(m(x)[3].numpy())");
  }

  @Test
  void functionsOfOpsStandInGraphs() {
    cells.run(
        """
        from keras import layers, ops
        a = keras.Input((4, 3))
        both = ops.concatenate([ops.mean(a, axis=1), ops.max(a, axis=1)], axis=-1)
        m = keras.Model(a, layers.add([both, both]))
        """);
    shows("(None, 6)", "print(both.shape)");
    shows("[[2. 2. 2. 2. 2. 2.]]", "print(m(tf.ones((1, 4, 3))).numpy())");
  }

  @Test
  void functionsOfTfStandInGraphsAsInKeras2() {
    cells.run("a = keras.Input((3,)); m = keras.Model(a, tf.reduce_sum(a, axis: 1))");
    shows("[3. 3.]", "print(m(tf.ones((2, 3))).numpy())");
  }

  @Test
  void otherFunctionsSayWhatToDo() {
    String message = cells.error("np.sum(keras.Input((3,)))");
    assertTrue(message.contains("keras.layers.Lambda"), message);
  }

  @Test
  void lambdaLayersTakeFunctions() {
    cells.run("a = keras.Input((3,)); m = keras.Model(a, keras.layers.Lambda({ x -> x * 2 })(a))");
    shows("[[2. 2. 2.]]", "print(m(tf.ones((1, 3))).numpy())");
  }
}
