package io.nyala.keras.preprocessing;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The functions of {@code tf.keras.preprocessing.text}. */
public final class TextFunctions {
  private static final String MODULE = "keras.preprocessing.text";

  /** All of them. */
  public static final List<KerasFunction> ALL =
      List.of(
          function("text_to_word_sequence", List.of(), TextFunctions::words),
          function("one_hot", List.of(size("n")), a -> hashed(a, "n", "hash")),
          function(
              "hashing_trick",
              List.of(
                  size("n"),
                  Arg.of("hash_function", ArgTypes.STRING, "hash", "hash (the default) or md5.")),
              a -> hashed(a, "n", a.string("hash_function"))));

  private TextFunctions() {}

  private static Arg size(String name) {
    return Arg.required(name, ArgTypes.POSITIVE_INT, "How many numbers there are.");
  }

  private static KerasFunction function(
      String name, List<Arg> more, java.util.function.Function<Arguments, Object> body) {
    String text = name.equals("text_to_word_sequence") ? "input_text" : "text";
    List<Arg> all = new ArrayList<>();
    all.add(Arg.required(text, ArgTypes.STRING, "The text."));
    all.addAll(more);
    all.add(Arg.of("filters", ArgTypes.STRING, WordSplitter.FILTERS, "Characters to drop."));
    all.add(Arg.of("lower", ArgTypes.BOOL, true, "Whether to put the text in lower case."));
    all.add(Arg.of("split", ArgTypes.STRING, " ", "What stands between words."));
    return new KerasFunction(
        name, MODULE, "A text's words.", ArgTable.of(name, all.toArray(Arg[]::new)), body);
  }

  private static List<String> words(Arguments a) {
    String text = a.table().owner().equals("text_to_word_sequence") ? "input_text" : "text";
    return new WordSplitter(a.string("filters"), a.flag("lower"), a.string("split"))
        .words(a.string(text));
  }

  /** {@code 1 + hash(word) mod (n - 1)} for each word. */
  private static List<Integer> hashed(Arguments a, String size, String function) {
    if (!List.of("hash", "md5").contains(function)) {
      throw KerasException.value("`hash_function` must be 'hash' or 'md5'; received " + function);
    }
    BigInteger range = BigInteger.valueOf(a.integer(size) - 1L);
    List<Integer> numbers = new ArrayList<>();
    for (String word : words(a)) {
      BigInteger hash =
          function.equals("md5") ? md5(word) : BigInteger.valueOf((long) word.hashCode());
      numbers.add(1 + hash.mod(range).intValue());
    }
    return numbers;
  }

  private static BigInteger md5(String word) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return new BigInteger(1, digest.digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
