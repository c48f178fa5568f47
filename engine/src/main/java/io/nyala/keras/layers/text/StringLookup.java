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
 * Turns strings into indices of a vocabulary, or back ({@code invert}), or into rows of ones,
 * counts or weights. It neither splits nor changes the strings.
 *
 * <p>With {@code num_oov_indices} above 1, strings out of the vocabulary are spread by FarmHash, or
 * by SipHash where there is a {@code salt}. Source: keras.layers.StringLookup.
 */
public final class StringLookup extends IndexLookup {

  /** How it is made. */
  public static final KerasClass<StringLookup> CLASS =
      new KerasClass<>(
          "StringLookup",
          "keras.layers",
          "Turns strings into indices of a vocabulary, or back.",
          LayerArgs.table(
                  "StringLookup",
                  Arg.of("max_tokens", ArgTypes.INT, null, "The largest vocabulary."),
                  Arg.of("num_oov_indices", ArgTypes.INT, 1, "Places for unknown strings."),
                  Arg.of("mask_token", ArgTypes.STRING, null, "The string that means nothing."),
                  Arg.of("oov_token", ArgTypes.STRING, "[UNK]", "Stands for unknown strings."),
                  Arg.of("vocabulary", TextArgs.VOCABULARY, null, "The terms, or a file of them."),
                  Arg.of("idf_weights", TextArgs.WEIGHTS, null, "A weight per term, for tf_idf."),
                  Arg.of("invert", ArgTypes.BOOL, false, "Whether indices become strings."),
                  Arg.of("output_mode", TextArgs.OUTPUT_MODE, "int", "What the output holds."),
                  Arg.of(
                      "pad_to_max_tokens",
                      ArgTypes.BOOL,
                      false,
                      "Whether rows have max_tokens columns whatever the vocabulary."),
                  Arg.of("sparse", ArgTypes.BOOL, false, "Not supported."),
                  Arg.of("encoding", ArgTypes.STRING, "utf-8", "The encoding; only utf-8."),
                  LayerArgs.NAME,
                  Arg.of("salt", TextArgs.SALT, null, "Two integers, or one, for SipHash."))
              .with(TextArgs.SAVED)
              .with(TextArgs.OOV_METHOD),
          StringLookup::new);

  private final List<Long> salt;

  /** A layer of checked arguments. */
  public StringLookup(Arguments arguments) {
    super(arguments, DType.STRING);
    salt = TextArgs.salt(arguments);
  }

  @Override
  public KerasClass<?> kerasClass() {
    return CLASS;
  }

  @Override
  Object term(Object value) {
    if (!(value instanceof CharSequence)) {
      throw KerasException.type(
          "The vocabulary of a StringLookup holds strings; received " + ArgTypes.show(value) + ".");
    }
    return value.toString();
  }

  @Override
  int bucket(Object key) {
    byte[] bytes = ((String) key).getBytes(StandardCharsets.UTF_8);
    return TextArgs.bucket(bytes, salt, vocabulary().rules().oovIndices());
  }
}
