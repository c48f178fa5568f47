package io.nyala.keras.layers;

/** The call of a layer that is under way, from which layers called inside inherit. */
final class CallContext {

  /**
   * One call.
   *
   * @param training whether it is training; null: nobody said
   */
  record Frame(Boolean training) {}

  private static final ThreadLocal<Frame> CURRENT = new ThreadLocal<>();

  private CallContext() {}

  static Boolean training() {
    Frame frame = CURRENT.get();
    return frame == null ? null : frame.training();
  }

  /** True where no call is under way: the next is of a layer that a person calls. */
  static boolean isOutside() {
    return CURRENT.get() == null;
  }

  /** Begins a call; returns what to give {@link #leave}. */
  static Frame enter(Boolean training) {
    Frame outer = CURRENT.get();
    CURRENT.set(new Frame(training));
    return outer;
  }

  static void leave(Frame outer) {
    CURRENT.set(outer);
  }
}
