package io.nyala.dsl.widgets;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.modules.Signatures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A name of {@code ipywidgets} that every cell has without an import. The widgets behind it are not
 * loaded before someone goes through.
 */
public final class WidgetDoor implements NamedType {
  private static final List<String> NAMES =
      List.of(
          "interact",
          "interactive",
          "IntSlider",
          "FloatSlider",
          "Dropdown",
          "Checkbox",
          "Text",
          "Button",
          "Output",
          "HBox",
          "VBox",
          "FloatProgress",
          "IntProgress");

  static {
    Signatures.register(
        callee ->
            callee instanceof WidgetDoor door ? Signatures.of(door.target()) : Optional.empty());
  }

  private final String name;
  private final Supplier<Widgets> widgets;

  private WidgetDoor(String name, Supplier<Widgets> widgets) {
    this.name = name;
    this.widgets = widgets;
  }

  /** The names with what stands behind them. */
  public static Map<String, Object> all(Supplier<Widgets> widgets) {
    Map<String, Object> all = new LinkedHashMap<>();
    NAMES.forEach(name -> all.put(name, new WidgetDoor(name, widgets)));
    return all;
  }

  private Object target() {
    return widgets.get().names().get(name);
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return ((Callable) target()).call(positional, named);
  }

  @Override
  public boolean hasInstance(Object value) {
    return target() instanceof NamedType type && type.hasInstance(value);
  }

  @Override
  public Class<?> javaClass() {
    return Widget.class;
  }

  @Override
  public String toString() {
    return name.startsWith("interact")
        ? "<function " + name + ">"
        : "<class 'ipywidgets." + name + "'>";
  }
}
