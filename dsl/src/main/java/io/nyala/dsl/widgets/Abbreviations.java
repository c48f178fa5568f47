package io.nyala.dsl.widgets;

import groovy.lang.IntRange;
import groovy.lang.NumberRange;
import groovy.lang.Range;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code interact} makes of a value: a range or a pair of numbers becomes a slider, a boolean
 * a box to tick, a string a field, a number a slider around it, a list or a map a menu.
 */
final class Abbreviations {
  private final Widgets home;

  Abbreviations(Widgets home) {
    this.home = home;
  }

  /**
   * The widget for a parameter.
   *
   * @param start the value it starts with, {@link Functions#REQUIRED} for its own
   * @throws PyError {@code ValueError} if there is none for such a value
   */
  Widget widget(Object value, Object start) {
    if (value instanceof Widget widget) {
      if (!widget.type().traits().containsKey("value")) {
        throw PyError.type(Repr.of(widget) + " is not a ValueWidget");
      }
      return widget;
    }
    Widget made = single(value);
    if (made == null) {
      made = several(value);
      if (start != Functions.REQUIRED) {
        startAt(made, start);
      }
    }
    return made;
  }

  private static void startAt(Widget made, Object start) {
    try {
      made.set("value", start);
    } catch (PyError e) {
      // A default that is none of the choices leaves the first one chosen.
    }
  }

  private Widget single(Object value) {
    if (value instanceof CharSequence text) {
      return home.make("Text", Map.of("value", text.toString()));
    }
    if (value instanceof Boolean) {
      return home.make("Checkbox", Map.of("value", value));
    }
    return value instanceof Number number ? around(number) : null;
  }

  private Widget around(Number value) {
    boolean whole = isWhole(value);
    double at = value.doubleValue();
    double least = at == 0 ? 0 : at > 0 ? -at : 3 * at;
    double most = at == 0 ? 1 : at > 0 ? 3 * at : -at;
    return slider(whole, least, most, at, null);
  }

  private Widget several(Object value) {
    if (value instanceof Tuple tuple && isNumbers(tuple)) {
      return between(tuple);
    }
    if (value instanceof Range<?> range && range.getFrom() instanceof Number) {
      return between(Tuple.of(range.getFrom(), range.getTo(), step(range)));
    }
    if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
      return home.make("Dropdown", Map.of("options", value));
    }
    throw PyError.value(Repr.of(value) + " cannot be transformed to a widget");
  }

  private static Object step(Range<?> range) {
    if (range instanceof NumberRange numbers) {
      Number step = (Number) ((Object) numbers.getStepSize());
      boolean plain = step.doubleValue() == 1 && !isWhole((Number) range.getFrom());
      return plain ? null : step;
    }
    return range instanceof IntRange ? (Object) 1 : null;
  }

  private static boolean isNumbers(List<?> values) {
    boolean some = values.size() == 2 || values.size() == 3;
    return some && values.stream().allMatch(each -> each == null || each instanceof Number);
  }

  private Widget between(List<?> ends) {
    double least = ((Number) ends.get(0)).doubleValue();
    double most = ((Number) ends.get(1)).doubleValue();
    Number step = ends.size() > 2 ? (Number) ends.get(2) : null;
    boolean whole = ends.stream().allMatch(each -> each == null || isWhole((Number) each));
    if (step != null && step.doubleValue() <= 0) {
      throw PyError.value("step must be >= 0, not " + Repr.of(step));
    }
    if (least > most) {
      throw PyError.value(
          "value must be between min and max (min="
              + Repr.of(ends.get(0))
              + ", max="
              + Repr.of(ends.get(1))
              + ")");
    }
    double middle = least + (most - least) / 2;
    middle = whole ? Math.floor(middle) : middle;
    if (step != null) {
      middle = least + Math.floor((middle - least) / step.doubleValue()) * step.doubleValue();
    }
    return slider(whole, least, most, middle, step);
  }

  private Widget slider(boolean whole, double least, double most, double at, Number step) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("value", at);
    given.put("min", least);
    given.put("max", most);
    if (step != null) {
      given.put("step", step);
    }
    return home.make(whole ? "IntSlider" : "FloatSlider", given);
  }

  private static boolean isWhole(Number value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof Short
        || value instanceof Byte;
  }
}
