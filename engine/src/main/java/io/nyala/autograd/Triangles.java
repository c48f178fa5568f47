package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Matrices of which only a part around the diagonal stays; {@code [.., rows, columns]}. */
public final class Triangles {

  private Triangles() {}

  /** Whether an element, by its row and column, stays. */
  private interface Stays {
    boolean test(int row, int column);
  }

  /** True up to the diagonal {@code k}, {@code [rows, columns]}. */
  public static Tensor upTo(int rows, int columns, int k) {
    return mask(rows, columns, (row, column) -> column <= row + k);
  }

  /** Zeros above the diagonal {@code k}. */
  public static Tensor lower(Tensor x, int k) {
    return keep(x, (row, column) -> column <= row + k);
  }

  /** Zeros below the diagonal {@code k}. */
  public static Tensor upper(Tensor x, int k) {
    return keep(x, (row, column) -> column >= row + k);
  }

  /** A band around the diagonal; negative widths keep all of their side. */
  public static Tensor band(Tensor x, int below, int above) {
    return keep(
        x,
        (row, column) ->
            (below < 0 || row - column <= below) && (above < 0 || column - row <= above));
  }

  private static Tensor keep(Tensor x, Stays stays) {
    if (x.rank() < 2) {
      throw new IllegalArgumentException(
          "A triangle needs a matrix, [.., rows, columns]; received shape " + x.shape() + ".");
    }
    return Compare.where(mask(x.dim(-2), x.dim(-1), stays), x, Arithmetic.like(x, 0));
  }

  private static Tensor mask(int rows, int columns, Stays stays) {
    Tensor mask = Tensor.zeros(DType.BOOL, Shape.of(rows, columns));
    for (int i = 0; i < mask.elements(); i++) {
      mask.booleans()[i] = stays.test(i / columns, i % columns);
    }
    return mask;
  }

  /** The diagonal {@code k} of matrices, {@code [.., n]}. */
  public static Tensor diagonal(Tensor x, int k) {
    int columns = x.dim(-1);
    int rows = x.dim(-2);
    if (k > columns || k < -rows) {
      return diagonal(x, k > 0 ? columns : -rows);
    }
    Tensor rest = k >= 0 ? Shapes.slice(x, -1, k, columns) : Shapes.slice(x, -2, -k, rows);
    return LinAlg.diagPart(rest);
  }

  /** A matrix with this diagonal {@code k} and zeros elsewhere. */
  public static Tensor ofDiagonal(Tensor x, int k) {
    Tensor square = LinAlg.diag(x);
    int wide = Math.abs(k);
    Tensor out = Shapes.pad(square, -1, Math.max(k, 0), Math.max(-k, 0), 0);
    return wide == 0 ? square : Shapes.pad(out, -2, Math.max(-k, 0), Math.max(k, 0), 0);
  }
}
