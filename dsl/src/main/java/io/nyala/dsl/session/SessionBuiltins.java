package io.nyala.dsl.session;

import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Renderers;
import io.nyala.dsl.show.Rich;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The built-ins that need the cell's front end: {@code display}, {@code clear_output}, {@code
 * input}.
 */
final class SessionBuiltins {
  private final Renderers renderers;

  SessionBuiltins(Renderers renderers) {
    this.renderers = renderers;
  }

  Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    add(all, "display", this::display);
    add(all, "update_display", this::updateDisplay);
    add(all, "clear_output", this::clearOutput);
    add(all, "input", this::input);
    add(all, "HTML", given -> Rich.html(text(given)));
    add(all, "Markdown", given -> Rich.markdown(text(given)));
    add(all, "Latex", given -> Rich.latex(text(given)));
    add(all, "Math", given -> Rich.latex("$\\displaystyle " + text(given) + "$"));
    add(all, "SVG", given -> Rich.svg(text(given)));
    add(all, "Image", SessionBuiltins::image);
    add(all, "display_html", this::displayHtml);
    return all;
  }

  private interface Body {
    Object call(Arguments arguments);
  }

  private static void add(Map<String, Object> all, String name, Body body) {
    all.put(
        name, new BuiltinFunction(name, (list, named) -> body.call(new Arguments(list, named))));
  }

  private static CellOutput output() {
    CellOutput output = OutputRouter.current();
    if (output == null) {
      throw new PyError("RuntimeError", "this works only while a cell runs");
    }
    return output;
  }

  private MimeBundle bundle(Object value) {
    return value instanceof MimeBundle bundle ? bundle : renderers.render(value);
  }

  private Object display(Arguments arguments) {
    Object given = arguments.named().get("display_id");
    boolean named = given != null && !Boolean.FALSE.equals(given);
    String fresh = UUID.randomUUID().toString().replace("-", "");
    String id = !named ? null : Boolean.TRUE.equals(given) ? fresh : given.toString();
    for (Object value : arguments.positional()) {
      output().display(bundle(value), id);
    }
    return named ? handle(id) : null;
  }

  private DisplayHandle handle(String id) {
    return new DisplayHandle(
        id,
        value -> output().display(bundle(value), id),
        value -> output().updateDisplay(bundle(value), id));
  }

  /**
   * A picture by its file's name or its bytes; not by an address, which an output may not reach.
   */
  private static Object image(Arguments given) {
    Map<String, Object> named = new LinkedHashMap<>(given.named());
    Object source = given.positional().isEmpty() ? null : given.positional().get(0);
    source = named.containsKey("data") ? named.remove("data") : source;
    source = named.containsKey("filename") ? named.remove("filename") : source;
    boolean address =
        named.containsKey("url")
            || source instanceof CharSequence text
                && text.toString().matches("(?i)(https?|ftp)://.*");
    if (address) {
      throw PyError.value(
          "Image() shows files and bytes; an address is refused, since a saved notebook would ask"
              + " for it wherever it is opened. Download it, keras.utils.get_file(…), and show the"
              + " file.");
    }
    Object width = named.remove("width");
    Object height = named.remove("height");
    Object words = named.remove("alt");
    named.remove("format");
    if (!named.isEmpty() || source == null || given.positional().size() > 1) {
      throw PyError.type(
          named.isEmpty()
              ? "one argument is expected, what is to be shown"
              : "Image() got an unexpected keyword argument '"
                  + named.keySet().iterator().next()
                  + "'; there are data, filename, width, height and alt");
    }
    return Rich.sized(Rich.image(source), width, height, words);
  }

  private static String text(Arguments given) {
    return String.valueOf(only(given));
  }

  private static Object only(Arguments given) {
    boolean named = given.positional().isEmpty() && given.named().size() == 1;
    if (!named && (given.positional().size() != 1 || !given.named().isEmpty())) {
      throw PyError.type("one argument is expected, what is to be shown");
    }
    return named ? given.named().values().iterator().next() : given.positional().get(0);
  }

  /** Text is markup here; other values are shown by their own HTML form. */
  private Object displayHtml(Arguments arguments) {
    for (Object value : arguments.positional()) {
      boolean markup = value instanceof CharSequence;
      output().display(markup ? Rich.html(value.toString()) : bundle(value), null);
    }
    return null;
  }

  private Object updateDisplay(Arguments arguments) {
    Object id = arguments.named().get("display_id");
    if (id == null) {
      throw PyError.type("update_display() needs display_id = …");
    }
    for (Object value : arguments.positional()) {
      output().updateDisplay(bundle(value), id.toString());
    }
    return null;
  }

  private Object clearOutput(Arguments arguments) {
    Object wait = arguments.named().get("wait");
    List<Object> given = arguments.positional();
    output().clear(Boolean.TRUE.equals(given.isEmpty() ? wait : given.get(0)));
    return null;
  }

  private Object input(Arguments arguments) {
    List<Object> given = arguments.positional();
    String prompt = given.isEmpty() ? "" : String.valueOf(given.get(0));
    boolean password = Boolean.TRUE.equals(arguments.named().get("password"));
    CellOutput output = output();
    output.flush();
    try {
      return output.frontend().readLine(prompt, password);
    } catch (InterruptedIOException e) {
      throw new KeyboardInterrupt();
    } catch (IOException e) {
      throw new PyError("StdinNotImplementedError", e.getMessage(), e);
    }
  }
}
