package io.nyala.autograd;

import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The gradient of a table that rows were looked up in: as a tensor the sum of its slices, each
 * added to its row, computed only if somebody looks at it; the slices are there at once.
 *
 * <p>Optimizers need them: TensorFlow squares the gradient of an embedding slice by slice, before
 * slices of one row are added, so a token that comes twice in a batch gives another mean of squares
 * than its summed gradient would. Source: tf.IndexedSlices, keras/src/backend/tensorflow/sparse.py.
 */
public final class Slices extends Tensor {

  private final Tensor values;
  private final int[] rows;

  private Slices(Tensor values, int[] rows, int count) {
    super(values.dtype(), values.shape().with(0, count));
    this.values = values;
    this.rows = rows;
  }

  /** Slices {@code [n, …]}, the n-th of which is added to row {@code rows[n]} of {@code count}. */
  static Slices of(Tensor values, int[] rows, int count) {
    return new Slices(values, rows, count);
  }

  /** The slices, {@code [n, …]}. */
  public Tensor values() {
    return values;
  }

  /** For each slice the row it is added to. */
  public int[] rows() {
    return rows;
  }

  @Override
  protected Object compute() {
    return Gather.added(values, rows, 0, dim(0)).data();
  }

  /** A function of a gradient, applied slice by slice where there are slices. */
  public static Tensor each(Tensor gradient, UnaryOperator<Tensor> f) {
    if (gradient instanceof Slices slices) {
      return Gather.scatterAdd(f.apply(slices.values), slices.rows, 0, slices.dim(0));
    }
    return f.apply(gradient);
  }

  /** The sum of two gradients; what is in slices or rows stays so if both are. */
  static Tensor add(Tensor a, Tensor b) {
    if (a instanceof Placed x && b instanceof Placed y) {
      return Placed.add(x, y);
    }
    if (!(a instanceof Slices x && b instanceof Slices y)) {
      return Arithmetic.add(a, b);
    }
    Tensor values = Shapes.concat(List.of(x.values, y.values), 0);
    int[] rows = Arrays.copyOf(x.rows, values.dim(0));
    System.arraycopy(y.rows, 0, rows, x.rows.length, y.rows.length);
    return Op.of("add", a, b, of(values, rows, a.dim(0)), g -> g, g -> g);
  }
}
