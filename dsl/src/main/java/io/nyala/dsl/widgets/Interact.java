package io.nyala.dsl.widgets;

import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Nearest;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.python.run.PyFunction;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code interact(f, x=(0, 10))}: a function, run again whenever one of its parameters' widgets
 * moves. Source: ipywidgets' documentation, "Using Interact".
 */
final class Interact {
  private static final String IT = "it";

  private final Widgets home;
  private final Abbreviations abbreviations;

  Interact(Widgets home) {
    this.home = home;
    this.abbreviations = new Abbreviations(home);
  }

  /**
   * When a function runs.
   *
   * @param manual only when a button is pressed
   * @param button what stands on the button
   * @param shows whether the function's value is shown
   */
  private record Options(boolean manual, String button, boolean shows) {}

  void into(Namespace names) {
    Options usual = new Options(false, "Run Interact", true);
    names.define("interact", new Factory(usual, Map.of()));
    names.define("interact_manual", new Factory(new Options(true, "Run Interact", true), Map.of()));
    define(
        names,
        "interactive",
        (positional, named) -> {
          List<Object> rest = new ArrayList<>(positional);
          Object function = Calling.function("interactive()", rest);
          Options options = new Options(false, "Run Interact", false);
          if (!rest.isEmpty() && rest.get(0) instanceof Map<?, ?> given) {
            options = changed(options, given);
          }
          Panel panel = new Panel(function, named, options);
          panel.start();
          return panel.box;
        });
    define(names, "interactive_output", this::output);
    define(names, "fixed", Interact::fixed);
  }

  private static void define(Namespace names, String name, Callable body) {
    names.define(name, Functions.of(name, body));
  }

  private static Object fixed(List<Object> positional, Map<String, Object> named) {
    if (positional.size() + named.size() != 1) {
      throw PyError.type("fixed() takes one value");
    }
    return new Fixed(positional.isEmpty() ? named.get("value") : positional.get(0));
  }

  /** A parameter that no widget moves. */
  private record Fixed(Object value) {}

  private static Options changed(Options from, Map<?, ?> given) {
    Map<Object, Object> rest = new LinkedHashMap<>(given);
    Object manual = rest.remove("manual");
    Object button = rest.remove("manual_name");
    Object shows = rest.remove("auto_display");
    if (!rest.isEmpty()) {
      throw PyError.value("invalid option " + Repr.of(rest.keySet().iterator().next()));
    }
    return new Options(
        manual == null ? from.manual() : Boolean.TRUE.equals(manual),
        button == null ? from.button() : Repr.text(button),
        shows == null ? from.shows() : Boolean.TRUE.equals(shows));
  }

  /** {@code interact} itself, and what a decorator with arguments leaves. */
  private final class Factory extends Members implements Callable {
    private final Options options;
    private final Map<String, Object> given;

    Factory(Options options, Map<String, Object> given) {
      super("interact");
      this.options = options;
      this.given = given;
      define("options", (none, named) -> new Factory(changed(options, named), given));
      define("widget", (functions, named) -> panel(functions, named).box);
    }

    private Panel panel(List<Object> positional, Map<String, Object> named) {
      Map<String, Object> all = new LinkedHashMap<>(given);
      all.putAll(named);
      return new Panel(Calling.function("interact()", new ArrayList<>(positional)), all, options);
    }

    @Override
    public Object call(List<Object> positional, Map<String, Object> named) {
      if (positional.isEmpty()) {
        Map<String, Object> all = new LinkedHashMap<>(given);
        all.putAll(named);
        return new Factory(options, all);
      }
      Panel panel = panel(positional, named);
      home.context().display(panel.box);
      panel.start();
      return panel.function instanceof PyFunction ? panel.function : null;
    }

    @Override
    public String toString() {
      return "<function interact>";
    }
  }

  /** A function with its widgets and its output below each other. */
  private final class Panel {
    private final Object function;
    private final Options options;
    private final Map<String, Object> controls = new LinkedHashMap<>();
    private final boolean clears;
    private final OutputWidget out;
    private final Widget button;
    private final Widget box;

    Panel(Object function, Map<String, Object> named, Options options) {
      this.function = function;
      this.options = options;
      Map<String, Object> given = new LinkedHashMap<>(named);
      Object clearing = given.remove("clear_output");
      clears = clearing == null || Boolean.TRUE.equals(clearing);
      matched(given).forEach(this::control);
      List<Object> children = new ArrayList<>();
      controls.values().stream().filter(Widget.class::isInstance).forEach(children::add);
      button =
          options.manual() ? home.make("Button", Map.of("description", options.button())) : null;
      if (button != null) {
        children.add(button);
      }
      out = (OutputWidget) home.make("Output", Map.of());
      children.add(out);
      box = home.interactive(children);
    }

