package io.nyala.autograd;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import io.nyala.compute.Threads;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/**
 * The four operations on float32 tensors, as kernels, run by run where they are broadcast; other
 * types go the general way.
 */
final class FloatPairs {

  /** A smaller operand is repeated up to this length, so that the kernel has something to do. */
  private static final int STRETCH = 256;

  /** So many elements are worth a second thread. */
  private static final int GRAIN = 1 << 15;

  private static final Kernels KERNELS = Compute.kernels();

  private FloatPairs() {}

  /** {@code z = f(x, y)} for n elements of each. */
  @FunctionalInterface
  private interface Pairs {
    void run(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);
  }

  static Tensor add(Tensor a, Tensor b) {
    if (Wholes.are(a, b)) {
      return Wholes.zip(a, b, null, Long::sum);
    }
    return general(a, b) ? Elementwise.zip(a, b, null, Double::sum) : zip(a, b, KERNELS::add);
  }

  static Tensor subtract(Tensor a, Tensor b) {
    if (Wholes.are(a, b)) {
      return Wholes.zip(a, b, null, (x, y) -> x - y);
    }
    return general(a, b)
        ? Elementwise.zip(a, b, null, (x, y) -> x - y)
        : zip(a, b, KERNELS::subtract);
  }

  static Tensor multiply(Tensor a, Tensor b) {
    if (Wholes.are(a, b)) {
      return Wholes.zip(a, b, null, (x, y) -> x * y);
    }
    return general(a, b)
        ? Elementwise.zip(a, b, null, (x, y) -> x * y)
        : zip(a, b, KERNELS::multiply);
  }

  /** The quotient, of floating type {@code to}. */
  static Tensor divide(Tensor a, Tensor b, DType to) {
    return general(a, b) ? Elementwise.zip(a, b, to, (x, y) -> x / y) : zip(a, b, KERNELS::divide);
  }

  private static Tensor zip(Tensor a, Tensor b, Pairs f) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    if (!repeatsWhole(a, b)) {
      return runs(a, b, shape, f);
    }
    int n = shape.elements();
    float[] x = stretched(a.floats(), n);
    float[] y = stretched(b.floats(), n);
    float[] z = new float[n];
    int block = Math.min(n, Math.min(x.length, y.length));
    for (int at = 0; at < n; at += block) {
      int length = Math.min(block, n - at);
      f.run(length, x, x.length < n ? 0 : at, y, y.length < n ? 0 : at, z, at);
    }
    return Tensor.of(shape, z);
  }

  /**
   * Run by run along the last axes, over which both operands are there in full or one of them is a
   * single element; as when the mean of each row is taken from it.
   */
  private static Tensor runs(Tensor a, Tensor b, Shape shape, Pairs f) {
    Runs runs = Runs.of(a.shape(), b.shape(), shape);
    int[] left = runs.starts(a.shape(), runs.oneOfA());
    int[] right = runs.starts(b.shape(), runs.oneOfB());
    float[] x = a.floats();
    float[] y = b.floats();
    float[] z = new float[shape.elements()];
    int run = runs.length();
    Threads.ranges(
        left.length,
        Math.max(1, GRAIN / run),
        Threads.available(),
        (from, to) -> {
          float[] same = new float[runs.oneOfA() || runs.oneOfB() ? run : 0];
          for (int i = from; i < to; i++) {
            if (same.length > 0) {
              Arrays.fill(same, runs.oneOfA() ? x[left[i]] : y[right[i]]);
            }
            f.run(
                run,
                runs.oneOfA() ? same : x,
                runs.oneOfA() ? 0 : left[i],
                runs.oneOfB() ? same : y,
                runs.oneOfB() ? 0 : right[i],
                z,
                i * run);
          }
        });
    return Tensor.of(shape, z);
  }

  /** What repeats within n elements, several times over if it is short. */
  private static float[] stretched(float[] x, int n) {
    if (x.length == n || x.length >= STRETCH) {
      return x;
    }
    int times = Math.min((STRETCH + x.length - 1) / x.length, n / x.length);
    float[] out = new float[times * x.length];
    for (int at = 0; at < out.length; at += x.length) {
      System.arraycopy(x, 0, out, at, x.length);
    }
    return out;
  }

  /** True unless both are float32 and there is something to do. */
  private static boolean general(Tensor a, Tensor b) {
    return a.dtype() != DType.FLOAT32
        || b.dtype() != DType.FLOAT32
        || a.elements() == 0
        || b.elements() == 0;
  }

  /** Whether the smaller one repeats whole along the larger. */
  private static boolean repeatsWhole(Tensor a, Tensor b) {
    Tensor small = a.elements() <= b.elements() ? a : b;
    Tensor large = small == a ? b : a;
    if (large.rank() < small.rank()) {
      return false;
    }
    if (small.elements() == 1) {
      return true;
    }
    int rank = small.rank();
    return large.shape().slice(large.rank() - rank, large.rank()).equals(small.shape());
  }
}
