package io.nyala.compute.vector;

import io.nyala.compute.portable.PortableKernels;
import jdk.incubator.vector.FloatVector;

/** Kernels on the Vector API; what is not overridden here is as fast in a plain loop. */
public final class VectorKernels extends PortableKernels {

  @Override
  public String description() {
    return "Vector API, " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bit";
  }
}
