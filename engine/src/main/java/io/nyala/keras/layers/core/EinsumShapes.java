package io.nyala.keras.layers.core;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shapes an {@link EinsumDense} works with.
 *
 * @param kernel the kernel's
 * @param bias the bias'; null without one
 * @param output the output's; extents that were given as None stay unknown, as in Keras
 * @param inputAxes the kernel's axes that are summed over
 * @param outputAxes the kernel's axes that the output has
 */
record EinsumShapes(
    Shape kernel, Shape bias, Shape output, List<Integer> inputAxes, List<Integer> outputAxes) {

  private static final Pattern EQUATION =
      Pattern.compile("(\\.{3})?([a-zA-Z]+)(\\.{3})?,([a-zA-Z]+)->(\\.{3})?([a-zA-Z]+)(\\.{3})?");

  static EinsumShapes of(String equation, String biasAxes, Shape input, Shape sample) {
    Matcher parts = EQUATION.matcher(equation.replace(" ", ""));
    boolean fits =
        parts.matches()
            && (parts.group(1) == null) == (parts.group(5) == null)
            && (parts.group(3) == null) == (parts.group(7) == null);
    if (!fits) {
      throw KerasException.value(
          "Invalid einsum equation '"
              + equation
              + "'. Equations must be in the form [X],[Y]->[Z], ...[X],[Y]->...[Z], or"
              + " [X]...,[Y]->[Z]....");
    }
    boolean left = parts.group(1) != null;
    String in = parts.group(2);
    int elided = input.rank() - in.length();
    List<Integer> output = new ArrayList<>(List.of(input.dim(0)));
    for (int i = 1; left && i < elided; i++) {
      output.add(input.dim(i));
    }
    sample.forEach(each -> output.add(each == null ? Shape.UNKNOWN : each));
    for (int i = input.rank() - elided; !left && i < input.rank(); i++) {
      output.add(input.dim(i));
    }
    Letters letters =
        new Letters(equation, in, parts.group(6), left ? elided : 0, input, shape(output));
    return letters.shapes(parts.group(4), biasAxes, left ? 0 : elided);
  }

  /** The equation with a letter for every axis that its dots stand for. */
  static String spelled(String equation, int rank) {
    String text = equation.replace(" ", "");
    String in = text.substring(0, text.indexOf(',')).replace("...", "");
    StringBuilder letters = new StringBuilder();
    for (char letter = 'A'; letters.length() < rank - in.length(); letter++) {
      if (text.indexOf(letter) < 0) {
        letters.append(letter);
      }
    }
    return text.replace("...", letters);
  }

  private static Shape shape(List<Integer> dims) {
    return Shape.of(dims.stream().mapToInt(each -> each).toArray());
  }

  /** Which extents the letters of an equation stand for. */
  private record Letters(
      String equation, String in, String out, int skipped, Shape input, Shape output) {

    int input(char letter) {
      return input.dim(in.indexOf(letter) + skipped);
    }

    int output(char letter) {
      int extent = output.dim(out.indexOf(letter) + skipped);
      return extent == Shape.UNKNOWN && in.indexOf(letter) >= 0 ? input(letter) : extent;
    }

    EinsumShapes shapes(String kernel, String biasAxes, int after) {
      List<Integer> extents = new ArrayList<>();
      List<Integer> inputAxes = new ArrayList<>();
      List<Integer> outputAxes = new ArrayList<>();
      for (int i = 0; i < kernel.length(); i++) {
        char letter = kernel.charAt(i);
        if (out.indexOf(letter) >= 0) {
          extents.add(output(letter));
          outputAxes.add(i);
        } else if (in.indexOf(letter) >= 0) {
          extents.add(input(letter));
          inputAxes.add(i);
        } else {
          throw KerasException.value(
              "Weight dimension '" + letter + "' of '" + equation + "' is in neither side.");
        }
      }
      return new EinsumShapes(shape(extents), bias(biasAxes, after), output, inputAxes, outputAxes);
    }

    private Shape bias(String biasAxes, int after) {
      if (biasAxes == null || biasAxes.isEmpty()) {
        return null;
      }
      int first = out.length();
      for (char letter : biasAxes.toCharArray()) {
        if (out.indexOf(letter) < 0) {
          throw KerasException.value(
              "Bias dimension '"
                  + letter
                  + "' was requested, but is not part of the output spec '"
                  + out
                  + "'");
        }
        first = Math.min(first, out.indexOf(letter));
      }
      List<Integer> extents = new ArrayList<>();
      for (char letter : out.substring(first).toCharArray()) {
        extents.add(biasAxes.indexOf(letter) >= 0 ? output(letter) : 1);
      }
      for (int i = 0; i < after; i++) {
        extents.add(1);
      }
      return shape(extents);
    }
  }
}
