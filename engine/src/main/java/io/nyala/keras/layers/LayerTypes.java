package io.nyala.keras.layers;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import java.util.List;

/** Argument types that layers share. */
public final class LayerTypes {

  /** A whole number from 1 up, also as a tuple of one; configs hold the tuple. */
  public static final ArgType<Integer> ONE =
      new ArgType<>() {
        @Override
        public Integer convert(Object value) {
          boolean tuple = value instanceof List<?> list && list.size() == 1;
          return ArgTypes.POSITIVE_INT.convert(tuple ? ((List<?>) value).get(0) : value);
        }

        @Override
        public Object toConfig(Integer value) {
          return List.of(value);
        }

        @Override
        public String describe() {
          return "an integer or a tuple of one";
        }
      };

  /** Two whole numbers from 0 up; one stands for both. */
  public static final ArgType<List<Integer>> PAIR =
      ArgTypes.simple(
          "an integer or a tuple of two",
          value -> {
            List<?> both = value instanceof List<?> list ? list : List.of(value, value);
            if (both.size() != 2) {
              return null;
            }
            List<Integer> pair = both.stream().map(ArgTypes.INT::convert).toList();
            return pair.stream().allMatch(each -> each >= 0) ? pair : null;
          });

  /** A number from 0 up. */
  public static final ArgType<Double> NOT_NEGATIVE =
      ArgTypes.simple(
          "a number that is not negative",
          value -> {
            Number number = ArgTypes.number(value);
            return number == null || number.doubleValue() < 0
                ? null
                : Double.valueOf(number.doubleValue());
          });

  /** Where the channels are. */
  public static final Arg DATA_FORMAT =
      Arg.of(
              "data_format",
              ArgTypes.oneOf("channels_last", "channels_first"),
              null,
              "Whether the channels are the last axis or the second.")
          .noneMeans("channels_last");

  private LayerTypes() {}
}
