package io.nyala.dsl.names.np;

import io.nyala.dsl.names.DTypes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;
import io.nyala.tensor.PrintOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What NumPy tells about its element types. */
final class NpTypes {

  private NpTypes() {}

  static void into(Library np) {
    np.def("dtype(dtype)", g -> DTypes.of(g.get("dtype")));
    np.def("iinfo(type)", g -> whole(DTypes.of(g.get("type"))));
    np.def("finfo(dtype)", g -> real(DTypes.of(g.get("dtype"))));
    np.def(
        "result_type(*arrays_and_dtypes)",
        g -> {
          DType type = null;
          for (Object each : g.list("arrays_and_dtypes")) {
            DType own = each instanceof DType known ? known : g.kind().convert(each).dtype();
            type = type == null ? own : io.nyala.dsl.names.Operands.promote(type, own);
          }
          return type;
        });
    np.def(
        "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None,"
            + " suppress=None, nanstr=None, infstr=None, formatter=None, sign=None,"
            + " floatmode=None)",
        NpTypes::printOptions);
    np.def("get_printoptions()", g -> shown(PrintOptions.current()));
    np.def("array_repr(arr)", g -> g.tensor("arr").repr());
    np.def("array_str(a)", g -> io.nyala.tensor.Printing.arrayText(g.tensor("a")));
  }

  private static Object printOptions(Given g) {
    for (String other : List.of("nanstr", "infstr", "formatter", "sign", "floatmode")) {
      if (g.has(other)) {
        throw PyError.value(
            "set_printoptions() of " + other + " is not part of Nyala; round with np.round(x, 3)");
      }
    }
    PrintOptions now = PrintOptions.current();
    PrintOptions.use(
        new PrintOptions(
            g.has("precision") ? g.integer("precision") : now.precision(),
            g.has("threshold")
                ? (int) Math.min(Integer.MAX_VALUE, g.number("threshold"))
                : now.threshold(),
            g.has("edgeitems") ? g.integer("edgeitems") : now.edgeItems(),
            g.has("linewidth") ? g.integer("linewidth") : now.lineWidth(),
            g.has("suppress") ? g.flag("suppress") : now.suppress()));
    return null;
  }

  private static Map<String, Object> shown(PrintOptions now) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("precision", now.precision());
    all.put("threshold", now.threshold());
    all.put("edgeitems", now.edgeItems());
    all.put("linewidth", now.lineWidth());
    all.put("suppress", now.suppress());
    return all;
  }

  private static Namespace whole(DType type) {
    Namespace info = new Namespace("iinfo");
    switch (type) {
      case INT32 -> info.define("min", Integer.MIN_VALUE).define("max", Integer.MAX_VALUE);
      case INT64 -> info.define("min", Long.MIN_VALUE).define("max", Long.MAX_VALUE);
      case UINT8 -> info.define("min", 0).define("max", 255);
      default -> throw PyError.value("Invalid integer data type " + type + ".");
    }
    int bits = type == DType.INT64 ? 64 : type == DType.INT32 ? 32 : 8;
    return info.define("bits", bits).define("dtype", type);
  }

  private static Namespace real(DType type) {
    boolean narrow = type == DType.FLOAT32;
    if (!narrow && type != DType.FLOAT64) {
      throw PyError.value("data type " + type + " not inexact");
    }
    double most = narrow ? Float.MAX_VALUE : Double.MAX_VALUE;
    return new Namespace("finfo")
        .define("bits", narrow ? 32 : 64)
        .define("dtype", type)
        .define("eps", narrow ? (Object) (float) 0x1p-23 : (Object) 0x1p-52)
        .define("max", narrow ? (Object) (float) most : (Object) most)
        .define("min", narrow ? (Object) (float) -most : (Object) (-most))
        .define("tiny", narrow ? (Object) Float.MIN_NORMAL : (Object) Double.MIN_NORMAL);
  }
}
