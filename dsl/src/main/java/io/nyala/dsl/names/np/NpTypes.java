package io.nyala.dsl.names.np;

import io.nyala.dsl.names.DTypes;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;

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
