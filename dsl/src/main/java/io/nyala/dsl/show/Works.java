package io.nyala.dsl.show;

import io.nyala.keras.utils.Progress;
import io.nyala.keras.utils.WorkDisplay;
import java.util.Map;

/** Keras' own work as a bar: evaluations, predictions, downloads. */
final class Works implements WorkDisplay {
  private final Board.Place place;

  private Works(Board.Place place) {
    this.place = place;
  }

  /** A display for work on this thread; null where what Keras prints is printed as it is. */
  static WorkDisplay open(Work work) {
    Display.Screen screen = Display.current().orElse(null);
    if (screen == null || screen.isTerminal()) {
      return null;
    }
    if (!screen.isRich()) {
      return new Log();
    }
    Bar bar = new Bar(work.name(), work.total(), work.unit(), 0);
    Board.Kind kind = work.quiet() ? Board.Kind.QUIET : Board.Kind.PRINTED;
    return new Works(Board.place(screen, bar, kind, null));
  }

  @Override
  public void print(String text) {
    place.board().print(text);
  }

  @Override
  public void at(long done, Map<String, Object> figures) {
    synchronized (place.board()) {
      place.bar().done = done;
      place.bar().figures(figures);
      place.board().changed();
    }
  }

  @Override
  public void ends(boolean whole) {
    synchronized (place.board()) {
      place.bar().ends(whole);
      place.board().ended(place, true);
    }
  }

  /** Where text is kept but not rewritten: the lines as they are in the end. */
  static final class Log implements WorkDisplay {
    private final Overwrites lines = new Overwrites(Progress::print);

    @Override
    public void print(String text) {
      lines.append(text);
    }

    @Override
    public void at(long done, Map<String, Object> figures) {}

    @Override
    public void ends(boolean whole) {
      if (!lines.open().isEmpty()) {
        lines.append("\n");
      }
    }
  }
}
