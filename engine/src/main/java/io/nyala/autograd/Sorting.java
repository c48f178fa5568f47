package io.nyala.autograd;

import io.nyala.compute.Interruption;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Order along an axis; gradients flow to the elements that were picked. */
public final class Sorting {

  private Sorting() {}

  /** The places that sort an axis, int64; equal elements keep their order. */
  public static Tensor argsort(Tensor x, int axis, boolean descending) {
    int at = x.shape().normalize(axis);
    int length = x.dim(at);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    long[] out = new long[x.elements()];
    int runs = length == 0 ? 0 : out.length / length;
    for (int run = 0; run < runs; run++) {
      int base = run / inner * length * inner + run % inner;
      int[] order = Order.of(x, base, inner, length, descending);
      for (int i = 0; i < length; i++) {
        Interruption.checkNowAndThen(i);
        out[base + i * inner] = order[i];
      }
    }
    return Tensor.of(x.shape(), out);
  }

  /** The elements of an axis in order. */
  public static Tensor sort(Tensor x, int axis, boolean descending) {
    return along(x, argsort(x, axis, descending), axis);
  }

  /** For each place, the element of the same row along an axis: {@code take_along_axis}. */
  public static Tensor along(Tensor x, Tensor places, int axis) {
    int at = x.shape().normalize(axis);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    int length = x.dim(at);
    int picked = places.dim(at);
    int[] flat = new int[places.elements()];
    for (int i = 0; i < flat.length; i++) {
      Interruption.checkNowAndThen(i);
      int outer = i / inner / picked;
      flat[i] = (int) ((outer * length + places.getLong(i)) * inner + i % inner);
    }
    return Indexing.pick(x, flat, places.shape());
  }

  /** The k largest elements of the last axis, descending, and their places, int32. */
  public static List<Tensor> topK(Tensor x, int k) {
    if (k > x.dim(-1)) {
      throw new IllegalArgumentException(
          "top_k needs at least k = "
              + k
              + " elements on the last axis; received shape "
              + x.shape()
              + ".");
    }
    Tensor places = Shapes.slice(argsort(x, -1, true), -1, 0, k);
    return List.of(along(x, places, -1), places.cast(DType.INT32));
  }

  /**
   * The distinct elements of a flat tensor.
   *
   * @param values each once
   * @param firsts where each came first
   * @param inverse for each element, its place among the values
   * @param counts how often each came
   */
  public record Unique(Tensor values, int[] firsts, int[] inverse, int[] counts) {}

  /** The distinct elements, in order of their size or of their coming. */
  public static Unique unique(Tensor x, boolean sorted) {
    Map<Object, Integer> found = new LinkedHashMap<>();
    int n = x.elements();
    int[] order = new int[n];
    Tensor flat = x.view(Shape.of(n));
    Tensor by = sorted ? argsort(flat, 0, false) : null;
    Arrays.setAll(order, i -> by == null ? i : (int) by.longs()[i]);
    int[] inverse = new int[n];
    int[] counts = new int[n];
    int[] firsts = new int[n];
    for (int i : order) {
      Object value = x.get(i);
      Integer place = found.get(value);
      if (place == null) {
        place = found.size();
        found.put(value, place);
        firsts[place] = i;
      }
      inverse[i] = place;
      counts[place]++;
    }
    int[] kept = Arrays.copyOf(firsts, found.size());
    return new Unique(
        Indexing.pick(x, kept, Shape.of(kept.length)),
        kept,
        inverse,
        Arrays.copyOf(counts, kept.length));
  }
}
