package io.nyala.dsl.session;

import java.util.function.Consumer;

/** What {@code display(…, display_id=True)} gives: it shows other things in the same place. */
public final class DisplayHandle {
  private final String id;
  private final Consumer<Object> display;
  private final Consumer<Object> update;

  DisplayHandle(String id, Consumer<Object> display, Consumer<Object> update) {
    this.id = id;
    this.display = display;
    this.update = update;
  }

  /** The name of the place. */
  public String getDisplay_id() {
    return id;
  }

  /** Shows a value once more, below, under the same name. */
  public void display(Object value) {
    display.accept(value);
  }

  /** Shows a value in place of the one shown. */
  public void update(Object value) {
    update.accept(value);
  }

  @Override
  public String toString() {
    return "<DisplayHandle display_id=" + id + ">";
  }
}
