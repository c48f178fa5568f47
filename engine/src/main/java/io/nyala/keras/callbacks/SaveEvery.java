package io.nyala.keras.callbacks;

import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import java.util.List;

/** Counts batches over epochs, to say when it is time to save. */
final class SaveEvery {

  /** {@code 'epoch'} or a number of batches. */
  static final ArgType<Object> TYPE =
      new ArgType<>() {
        @Override
        public Object convert(Object value) {
          Number batches = ArgTypes.number(value);
          if (batches != null && batches.intValue() > 0) {
            return batches.intValue();
          }
          if (value instanceof CharSequence text && text.toString().equals("epoch")) {
            return "epoch";
          }
          throw new IllegalArgumentException(
              ArgTypes.expected("'epoch' or a positive integer", value));
        }

        @Override
        public String describe() {
          return "'epoch' or int";
        }

        @Override
        public List<String> choices() {
          return List.of("epoch");
        }
      };

  private final Integer batches;
  private int seen;
  private int last = -1;

  SaveEvery(Object frequency) {
    this.batches = frequency instanceof Integer number ? number : null;
  }

  boolean isEpoch() {
    return batches == null;
  }

  /** Whether to save after this batch, counted from 0 in each epoch. */
  boolean after(int batch) {
    if (batches == null) {
      return false;
    }
    seen += batch <= last ? batch + 1 : batch - last;
    last = batch;
    if (seen < batches) {
      return false;
    }
    seen = 0;
    return true;
  }
}
