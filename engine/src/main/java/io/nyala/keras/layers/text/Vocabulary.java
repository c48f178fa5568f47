package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The tokens a lookup layer knows, in the order of their indices, with their inverse document
 * frequencies in {@code tf_idf} mode. Tokens are strings or longs.
 *
 * <p>A learned vocabulary is ordered by (count, token), both descending; strings compare as their
 * UTF-8 bytes do. {@code idf = log(1 + documents / (1 + documents with the token))}.
 *
 * <p>Source: keras/src/layers/preprocessing/index_lookup.py.
 */
public final class Vocabulary {

  private final LookupRules rules;
  private List<Object> tokens = List.of();
  private float[] idf;
  private Integer frozenSize;

  /** An empty vocabulary. */
  public Vocabulary(LookupRules rules) {
    this.rules = rules;
  }

  /** How tokens are numbered. */
  public LookupRules rules() {
    return rules;
  }

  /** The tokens without the special ones. */
  public List<Object> tokens() {
    return tokens;
  }

  /** The number of tokens, special ones included. */
  public int size() {
    return rules.tokenStart() + tokens.size();
  }

  /** The size that encoded rows keep to; null as long as none is set. */
  public Integer frozenSize() {
    return frozenSize;
  }

  /** The size that a file says the vocabulary has, which encoded rows will keep to. */
  public void expectSize(Integer size) {
    frozenSize = size;
  }

  /**
   * The number of columns of encoded rows.
   *
   * @throws KerasException a RuntimeError if it is not known yet
   */
  public int depth() {
    if (rules.padToMaxTokens()) {
      return rules.maxTokens();
    }
    if (frozenSize == null) {
      throw KerasException.state(
          "When using `output_mode="
              + rules.outputMode()
              + "` and `pad_to_max_tokens=False`, you must set the layer's vocabulary before"
              + " calling it. Either pass a `vocabulary` argument to the layer, or call `adapt`"
              + " with some sample data.");
    }
    return frozenSize;
  }

  /**
   * The tokens by index.
   *
   * @param special whether the mask and out-of-vocabulary tokens are among them
   */
  public List<Object> terms(boolean special) {
    if (!special) {
      return tokens;
    }
    List<Object> all = new ArrayList<>(size());
    all.addAll(Collections.nCopies(rules.oovStart(), rules.maskToken()));
    all.addAll(Collections.nCopies(rules.oovIndices(), rules.oovToken()));
    all.addAll(tokens);
    return all;
  }

  /** The inverse document frequency of each index; null outside {@code tf_idf} mode. */
  public float[] idf() {
    return idf;
  }

  /** Sets the inverse document frequency of each index, as read from a file. */
  public void idf(float[] weights) {
    idf = weights;
  }

  /**
   * Sets the tokens.
   *
   * @param terms strings or longs, with the special tokens in front or without
   * @param weights the inverse document frequencies, in {@code tf_idf} mode
   * @throws KerasException a ValueError if they are empty, repeated, too many, hold a special token
   *     elsewhere than in front, or do not go with the weights
   */
  public void set(List<?> terms, List<? extends Number> weights) {
    checkWeights(terms, weights);
    if (terms.isEmpty()) {
      throw KerasException.value("Cannot set an empty vocabulary. Received: vocabulary=[]");
    }
    List<Object> special = new ArrayList<>();
    special.addAll(Collections.nCopies(rules.oovStart(), rules.maskToken()));
    special.addAll(Collections.nCopies(rules.oovIndices(), rules.oovToken()));
    int start = rules.tokenStart();
    boolean found = terms.size() >= start && terms.subList(0, start).equals(special);
    List<?> rest = found ? terms.subList(start, terms.size()) : terms;
    check(terms, rest, special);
    replace(rest);
    if (rules.isTfIdf()) {
      idf = pad(weights, found);
    }
  }

  /** Sets the tokens to the lines of a file, as they stand. */
  public void setLines(List<?> lines) {
    if (rules.isTfIdf()) {
      throw KerasException.value(
          "output_mode `'tf_idf'` does not support loading a vocabulary from file.");
    }
    checkRepeated(lines);
    replace(lines);
  }

  private void checkWeights(List<?> terms, List<? extends Number> weights) {
    if (rules.isTfIdf() && weights == null) {
      throw KerasException.value("`idf_weights` must be set if output_mode is 'tf_idf'.");
    }
    if (!rules.isTfIdf() && weights != null) {
      throw KerasException.value(
          "`idf_weights` should only be set if output_mode is `'tf_idf'`. Received: output_mode="
              + rules.outputMode()
              + " and idf_weights="
              + weights);
    }
    if (weights != null && weights.size() != terms.size()) {
      throw KerasException.value(
          "`idf_weights` must be the same length as vocabulary. len(idf_weights) is "
              + weights.size()
              + "; len(vocabulary) is "
              + terms.size());
    }
  }

