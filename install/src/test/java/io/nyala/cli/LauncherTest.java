package io.nyala.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own decisions, in a shell, with JDKs that are only folders. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path HOME = Path.of("").toAbsolutePath().getParent();
  private static final Path LAUNCHER = HOME.resolve("install").resolve("nyala");

  @TempDir Path folder;

  private record Result(int code, String out, String err) {}

  private Result run(Map<String, String> environment, String... command) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("NYALA_JAVA_HOME");
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher hangs");
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Which JDK the launcher would take, as its last line of output. */
  private Result chooseJava(Map<String, String> environment) throws Exception {
    String script =
        """
        set -euo pipefail
        say() { printf '%s\\n' "$*" >&2; }
        die() { say "$*"; exit 2; }
        . "$0"
        need_java
        printf '%s' "$NYALA_JAVA"
        """;
    String part = HOME.resolve("install/sh/java.sh").toString();
    return run(environment, "bash", "-c", script, part);
  }

  private String jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    for (String program : List.of("java", "javac")) {
      Path file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    String release = "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n";
    Files.write(home.resolve("release"), release.getBytes(StandardCharsets.UTF_8));
    return home.toString();
  }

  @Test
  void nyalaJavaHomeComesFirst() throws Exception {
    String first = jdk("a jdk", "17.0.1");
    String second = jdk("other", "21");
    Result chosen = chooseJava(Map.of("NYALA_JAVA_HOME", first, "JAVA_HOME", second));
    assertEquals(new Result(0, first, ""), chosen);
    assertEquals(second, chooseJava(Map.of("JAVA_HOME", second)).out());
  }

  @Test
  void aTooOldJdkIsRefusedInWords() throws Exception {
    Result old = chooseJava(Map.of("NYALA_JAVA_HOME", jdk("old", "1.8.0_402")));
    assertEquals(2, old.code());
    assertTrue(old.err().contains("is Java 8, too old: Nyala needs a JDK from 17 up"), old.err());
    Result none = chooseJava(Map.of("NYALA_JAVA_HOME", folder.resolve("no").toString()));
    assertEquals(2, none.code());
    assertTrue(none.err().contains("is no JDK"), none.err());
  }

  @Test
  void anOldJavaHomeIsPassedOverForTheNewestJdk() throws Exception {
    String newest = jdk(".sdkman/candidates/java/99-x", "99.0.1");
    jdk(".sdkman/candidates/java/98-x", "98");
    Result chosen = chooseJava(Map.of("JAVA_HOME", jdk("old", "11.0.2")));
    assertEquals(newest, chosen.out());
    assertTrue(chosen.err().contains("JAVA_HOME is passed over"), chosen.err());
  }

  @Test
  void aSymlinkFromAnywhereFindsTheCheckout() throws Exception {
    Path link = folder.resolve("a link");
    Files.createSymbolicLink(link, LAUNCHER);
    Result version = run(Map.of(), link.toString(), "--version");
    assertEquals("nyala " + Version.number() + "\n", version.out());
    assertEquals(0, version.code());
  }

  @Test
  void anUnknownCommandIsAnErrorThatShowsTheCommands() throws Exception {
    Result unknown = run(Map.of(), LAUNCHER.toString(), "dmeo");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("there is no command 'dmeo'"), unknown.err());
    assertTrue(unknown.err().contains("notebook run IN.ipynb"), unknown.err());
  }

  @Test
  void theFingerprintIsOfContentNotOfTime() throws Exception {
    Files.createDirectories(folder.resolve("engine/src/main"));
    Path source = Files.writeString(folder.resolve("engine/src/main/A b.java"), "class A {}");
    String before = fingerprint();
    assertTrue(source.toFile().setLastModified(1_000_000_000_000L));
    assertEquals(before, fingerprint());
    Files.writeString(source, "class A { }");
    assertTrue(!before.equals(fingerprint()), "a change was not seen");
  }

  private String fingerprint() throws Exception {
    String script = "set -euo pipefail; . \"$0\"; fingerprint";
    String part = HOME.resolve("install/sh/build.sh").toString();
    Result result = run(Map.of("NYALA_HOME", folder.toString()), "bash", "-c", script, part);
    assertEquals(0, result.code(), result.err());
    assertEquals(16, result.out().strip().length());
    return result.out();
  }
}
