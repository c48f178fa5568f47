package io.nyala.dsl.names.tf;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Indexing;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Products;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Rounding;
import io.nyala.autograd.Scatter;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Triangles;
import io.nyala.autograd.Trigonometry;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.np.NpShapes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** TensorFlow's rarer functions of whole tensors: scatter, segments, masks, bands, checks. */
final class TfArrays {

  private TfArrays() {}

  static void into(Library tf) {
    tf.def("meshgrid(*xi, indexing='xy')", NpShapes::grid);
    tf.def(
        "tensor_scatter_nd_update(tensor, indices, updates)",
        g -> Scatter.update(g.tensor("tensor"), g.tensor("indices"), g.tensor("updates")));
    tf.def(
        "tensor_scatter_nd_add(tensor, indices, updates)",
        g -> Scatter.add(g.tensor("tensor"), g.tensor("indices"), g.tensor("updates")));
    tf.def(
        "scatter_nd(indices, updates, shape)",
        g ->
            Scatter.add(
                Tensor.zeros(g.tensor("updates").dtype(), g.shape("shape")),
                g.tensor("indices"),
                g.tensor("updates")));
    tf.def("sequence_mask(lengths, maxlen=None, dtype='bool')", TfArrays::sequenceMask);
    tf.def("strided_slice(input_, begin, end, strides=None)", TfArrays::strided);
    tf.def("is_tensor(x)", g -> Operands.tensorOf(g.get("x")) != null);
    tf.def("add_n(inputs)", g -> g.tensors("inputs").stream().reduce(Arithmetic::add).get());
    tf.def("ensure_shape(x, shape)", g -> g.tensor("x"));
    tf.def("executing_eagerly()", g -> true);
    tf.def("no_op()", g -> null);
    tf.def(
        "searchsorted(sorted_sequence, values, side='left')",
        g ->
            ((io.nyala.dsl.names.LibraryFunction)
                    io.nyala.dsl.names.np.NumPy.names().get("searchsorted"))
                .call(
                    g.kind(),
                    List.of(g.get("sorted_sequence"), g.get("values"), g.get("side")),
                    java.util.Map.of()));
    elements(tf);
    elements(tf.nested("math"));
    sums(tf.nested("math"));
    matrices(tf.nested("linalg"));
    tf.nested("nn").def("in_top_k(targets, predictions, k)", ReductionNames::inTopK);
    tf.nested("math").def("in_top_k(targets, predictions, k)", ReductionNames::inTopK);
    checks(tf);
    checks(tf.nested("debugging"));
  }

  private static void elements(Library to) {
    to.floating("asin", Maths::asin).floating("acos", Maths::acos).floating("atan", Maths::atan);
    to.floating("asinh", Trigonometry::asinh).floating("acosh", Trigonometry::acosh);
    to.floating("atanh", Trigonometry::atanh);
    to.def("atan2(y, x)", g -> Trigonometry.atan2(g.floats("y"), g.floats("x")));
    to.binary("floordiv", Arithmetic::floorDivide).binary("floormod", Arithmetic::floorMod);
    to.alias("mod", "floormod").alias("truediv", "divide");
    to.binary("squared_difference", Arithmetic::squaredDifference);
    to.binary("divide_no_nan", Arithmetic::divideNoNan);
  }

  private static void sums(Library math) {
    math.unary("is_nan", Maths::isNan).unary("is_finite", Maths::isFinite);
    math.unary("is_inf", Rounding::isInfinite).unary("rint", Maths::round);
    math.def("round(x)", g -> Rounding.round(g.tensor("x"), 0));
    math.def("cumprod(x, axis=0)", g -> Products.cumprod(g.tensor("x"), g.integer("axis")));
    math.binary(
        "multiply_no_nan",
        (x, y) -> {
          Tensor zero = Compare.equal(y, Arithmetic.like(y, 0));
          return Compare.where(zero, Arithmetic.like(y, 0), Arithmetic.multiply(x, y));
        });
    math.binary(
        "xlogy",
        (x, y) -> {
          Tensor zero = Compare.equal(x, Arithmetic.like(x, 0));
          Tensor safe = Compare.where(zero, Arithmetic.like(y, 1), y);
          return Arithmetic.multiply(x, Maths.log(safe));
        });
    math.floating("log_sigmoid", x -> Arithmetic.negative(Maths.softplus(Arithmetic.negative(x))));
    math.def(
        "zero_fraction(value)",
        g -> {
          Tensor x = g.tensor("value");
          return Reduce.mean(Compare.equal(x, Arithmetic.like(x, 0)).cast(DType.FLOAT32));
        });
    math.def("segment_sum(data, segment_ids)", g -> segmentSum(g, null));
    math.def(
        "unsorted_segment_sum(data, segment_ids, num_segments)",
        g -> segmentSum(g, g.integer("num_segments")));
    math.def("confusion_matrix(labels, predictions, num_classes=None)", TfArrays::confusion);
  }

