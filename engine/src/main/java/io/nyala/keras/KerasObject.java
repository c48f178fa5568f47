package io.nyala.keras;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import java.util.LinkedHashMap;
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

  /** The class and the config, as another object's config and a model file hold them. */
  default Map<String, Object> describe() {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("module", kerasClass().module());
    described.put("class_name", kerasClass().name());
    described.put("config", getConfig());
    described.put("registered_name", null);
    return described;
  }
}
