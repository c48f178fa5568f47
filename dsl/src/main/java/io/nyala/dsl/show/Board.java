package io.nyala.dsl.show;

import java.util.UUID;

/**
 * One output that holds a bar and the bars within it, which may belong to several threads. In a
 * notebook it is replaced as they go on; in a terminal lines are rewritten; a log gets the end.
 */
final class Board {
  private static final int LINES = 10;

  /** When a board is first shown, and what its plain form is. */
  enum Kind {
    /** At once; tqdm's line. */
    LOOP(0),
    /** After a moment or at its end; what Keras prints. */
    PRINTED(0.1),
    /** Only if it takes its time; tqdm's line. */
    QUIET(0.5);

    private final double patience;

    Kind(double patience) {
      this.patience = patience;
    }
  }

  /** The bar that the work of a thread stands in. */
  private static final InheritableThreadLocal<Place> INNERMOST = new InheritableThreadLocal<>();

  /**
   * A bar's place.
   *
   * @param around the place it stands in; null if there is none
   */
  record Place(Board board, Bar bar, Place around) {

    /** Below how many others it stands. */
    int depth() {
      int depth = 0;
      for (Place at = around; at != null && !at.bar.isOver(); at = at.around) {
        depth++;
      }
      return depth;
    }
  }

  private final Display.Screen screen;
  private final Bar root;
  private final String id = "work-" + UUID.randomUUID();
  private final Pace pace = new Pace();
  private final Kind kind;
  private final StringBuilder printed = new StringBuilder();
  private final Overwrites lines = new Overwrites(printed::append);
  private final Integer columns;
  private boolean shown;

  private Board(Display.Screen screen, Bar root, Kind kind, Integer columns) {
    this.screen = screen;
    this.root = root;
    this.kind = kind;
    this.columns = columns;
  }

  /** Gives a bar a place: in the one that this thread's work stands in, or one of its own. */
  static Place place(Display.Screen screen, Bar bar, Kind kind, Integer columns) {
    Place around = current();
    if (around != null && around.board.screen == screen) {
      synchronized (around.board) {
        around.bar.inner.removeIf(Bar::isOver);
        around.bar.inner.add(bar);
      }
      return new Place(around.board, bar, around);
    }
    return new Place(new Board(screen, bar, kind, columns), bar, null);
  }

  /** Has further work of this thread, and of those it starts, stand within this bar. */
  static void enter(Place place) {
    INNERMOST.set(place);
  }

  /** Ends that. */
  static void leave(Place place) {
    if (INNERMOST.get() == place) {
      Place around = place.around;
      if (around == null) {
        INNERMOST.remove();
      } else {
        INNERMOST.set(around);
      }
    }
  }

  private static Place current() {
    Place at = INNERMOST.get();
    while (at != null && at.bar.isOver()) {
      at = at.around;
    }
    return at;
  }

  synchronized void print(String text) {
    lines.append(text);
  }

  /** Shows what has changed, if it is time. */
  synchronized void changed() {
    if (pace.isDue() && (shown || root.seconds() >= kind.patience)) {
      show();
    }
  }

  /**
   * Shows it in any case if the outermost bar has ended.
   *
   * @param leave whether that one stays
   */
  synchronized void ended(Place place, boolean leave) {
    if (place.around() != null) {
      changed();
    } else if (shown && !leave) {
      screen.updateDisplay(MimeBundle.text("").with("text/html", "<div></div>"), id);
    } else if (leave && (shown || kind != Kind.QUIET)) {
      show();
    }
  }

  synchronized void show() {
    pace.show(this::send);
  }

  private void send() {
    MimeBundle bundle = MimeBundle.text(plain()).with("text/html", root.html());
    if (shown) {
      screen.updateDisplay(bundle, id);
    } else {
      screen.display(bundle, id);
      shown = true;
    }
  }

  private String plain() {
    String text = (printed + lines.open()).stripTrailing();
    if (kind == Kind.PRINTED) {
      return text.isEmpty() ? TqdmLine.of(root, null) : text;
    }
    String[] all = text.isEmpty() ? new String[0] : text.split("\n");
    int from = Math.max(0, all.length - LINES);
    StringBuilder out = new StringBuilder(TqdmLine.of(root, columns));
    out.append(from > 0 ? "\n…" : "");
    for (int i = from; i < all.length; i++) {
      out.append('\n').append(all[i]);
    }
    return out.toString();
  }
}
