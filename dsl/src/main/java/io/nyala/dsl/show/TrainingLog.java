package io.nyala.dsl.show;

import io.nyala.keras.callbacks.TrainingDisplay;
import java.util.Map;

/**
 * A run of {@code fit} where text is kept but not rewritten: Keras' lines as they are in the end.
 */
final class TrainingLog implements TrainingDisplay {
  private final Works.Log log = new Works.Log();

  @Override
  public void begins(int epochs, Integer steps) {}

  @Override
  public void print(String text) {
    log.print(text);
  }

  @Override
  public void epochBegins(int epoch) {}

  @Override
  public void step(int done, Map<String, Object> logs) {}

  @Override
  public void epochEnds(int epoch, Map<String, Object> logs) {}

  @Override
  public void ends() {
    log.ends(true);
  }
}
