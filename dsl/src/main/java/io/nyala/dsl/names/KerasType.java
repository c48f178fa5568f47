package io.nyala.dsl.names;

import io.nyala.keras.args.KerasClass;
import java.util.List;
import java.util.Map;

/**
 * A Keras class as a cell sees it: called, it makes an object from its argument table.
 *
 * @param kerasClass its name and arguments
 */
public record KerasType(KerasClass<?> kerasClass) implements Callable {

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return kerasClass.create(positional, named);
  }

  @Override
  public String toString() {
    return "<class '" + kerasClass.module() + "." + kerasClass.name() + "'>";
  }
}
