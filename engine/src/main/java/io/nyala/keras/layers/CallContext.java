package io.nyala.keras.layers;

/** The training flag that layers called inside another layer inherit. */
final class CallContext {

  private static final ThreadLocal<Boolean> TRAINING = new ThreadLocal<>();

  private CallContext() {}

  static Boolean training() {
    return TRAINING.get();
  }

  /** Sets the flag for calls inside; returns the one to give {@link #leave}. */
  static Boolean enter(Boolean training) {
    Boolean outer = TRAINING.get();
    TRAINING.set(training);
    return outer;
  }

  static void leave(Boolean outer) {
    TRAINING.set(outer);
  }
}
