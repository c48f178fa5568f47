package io.nyala.dsl.plot;

import java.util.ArrayList;
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

  /** Decimals of a pixel are kept so far. */
  private static final double PARTS = 100;

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

  /** Whether it is a single line from one place to another. */
  boolean isLine() {
    return steps.size() == 2 && "LHV".indexOf(steps.get(1).command) >= 0;
  }

  /** In few characters: each place told from the last one, in hundredths of a pixel. */
  @Override
  public String toString() {
    return new Writer().write(steps);
  }

  /** A number of pixels, to the hundredth, without needless characters. */
  static String number(double value) {
    return hundredths(Math.round(value * PARTS));
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
        String number = hundredths(numbers[i]);
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
