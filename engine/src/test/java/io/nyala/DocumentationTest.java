package io.nyala;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public class of the engine says in a comment what it is. */
class DocumentationTest {

  private static final Path SOURCES = Path.of("src", "main", "java");

  /** A public type, after whatever stands between it and the end of the line before. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^( *)public (?:(?:static|abstract|final|sealed|non-sealed) )*"
              + "(?:class|interface|record|enum|@interface) (\\w+)");

  private static final Pattern ANNOTATIONS = Pattern.compile("(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s*$");

  @Test
  void everyPublicClassIsDocumented() throws IOException {
    List<String> bare = new ArrayList<>();
    int types = 0;
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      files = all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      Matcher type = TYPE.matcher(text);
      while (type.find()) {
        types++;
        if (!isDocumented(text.substring(0, type.start()))) {
          bare.add(SOURCES.relativize(file) + ": " + type.group(2));
        }
      }
    }
    assertTrue(types > 200, "found " + types + " public types");
    assertEquals(List.of(), bare);
  }

  @Test
  void aBareClassIsNoticed() {
    assertTrue(isDocumented("/** What it is. */\n@FunctionalInterface\n"));
    assertTrue(!isDocumented("import java.util.List;\n\n"));
    assertTrue(!isDocumented("/** An import. */\nimport java.util.List;\n@Deprecated\n"));
  }

  private static boolean isDocumented(String before) {
    return ANNOTATIONS.matcher(before).replaceFirst("").endsWith("*/");
  }
}
