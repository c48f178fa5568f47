package io.nyala.dsl.lang;

import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import java.util.Map;
import java.util.Optional;

/**
 * Keras names where Groovy wants a class: {@code class A extends keras.Model}, {@code x instanceof
 * layers.Layer}; {@code new layers.Dense(1)} becomes the call without {@code new}.
 */
final class NamedTypes {
  private final Tokens tokens;
  private final Edits edits;
  private final CellHost host;
  private final Map<String, String> imported;

  NamedTypes(Tokens tokens, Edits edits, CellHost host, Map<String, String> imported) {
    this.tokens = tokens;
    this.edits = edits;
    this.host = host;
    this.imported = imported;
  }

  void apply() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean type = token.isWord() && token.isAny("extends", "implements", "instanceof", "new");
      if (type && !tokens.afterDot(i) && tokens.get(i + 1).isWord()) {
        name(i, token.is("new"));
      }
    }
  }

  private void name(int keyword, boolean made) {
    int from = keyword + 1;
    int end = from + 1;
    while (tokens.get(end).is(".") && tokens.get(end + 1).isWord()) {
      end += 2;
    }
    Object value = find(tokens.source(from, end).replaceAll("\\s", ""), from);
    if (value instanceof NamedType && made) {
      edits.replace(tokens.get(keyword).start(), tokens.get(from).start(), "");
    } else if (value instanceof NamedType type) {
      boolean asked = tokens.get(keyword).is("instanceof");
      replace(from, end, asked ? type.instanceClass() : type.javaClass());
    } else if (value instanceof Class<?> type && end > from + 1) {
      replace(from, end, type);
    }
  }

  private void replace(int from, int end, Class<?> type) {
    edits.replace(tokens.get(from).start(), tokens.get(end - 1).end(), type.getCanonicalName());
  }

  private Object find(String path, int place) {
    String[] parts = path.split("\\.", 2);
    Object root;
    if (imported.containsKey(parts[0])) {
      root = host.modules().find(imported.get(parts[0])).orElse(null);
    } else {
      root = host.type(parts[0]) == null ? host.variables().get(parts[0]) : null;
    }
    if (parts.length == 1) {
      return root;
    }
    if (!(root instanceof Namespace namespace)) {
      return null;
    }
    Optional<Object> found = namespace.find(parts[1]);
    if (found.isEmpty()) {
      throw tokens.error(place, "there is no class " + path);
    }
    return found.get();
  }
}
