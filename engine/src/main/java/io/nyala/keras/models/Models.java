package io.nyala.keras.models;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.tensor.Shape;
import java.util.List;
import java.util.Map;

/** The models there are. */
public final class Models {

  /** Every class of {@code keras.models}. */
  public static final List<KerasClass<?>> CLASSES = List.of(Sequential.CLASS, Functional.CLASS);

  private Models() {}

  /** The model that a config describes: {@code {class_name: …, config: {…}}}. */
  public static Model fromConfig(Map<?, ?> described) {
    Map<?, ?> config = (Map<?, ?>) described.get("config");
    Model model =
        described.get("class_name").equals("Functional")
            ? FunctionalConfig.read(config)
            : sequential(config);
    if (Boolean.FALSE.equals(config.get("trainable"))) {
      model.setTrainable(false);
    }
    return model;
  }

  private static Sequential sequential(Map<?, ?> config) {
    Sequential model = Sequential.CLASS.create("name", config.get("name"));
    for (Object each : (List<?>) config.get("layers")) {
      model.add(ObjectType.fromConfig("keras.layers", (Map<?, ?>) each));
    }
    if (!model.isBuilt() && config.get("build_input_shape") instanceof List<?> shape) {
      model.build(Shape.of(shape));
    }
    return model;
  }
}
