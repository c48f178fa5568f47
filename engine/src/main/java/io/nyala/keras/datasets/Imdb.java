package io.nyala.keras.datasets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.random.NumpyRandom;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code keras.datasets.imdb}: 50,000 film reviews as word numbers, half good, half bad, in the
 * order Keras gives them.
 *
 * <p>Words are numbered by how common they are; 0 is padding, 1 the start of a review, 2 a word
 * left out. Source: keras/src/datasets/imdb.py; Maas et al., ACL 2011.
 */
public final class Imdb {

  /** {@code load_data} and its arguments; gives {@code (x_train, y_train), (x_test, y_test)}. */
  public static final KerasFunction LOAD_DATA =
      new KerasFunction(
          "load_data",
          "keras.datasets.imdb",
          "Film reviews as word numbers: (x_train, y_train), (x_test, y_test).",
          ArgTable.of(
              "load_data",
              Arg.of("path", ArgTypes.STRING, "imdb.npz", "The file, or its name in the cache."),
              Arg.of("num_words", ArgTypes.INT, null, "How many of the commonest words to keep."),
              Arg.of("skip_top", ArgTypes.INT, 0, "How many of the commonest words to leave out."),
              Arg.of("maxlen", ArgTypes.INT, null, "Reviews this long and longer are left out."),
              Arg.of("seed", ArgTypes.INT, 113, "The seed of the order."),
              Arg.of("start_char", ArgTypes.INT, 1, "Put before each review; None for nothing."),
              Arg.of("oov_char", ArgTypes.INT, 2, "Put for words left out; None for nothing."),
              Arg.of("index_from", ArgTypes.INT, 3, "Added to each word's number.")),
          arguments -> loadData(DataSets.file("imdb", arguments.string("path")), arguments));

  /** {@code get_word_index}: each word's number, without {@code index_from}. */
  public static final KerasFunction GET_WORD_INDEX =
      new KerasFunction(
          "get_word_index",
          "keras.datasets.imdb",
          "Each word's number in the IMDB reviews.",
          ArgTable.of(
              "get_word_index",
              Arg.of("path", ArgTypes.STRING, "imdb_word_index.json", "The file, or its name.")),
          arguments -> wordIndex(DataSets.file("imdb", arguments.string("path"))));

  /** Every function of {@code keras.datasets.imdb}. */
  public static final List<KerasFunction> FUNCTIONS = List.of(LOAD_DATA, GET_WORD_INDEX);

  private Imdb() {}

  /** The reviews of a file, with all arguments at their defaults but the number of words. */
  public static List<List<Object>> loadData(Path file, Integer numWords) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("num_words", numWords);
    return loadData(file, LOAD_DATA.table().bind(List.of(), given));
  }

  /**
   * The reviews of a file.
   *
   * @throws KerasException if the file is not there, is no such file, or no review is short enough
   */
  public static List<List<Object>> loadData(Path file, Arguments arguments) {
    Part train;
    Part test;
    NumpyRandom random = new NumpyRandom(arguments.integer("seed"));
    try (NpzLists lists = new NpzLists(file)) {
      train = Part.read(lists, "train", random);
      test = Part.read(lists, "test", random);
    }
    shift(train, arguments);
    shift(test, arguments);
    Integer longest = arguments.integer("maxlen");
    if (longest != null && longest != 0) {
      train = train.shorterThan(longest);
      test = test.shorterThan(longest);
    }
    keep(List.of(train, test), arguments);
    return List.of(train.pair(), test.pair());
  }

  /** The words of a file with their numbers. */
  public static Map<String, Integer> wordIndex(Path file) {
    try {
      return new ObjectMapper()
          .readValue(file.toFile(), new TypeReference<LinkedHashMap<String, Integer>>() {});
    } catch (IOException e) {
      throw KerasException.file("The word index '" + file + "' cannot be read: " + e.getMessage());
    }
  }

  private static void shift(Part part, Arguments arguments) {
    Integer start = arguments.integer("start_char");
    Integer from = arguments.integer("index_from");
    int by = from == null ? 0 : from;
    for (int i = 0; i < part.rows.length; i++) {
      int[] row = part.rows[i];
      int first = start == null ? 0 : 1;
      int[] shifted = new int[row.length + first];
      if (start != null) {
        shifted[0] = start;
      }
      for (int t = 0; t < row.length; t++) {
        shifted[first + t] = row[t] + by;
      }
      part.rows[i] = shifted;
    }
  }

  private static void keep(List<Part> parts, Arguments arguments) {
    Integer words = arguments.integer("num_words");
    int above = words == null || words == 0 ? largest(parts) : words;
    int below = arguments.integer("skip_top");
    Integer unknown = arguments.integer("oov_char");
    for (Part part : parts) {
      for (int i = 0; i < part.rows.length; i++) {
        int[] row = part.rows[i];
        int kept = 0;
        for (int word : row) {
          boolean known = word >= below && word < above;
          if (known || unknown != null) {
            row[kept++] = known ? word : unknown;
          }
        }
        part.rows[i] = kept == row.length ? row : Arrays.copyOf(row, kept);
      }
    }
  }

  private static int largest(List<Part> parts) {
    int largest = 0;
    for (Part part : parts) {
      for (int[] row : part.rows) {
        for (int word : row) {
          largest = Math.max(largest, word);
        }
      }
    }
    return largest;
  }

  /** Reviews and their labels. */
  private record Part(int[][] rows, long[] labels) {

    static Part read(NpzLists lists, String name, NumpyRandom random) {
      int[][] rows = lists.lists("x_" + name);
      long[] labels = lists.numbers("y_" + name);
      if (rows.length != labels.length) {
        throw KerasException.value(
            "The file has " + rows.length + " reviews and " + labels.length + " labels.");
      }
      int[] order = random.permutation(rows.length);
      return new Part(
          Arrays.stream(order).mapToObj(i -> rows[i]).toArray(int[][]::new),
          Arrays.stream(order).mapToLong(i -> labels[i]).toArray());
    }

    Part shorterThan(int length) {
      List<Integer> kept = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        if (rows[i].length < length) {
          kept.add(i);
        }
      }
      if (kept.isEmpty()) {
        throw KerasException.value(
            "After filtering for sequences shorter than maxlen="
                + length
                + ", no sequence was kept. Increase maxlen.");
      }
      return new Part(
          kept.stream().map(i -> rows[i]).toArray(int[][]::new),
          kept.stream().mapToLong(i -> labels[i]).toArray());
    }

    List<Object> pair() {
      Tensor numbers = Tensor.of(Shape.of(labels.length), labels);
      return List.of(new Sequences(rows), NDArray.of(numbers));
    }
  }
}
