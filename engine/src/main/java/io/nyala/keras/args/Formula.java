package io.nyala.keras.args;

import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** A Keras object that is one formula of its arguments and a tensor. */
public abstract class Formula implements KerasObject {

  /** The formula. */
  public interface Rule {
    /** Its value for a tensor. */
    Tensor apply(Arguments arguments, Tensor x);
  }

  private final Arguments arguments;
  private final Rule rule;
  private KerasClass<?> kerasClass;

  /** The formula with these arguments. */
  protected Formula(Arguments arguments, Rule rule) {
    this.arguments = arguments;
    this.rule = rule;
  }

  /**
   * A class of such objects.
   *
   * @param maker an object from its arguments and the rule
   */
  protected static <T extends Formula> KerasClass<T> define(
      BiFunction<Arguments, Rule, T> maker,
      String module,
      String name,
      String doc,
      Rule rule,
      Arg... args) {
    AtomicReference<KerasClass<T>> self = new AtomicReference<>();
    self.set(
        new KerasClass<>(
            name,
            module,
            doc,
            ArgTable.of(name, args),
            a -> {
              T made = maker.apply(a, rule);
              ((Formula) made).kerasClass = self.get();
              return made;
            }));
    return self.get();
  }

  /** The formula's value. */
  protected final Tensor value(Tensor x) {
    return rule.apply(arguments, x);
  }

  @Override
  public final KerasClass<?> kerasClass() {
    return kerasClass;
  }

  @Override
  public final Arguments arguments() {
    return arguments;
  }
}