    /** The parameters with what is to become of each, in the function's order. */
    private Map<String, Object> matched(Map<String, Object> given) {
      Map<String, Object> parameters = Functions.parameters(function);
      boolean one = parameters != null && parameters.keySet().equals(java.util.Set.of(IT));
      if (parameters == null || one && given.size() == 1 && !given.containsKey(IT)) {
        return given;
      }
      for (String name : given.keySet()) {
        if (!parameters.containsKey(name)) {
          throw PyError.type(
              Functions.name(function)
                  + "() got an unexpected keyword argument '"
                  + name
                  + "'."
                  + Nearest.hint(name, parameters.keySet()));
        }
      }
      Map<String, Object> all = new LinkedHashMap<>();
      parameters.forEach(
          (name, start) -> {
            Object value = given.getOrDefault(name, start);
            if (value == Functions.REQUIRED) {
              throw PyError.value(
                  "cannot find widget or abbreviation for argument: '" + name + "'");
            }
            if (given.containsKey(name) || start != null) {
              all.put(name, value);
            }
          });
      return all;
    }

    private void control(String name, Object value) {
      if (value instanceof Fixed) {
        controls.put(name, value);
        return;
      }
      Map<String, Object> parameters = Functions.parameters(function);
      Object start =
          parameters == null || parameters.get(name) == null
              ? Functions.REQUIRED
              : parameters.get(name);
      Widget widget = abbreviations.widget(value, start);
      boolean named = widget.type().traits().containsKey("description");
      if (named && "".equals(widget.value("description"))) {
        widget.set("description", name);
      }
      controls.put(name, widget);
    }

    void start() {
      Object again = Functions.of("update", (change, none) -> update());
      if (button != null) {
        button.invokeMethod("on_click", new Object[] {again});
        return;
      }
      for (Object each : controls.values()) {
        if (each instanceof Widget widget) {
          widget.observers().add(again, "value");
        }
      }
      update();
    }

    private Object update() {
      if (button != null) {
        button.set("disabled", true);
      }
      try {
        home.context().showFigures();
        out.within(Functions.of("interact", (none, named) -> run()));
      } finally {
        if (button != null) {
          button.set("disabled", false);
        }
      }
      return null;
    }

    private Object run() {
      if (clears) {
        home.context().clear(true);
      }
      Map<String, Object> values = new LinkedHashMap<>();
      controls.forEach((name, control) -> values.put(name, valueOf(control)));
      Object result = Functions.callByName(function, values);
      home.context().showFigures();
      if (options.shows() && result != null) {
        home.context().display(result);
      }
      return result;
    }
  }

  private static Object valueOf(Object control) {
    return control instanceof Widget widget ? widget.value("value") : ((Fixed) control).value();
  }

  /** {@code interactive_output(f, {'x': slider})}. */
  private Object output(List<Object> positional, Map<String, Object> named) {
    List<Object> rest = new ArrayList<>(positional);
    Object function = Calling.function("interactive_output()", rest);
    Object given = rest.isEmpty() ? named.get("controls") : rest.get(0);
    if (!(given instanceof Map<?, ?> controls)) {
      throw PyError.type("interactive_output() takes a function and a map of widgets");
    }
    OutputWidget out = (OutputWidget) home.make("Output", Map.of());
    Object again =
        Functions.of(
            "update",
            (change, none) -> out.within(Functions.of("run", (n, m) -> run(function, controls))));
    for (Object each : controls.values()) {
      if (!(each instanceof Widget widget)) {
        throw PyError.type("interactive_output() takes widgets; received " + Repr.of(each));
      }
      widget.observers().add(again, "value");
    }
    Calling.call(again);
    return out;
  }

  private Object run(Object function, Map<?, ?> controls) {
    home.context().clear(true);
    Map<String, Object> values = new LinkedHashMap<>();
    controls.forEach((name, control) -> values.put(String.valueOf(name), valueOf(control)));
    Functions.callByName(function, values);
    home.context().showFigures();
    return null;
  }

  /** Whether an error is the person's wish that the cell end, which nothing may swallow. */
  static boolean isStop(Throwable thrown) {
    return thrown instanceof KeyboardInterrupt
        || thrown instanceof InterruptedException
        || thrown instanceof io.nyala.dsl.lang.SystemExit;
  }
}
