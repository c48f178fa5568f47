package io.nyala.dsl.widgets;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a widget can do, with Python's signatures. */
final class WidgetMethods {
  private final Widget owner;
  private final Map<String, Callable> all = new LinkedHashMap<>();
  private final List<Object> onMessage = new ArrayList<>();

  WidgetMethods(Widget owner) {
    this.owner = owner;
    taking("observe", "names", (handler, names) -> owner.observers().add(handler, names));
    taking("unobserve", "names", (handler, names) -> owner.observers().remove(handler, names));
    def("unobserve_all(name=None)", given -> unobserve(given.get("name")));
    def("close()", given -> closed());
    def("get_state()", given -> owner.state());
    def("get_interact_value()", given -> owner.getProperty("value"));
    def("send(content)", given -> send(given.get("content")));
    taking("on_msg", "remove", (handler, remove) -> register(onMessage, handler, remove));
    def("add_class(className)", given -> withClass(given.string("className"), true));
    def("remove_class(className)", given -> withClass(given.string("className"), false));
    def("focus()", given -> send(Map.of("do", "focus")));
    def("blur()", given -> send(Map.of("do", "blur")));
  }

  Set<String> names() {
    return all.keySet();
  }

  /** The method of this name. */
  Callable get(String name) {
    Callable method = all.get(name);
    if (method == null) {
      throw owner.unknown(
          "AttributeError", "'" + owner.type().name() + "' object has no attribute", name);
    }
    return method;
  }

  /** Adds a method. */
  void def(String signature, Function<Given, Object> body) {
    LibraryFunction function =
        new LibraryFunction(owner.type().name(), signature, Kind.ARRAY, body::apply);
    all.put(function.signature().name(), function);
  }

  /** Adds a method that reads its arguments itself. */
  void define(String name, Callable body) {
    all.put(name, body);
  }

  /** What a method does with the function it is given. */
  interface Taker {
    void take(Object function, Object option);
  }

  /**
   * Adds a method that takes a function, which may be a closure behind the call, and one option,
   * None if it is not given.
   */
  void taking(String name, String option, Taker body) {
    define(
        name,
        (positional, named) -> {
          List<Object> rest = new ArrayList<>(positional);
          Object function = Calling.function(owner.type().name() + "." + name + "()", rest);
          Object given = rest.isEmpty() ? named.get(option) : rest.get(0);
          body.take(function, given);
          return null;
        });
  }

  /** Adds a function to a list, or takes it away. */
  static void register(List<Object> handlers, Object handler, Object remove) {
    if (Boolean.TRUE.equals(remove)) {
      handlers.remove(handler);
    } else if (!handlers.contains(handler)) {
      handlers.add(handler);
    }
  }

  private Object unobserve(Object name) {
    owner.observers().removeAll(name);
    return null;
  }

  private Object closed() {
    owner.close();
    return null;
  }

  private Object send(Object content) {
    owner.send(Map.of("method", "custom", "content", content));
    return null;
  }

  private Object withClass(String name, boolean wanted) {
    List<Object> classes = new ArrayList<>((Tuple) owner.value("_dom_classes"));
    if (wanted != classes.contains(name)) {
      if (wanted) {
        classes.add(name);
      } else {
        classes.remove(name);
      }
      owner.set("_dom_classes", classes);
    }
    return owner;
  }

  void custom(Map<?, ?> content, List<byte[]> buffers) {
    for (Object each : List.copyOf(onMessage)) {
      io.nyala.dsl.python.run.Invoke.call(each, new Object[] {owner, content, buffers}, null);
    }
  }
}
