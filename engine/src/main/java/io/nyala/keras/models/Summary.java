package io.nyala.keras.models;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of {@code model.summary()}, character for character Keras'. */
public final class Summary {

  /** The arguments of {@code model.summary}. */
  public static final ArgTable ARGS =
      ArgTable.of(
          "summary",
          Arg.of("line_length", ArgTypes.POSITIVE_INT, null, "The width of a line."),
          Arg.of("positions", ArgTypes.listOf(ArgTypes.FLOAT), null, "Where columns end, 0 to 1."),
          Arg.of("print_fn", ArgTypes.ANY, null, "Receives the text instead of the output."),
          Arg.of("expand_nested", ArgTypes.BOOL, false, "Whether to list layers of models inside."),
          Arg.of("show_trainable", ArgTypes.BOOL, false, "Whether to say which layers learn."),
          Arg.of(
              "layer_range",
              ArgTypes.listOf(ArgTypes.STRING),
              null,
              "The first and last layer to list."));

  private static final int TERMINAL = 80;

  private final Model model;
  private final Arguments args;
  private final boolean connected;
  private final boolean showTrainable;

  private Summary(Model model, Arguments args) {
    this.model = model;
    this.args = args;
    this.connected = model instanceof Functional functional && branches(functional);
    this.showTrainable = args.flag("show_trainable");
  }

  /** The summary of a model for a terminal of 80 columns. */
  public static String of(Model model, Arguments args) {
    return of(model, args, TERMINAL);
  }

  /** The summary of a model for a terminal of this width. */
  public static String of(Model model, Arguments args, int columns) {
    return new Summary(model, args).text(columns);
  }

  /**
   * A layer as a summary lists it.
   *
   * @param outputShape as printed
   */
  public record Row(Layer layer, String outputShape) {}

  /** The layers of a model, in the summary's order. */
  public static List<Row> rows(Model model) {
    Map<Layer, List<Shape>> chain =
        model instanceof Sequential sequential ? sequential.shapesInChain() : Map.of();
    return model.layers().stream()
        .map(layer -> new Row(layer, shape(layer, chain.get(layer))))
        .toList();
  }

  private String text(int columns) {
    TextTable table = table(columns);
    Map<Layer, List<Shape>> chain =
        model instanceof Sequential sequential ? sequential.shapesInChain() : Map.of();
    for (Layer layer : range(model.layers())) {
      rows(table, layer, 0, chain);
    }
    StringBuilder out = new StringBuilder("Model: \"" + model.getName() + "\"\n");
    out.append(table.render());
    List<Variable> trainable = model.trainableWeights();
    List<Variable> fixed = model.nonTrainableWeights();
    boolean trained = model.getOptimizer() != null && model.getOptimizer().isBuilt();
    List<Variable> state = trained ? model.getOptimizer().variables() : List.<Variable>of();
    line(
        out,
        "Total",
        count(trainable) + count(fixed) + count(state),
        bytes(trainable) + bytes(fixed) + bytes(state));
    line(out, "Trainable", count(trainable), bytes(trainable));
    line(out, "Non-trainable", count(fixed), bytes(fixed));
    if (trained) {
      line(out, "Optimizer", count(state), bytes(state));
    }
    return out.toString();
  }

  private TextTable table(int columns) {
    List<Double> positions =
        new ArrayList<>(connected ? List.of(0.3, 0.56, 0.74, 1.0) : List.of(0.45, 0.80, 1.0));
    List<String> header = new ArrayList<>(List.of("Layer (type)", "Output Shape", "Param #"));
    List<TextTable.Align> align =
        new ArrayList<>(List.of(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.RIGHT));
    int length = connected ? 108 : 88;
    if (connected) {
      header.add("Connected to");
      align.add(TextTable.Align.LEFT);
    }
    if (args.get("positions") instanceof List<?> given) {
      positions.clear();
      given.forEach(position -> positions.add((Double) position));
    }
    if (showTrainable) {
      length += 12;
      positions.replaceAll(position -> position * 0.90);
      positions.add(1.0);
      header.add("Trainable");
      align.add(TextTable.Align.CENTER);
    }
    length = Math.min(length, columns - 4);
    if (args.integer("line_length") != null) {
      length = args.integer("line_length");
    }
    int[] widths = widths(positions, length);
    if (widths.length < header.size()) {
      throw KerasException.value(
          "`positions` should say where each of the columns "
              + header
              + " ends; received "
              + args.get("positions"));
    }
    return new TextTable(header, align, Arrays.copyOf(widths, header.size()), length);
  }

