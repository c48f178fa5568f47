package io.nyala.dsl.names;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Softmax;
import io.nyala.tensor.Tensor;

/** The {@code tf} namespace. */
final class TensorFlow {

  private static Namespace names;

  private TensorFlow() {}

  /** The namespace, made when first asked for. */
  static synchronized Namespace names() {
    if (names == null) {
      names = make();
    }
    return names;
  }

  private static Namespace make() {
    Namespace made = new Namespace("tensorflow");
    Library tf = new Library(made, Kind.TENSOR);
    made.define("__version__", "2.21.0");
    made.property("keras", Keras::names);
    TfCreation.into(tf);
    ElementNames.into(tf);
    ReductionNames.tensorFlow(tf);
    ShapeNames.tensorFlow(tf);
    elements(tf);
    math(tf.nested("math"));
    TfRandom.tensorFlow(tf.nested("random"));
    return made;
  }

  private static void elements(Library tf) {
    tf.binary("pow", Arithmetic::power);
    tf.floating("sigmoid", Maths::sigmoid);
    tf.def("round(x)", g -> ElementNames.round(g.tensor("x"), 0));
    tf.def(
        "matmul(a, b, transpose_a=False, transpose_b=False)",
        g -> {
          Tensor[] pair = g.pair("a", "b");
          return Matrix.matmul(
              g.flag("transpose_a") ? Matrix.swapLast(pair[0]) : pair[0],
              g.flag("transpose_b") ? Matrix.swapLast(pair[1]) : pair[1]);
        });
    tf.def(
        "clip_by_value(t, clip_value_min, clip_value_max)",
        g -> Clip.between(g, "t", "clip_value_min", "clip_value_max"));
  }

  private static void math(Library math) {
    ElementNames.into(math);
    ReductionNames.tensorFlow(math);
    math.binary("pow", Arithmetic::power).floating("sigmoid", Maths::sigmoid);
    math.floating("softplus", Maths::softplus).floating("rsqrt", Maths::rsqrt);
    math.floating("erf", Maths::erf);
    math.def(
        "softmax(logits, axis=-1)", g -> Softmax.softmax(g.floats("logits"), g.integer("axis")));
  }
}
