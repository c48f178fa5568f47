package io.nyala.dsl.look;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.layers.text.TextVectorization;
import io.nyala.keras.models.Model;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A model as a chain of layers, and a text as the words that it reads.
 *
 * @param function who asks, for messages
 * @param layers without inputs
 * @param words of the text, or its ids where the model has no vocabulary
 * @param ids {@code [1, time]}
 * @param next the first layer after the one that turns text into ids
 */
record WordChain(String function, List<Layer> layers, List<String> words, Tensor ids, int next) {

  /**
   * Has a model read a text, or a list of ids.
   *
   * @param most how many words are kept
   * @throws PyError {@code ValueError} if the model cannot read the text
   */
  static WordChain of(String function, Model model, Object text, int most) {
    List<Layer> layers =
        model.getLayers().stream().filter(layer -> !(layer instanceof InputLayer)).toList();
    TextVectorization reader =
        !layers.isEmpty() && layers.get(0) instanceof TextVectorization first ? first : null;
    if (text instanceof CharSequence) {
      if (reader == null) {
        throw unfit(
            function, "the model has no TextVectorization to read text, so give it a list of ids");
      }
      Tensor ids = reader.apply(Tensor.of(Shape.of(1), text.toString()));
      if (ids.rank() != 2 || !ids.dtype().isInteger()) {
        throw unfit(function, "TextVectorization should give a sequence of ids");
      }
      return make(function, layers, ids, reader.getVocabulary(), 1, most);
    }
    if (!(text instanceof List<?>) && !(text instanceof Tensor)) {
      throw PyError.type(function + "() takes a text or ids; received " + Types.nameOf(text));
    }
    Tensor flat = text instanceof Tensor given ? given : Tensors.of(text);
    Tensor ids = flat.view(Shape.of(1, flat.elements())).cast(DType.INT64);
    List<String> vocabulary = reader == null ? null : reader.getVocabulary();
    return make(function, layers, ids, vocabulary, reader == null ? 0 : 1, most);
  }

  private static WordChain make(
      String function,
      List<Layer> layers,
      Tensor ids,
      List<String> vocabulary,
      int next,
      int most) {
    List<String> words = new ArrayList<>();
    int count = ids.dim(1);
    while (count > 0 && ids.getLong(count - 1) == 0) {
      count--;
    }
    if (count == 0) {
      throw PyError.value(function + "() was given no word that the model knows");
    }
    for (int i = 0; i < Math.min(count, most); i++) {
      int id = (int) ids.getLong(i);
      boolean known = vocabulary != null && id < vocabulary.size();
      words.add(known ? vocabulary.get(id) : Integer.toString(id));
    }
    return new WordChain(function, layers, words, ids, next);
  }

  PyError unfit(String why) {
    return unfit(function, why);
  }

  private static PyError unfit(String function, String why) {
    return PyError.value(
        function
            + "() follows words through a chain of layers such as TextVectorization, Embedding,"
            + " LSTM, Dense; here "
            + why
            + ".");
  }

  /** The first layer of a kind; -1 if there is none. */
  int place(Predicate<Layer> kind) {
    for (int i = 0; i < layers.size(); i++) {
      if (kind.test(layers.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Has layers, the last one excluded, work on a value. */
  Tensor run(int from, int to, Tensor input) {
    Tensor value = input;
    for (Layer layer : layers.subList(from, to)) {
      value = layer.apply(value);
    }
    return value;
  }

  /** What the model says of rows of ids. */
  Tensor predict(Tensor rows) {
    return run(next, layers.size(), rows);
  }

  /** The ids up to a word, zeros after it. */
  Tensor upTo(int last) {
    Tensor some = Tensor.zeros(ids.dtype(), ids.shape());
    for (int i = 0; i <= last; i++) {
      some.put(i, ids.getLong(i));
    }
    return some;
  }

  /** A row for each word, in which that word is left out. */
  Tensor without() {
    int time = ids.dim(1);
    Tensor rows = Tensor.zeros(ids.dtype(), Shape.of(words.size(), time));
    for (int row = 0; row < words.size(); row++) {
      int to = row * time;
      for (int i = 0; i < time; i++) {
        if (i != row) {
          rows.put(to++, ids.getLong(i));
        }
      }
    }
    return rows;
  }
}
