package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** NumPy's makers that are indexed: {@code np.r_[1:4, 9]}, {@code np.mgrid[0:2, 0:3]}. */
final class NpGrids {

  private NpGrids() {}

  static void into(Library np) {
    np.value("r_", new Joiner(false)).value("c_", new Joiner(true));
    np.value("mgrid", new Grid(false)).value("ogrid", new Grid(true));
  }

  private static List<?> parts(Object index) {
    return index instanceof Tuple tuple ? tuple : Arrays.asList(index);
  }

  private static Tensor range(Slice slice) {
    int start = slice.start() == null ? 0 : slice.start();
    if (slice.stop() == null) {
      throw PyError.value("such a slice needs its end, as in np.r_[0:3]");
    }
    int step = slice.step() == null ? 1 : slice.step();
    int count =
        Math.max(0, Math.floorDiv(slice.stop() - start + step - Integer.signum(step), step));
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = start + (long) i * step;
    }
    return Tensor.of(Shape.of(count), values);
  }

  /**
   * {@code r_} joins numbers, ranges and arrays in a row; {@code c_} puts them side by side.
   *
   * @param columns whether rows become columns
   */
  public record Joiner(boolean columns) {

    /** {@code np.r_[parts]}. */
    public Object getAt(Object index) {
      List<Tensor> all = new ArrayList<>();
      for (Object part : parts(index)) {
        if (part instanceof CharSequence) {
          throw PyError.value("np.r_ of '" + part + "' is not part of Nyala; take np.concatenate");
        }
        Tensor values = part instanceof Slice slice ? range(slice) : Kind.ARRAY.convert(part);
        Tensor row = values.rank() == 0 ? Shapes.reshape(values, 1) : values;
        all.add(columns && row.rank() == 1 ? Shapes.reshape(row, -1, 1) : row);
      }
      DType type = all.get(0).dtype();
      for (Tensor each : all) {
        type = Operands.promote(type, each.dtype());
      }
      DType common = type;
      List<Tensor> same = all.stream().map(each -> each.cast(common)).toList();
      return Kind.ARRAY.wrap(Shapes.concat(same, columns ? -1 : 0));
    }

    @Override
    public String toString() {
      return columns ? "<numpy.c_>" : "<numpy.r_>";
    }
  }

  /**
   * {@code mgrid}: the coordinates of all places of a grid; {@code ogrid}: of its edges.
   *
   * @param open whether each axis stands alone
   */
  public record Grid(boolean open) {

    /** {@code np.mgrid[0:2, 0:3]}. */
    public Object getAt(Object index) {
      List<?> parts = parts(index);
      List<Tensor> axes = new ArrayList<>();
      for (Object part : parts) {
        if (!(part instanceof Slice slice)) {
          throw PyError.type("np.mgrid and np.ogrid take slices, such as np.mgrid[0:2, 0:3]");
        }
        axes.add(range(slice));
      }
      if (!(index instanceof Tuple)) {
        return Kind.ARRAY.wrap(axes.get(0));
      }
      int[] extents = axes.stream().mapToInt(Tensor::elements).toArray();
      List<Tensor> grids = new ArrayList<>();
      for (int i = 0; i < extents.length; i++) {
        int[] shape = new int[extents.length];
        Arrays.fill(shape, 1);
        shape[i] = extents[i];
        Tensor edge = Shapes.reshape(axes.get(i), shape);
        Tensor zeros = Tensor.zeros(DType.INT64, Shape.of(extents));
        grids.add(open ? edge : Arithmetic.add(edge, zeros));
      }
      return open
          ? Tuple.copyOf(grids.stream().map(Kind.ARRAY::wrap).toList())
          : Kind.ARRAY.wrap(Shapes.stack(grids, 0));
    }

    @Override
    public String toString() {
      return open ? "<numpy.ogrid>" : "<numpy.mgrid>";
    }
  }
}
