package io.nyala.keras.args;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A Keras function as data, such as {@code keras.losses.mean_squared_error}: the sibling of {@link
 * KerasClass}.
 *
 * @param name the function's name
 * @param module the module it is found in
 * @param doc one sentence on what it gives
 * @param table its arguments
 * @param body its result for checked arguments
 */
public record KerasFunction(
    String name, String module, String doc, ArgTable table, Function<Arguments, Object> body) {

  /** A function that makes an object of a class, such as {@code keras.regularizers.l2}. */
  public static KerasFunction making(String name, KerasClass<?> kerasClass) {
    return new KerasFunction(
        name,
        kerasClass.module(),
        kerasClass.doc(),
        kerasClass.table(),
        kerasClass.factory()::apply);
  }

  /** The same function under another name, such as {@code swish} for {@code silu}. */
  public KerasFunction named(String alias) {
    return new KerasFunction(alias, module, doc, table, body);
  }

  /** The same function in another module. */
  public KerasFunction in(String otherModule) {
    return new KerasFunction(name, otherModule, doc, table, body);
  }

  /** The result for arguments as a person gives them. */
  public Object call(List<?> byPosition, Map<String, ?> byName) {
    return body.apply(table.bind(byPosition, byName));
  }

  /** The function of positional values only. */
  public Callables.Fn asFn() {
    return new Callables.Fn() {
      @Override
      public Object call(Object... args) {
        return KerasFunction.this.call(java.util.Arrays.asList(args), Map.of());
      }

      @Override
      public Object callNamed(Map<?, ?> named, Object... args) {
        Map<String, Object> byName = new java.util.LinkedHashMap<>();
        named.forEach((key, value) -> byName.put(String.valueOf(key), value));
        return KerasFunction.this.call(java.util.Arrays.asList(args), byName);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  /** As Python shows a function. */
  @Override
  public String toString() {
    return "<function " + module + "." + name + ">";
  }
}
