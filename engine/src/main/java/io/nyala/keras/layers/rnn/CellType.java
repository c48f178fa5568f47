package io.nyala.keras.layers.rnn;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.custom.CustomLayer;
import java.util.List;
import java.util.Map;

/**
 * The argument type of a recurrent cell.
 *
 * @param takesList whether a list of cells counts as a stack of them
 */
record CellType(boolean takesList) implements ArgType<RnnCell> {

  static final CellType ONE = new CellType(false);
  static final CellType ONE_OR_LIST = new CellType(true);

  @Override
  public RnnCell convert(Object value) {
    if (value instanceof RnnCell cell) {
      return cell;
    }
    if (value instanceof CustomLayer own) {
      return new OwnCell(own);
    }
    if (value instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return convert(ObjectType.fromConfig("keras.layers", config));
    }
    if (takesList && value instanceof List<?> cells) {
      return new StackedRNNCells(cells);
    }
    throw KerasException.value(
        "Expected " + describe() + "; received " + ArgTypes.show(value) + ".");
  }

  @Override
  public Object toConfig(RnnCell value) {
    return ObjectType.describe(value);
  }

  @Override
  public String describe() {
    return takesList ? "a recurrent cell or a list of them" : "a recurrent cell";
  }
}
