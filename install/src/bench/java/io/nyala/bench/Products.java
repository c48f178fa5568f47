package io.nyala.bench;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Matrix products on one thread, {@code [m, k] × [k, n]}, in each form that training uses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 80, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class Products {

  @Param({
    "384x64x512",
    "32x128x512",
    "32x512x128",
    "128x384x512",
    "512x512x512",
    "1024x1024x1024"
  })
  public String shape;

  /** Which operand is stored transposed, or that the right one is packed beforehand. */
  @Param({"AB", "AtB", "ABt", "packed"})
  public String form;

  private final Kernels kernels = Compute.kernels();
  private int m;
  private int k;
  private int n;
  private float[] a;
  private float[] b;
  private float[] c;
  private float[] packed;

  /** Makes the operands. */
  @Setup
  public void fill() {
    int[] extents = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    m = extents[0];
    k = extents[1];
    n = extents[2];
    a = random(m * k);
    b = random(k * n);
    c = new float[m * n];
    packed = new float[kernels.packedSize(k, n)];
    kernels.pack(false, k, n, b, 0, n, packed, 0);
  }

  private static float[] random(int count) {
    Random random = new Random(count);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    return x;
  }

  /** One product. */
  @Benchmark
  public float[] product() {
    switch (form) {
      case "AB" -> kernels.gemm(false, false, m, n, k, a, 0, k, b, 0, n, false, c, 0, n);
      case "AtB" -> kernels.gemm(true, false, m, n, k, a, 0, m, b, 0, n, false, c, 0, n);
      case "ABt" -> kernels.gemm(false, true, m, n, k, a, 0, k, b, 0, k, false, c, 0, n);
      default -> kernels.gemmPacked(m, n, k, a, 0, k, packed, 0, false, c, 0, n);
    }
    return c;
  }
}
