package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.names.NamedError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines that show where in the cells an error arose, as Jupyter users know them. */
final class Traceback {
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String CYAN = "\u001b[36m";
  private static final String BOLD = "\u001b[1m";
  private static final String OFF = "\u001b[0m";
  private static final int AROUND = 2;
  private static final int FRAMES = 12;
  private static final int WIDTH = 75;

  private Traceback() {}

  static List<String> of(Throwable error, String name, String message, Sources sources) {
    List<String> lines = new ArrayList<>();
    lines.add(RED + "-".repeat(WIDTH) + OFF);
    if (error instanceof CellSyntaxError syntax) {
      addSyntax(lines, syntax, sources.latest());
    } else {
      lines.add(
          RED
              + name
              + OFF
              + " ".repeat(Math.max(1, WIDTH - 32 - name.length()))
              + "Traceback (most recent call last)");
      addFrames(lines, frames(error, sources));
    }
    lines.add(RED + name + OFF + (message.isEmpty() ? "" : ": " + message));
    if (error instanceof NamedError named) {
      lines.addAll(named.notes());
    }
    return lines;
  }

  /** A place in a cell. */
  private record Place(Sources.Cell cell, int line, String function) {}

  /** The places in cells, outermost first; one for each call. */
  private static List<Place> frames(Throwable error, Sources sources) {
    List<Place> places = new ArrayList<>();
    for (StackTraceElement frame : error.getStackTrace()) {
      Sources.Cell cell = sources.of(frame);
      if (cell != null && frame.getLineNumber() > 0) {
        Place place = new Place(cell, frame.getLineNumber(), function(frame));
        if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
          places.add(place);
        }
      }
    }
    Collections.reverse(places);
    return places;
  }

  private static String function(StackTraceElement frame) {
    // A function of a Python cell carries its number, so that two may have one name.
    String method = frame.getMethodName().replaceFirst("\\$\\d+$", "");
    return switch (method) {
      case "run", "run_0", "body", "doCall", "call", "<clinit>", "<init>" -> "";
      default -> method;
    };
  }

  private static void addFrames(List<String> lines, List<Place> places) {
    int hidden = Math.max(0, places.size() - FRAMES);
    for (int i = 0; i < places.size(); i++) {
      if (hidden > 0 && i == FRAMES / 2) {
        lines.add("    ... " + hidden + " more calls ...");
        i += hidden;
      }
      Place place = places.get(i);
      String in = place.function().isEmpty() ? "" : ", in " + CYAN + place.function() + OFF;
      lines.add(GREEN + "Cell " + place.cell().shownName() + OFF + ", line " + place.line() + in);
      addCode(lines, place.cell(), place.line());
    }
  }

  private static void addCode(List<String> lines, Sources.Cell cell, int line) {
    String[] code = cell.code().split("\n", -1);
    int first = Math.max(1, line - AROUND);
    int last = Math.min(code.length, line + AROUND);
    for (int i = first; i <= last; i++) {
      boolean here = i == line;
      String number = String.valueOf(i);
      String margin =
          here
              ? "-".repeat(Math.max(1, 5 - number.length())) + "> "
              : " ".repeat(7 - number.length());
      lines.add(
          (here ? GREEN + BOLD : "") + margin + number + (here ? OFF : "") + " " + code[i - 1]);
    }
    lines.add("");
  }

  private static void addSyntax(List<String> lines, CellSyntaxError error, Sources.Cell cell) {
    String[] code = cell.code().split("\n", -1);
    int line = Math.max(1, Math.min(code.length, error.line()));
    lines.add(GREEN + "Cell " + cell.shownName() + OFF + ", line " + line);
    String text = code[line - 1];
    lines.add("    " + text);
    int column = Math.max(1, Math.min(text.length() + 1, error.column()));
    lines.add("    " + " ".repeat(column - 1) + RED + BOLD + "^" + OFF);
  }
}
