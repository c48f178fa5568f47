package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Sums of products named by letters: {@code einsum("bij,bjk->bik", a, b)}. Made of transposition,
 * product and sum, so gradients flow. Source: numpy.einsum.
 */
public final class Einsum {

  private Einsum() {}

  /**
   * The sum over all letters that the result does not name.
   *
   * @param equation one group of letters per tensor, {@code ->}, the result's letters; without an
   *     arrow, the letters that come once, in alphabetical order; {@code ...} for leading axes
   * @throws IllegalArgumentException if letters and shapes do not fit
   */
  public static Tensor einsum(String equation, List<Tensor> tensors) {
    String text = equation.replace(" ", "");
    if (text.contains("...")) {
      EinsumDots spelled = EinsumDots.spell(text, tensors);
      return einsum(spelled.equation(), spelled.tensors());
    }
    int arrow = text.indexOf("->");
    String[] inputs = (arrow < 0 ? text : text.substring(0, arrow)).split(",", -1);
    String output = arrow < 0 ? once(inputs) : text.substring(arrow + 2);
    check(equation, inputs, output, tensors);
    String letters = inputs[0];
    Tensor product = diagonal(tensors.get(0), letters);
    letters = distinct(letters);
    for (int i = 1; i < inputs.length; i++) {
      String later = output + String.join("", Arrays.asList(inputs).subList(i + 1, inputs.length));
      Tensor next = diagonal(tensors.get(i), inputs[i]);
      String nextLetters = distinct(inputs[i]);
      String kept = keep(letters + nextLetters, later);
      product = pair(product, letters, next, nextLetters, kept);
      letters = kept;
    }
    return arrange(product, letters, output);
  }

  /** The letters that come once, in order. */
  static String once(String[] inputs) {
    String all = String.join("", inputs);
    StringBuilder out = new StringBuilder();
    for (char letter : new TreeSet<>(all.chars().mapToObj(c -> (char) c).toList())) {
      if (all.indexOf(letter) == all.lastIndexOf(letter)) {
        out.append(letter);
      }
    }
    return out.toString();
  }

  private static void check(String equation, String[] inputs, String output, List<Tensor> tensors) {
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
    Map<Character, Integer> extents = new LinkedHashMap<>();
    for (int k = 0; k < inputs.length; k++) {
      if (inputs[k].length() != tensors.get(k).rank()) {
        throw new IllegalArgumentException(
            "einsum('"
                + equation
                + "'): '"
                + inputs[k]
                + "' does not name the axes of shape "
                + tensors.get(k).shape()
                + ".");
      }
      for (int i = 0; i < inputs[k].length(); i++) {
        Integer before = extents.putIfAbsent(inputs[k].charAt(i), tensors.get(k).dim(i));
        if (before != null && before != tensors.get(k).dim(i)) {
          throw new IllegalArgumentException(
              "einsum('"
                  + equation
                  + "'): axis '"
                  + inputs[k].charAt(i)
                  + "' has both extent "
                  + before
                  + " and "
                  + tensors.get(k).dim(i)
                  + ".");
        }
      }
    }
    if (output.chars().anyMatch(c -> !extents.containsKey((char) c))
        || distinct(output).length() != output.length()) {
      throw new IllegalArgumentException(
          "einsum('"
              + equation
              + "'): the result's letters must each come once, and come from the"
              + " inputs.");
    }
  }

  private static String distinct(String letters) {
    StringBuilder out = new StringBuilder();
    letters.chars().distinct().forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static String keep(String letters, String wanted) {
    StringBuilder out = new StringBuilder();
    distinct(letters)
        .chars()
        .filter(c -> wanted.indexOf(c) >= 0)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  /** Axes of one letter that comes twice become their diagonal. */
  private static Tensor diagonal(Tensor x, String letters) {
    String distinct = distinct(letters);
    if (distinct.length() == letters.length()) {
      return x;
    }
    int[] strides = x.shape().strides();
    int[] dims = new int[distinct.length()];
    int[] steps = new int[distinct.length()];
    for (int i = 0; i < letters.length(); i++) {
      int at = distinct.indexOf(letters.charAt(i));
      dims[at] = x.dim(i);
      steps[at] += strides[i];
    }
    Shape shape = Shape.of(dims);
    return Indexing.pick(x, Walk.indices(shape, steps), shape);
  }

  /** The product of two tensors, summed over the letters that are not kept, as one matmul. */
  private static Tensor pair(Tensor a, String la, Tensor b, String lb, String kept) {
    StringBuilder batch = new StringBuilder();
    StringBuilder sum = new StringBuilder();
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (char c : la.toCharArray()) {
      boolean both = lb.indexOf(c) >= 0;
      boolean stays = kept.indexOf(c) >= 0;
      (both ? stays ? batch : sum : left).append(c);
    }
    lb.chars().filter(c -> la.indexOf(c) < 0).forEach(c -> right.append((char) c));
    String leftKept = keep(left.toString(), kept);
    String rightKept = keep(right.toString(), kept);
    Tensor x = arrange(a, la, batch + leftKept + sum);
    Tensor y = arrange(b, lb, batch + "" + sum + rightKept);
    int shared = batch.length();
    Shape lead = x.shape().slice(0, shared);
    Shape rows = x.shape().slice(shared, shared + leftKept.length());
    Shape columns = y.shape().slice(shared + sum.length(), y.rank());
    int inner = y.shape().slice(shared, shared + sum.length()).elements();
    Tensor product =
        Matrix.matmul(
            Shapes.reshape(x, Shape.of(lead.elements(), rows.elements(), inner)),
            Shapes.reshape(y, Shape.of(lead.elements(), inner, columns.elements())));
    Tensor shaped = Shapes.reshape(product, lead.concat(rows).concat(columns));
    return arrange(shaped, batch + leftKept + rightKept, kept);
  }

  /** Axes in the wanted order, summed over those not wanted. */
  private static Tensor arrange(Tensor x, String letters, String wanted) {
    List<Integer> gone = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      if (wanted.indexOf(letters.charAt(i)) < 0) {
        gone.add(i);
      }
    }
    Tensor summed =
        gone.isEmpty() ? x : Reduce.sum(x, gone.stream().mapToInt(i -> i).toArray(), false);
    String left = keep(letters, wanted);
    int[] order = wanted.chars().map(left::indexOf).toArray();
    boolean same = left.equals(wanted);
    return same ? summed : Shapes.transpose(summed, order);
  }
}
