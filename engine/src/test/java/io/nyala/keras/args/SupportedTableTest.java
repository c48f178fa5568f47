package io.nyala.keras.args;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of what is supported is made from the argument tables, so it cannot lie. Run with
 * {@code -Dnyala.docs.write=true} to write it anew.
 */
class SupportedTableTest {

  private static final Path FILE = Path.of("..", "docs", "supported.md");
  private static final List<String> COMMON =
      List.of("name", "trainable", "dtype", "input_shape", "input_dim", "batch_input_shape");

  @Test
  void theDocumentIsWhatTheTablesSay() throws IOException {
    String made = document();
    if (Boolean.getBoolean("nyala.docs.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, made, StandardCharsets.UTF_8);
    }
    assertEquals(
        made,
        Files.readString(FILE, StandardCharsets.UTF_8),
        "docs/supported.md is stale: run mvn -pl engine test -Dtest=SupportedTableTest"
            + " -Dnyala.docs.write=true");
  }

  private static String document() {
    StringBuilder out = new StringBuilder("# What is supported\n\n");
    out.append(
        "Made from the argument tables of the engine; arguments stand in Keras' order, with");
    out.append("\ntheir defaults. What is not listed is refused by name.\n");
    Set<String> modules = new TreeSet<>(Catalog.modules());
    modules.addAll(Functions.modules());
    for (String module : modules) {
      out.append("\n## ")
          .append(module)
          .append("\n\n| name | arguments | |\n| --- | --- | --- |\n");
      for (KerasClass<?> each : Catalog.classes(module)) {
        row(out, each.name(), each.table(), each.doc());
      }
      for (KerasFunction each : Functions.of(module)) {
        row(out, each.name(), each.table(), each.doc());
      }
    }
    out.append("\n## What is refused by name\n\n| module | names | why |\n| --- | --- | --- |\n");
    for (String module : Refused.modules()) {
      Map<String, List<String>> byReason = new LinkedHashMap<>();
      Refused.of(module)
          .forEach((name, why) -> byReason.computeIfAbsent(why, w -> new ArrayList<>()).add(name));
      byReason.forEach(
          (why, names) ->
              out.append("| ")
                  .append(module)
                  .append(" | `")
                  .append(String.join("`, `", names))
                  .append("` | ")
                  .append(why.replace("|", "\\|"))
                  .append(" |\n"));
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String name, ArgTable table, String doc) {
    String arguments =
        table.args().stream()
            .filter(arg -> !COMMON.contains(arg.name()))
            .map(arg -> arg.required() ? arg.name() : arg.name() + "=" + python(arg.defaultValue()))
            .collect(Collectors.joining(", "));
    out.append("| `").append(name).append("` | ");
    out.append(arguments.isEmpty() ? "" : "`" + arguments.replace("|", "\\|") + "`");
    out.append(" | ").append(doc.replace("|", "\\|")).append(" |\n");
  }

  private static String python(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
