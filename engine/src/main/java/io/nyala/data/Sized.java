package io.nyala.data;

/** Data that may know how many elements it has. */
public interface Sized {

  /** The number of elements, or null if it is not known. */
  Integer knownSize();
}
