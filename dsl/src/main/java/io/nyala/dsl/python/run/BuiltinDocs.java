package io.nyala.dsl.python.run;

import io.nyala.dsl.names.modules.Signatures.Parameter;
import io.nyala.dsl.names.modules.Signatures.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signatures of Python's built-in functions, classes and methods, with a sentence on each. */
final class BuiltinDocs {
  private BuiltinDocs() {}

  /** Read at the first question: {@code str.zfill(width, /): With zeros in front …} on a line. */
  private static final class Table {
    static final Map<String, Signature> ALL = new HashMap<>();

    static {
      try (InputStream in = BuiltinDocs.class.getResourceAsStream("builtins.txt")) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(Table::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void add(String line) {
      int open = line.indexOf('(');
      int close = line.indexOf("): ", open);
      String path = line.substring(0, open);
      String name = path.substring(path.indexOf('.') + 1);
      List<Parameter> parameters = new ArrayList<>();
      for (String each : line.substring(open + 1, close).split(", (?![^(]*\\))")) {
        int equals = each.indexOf('=');
        if (!each.isEmpty()) {
          parameters.add(
              new Parameter(
                  equals < 0 ? each : each.substring(0, equals),
                  equals < 0 ? null : each.substring(equals + 1),
                  "",
                  List.of()));
        }
      }
      ALL.put(path, new Signature(name, parameters, line.substring(close + 3)));
    }
  }

  /**
   * What is known of a name.
   *
   * @param path a function's or a class' name, or a class' and a method's
   */
  static Optional<Signature> of(String path) {
    return Optional.ofNullable(Table.ALL.get(path));
  }

  /** A method of a built-in class, which may have it from one that it derives from. */
  static Optional<Signature> of(PyClass type, String method) {
    return type.order().stream()
        .map(each -> Table.ALL.get(kind(each.name()) + "." + method))
        .filter(each -> each != null)
        .findFirst();
  }

  /** Classes whose methods of one name do the same. */
  private static String kind(String type) {
    return switch (type) {
      case "bytes" -> "str";
      case "frozenset" -> "set";
      case "bool" -> "int";
      case "defaultdict", "Counter", "OrderedDict" -> "dict";
      default -> type;
    };
  }
}
