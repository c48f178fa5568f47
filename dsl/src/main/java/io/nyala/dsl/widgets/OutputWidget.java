package io.nyala.dsl.widgets;

import io.nyala.dsl.names.Managed;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.MimeBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place for what code prints and shows. While code runs in it, the front end takes the outputs of
 * that code's request for this place; where there is no front end, they go where they always go.
 */
final class OutputWidget extends Widget implements Managed {
  private int depth;

  OutputWidget(Widgets home, WidgetType type) {
    super(home, type);
  }

  @Override
  void addMethods(WidgetMethods all) {
    all.def("clear_output(wait=False)", given -> clear(given.flag("wait")));
    all.define("with", (positional, named) -> within(Calling.function("with()", positional)));
    all.define("call", (positional, named) -> within(Calling.function("Output()", positional)));
    all.define("capture", this::capture);
    all.def("append_stdout(text)", given -> append(stream("stdout", given.string("text"))));
    all.def("append_stderr(text)", given -> append(stream("stderr", given.string("text"))));
    all.def(
        "append_display_data(display_object)", given -> append(shown(given.get("display_object"))));
  }

  @Override
  public Object enter() {
    home().context().flush();
    String request = home().context().request();
    if (isOpen() && !request.isEmpty()) {
      set("msg_id", request);
      depth++;
    }
    return this;
  }

  @Override
  public boolean exit(Throwable thrown) {
    boolean shown = thrown != null && isOpen() && !Interact.isStop(thrown);
    if (shown) {
      home().context().showError(thrown);
    }
    home().context().flush();
    if (depth > 0 && --depth == 0) {
      set("msg_id", "");
    }
    return shown;
  }

  /** Runs code here; an error is shown here too, and goes no further. */
  Object within(Object code) {
    enter();
    Object value = null;
    Throwable thrown = null;
    try {
      value = Calling.call(code, this);
    } catch (Throwable e) {
      thrown = e;
    }
    if (!exit(thrown) && thrown != null) {
      throw Widgets.<RuntimeException>asIs(thrown);
    }
    return value;
  }

  private Object clear(boolean wait) {
    enter();
    try {
      home().context().clear(wait);
    } finally {
      exit(null);
    }
    return null;
  }

  /** {@code @out.capture()}: a function that does the same here. */
  private Object capture(List<Object> positional, Map<String, Object> named) {
    List<Object> given = new ArrayList<>(positional);
    boolean clears = Boolean.TRUE.equals(named.get("clear_output"));
    boolean waits = Boolean.TRUE.equals(named.get("wait"));
    if (!given.isEmpty() && Calling.isFunction(given.get(given.size() - 1))) {
      return captured(given.get(given.size() - 1), clears, waits);
    }
    boolean first = !given.isEmpty() && Boolean.TRUE.equals(given.get(0));
    return Functions.of(
        "capture", (functions, none) -> captured(functions.get(0), first || clears, waits));
  }

  private Object captured(Object function, boolean clears, boolean waits) {
    return Functions.of(
        Functions.name(function),
        (positional, named) -> {
          if (clears) {
            clear(waits);
          }
          return within(
              Functions.of(
                  "captured", (ignored, none) -> Functions.call(function, positional, named)));
        });
  }

  private Object append(Map<String, Object> output) {
    List<Object> all = new ArrayList<>((Tuple) value("outputs"));
    all.add(output);
    set("outputs", all);
    return null;
  }

  private static Map<String, Object> stream(String name, String text) {
    return Map.of("output_type", "stream", "name", name, "text", text);
  }

  private Map<String, Object> shown(Object value) {
    MimeBundle bundle = home().render(value);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("output_type", "display_data");
    output.put("data", bundle.data());
    output.put("metadata", bundle.metadata());
    return output;
  }

  @Override
  boolean isWorthSaying(String name) {
    return !name.equals("msg_id") && super.isWorthSaying(name);
  }
}
