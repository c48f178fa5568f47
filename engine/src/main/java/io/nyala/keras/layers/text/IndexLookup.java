package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.layers.Call;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link StringLookup} and {@link IntegerLookup} share: keys to indices and back, or to rows
 * of ones, counts or weights.
 *
 * <p>Input: any shape in {@code int} mode, which gives int64 indices of the same shape; {@code
 * [samples]} or {@code [batch, samples]} otherwise, which gives {@code [..., vocabulary]}. Source:
 * keras.layers.IndexLookup.
 */
public abstract class IndexLookup extends VocabularyLayer {

  private final DType keyType;
  private Map<Object, Integer> places = Map.of();

  IndexLookup(Arguments arguments, DType keyType) {
    super(arguments, IndexLookup::rules);
    this.keyType = keyType;
    learnGiven();
  }

  private static LookupRules rules(Arguments arguments) {
    return new LookupRules(
        arguments.table().owner(),
        arguments.integer("max_tokens"),
        arguments.integer("num_oov_indices"),
        arguments.get("mask_token"),
        arguments.get("oov_token"),
        arguments.string("output_mode"),
        arguments.flag("pad_to_max_tokens"),
        arguments.flag("invert"));
  }

  /** The place among the {@code num_oov_indices} of a key out of the vocabulary(). */
  abstract int bucket(Object key);

  /** The vocabulary in the order of the indices. */
  public List<Object> getVocabulary(boolean includeSpecialTokens) {
    return vocabulary().terms(includeSpecialTokens);
  }

  /** The vocabulary in the order of the indices, special tokens included. */
  public List<Object> getVocabulary() {
    return getVocabulary(true);
  }

  @Override
  final ArgTable adaptArguments() {
    return TextArgs.ADAPT;
  }

  @Override
  final List<?> count(Object data, Integer steps, TokenCounter counter) {
    Map<Object, Integer> numbers = new HashMap<>();
    List<Object> seen = new ArrayList<>();
    Batches.forEach(
        data,
        steps,
        batch -> {
          Tensor keys = keys(batch);
          int row = keys.rank() < 2 ? keys.elements() : keys.elements() / Math.max(1, keys.dim(0));
          for (int i = 0; i < keys.elements(); i++) {
            if (i % row == 0) {
              counter.startDocument();
            }
            Object key = keys.get(i);
            Integer number = numbers.get(key);
            if (number == null) {
              number = seen.size();
              numbers.put(key, number);
              seen.add(key);
            }
            counter.count(number);
          }
        });
    return seen;
  }

  private Tensor keys(Tensor input) {
    if (input.dtype() == keyType) {
      return input;
    }
    if (keyType == DType.STRING || !input.dtype().isNumeric()) {
      throw KerasException.type(
          "Layer '"
              + getName()
              + "' looks up "
              + keyType
              + " keys; received "
              + input.dtype()
              + " of shape "
              + input.shape()
              + ".");
    }
    return input.cast(keyType);
  }

  @Override
  final void index() {
    Map<Object, Integer> all = new HashMap<>();
    int at = vocabulary().rules().tokenStart();
    for (Object token : vocabulary().tokens()) {
      all.put(token, at++);
    }
    places = all;
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    LookupRules rules = vocabulary().rules();
    if (!rules.isInt()) {
      vocabulary().depth();
    }
    if (vocabulary().tokens().isEmpty()) {
      throw VocabularyLoading.notLearned(getName());
    }
    if (rules.invert()) {
      return tokens(input);
    }
    long[] indices = indices(keys(input));
    Shape shape = input.shape();
    if (rules.isInt()) {
      return Tensor.of(shape, indices);
    }
    if (rules.outputMode().equals("one_hot")) {
      return Encoding.oneHot(indices, shape, vocabulary().depth());
    }
    Shape rows = shape.rank() == 0 ? shape : shape.without(-1);
    int[] lengths = new int[rows.elements()];
    Arrays.fill(lengths, shape.rank() == 0 ? 1 : shape.dim(-1));
    return Encoding.rows(indices, lengths, rows, vocabulary());
  }

  private long[] indices(Tensor keys) {
    LookupRules rules = vocabulary().rules();
    long[] indices = new long[keys.elements()];
    for (int i = 0; i < indices.length; i++) {
      Object key = keys.get(i);
      Integer place = places.get(key);
      if (key.equals(rules.maskToken())) {
        indices[i] = rules.isInt() ? 0 : Encoding.DROPPED;
      } else {
        indices[i] = place != null ? place : outOfVocabulary(key, rules);
      }
    }
    return indices;
  }

  private int outOfVocabulary(Object key, LookupRules rules) {
    if (rules.oovIndices() == 0) {
      throw KerasException.value(
          "When `num_oov_indices=0` all inputs should be in vocabulary, found OOV value "
              + (key instanceof String ? "\"" + key + "\"" : key)
              + ", consider setting `num_oov_indices=1`.");
    }
    return rules.oovStart() + (rules.oovIndices() == 1 ? 0 : bucket(key));
  }

  private Tensor tokens(Tensor input) {
    if (!input.dtype().isInteger()) {
      throw KerasException.type(
          "Layer '" + getName() + "' turns indices into tokens; received " + input.dtype() + ".");
    }
    LookupRules rules = vocabulary().rules();
    List<Object> terms = vocabulary().terms(true);
    Tensor out = Tensor.zeros(keyType, input.shape());
    for (int i = 0; i < out.elements(); i++) {
      long index = input.getLong(i);
      Object token = index >= 0 && index < terms.size() ? terms.get((int) index) : rules.oovToken();
      if (index == 0 && rules.maskToken() != null) {
        token = rules.maskToken();
      }
      if (keyType == DType.STRING) {
        out.strings()[i] = String.valueOf(token);
      } else {
        out.longs()[i] = (Long) token;
      }
    }
    return out;
  }

  @Override
  protected Shape outputShape(Shape input) {
    LookupRules rules = vocabulary().rules();
    if (rules.isInt()) {
      return input;
    }
    if (rules.outputMode().equals("one_hot") && !(input.rank() > 1 && input.dim(-1) == 1)) {
      return input.insert(-1, vocabulary().depth());
    }
    return (input.rank() == 0 ? input : input.without(-1)).insert(-1, vocabulary().depth());
  }

  @Override
  public DType inputType() {
    return vocabulary().rules().invert() ? DType.INT64 : keyType;
  }

  @Override
  public DType outputType(List<DType> inputs) {
    LookupRules rules = vocabulary().rules();
    return rules.invert() ? keyType : rules.isTfIdf() ? DType.FLOAT32 : DType.INT64;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = super.getConfig();
    config.put("vocabulary_size", vocabulary().frozenSize());
    VocabularyLoading.describe(vocabulary(), config);
    return config;
  }
}
