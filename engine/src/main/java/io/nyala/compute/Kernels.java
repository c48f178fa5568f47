package io.nyala.compute;

/**
 * Every single-threaded loop of the engine, in one implementation: {@link Compute#kernels()} picks
 * the one that suits this JVM and CPU.
 *
 * <p>All arrays are flat and row-major. {@code xOff} is the index of the first element, {@code ldx}
 * the distance between the starts of two rows. Lengths and offsets are trusted to be in range: a
 * wrong one ends in an {@link IndexOutOfBoundsException}, never in a read outside the array.
 */
public interface Kernels extends MatrixKernels, ElementKernels, UpdateKernels, GateKernels {

  /** What runs, in words for a person: {@code "Vector API, 512 bit"} or {@code "portable"}. */
  String description();
}
