package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * Rows of a table {@code [count, width]}, spelled out only if somebody looks at them. A recurrent
 * sweep reads the few rows it needs from the table itself.
 *
 * <p>As the rows are copied late, such a tensor must not outlive the next change of the table.
 */
public final class Lookup extends Tensor {

  private final Tensor table;
  private final int[] rows;

  Lookup(Tensor table, int[] rows, Shape shape) {
    super(table.dtype(), shape);
    this.table = table;
    this.rows = rows;
  }

  /** The table, {@code [count, width]}. */
  public Tensor table() {
    return table;
  }

  /** For each place, all axes but the last counted through, the row that stands there. */
  public int[] rows() {
    return rows;
  }

  @Override
  protected Object compute() {
    return Gather.copied(table, rows, 0, shape()).data();
  }
}
