package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.DType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns whole numbers into indices of a vocabulary, or back ({@code invert}), or into rows of ones,
 * counts or weights.
 *
 * <p>With {@code num_oov_indices} above 1, numbers out of the vocabulary are spread by their
 * remainder, or by a hash with {@code oov_method='farmhash'}. Source: keras.layers.IntegerLookup.
 */
public final class IntegerLookup extends IndexLookup {

  /** How it is made. */
  public static final KerasClass<IntegerLookup> CLASS =
      new KerasClass<>(
          "IntegerLookup",
          "keras.layers",
          "Turns whole numbers into indices of a vocabulary, or back.",
          LayerArgs.table(
                  "IntegerLookup",
                  Arg.of("max_tokens", ArgTypes.INT, null, "The largest vocabulary."),
                  Arg.of("num_oov_indices", ArgTypes.INT, 1, "Places for unknown numbers."),
                  Arg.of("mask_token", TextArgs.LONG, null, "The number that means nothing."),
                  Arg.of("oov_token", TextArgs.LONG, -1, "Stands for unknown numbers."),
                  Arg.of("vocabulary", TextArgs.VOCABULARY, null, "The terms, or a file of them."),
                  Arg.of("vocabulary_dtype", ArgTypes.oneOf("int64"), "int64", "Only int64."),
                  Arg.of("idf_weights", TextArgs.WEIGHTS, null, "A weight per term, for tf_idf."),
                  Arg.of("invert", ArgTypes.BOOL, false, "Whether indices become numbers."),
                  Arg.of("output_mode", TextArgs.OUTPUT_MODE, "int", "What the output holds."),
                  Arg.of("sparse", ArgTypes.BOOL, false, "Not supported."),
                  Arg.of(
                      "pad_to_max_tokens",
                      ArgTypes.BOOL,
                      false,
                      "Whether rows have max_tokens columns whatever the vocabulary."),
                  TextArgs.OOV_METHOD.get(0),
                  Arg.of("salt", TextArgs.SALT, null, "Two integers, or one, for SipHash."))
              .with(TextArgs.SAVED),
          IntegerLookup::new);

  private final List<Long> salt;
  private final boolean hashed;

  /** A layer of checked arguments. */
  public IntegerLookup(Arguments arguments) {
    super(arguments, DType.INT64);
    salt = TextArgs.salt(arguments);
    hashed = arguments.string("oov_method").equals("farmhash");
    if (salt != null && !hashed) {
      throw KerasException.value(
          "`salt` can only be used when `oov_method='farmhash'`. Received: oov_method=floormod");
    }
  }

  @Override
  public KerasClass<?> kerasClass() {
    return CLASS;
  }

  @Override
  Object term(Object value) {
    Object understood = value;
    if (value instanceof CharSequence text) {
      try {
        understood = Long.valueOf(text.toString().strip());
      } catch (NumberFormatException notANumber) {
        understood = value;
      }
    }
    if (!(understood instanceof Number number) || number.doubleValue() != number.longValue()) {
      throw KerasException.value(
          "The vocabulary of an IntegerLookup holds whole numbers; received "
              + ArgTypes.show(value)
              + ".");
    }
    return number.longValue();
  }

  @Override
  int bucket(Object key) {
    int buckets = vocabulary().rules().oovIndices();
    if (hashed) {
      byte[] digits = key.toString().getBytes(StandardCharsets.US_ASCII);
      return TextArgs.bucket(digits, salt, buckets);
    }
    return (int) Math.floorMod((Long) key, (long) buckets);
  }
}
