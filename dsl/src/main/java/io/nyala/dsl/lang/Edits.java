package io.nyala.dsl.lang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, applied together, with the way back from the new text to the old. */
final class Edits {

  private record Edit(int start, int end, String text, int order) {}

  /** A stretch of new text that begins at {@code to} and came from {@code from} on. */
  private record Piece(int to, int from, boolean copied) {}

  private final String source;
  private final List<Edit> edits = new ArrayList<>();
  private Map map;
  private int openers;
  private int closers;

  Edits(String source) {
    this.source = source;
  }

  /** Replaces a stretch; what is replaced or inserted inside it is dropped. */
  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text, Integer.MAX_VALUE));
  }

  /** Inserts the start of something; of several at one place the first added comes first. */
  void open(int at, String text) {
    edits.add(new Edit(at, at, text, ++openers));
  }

  /** Inserts the end of something; it comes before what starts there, the last added first. */
  void close(int at, String text) {
    edits.add(new Edit(at, at, text, --closers));
  }

  String apply() {
    edits.sort(
        Comparator.comparingInt(Edit::start)
            .thenComparingInt(Edit::order)
            .thenComparing(Comparator.comparingInt(Edit::end).reversed()));
    StringBuilder out = new StringBuilder();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Edit edit : edits) {
      if (edit.start() < at) {
        continue;
      }
      if (edit.start() > at) {
        pieces.add(new Piece(out.length(), at, true));
        out.append(source, at, edit.start());
      }
      pieces.add(new Piece(out.length(), edit.start(), false));
      out.append(edit.text());
      at = Math.max(at, edit.end());
    }
    pieces.add(new Piece(out.length(), at, true));
    out.append(source, at, source.length());
    map = new Map(source, out.toString(), pieces);
    return out.toString();
  }

  Map map() {
    return map;
  }

  /** From places in the new text to places in the old. */
  static final class Map {
    private final String source;
    private final String target;
    private final List<Piece> pieces;

    private Map(String source, String target, List<Piece> pieces) {
      this.source = source;
      this.target = target;
      this.pieces = pieces;
    }

    int[] original(int line, int column) {
      int offset = offset(line, column);
      if (offset < 0) {
        return new int[] {Math.max(1, line), Math.max(1, column)};
      }
      Piece last = pieces.get(0);
      for (Piece piece : pieces) {
        if (piece.to() > offset) {
          break;
        }
        last = piece;
      }
      int back = last.copied() ? last.from() + offset - last.to() : last.from();
      return place(source, Math.min(back, source.length()));
    }

    int offset(int line, int column) {
      int at = 0;
      for (int i = 1; i < line; i++) {
        at = target.indexOf('\n', at) + 1;
        if (at == 0) {
          return -1;
        }
      }
      int offset = at + column - 1;
      return line < 1 || column < 1 || offset > target.length() ? -1 : offset;
    }
  }

  /** The {line, column} of an offset. */
  static int[] place(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new int[] {line, offset - start + 1};
  }
}
