package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The modules of Python's own library that are in the box. */
public final class Library {
  /** Those that are written in Python themselves. */
  private static final Set<String> WRITTEN =
      Set.of(
          ("abc argparse ast base64 bisect collections collections.abc concurrent"
                  + " concurrent.futures contextlib copy csv dataclasses datetime enum fractions"
                  + " functools gc getpass glob gzip hashlib heapq html inspect io itertools"
                  + " logging operator pathlib pickle platform pprint random shutil six six.moves"
                  + " sklearn.model_selection statistics string tarfile tempfile textwrap timeit"
                  + " types typing urllib urllib.error urllib.parse urllib.request uuid warnings"
                  + " zipfile")
              .split(" "));

  private static final Set<String> FUTURE =
      Set.of(
          "annotations",
          "division",
          "print_function",
          "absolute_import",
          "unicode_literals",
          "generators",
          "nested_scopes",
          "with_statement",
          "generator_stop",
          "barry_as_FLUFL");

  private static final Map<String, Supplier<Namespace>> MODULES = new LinkedHashMap<>();
  private static final Map<String, Namespace> LOADED = new LinkedHashMap<>();

  static {
    MODULES.put("math", MathModule::names);
    MODULES.put("time", TimeModule::names);
    MODULES.put("_string", StringModule::names);
    MODULES.put("_collections", CollectionsModule::names);
    MODULES.put("_itertools", ItertoolsModule::names);
    MODULES.put("sys", SysModule::names);
    MODULES.put("os", OsModule::names);
    MODULES.put("os.path", OsModule::path);
    MODULES.put("_random", RandomModule::names);
    MODULES.put("_codecs", CodecsModule::names);
    MODULES.put("json", JsonModule::names);
    MODULES.put("re", ReModule::names);
    MODULES.put("_archive", ArchiveModule::names);
    MODULES.put("_system", SystemModule::names);
    MODULES.put("unicodedata", UnicodeModule::names);
  }

  private Library() {}

  /** A module by its dotted name. */
  public static synchronized Optional<Object> find(String path) {
    Supplier<Namespace> maker = MODULES.get(path);
    if (maker == null) {
      return Optional.empty();
    }
    Namespace known = LOADED.get(path);
    if (known == null) {
      known = maker.get();
      LOADED.put(path, known);
    }
    return Optional.of(known);
  }

  /** What {@code from __future__ import} may name: all of it is so already. */
  public static boolean isFuture(String name) {
    return FUTURE.contains(name);
  }

  /** The names of these modules and others, sorted. */
  public static Set<String> names(Set<String> others) {
    Set<String> all = new TreeSet<>(others);
    all.addAll(MODULES.keySet());
    all.addAll(WRITTEN);
    all.removeIf(name -> name.startsWith("_"));
    return all;
  }
}
