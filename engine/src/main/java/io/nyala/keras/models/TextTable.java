package io.nyala.keras.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table in box-drawing characters, its columns fitted and its cells wrapped as Rich does, which
 * Keras prints summaries with.
 */
final class TextTable {

  /** How a column's text stands. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  private final List<String> header;
  private final List<Align> alignments;
  private final int[] widths;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param columnWidths the widths wished for, without padding
   * @param total the width of a whole line
   */
  TextTable(List<String> header, List<Align> alignments, int[] columnWidths, int total) {
    this.header = header;
    this.alignments = alignments;
    this.widths = fit(columnWidths, total);
  }

  /**
   * Takes from each column its share of what is too much, or gives each by its width of what is
   * left; a padding of 1 stands on either side.
   */
  private static int[] fit(int[] wished, int total) {
    int[] fitted = Arrays.stream(wished).map(width -> width + 2).toArray();
    int left = total - (wished.length + 1) - Arrays.stream(fitted).sum();
    int widths = Arrays.stream(fitted).sum();
    for (int i = 0; i < fitted.length; i++) {
      int width = fitted[i];
      int share =
          left < 0
              ? Math.max(-width, (int) Math.rint((double) left / (fitted.length - i)))
              : (int) Math.ceil((double) width * left / widths);
      fitted[i] += share;
      left -= share;
      widths -= width;
    }
    return fitted;
  }

  void add(List<String> cells) {
    rows.add(cells);
  }

  String render() {
    StringBuilder out = new StringBuilder();
    rule(out, "┏", "━", "┳", "┓");
    row(out, header, "┃", true);
    rule(out, "┡", "━", "╇", "┩");
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        rule(out, "├", "─", "┼", "┤");
      }
      row(out, rows.get(i), "│", false);
    }
    rule(out, "└", "─", "┴", "┘");
    return out.toString();
  }

  private void rule(StringBuilder out, String left, String line, String middle, String right) {
    out.append(left);
    for (int i = 0; i < widths.length; i++) {
      out.append(i > 0 ? middle : "").append(line.repeat(widths[i]));
    }
    out.append(right).append('\n');
  }

  /** A row of cells, which stand at its top, those of the header at its bottom. */
  private void row(StringBuilder out, List<String> cells, String bar, boolean low) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> lines = wrap(cells.get(i), widths[i] - 2);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int k = 0; k < height; k++) {
      out.append(bar);
      for (int i = 0; i < widths.length; i++) {
        List<String> lines = wrapped.get(i);
        int at = low ? k - (height - lines.size()) : k;
        String line = at >= 0 && at < lines.size() ? lines.get(at) : "";
        out.append(' ').append(align(line, widths[i] - 2, alignments.get(i))).append(' ');
        out.append(bar);
      }
      out.append('\n');
    }
  }

  private static String align(String text, int width, Align align) {
    int room = Math.max(0, width - text.length());
    return switch (align) {
      case LEFT -> text + " ".repeat(room);
      case RIGHT -> " ".repeat(room) + text;
      case CENTER -> " ".repeat(room / 2) + text + " ".repeat(room - room / 2);
    };
  }

  /** Lines broken between words; what is still too long ends in an ellipsis. */
  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text)) {
      boolean fits = width - line.length() >= word.stripTrailing().length();
      if (!fits && line.length() > 0) {
        lines.add(cut(line.toString(), width));
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(cut(line.toString(), width));
    return lines;
  }

  private static String cut(String line, int width) {
    String text = line.stripTrailing();
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  /** Words with the spaces after them; spaces at the start belong to the first. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      while (end < text.length() && text.charAt(end) != ' ') {
        end++;
      }
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      words.add(text.substring(at, end));
      at = end;
    }
    return words;
  }
}
