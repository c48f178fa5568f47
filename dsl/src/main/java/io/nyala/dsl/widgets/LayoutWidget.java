package io.nyala.dsl.widgets;

import java.util.LinkedHashMap;
import java.util.Map;

/** A layout; {@code border} stands for its four sides. */
final class LayoutWidget extends Widget {
  private static final String[] SIDES = {
    "border_top", "border_right", "border_bottom", "border_left"
  };

  LayoutWidget(Widgets home, WidgetType type) {
    super(home, type);
  }

  static boolean isShorthand(WidgetType type, String name) {
    return type.name().equals("Layout") && name.equals("border");
  }

  /** Arguments with {@code border} spread over the sides. */
  static Map<String, Object> spread(WidgetType type, Map<String, Object> given) {
    if (!type.name().equals("Layout") || !given.containsKey("border")) {
      return given;
    }
    Map<String, Object> all = new LinkedHashMap<>(given);
    Object border = all.remove("border");
    for (String side : SIDES) {
      all.putIfAbsent(side, border);
    }
    return all;
  }

  @Override
  public Object getProperty(String name) {
    return super.getProperty(isShorthand(type(), name) ? SIDES[0] : name);
  }

  @Override
  public void setProperty(String name, Object value) {
    if (isShorthand(type(), name)) {
      for (String side : SIDES) {
        set(side, value);
      }
    } else {
      super.setProperty(name, value);
    }
  }
}
