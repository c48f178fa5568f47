package io.nyala.dsl.widgets;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A box that shows some of its children at a time, each under a title. */
final class PagesWidget extends Widget {

  PagesWidget(Widgets home, WidgetType type) {
    super(home, type);
  }

  @Override
  void addMethods(WidgetMethods all) {
    all.def("set_title(index, title)", given -> title(given.integer("index"), given.get("title")));
    all.def("get_title(index)", given -> ((Tuple) value("titles")).get(given.integer("index")));
  }

  private Object title(int index, Object title) {
    List<Object> titles = new ArrayList<>((Tuple) value("titles"));
    if (index < 0 || index >= titles.size()) {
      throw new PyError("IndexError", "there is no child " + index + " to give a title");
    }
    titles.set(index, title);
    set("titles", titles);
    return null;
  }

  @Override
  void settle(Map<String, Object> given) {
    put("titles", titles(value("titles")));
    boolean opens = type().name().equals("Tab") && !((Tuple) value("children")).isEmpty();
    if (opens && !given.containsKey("selected_index")) {
      put("selected_index", 0);
    }
  }

  /** As many titles as children. */
  private Tuple titles(Object given) {
    List<Object> titles = new ArrayList<>((Tuple) given);
    int count = ((Tuple) value("children")).size();
    while (titles.size() < count) {
      titles.add("");
    }
    return Tuple.copyOf(titles.subList(0, count));
  }

  @Override
  void assign(String name, Object value) {
    change(name, name.equals("titles") ? titles(value) : value);
    if (name.equals("children")) {
      change("titles", titles(value("titles")));
    }
  }
}
