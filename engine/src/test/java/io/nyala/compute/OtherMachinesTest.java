package io.nyala.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The kernels on CPUs with shorter vectors, and on a JVM without the Vector API. */
class OtherMachinesTest {

  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  @Test
  void withoutTheModuleThePortableKernelsRun() throws Exception {
    assertEquals("portable", runWith());
  }

  @Test
  void withoutFusedMultiplyAddThePortableKernelsRun() throws Exception {
    assertEquals("portable", runWith(VECTORS, "-XX:-UseFMA"));
  }

  @Test
  void onAvx2() throws Exception {
    String kernels = runWith(VECTORS, "-XX:UseAVX=2");
    assertTrue(kernels.matches("Vector API, (256|128) bit"), kernels);
  }

  @Test
  void onVectorsOf128Bit() throws Exception {
    assertEquals("Vector API, 128 bit", runWith(VECTORS, "-XX:MaxVectorSize=16"));
  }

  /** A training run must not depend on when the JVM compiled which loop. */
  @Test
  void interpretedAndCompiledLoopsGiveTheSameBits() throws Exception {
    for (String kind : List.of("vector", "portable")) {
      String kernels = "-Dnyala.kernels=" + kind;
      String interpreted = run("Fingerprint", "1", VECTORS, kernels, "-Xint");
      assertEquals(interpreted, run("Fingerprint", "5000", VECTORS, kernels));
    }
  }

  private static String runWith(String... options) throws IOException, InterruptedException {
    return run("SelfCheck", "", options);
  }

  private static String run(String program, String argument, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.nyala.compute." + program);
    command.add(argument);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // The other JVM chooses by itself, whatever this run of the tests was told.
    builder.environment().remove("NYALA_KERNELS");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), output);
    return output.strip();
  }
}
