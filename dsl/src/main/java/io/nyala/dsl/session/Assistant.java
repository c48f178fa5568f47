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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Help at the keyboard: completion, inspection, and whether a cell is complete. */
final class Assistant {
  private static final Pattern FROM =
      Pattern.compile(
          "(?m)^[ \\t]*from\\s+([\\w.]+)\\s+import\\s+(?:\\([\\w\\s,]*|[\\w \\t,]*)\\z");

  private static final Pattern DOLLAR = Pattern.compile("\\$[\\p{L}_][\\p{L}\\p{N}_.]*\\z");

  private static final Pattern IMPORT =
      Pattern.compile("\\s*(?:from|import(?:\\s+[\\w.]+(?:\\s+as\\s+\\w+)?\\s*,)*)\\s+[\\w.]*");

  private final CellHost host;
  private final CellLanguage language;
  private final Finder finder;
  private final Function<String, String> cells;

  /**
   * Help for cells of a language.
   *
   * @param cells the text of a cell by the name of its class, or null
   */
  Assistant(CellHost host, CellLanguage language, Function<String, String> cells) {
    this.host = host;
    this.finder = new Finder(host, language);
    this.language = language;
    this.cells = cells;
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
    int inner = placeholder(code, end, at.string());
    if (inner >= 0) {
      return complete(" ".repeat(inner) + code.substring(inner), cursor);
    }
    if (at.string() != null) {
      values(found, at);
      if (found.isEmpty()) {
        return Paths.complete(at.string(), end);
      }
      return new Completions(end - at.string().length(), end, List.copyOf(found.values()));
    }
    Optional<String> from = importedFrom(code, end);
    if (from.isPresent()) {
      module(from.get()).ifPresent(module -> namespace(found, module, at.prefix()));
    } else if (isBeforeImport(code, end)) {
      add(found, at.prefix(), "import", "keyword", "");
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

  /** Where the code starts that a text has in braces, as f-strings and Groovy's do; or −1. */
  private int placeholder(String code, int cursor, String string) {
    Matcher dollar = DOLLAR.matcher(string == null ? "" : string);
    if (dollar.find() && language.name().equals("groovy")) {
      boolean quoted = code.charAt(cursor - string.length() - 1) == '"';
      return quoted ? cursor - string.length() + dollar.start() + 1 : -1;
    }
    int brace = string == null ? -1 : string.lastIndexOf('{');
    if (brace < 0 || string.indexOf('}', brace) >= 0) {
      return -1;
    }
    int start = cursor - string.length();
    int quote = start;
    while (quote > 0 && (code.charAt(quote - 1) == '"' || code.charAt(quote - 1) == '\'')) {
      quote--;
    }
    char before = brace > 0 ? string.charAt(brace - 1) : ' ';
    boolean python = quote > 0 && "fF".indexOf(code.charAt(quote - 1)) >= 0 && before != '{';
    boolean groovy = before == '$' && code.charAt(start - 1) == '"';
    return python || groovy ? start + brace + 1 : -1;
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
    return IMPORT.matcher(line).matches();
  }

  private void modules(Map<String, Match> found, CursorContext at) {
    String path = at.receiver().isEmpty() ? at.prefix() : at.receiver() + "." + at.prefix();
    Set<String> names = new TreeSet<>(host.modules().names());
    names.addAll(language.moduleNames());
    for (String module : names) {
      if (module.startsWith(path)) {
        String rest = module.substring(at.receiver().isEmpty() ? 0 : at.receiver().length() + 1);
        add(found, at.prefix(), rest.split("\\.")[0], "module", "");
      }
    }
    module(at.receiver()).ifPresent(module -> namespace(found, module, at.prefix()));
  }

  private Optional<Namespace> module(String path) {
    return host.modules()
        .find(path)
        .filter(Namespace.class::isInstance)
        .map(Namespace.class::cast)
        .or(() -> language.module(path));
  }

  private static boolean isBeforeImport(String code, int cursor) {
    String line = code.substring(code.lastIndexOf('\n', Math.max(0, cursor - 1)) + 1, cursor);
    return line.matches("\\s*from\\s+[\\w.]+\\s+\\w*");
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
    language
        .builtins()
        .forEach((name, value) -> add(found, prefix, name, kind(value), signature(value)));
    host.builtins().forEach((name, value) -> add(found, prefix, name, "function", ""));
    host.typeNames().forEach(name -> add(found, prefix, name, "class", ""));
    language.keywords().forEach(name -> add(found, prefix, name, "keyword", ""));
  }

  private String kind(Object value) {
    if (value instanceof Namespace) {
      return "module";
    }
    if (value instanceof NamedType || value instanceof Class || language.isClass(value)) {
      return "class";
    }
    boolean function = value instanceof Callable || value instanceof groovy.lang.Closure;
    return function ? "function" : "variable";
  }

  private String signature(Object value) {
    return value instanceof Namespace ? "" : signatureOf(value).map(Signature::line).orElse("");
  }

  private Optional<Signature> signatureOf(Object value) {
    return language.signature(value).or(() -> Signatures.of(value));
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
      own.get()
          .forEach(
              (name, type) -> {
                Optional<Object> member = language.member(value, name);
                add(found, at.prefix(), name, type, member.map(this::signature).orElse(""));
              });
      return;
    }
    if (value instanceof Map<?, ?> map) {
      map.keySet().stream()
          .filter(String.class::isInstance)
          .forEach(key -> add(found, at.prefix(), (String) key, "property", ""));
    }
    Members.of(value).forEach((name, type) -> add(found, at.prefix(), name, type, ""));
  }

  private void namespace(Map<String, Match> found, Namespace namespace, String prefix) {
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
      return signatureOf(callee.get());
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
    boolean byName = false;
    for (int i = 0; i < parameters.size(); i++) {
      Parameter each = parameters.get(i);
      byName |= each.name().startsWith("*");
      boolean open = byName || i >= at.position();
      if (open && isName(each.name()) && !at.given().contains(each.name())) {
        add(found, at.prefix(), each.name() + "=", "keyword argument", each.doc());
      }
    }
  }

  private static boolean isName(String text) {
    return Character.isJavaIdentifierStart(text.charAt(0));
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
    if (path.startsWith(".")) {
      path = CursorContext.expression(code, end - path.length()) + path;
    } else if (path.isEmpty() && end > 0 && code.charAt(end - 1) == ')') {
      path = CursorContext.callee(code, end - 1);
    }
    if (path.isEmpty() || signatureAt(path).isEmpty() && find(path).isEmpty()) {
      path = CursorContext.at(code, cursor).call();
    }
    Optional<String> own = find(path).flatMap(it -> language.help(it, detailLevel, cells));
    if (own.isPresent()) {
      return own.map(MimeBundle::text);
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
