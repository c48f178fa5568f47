package io.nyala.dsl.lang;

import io.nyala.dsl.names.Modules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code import numpy as np} and {@code from x.y import a, b as c}; Java's imports stay. */
final class Imports {
  private final Tokens tokens;
  private final Edits edits;
  private final Modules modules;
  private final Map<String, String> bound = new LinkedHashMap<>();

  Imports(Tokens tokens, Edits edits, Modules modules) {
    this.tokens = tokens;
    this.edits = edits;
    this.modules = modules;
  }

  /** The names that the imports bind, with the dotted path each stands for. */
  Map<String, String> bound() {
    return bound;
  }

  void apply() {
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.startsStatement(i)) {
        continue;
      }
      if (tokens.get(i).is("import")
          && tokens.get(i + 1).isWord()
          && !tokens.get(i + 1).is("static")) {
        plain(i);
      } else if (tokens.get(i).is("from") && tokens.get(i + 1).isWord()) {
        from(i);
      }
    }
  }

  /** A dotted path and the index after it. */
  private record Path(String text, int end) {}

  private Path path(int i) {
    int end = i + 1;
    while (tokens.get(end).is(".")
        && (tokens.get(end + 1).isWord() || tokens.get(end + 1).is("*"))) {
      end += 2;
    }
    return new Path(tokens.source(i, end).replaceAll("\\s", ""), end);
  }

  private void plain(int i) {
    Path first = path(i + 1);
    if (isJava(first.text())) {
      return;
    }
    List<String> statements = new ArrayList<>();
    int at = i + 1;
    int end;
    do {
      Path path = path(at);
      end = path.end();
      boolean renamed = tokens.get(end).is("as") && tokens.get(end + 1).isWord();
      String root = path.text().split("\\.", 2)[0];
      if (renamed) {
        statements.add(bind(tokens.get(end + 1).text(), path.text()));
        end += 2;
      } else {
        if (!root.equals(path.text())) {
          statements.add("__import('" + path.text() + "')");
        }
        statements.add(bind(root, root));
      }
      at = end + 1;
    } while (tokens.get(end).is(",") && tokens.get(at).isWord());
    replace(i, end, statements);
  }

  /** A Java class, by its capital, its star, or a package that Nyala has no module for. */
  private boolean isJava(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    boolean looksJava =
        last.equals("*")
            || Character.isUpperCase(last.charAt(0))
            || path.matches("(java|javax|jdk|groovy|org|com|net)\\..*");
    return looksJava && !modules.knows(path);
  }

  private String bind(String name, String path) {
    bound.put(name, path);
    return name + " = __import('" + path + "')";
  }

  private void from(int i) {
    Path path = path(i + 1);
    int at = path.end();
    if (!tokens.get(at).is("import")) {
      return;
    }
    boolean wrapped = tokens.get(at + 1).is("(") && tokens.partner(at + 1) > 0;
    boolean star = tokens.get(at + 1).is("*");
    int end = wrapped ? tokens.partner(at + 1) : star ? at + 2 : tokens.statementEnd(at);
    int item = wrapped ? at + 2 : at + 1;
    List<String> statements = new ArrayList<>();
    if (star) {
      statements.add("__importAll('" + path.text() + "')");
      item++;
    }
    while (item < end && tokens.get(item).isWord()) {
      String name = tokens.get(item).text();
      boolean renamed = tokens.get(item + 1).is("as");
      String alias = renamed ? tokens.get(item + 2).text() : name;
      bound.put(alias, path.text() + "." + name);
      statements.add(alias + " = __import('" + path.text() + "', '" + name + "')");
      item += renamed ? 3 : 1;
      item += tokens.get(item).is(",") ? 1 : 0;
    }
    if (item < end || statements.isEmpty()) {
      throw tokens.error(item, "write: from " + path.text() + " import name, other as alias");
    }
    replace(i, wrapped ? end + 1 : end, statements);
  }

  private void replace(int from, int end, List<String> statements) {
    int start = tokens.get(from).start();
    int stop = tokens.get(end - 1).end();
    long lines = tokens.text().substring(start, stop).chars().filter(c -> c == '\n').count();
    edits.replace(start, stop, String.join("; ", statements) + "\n".repeat((int) lines));
  }
}
