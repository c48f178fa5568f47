package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/** Polynomials, convolution, slopes and areas of sampled functions. */
final class NpPolynomials {

  private NpPolynomials() {}

  static void into(Library np) {
    np.def("convolve(a, v, mode='full')", NpPolynomials::convolve);
    np.def("polyval(p, x)", NpPolynomials::value);
    np.def("polyfit(x, y, deg)", NpPolynomials::fit);
    np.def("gradient(f, *varargs)", NpPolynomials::slopes);
    np.def("trapezoid(y, x=None, dx=1.0, axis=-1)", NpPolynomials::area);
  }

  private static Tensor vector(double... values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  private static Tensor convolve(Given g) {
    Tensor[] pair = g.pair("a", "v");
    boolean longer = pair[0].elements() >= pair[1].elements();
    Tensor a = pair[longer ? 0 : 1];
    Tensor v = pair[longer ? 1 : 0];
    int n = a.elements();
    int m = v.elements();
    double[] full = new double[n + m - 1];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < m; k++) {
        full[i + k] += a.getDouble(i) * v.getDouble(k);
      }
    }
    String mode = g.string("mode");
    int from = mode.equals("valid") ? m - 1 : mode.equals("same") ? (m - 1) / 2 : 0;
    int size = mode.equals("valid") ? n - m + 1 : mode.equals("same") ? n : full.length;
    return vector(Arrays.copyOfRange(full, from, from + size)).cast(a.dtype());
  }

  private static Tensor value(Given g) {
    Tensor[] pair = g.pair("p", "x");
    double[] out = new double[pair[1].elements()];
    for (int i = 0; i < out.length; i++) {
      for (int k = 0; k < pair[0].elements(); k++) {
        out[i] = out[i] * pair[1].getDouble(i) + pair[0].getDouble(k);
      }
    }
    return Tensor.of(pair[1].shape(), out).cast(pair[1].dtype());
  }

  /** Least squares by the QR decomposition of scaled powers. */
  private static Tensor fit(Given g) {
    Tensor x = g.floats("x");
    Tensor y = g.floats("y");
    int degree = g.integer("deg");
    if (x.rank() != 1 || y.rank() != 1 || x.elements() != y.elements()) {
      throw PyError.type("expected x and y to have same length");
    }
    Tensor powers = Tensor.zeros(DType.FLOAT64, Shape.of(x.elements(), degree + 1));
    double[] sizes = new double[degree + 1];
    for (int k = 0; k <= degree; k++) {
      for (int i = 0; i < x.elements(); i++) {
        sizes[k] += Math.pow(x.getDouble(i), 2 * (degree - k));
      }
      sizes[k] = Math.sqrt(sizes[k]);
      for (int i = 0; i < x.elements(); i++) {
        powers.put(i * (degree + 1) + k, Math.pow(x.getDouble(i), degree - k) / sizes[k]);
      }
    }
    Tensor found =
        NpLinAlg.leastSquares(powers, y.cast(DType.FLOAT64).view(Shape.of(y.elements(), 1)));
    double[] out = new double[degree + 1];
    java.util.Arrays.setAll(out, k -> found.getDouble(k) / sizes[k]);
    return vector(out);
  }

  private static Tensor slopes(Given g) {
    Tensor f = g.floats("f");
    if (f.rank() != 1) {
      throw PyError.value("gradient() takes one axis here; received shape " + f.shape());
    }
    int n = f.elements();
    if (n < 2) {
      throw PyError.value(
          "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1)"
              + " elements are required.");
    }
    Tensor spacing =
        g.list("varargs").isEmpty() ? null : g.kind().convert(g.list("varargs").get(0));
    double[] at = new double[n];
    for (int i = 0; i < n; i++) {
      at[i] =
          spacing == null
              ? i
              : spacing.rank() == 0 ? i * spacing.getDouble(0) : spacing.getDouble(i);
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      if (i == 0 || i == n - 1) {
        int left = i == 0 ? 0 : n - 2;
        out[i] = (f.getDouble(left + 1) - f.getDouble(left)) / (at[left + 1] - at[left]);
      } else {
        double before = at[i] - at[i - 1];
        double after = at[i + 1] - at[i];
        out[i] =
            (before * before * f.getDouble(i + 1)
                    + (after * after - before * before) * f.getDouble(i)
                    - after * after * f.getDouble(i - 1))
                / (before * after * (before + after));
      }
    }
    return vector(out);
  }

  private static Object area(Given g) {
    Tensor y = g.floats("y");
    int axis = y.shape().normalize(g.integer("axis"));
    int steps = y.dim(axis) - 1;
    Tensor heights =
        Arithmetic.add(Shapes.slice(y, axis, 0, steps), Shapes.slice(y, axis, 1, steps + 1));
    Tensor widths = Tensor.full(y.dtype(), Shape.of(), g.number("dx"));
    if (g.has("x")) {
      Tensor x = along(g.floats("x"), axis, y.rank());
      widths =
          Arithmetic.subtract(Shapes.slice(x, axis, 1, steps + 1), Shapes.slice(x, axis, 0, steps));
    }
    Tensor half = Tensor.full(y.dtype(), Shape.of(), 0.5);
    return Reduce.sum(
        Arithmetic.multiply(Arithmetic.multiply(heights, widths), half), new int[] {axis}, false);
  }

  /** Places of samples, laid along an axis where one row is given for all. */
  private static Tensor along(Tensor x, int axis, int rank) {
    if (x.rank() != 1) {
      return x;
    }
    int[] laid = new int[rank];
    Arrays.fill(laid, 1);
    laid[axis] = x.elements();
    return Shapes.reshape(x, Shape.of(laid));
  }
}
