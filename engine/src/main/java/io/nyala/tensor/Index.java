package io.nyala.tensor;

/**
 * The marks an index may hold beside numbers, {@link Slice}s and arrays. In an index, null means
 * {@link #NEW_AXIS}.
 */
public enum Index {
  /** {@code ...}: as many whole axes as are left. */
  ELLIPSIS("Ellipsis"),
  /** {@code None}: a new axis of extent 1. */
  NEW_AXIS("None");

  private final String text;

  Index(String text) {
    this.text = text;
  }

  /** As Python prints it. */
  @Override
  public String toString() {
    return text;
  }
}
