package io.nyala.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Compares an operation's gradients with central differences, in float64, and the second
 * derivatives with central differences of the first.
 */
final class GradientCheck {

  private static final double STEP = 1e-5;

  private GradientCheck() {}

  /** An operation of the table: its name, what it computes, and the inputs to try it on. */
  record Case(String name, Function<List<Tensor>, Tensor> op, List<Tensor> inputs) {
    @Override
    public String toString() {
      return name + " " + inputs.stream().map(Tensor::shape).toList();
    }
  }

  static void check(Case tried) {
    Function<List<Tensor>, Tensor> loss = weighted(tried.op);
    List<Tensor> gradients = gradients(loss, tried.inputs);
    for (int k = 0; k < tried.inputs.size(); k++) {
      assertNotNull(gradients.get(k), tried + ": no gradient by input " + k);
      compare(tried + " by input " + k, loss, tried.inputs, k, gradients.get(k));
    }
  }

  /** Checks the gradient of the gradient too. */
  static void checkTwice(Case tried) {
    check(tried);
    Function<List<Tensor>, Tensor> loss = weighted(tried.op);
    for (int k = 0; k < tried.inputs.size(); k++) {
      int by = k;
      Function<List<Tensor>, Tensor> slope =
          inputs -> weighted(ins -> gradients(loss, ins).get(by)).apply(inputs);
      List<Tensor> second = gradients(slope, tried.inputs);
      for (int j = 0; j < tried.inputs.size(); j++) {
        Tensor found = second.get(j);
        Tensor zeros = Tensor.zeros(DType.FLOAT64, tried.inputs.get(j).shape());
        String what = tried + " twice, by inputs " + k + " and " + j;
        compare(what, slope, tried.inputs, j, found == null ? zeros : found);
      }
    }
  }

  /** The sum of the outputs, each with a weight of its own. */
  private static Function<List<Tensor>, Tensor> weighted(Function<List<Tensor>, Tensor> op) {
    return inputs -> {
      Tensor out = op.apply(inputs);
      return Reduce.sum(Arithmetic.multiply(out, values(out.shape(), 7, -1, 1)));
    };
  }

  private static List<Tensor> gradients(Function<List<Tensor>, Tensor> loss, List<Tensor> inputs) {
    try (Tape tape = new Tape()) {
      inputs.forEach(tape::watch);
      return tape.gradient(loss.apply(inputs), inputs);
    }
  }

  private static void compare(
      String what, Function<List<Tensor>, Tensor> f, List<Tensor> at, int by, Tensor gradient) {
    assertEquals(at.get(by).shape(), gradient.shape(), what);
    for (int i = 0; i < gradient.elements(); i++) {
      double up = f.apply(moved(at, by, i, STEP)).getDouble(0);
      double down = f.apply(moved(at, by, i, -STEP)).getDouble(0);
      double slope = (up - down) / (2 * STEP);
      double tolerance = 2e-7 * Math.max(1, Math.abs(slope)) + 1e-10 * Math.abs(up) / STEP;
      assertEquals(slope, gradient.getDouble(i), tolerance, what + ", element " + i);
    }
  }

  private static List<Tensor> moved(List<Tensor> at, int by, int element, double step) {
    Tensor[] inputs = at.toArray(Tensor[]::new);
    inputs[by] = inputs[by].copy();
    inputs[by].put(element, inputs[by].getDouble(element) + step);
    return Arrays.asList(inputs);
  }

  /** A float64 tensor of distinct, unordered values between two bounds. */
  static Tensor values(Shape shape, int seed, double low, double high) {
    double[] data = new double[shape.elements()];
    for (int i = 0; i < data.length; i++) {
      double fraction = (i + 1) * 0.6180339887498949 + seed * 0.3819;
      data[i] = low + (high - low) * (fraction - Math.floor(fraction));
    }
    return Tensor.of(shape, data);
  }
}
