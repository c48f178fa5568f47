package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;

/**
 * How a lookup layer numbers tokens: first the mask token (in "int" mode, if there is one), then
 * the places of tokens out of the vocabulary, then the vocabulary.
 *
 * @param owner the class name, for messages
 * @param maxTokens the largest vocabulary, special tokens included; null: no limit
 * @param oovIndices the number of places for tokens out of the vocabulary
 * @param maskToken the token that stands for nothing; null: none
 * @param oovToken the token that stands for those out of the vocabulary
 * @param outputMode {@code int}, {@code one_hot}, {@code multi_hot}, {@code count} or {@code
 *     tf_idf}
 * @param padToMaxTokens whether encoded rows have {@code maxTokens} columns whatever the vocabulary
 * @param invert whether indices are looked up instead of tokens
 */
public record LookupRules(
    String owner,
    Integer maxTokens,
    int oovIndices,
    Object maskToken,
    Object oovToken,
    String outputMode,
    boolean padToMaxTokens,
    boolean invert) {

  /** Checks what Keras checks. */
  public LookupRules {
    if (maxTokens != null && maxTokens <= 1) {
      throw KerasException.value(
          "If set, `max_tokens` must be greater than 1. Received: max_tokens=" + maxTokens);
    }
    if (padToMaxTokens && maxTokens == null) {
      throw KerasException.value(
          "If pad_to_max_tokens is True, must set `max_tokens`. Received: max_tokens=None");
    }
    if (oovIndices < 0) {
      throw KerasException.value(
          "`num_oov_indices` must be greater than or equal to 0. Received: num_oov_indices="
              + oovIndices);
    }
    if (invert && !outputMode.equals("int")) {
      throw KerasException.value(
          "`output_mode` must be `'int'` when `invert` is true. Received: output_mode="
              + outputMode);
    }
  }

  /** True if the output holds indices, not encoded rows. */
  public boolean isInt() {
    return outputMode.equals("int");
  }

  /** True if the output is weighted by inverse document frequency. */
  public boolean isTfIdf() {
    return outputMode.equals("tf_idf");
  }

  /** The first place of tokens out of the vocabulary. */
  public int oovStart() {
    return maskToken != null && isInt() ? 1 : 0;
  }

  /** The place of the first token of the vocabulary. */
  public int tokenStart() {
    return oovStart() + oovIndices;
  }
}
