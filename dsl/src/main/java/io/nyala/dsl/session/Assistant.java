package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.modules.Signatures;
import io.nyala.dsl.names.modules.Signatures.Parameter;
import io.nyala.dsl.names.modules.Signatures.Signature;
import io.nyala.dsl.session.Completions.Match;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Help at the keyboard: completion, inspection, and whether a cell is complete. */
final class Assistant {
  private static final Pattern FROM =
      Pattern.compile(
          "(?m)^[ \\t]*from\\s+([\\w.]+)\\s+import\\s+(?:\\([\\w\\s,]*|[\\w \\t,]*)\\z");

  private final CellHost host;
  private final CellLanguage language;
  private final Finder finder;

  Assistant(CellHost host, CellLanguage language) {
    this.host = host;
    this.finder = new Finder(host);
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
    Optional<String> from = importedFrom(code, end);
    if (from.isPresent()) {
      host.modules()
          .find(from.get())
          .filter(Namespace.class::isInstance)
          .ifPresent(module -> namespace(found, (Namespace) module, at.prefix()));
    } else if (isImport(code, end)) {
      modules(found, at);
      packages(found, at);
    } else if (!at.receiver().isEmpty()) {
      members(found, at);
    } else {
      keywordArguments(found, at);
      names(found, at.prefix());
    }
    return new Completions(end - at.prefix().length(), end, List.copyOf(found.values()));
  }

  /** The module of {@code from keras.layers import Dense, LS}. */
  private static Optional<String> importedFrom(String code, int cursor) {
    String before = code.substring(0, cursor);
    Matcher line = FROM.matcher(before);
    String found = null;
    while (line.find()) {
      found = line.end() == before.length() ? line.group(1) : found;
    }
    return Optional.ofNullable(found);
  }

  private static void packages(Map<String, Match> found, CursorContext at) {
    for (String each : JavaPackages.below(at.receiver())) {
      String kind = Character.isUpperCase(each.charAt(0)) ? "class" : "module";
      add(found, at.prefix(), each, kind, "");
    }
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
      packages(found, at);
      return;
    }
    Object value = receiver.get();
    if (value instanceof Namespace namespace) {
      namespace(found, namespace, at.prefix());
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

  private Optional<Object> find(String expression) {
    return finder.find(expression);
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
    Optional<Signature> signature = signatureAt(at.call());
    if (signature.isEmpty()) {
      return;
    }
    List<Parameter> parameters = signature.get().parameters();
    if (!at.argument().isEmpty()) {
      parameters.stream()
          .filter(each -> each.name().equals(at.argument()) && isFlag(each))
          .forEach(each -> flags(found, at.prefix()));
      return;
    }
    for (int i = Math.max(0, at.position()); i < parameters.size(); i++) {
      Parameter each = parameters.get(i);
      if (!at.given().contains(each.name())) {
        add(found, at.prefix(), each.name() + "=", "keyword argument", each.doc());
      }
    }
  }

  private static boolean isFlag(Parameter parameter) {
    return "True".equals(parameter.defaultText()) || "False".equals(parameter.defaultText());
  }

  private static void flags(Map<String, Match> found, String prefix) {
    add(found, prefix, "True", "keyword", "");
    add(found, prefix, "False", "keyword", "");
  }

  /** What the string at the cursor may be: a key of a map, or a value that the argument knows. */
  private void values(Map<String, Match> found, CursorContext at) {
    if (!at.indexed().isEmpty()) {
      find(at.indexed())
          .filter(Map.class::isInstance)
          .ifPresent(
              map ->
                  ((Map<?, ?>) map)
                      .keySet().stream()
                          .filter(String.class::isInstance)
                          .forEach(key -> add(found, at.string(), (String) key, "value", "")));
      return;
    }
    List<Parameter> parameters =
        signatureAt(at.call()).map(Signature::parameters).orElse(List.of());
    for (int i = 0; i < parameters.size(); i++) {
      Parameter each = parameters.get(i);
      boolean meant = i == at.position() && at.argument().isEmpty();
      if (meant || each.name().equals(at.argument())) {
        each.choices().forEach(choice -> add(found, at.string(), choice, "value", ""));
      }
    }
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
      return Optional.of(Help.of(documented(path, signature.get())));
    }
    return path.isEmpty() ? Optional.empty() : find(path).map(Assistant::value);
  }

  /** A signature that says nothing itself, with what is known of functions of this name. */
  private Signature documented(String path, Signature given) {
    int dot = path.lastIndexOf('.');
    boolean inModule =
        dot > 0 && find(path.substring(0, dot)).map(Namespace.class::isInstance).orElse(false);
    boolean library = inModule || find(path).map(LibraryFunction.class::isInstance).orElse(false);
    return library && given.doc().isEmpty()
        ? new Signature(given.name(), given.parameters(), FunctionDocs.of(path))
        : given;
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
