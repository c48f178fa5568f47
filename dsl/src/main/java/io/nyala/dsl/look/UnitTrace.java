package io.nyala.dsl.look;

import io.nyala.dsl.names.PyError;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.rnn.Bidirectional;
import io.nyala.keras.layers.rnn.RecurrentLayer;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens inside the first recurrent layer of a model, word by word.
 *
 * @param kind {@code SimpleRNN}, {@code LSTM} or {@code GRU}
 * @param layer the layer's name
 * @param units the numbers of the units that are shown, those that end up the most active
 * @param of how many units there are
 * @param steps one for each word
 */
record UnitTrace(String kind, String layer, int[] units, int of, List<Step> steps) {

  /**
   * One word.
   *
   * @param values the gates and states by name, each of all units
   * @param prediction what the model says of the words so far
   */
  record Step(String word, Map<String, double[]> values, double[] prediction) {}

  private static final int MOST_WORDS = 40;

  /**
   * Follows a text, or a list of ids, through a model.
   *
   * @param function who asks, for messages
   * @throws PyError {@code ValueError} if the model has no such layer or cannot read the text
   */
  static UnitTrace of(String function, Model model, Object text, int units) {
    WordChain chain = WordChain.of(function, model, text, MOST_WORDS);
    int at = chain.place(layer -> recurrent(layer) != null);
    if (at < 0) {
      throw chain.unfit("no layer is a SimpleRNN, LSTM or GRU");
    }
    RecurrentLayer recurrent = recurrent(chain.layers().get(at));
    Tensor sequence = chain.run(chain.next(), at, chain.ids());
    if (sequence.rank() != 3) {
      throw chain.unfit("the layer before " + recurrent.getName() + " should give a sequence");
    }
    Cell cell = new Cell(recurrent);
    List<Step> steps = new ArrayList<>();
    for (int t = 0; t < chain.words().size(); t++) {
      double[] prediction = prediction(chain.predict(chain.upTo(t)));
      steps.add(new Step(chain.words().get(t), cell.step(row(sequence, t)), prediction));
    }
    int[] shown = cell.mostActive(Math.max(1, units));
    return new UnitTrace(cell.kind, recurrent.getName(), shown, cell.count, steps);
  }

  private static RecurrentLayer recurrent(Layer layer) {
    if (layer instanceof Bidirectional both) {
      return both.layers().get(0) instanceof RecurrentLayer forward ? recurrent(forward) : null;
    }
    boolean known = List.of("SimpleRNN", "LSTM", "GRU").contains(layer.kerasClass().name());
    return known ? (RecurrentLayer) layer : null;
  }

  private static double[] prediction(Tensor output) {
    int width = output.rank() == 0 ? 1 : output.dim(-1);
    double[] last = new double[Math.min(width, 10)];
    Arrays.setAll(last, i -> output.getDouble(output.elements() - width + i));
    return last;
  }

  private static double[] row(Tensor sequence, int t) {
    int width = sequence.dim(2);
    double[] row = new double[width];
    Arrays.setAll(row, i -> sequence.getDouble(t * width + i));
    return row;
  }

  /** The layer's own numbers, computed step by step as its documentation states. */
  private static final class Cell {
    final String kind;
    final int count;
    private final double[][] kernel;
    private final double[][] recurrent;
    private final double[][] bias;
    private final Activation squash;
    private final Activation gate;
    private final boolean resetAfter;
    private double[] h;
    private double[] c;
    private final double[] most;

    Cell(RecurrentLayer layer) {
      kind = layer.kerasClass().name();
      List<Tensor> weights = layer.getWeights();
      kernel = matrix(weights.get(0));
      recurrent = matrix(weights.get(1));
      bias = weights.size() > 2 ? matrix(weights.get(2)) : null;
      count = recurrent.length;
      squash = layer.cell().arguments().get("activation", Activation.class);
      boolean gated = !kind.equals("SimpleRNN");
      gate = gated ? layer.cell().arguments().get("recurrent_activation", Activation.class) : null;
      resetAfter = kind.equals("GRU") && layer.cell().arguments().flag("reset_after");
      h = new double[count];
      c = new double[count];
      most = new double[count];
    }

    private static double[][] matrix(Tensor weights) {
      int rows = weights.rank() == 1 ? 1 : weights.dim(0);
      int columns = weights.dim(-1);
      double[][] all = new double[rows][columns];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          all[i][j] = weights.getDouble(i * columns + j);
        }
      }
      return all;
    }

    /** A row times a matrix, plus a row of the bias, for one gate. */
    private double[] share(double[] row, double[][] weights, int biasRow, int gateIndex) {
      double[] sums = new double[count];
      for (int j = 0; j < count; j++) {
        int column = gateIndex * count + j;
        double sum = bias != null && biasRow >= 0 ? bias[biasRow][column] : 0;
        for (int i = 0; i < row.length; i++) {
          sum += row[i] * weights[i][column];
        }
        sums[j] = sum;
      }
      return sums;
    }

    private double[] open(double[] x, Activation how, int index) {
      return apply(
          how, sum(share(x, kernel, 0, index), share(h, recurrent, resetAfter ? 1 : -1, index)));
    }

    private static double[] apply(Activation how, double[] values) {
      Tensor result = how.apply(Tensor.of(Shape.of(1, values.length), values));
      double[] all = new double[values.length];
      Arrays.setAll(all, result::getDouble);
      return all;
    }

    private static double[] sum(double[] a, double[] b) {
      double[] all = new double[a.length];
      Arrays.setAll(all, i -> a[i] + b[i]);
      return all;
    }

    private static double[] product(double[] a, double[] b) {
      double[] all = new double[a.length];
      Arrays.setAll(all, i -> a[i] * b[i]);
      return all;
    }

    Map<String, double[]> step(double[] x) {
      Map<String, double[]> values = new LinkedHashMap<>();
      values.put("h before", h);
      switch (kind) {
        case "LSTM" -> lstm(x, values);
        case "GRU" -> gru(x, values);
        default -> h = open(x, squash, 0);
      }
      values.put("h", h);
      for (int i = 0; i < count; i++) {
        most[i] += Math.abs(h[i]);
      }
      return values;
    }

    private void lstm(double[] x, Map<String, double[]> values) {
      double[] i = open(x, gate, 0);
      double[] f = open(x, gate, 1);
      double[] candidate = open(x, squash, 2);
      double[] o = open(x, gate, 3);
      values.put("c before", c);
      values.put("forget f", f);
      values.put("input i", i);
      values.put("candidate", candidate);
      values.put("output o", o);
      c = sum(product(f, c), product(i, candidate));
      values.put("c", c);
      h = product(o, apply(squash, c));
    }

    private void gru(double[] x, Map<String, double[]> values) {
      double[] z = open(x, gate, 0);
      double[] r = open(x, gate, 1);
      double[] own = share(x, kernel, 0, 2);
      double[] before =
          resetAfter
              ? product(r, share(h, recurrent, 1, 2))
              : share(product(r, h), recurrent, -1, 2);
      double[] candidate = apply(squash, sum(own, before));
      values.put("update z", z);
      values.put("reset r", r);
      values.put("candidate", candidate);
      double[] next = new double[count];
      double[] last = h;
      Arrays.setAll(next, j -> z[j] * last[j] + (1 - z[j]) * candidate[j]);
      h = next;
    }

    int[] mostActive(int wanted) {
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(most[b], most[a]));
      return Arrays.stream(order).limit(wanted).mapToInt(i -> i).sorted().toArray();
    }
  }
}