  private static int[] widths(List<Double> positions, int length) {
    int[] widths = new int[positions.size()];
    int current = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = (int) (positions.get(i) * length) - current;
      if (widths[i] < 4) {
        throw KerasException.value("Insufficient console width to print summary.");
      }
      current += widths[i];
    }
    return widths;
  }

  private List<Layer> range(List<Layer> layers) {
    if (!(args.get("layer_range") instanceof List<?> range)) {
      return layers;
    }
    if (range.size() != 2) {
      throw KerasException.value(
          "layer_range must be a list or tuple of length 2. Received: layer_range = "
              + range
              + " of length "
              + range.size());
    }
    Pattern first = Pattern.compile((String) range.get(0));
    Pattern last = Pattern.compile((String) range.get(1));
    int from = -1;
    int to = -1;
    for (int i = 0; i < layers.size(); i++) {
      String name = layers.get(i).getName();
      if (from < 0 && first.matcher(name).lookingAt()) {
        from = i;
      }
      if (last.matcher(name).lookingAt()) {
        to = i;
      }
    }
    if (from < 0 || to < 0) {
      throw KerasException.value(
          "Passed layer_names do not match the layer names in the model. Received: " + range);
    }
    return layers.subList(Math.min(from, to), Math.max(from, to) + 1);
  }

  private void rows(TextTable table, Layer layer, int level, Map<Layer, List<Shape>> chain) {
    String prefix = level == 0 ? "" : "   ".repeat(level) + "└ ";
    List<String> cells = new ArrayList<>();
    cells.add(prefix + layer.getName() + " (" + layer.kerasClass().name() + ")");
    cells.add(shape(layer, chain.get(layer)));
    cells.add(
        layer.isBuilt() ? String.format(Locale.ROOT, "%,d", layer.countParams()) : "0 (unbuilt)");
    if (connected) {
      cells.add(connections(layer));
    }
    if (showTrainable) {
      cells.add(layer.weights().isEmpty() ? "-" : layer.isTrainable() ? "Y" : "N");
    }
    table.add(cells);
    if (args.flag("expand_nested") && layer instanceof Model inner) {
      inner.layers().forEach(each -> rows(table, each, level + 1, Map.of()));
    }
  }

  private static String shape(Layer layer, List<Shape> inChain) {
    List<Shape> shapes;
    if (inChain != null) {
      shapes = inChain;
    } else if (!layer.calls().isEmpty()) {
      List<Node> calls = layer.calls();
      shapes = calls.get(calls.size() - 1).outputs().stream().map(KerasTensor::shape).toList();
    } else if (layer.builtFor() != null) {
      shapes = layer.outputShapes(layer.builtFor());
    } else {
      return "?";
    }
    return shapes.size() == 1
        ? plain(shapes.get(0))
        : shapes.stream().map(Summary::plain).collect(Collectors.joining(", ", "[", "]"));
  }

  /** As Keras writes it here: a single extent without Python's trailing comma. */
  private static String plain(Shape shape) {
    return shape.toString().replace(",)", ")");
  }

  private String connections(Layer layer) {
    List<String> from = new ArrayList<>();
    for (Node node : ((Functional) model).nodes()) {
      if (node.layer() == layer) {
        for (KerasTensor input : node.inputs()) {
          from.add(
              input.node().layer().getName()
                  + "["
                  + input.node().callIndex()
                  + "]["
                  + input.index()
                  + "]");
        }
      }
    }
    return from.isEmpty() ? "-" : String.join(", ", from);
  }

  /** True unless every call has one input and feeds the next. */
  private static boolean branches(Functional model) {
    List<Layer> seen = new ArrayList<>();
    int inputs = 0;
    for (Node node : model.nodes()) {
      if (node.inputs().isEmpty()) {
        inputs++;
      }
      if (node.inputs().size() > 1 || seen.contains(node.layer())) {
        return true;
      }
      seen.add(node.layer());
    }
    return inputs > 1 || model.hasParallelCalls();
  }

  private static long count(List<Variable> weights) {
    return weights.stream().mapToLong(w -> w.shape().elements()).sum();
  }

  private static long bytes(List<Variable> weights) {
    return weights.stream().mapToLong(w -> w.shape().elements() * size(w.dtype())).sum();
  }

  private static long size(DType type) {
    return switch (type) {
      case BOOL, UINT8 -> 1;
      case INT64, FLOAT64 -> 8;
      default -> 4;
    };
  }

  private static void line(StringBuilder out, String what, long count, long bytes) {
    out.append(
        String.format(Locale.ROOT, " %s params: %,d (%s)%n", what, count, readable(bytes))
            .replace(System.lineSeparator(), "\n"));
  }

  /** Bytes in the largest unit that leaves at least 1. */
  private static String readable(long bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB", "PB"};
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < units.length - 1) {
      amount /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", amount, units[unit]);
  }
}
