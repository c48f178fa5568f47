package io.nyala.dsl.show;

import java.util.Optional;
import java.util.function.Consumer;

/** Where code that runs in a cell, however deep, finds the front end to show things on. */
public final class Display {

  /** What a running cell shows things on. */
  public interface Screen {

    /**
     * Shows something beside the cell.
     *
     * @param id names it so that it can be replaced; may be null
     */
    void display(MimeBundle bundle, String id);

    /** Replaces what is shown under this id. */
    void updateDisplay(MimeBundle bundle, String id);

    /** True where displays can be updated in place, false for plain text. */
    boolean isRich();

    /** True where a person watches text that may rewrite its lines. */
    default boolean isTerminal() {
      return false;
    }

    /**
     * Has something done once when the cell has ended, well or badly.
     *
     * @param key what has been given with this key before is replaced
     * @param work receives the cell's value, null if there is none
     */
    void atEnd(Object key, Consumer<Object> work);
  }

  private static final InheritableThreadLocal<Screen> CURRENT = new InheritableThreadLocal<>();

  private Display() {}

  /** The screen of the cell that this thread belongs to. */
  public static Optional<Screen> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Makes this thread, and those it starts from now on, show things on a screen; null: on none. */
  public static void use(Screen screen) {
    if (screen == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(screen);
    }
  }
}
