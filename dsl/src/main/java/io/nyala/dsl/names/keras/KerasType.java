package io.nyala.dsl.names.keras;

import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.saving.Serialization;
import java.util.List;
import java.util.Map;

/**
 * A Keras class as a cell sees it: {@code keras.layers.LSTM(128, return_sequences = True)}.
 *
 * @param keras what the engine knows of the class
 * @param path where it is found, such as {@code keras.layers.LSTM}
 */
public record KerasType(KerasClass<?> keras, String path) implements NamedType {

  private static final List<String> PACKAGES =
      List.of(
          "layers.core.",
          "layers.rnn.",
          "layers.text.",
          "models.",
          "losses.",
          "metrics.",
          "optimizers.",
          "optimizers.schedules.",
          "callbacks.",
          "initializers.",
          "regularizers.",
          "constraints.",
          "layers.");

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return keras.create(KerasCallable.unwrapAll(positional), KerasCallable.unwrapAll(named));
  }

  /** An object of the class from what {@code get_config()} gave. */
  public Object fromConfig(Map<?, ?> config) {
    return Serialization.fromConfig(keras, config);
  }

  @Override
  public Class<?> javaClass() {
    for (String each : PACKAGES) {
      try {
        return Class.forName("io.nyala.keras." + each + keras.name());
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    throw PyError.type(path + " cannot be used as a type");
  }

  /** As Python shows a class. */
  @Override
  public String toString() {
    return "<class '" + path + "'>";
  }
}
