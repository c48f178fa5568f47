package io.nyala.dsl.show;

import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model's layers as boxes and what flows between them as lines, from top to bottom. */
public final class ModelGraph {
  private static final int CHARACTERS = 56;
  private static final int GAP_X = 30;
  private static final int GAP_Y = 34;
  private static final int LINE = 18;

  /**
   * What is written into a box.
   *
   * @param shapes the output's shape
   * @param types the layer's type
   * @param names the layer's own name
   * @param nested what is inside models that are layers
   */
  public record Options(boolean shapes, boolean types, boolean names, boolean nested) {}

  /** A box: what it says and the boxes that feed it. */
  private static final class Box {
    final List<String> lines = new ArrayList<>();
    final List<Box> from = new ArrayList<>();
    int level;
    double order;
    int x;
    int y;

    boolean comesFrom(Box other) {
      return this == other || from.stream().anyMatch(before -> before.comesFrom(other));
    }

    int tall() {
      return 12 + LINE * lines.size();
    }
  }

  private final Options options;
  private final List<Box> boxes = new ArrayList<>();
  private final Map<Layer, Box> byLayer = new IdentityHashMap<>();
  private final String title;
  private int wide;
  private int width;
  private int height;

  private ModelGraph(Model model, Options options) {
    this.options = options;
    this.title = "Model " + model.getName();
    add(model, List.of());
    level();
    place();
  }

  /** The drawing, as SVG in the page's own ink. */
  public static ModelGraph of(Model model, Options options) {
    return new ModelGraph(model, options);
  }

  /** Adds a model's layers, fed by these boxes; gives the boxes of its outputs. */
  private List<Box> add(Model model, List<Box> inputs) {
    return model instanceof Functional functional
        ? graph(functional, inputs)
        : chain(model, inputs);
  }

  private List<Box> chain(Model model, List<Box> inputs) {
    List<Box> last = inputs;
    for (Summary.Row row : Summary.rows(model)) {
      last = layer(row.layer(), row.outputShape(), last);
    }
    return last;
  }

  private List<Box> graph(Functional model, List<Box> inputs) {
    Map<KerasTensor, List<Box>> made = new HashMap<>();
    int input = 0;
    for (Node node : model.nodes()) {
      List<Box> from = new ArrayList<>();
      for (KerasTensor each : node.inputs()) {
        from.addAll(made.getOrDefault(each, List.of()));
      }
      List<Box> drawn;
      if (node.inputs().isEmpty() && !inputs.isEmpty()) {
        drawn = List.of(inputs.get(Math.min(input++, inputs.size() - 1)));
      } else {
        String shape = node.outputs().get(0).shape().toString();
        drawn = layer(node.layer(), shape, from);
      }
      node.outputs().forEach(output -> made.put(output, drawn));
    }
    List<Box> last = new ArrayList<>();
    model.outputs().tensors().forEach(output -> last.addAll(made.getOrDefault(output, List.of())));
    return last;
  }

  private List<Box> layer(Layer layer, String shape, List<Box> from) {
    if (options.nested() && layer instanceof Model inner && !from.isEmpty()) {
      return add(inner, from);
    }
    Box shared = byLayer.get(layer);
    if (shared != null && from.stream().noneMatch(each -> each.comesFrom(shared))) {
      shared.from.addAll(from);
      return List.of(shared);
    }
    Box box = new Box();
    byLayer.put(layer, box);
    String kind = layer.kerasClass().name();
    box.lines.add(options.names() ? layer.getName() + " (" + kind + ")" : kind);
    if (options.shapes()) {
      box.lines.add("output shape: " + shape);
    }
    if (options.types()) {
      box.lines.add("type: " + layer.dtype());
    }
    box.from.addAll(from);
    boxes.add(box);
    return List.of(box);
  }

  /** A shared box may be fed by later ones, so levels are raised until none needs it. */
  private void level() {
    boolean raised = true;
    while (raised) {
      raised = false;
      for (Box box : boxes) {
        for (Box before : box.from) {
          raised |= box.level <= before.level;
          box.level = Math.max(box.level, before.level + 1);
        }
      }
    }
  }

  /** Rows by level; within a row, each box as near as may be to the boxes that feed it. */
  private void place() {
    Map<Integer, List<Box>> rows = new LinkedHashMap<>();
    boxes.forEach(box -> rows.computeIfAbsent(box.level, level -> new ArrayList<>()).add(box));
    int longest =
        boxes.stream().flatMap(b -> b.lines.stream()).mapToInt(String::length).max().orElse(0);
    wide = Math.max(150, 24 + 8 * Math.min(CHARACTERS, longest));
    int most = rows.values().stream().mapToInt(List::size).max().orElse(1);
    width = most * (wide + GAP_X) + GAP_X;
    int y = 10;
    for (int level = 0; rows.containsKey(level); level++) {
      List<Box> row = rows.get(level);
      row.forEach(
          box -> box.order = box.from.stream().mapToInt(from -> from.x).average().orElse(0));
      row.sort(java.util.Comparator.comparingDouble(box -> box.order));
      int left = (width - row.size() * (wide + GAP_X) + GAP_X) / 2;
      int tall = 0;
      for (Box box : row) {
        box.x = left;
        box.y = y;
        left += wide + GAP_X;
        tall = Math.max(tall, box.tall());
      }
      y += tall + GAP_Y;
    }
    height = Math.max(20, y - GAP_Y + 10);
  }

  /** As a notebook shows it. */
  public MimeBundle bundle() {
    return MimeBundle.text("<IPython.core.display.Image object>")
        .with(
            "text/html",
            "<div>" + Still.SHEET + Still.image(width, height, description(), file()) + "</div>")
        .with("image/svg+xml", file());
  }

  /** A file of its own, black on white. */
  public String file() {
    StringBuilder out = new StringBuilder();
    boxes.forEach(box -> box.from.forEach(from -> line(out, from, box)));
    boxes.forEach(box -> box(out, box));
    String body = out.toString().replace("currentColor", Still.INK);
    return Still.file(width, height, 13, description(), body);
  }

  /** Pixels from left to right. */
  public int width() {
    return width;
  }

  /** Pixels from top to bottom. */
  public int height() {
    return height;
  }

  private String description() {
    List<String> names = boxes.stream().map(box -> box.lines.get(0)).toList();
    return title + ": " + String.join(", ", names);
  }

  private void line(StringBuilder out, Box from, Box to) {
    int x1 = from.x + wide / 2;
    int y1 = from.y + from.tall();
    int x2 = to.x + wide / 2;
    int y2 = to.y;
    int middle = (y1 + y2) / 2;
    out.append(
        String.format(
            "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"currentColor\""
                + " stroke-opacity=\"0.6\"/><path d=\"M%d %dl-4 -8h8z\" fill=\"currentColor\"/>",
            x1, y1, x1, middle, x2, middle, x2, y2 - 6, x2, y2));
  }

  private void box(StringBuilder out, Box box) {
    out.append(
        String.format(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"#0072b2\""
                + " fill-opacity=\"0.12\" stroke=\"currentColor\" stroke-opacity=\"0.5\"/>",
            box.x, box.y, wide, box.tall()));
    for (int i = 0; i < box.lines.size(); i++) {
      String line = box.lines.get(i);
      String shown = line.length() > CHARACTERS ? line.substring(0, CHARACTERS - 1) + "…" : line;
      out.append(
          String.format(
              "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"currentColor\"%s>%s</text>",
              box.x + wide / 2,
              box.y + 18 + i * LINE,
              i == 0 ? " font-weight=\"bold\"" : "",
              Html.escape(shown)));
    }
  }
}