  private void check(List<?> terms, List<?> rest, List<Object> special) {
    checkRepeated(rest);
    if (rules.maskToken() != null && rest.contains(rules.maskToken())) {
      throw reserved("mask", rules.maskToken(), terms, special);
    }
    if (rules.invert() && rules.oovToken() != null && rest.contains(rules.oovToken())) {
      throw reserved("OOV", rules.oovToken(), terms, special);
    }
    int size = rules.tokenStart() + rest.size();
    if (rules.maxTokens() != null && size > rules.maxTokens()) {
      throw KerasException.value(
          "Attempted to set a vocabulary larger than the maximum vocab size. Received vocabulary"
              + " size is "
              + size
              + "; `max_tokens` is "
              + rules.maxTokens()
              + ".");
    }
  }

  private static void checkRepeated(List<?> terms) {
    Set<Object> seen = new LinkedHashSet<>();
    Set<Object> repeated = new LinkedHashSet<>();
    for (Object term : terms) {
      if (!seen.add(term)) {
        repeated.add(term);
      }
    }
    if (!repeated.isEmpty()) {
      throw KerasException.value(
          "The passed vocabulary has at least one repeated term. Please uniquify your dataset. The"
              + " repeated terms are: "
              + quoted(repeated));
    }
  }

  private static KerasException reserved(
      String kind, Object token, List<?> terms, List<Object> special) {
    return KerasException.value(
        "Found reserved "
            + kind
            + " token at unexpected location in `vocabulary`. Note that passed `vocabulary` does"
            + " not need to include the OOV and mask tokens. Either remove all mask and OOV"
            + " tokens, or include them only at the start of the vocabulary in precisely this"
            + " order: "
            + quoted(special)
            + ". Received: '"
            + token
            + "' at vocabulary index "
            + terms.lastIndexOf(token));
  }

  private static String quoted(Iterable<?> terms) {
    List<String> all = new ArrayList<>();
    for (Object term : terms) {
      all.add(term instanceof String ? "'" + term + "'" : String.valueOf(term));
      if (all.size() == 20) {
        all.add("…");
        break;
      }
    }
    return all.toString();
  }

  private float[] pad(List<? extends Number> weights, boolean withSpecial) {
    int front = withSpecial ? 0 : rules.tokenStart();
    int length = rules.padToMaxTokens() ? rules.maxTokens() : front + weights.size();
    float[] padded = new float[length];
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      padded[front + i] = weights.get(i).floatValue();
      sum += weights.get(i).doubleValue();
    }
    Arrays.fill(padded, 0, front, (float) (sum / weights.size()));
    return padded;
  }

  /**
   * Sets the tokens to those counted, the commonest first. If none was counted, what was known
   * stays.
   *
   * @param counted token {@code i} of the counter
   */
  void learn(List<?> counted, TokenCounter counter) {
    if (counted.isEmpty()) {
      frozenSize = size();
      return;
    }
    List<Integer> order = new ArrayList<>(counted.size());
    for (int i = 0; i < counted.size(); i++) {
      Object token = counted.get(i);
      if (!Objects.equals(token, rules.maskToken()) && !Objects.equals(token, rules.oovToken())) {
        order.add(i);
      }
    }
    Comparator<Object> byToken = Vocabulary::compare;
    order.sort(
        Comparator.<Integer>comparingLong(counter::occurrences)
            .thenComparing(counted::get, byToken)
            .reversed());
    if (rules.maxTokens() != null) {
      int most = Math.max(0, rules.maxTokens() - rules.tokenStart());
      order = order.subList(0, Math.min(most, order.size()));
    }
    replace(order.stream().map(i -> (Object) counted.get(i)).toList());
    if (rules.isTfIdf()) {
      idf =
          pad(
              order.stream()
                  .map(i -> (float) frequency(counter.documents(), counter.documents(i)))
                  .toList(),
              false);
    }
  }

  private static double frequency(long documents, long with) {
    return Math.log(1 + (double) documents / (1 + with));
  }

  private void replace(List<?> newTokens) {
    int size = rules.tokenStart() + newTokens.size();
    boolean free = rules.isInt() || rules.padToMaxTokens();
    if (!free && frozenSize != null && frozenSize != size) {
      throw KerasException.state(
          "When using `output_mode="
              + rules.outputMode()
              + "` and `pad_to_max_tokens=False`, the vocabulary size cannot be changed after the"
              + " layer is called. Old vocab size is "
              + frozenSize
              + ", new vocab size is "
              + size);
    }
    tokens = List.copyOf(newTokens);
    frozenSize = size;
  }

  private static int compare(Object a, Object b) {
    return a instanceof String x ? compareUtf8(x, (String) b) : Long.compare((Long) a, (Long) b);
  }

  /** Compares strings as their UTF-8 bytes compare, which is by code point. */
  static int compareUtf8(String a, String b) {
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean differ = Character.isSurrogate(x) != Character.isSurrogate(y);
        return differ ? (Character.isSurrogate(x) ? 1 : -1) : x - y;
      }
    }
    return a.length() - b.length();
  }
}
