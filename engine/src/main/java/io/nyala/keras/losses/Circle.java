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
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.TensorTypes;
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

  /** The function: rows may be compared with reference rows instead of with each other. */
  static final KerasFunction FUNCTION =
      new KerasFunction(
          "circle",
          "keras.losses",
          "Draws embeddings of one class together, others apart.",
          ArgTable.of(
              "circle",
              Arg.required("y_true", TensorTypes.TENSOR, "Classes."),
              Arg.required("y_pred", TensorTypes.TENSOR, "Embeddings of norm 1."),
              Arg.of("ref_labels", TensorTypes.TENSOR, null, "Classes compared with."),
              Arg.of("ref_embeddings", TensorTypes.TENSOR, null, "Embeddings compared with."),
              Arg.of("remove_diagonal", ArgTypes.BOOL, true, "Not to compare a row with itself."),
              Arg.of("gamma", ArgTypes.FLOAT, 80.0, "How sharply pairs are weighted."),
              Arg.of("margin", ArgTypes.FLOAT, 0.4, "How far apart classes should be.")),
          Circle::call);

  private static Tensor call(Arguments a) {
    Tensor labels = a.get("y_true", Tensor.class);
    Tensor embeddings = a.get("y_pred", Tensor.class);
    Tensor otherLabels = a.get("ref_labels", Tensor.class);
    Tensor others = a.get("ref_embeddings", Tensor.class);
    return new Circle(a.number("gamma"), a.number("margin"), a.flag("remove_diagonal"))
        .loss(
            labels.cast(DType.INT32),
            embeddings,
            (otherLabels == null ? labels : otherLabels).cast(DType.INT32),
            others == null ? embeddings : others);
  }

  /**
   * The loss of each row.
   *
   * @param labels whole numbers {@code [batch]} or {@code [batch, 1]}
   * @param embeddings rows of norm 1, {@code [batch, features]}
   */
  public Tensor loss(Tensor labels, Tensor embeddings) {
    Tensor classes = labels.cast(DType.INT32);
    return loss(classes, embeddings, classes, embeddings);
  }

  /** The loss of each row against reference rows. */
  public Tensor loss(Tensor labels, Tensor embeddings, Tensor otherLabels, Tensor others) {
    Tensor cosines = Matrix.matmul(embeddings, Shapes.transpose(others));
    Tensor distances = maximum(subtract(like(cosines, 1), cosines), like(cosines, 0));
    int rows = labels.elements();
    int columns = otherLabels.elements();
    Tensor alike = Tensor.zeros(DType.BOOL, Shape.of(rows, columns));
    Tensor unlike = Tensor.zeros(DType.BOOL, Shape.of(rows, columns));
    for (int i = 0; i < rows * columns; i++) {
      boolean same = labels.getLong(i / columns) == otherLabels.getLong(i % columns);
      alike.put(i, same && !(removeDiagonal && i / columns == i % columns) ? 1 : 0);
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
