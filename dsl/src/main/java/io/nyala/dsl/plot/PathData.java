package io.nyala.dsl.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code d} of a path: moves, lines and curves. Source: SVG 2, chapter 9.
 *
 * @param steps in places on the whole drawing, never from the last place
 */
record PathData(List<Step> steps) {
  private static final Pattern TOKEN =
      Pattern.compile("([A-Za-z])|[-+]?(?:\\d*\\.\\d+|\\d+\\.?)(?:[eE][-+]?\\d+)?");
  private static final String KNOWN = "MLHVCQZ";
  private static final int[] COUNTS = {2, 2, 1, 1, 6, 4, 0};

  /** Places are kept to the tenth of a pixel. */
  private static final double PARTS = 10;

  /** How far a point may be from a line, in pixels, to be left out; Matplotlib's is a ninth. */
  private static final double NEAR = 0.05;

  /**
   * One command.
   *
   * @param to x and y by turns
   */
  private record Step(char command, double[] to) {}

  /** Null if there is a command in it other than moves, lines and curves by absolute places. */
  static PathData of(String d) {
    List<Step> steps = new ArrayList<>();
    Matcher token = TOKEN.matcher(d);
    boolean more = token.find();
    char command = ' ';
    while (more) {
      if (token.group(1) != null) {
        command = token.group().charAt(0);
        more = token.find();
      } else if (command == 'M') {
        command = 'L';
      }
      int kind = KNOWN.indexOf(command);
      if (kind < 0) {
        return null;
      }
      double[] numbers = new double[COUNTS[kind]];
      for (int i = 0; i < numbers.length; i++) {
        if (!more || token.group(1) != null) {
          return null;
        }
        numbers[i] = Double.parseDouble(token.group());
        more = token.find();
      }
      steps.add(new Step(command, numbers));
    }
    return new PathData(steps);
  }

  /** The path at another place. */
  PathData moved(double dx, double dy) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      double[] to = step.to.clone();
      for (int i = 0; i < to.length; i++) {
        to[i] += step.command == 'V' || i % 2 == 1 ? dy : dx;
      }
      all.add(new Step(step.command, to));
    }
    return new PathData(all);
  }

  /** The path without points that lie on the lines between others, as Douglas and Peucker do. */
  PathData simple() {
    List<Step> kept = new ArrayList<>();
    int next = 0;
    while (next < steps.size()) {
      int end = next;
      while (end + 1 < steps.size() && steps.get(end + 1).command == 'L') {
        end++;
      }
      char first = steps.get(next).command;
      if (end - next > 1 && (first == 'M' || first == 'L')) {
        kept.addAll(simple(steps.subList(next, end + 1)));
      } else {
        kept.addAll(steps.subList(next, end + 1));
      }
      next = end + 1;
    }
    return new PathData(kept);
  }

  private static List<Step> simple(List<Step> line) {
    BitSet needed = new BitSet();
    needed.set(0);
    needed.set(line.size() - 1);
    Deque<int[]> parts = new ArrayDeque<>();
    parts.add(new int[] {0, line.size() - 1});
    while (!parts.isEmpty()) {
      int[] part = parts.pop();
      double most = NEAR;
      int farthest = -1;
      for (int i = part[0] + 1; i < part[1]; i++) {
        double far = distance(line.get(i).to, line.get(part[0]).to, line.get(part[1]).to);
        if (!(far <= most)) {
          most = far;
          farthest = i;
        }
      }
      if (farthest >= 0) {
        needed.set(farthest);
        parts.push(new int[] {part[0], farthest});
        parts.push(new int[] {farthest, part[1]});
      }
    }
    return needed.stream().mapToObj(line::get).toList();
  }

  /** How far a place is from the line between two others. */
  private static double distance(double[] place, double[] from, double[] to) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double length = dx * dx + dy * dy;
    double x = place[0] - from[0];
    double y = place[1] - from[1];
    double share = length == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    return Math.hypot(x - share * dx, y - share * dy);
  }

  /** In few characters: each place told from the last one. */
  @Override
  public String toString() {
    return new Writer().write(steps);
  }

  /** A place in pixels, to the tenth. */
  static String place(double value) {
    return tenths(Math.round(value * PARTS));
  }

  private static String tenths(long value) {
    return hundredths(10 * value);
  }

  /** A number of pixels, to the hundredth, without needless characters. */
  static String number(double value) {
    return hundredths(Math.round(value * 100));
  }

  private static String hundredths(long value) {
    if (value % 100 == 0) {
      return Long.toString(value / 100);
    }
    long size = Math.abs(value);
    String whole = size < 100 ? "" : Long.toString(size / 100);
    String rest = size % 10 == 0 ? "" + size / 10 % 10 : "" + size / 10 % 10 + size % 10;
    return (value < 0 ? "-" : "") + whole + "." + rest;
  }

  /** Knows the place where the pen is, and what was written last. */
  private static final class Writer {
    private final StringBuilder out = new StringBuilder();
    private final long[] at = new long[2];
    private final long[] start = new long[2];
    private char last = ' ';
    private String before = "";

    String write(List<Step> steps) {
      for (Step step : steps) {
        switch (step.command) {
          case 'M' -> move(step.to);
          case 'Z' -> close();
          case 'C', 'Q' -> curve(step);
          default ->
              line(
                  step.command == 'V' ? at[0] : Math.round(step.to[0] * PARTS),
                  step.command == 'H' ? at[1] : Math.round(step.to[step.to.length - 1] * PARTS));
        }
      }
      return out.toString();
    }

    private void move(double[] to) {
      at[0] = start[0] = Math.round(to[0] * PARTS);
      at[1] = start[1] = Math.round(to[1] * PARTS);
      command('M', at[0], at[1]);
    }

    private void close() {
      command('z');
      at[0] = start[0];
      at[1] = start[1];
    }

    private void line(long x, long y) {
      long dx = x - at[0];
      long dy = y - at[1];
      if (dx == 0 && dy == 0 && last != 'M') {
        return;
      }
      if (dy == 0) {
        command('h', dx);
      } else if (dx == 0) {
        command('v', dy);
      } else {
        command('l', dx, dy);
      }
      at[0] = x;
      at[1] = y;
    }

    private void curve(Step step) {
      long[] steps = new long[step.to.length];
      long[] to = new long[2];
      for (int i = 0; i < steps.length; i++) {
        to[i % 2] = Math.round(step.to[i] * PARTS);
        steps[i] = to[i % 2] - at[i % 2];
      }
      command(Character.toLowerCase(step.command), steps);
      at[0] = to[0];
      at[1] = to[1];
    }

    private void command(char name, long... numbers) {
      boolean again = name == last && name != 'M' && name != 'z';
      if (!again) {
        out.append(name);
        before = "";
      }
      last = name;
      for (int i = 0; i < numbers.length; i++) {
        String number = tenths(numbers[i]);
        boolean apart = i == 0 && !again || number.startsWith("-");
        // A second point can only begin another number.
        if (!apart && !(number.startsWith(".") && before.contains("."))) {
          out.append(' ');
        }
        out.append(number);
        before = number;
      }
    }
  }
}
