package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;
import static io.nyala.autograd.Matrix.matmul;
import static io.nyala.autograd.Matrix.swapLast;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The gradients of matrix decompositions.
 *
 * <p>Sources: Townsend, "Differentiating the Singular Value Decomposition" (2016); Walter and
 * Lehmann, "Algorithmic Differentiation of Linear Algebra Functions" (2010).
 */
final class Decompositions {

  private Decompositions() {}

  /**
   * Of {@code A = U S Vᵀ} with distinct singular values: {@code U ((F ∘ (UᵀU̅ - U̅ᵀU)) S + S (F ∘
   * (VᵀV̅ - V̅ᵀV)) + S̅) Vᵀ}, {@code F = 1 / (sⱼ² - sᵢ²)}, and the parts of U̅ and V̅ outside their
   * columns' spaces.
   *
   * @param s {@code [.., k]}
   * @param u {@code [.., m, k]}
   * @param v {@code [.., n, k]}
   * @param up the gradients of s, u and v, null where there is none
   */
  static Tensor svd(Tensor s, Tensor u, Tensor v, Tensor[] up) {
    int k = s.dim(-1);
    Tensor eye = LinAlg.eye(k, s.dtype());
    Tensor row = Shapes.expandDims(s, -2);
    Tensor column = Shapes.expandDims(s, -1);
    Tensor gaps = subtract(Maths.square(row), Maths.square(column));
    Tensor f = Arithmetic.divideNoNan(Arithmetic.like(s, 1), gaps);
    Tensor inner = multiply(eye, up[0] == null ? Shapes.zerosLike(column) : column(up[0]));
    Tensor inverse = Arithmetic.divideNoNan(Arithmetic.like(s, 1), row);
    Tensor outside = null;
    if (up[1] != null) {
      Tensor turn = matmul(swapLast(u), up[1]);
      inner = add(inner, multiply(multiply(f, subtract(turn, swapLast(turn))), row));
      Tensor rest = multiply(subtract(up[1], matmul(u, turn)), inverse);
      outside = matmul(rest, swapLast(v));
    }
    if (up[2] != null) {
      Tensor turn = matmul(swapLast(v), up[2]);
      inner = add(inner, multiply(column, multiply(f, subtract(turn, swapLast(turn)))));
      Tensor rest = multiply(subtract(up[2], matmul(v, turn)), inverse);
      Tensor more = matmul(u, swapLast(rest));
      outside = outside == null ? more : add(outside, more);
    }
    Tensor inside = matmul(u, matmul(inner, swapLast(v)));
    return outside == null ? inside : add(inside, outside);
  }

  private static Tensor column(Tensor x) {
    return Shapes.expandDims(x, -1);
  }

  /**
   * Of {@code A = Q R} with a square R: {@code (Q̅ + Q (L + strict(L)ᵀ)) R⁻ᵀ}, L the lower triangle
   * of {@code R R̅ᵀ - Q̅ᵀ Q}.
   */
  static Tensor qr(Tensor q, Tensor r, Tensor[] up) {
    Tensor m = Shapes.zerosLike(r);
    if (up[1] != null) {
      m = add(m, matmul(r, swapLast(up[1])));
    }
    if (up[0] != null) {
      m = subtract(m, matmul(swapLast(up[0]), q));
    }
    int n = r.dim(-1);
    Tensor lower = multiply(m, triangle(n, 0, r.dtype()));
    Tensor strict = multiply(m, triangle(n, 1, r.dtype()));
    Tensor inner = matmul(q, add(lower, swapLast(strict)));
    Tensor sum = up[0] == null ? inner : add(up[0], inner);
    return matmul(sum, swapLast(LinAlg.inv(r)));
  }

  /** Ones below the diagonal, from {@code below} places under it on. */
  private static Tensor triangle(int n, int below, DType type) {
    Tensor out = Tensor.zeros(type, Shape.of(n, n));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i - below; j++) {
        out.put(i * n + j, 1);
      }
    }
    return out;
  }
}
