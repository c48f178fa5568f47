package io.nyala.keras.saving;

/** Whether configs are to hold what assets would. */
final class InlineScope {

  static final ThreadLocal<Boolean> ON = ThreadLocal.withInitial(() -> false);

  private InlineScope() {}
}
