package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.modules.Signatures;
import io.nyala.dsl.names.modules.Signatures.Parameter;
import io.nyala.dsl.names.modules.Signatures.Signature;
import io.nyala.dsl.session.Completions.Match;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Repr;
import io.nyala.dsl.widgets.Widget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Help at the keyboard: completion, inspection, and whether a cell is complete. */
final class Assistant {
  private final CellHost host;
  private final CellLanguage language;

  Assistant(CellHost host, CellLanguage language) {
    this.host = host;
    this.language = language;
  }

  Completeness isComplete(String code) {
    CellLanguage.Progress progress = language.progress(code);
    return new Completeness(
        Completeness.Status.valueOf(progress.state().name()), progress.indent());
  }

  Completions complete(String code, int cursor) {
    CursorContext at = CursorContext.at(code, cursor);
    Map<String, Match> found = new LinkedHashMap<>();
    int end = Math.max(0, Math.min(cursor, code.length()));
    if (at.string() != null) {
      values(found, at);
      if (found.isEmpty()) {
        return Paths.complete(at.string(), end);
      }
      return new Completions(end - at.string().length(), end, List.copyOf(found.values()));
    }
    if (isImport(code, end)) {
      modules(found, at);
    } else if (!at.receiver().isEmpty()) {
      members(found, at);
    } else {
      keywordArguments(found, at);
      names(found, at.prefix());
    }
    return new Completions(end - at.prefix().length(), end, List.copyOf(found.values()));
  }

  private static boolean isImport(String code, int cursor) {
    String line = code.substring(code.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1, cursor);
    return line.strip().matches("(import|from)\\s+[\\w.]*")
        || line.matches("\\s*(import|from)\\s+");
  }

  private void modules(Map<String, Match> found, CursorContext at) {
    String path = at.receiver().isEmpty() ? at.prefix() : at.receiver() + "." + at.prefix();
    for (String module : host.modules().names()) {
      if (module.startsWith(path)) {
        String rest = module.substring(at.receiver().isEmpty() ? 0 : at.receiver().length() + 1);
        add(found, at.prefix(), rest.split("\\.")[0], "module", "");
      }
    }
    host.modules()
        .find(at.receiver())
        .filter(Namespace.class::isInstance)
        .ifPresent(module -> namespace(found, (Namespace) module, at.prefix()));
  }

  private static void add(
      Map<String, Match> found, String prefix, String name, String type, String signature) {
    boolean fits = name.regionMatches(true, 0, prefix, 0, prefix.length());
    if (fits && (!name.startsWith("_") || prefix.startsWith("_"))) {
      found.putIfAbsent(name, new Match(name, type, signature));
    }
  }

  private void names(Map<String, Match> found, String prefix) {
    List<String> variables;
    synchronized (host.variables()) {
      variables = new ArrayList<>(new TreeSet<>(host.variables().keySet()));
    }
    for (String name : variables) {
      Object value = host.variables().get(name);
      add(found, prefix, name, kind(value), signature(value));
    }
    host.builtins().forEach((name, value) -> add(found, prefix, name, "function", ""));
    host.typeNames().forEach(name -> add(found, prefix, name, "class", ""));
    language
        .builtins()
        .forEach((name, value) -> add(found, prefix, name, kind(value), signature(value)));
    language.keywords().forEach(name -> add(found, prefix, name, "keyword", ""));
  }

  private static String kind(Object value) {
    if (value instanceof Namespace) {
      return "module";
    }
    if (value instanceof NamedType || value instanceof Class) {
      return "class";
    }
    boolean function = value instanceof Callable || value instanceof groovy.lang.Closure;
    return function ? "function" : "variable";
  }

  private static String signature(Object value) {
    return value instanceof Namespace ? "" : Signatures.of(value).map(Signature::line).orElse("");
  }

  private void members(Map<String, Match> found, CursorContext at) {
    Optional<Object> receiver = find(at.receiver());
    if (receiver.isEmpty()) {
      return;
    }
    Object value = receiver.get();
    if (value instanceof Namespace namespace) {
      namespace(found, namespace, at.prefix());
      return;
    }
    if (value instanceof Widget widget) {
      widget.memberKinds().forEach((name, kind) -> add(found, at.prefix(), name, kind, ""));
      return;
    }
    Optional<Map<String, String>> own = language.members(value);
    if (own.isPresent()) {
      own.get().forEach((name, type) -> add(found, at.prefix(), name, type, ""));
      return;
    }
    if (value instanceof Map<?, ?> map) {
      map.keySet().stream()
          .filter(String.class::isInstance)
          .forEach(key -> add(found, at.prefix(), (String) key, "property", ""));
    }
    Members.of(value).forEach((name, type) -> add(found, at.prefix(), name, type, ""));
  }

  private static void namespace(Map<String, Match> found, Namespace namespace, String prefix) {
    for (String name : namespace.memberNames()) {
      Object value = namespace.get(name);
      add(found, prefix, name, kind(value), signature(value));
    }
  }

  /** The value at a dotted path, found without running anything. */
  private Optional<Object> find(String path) {
    String[] steps = path.split("\\.");
    Object at = host.variables().get(steps[0]);
    if (at == null) {
      at = host.builtins().getOrDefault(steps[0], host.type(steps[0]));
    }
    for (int i = 1; i < steps.length && at != null; i++) {
      if (at instanceof Namespace namespace) {
        at = namespace.has(steps[i]) ? namespace.get(steps[i]) : null;
      } else {
        at = at instanceof Map<?, ?> map ? map.get(steps[i]) : null;
      }
    }
    return Optional.ofNullable(at);
  }

  private Optional<Signature> signatureAt(String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Optional<Object> callee = find(path);
    if (callee.isPresent()) {
      return Signatures.of(callee.get());
    }
    int dot = path.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : find(path.substring(0, dot))
            .filter(receiver -> !(receiver instanceof Namespace))
            .flatMap(receiver -> Signatures.ofMethod(receiver, path.substring(dot + 1)));
  }

  private void keywordArguments(Map<String, Match> found, CursorContext at) {
    if (!at.argument().isEmpty()) {
      return;
    }
    signatureAt(at.call())
        .ifPresent(
            signature -> {
              for (Parameter each : signature.parameters()) {
                add(found, at.prefix(), each.name() + "=", "keyword argument", each.doc());
              }
            });
  }

  private void values(Map<String, Match> found, CursorContext at) {
    signatureAt(at.call()).stream()
        .flatMap(signature -> signature.parameters().stream())
        .filter(each -> each.name().equals(at.argument()))
        .flatMap(each -> each.choices().stream())
        .forEach(choice -> add(found, at.string(), choice, "value", ""));
  }

  Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
    int end = Math.max(0, Math.min(cursor, code.length()));
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String path = CursorContext.path(code, end);
    if (path.isEmpty() || signatureAt(path).isEmpty() && find(path).isEmpty()) {
      path = CursorContext.at(code, cursor).call();
    }
    Optional<Signature> signature = signatureAt(path);
    if (signature.isPresent()) {
      return Optional.of(Help.of(signature.get()));
    }
    return path.isEmpty() ? Optional.empty() : find(path).map(Assistant::value);
  }

  private static MimeBundle value(Object value) {
    String type =
        value instanceof BuiltinFunction
            ? "built-in function"
            : io.nyala.dsl.names.Types.nameOf(value);
    String text = Repr.of(value);
    String shown = text.length() > 2000 ? text.substring(0, 2000) + " …" : text;
    return MimeBundle.text("Type:  " + type + "\nValue: " + shown);
  }
}
