package io.nyala.keras.callbacks;

import io.nyala.keras.models.Model;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells several callbacks, in order. */
public final class CallbackList {

  private final List<Callback> callbacks;

  /** For these callbacks of a run. */
  public CallbackList(List<Callback> callbacks, Model model, Map<String, Object> params) {
    this.callbacks = List.copyOf(callbacks);
    each(c -> c.setModel(model));
    each(c -> c.setParams(params));
  }

  /** Tells each of them. */
  public void each(Consumer<Callback> event) {
    callbacks.forEach(event);
  }
}
