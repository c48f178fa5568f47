package io.nyala.compute;

import io.nyala.compute.portable.PortableKernels;
import java.util.ArrayList;
import java.util.List;

/** The kernels of this JVM and, where they differ, the portable ones. */
final class KernelsUnderTest {

  private KernelsUnderTest() {}

  static List<Kernels> all() {
    List<Kernels> kernels = new ArrayList<>();
    kernels.add(new PortableKernels());
    if (!Compute.kernels().description().equals("portable")) {
      kernels.add(Compute.kernels());
    }
    return kernels;
  }
}
