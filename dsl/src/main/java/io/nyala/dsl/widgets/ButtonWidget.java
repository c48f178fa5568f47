package io.nyala.dsl.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A widget that is pressed, or a field whose line is finished. */
final class ButtonWidget extends Widget {
  private final String event;
  private final List<Object> handlers = new ArrayList<>();

  ButtonWidget(Widgets home, WidgetType type) {
    super(home, type);
    event = type.name().equals("Button") ? "click" : "submit";
  }

  @Override
  void addMethods(WidgetMethods all) {
    all.taking(
        "on_" + event,
        "remove",
        (handler, remove) -> WidgetMethods.register(handlers, handler, remove));
    if (event.equals("click")) {
      all.def("click()", given -> happened());
    }
  }

  private Object happened() {
    List.copyOf(handlers).forEach(each -> Calling.call(each, this));
    return null;
  }

  @Override
  void custom(Map<?, ?> content, List<byte[]> buffers) {
    if (event.equals(content.get("event"))) {
      happened();
    }
    super.custom(content, buffers);
  }

  @Override
  boolean isWorthSaying(String name) {
    return name.equals("style") && event.equals("click") || super.isWorthSaying(name);
  }
}
