package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The argument types that the text layers share. */
final class TextArgs {

  /** What the output holds, with the old names that Keras still takes. */
  static final ArgType<String> OUTPUT_MODE = outputMode();

  /** The terms of a vocabulary, or the path of a file with one term on each line. */
  static final ArgType<Object> VOCABULARY =
      new ArgType<>() {
        @Override
        public Object convert(Object value) {
          if (value instanceof CharSequence || value instanceof Path) {
            return Path.of(value.toString());
          }
          List<Object> terms = items(value);
          if (terms == null) {
            throw new IllegalArgumentException(
                ArgTypes.expected("a list of terms or the path of a text file", value));
          }
          return terms;
        }

        @Override
        public Object toConfig(Object value) {
          return value instanceof Path ? null : value;
        }

        @Override
        public String describe() {
          return "list of terms or path";
        }
      };

  /** Numbers, one for each term. */
  static final ArgType<List<Number>> WEIGHTS =
      ArgTypes.simple(
          "a list of numbers",
          value -> {
            List<Object> items = items(value);
            if (items == null || !items.stream().allMatch(Number.class::isInstance)) {
              return null;
            }
            return items.stream().map(Number.class::cast).toList();
          });

  /** A width, or a tuple of widths, of n-grams. */
  static final ArgType<Object> NGRAMS =
      ArgTypes.simple(
          "a positive integer or a tuple of them",
          value -> {
            List<?> widths = value instanceof List<?> list ? list : List.of(value);
            boolean fits =
                !widths.isEmpty() && widths.stream().allMatch(w -> w instanceof Integer i && i > 0);
            return fits ? (value instanceof List<?> list ? List.copyOf(list) : value) : null;
          });

  /** The arguments that only a saved layer's config holds. */
  static final List<Arg> SAVED =
      List.of(
          Arg.of("vocabulary_size", ArgTypes.INT, null, "The size the vocabulary had when saved."),
          Arg.of("has_input_vocabulary", ArgTypes.BOOL, null, "Whether adapt() is refused.")
              .notInConfig());

  /** How numbers out of the vocabulary are spread. */
  static final List<Arg> OOV_METHOD =
      List.of(
          Arg.of(
              "oov_method",
              ArgTypes.oneOf("floormod", "farmhash"),
              "floormod",
              "How unknown numbers are spread: by remainder or by hash."));

  /** Any whole number up to 64 bits. */
  static final ArgType<Long> LONG =
      ArgTypes.simple(
          "int",
          value -> {
            Number n = ArgTypes.number(value);
            return n != null && n.doubleValue() == n.longValue() ? n.longValue() : null;
          });

  /** One integer, or two. */
  static final ArgType<List<Long>> SALT =
      ArgTypes.simple(
          "an integer or a tuple of 2 integers",
          value -> {
            List<?> parts = value instanceof List<?> list ? list : List.of(value, value);
            boolean fits = parts.size() == 2 && parts.stream().allMatch(Number.class::isInstance);
            return fits ? parts.stream().map(part -> ((Number) part).longValue()).toList() : null;
          });

  /** Those of {@code set_vocabulary}. */
  static final ArgTable SET_VOCABULARY =
      ArgTable.of(
          "set_vocabulary",
          Arg.required("vocabulary", ArgTypes.ANY, "The terms, or a file of them."),
          Arg.of("idf_weights", ArgTypes.ANY, null, "The weight of each term, for `tf_idf`."));

  /** Those of {@code adapt}. */
  static final ArgTable ADAPT =
      ArgTable.of(
          "adapt",
          Arg.required("data", ArgTypes.ANY, "What to learn from."),
          Arg.of("steps", ArgTypes.INT, null, "How many batches of a dataset to take."));

  /** Those of {@code adapt} of texts. */
  static final ArgTable TEXT_ADAPT =
      ArgTable.of(
          "adapt",
          Arg.required("data", ArgTypes.ANY, "What to learn from."),
          Arg.of("batch_size", ArgTypes.INT, null, "Accepted; the vocabulary is the same."),
          Arg.of("steps", ArgTypes.INT, null, "How many batches of a dataset to take."));

