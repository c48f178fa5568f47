package io.nyala.keras.optimizers;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.optimizers.schedules.LearningRateSchedule;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Map;

/** A learning rate: a number held in a variable, a schedule, or a function without arguments. */
final class LearningRate {

  static final ArgType<Object> TYPE =
      new ArgType<>() {
        @Override
        public Object convert(Object value) {
          return understand(value);
        }

        @Override
        public Object toConfig(Object value) {
          return value instanceof LearningRateSchedule schedule
              ? ObjectType.describe(schedule)
              : value;
        }

        @Override
        public String describe() {
          return "float, LearningRateSchedule or function";
        }
      };

  private Object source;

  /** A learning rate of this source; {@code path} names the variable of a plain number. */
  LearningRate(Object source, String path) {
    this.source = source;
    if (source instanceof Number number) {
      Variable variable =
          new Variable(
              Tensor.full(DType.FLOAT32, Shape.SCALAR, number.doubleValue()),
              false,
              "learning_rate");
      variable.path(path);
      this.source = variable;
    }
  }

  private static Object understand(Object value) {
    Number number = ArgTypes.number(value);
    if (number != null) {
      return number.doubleValue();
    }
    if (value instanceof LearningRateSchedule) {
      return value;
    }
    if (value instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return ObjectType.fromConfig("keras.optimizers.schedules", config);
    }
    Callables.Fn own = Callables.of(value);
    if (own == null) {
      throw new IllegalArgumentException(
          "should be float, or an instance of LearningRateSchedule, or a callable (that takes in"
              + " the current iteration value and returns the corresponding learning rate value)."
              + " Received instead: learning_rate="
              + ArgTypes.show(value));
    }
    return own;
  }

  /** The rate at this step. */
  double at(long step) {
    if (source instanceof Variable variable) {
      return variable.value().getDouble(0);
    }
    if (source instanceof LearningRateSchedule schedule) {
      return schedule.call(step);
    }
    return ((Number) ((Callables.Fn) source).call()).doubleValue();
  }

  /** The variable of a plain number; null for the others. */
  Variable variable() {
    return source instanceof Variable variable ? variable : null;
  }

  /**
   * Sets a plain number.
   *
   * @throws KerasException a TypeError if there is a schedule
   */
  void set(double rate) {
    if (!(source instanceof Variable variable)) {
      throw KerasException.type(
          "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate`"
              + " constructor argument, hence its learning rate is not settable. If you need the"
              + " learning rate to be settable, you should instantiate the optimizer with a float"
              + " `learning_rate` argument.");
    }
    variable.assign(Tensor.full(DType.FLOAT32, Shape.SCALAR, rate));
  }

  /** As a config holds it. */
  Object config() {
    return source instanceof Variable ? (Object) at(0) : TYPE.toConfig(source);
  }
}
