package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries out of a repository in a folder; none of it needs a network. */
class LibrariesTest {
  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void start() throws IOException {
    session = new Session();
    System.setProperty("maven.repo.local", folder.resolve("local").toString());
    publish("base", "class Base { public static int value() { return 20; } }", "");
    publish(
        "top",
        "class Top { public static int value() { return 1 + org.example.base.Base.value(); } }",
        "<dependencies><dependency><groupId>org.example</groupId><artifactId>base</artifactId>"
            + "<version>1.0</version></dependency></dependencies>");
  }

  @AfterEach
  void stop() {
    System.clearProperty("maven.repo.local");
    session.close();
  }

  /** Compiles one class and puts it into the repository. */
  private void publish(String name, String source, String dependencies) throws IOException {
    Path at = Files.createDirectories(folder.resolve("repo/org/example/" + name + "/1.0"));
    Path java = folder.resolve("src/" + name).resolve("org/example/" + name);
    Files.createDirectories(java);
    String type = source.split(" ")[1];
    Path file = java.resolve(type + ".java");
    Files.writeString(file, "package org.example." + name + ";\npublic " + source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                classes.toString(),
                "-d",
                classes.toString(),
                file.toString());
    assertEquals(0, status);
    String entry = "org/example/" + name + "/" + type + ".class";
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(at.resolve(name + "-1.0.jar")))) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(Files.readAllBytes(classes.resolve(entry)));
    }
    Files.writeString(
        at.resolve(name + "-1.0.pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>"
            + name
            + "</artifactId><version>1.0</version>"
            + dependencies
            + "</project>");
  }

  private String repository() {
    return folder.resolve("repo").toUri().toString();
  }

  private Object run(String code) {
    Recorder seen = new Recorder();
    Outcome outcome = session.run(code, seen);
    assertEquals("", seen.err.toString());
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(String.join("\n", failure.traceback()), failure.cause());
    }
    return ((Outcome.Value) outcome).value();
  }

  private Outcome.Failure fail(String code) {
    return assertInstanceOf(Outcome.Failure.class, session.run(code, new Recorder()));
  }

  @Test
  void fetchesALibraryWithWhatItNeedsForTheSameCell() {
    assertEquals(
        21,
        run(
            "%repository "
                + repository()
                + "\n%maven org.example:top:1.0\nimport org.example.top.Top\nTop.value()"));
    assertEquals(21, run("Top.value()"));
    assertTrue(Files.exists(folder.resolve("local/org/example/base/1.0/base-1.0.jar")));
    Recorder seen = new Recorder();
    session.run("%classpath", seen);
    assertTrue(seen.out.toString().contains("top-1.0.jar"), seen.out::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Grab('org.example:top:1.0')",
        "@Grab(group='org.example', module='top', version='1.0')"
      })
  void understandsGrab(String grab) {
    String from = "@GrabResolver(name='here', root='" + repository() + "')\n";
    assertEquals(21, run(from + grab + "\nimport org.example.top.Top\nTop.value()"));
  }

  @Test
  void findsAClassThatWasMissedBefore() {
    fail("org.example.base.Base.value()");
    run("%classpath " + folder.resolve("repo/org/example/base/1.0") + "/*.jar");
    assertEquals(20, run("org.example.base.Base.value()"));
  }

  @Test
  void workOfflineUsesWhatIsThere() {
    Outcome.Failure failure = fail("%maven -o org.example:top:1.0");
    assertEquals("ModuleNotFoundError", failure.name());
    assertTrue(failure.message().contains("offline"), failure::message);
    run("%repository " + repository() + "\n%maven org.example:top:1.0");
    assertEquals(21, run("%maven -o org.example:top:1.0\norg.example.top.Top.value()"));
  }

  @Test
  void saysWhatIsWrong() {
    assertTrue(fail("%maven commons-math3").message().contains("GROUP:ARTIFACT:VERSION"));
    assertTrue(fail("%classpath nowhere.jar").message().contains("nowhere.jar"));
  }
}
