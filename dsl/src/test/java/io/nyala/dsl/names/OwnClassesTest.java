package io.nyala.dsl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Groovy classes that extend Keras' losses, metrics, initializers and their kin. */
class OwnClassesTest {

  private static final String CLASSES =
"""
class MyLoss extends keras.losses.Loss {
  def power
  MyLoss(power = 2) { super(name: 'mine'); this.power = power }
  def call(y_true, y_pred) { tf.reduce_mean(tf.abs(y_true - y_pred) ** power, axis: -1) }
}
class Count extends keras.metrics.Metric {
  def total, n
  Count() {
    super(name: 'count')
    total = add_weight(name: 'total', initializer: 'zeros')
    n = add_weight(shape: [], name: "n")
  }
  def update_state(y_true, y_pred, sample_weight = null) {
    total.assign_add(tf.reduce_sum(y_pred))
    n.assign_add(3.0)
  }
  def result() { total / n }
}
class Two extends keras.metrics.Metric {
  def a
  Two() { a = add_weight(name: 'a') }
  def update_state(t, p) { a.assign_add(1) }
  def result() { [one: a, two: a * 2] }
  def reset_state() { super.reset_state() }
}
class Init extends keras.initializers.Initializer {
  def call(shape, dtype) { tf.ones(shape, dtype: dtype) * 0.25 }
}
class Reg extends keras.regularizers.Regularizer {
  def call(x) { tf.reduce_sum(tf.abs(x)) }
}
class Con extends keras.constraints.Constraint {
  def call(w) { tf.clip_by_value(w, -0.1, 0.1) }
}
class Sch extends keras.optimizers.schedules.LearningRateSchedule {
  def a
  Sch(a) { this.a = a }
  def call(step) { a / (step + 1) }
  def get_config() { [a: a] }
}
class Seq extends keras.utils.PyDataset {
  def __len__() { 3 }
  def __getitem__(i) { [np.ones([2, 4]) * i, np.zeros([2, 1])] }
  def ends = 0
  def on_epoch_end() { ends++ }
}
""";

  private static Cells cells;

  @BeforeAll
  static void open() {
    cells = new Cells();
    cells.run(CLASSES);
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  private static void gives(String expected, String code) {
    assertEquals(expected, cells.run(code));
  }

  @Test
  void eachIsCalledAsInKeras() {
    gives("4.5", "new MyLoss(3)([[1.0, 2.0]], [[2.0, 4.0]]).numpy()");
    gives("'mine'", "new MyLoss(3).name");
    gives("2.0", "m = new Count(); m.update_state([1.0], [6.0]); m.result().numpy()");
    gives("0.0", "m.reset_state(); m.total.numpy()");
    gives("[0.25, 0.25]", "new Init()([2], 'float32').numpy().tolist()");
    gives("5.0", "new Reg()([2.0, -3.0]).numpy()");
    gives("0.25", "new Sch(1.0)(3)");
    gives("True", "new MyLoss(3) instanceof keras.losses.Loss");
    gives("True", "keras.losses.MeanSquaredError() instanceof keras.losses.Loss");
  }

  @Test
  void allOfThemTrainAModel() {
    cells.run(
        """
        model = keras.Sequential([keras.Input([4]), keras.layers.Dense(1, kernel_initializer: new Init(),
            kernel_regularizer: new Reg(), bias_constraint: new Con())])
        model.compile(optimizer: keras.optimizers.SGD(new Sch(0.1)), loss: new MyLoss(3),
            metrics: [new Count(), new Two()])
        data = new Seq()
        h = model.fit(data, epochs: 2, verbose: 0, shuffle: false)
        """);
    gives("[3.0, 3.0]", "h.history.one");
    gives("[6.0, 6.0]", "h.history.two");
    gives("2", "data.ends");
    gives("True", "h.history.loss[1] < h.history.loss[0] / 10");
  }
}
