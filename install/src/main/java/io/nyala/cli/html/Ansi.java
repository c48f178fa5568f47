package io.nyala.cli.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terminal colours as HTML: text with ANSI sequences becomes escaped text in classed spans. */
final class Ansi {

  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])|\u001b");

  private final StringBuilder html = new StringBuilder();
  private final TreeSet<String> attributes = new TreeSet<>();
  private String foreground = "";
  private String background = "";

  private Ansi() {}

  /** Escaped HTML of the text; colours and weights become spans, other sequences go. */
  static String toHtml(String text) {
    Ansi ansi = new Ansi();
    Matcher sequence = SEQUENCE.matcher(text);
    int start = 0;
    while (sequence.find()) {
      ansi.put(text.substring(start, sequence.start()));
      if ("m".equals(sequence.group(2))) {
        ansi.select(numbers(sequence.group(1)));
      }
      start = sequence.end();
    }
    ansi.put(text.substring(start));
    return ansi.html.toString();
  }

  /** Escapes the characters that mean something in HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : list.split(";")) {
      numbers.add(number.isEmpty() || number.length() > 3 ? 0 : Integer.parseInt(number));
    }
    return numbers;
  }

  private void put(String text) {
    if (text.isEmpty()) {
      return;
    }
    String classes = String.join(" ", attributes);
    String style = foreground + background;
    if (classes.isEmpty() && style.isEmpty()) {
      html.append(escape(text));
      return;
    }
    html.append("<span");
    if (!classes.isEmpty()) {
      html.append(" class=\"").append(classes).append('"');
    }
    if (!style.isEmpty()) {
      html.append(" style=\"").append(style).append('"');
    }
    html.append('>').append(escape(text)).append("</span>");
  }

  private void select(List<Integer> codes) {
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      if (code == 38 || code == 48) {
        i = selectExtended(codes, i);
      } else {
        selectOne(code);
      }
    }
  }

  private void selectOne(int code) {
    if (code == 0) {
      attributes.clear();
      foreground = "";
      background = "";
    } else if (code == 1) {
      attributes.add("ansi-bold");
    } else if (code == 3) {
      attributes.add("ansi-italic");
    } else if (code == 4) {
      attributes.add("ansi-underline");
    } else if (code == 22) {
      attributes.remove("ansi-bold");
    } else if (code == 23) {
      attributes.remove("ansi-italic");
    } else if (code == 24) {
      attributes.remove("ansi-underline");
    } else if (code >= 30 && code <= 39) {
      colour("ansi-fg", code == 39 ? -1 : code - 30);
    } else if (code >= 40 && code <= 49) {
      colour("ansi-bg", code == 49 ? -1 : code - 40);
    } else if (code >= 90 && code <= 97) {
      colour("ansi-fg", code - 90 + 8);
    } else if (code >= 100 && code <= 107) {
      colour("ansi-bg", code - 100 + 8);
    }
  }

  private void colour(String plane, int index) {
    attributes.removeIf(name -> name.startsWith(plane));
    setRgb(plane.equals("ansi-fg"), "");
    if (index >= 0) {
      attributes.add(plane + index);
    }
  }

  /** {@code 38;5;n} and {@code 38;2;r;g;b}, and the same with 48; returns the last index read. */
  private int selectExtended(List<Integer> codes, int at) {
    boolean isForeground = codes.get(at) == 38;
    int kind = at + 1 < codes.size() ? codes.get(at + 1) : 0;
    if (kind == 5 && at + 2 < codes.size()) {
      int n = codes.get(at + 2);
      if (n < 16) {
        colour(isForeground ? "ansi-fg" : "ansi-bg", n);
      } else {
        setRgb(isForeground, palette(n));
      }
      return at + 2;
    }
    if (kind == 2 && at + 4 < codes.size()) {
      setRgb(isForeground, rgb(codes.get(at + 2), codes.get(at + 3), codes.get(at + 4)));
      return at + 4;
    }
    return codes.size();
  }

  private void setRgb(boolean isForeground, String colour) {
    if (isForeground) {
      foreground = colour.isEmpty() ? "" : "color:" + colour + ";";
    } else {
      background = colour.isEmpty() ? "" : "background:" + colour + ";";
    }
  }

  /** Entries 16 to 255 of the usual palette: a 6×6×6 cube, then 24 greys. */
  private static String palette(int n) {
    if (n >= 232) {
      int grey = Math.min(8 + (n - 232) * 10, 255);
      return rgb(grey, grey, grey);
    }
    int cube = n - 16;
    return rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
  }

  private static int level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
  }

  private static String rgb(int red, int green, int blue) {
    return "rgb(" + red + "," + green + "," + blue + ")";
  }
}
