package io.nyala.autograd;

import static io.nyala.autograd.GradientCheck.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinAlgTest {

  private static final Shape SQUARE = Shape.of(2, 3, 3);

  private static GradientCheck.Case of(
      String name, Function<List<Tensor>, Tensor> f, Shape... shapes) {
    List<Tensor> inputs =
        Stream.of(shapes).map(shape -> values(shape, shape.rank(), -1.5, 1.7)).toList();
    return new GradientCheck.Case(name, f, inputs);
  }

  private static Tensor symmetric(Tensor m) {
    return Arithmetic.add(m, Matrix.swapLast(m));
  }

  private static Tensor positive(Tensor m) {
    Tensor eye = LinAlg.diag(Tensor.full(DType.FLOAT64, Shape.of(m.dim(-1)), 1));
    return Arithmetic.add(Matrix.matmul(m, Matrix.swapLast(m)), eye);
  }

  static Stream<GradientCheck.Case> cases() {
    int[] last = {-1};
    return Stream.of(
        of("inv", in -> LinAlg.inv(positive(in.get(0))), SQUARE),
        of("det", in -> LinAlg.det(positive(in.get(0))), SQUARE),
        of("solve", in -> LinAlg.solve(positive(in.get(0)), in.get(1)), SQUARE, Shape.of(2, 3, 2)),
        of("cholesky", in -> LinAlg.cholesky(positive(in.get(0))), SQUARE),
        of("eigenvalues", in -> LinAlg.eigh(symmetric(in.get(0))).get(0), Shape.of(3, 3)),
        of("eigenvectors", in -> LinAlg.eigh(symmetric(in.get(0))).get(1), Shape.of(3, 3)),
        of("singular values", in -> LinAlg.svd(in.get(0), false).get(0), Shape.of(2, 4, 3)),
        of("singular values, wide", in -> LinAlg.svd(in.get(0), false).get(0), Shape.of(2, 3)),
        of("svd", in -> svdSquares(List.of(positive(in.get(0)))), Shape.of(3, 3)),
        of("svd, tall", LinAlgTest::svdSquares, Shape.of(4, 3)),
        of("svd, wide", LinAlgTest::svdSquares, Shape.of(2, 3)),
        of("q", in -> Maths.square(LinAlg.qr(in.get(0), false).get(0)), Shape.of(4, 3)),
        of("r", in -> LinAlg.qr(in.get(0), false).get(1), Shape.of(2, 4, 3)),
        of("r, square", in -> Maths.square(LinAlg.qr(positive(in.get(0)), true).get(1)), SQUARE),
        of("trace", in -> LinAlg.trace(Maths.square(in.get(0))), SQUARE),
        of("diag", in -> Maths.square(LinAlg.diag(in.get(0))), Shape.of(2, 3)),
        of("norm", in -> LinAlg.norm(in.get(0), 2, last, true), SQUARE),
        of("norm 1", in -> LinAlg.norm(in.get(0), 1, null, false), SQUARE),
        of("norm 3", in -> LinAlg.norm(in.get(0), 3, last, false), SQUARE),
        of("norm inf", in -> LinAlg.norm(in.get(0), Double.POSITIVE_INFINITY, last, true), SQUARE),
        einsum("ij,jk->ik", Shape.of(2, 3), Shape.of(3, 4)),
        einsum("bij,bjk->bik", Shape.of(2, 2, 3), Shape.of(2, 3, 2)),
        einsum("bij,bkj->bk", Shape.of(2, 2, 3), Shape.of(2, 4, 3)),
        einsum("i,j->ji", Shape.of(2), Shape.of(3)),
        einsum("ii->i", Shape.of(3, 3)),
        einsum("...ij,...jk->...ik", Shape.of(2, 2, 3), Shape.of(2, 3, 2)),
        einsum("...ij,jk", Shape.of(2, 2, 3), Shape.of(3, 2)),
        einsum("...i,...i->...", Shape.of(2, 1, 3), Shape.of(4, 3)),
        einsum("i...->...", Shape.of(2, 3)),
        einsum("ij->", Shape.of(3, 2)),
        einsum("ij,j", Shape.of(3, 2), Shape.of(2)),
        einsum("ij,jk,kl->il", Shape.of(2, 3), Shape.of(3, 2), Shape.of(2, 2)),
        of("sort", in -> Maths.square(Sorting.sort(in.get(0), 0, true)), Shape.of(4, 2)),
        of("top_k", in -> Maths.square(Sorting.topK(in.get(0), 2).get(0)), Shape.of(2, 4)));
  }

  /** What of U and V does not hang on their signs. */
  private static Tensor svdSquares(List<Tensor> in) {
    List<Tensor> svd = LinAlg.svd(in.get(0), false);
    Tensor u = Maths.square(svd.get(1));
    return Arithmetic.add(Matrix.matmul(u, Matrix.swapLast(Maths.square(svd.get(2)))), in.get(0));
  }

  private static GradientCheck.Case einsum(String equation, Shape... shapes) {
    return of(equation, in -> Maths.square(Einsum.einsum(equation, in)), shapes);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithCentralDifferences(GradientCheck.Case tried) {
    GradientCheck.checkTwice(tried);
  }

  @Test
  void takesMatricesApart() {
    for (Shape shape : new Shape[] {Shape.of(3, 3), Shape.of(4, 2), Shape.of(2, 4)}) {
      Tensor x = values(shape, 5, -2, 2);
      List<Tensor> svd = LinAlg.svd(x, false);
      Tensor scaled = Arithmetic.multiply(svd.get(1), svd.get(0));
      close(x, Matrix.matmul(scaled, Matrix.swapLast(svd.get(2))));
      List<Tensor> qr = LinAlg.qr(x, false);
      close(x, Matrix.matmul(qr.get(0), qr.get(1)));
    }
    Tensor m = positive(values(Shape.of(3, 3), 5, -2, 2));
    List<Tensor> eigen = LinAlg.eigh(m);
    Tensor v = eigen.get(1);
    close(m, Matrix.matmul(Arithmetic.multiply(v, eigen.get(0)), Matrix.swapLast(v)));
    Tensor l = LinAlg.cholesky(m);
    close(m, Matrix.matmul(l, Matrix.swapLast(l)));
  }

  private static Tensor ones(int rows, int columns) {
    return Tensor.full(DType.FLOAT64, Shape.of(rows, columns), 1);
  }

  private static Tensor eye(int n) {
    return LinAlg.diag(Tensor.full(DType.FLOAT64, Shape.of(n), 1));
  }

  private static void orthogonal(Tensor q) {
    close(eye(q.dim(-1)), Matrix.matmul(Matrix.swapLast(q), q));
  }

  /** Larger than a block, of lower rank, of zeros, and as they come. */
  static Stream<Tensor> awkward() {
    Tensor random = values(Shape.of(130, 130), 7, -1, 1);
    Tensor low =
        Matrix.matmul(values(Shape.of(60, 3), 3, -1, 1), values(Shape.of(3, 40), 4, -1, 1));
    Tensor gaps = LinAlg.diag(Tensor.of(Shape.of(5), new double[] {0, 3, 0, -2, 1e-200}));
    Tensor steps = Tensor.of(Shape.of(3, 3), new double[] {1, 1, 0, 0, 0, 1, 0, 0, 2});
    return Stream.of(
        random,
        low,
        Matrix.swapLast(low),
        gaps,
        steps,
        ones(7, 7),
        ones(1, 1),
        ones(1, 4),
        ones(4, 1),
        Tensor.zeros(DType.FLOAT64, Shape.of(4, 3)),
        eye(6),
        values(Shape.of(9, 6), 8, -1, 1));
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void takesAwkwardMatricesApart(Tensor x) {
    for (boolean full : new boolean[] {false, true}) {
      List<Tensor> svd = LinAlg.svd(x, full);
      int k = svd.get(0).dim(-1);
      Tensor u = Shapes.slice(svd.get(1), -1, 0, k);
      Tensor v = Shapes.slice(svd.get(2), -1, 0, k);
      close(x, Matrix.matmul(Arithmetic.multiply(u, svd.get(0)), Matrix.swapLast(v)));
      orthogonal(svd.get(1));
      orthogonal(svd.get(2));
      List<Tensor> qr = LinAlg.qr(x, full);
      close(x, Matrix.matmul(qr.get(0), qr.get(1)));
      orthogonal(qr.get(0));
    }
    Tensor square = Matrix.matmul(x, Matrix.swapLast(x));
    List<Tensor> eigen = LinAlg.eigh(square);
    Tensor vectors = eigen.get(1);
    orthogonal(vectors);
    close(
        square,
        Matrix.matmul(Arithmetic.multiply(vectors, eigen.get(0)), Matrix.swapLast(vectors)));
    Tensor definite = Arithmetic.add(square, eye(square.dim(-1)));
    close(eye(square.dim(-1)), Matrix.matmul(LinAlg.inv(definite), definite));
    Tensor lower = LinAlg.cholesky(definite);
    close(definite, Matrix.matmul(lower, Matrix.swapLast(lower)));
  }

  @Test
  void takesVeryLargeAndSmallMatricesApart() {
    for (double size : new double[] {1e150, 1e-150}) {
      Tensor x = Arithmetic.scale(values(Shape.of(6, 4), 8, -1, 1), size);
      double[] plain = LinAlg.svd(Arithmetic.scale(x, 1 / size), false).get(0).doubles();
      double[] found = Arithmetic.scale(LinAlg.svd(x, false).get(0), 1 / size).doubles();
      assertArrayEquals(plain, found, 1e-12);
    }
  }

  @Test
  void sortsManyWithEqualsAndNaN() {
    int n = 100_003;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i * 7919L % 1009 - 500.5;
    }
    x[5] = Double.NaN;
    x[6] = Double.NEGATIVE_INFINITY;
    x[7] = -0.0;
    x[8] = 0.0;
    Integer[] up = new Integer[n];
    java.util.Arrays.setAll(up, i -> i);
    Integer[] down = up.clone();
    java.util.Comparator<Integer> bySize = java.util.Comparator.comparingDouble(i -> x[i]);
    java.util.Arrays.sort(up, bySize);
    java.util.Arrays.sort(down, bySize.reversed());
    Tensor given = Tensor.of(Shape.of(n), x);
    assertArrayEquals(
        java.util.Arrays.stream(up).mapToLong(i -> i).toArray(),
        Sorting.argsort(given, 0, false).longs());
    assertArrayEquals(
        java.util.Arrays.stream(down).mapToLong(i -> i).toArray(),
        Sorting.argsort(given, 0, true).longs());
    for (DType type : new DType[] {DType.FLOAT32, DType.INT32, DType.INT64}) {
      Tensor cast = Shapes.slice(given, 0, 9, n).cast(type);
      double[] values = cast.cast(DType.FLOAT64).doubles();
      Integer[] places = new Integer[values.length];
      java.util.Arrays.setAll(places, i -> i);
      java.util.Arrays.sort(places, java.util.Comparator.comparingDouble(i -> values[i]));
      assertArrayEquals(
          java.util.Arrays.stream(places).mapToLong(i -> i).toArray(),
          Sorting.argsort(cast, 0, false).longs());
    }
  }

  @Test
  void findsEigenvaluesOfTheChapter() {
    float[] ones = LinAlg.eigh(Tensor.full(DType.FLOAT32, Shape.of(2, 2), 1)).get(0).floats();
    assertArrayEquals(new float[] {0, 2}, ones, 1e-6f);
  }

  @Test
  void refusesWhatHasNoResult() {
    Tensor singular = Tensors.of(List.of(List.of(1.0, 2.0), List.of(2.0, 4.0)));
    assertEquals(
        "Singular matrix: it has no inverse.",
        assertThrows(IllegalArgumentException.class, () -> LinAlg.inv(singular)).getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> LinAlg.cholesky(Arithmetic.negative(singular)));
    assertThrows(IllegalArgumentException.class, () -> LinAlg.inv(Tensor.zeros(2, 3)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Einsum.einsum("ij,jk->ik", List.of(Tensor.zeros(2, 3), Tensor.zeros(2, 3))));
    Tensor wide = Tensor.zeros(2, 3);
    try (Tape tape = new Tape()) {
      tape.watch(wide);
      Tensor r = LinAlg.qr(wide, false).get(1);
      assertTrue(
          assertThrows(UnsupportedOperationException.class, () -> tape.gradient(r, wide))
              .getMessage()
              .contains("no gradient of qr"));
    }
  }

  @Test
  void findsDistinctElements() {
    Tensor x = Tensors.of(List.of(3, 1, 3, 2, 1));
    Sorting.Unique sorted = Sorting.unique(x, true);
    assertArrayEquals(new int[] {1, 2, 3}, sorted.values().ints());
    assertArrayEquals(new int[] {2, 0, 2, 1, 0}, sorted.inverse());
    assertArrayEquals(new int[] {2, 1, 2}, sorted.counts());
    assertArrayEquals(new int[] {1, 3, 0}, sorted.firsts());
    assertArrayEquals(new int[] {3, 1, 2}, Sorting.unique(x, false).values().ints());
  }

  private static void close(Tensor expected, Tensor found) {
    assertEquals(expected.shape(), found.shape());
    assertArrayEquals(expected.doubles(), found.doubles(), 1e-9);
  }
}
