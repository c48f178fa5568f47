package io.nyala.dsl.widgets;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import java.util.List;
import java.util.Map;

/** A widget whose value stays between a least and a greatest one. */
final class BoundedWidget extends Widget {

  BoundedWidget(Widgets home, WidgetType type) {
    super(home, type);
  }

  private boolean isRange() {
    return trait("value").kind() == Trait.Kind.ITEMS;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** What a bound means for the value: the bound itself, or a power of the base. */
  private Object limit(String name) {
    Object bound = value(name);
    return type().name().equals("FloatLogSlider")
        ? (Object) Math.pow(number(value("base")), number(bound))
        : bound;
  }

  @Override
  void settle(Map<String, Object> given) {
    if (number(value("min")) > number(value("max"))) {
      throw order("setting min > max");
    }
    if (isRange() && !given.containsKey("value")) {
      put("value", Tuple.of(at(0.25), at(0.75)));
    }
    put("value", within(value("value")));
  }

  private Object at(double part) {
    double place = number(value("min")) + part * (number(value("max")) - number(value("min")));
    return trait("min").accept(this, place);
  }

  private static PyError order(String what) {
    return new PyError("TraitError", what);
  }

  @Override
  void assign(String name, Object value) {
    switch (name) {
      case "value" -> change(name, within(value));
      case "min", "max" -> bound(name, value);
      default -> change(name, value);
    }
  }

  private void bound(String name, Object value) {
    boolean least = name.equals("min");
    double other = number(value(least ? "max" : "min"));
    if (least ? number(value) > other : number(value) < other) {
      throw order(least ? "setting min > max" : "setting max < min");
    }
    change(name, value);
    change("value", within(value("value")));
  }

  private Object within(Object value) {
    if (!isRange()) {
      return clamped(value);
    }
    List<?> ends = (List<?>) value;
    if (ends.size() != 2) {
      throw trait("value").wrong(this, value, "two numbers");
    }
    Object lower = trait("min").accept(this, ends.get(0));
    Object upper = trait("min").accept(this, ends.get(1));
    if (number(lower) > number(upper)) {
      throw order("setting lower > upper");
    }
    return Tuple.of(clamped(lower), clamped(upper));
  }

  private Object clamped(Object value) {
    if (number(value) < number(limit("min"))) {
      return limit("min");
    }
    return number(value) > number(limit("max")) ? limit("max") : value;
  }
}
