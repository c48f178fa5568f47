package io.nyala.keras;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import java.util.Map;

/** Anything Keras makes from named arguments and can describe by them again. */
public interface KerasObject {

  /** The class this object is of, with its argument table. */
  KerasClass<?> kerasClass();

  /** The arguments it was made with. */
  Arguments arguments();

  /** The arguments as plain maps, lists, numbers and strings, as in {@code get_config()}. */
  default Map<String, Object> getConfig() {
    return arguments().config();
  }
}
