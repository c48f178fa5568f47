package io.nyala.dsl.widgets;

import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.PyError;
import java.util.List;
import java.util.Map;

/** {@code ipywidgets.Widget}: what all widgets are; none is only that. */
final class AnyWidget implements NamedType {

  @Override
  public Class<?> javaClass() {
    return Widget.class;
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    throw PyError.type("Widget stands for every widget; make an IntSlider, a Button, …");
  }

  @Override
  public String toString() {
    return "<class 'ipywidgets.Widget'>";
  }
}
