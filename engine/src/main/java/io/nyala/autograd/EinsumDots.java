package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An einsum equation whose dots stand for any number of leading axes, written with a letter for
 * each of them; axes of extent 1 that broadcast are taken out of their tensor.
 *
 * @param equation without dots
 * @param tensors without the axes that broadcast
 */
record EinsumDots(String equation, List<Tensor> tensors) {

  private static final String DOTS = "...";

  /** Letters that nobody writes. */
  private static final char FIRST = '\u0400';

  /** The equation spelled out. */
  static EinsumDots spell(String equation, List<Tensor> tensors) {
    int arrow = equation.indexOf("->");
    String[] inputs = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
    if (inputs.length != tensors.size()) {
      throw new IllegalArgumentException(
          "einsum('"
              + equation
              + "') names "
              + inputs.length
              + " tensors; received "
              + tensors.size()
              + ".");
    }
    int most = 0;
    for (int i = 0; i < inputs.length; i++) {
      most = Math.max(most, dots(equation, inputs[i], tensors.get(i)));
    }
    boolean[] wide = new boolean[most];
    for (int i = 0; i < inputs.length; i++) {
      int own = dots(equation, inputs[i], tensors.get(i));
      for (int k = 0; k < own; k++) {
        wide[most - own + k] |= tensors.get(i).dim(inputs[i].indexOf(DOTS) + k) != 1;
      }
    }
    List<Tensor> spelled = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inputs.length; i++) {
      int own = dots(equation, inputs[i], tensors.get(i));
      int at = inputs[i].indexOf(DOTS);
      Shape shape = tensors.get(i).shape();
      StringBuilder letters = new StringBuilder();
      for (int k = own - 1; k >= 0; k--) {
        int axis = most - own + k;
        if (wide[axis] && shape.dim(at + k) == 1) {
          shape = shape.without(at + k);
        } else {
          letters.insert(0, (char) (FIRST + axis));
        }
      }
      spelled.add(Shapes.reshape(tensors.get(i), shape));
      text.append(i == 0 ? "" : ",").append(inputs[i].replace(DOTS, letters));
    }
    StringBuilder all = new StringBuilder();
    for (int axis = 0; axis < most; axis++) {
      all.append((char) (FIRST + axis));
    }
    String output =
        arrow < 0
            ? all + Einsum.once(String.join(",", inputs).replace(DOTS, "").split(",", -1))
            : equation.substring(arrow + 2).replace(DOTS, all);
    return new EinsumDots(text + "->" + output, spelled);
  }

  private static int dots(String equation, String letters, Tensor x) {
    if (!letters.contains(DOTS)) {
      return 0;
    }
    int count = x.rank() - (letters.length() - DOTS.length());
    if (count < 0) {
      throw new IllegalArgumentException(
          "einsum('"
              + equation
              + "'): '"
              + letters
              + "' names more axes than shape "
              + x.shape()
              + " has.");
    }
    return count;
  }
}
