package io.nyala.keras.losses;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The circle loss: embeddings of one class are drawn together, those of others pushed apart, each
 * pair the more the further it is from where it should be.
 *
 * <p>{@code softplus(LSE γ w₊ (d₊ - m) + LSE γ w₋ (1 - m - d₋))} over the cosine distances d of a
 * row. Source: Sun et al., CVPR 2020; keras.losses.circle.
 *
 * @param gamma how sharply pairs are weighted
 * @param margin how far apart classes should be
 * @param removeDiagonal whether a row is not compared with itself
 */
public record Circle(double gamma, double margin, boolean removeDiagonal) {

  /**
   * The loss of each row.
   *
   * @param labels whole numbers {@code [batch]} or {@code [batch, 1]}
   * @param embeddings rows of norm 1, {@code [batch, features]}
   */
  public Tensor loss(Tensor labels, Tensor embeddings) {
    Tensor classes = labels.cast(DType.INT32);
    return loss(classes, embeddings, classes, embeddings, removeDiagonal);
  }

  /** The loss of each row against reference rows. */
  public Tensor loss(
      Tensor labels, Tensor embeddings, Tensor otherLabels, Tensor others, boolean diagonalOut) {
    Tensor cosines = Matrix.matmul(embeddings, Shapes.transpose(others));
    Tensor distances = maximum(subtract(like(cosines, 1), cosines), like(cosines, 0));
    int rows = labels.elements();
    int columns = otherLabels.elements();
    Tensor alike = Tensor.zeros(DType.BOOL, Shape.of(rows, columns));
    Tensor unlike = Tensor.zeros(DType.BOOL, Shape.of(rows, columns));
    for (int i = 0; i < rows * columns; i++) {
      boolean same = labels.getLong(i / columns) == otherLabels.getLong(i % columns);
      alike.put(i, same && !(diagonalOut && i / columns == i % columns) ? 1 : 0);
      unlike.put(i, same ? 0 : 1);
    }
    Tensor near = weighted(alike, shift(distances, margin), shift(distances, -margin));
    Tensor far = subtract(like(distances, 1 + margin), distances);
    Tensor apart = weighted(unlike, far, subtract(like(distances, 1 - margin), distances));
    Tensor loss = Maths.softplus(add(logSumExp(alike, near), logSumExp(unlike, apart)));
    return loss.annotateMask(Compare.greater(loss, like(loss, 0)));
  }

  private Tensor weighted(Tensor pairs, Tensor weights, Tensor offsets) {
    Tensor kept = multiply(weights, pairs.cast(weights.dtype()));
    return scale(multiply(maximum(kept, like(kept, 0)), offsets), gamma);
  }

  /** Over the pairs of a row that count; minus infinity where none does. */
  private static Tensor logSumExp(Tensor pairs, Tensor x) {
    int[] last = {1};
    Tensor masked = Compare.where(pairs, x, like(x, Double.NEGATIVE_INFINITY));
    Tensor top = Cast.stopGradient(Reduce.max(masked, last, true));
    top = Compare.where(Maths.isFinite(top), top, like(top, 0));
    Tensor sum = Reduce.sum(Maths.exp(subtract(masked, top)), last, false);
    return add(Maths.log(sum), Shapes.squeeze(top, 1));
  }
}
