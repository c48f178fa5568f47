package io.nyala.dsl.names.keras;

import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Signature;
import io.nyala.dsl.names.np.NumPy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rarer functions of {@code keras.ops} that are NumPy's, with Keras' names of arguments. */
final class KerasOpsOfNumPy {

  /**
   * Signatures, in the order of NumPy's arguments; where NumPy's name differs, it stands behind.
   */
  private static final List<String> SIGNATURES =
      List.of(
          "append(x1, x2, axis=None)",
          "argpartition(x, kth, axis=-1)",
          "bartlett(x)",
          "bincount(x, weights=None, minlength=0)",
          "bitwise_and(x, y)",
          "bitwise_invert(x)",
          "bitwise_left_shift(x, y)=left_shift",
          "bitwise_not(x)",
          "bitwise_or(x, y)",
          "bitwise_right_shift(x, y)=right_shift",
          "bitwise_xor(x, y)",
          "blackman(x)",
          "correlate(x1, x2, mode='valid')",
          "cross(x1, x2)",
          "diagflat(x, k=0)",
          "dstack(xs)",
          "fabs(x)",
          "fliplr(x)",
          "flipud(x)",
          "fmax(x1, x2)",
          "fmin(x1, x2)",
          "fmod(x1, x2)",
          "gcd(x1, x2)",
          "geomspace(start, stop, num=50)",
          "hamming(x)",
          "hanning(x)",
          "heaviside(x1, x2)",
          "hsplit(x, indices_or_sections)",
          "isin(x1, x2)",
          "isneginf(x)",
          "isposinf(x)",
          "lcm(x1, x2)",
          "left_shift(x, y)",
          "logspace(start, stop, num=50)",
          "right_shift(x, y)",
          "rot90(array)",
          "select(condlist, choicelist, default=0)",
          "signbit(x)",
          "sinc(x)",
          "trapezoid(y, x=None, dx=1.0)",
          "vander(x, N=None, increasing=False)",
          "vectorize(pyfunc)",
          "vsplit(x, indices_or_sections)");

  private KerasOpsOfNumPy() {}

  static void into(Library ops) {
    for (String line : SIGNATURES) {
      int end = line.lastIndexOf(')') + 1;
      Signature own = Signature.parse(line.substring(0, end));
      String known = end == line.length() ? own.name() : line.substring(end + 1);
      LibraryFunction found = (LibraryFunction) NumPy.names().get(known);
      List<Signature.Parameter> theirs = found.signature().parameters();
      ops.def(
          line.substring(0, end),
          given -> {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < own.parameters().size(); i++) {
              Object value = given.get(own.parameters().get(i).name());
              if (value != null) {
                named.put(theirs.get(i).name(), value);
              }
            }
            return found.call(given.kind(), List.of(), named);
          });
    }
    ops.def("slogdet(x)", given -> linear("slogdet", given.kind(), given.get("x")));
    ops.def(
        "lstsq(a, b, rcond=None)",
        given -> ((List<?>) linear("lstsq", given.kind(), given.get("a"), given.get("b"))).get(0));
    ops.def("pinv(x)", given -> linear("pinv", given.kind(), given.get("x")));
    ops.def("matrix_rank(x)", given -> linear("matrix_rank", given.kind(), given.get("x")));
  }

  private static Object linear(String name, Kind kind, Object... values) {
    LibraryFunction function = (LibraryFunction) NumPy.names().nested("linalg").get(name);
    return function.call(kind, List.of(values), Map.of());
  }
}