  private static Tensor segmentSum(Given g, Integer given) {
    Tensor ids = g.tensor("segment_ids");
    int[] places = new int[ids.elements()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) ids.getLong(i);
      count = Math.max(count, places[i] + 1);
    }
    return Gather.scatterAdd(g.tensor("data"), places, 0, given == null ? count : given);
  }

  private static Tensor confusion(Given g) {
    Tensor labels = g.tensor("labels");
    Tensor predictions = g.tensor("predictions");
    long most = -1;
    for (int i = 0; i < labels.elements(); i++) {
      most = Math.max(most, Math.max(labels.getLong(i), predictions.getLong(i)));
    }
    int n = g.has("num_classes") ? g.integer("num_classes") : (int) most + 1;
    int[] counts = new int[n * n];
    for (int i = 0; i < labels.elements(); i++) {
      if (labels.getLong(i) >= n || predictions.getLong(i) >= n) {
        throw PyError.value("`labels` and `predictions` must be below num_classes=" + n + ".");
      }
      counts[(int) (labels.getLong(i) * n + predictions.getLong(i))]++;
    }
    return Tensor.of(Shape.of(n, n), counts);
  }

  private static void matrices(Library linalg) {
    linalg.def(
        "band_part(input, num_lower, num_upper)",
        g -> Triangles.band(g.tensor("input"), g.integer("num_lower"), g.integer("num_upper")));
    linalg.def(
        "matvec(a, b)",
        g -> {
          Tensor[] pair = g.pair("a", "b");
          return Shapes.squeeze(Matrix.matmul(pair[0], Shapes.expandDims(pair[1], -1)), -1);
        });
    linalg.def(
        "l2_normalize(x, axis=None, epsilon=1e-12)",
        g -> {
          Tensor squares = Reduce.sum(Maths.square(g.floats("x")), g.axes("axis"), true);
          Tensor held = Arithmetic.maximum(squares, Arithmetic.like(squares, g.number("epsilon")));
          return Arithmetic.multiply(g.floats("x"), Maths.rsqrt(held));
        });
  }

  private static Tensor sequenceMask(Given g) {
    Tensor lengths = g.tensor("lengths");
    int most = 0;
    for (int i = 0; i < lengths.elements(); i++) {
      most = Math.max(most, (int) lengths.getLong(i));
    }
    int width = g.has("maxlen") ? g.integer("maxlen") : most;
    Tensor mask = Tensor.zeros(DType.BOOL, lengths.shape().concat(Shape.of(width)));
    for (int i = 0; i < mask.elements(); i++) {
      mask.booleans()[i] = i % width < lengths.getLong(i / width);
    }
    return mask.cast(g.dtype("dtype"));
  }

  private static Tensor strided(Given g) {
    int[] begin = g.integers("begin");
    int[] end = g.integers("end");
    int[] steps = g.has("strides") ? g.integers("strides") : null;
    List<Object> index = new ArrayList<>();
    for (int i = 0; i < begin.length; i++) {
      index.add(new Slice(begin[i], end[i], steps == null ? 1 : steps[i]));
    }
    return Indexing.get(g.tensor("input_"), index);
  }

  private static void checks(Library to) {
    to.def(
        "assert_equal(x, y, message=None)",
        g -> check(g, Compare.equal(g.pair("x", "y")[0], g.pair("x", "y")[1]), "x == y"));
    to.def(
        "assert_near(x, y, rtol=None, atol=None, message=None)",
        g -> {
          Tensor[] pair = g.pair("x", "y");
          double slack = pair[0].dtype() == DType.FLOAT64 ? 10 * 0x1p-52 : 10 * 0x1p-23;
          double near = g.has("atol") ? g.number("atol") : slack;
          double share = g.has("rtol") ? g.number("rtol") : slack;
          Tensor gap = Maths.abs(Arithmetic.subtract(pair[0], pair[1]));
          Tensor allowed = Arithmetic.shift(Arithmetic.scale(Maths.abs(pair[1]), share), near);
          return check(g, Compare.lessEqual(gap, allowed), "x and y not equal to tolerance");
        });
    to.def(
        "assert_less(x, y, message=None)",
        g -> check(g, Compare.less(g.pair("x", "y")[0], g.pair("x", "y")[1]), "x < y"));
    to.def(
        "assert_greater(x, y, message=None)",
        g -> check(g, Compare.greater(g.pair("x", "y")[0], g.pair("x", "y")[1]), "x > y"));
  }

  private static Object check(Given g, Tensor holds, String condition) {
    if (Reduce.all(holds, null, false).getDouble(0) != 0) {
      return null;
    }
    throw new PyError(
        "InvalidArgumentError",
        (g.has("message") ? g.string("message") + " " : "")
            + "Condition "
            + condition
            + " did not hold. x = "
            + g.tensor("x").repr()
            + ", y = "
            + g.tensor("y").repr());
  }
}
