package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.saving.HasAssets;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the vocabulary of a layer is given, learned, written to a model file and read from it. */
final class VocabularyLoading {

  private static final String FILE = "vocabulary.txt";
  private static final String WEIGHTS = "idf_weights";

  private VocabularyLoading() {}

  /** The {@code idf_weights} argument, checked against the other arguments. */
  static List<? extends Number> weights(Arguments arguments, boolean fixed) {
    Object given = arguments.get("idf_weights");
    String mode = arguments.string("output_mode");
    if (given != null && !mode.equals("tf_idf")) {
      throw KerasException.value(
          "`idf_weights` should only be set if `output_mode` is `'tf_idf'`. Received: idf_weights="
              + given
              + " and output_mode="
              + mode);
    }
    if (given == null && fixed && mode.equals("tf_idf")) {
      throw KerasException.value(
          "When specifying the `vocabulary` argument, in TF-IDF output mode, the `idf_weights`"
              + " argument must also be provided.");
    }
    return given == null ? null : TextArgs.WEIGHTS.convert(given);
  }

  /** Refuses to learn where a vocabulary was given. */
  static void requireLearning(String layer, boolean fixed) {
    if (fixed) {
      throw KerasException.value(
          "Cannot adapt layer '"
              + layer
              + "' after setting a static vocabulary via `vocabulary` argument or"
              + " `set_vocabulary()` method.");
    }
  }

  /** The error of a layer that is called too early. */
  static KerasException notLearned(String layer) {
    return KerasException.state(
        "Layer '"
            + layer
            + "' has no vocabulary yet. Call `adapt` with your data, or give a `vocabulary`.");
  }

  /**
   * True if a config is to hold a learned vocabulary: where there are no assets, and where a term
   * holds a line break, at which Python's Keras would cut it in two on reading.
   */
  static boolean inline(Vocabulary vocabulary) {
    return !vocabulary.tokens().isEmpty()
        && (HasAssets.isInline()
            || vocabulary.tokens().stream().anyMatch(VocabularyLoading::breaksLines));
  }

  private static boolean breaksLines(Object token) {
    return token instanceof String text
        && text.chars().anyMatch(c -> c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  /** Puts a learned vocabulary, and its weights, into a config that is to hold it. */
  static void describe(Vocabulary vocabulary, Map<String, Object> config) {
    if (config.get("vocabulary") == null && inline(vocabulary)) {
      config.put("vocabulary", vocabulary.terms(true));
      if (vocabulary.rules().isTfIdf()) {
        List<Float> weights = new ArrayList<>();
        for (int i = 0; i < vocabulary.size(); i++) {
          weights.add(vocabulary.idf()[i]);
        }
        config.put("idf_weights", weights);
      }
    }
  }

  /** The vocabulary as the files of a model. */
  static Map<String, byte[]> assets(Vocabulary vocabulary, boolean inConfig) {
    if (inConfig) {
      return Map.of();
    }
    String lines =
        vocabulary.terms(true).stream().map(String::valueOf).collect(Collectors.joining("\n"));
    return Map.of(FILE, lines.getBytes(StandardCharsets.UTF_8));
  }

  /** The terms in the files of a model. */
  static List<String> lines(Map<String, byte[]> files, String layer) {
    byte[] content = files.get(FILE);
    if (content == null) {
      throw KerasException.value(
          "The file holds no " + FILE + " for layer '" + layer + "'; it may be cut short.");
    }
    String text = new String(content, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** Sets terms read from a file; weights, if any, were set before. */
  static void restore(Vocabulary vocabulary, List<?> terms) {
    if (terms.size() <= vocabulary.rules().tokenStart()) {
      return;
    }
    vocabulary.set(terms, vocabulary.rules().isTfIdf() ? savedWeights(vocabulary, terms) : null);
  }

  private static List<Float> savedWeights(Vocabulary vocabulary, List<?> terms) {
    float[] idf = vocabulary.idf();
    if (idf == null) {
      throw KerasException.value("The file holds no idf_weights beside the vocabulary.");
    }
    List<Float> weights = new ArrayList<>(terms.size());
    for (int i = 0; i < Math.min(terms.size(), idf.length); i++) {
      weights.add(idf[i]);
    }
    return weights;
  }

  /** What the weights file holds of a vocabulary. */
  static Map<String, Tensor> store(Vocabulary vocabulary) {
    float[] idf = vocabulary.idf();
    return idf == null || !vocabulary.rules().isTfIdf()
        ? Map.of()
        : Map.of(WEIGHTS, Tensor.of(Shape.of(idf.length), idf));
  }

  /** Takes from the weights file what it holds of a vocabulary. */
  static void restoreWeights(Vocabulary vocabulary, Map<String, Tensor> values, String layer) {
    if (!vocabulary.rules().isTfIdf()) {
      return;
    }
    Tensor weights = values.get(WEIGHTS);
    if (weights == null) {
      throw KerasException.value("The file holds no idf_weights for layer '" + layer + "'.");
    }
    vocabulary.idf(weights.cast(DType.FLOAT32).floats().clone());
  }
}
