package io.nyala.dsl.look;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import io.nyala.keras.datasets.Glove;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.text.TextVectorization;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words and their vectors.
 *
 * @param words in the order of the table's rows
 * @param table {@code [words, dimensions]}
 */
record WordVectors(List<String> words, Tensor table) {

  /** From a model with its own vocabulary, or from a layer, a table or GloVe, with one given. */
  static WordVectors of(Given given) {
    Object source = given.get("model");
    Object vocabulary = given.get("vocabulary");
    if (source instanceof Glove glove && vocabulary == null) {
      return glove(glove);
    }
    Tensor table = table(given, source);
    if (vocabulary == null && source instanceof Model model) {
      vocabulary =
          model.getLayers().stream()
              .filter(TextVectorization.class::isInstance)
              .map(layer -> ((TextVectorization) layer).getVocabulary())
              .findFirst()
              .orElse(null);
    }
    List<String> words = words(given, vocabulary, table.dim(0));
    return new WordVectors(words, table);
  }

  private static WordVectors glove(Glove glove) {
    List<String> words = new ArrayList<>(glove.keySet());
    Map<String, Integer> places = new java.util.HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      places.put(words.get(i), i);
    }
    return new WordVectors(words, glove.matrix(places, words.size()));
  }

  private static Tensor table(Given given, Object source) {
    if (source instanceof Variable variable) {
      return checked(given, variable.value());
    }
    if (source instanceof Tensor tensor) {
      return checked(given, tensor);
    }
    if (source instanceof Embedding layer) {
      return of(layer);
    }
    if (source instanceof Model model) {
      for (Layer layer : model.getLayers()) {
        if (layer instanceof Embedding embedding) {
          return of(embedding);
        }
      }
      throw PyError.value(given.function() + "() needs a model with an Embedding layer");
    }
    throw given.wrong("model", "a model, an Embedding layer or a table of vectors");
  }

  private static Tensor of(Embedding layer) {
    if (!layer.isBuilt()) {
      throw PyError.value("Layer " + layer.getName() + " has no weights yet; call it once");
    }
    return layer.embeddings().value();
  }

  private static Tensor checked(Given given, Tensor table) {
    if (table.rank() != 2 || !table.dtype().isFloating()) {
      throw PyError.value(
          given.function()
              + "() needs vectors in rows, floats [words, dimensions]; received "
              + table.dtype()
              + " "
              + table.shape());
    }
    return table;
  }

  private static List<String> words(Given given, Object vocabulary, int rows) {
    List<String> words = new ArrayList<>();
    if (vocabulary instanceof Map<?, ?> index) {
      for (int i = 0; i < rows; i++) {
        words.add(Integer.toString(i));
      }
      index.forEach(
          (word, place) -> {
            if (place instanceof Number at && at.intValue() >= 0 && at.intValue() < rows) {
              words.set(at.intValue(), Repr.text(word));
            }
          });
      return words;
    }
    if (vocabulary instanceof List<?> list) {
      list.stream().limit(rows).forEach(word -> words.add(Repr.text(word)));
    } else if (vocabulary != null) {
      throw given.wrong("vocabulary", "a list of words, or a map from word to row");
    }
    for (int i = words.size(); i < rows; i++) {
      words.add(Integer.toString(i));
    }
    return words;
  }

  /**
   * The row of a word.
   *
   * @throws PyError {@code KeyError} if it is not there
   */
  int place(Object word) {
    int place = word instanceof Number row ? row.intValue() : words.indexOf(Repr.text(word));
    if (place < 0 || place >= table.dim(0)) {
      throw new PyError("KeyError", Repr.of(word) + " is not in the vocabulary");
    }
    return place;
  }

  int width() {
    return table.dim(1);
  }

  double at(int row, int column) {
    return table.getDouble(row * width() + column);
  }

  /** The cosine of the angle between two words' vectors. */
  double cosine(int a, int b) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < width(); i++) {
      product += at(a, i) * at(b, i);
      first += at(a, i) * at(a, i);
      second += at(b, i) * at(b, i);
    }
    double size = Math.sqrt(first * second);
    return size == 0 ? 0 : product / size;
  }
}
