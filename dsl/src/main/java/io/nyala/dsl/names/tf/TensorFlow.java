package io.nyala.dsl.names.tf;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Softmax;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.arrays.Clip;
import io.nyala.dsl.names.arrays.ElementNames;
import io.nyala.dsl.names.arrays.LinAlgNames;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.ShapeNames;
import io.nyala.dsl.names.arrays.SortNames;
import io.nyala.dsl.names.arrays.TfCreation;
import io.nyala.dsl.names.keras.Keras;
import io.nyala.tensor.Tensor;

/** The {@code tf} namespace. */
public final class TensorFlow {

  private static final Namespace NAMES = Namespace.lazy("tensorflow", TensorFlow::fill);

  private TensorFlow() {}

  /** The namespace, filled when first asked. */
  public static Namespace names() {
    return NAMES;
  }

  private static void fill(Namespace made) {
    Library tf = new Library(made, Kind.TENSOR);
    made.define("__version__", "2.21.0");
    made.property("keras", Keras::names);
    TfCreation.into(tf);
    ElementNames.into(tf);
    ReductionNames.tensorFlow(tf);
    ShapeNames.tensorFlow(tf);
    elements(tf);
    tf.value("GradientTape", new TfTape());
    tf.def(
        "function(func=None, input_signature=None, autograph=True, jit_compile=None,"
            + " reduce_retracing=False, experimental_implements=None,"
            + " experimental_autograph_options=None, experimental_attributes=None,"
            + " experimental_relax_shapes=None, experimental_compile=None,"
            + " experimental_follow_type_hints=None)",
        g -> TfTape.function(g.get("func")));
    tf.def("custom_gradient(f)", g -> TfTape.customGradient(g.get("f")));
    tf.nested("UnconnectedGradients").value("NONE", "none").value("ZERO", "zero");
    NnNames.into(tf.nested("nn"));
    NnNames.clipping(tf);
    LinAlgNames.tensorFlow(tf);
    math(tf.nested("math"));
    TfArrays.into(tf);
    TfNest.into(tf);
    io.nyala.dsl.names.arrays.ControlNames.tensorFlow(tf);
    SortNames.tensorFlow(tf);
    tf.nested("nn").value("top_k", tf.nested("math").names().get("top_k"));
    TfStrings.into(tf.nested("strings"));
    DataNames.into(tf);
    TfRandom.tensorFlow(tf.nested("random"));
    tf.def("print(*values)", TensorFlow::print);
    tf.value("newaxis", io.nyala.tensor.Index.NEW_AXIS);
    tf.value("Tensor", Tensor.class);
  }

  private static void elements(Library tf) {
    tf.binary("pow", Arithmetic::power);
    tf.floating("sigmoid", Maths::sigmoid);
    tf.def("round(x)", g -> io.nyala.autograd.Rounding.round(g.tensor("x"), 0));
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

  /** Tensors in NumPy's form, as {@code tf.print} shows them. */
  private static Object print(Given g) {
    StringBuilder line = new StringBuilder();
    for (Object value : g.list("values")) {
      Tensor tensor = Operands.tensorOf(value);
      line.append(line.length() == 0 ? "" : " ")
          .append(
              tensor == null
                  ? io.nyala.dsl.show.Repr.text(value)
                  : io.nyala.tensor.Printing.arrayText(tensor));
    }
    System.out.print(line.append('\n'));
    return null;
  }
}
