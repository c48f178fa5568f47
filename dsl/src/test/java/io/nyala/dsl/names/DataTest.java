package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataTest {

  private final Cells cells = new Cells();

  @BeforeEach
  void makeData() {
    cells.run(
        """
        x = np.arange(10).reshape(5, 2)
        y = np.array([0, 1, 0, 1, 0])
        db = tf.data.Dataset.from_tensor_slices((x, y))
        """);
  }

  @AfterEach
  void close() {
    cells.close();
  }

  private void shows(String expected, String code) {
    assertEquals(expected, cells.run(code), code);
  }

  @Test
  void goThroughBatches() {
    shows(
        "(2, 2) [0 1]\n(2, 2) [0 1]",
        """
        for (a, b in db.batch(2, drop_remainder = True)) {
            print(a.shape, b.numpy())
        }
        """);
    shows("3", "len(db.batch(2))");
    shows("5", "len(db.shuffle(1000))");
    shows("(2, 2)", "(a, b) = next(iter(db.batch(2)))\na.shape");
  }

  @Test
  void giveATuplesPartsToFunctions() {
    shows(
        "(array([0, 2]), 1)",
        "list(db.map({ a, b -> (a * 2, b + 1) }).take(1).as_numpy_iterator())[0]");
    shows("2", "len(list(db.filter({ a, b -> b == 1 })))");
    shows(
        "[0, 3]",
        "def triple(n) { n * 3 }\nlist(tf.data.Dataset.range(2).map(triple).as_numpy_iterator())");
    shows("10", "tf.data.Dataset.range(5).reduce(0L, { a, b -> a + b }).numpy()");
  }

  @Test
  void readGenerators() {
    shows(
        "array([[1, 2],\n       [3, 0]], dtype=int32)",
        """
        g = tf.data.Dataset.from_generator({ [[1, 2], [3]] }, output_types = tf.int32)
        next(g.padded_batch(2).as_numpy_iterator())
        """);
    String wrong = cells.error("tf.data.Dataset.from_tensor_slices([x, y])");
    assertTrue(wrong.contains("write a tuple"), wrong);
  }

  @Test
  void trainModels() {
    shows(
        "['loss', 'val_loss']",
        """
        model = keras.Sequential([keras.layers.Dense(1, activation = 'sigmoid')])
        model.compile(optimizer = 'adam', loss = 'binary_crossentropy')
        h = model.fit(db.batch(2), epochs = 2, validation_data = db.batch(5), verbose = 0)
        list(h.history.keys())
        """);
  }
}
