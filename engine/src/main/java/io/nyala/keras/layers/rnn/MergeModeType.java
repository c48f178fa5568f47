package io.nyala.keras.layers.rnn;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import java.util.List;

/** How {@link Bidirectional} merges its two outputs. */
final class MergeModeType implements ArgType<String> {

  private static final List<String> MODES = List.of("sum", "mul", "ave", "concat");

  @Override
  public String convert(Object value) {
    if (value instanceof CharSequence s && MODES.contains(s.toString())) {
      return s.toString();
    }
    throw KerasException.value(
        "Invalid merge mode. Received: "
            + ArgTypes.show(value)
            + ". Merge mode should be one of {\"sum\", \"mul\", \"ave\", \"concat\", None}");
  }

  @Override
  public String describe() {
    return "one of 'sum', 'mul', 'ave', 'concat', None";
  }

  @Override
  public List<String> choices() {
    return MODES;
  }
}
