package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** {@code itertools}. */
final class ItertoolsModule {
  private ItertoolsModule() {}

  static Namespace names() {
    Module tools = new Module("itertools");
    tools.function("count", (given, named) -> count(given));
    tools.one("cycle", ItertoolsModule::cycle);
    tools.function("repeat", (given, named) -> repeat(given));
    tools.function("chain", (given, named) -> chain(Arrays.asList(given).iterator()));
    tools.function("islice", (given, named) -> islice(given));
    tools.function("accumulate", (given, named) -> accumulate(given));
    tools.two("takewhile", ItertoolsModule::takeWhile);
    tools.two("dropwhile", ItertoolsModule::dropWhile);
    tools.two("starmap", ItertoolsModule::starMap);
    tools.function("zip_longest", (given, named) -> zipLongest(given, named));
    tools.function("groupby", (given, named) -> groupBy(given, named));
    tools.one("pairwise", ItertoolsModule::pairwise);
    Picks.define(tools);
    return tools.names();
  }

  private static Object count(Object[] given) {
    Object[] at = {given.length > 0 ? given[0] : 0};
    Object step = given.length > 1 ? given[1] : 1;
    return Module.lazy(
        "count",
        () -> {
          Object value = at[0];
          at[0] = Module.add(value, step);
          return value;
        });
  }

  private static Object cycle(Object items) {
    List<Object> all = Module.items(items);
    int[] at = {0};
    return Module.lazy("cycle", () -> all.isEmpty() ? Module.end() : all.get(at[0]++ % all.size()));
  }

  private static Object repeat(Object[] given) {
    int[] left = {given.length > 1 ? Module.index(given[1]) : -1};
    return Module.lazy(
        "repeat",
        () -> {
          if (left[0] == 0) {
            return Module.end();
          }
          left[0]--;
          return given[0];
        });
  }

  static Iterator<Object> chain(Iterator<?> sources) {
    List<Iterator<Object>> open = new ArrayList<>();
    return Module.lazy(
        "chain",
        () -> {
          while (true) {
            if (!open.isEmpty() && open.get(0).hasNext()) {
              return open.get(0).next();
            }
            if (!sources.hasNext()) {
              return Module.end();
            }
            open.clear();
            open.add(Module.iterate(sources.next()));
          }
        });
  }

  private static Object islice(Object[] given) {
    Iterator<Object> items = Module.iterate(given[0]);
    int start = given.length > 2 && given[1] != null ? Module.index(given[1]) : 0;
    Object last = given.length > 2 ? given[2] : given[1];
    int stop = last == null ? Integer.MAX_VALUE : Module.index(last);
    int step = given.length > 3 && given[3] != null ? Module.index(given[3]) : 1;
    int[] at = {0, start};
    return Module.lazy(
        "islice",
        () -> {
          if (at[1] >= stop) {
            return Module.end();
          }
          while (at[0] < at[1] && items.hasNext()) {
            items.next();
            at[0]++;
          }
          if (!items.hasNext()) {
            return Module.end();
          }
          at[0]++;
          at[1] += step;
          return items.next();
        });
  }

  private static Object accumulate(Object[] given) {
    Iterator<Object> items = Module.iterate(given[0]);
    Object[] total = {Module.end()};
    return Module.lazy(
        "accumulate",
        () -> {
          if (!items.hasNext()) {
            return Module.end();
          }
          Object item = items.next();
          boolean first = total[0] == Module.end();
          Object next =
              given.length > 1 && !first
                  ? Module.call(given[1], total[0], item)
                  : first ? item : Module.add(total[0], item);
          total[0] = next;
          return next;
        });
  }

  private static Object takeWhile(Object test, Object source) {
    Iterator<Object> items = Module.iterate(source);
    return Module.lazy(
        "takewhile",
        () -> {
          Object item = items.hasNext() ? items.next() : Module.end();
          boolean ends = item == Module.end() || !Module.truth(Module.call(test, item));
          return ends ? Module.end() : item;
        });
  }

  private static Object dropWhile(Object test, Object source) {
    Iterator<Object> items = Module.iterate(source);
    boolean[] started = {false};
    return Module.lazy(
        "dropwhile",
        () -> {
          while (items.hasNext()) {
            Object item = items.next();
            started[0] = started[0] || !Module.truth(Module.call(test, item));
            if (started[0]) {
              return item;
            }
          }
          return Module.end();
        });
  }

  private static Object starMap(Object function, Object source) {
    Iterator<Object> items = Module.iterate(source);
    return Module.lazy(
        "starmap",
        () ->
            items.hasNext()
                ? Module.call(function, Module.items(items.next()).toArray())
                : Module.end());
  }

  private static Object zipLongest(Object[] given, io.nyala.dsl.names.Kwargs named) {
    List<Iterator<Object>> all = Arrays.stream(given).map(Module::iterate).toList();
    Object fill = named == null ? null : named.get("fillvalue");
    return Module.lazy(
        "zip_longest",
        () -> {
          if (all.stream().noneMatch(Iterator::hasNext)) {
            return Module.end();
          }
          Object[] row = new Object[all.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = all.get(i).hasNext() ? all.get(i).next() : fill;
          }
          return Tuple.of(row);
        });
  }

  private static Object groupBy(Object[] given, io.nyala.dsl.names.Kwargs named) {
    Object key = given.length > 1 ? given[1] : named == null ? null : named.get("key");
    List<Object> groups = new ArrayList<>();
    List<Object> current = null;
    Object currentKey = null;
    for (Object item : Module.items(given[0])) {
      Object by = key == null ? item : Module.call(key, item);
      if (current == null || !Module.equal(by, currentKey)) {
        current = new ArrayList<>();
        currentKey = by;
        groups.add(Tuple.of(by, current));
      }
      current.add(item);
    }
    Iterator<Object> all = groups.iterator();
    return Module.lazy(
        "groupby",
        () -> {
          if (!all.hasNext()) {
            return Module.end();
          }
          Tuple group = (Tuple) all.next();
          return Tuple.of(group.get(0), ((List<?>) group.get(1)).iterator());
        });
  }

  private static Object pairwise(Object source) {
    Iterator<Object> items = Module.iterate(source);
    Object[] before = {items.hasNext() ? items.next() : null};
    return Module.lazy(
        "pairwise",
        () -> {
          if (!items.hasNext()) {
            return Module.end();
          }
          Object pair = Tuple.of(before[0], items.next());
          before[0] = ((Tuple) pair).get(1);
          return pair;
        });
  }
}
