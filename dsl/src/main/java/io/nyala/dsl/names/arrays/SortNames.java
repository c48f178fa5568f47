package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Sorting;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Sorting and finding, in {@code tf} and {@code np}. */
public final class SortNames {

  private SortNames() {}

  public static void tensorFlow(Library tf) {
    tf.def(
        "sort(values, axis=-1, direction='ASCENDING')",
        g -> Sorting.sort(g.tensor("values"), g.integer("axis"), down(g)));
    tf.def(
        "argsort(values, axis=-1, direction='ASCENDING', stable=False)",
        g -> Sorting.argsort(g.tensor("values"), g.integer("axis"), down(g)).cast(DType.INT32));
    tf.def(
        "unique(x, out_idx='int32')",
        g -> {
          Sorting.Unique found = Sorting.unique(g.tensor("x"), false);
          return Results.of(
              "Unique",
              List.of("y", "idx"),
              found.values(),
              vector(found.inverse()).cast(g.dtype("out_idx")));
        });
    tf.def(
        "unique_with_counts(x, out_idx='int32')",
        g -> {
          Sorting.Unique found = Sorting.unique(g.tensor("x"), false);
          return Results.of(
              "UniqueWithCounts",
              List.of("y", "idx", "count"),
              found.values(),
              vector(found.inverse()),
              vector(found.counts()));
        });
    Library math = tf.nested("math");
    math.def(
        "top_k(input, k=1, sorted=True)",
        g ->
            Results.of(
                "TopKV2",
                List.of("values", "indices"),
                Sorting.topK(g.tensor("input"), g.integer("k")).toArray()));
    math.def("bincount(arr, minlength=0)", g -> bincount(g, "arr").cast(DType.INT32));
  }

  private static boolean down(Given g) {
    return g.string("direction").equalsIgnoreCase("DESCENDING");
  }

  public static void numPy(Library np) {
    np.def(
        "sort(a, axis=-1)",
        g ->
            g.has("axis")
                ? Sorting.sort(g.tensor("a"), g.integer("axis"), false)
                : Sorting.sort(ReductionNames.flat(g.tensor("a")), 0, false));
    np.def(
        "argsort(a, axis=-1, kind=None)",
        g ->
            g.has("axis")
                ? Sorting.argsort(g.tensor("a"), g.integer("axis"), false)
                : Sorting.argsort(ReductionNames.flat(g.tensor("a")), 0, false));
    np.def(
        "unique(ar, return_index=False, return_inverse=False, return_counts=False)",
        SortNames::unique);
    np.def("bincount(x, weights=None, minlength=0)", SortNames::weighted);
    np.def(
        "take_along_axis(arr, indices, axis)",
        g -> Sorting.along(g.tensor("arr"), g.tensor("indices"), g.integer("axis")));
    np.def(
        "isin(element, test_elements)", g -> isin(g.tensor("element"), g.tensor("test_elements")));
  }

  private static Object unique(Given g) {
    Sorting.Unique found = Sorting.unique(g.tensor("ar"), true);
    List<Object> all = new ArrayList<>();
    all.add(found.values());
    if (g.flag("return_index")) {
      all.add(vector(found.firsts()).cast(DType.INT64));
    }
    if (g.flag("return_inverse")) {
      all.add(vector(found.inverse()).cast(DType.INT64));
    }
    if (g.flag("return_counts")) {
      all.add(vector(found.counts()).cast(DType.INT64));
    }
    return all.size() == 1 ? all.get(0) : Tuple.copyOf(all);
  }

  private static Tensor vector(int[] values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  private static Tensor weighted(Given g) {
    Tensor counts = bincount(g, "x");
    if (!g.has("weights")) {
      return counts;
    }
    Tensor weights = g.tensor("weights");
    if (weights.elements() != g.tensor("x").elements()) {
      throw PyError.value("The weights and list don't have the same length.");
    }
    double[] sums = new double[counts.elements()];
    for (int i = 0; i < weights.elements(); i++) {
      sums[(int) g.tensor("x").getLong(i)] += weights.getDouble(i);
    }
    return Tensor.of(counts.shape(), sums);
  }

  private static Tensor bincount(Given g, String name) {
    Tensor x = g.tensor(name);
    long largest = g.integer("minlength") - 1L;
    for (int i = 0; i < x.elements(); i++) {
      if (x.getLong(i) < 0 || !x.dtype().isInteger()) {
        throw PyError.value("bincount() counts whole numbers from 0 up; received " + x.repr());
      }
      largest = Math.max(largest, x.getLong(i));
    }
    long[] counts = new long[Math.toIntExact(largest + 1)];
    for (int i = 0; i < x.elements(); i++) {
      counts[(int) x.getLong(i)]++;
    }
    return Tensor.of(Shape.of(counts.length), counts);
  }

  /** For each element of an array whether it is among others. */
  public static Tensor isin(Tensor x, Tensor among) {
    java.util.Set<Object> known = new java.util.HashSet<>();
    boolean text = among.dtype() == DType.STRING;
    for (int i = 0; i < among.elements(); i++) {
      known.add(text ? among.get(i) : (Object) among.getDouble(i));
    }
    boolean[] out = new boolean[x.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = known.contains(x.dtype() == DType.STRING ? x.get(i) : (Object) x.getDouble(i));
    }
    return Tensor.of(x.shape(), out);
  }
}
