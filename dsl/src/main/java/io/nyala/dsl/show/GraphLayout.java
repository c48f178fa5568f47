package io.nyala.dsl.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Where the boxes of a model's graph stand: level by level in the direction of the flow, within a
 * level each as near as may be to the boxes that feed it; and how they are joined.
 */
final class GraphLayout {
  private static final int EDGE = 10;
  private static final int BESIDE = 30;
  private static final int BETWEEN = 36;

  private final int wide;
  private final boolean across;
  private final int turn;
  private final String splines;
  private int width;
  private int height;

  /**
   * Places boxes.
   *
   * @param wide how wide each box is
   * @param direction TB, BT, LR or RL
   * @param splines how lines run: "ortho", "curved" or "line"
   */
  GraphLayout(List<ModelGraph.Box> boxes, int wide, String direction, String splines) {
    this.wide = wide;
    this.across = direction.equals("LR") || direction.equals("RL");
    this.turn = direction.equals("BT") || direction.equals("RL") ? -1 : 1;
    this.splines = splines;
    TreeMap<Integer, List<ModelGraph.Box>> levels = new TreeMap<>();
    boxes.forEach(box -> levels.computeIfAbsent(box.level, level -> new ArrayList<>()).add(box));
    int most = levels.values().stream().mapToInt(this::length).max().orElse(0) + 2 * BESIDE;
    int at = EDGE;
    for (List<ModelGraph.Box> level : levels.values()) {
      at += place(level, at, most) + BETWEEN;
    }
    int far = Math.max(20, at - BETWEEN + EDGE);
    this.width = across ? far : most;
    this.height = across ? most : far;
    if (turn < 0) {
      boxes.forEach(this::mirror);
    }
  }

  int wide() {
    return wide;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** How long a level is, beside the flow. */
  private int length(List<ModelGraph.Box> level) {
    int all = level.stream().mapToInt(box -> across ? box.tall() : wide).sum();
    return all + (level.size() - 1) * BESIDE;
  }

  /** Places a level; gives how deep it is, along the flow. */
  private int place(List<ModelGraph.Box> level, int at, int most) {
    level.forEach(
        box ->
            box.order =
                box.from.stream().mapToInt(from -> across ? from.y : from.x).average().orElse(0));
    level.sort(Comparator.comparingDouble(box -> box.order));
    int beside = (most - length(level)) / 2;
    int deep = 0;
    for (ModelGraph.Box box : level) {
      box.x = across ? at : beside;
      box.y = across ? beside : at;
      beside += (across ? box.tall() : wide) + BESIDE;
      deep = Math.max(deep, across ? wide : box.tall());
    }
    return deep;
  }

  private void mirror(ModelGraph.Box box) {
    if (across) {
      box.x = width - box.x - wide;
    } else {
      box.y = height - box.y - box.tall();
    }
  }

  /** The line from one box to another, with its head. */
  String line(ModelGraph.Box from, ModelGraph.Box to) {
    int dx = across ? turn : 0;
    int dy = across ? 0 : turn;
    int x1 = from.x + wide / 2 + dx * wide / 2;
    int y1 = from.y + from.tall() / 2 + dy * (from.tall() + 1) / 2;
    int x2 = to.x + wide / 2 - dx * wide / 2;
    int y2 = to.y + to.tall() / 2 - dy * (to.tall() + 1) / 2;
    return String.format(
        Locale.ROOT,
        "<path d=\"M%d %d%s\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.6\"/>"
            + "<path d=\"M%d %dl%d %dl%d %dz\" fill=\"currentColor\"/>",
        x1,
        y1,
        way(x1, y1, x2 - 6 * dx, y2 - 6 * dy),
        x2,
        y2,
        -8 * dx - 4 * dy,
        -8 * dy - 4 * dx,
        8 * dy,
        8 * dx);
  }

  private String way(int x1, int y1, int x2, int y2) {
    boolean straight = across ? y1 == y2 : x1 == x2;
    if (straight || splines.equals("line")) {
      return String.format(Locale.ROOT, "L%d %d", x2, y2);
    }
    int x = (x1 + x2) / 2;
    int y = (y1 + y2) / 2;
    if (splines.equals("curved")) {
      return across
          ? String.format(Locale.ROOT, "C%d %d %d %d %d %d", x, y1, x, y2, x2, y2)
          : String.format(Locale.ROOT, "C%d %d %d %d %d %d", x1, y, x2, y, x2, y2);
    }
    return across
        ? String.format(Locale.ROOT, "H%dV%dH%d", x, y2, x2)
        : String.format(Locale.ROOT, "V%dH%dV%d", y, x2, y2);
  }

  /** Left and upper edge, width and height of a frame around boxes, with room for its name. */
  int[] around(List<ModelGraph.Box> boxes) {
    int left = boxes.stream().mapToInt(box -> box.x).min().orElse(0) - 8;
    int top = boxes.stream().mapToInt(box -> box.y).min().orElse(0) - 18;
    int right = boxes.stream().mapToInt(box -> box.x + wide).max().orElse(0) + 8;
    int bottom = boxes.stream().mapToInt(box -> box.y + box.tall()).max().orElse(0) + 8;
    return new int[] {left, top, right - left, bottom - top};
  }

  /** Whether a box stands in a frame. */
  boolean meets(ModelGraph.Box box, int[] room) {
    return box.x < room[0] + room[2]
        && box.x + wide > room[0]
        && box.y < room[1] + room[3]
        && box.y + box.tall() > room[1];
  }
}
