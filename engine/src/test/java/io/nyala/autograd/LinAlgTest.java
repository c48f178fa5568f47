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
