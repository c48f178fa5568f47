package io.nyala.dsl.names.tf;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Softmax;
import io.nyala.autograd.Sorting;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** {@code tf.nn}. */
final class NnNames {

  private NnNames() {}

  static void into(Library nn) {
    nn.def("relu(features)", g -> Maths.relu(g.tensor("features")));
    nn.def("relu6(features)", g -> Maths.clip(g.floats("features"), 0, 6));
    nn.def("leaky_relu(features, alpha=0.2)", NnNames::leakyRelu);
    for (String name : new String[] {"elu", "selu", "silu", "softplus", "softsign", "gelu"}) {
      nn.def(name + "(features)", g -> Activations.get(name).apply(g.floats("features")));
    }
    nn.alias("swish", "silu");
    nn.floating("tanh", Maths::tanh).floating("sigmoid", Maths::sigmoid);
    nn.def("softmax(logits, axis=-1)", g -> Softmax.softmax(g.floats("logits"), g.integer("axis")));
    nn.def(
        "log_softmax(logits, axis=-1)",
        g -> Softmax.logSoftmax(g.floats("logits"), g.integer("axis")));
    losses(nn);
    nn.def("dropout(x, rate, seed=None)", NnNames::dropout);
    nn.def(
        "embedding_lookup(params, ids)",
        g -> Gather.gather(g.tensor("params"), g.tensor("ids"), 0));
    nn.def(
        "l2_normalize(x, axis=None, epsilon=1e-12)",
        g -> {
          Tensor squares = Reduce.sum(Maths.square(g.tensor("x")), g.axes("axis"), true);
          Tensor floor = Arithmetic.like(squares, g.number("epsilon"));
          return multiply(g.tensor("x"), Maths.rsqrt(Arithmetic.maximum(squares, floor)));
        });
    nn.def("l2_loss(t)", g -> Arithmetic.scale(Reduce.sum(Maths.square(g.tensor("t"))), 0.5));
    nn.def("bias_add(value, bias)", g -> add(g.pair("value", "bias")[0], g.tensor("bias")));
    nn.def("moments(x, axes, keepdims=False)", NnNames::moments);
  }

  private static void losses(Library nn) {
    nn.def(
        "sigmoid_cross_entropy_with_logits(labels, logits)",
        g -> {
          Tensor[] pair = g.pair("labels", "logits");
          Tensor x = pair[1];
          Tensor stable = Maths.log1p(Maths.exp(Arithmetic.negative(Maths.abs(x))));
          return add(subtract(Maths.relu(x), multiply(x, pair[0])), stable);
        });
    nn.def(
        "softmax_cross_entropy_with_logits(labels, logits, axis=-1)",
        g -> {
          Tensor[] pair = g.pair("labels", "logits");
          int axis = g.integer("axis");
          Tensor terms = multiply(pair[0], Softmax.logSoftmax(pair[1], axis));
          return Arithmetic.negative(Reduce.sum(terms, new int[] {axis}, false));
        });
    nn.def(
        "sparse_softmax_cross_entropy_with_logits(labels, logits)",
        g -> {
          Tensor logits = g.floats("logits");
          Tensor labels = g.tensor("labels");
          for (int i = 0; i < labels.elements(); i++) {
            if (labels.getLong(i) < 0 || labels.getLong(i) >= logits.dim(-1)) {
              throw PyError.value(
                  "Received a label value of "
                      + labels.getLong(i)
                      + " which is outside the valid range of [0, "
                      + logits.dim(-1)
                      + ").");
            }
          }
          Tensor picked =
              Sorting.along(Softmax.logSoftmax(logits, -1), Shapes.expandDims(labels, -1), -1);
          return Arithmetic.negative(Shapes.squeeze(picked, -1));
        });
  }

  private static Tensor leakyRelu(Given g) {
    Tensor x = g.floats("features");
    return Arithmetic.maximum(x, Arithmetic.scale(x, g.number("alpha")));
  }

  private static Tensor dropout(Given g) {
    Tensor x = g.floats("x");
    double rate = g.number("rate");
    if (rate < 0 || rate >= 1) {
      throw PyError.value("dropout() needs a rate in [0, 1); received " + rate);
    }
    Random random = Random.of(g.has("seed") ? (Number) g.integer("seed") : null);
    Tensor kept = Tensor.zeros(x.dtype(), x.shape());
    for (int i = 0; i < kept.elements(); i++) {
      kept.put(i, random.uniform() < rate ? 0 : 1 / (1 - rate));
    }
    return multiply(x, kept);
  }

  private static Object moments(Given g) {
    Tensor x = g.floats("x");
    int[] axes = g.axes("axes");
    boolean keep = g.flag("keepdims");
    return Tuple.of(Reduce.mean(x, axes, keep), Reduce.variance(x, axes, keep));
  }

  /** {@code tf.clip_by_norm}, {@code tf.clip_by_global_norm}, {@code tf.linalg.global_norm}. */
  static void clipping(Library tf) {
    tf.def("clip_by_norm(t, clip_norm, axes=None)", NnNames::clipByNorm);
    tf.def("clip_by_global_norm(t_list, clip_norm, use_norm=None)", NnNames::clipByGlobalNorm);
    tf.nested("linalg").def("global_norm(t_list)", g -> globalNorm(g));
  }

  private static Tensor clipByNorm(Given g) {
    Tensor t = g.floats("t");
    Tensor squares = Reduce.sum(Maths.square(t), g.axes("axes"), true);
    Tensor norm = Maths.sqrt(squares);
    Tensor limit = Arithmetic.like(t, g.number("clip_norm"));
    return Arithmetic.divide(multiply(t, limit), Arithmetic.maximum(norm, limit));
  }

  private static Tensor globalNorm(Given g) {
    Tensor sum = null;
    for (Object item : g.list("t_list")) {
      if (item != null) {
        Tensor squares = Reduce.sum(Maths.square(g.kind().convert(item)));
        sum = sum == null ? squares : add(sum, squares);
      }
    }
    return sum == null ? Tensor.zeros(DType.FLOAT32, Shape.SCALAR) : Maths.sqrt(sum);
  }

  private static Object clipByGlobalNorm(Given g) {
    Tensor norm = g.has("use_norm") ? g.floats("use_norm") : globalNorm(g);
    Tensor limit = Arithmetic.like(norm, g.number("clip_norm"));
    Tensor scale = Arithmetic.divide(limit, Arithmetic.maximum(norm, limit));
    java.util.List<Object> clipped = new java.util.ArrayList<>();
    for (Object item : g.list("t_list")) {
      clipped.add(item == null ? null : scaled(g.kind().convert(item), scale));
    }
    return Tuple.of(clipped, norm);
  }

  private static Tensor scaled(Tensor t, Tensor scale) {
    return multiply(t, Cast.to(scale, t.dtype()));
  }
}
