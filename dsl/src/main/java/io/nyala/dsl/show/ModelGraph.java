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
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A model's layers as boxes and what flows between them as lines, as {@code keras.utils.plot_model}
 * draws them.
 */
public final class ModelGraph {
  private static final int CHARACTERS = 56;
  private static final int LINE = 18;
  private static final int LABEL = 12;

  /**
   * What is written into a box, and how boxes are joined.
   *
   * @param shapes the shapes of what comes in and goes out
   * @param types the type of what goes out
   * @param names the layer's own name
   * @param nested what is inside models that are layers, in a frame
   * @param activations the layer's activation, if it has one
   * @param trainable whether its weights are trained
   * @param direction TB, BT, LR or RL: from where to where data flow
   * @param splines how lines run: "ortho", "curved" or "line"
   */
  public record Options(
      boolean shapes,
      boolean types,
      boolean names,
      boolean nested,
      boolean activations,
      boolean trainable,
      String direction,
      String splines) {}

  /** A box: what it says, what goes out of it, and the boxes that feed it. */
  static final class Box {
    final List<String> lines = new ArrayList<>();
    final List<Box> from = new ArrayList<>();
    String shape = "";
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

  /** A model that is a layer: its name, and the boxes inside. */
  private record Group(String name, List<Box> boxes) {}

  private final Options options;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<Layer, Box> byLayer = new IdentityHashMap<>();
  private final String title;
  private final GraphLayout layout;

  private ModelGraph(Model model, Options options) {
    this.options = options;
    this.title = "Model " + model.getName();
    add(model, List.of());
    level();
    int longest =
        boxes.stream().flatMap(b -> b.lines.stream()).mapToInt(String::length).max().orElse(0);
    int wide = Math.max(150, 24 + 8 * Math.min(CHARACTERS, longest));
    this.layout = new GraphLayout(boxes, wide, options.direction(), options.splines());
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
      int first = boxes.size();
      List<Box> last = add(inner, from);
      groups.add(new Group(layer.getName(), List.copyOf(boxes.subList(first, boxes.size()))));
      return last;
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
    box.shape = shape;
    box.from.addAll(from);
    tell(box, layer);
    boxes.add(box);
    return List.of(box);
  }

  private void tell(Box box, Layer layer) {
    Object activation = layer.getConfig().get("activation");
    if (options.activations() && activation != null) {
      box.lines.add(
          "Activation: "
              + (activation instanceof Map<?, ?> map ? map.get("class_name") : activation));
    }
    if (options.shapes()) {
      List<String> in = box.from.stream().map(each -> each.shape).toList();
      if (!in.isEmpty()) {
        box.lines.add("Input shape: " + (in.size() == 1 ? in.get(0) : in));
      }
      box.lines.add("Output shape: " + box.shape);
    }
    if (options.types()) {
      box.lines.add("Output dtype: " + layer.dtype());
    }
    if (options.trainable() && !layer.weights().isEmpty()) {
      box.lines.add(layer.isTrainable() ? "Trainable" : "Non-trainable");
    }
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

  /** As a notebook shows it. */
  public MimeBundle bundle() {
    return MimeBundle.text("<IPython.core.display.Image object>")
        .with(
            "text/html",
            "<div>"
                + Still.SHEET
                + Still.image(width(), height(), description(), file())
                + "</div>")
        .with("image/svg+xml", file());
  }

  /** A file of its own, black on white. */
  public String file() {
    StringBuilder out = new StringBuilder();
    groups.forEach(group -> frame(out, group));
    boxes.forEach(box -> box.from.forEach(from -> out.append(layout.line(from, box))));
    boxes.forEach(box -> box(out, box));
    String body = out.toString().replace("currentColor", Still.INK);
    return Still.file(width(), height(), 13, description(), body);
  }

  /** Pixels from left to right. */
  public int width() {
    return layout.width();
  }

  /** Pixels from top to bottom. */
  public int height() {
    return layout.height();
  }

  private String description() {
    List<String> names = boxes.stream().map(box -> box.lines.get(0)).toList();
    return title + ": " + String.join(", ", names);
  }

  /** Around the layers of a model, where no other layer stands among them. */
  private void frame(StringBuilder out, Group group) {
    int[] room = layout.around(group.boxes);
    boolean apart =
        boxes.stream()
            .filter(box -> !group.boxes.contains(box))
            .noneMatch(b -> layout.meets(b, room));
    if (apart) {
      out.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %dh%dv%dh%dz\" fill=\"none\" stroke=\"currentColor\""
                  + " stroke-opacity=\"0.5\" stroke-dasharray=\"5 4\"/>"
                  + "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"currentColor\">%s</text>",
              room[0],
              room[1],
              room[2],
              room[3],
              -room[2],
              room[0] + 6,
              room[1] + LABEL + 1,
              LABEL,
              Html.escape(group.name)));
    }
  }

  private void box(StringBuilder out, Box box) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"#0072b2\""
                + " fill-opacity=\"0.12\" stroke=\"currentColor\" stroke-opacity=\"0.5\"/>",
            box.x,
            box.y,
            layout.wide(),
            box.tall()));
    for (int i = 0; i < box.lines.size(); i++) {
      String line = box.lines.get(i);
      String shown = line.length() > CHARACTERS ? line.substring(0, CHARACTERS - 1) + "…" : line;
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"currentColor\"%s>%s</text>",
              box.x + layout.wide() / 2,
              box.y + 18 + i * LINE,
              i == 0 ? " font-weight=\"bold\"" : "",
              Html.escape(shown)));
    }
  }
}