  private TextArgs() {}

  private static ArgType<String> outputMode() {
    ArgType<String> known = ArgTypes.oneOf("int", "one_hot", "multi_hot", "count", "tf_idf");
    return new ArgType<>() {
      @Override
      public String convert(Object value) {
        String text = String.valueOf(value);
        return text.equals("binary")
            ? "multi_hot"
            : text.equals("tf-idf") ? "tf_idf" : known.convert(value);
      }

      @Override
      public String describe() {
        return known.describe();
      }

      @Override
      public List<String> choices() {
        return known.choices();
      }
    };
  }

  /** One of a few names, or a function from tensor to tensor. */
  static ArgType<Object> nameOrFunction(String... names) {
    ArgType<String> known = ArgTypes.oneOf(names);
    return new ArgType<>() {
      @Override
      public Object convert(Object value) {
        Callables.Fn function = Callables.of(value);
        return function != null ? function : known.convert(value);
      }

      @Override
      public Object toConfig(Object value) {
        if (value instanceof Callables.Fn) {
          throw KerasException.unsupported(
              "A layer with a function of your own cannot be written to a file: a model file holds"
                  + " no code. Use one of "
                  + ArgTypes.quoted(List.of(names))
                  + ", or save the weights and make the model again by its code.");
        }
        return value;
      }

      @Override
      public String describe() {
        return known.describe() + " or function";
      }

      @Override
      public List<String> choices() {
        return known.choices();
      }
    };
  }

  /** The items of a list, array or tensor of one axis; null for anything else. */
  private static List<Object> items(Object value) {
    if (value instanceof Tensor tensor && tensor.rank() == 1) {
      List<Object> items = new ArrayList<>(tensor.elements());
      for (int i = 0; i < tensor.elements(); i++) {
        items.add(tensor.get(i));
      }
      return items;
    }
    if (value instanceof Object[] array) {
      return List.of(array);
    }
    return value instanceof Collection<?> list ? new ArrayList<>(list) : null;
  }

  /** Refuses what Nyala does not do, by name. */
  static void refuse(Arguments arguments, String owner) {
    for (String flag : List.of("sparse", "ragged")) {
      if (arguments.table().get(flag) != null && arguments.flag(flag)) {
        throw KerasException.unsupported(
            "`"
                + flag
                + "=True` of "
                + owner
                + " is not supported: Nyala's tensors are dense. Leave it out; rows are padded"
                + " with zeros.");
      }
    }
    if (arguments.table().get("encoding") != null && !isUtf8(arguments.string("encoding"))) {
      throw KerasException.unsupported(
          "`encoding='"
              + arguments.string("encoding")
              + "'` of "
              + owner
              + " is not supported: strings are Unicode already. Give the encoding where the text"
              + " is read.");
    }
  }

  private static boolean isUtf8(String name) {
    try {
      return name != null
          && Charset.forName(name.toUpperCase(Locale.ROOT)).equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  /** The lines of a vocabulary file. */
  static List<String> lines(Path path) {
    if (!Files.isRegularFile(path)) {
      throw KerasException.value("Vocabulary file " + path + " does not exist.");
    }
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException e) {
      throw KerasException.value("Vocabulary file " + path + " is not UTF-8 text.");
    } catch (IOException e) {
      throw KerasException.file("Vocabulary file " + path + " cannot be read: " + e.getMessage());
    }
  }

  /** The {@code salt} argument; null if there is none. */
  static List<Long> salt(Arguments arguments) {
    Object salt = arguments.get("salt");
    return salt == null ? null : SALT.convert(salt);
  }

  /** One of so many places for a key, by its hash. */
  static int bucket(byte[] key, List<Long> salt, int places) {
    long hash =
        salt == null ? Fingerprint.farm(key) : Fingerprint.sip(key, salt.get(0), salt.get(1));
    return (int) Long.remainderUnsigned(hash, places);
  }
}
