package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.saving.HasAssets;
import io.nyala.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A layer with a vocabulary: it is given, or learned of data by {@link #adapt(Object)}, and stands
 * in the model's files. Source: keras.layers.IndexLookup, which TextVectorization holds one of.
 */
public abstract class VocabularyLayer extends UnaryLayer implements HasAssets {

  private final Vocabulary vocabulary;
  private final boolean fixed;

  /** A layer of checked arguments, which is to end with {@link #learnGiven}. */
  VocabularyLayer(Arguments arguments, Function<Arguments, LookupRules> rules) {
    super(arguments);
    TextArgs.refuse(arguments, arguments.table().owner());
    vocabulary = new Vocabulary(rules.apply(arguments));
    vocabulary.expectSize(arguments.integer("vocabulary_size"));
    Object saved = arguments.get("has_input_vocabulary");
    fixed = saved == null ? arguments.get("vocabulary") != null : (Boolean) saved;
  }

  /** A term of the vocabulary from what a person or a file gives. */
  abstract Object term(Object value);

  /** Called when the vocabulary is another one. */
  abstract void index();

  /** The terms of data in the order in which they come, counted by their numbers there. */
  abstract List<?> count(Object data, Integer steps, TokenCounter counter);

  /** The arguments of {@code adapt}. */
  abstract ArgTable adaptArguments();

  /** Takes the vocabulary that stands in the arguments, if there is one. */
  final void learnGiven() {
    List<? extends Number> weights = VocabularyLoading.weights(arguments(), fixed);
    if (arguments().get("vocabulary") != null) {
      learn(arguments().get("vocabulary"), weights);
    }
  }

  private void learn(Object terms, Object idfWeights) {
    Object given = TextArgs.VOCABULARY.convert(terms);
    if (given instanceof Path path) {
      vocabulary.setLines(TextArgs.lines(path).stream().map(this::term).toList());
    } else {
      List<Object> all = ((List<?>) given).stream().map(this::term).toList();
      vocabulary.set(all, idfWeights == null ? null : TextArgs.WEIGHTS.convert(idfWeights));
    }
    index();
  }

  /** The vocabulary and its weights. */
  final Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The number of terms, special tokens included. */
  public int vocabularySize() {
    return vocabulary.size();
  }

  /** Sets the vocabulary: a list of terms, or the path of a file with one on each line. */
  public void setVocabulary(Object... byPosition) {
    setVocabulary(Map.of(), byPosition);
  }

  /** Sets the vocabulary and, in {@code tf_idf} mode, the weight of each term, by name. */
  public void setVocabulary(Map<String, ?> named, Object... byPosition) {
    Arguments args = TextArgs.SET_VOCABULARY.bind(Arrays.asList(byPosition), named);
    learn(args.get("vocabulary"), args.get("idf_weights"));
  }

  /** Learns the vocabulary of data, with Keras' arguments by name. */
  public void adapt(Map<String, ?> named, Object... byPosition) {
    Arguments args = adaptArguments().bind(Arrays.asList(byPosition), named);
    adapt(args.get("data"), args.integer("steps"));
  }

  /** Learns the vocabulary of data: a tensor, nested lists, or an iterable of batches. */
  public void adapt(Object data) {
    adapt(data, null);
  }

  /**
   * Learns the vocabulary of data.
   *
   * @param steps the number of batches to take of an iterable; null: all
   * @throws KerasException a ValueError if a vocabulary was given when the layer was made
   */
  public void adapt(Object data, Integer steps) {
    VocabularyLoading.requireLearning(getName(), fixed);
    TokenCounter counter = new TokenCounter();
    vocabulary.learn(count(data, steps, counter), counter);
    index();
  }

  @Override
  public Map<String, Tensor> store() {
    return VocabularyLoading.store(vocabulary);
  }

  @Override
  public void store(Map<String, Tensor> values) {
    VocabularyLoading.restoreWeights(vocabulary, values, getName());
  }

  @Override
  public Map<String, byte[]> assets() {
    return VocabularyLoading.assets(vocabulary, isGiven());
  }

  @Override
  public boolean expectsAssets() {
    return !isGiven() && !VocabularyLoading.inline(vocabulary);
  }

  private boolean isGiven() {
    return arguments().get("vocabulary") instanceof List;
  }

  @Override
  public void assets(Map<String, byte[]> files) {
    if (!isGiven()) {
      List<String> lines = VocabularyLoading.lines(files, getName());
      VocabularyLoading.restore(vocabulary, lines.stream().map(this::term).toList());
      index();
    }
  }
}
