package io.nyala.dsl.names.np;

import io.nyala.autograd.Compare;
import io.nyala.autograd.Selection;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Sorting;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.SortNames;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** Arrays as sets: sorted, each value once. */
final class NpSets {

  private NpSets() {}

  static void into(Library np) {
    np.def("union1d(ar1, ar2)", g -> values(joined(g)));
    np.def("setdiff1d(ar1, ar2, assume_unique=False)", g -> kept(first(g), second(g), false));
    np.def("intersect1d(ar1, ar2, assume_unique=False)", g -> kept(first(g), second(g), true));
    np.def(
        "setxor1d(ar1, ar2, assume_unique=False)",
        g -> {
          Tensor one = kept(first(g), second(g), false);
          Tensor other = kept(second(g), first(g), false);
          return values(Shapes.concat(pair(one, other), 0));
        });
    np.def("fromstring(string, dtype='float64', count=-1, sep='')", NpSets::numbers);
  }

  private static Tensor first(Given g) {
    return ReductionNames.flat(g.tensor("ar1"));
  }

  private static Tensor second(Given g) {
    return ReductionNames.flat(g.tensor("ar2"));
  }

  private static Tensor joined(Given g) {
    return Shapes.concat(pair(first(g), second(g)), 0);
  }

  /** Both in the wider of their types. */
  private static List<Tensor> pair(Tensor a, Tensor b) {
    if (a.dtype() == b.dtype()) {
      return List.of(a, b);
    }
    boolean floating = a.dtype().isFloating() || b.dtype().isFloating();
    DType wide = floating ? DType.FLOAT64 : DType.INT64;
    return List.of(a.cast(wide), b.cast(wide));
  }

  private static Tensor values(Tensor x) {
    return Sorting.unique(x, true).values();
  }

  private static Tensor kept(Tensor from, Tensor among, boolean inside) {
    Tensor all = values(from);
    Tensor known = SortNames.isin(all, among);
    Tensor places = Selection.nonzero(inside ? known : Compare.not(known))[0];
    return io.nyala.autograd.Gather.gather(all, places, 0);
  }

  private static Tensor numbers(Given g) {
    String separator = g.string("sep");
    if (separator.isEmpty()) {
      throw PyError.value(
          "The binary mode of fromstring is removed, use frombuffer instead; for text name what"
              + " stands between the numbers, such as sep=' '");
    }
    String text = g.string("string").strip();
    String[] parts = text.isEmpty() ? new String[0] : text.split(split(separator));
    int count = g.integer("count") < 0 ? parts.length : Math.min(parts.length, g.integer("count"));
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      try {
        out[i] = Double.parseDouble(parts[i].strip());
      } catch (NumberFormatException e) {
        throw PyError.value("string or file could not be read to its end: '" + parts[i] + "'");
      }
    }
    return Tensor.of(Shape.of(count), out).cast(g.dtype("dtype"));
  }

  private static String split(String separator) {
    String sign = separator.strip();
    return sign.isEmpty() ? "\\s+" : "\\s*" + java.util.regex.Pattern.quote(sign) + "\\s*";
  }
}
