package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperatorsTest {

  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void combineTensorsWithNumbersOnEitherSide() {
    cells.run("x = tf.constant([1.0, 2.0])");
    shows("[2. 3.]", "print((x + 1).numpy())");
    shows("[0.  0.5]", "print((1 - 1 / x).numpy())");
    shows("[2. 8.]", "print((2 * x ** 2).numpy())");
    shows("[2. 4.]", "print((2 ** x).numpy())");
    shows("[-1. -2.]", "print((-x).numpy())");
    shows("[1. 0.]", "print((x % 2).numpy())");
    shows("[3. 6.]", "print((tf.Variable([1.0, 2.0]) * 3).numpy())");
    shows("[0.5 1. ]", "print((x * 0.5).numpy())");
  }

  @Test
  void keepTheTypeOfTheTensor() {
    shows("int32", "print((tf.constant([1, 2]) * 2).dtype)");
    shows("float32", "print((tf.constant([1.0]) * 2).dtype)");
    shows("float64", "print((tf.constant([1, 2]) / 2).dtype)");
    shows("float64", "print((np.array([1, 2]) * 0.5).dtype)");
    shows("float32", "print((np.array([1, 2], dtype: 'float32') * 0.5).dtype)");
    shows("int64", "print((np.array([1, 2]) + np.array([1, 2], dtype: 'int32')).dtype)");
    shows("float64", "print((np.array([1, 2]) + np.array([1, 2], dtype: 'float32')).dtype)");
    shows("float32", "print((tf.constant([1.0]) + np.array([2.0])).dtype)");
  }

  @Test
  void refuseToMixTensorsOfTwoTypes() {
    String mixed = cells.error("tf.constant([1]) + tf.constant([1.0])");
    assertTrue(mixed.startsWith("TypeError: cannot compute + of a int32 and a float32"), mixed);
    String weak = cells.error("tf.constant([1]) * 0.5");
    assertTrue(weak.startsWith("TypeError: cannot compute * of a int32 tensor and 0.5"), weak);
  }

  @Test
  void readAndWriteElements() {
    shows("3", "np.array([1, 2, 3])[-1]");
    shows("[2 3]", "print(np.array([1, 2, 3])[1..2])");
    shows("[1 2]", "print(np.array([1, 2, 3])[0..<2])");
    shows("[1 2 3]", "print(np.array([1, 2, 3])[0..-1])");
    shows("[9 2]", "a = np.array([1, 2])\na[0] = 9\nprint(a)");
    shows("[2 1]", "print(np.array([1, 2, 3])[1..0])");
    cells.run("m = np.array([[1, 2, 3], [4, 5, 6]])");
    shows("6", "m[1, 2]");
    shows("[2 5]", "print(m[:, 1])");
    shows("[[3 2 1]]", "print(m[:1, ::-1])");
    shows("[[4 5 6]\n [1 2 3]]", "print(m[[1, 0]])");
    shows("[[1 0 3]\n [4 0 6]]", "m[:, 1] = 0\nprint(m)");
    String refused = cells.error("t = tf.constant([1])\nt[0] = 2");
    assertTrue(refused.contains("does not support item assignment"), refused);
  }

  @Test
  void readNumbersFromText() {
    shows(
        "array([0.418, 2.   ], dtype=float32)",
        "values = 'the 0.418 2'.split()\nnp.asarray(values[1:], dtype = 'float32')");
    String refused = cells.error("np.array(['x'], dtype = float)");
    assertEquals("ValueError: could not convert string to float: 'x'", refused);
  }

  @Test
  void areTrueOrFalseWithOneElement() {
    shows("True", "tf.constant([1]) ? true : false");
    shows("False", "tf.constant(0.0) ? true : false");
    String refused = cells.error("if (np.array([1, 2])) print(1)");
    assertTrue(refused.startsWith("ValueError: The truth value of an array"), refused);
  }

  @Test
  void goThroughTheFirstAxis() {
    shows("[1 2]\n[3 4]", "for (row in np.array([[1, 2], [3, 4]])) print(row)");
    shows("[2, 4]", "np.array([1, 2]).collect { it * 2 }");
  }

  @Test
  void haveNumPysProperties() {
    cells.run("a = np.array([[1, 2, 3], [4, 5, 6]])");
    shows("(2, 3)", "a.shape");
    shows("6", "a.size");
    shows("2", "a.ndim");
    shows("[[1 4]\n [2 5]\n [3 6]]", "print(a.T)");
    shows("[5 7 9]", "print(a.sum(axis: 0))");
    shows("[[1 2]\n [3 4]\n [5 6]]", "print(a.reshape(3, 2))");
    shows("[[1, 2, 3], [4, 5, 6]]", "a.tolist()");
    shows("[1. 2. 3.]", "print(a[0].astype('float32'))");
    shows("3.5", "a.mean()");
  }

  private void shows(String expected, String code) {
    assertEquals(expected, cells.run(code), code);
  }
}
