package io.nyala.dsl.widgets;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A widget that chooses one of its options: values, pairs of a label and a value, or a map from
 * labels to values. The front end knows labels and the index of the chosen one.
 */
final class ChoiceWidget extends Widget {

  private record Option(String label, Object value) {}

  private List<Option> options = List.of();

  ChoiceWidget(Widgets home, WidgetType type) {
    super(home, type);
    put("options", Tuple.of());
  }

  @Override
  void settle(Map<String, Object> given) {
    boolean slides = type().name().equals("SelectionSlider");
    take(given.containsKey("options") ? value("options") : Tuple.of());
    if (slides && options.isEmpty()) {
      throw new PyError("TraitError", "options must be nonempty");
    }
    Integer index = options.isEmpty() ? null : (Integer) 0;
    for (String way : new String[] {"index", "value", "label"}) {
      if (given.containsKey(way)) {
        index = place(way, value(way));
      }
    }
    put("index", index);
    put("value", index == null ? null : options.get(index).value());
    put("label", index == null ? null : options.get(index).label());
  }

  private void take(Object given) {
    List<Option> read = new ArrayList<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((label, value) -> read.add(new Option(Repr.text(label), value)));
      put("options", map);
    } else {
      Collection<?> all = items(given);
      boolean pairs = all.stream().allMatch(each -> each instanceof List<?> l && l.size() == 2);
      for (Object each : all) {
        List<?> pair = pairs ? (List<?>) each : List.of();
        read.add(
            pairs
                ? new Option(Repr.text(pair.get(0)), pair.get(1))
                : new Option(Repr.text(each), each));
      }
      put("options", Tuple.copyOf(all));
    }
    options = List.copyOf(read);
    put("_options_labels", Tuple.copyOf(options.stream().map(Option::label).toList()));
  }

  private Collection<?> items(Object given) {
    if (given instanceof Collection<?> all) {
      return all;
    }
    if (given instanceof Iterable<?> some) {
      List<Object> all = new ArrayList<>();
      some.forEach(all::add);
      return all;
    }
    if (given instanceof CharSequence text) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }
    throw PyError.type(
        "options are a list of values, of pairs of labels and values, or a map; received "
            + Repr.of(given));
  }

  private Integer place(String way, Object value) {
    if (value == null) {
      return null;
    }
    if (way.equals("index")) {
      int index = (Integer) value;
      if (index < 0 || index >= options.size()) {
        throw new PyError("TraitError", "Invalid selection: index out of bounds");
      }
      return index;
    }
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      if (way.equals("label") ? option.label().equals(value) : equal(option.value(), value)) {
        return i;
      }
    }
    throw new PyError("TraitError", "Invalid selection: " + way + " not found");
  }

  private static boolean equal(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return a.doubleValue() == b.doubleValue();
    }
    if (left instanceof CharSequence && right instanceof CharSequence) {
      return left.toString().equals(right.toString());
    }
    return Objects.equals(left, right);
  }

  @Override
  void assign(String name, Object value) {
    switch (name) {
      case "index", "value", "label" -> choose(place(name, value));
      case "options" -> replace(value);
      default -> change(name, value);
    }
  }

  private void choose(Integer index) {
    Option chosen = index == null ? new Option(null, null) : options.get(index);
    change("index", index);
    change("label", chosen.label());
    change("value", chosen.value());
  }

  private void replace(Object given) {
    Object before = value("options");
    Object labels = value("_options_labels");
    take(given);
    Object fresh = value("_options_labels");
    put("_options_labels", labels);
    change("_options_labels", fresh);
    observers().changed("options", before, value("options"));
    if (value("index") != null) {
      choose(options.isEmpty() ? null : (Integer) 0);
    }
  }

  @Override
  List<String> order(Set<String> sorted) {
    return List.copyOf(sorted);
  }

  @Override
  boolean isWorthSaying(String name) {
    return switch (name) {
      case "index" -> !Objects.equals(value(name), 0) && value(name) != null;
      case "label" -> false;
      case "options" -> true;
      default -> super.isWorthSaying(name);
    };
  }
}
