package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Turns rows of indices into rows of ones, counts or weights with a column for each token. */
final class Encoding {

  /** The index of a token that is left out. */
  static final long DROPPED = Long.MAX_VALUE;

  private Encoding() {}

  /**
   * Encodes rows as the vocabulary's output mode says.
   *
   * @param indices the indices, row after row
   * @param lengths the number of indices of each row
   * @param shape the shape of the rows, {@code []} or {@code [batch]}
   * @return {@code [..., depth]}: int64, or float32 in {@code tf_idf} mode
   */
  static Tensor rows(long[] indices, int[] lengths, Shape shape, Vocabulary vocabulary) {
    LookupRules rules = vocabulary.rules();
    if (shape.rank() > 1) {
      throw KerasException.value(
          "When `output_mode` is not 'int', "
              + rules.owner()
              + " takes at most a batch of samples. Received output_mode='"
              + rules.outputMode()
              + "' and samples of shape "
              + shape
              + "; reshape the input first.");
    }
    int depth = vocabulary.depth();
    Tensor counts = Tensor.zeros(DType.INT64, shape.insert(-1, depth));
    count(indices, lengths, depth, rules.outputMode().equals("multi_hot"), counts.longs());
    return rules.isTfIdf() ? weighted(counts, vocabulary.idf()) : counts;
  }

  private static void count(
      long[] indices, int[] lengths, int depth, boolean binary, long[] counts) {
    int at = 0;
    for (int row = 0; row < lengths.length; row++) {
      for (int end = at + lengths[row]; at < end; at++) {
        long index = indices[at];
        if (index >= 0 && index < depth) {
          int cell = row * depth + (int) index;
          counts[cell] = binary ? 1 : counts[cell] + 1;
        }
      }
    }
  }

  private static Tensor weighted(Tensor counts, float[] idf) {
    if (idf == null) {
      throw KerasException.value(
          "When `output_mode` is `'tf_idf'`, `idf_weights` must be provided.");
    }
    Tensor out = Tensor.zeros(DType.FLOAT32, counts.shape());
    float[] values = out.floats();
    long[] from = counts.longs();
    for (int i = 0; i < values.length; i++) {
      values[i] = from[i] * idf[i % idf.length];
    }
    return out;
  }

  /** One row per index: {@code [..., depth]}; an axis of extent 1 at the end is taken away. */
  static Tensor oneHot(long[] indices, Shape shape, int depth) {
    Shape samples = shape.rank() > 1 && shape.dim(-1) == 1 ? shape.without(-1) : shape;
    Shape rows = samples.rank() == 0 ? Shape.of(1) : samples;
    Tensor out = Tensor.zeros(DType.INT64, rows.insert(-1, depth));
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] >= 0 && indices[i] < depth) {
        out.longs()[i * depth + (int) indices[i]] = 1;
      }
    }
    return out;
  }
}
