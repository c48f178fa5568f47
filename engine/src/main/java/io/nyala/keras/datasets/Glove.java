package io.nyala.keras.datasets;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.KerasFunction;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Word vectors read from a file of GloVe's text format: on each line a word and the numbers of its
 * vector, divided by spaces.
 *
 * <p>As a map, word to float32 array {@code [dimensions]}, in the file's order; held in one block.
 * Source: Pennington, Socher and Manning, EMNLP 2014.
 */
public final class Glove extends AbstractMap<String, NDArray> {

  /** {@code keras.datasets.glove.load_data}: looked up like the other data sets. */
  public static final KerasFunction LOAD_DATA =
      new KerasFunction(
          "load_data",
          "keras.datasets.glove",
          "GloVe word vectors: a map from a word to its vector.",
          ArgTable.of(
              "load_data",
              Arg.of("path", ArgTypes.STRING, "glove.6B.50d.txt", "The file, or its name.")),
          arguments -> load(DataSets.file("glove", arguments.string("path"))));

  private final Map<String, Integer> rows;
  private final float[] values;
  private final int dimensions;

  private Glove(Map<String, Integer> rows, float[] values, int dimensions) {
    this.rows = rows;
    this.values = values;
    this.dimensions = dimensions;
  }

  /**
   * The vectors of a file.
   *
   * @throws KerasException if it is not there, or a line is not a word and as many numbers as the
   *     first line has
   */
  public static Glove load(Path file) {
    if (!Files.isRegularFile(file)) {
      throw KerasException.file("No such file: '" + file + "'.");
    }
    Map<String, Integer> rows = new LinkedHashMap<>();
    float[] values = new float[0];
    int dimensions = -1;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        dimensions = dimensions < 0 ? spaces(line) : dimensions;
        int end = wordEnd(line, dimensions);
        Integer row = end <= 0 ? null : rows.putIfAbsent(line.substring(0, end), rows.size());
        int at = (row == null ? rows.size() - 1 : row) * dimensions;
        if (at + dimensions > values.length) {
          values = Arrays.copyOf(values, Math.max(at + dimensions, 2 * values.length));
        }
        if (end <= 0 || !parse(line, end, dimensions, values, at)) {
          throw KerasException.value(
              "Line "
                  + number
                  + " of '"
                  + file
                  + "' is not a word and "
                  + Math.max(dimensions, 1)
                  + " numbers.");
        }
      }
    } catch (CharacterCodingException e) {
      throw KerasException.value("The file '" + file + "' is not UTF-8 text.");
    } catch (IOException e) {
      throw KerasException.file("The file '" + file + "' cannot be read: " + e.getMessage());
    }
    int used = rows.size() * Math.max(0, dimensions);
    return new Glove(rows, Arrays.copyOf(values, used), Math.max(0, dimensions));
  }

  private static int spaces(String line) {
    return (int) line.chars().filter(c -> c == ' ').count();
  }

  /** Where the word ends: words of the larger files have spaces in them. */
  private static int wordEnd(String line, int dimensions) {
    int at = line.length();
    for (int i = 0; i < dimensions && at > 0; i++) {
      at = line.lastIndexOf(' ', at - 1);
    }
    return dimensions <= 0 ? -1 : at;
  }

  private static boolean parse(String line, int end, int dimensions, float[] into, int at) {
    int from = end + 1;
    for (int i = 0; i < dimensions; i++) {
      int to = line.indexOf(' ', from);
      try {
        into[at + i] = Float.parseFloat(line.substring(from, to < 0 ? line.length() : to));
      } catch (NumberFormatException e) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  /** The length of each vector. */
  public int dimensions() {
    return dimensions;
  }

  /** The vector of a word, null if the word is not in the file. */
  @Override
  public NDArray get(Object word) {
    Integer row = rows.get(word);
    return row == null ? null : vector(row);
  }

  private NDArray vector(int row) {
    float[] part = Arrays.copyOfRange(values, row * dimensions, (row + 1) * dimensions);
    return NDArray.of(Tensor.of(Shape.of(dimensions), part));
  }

  @Override
  public boolean containsKey(Object word) {
    return rows.containsKey(word);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /**
   * A table for an Embedding: row {@code i} is the vector of the word numbered {@code i}, zeros if
   * it has none.
   *
   * @param wordIndex words and their numbers
   * @param words the number of rows; words numbered higher are left out
   * @return float32 {@code [words, dimensions]}
   */
  public Tensor matrix(Map<String, ? extends Number> wordIndex, int words) {
    Tensor table = Tensor.zeros(DType.FLOAT32, Shape.of(words, dimensions));
    wordIndex.forEach(
        (word, number) -> {
          Integer row = rows.get(word);
          int at = number.intValue();
          if (row != null && at >= 0 && at < words) {
            System.arraycopy(values, row * dimensions, table.floats(), at * dimensions, dimensions);
          }
        });
    return table;
  }

  @Override
  public Set<Entry<String, NDArray>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, NDArray>> iterator() {
        return rows.entrySet().stream()
            .<Entry<String, NDArray>>map(e -> Map.entry(e.getKey(), vector(e.getValue())))
            .iterator();
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }
}
