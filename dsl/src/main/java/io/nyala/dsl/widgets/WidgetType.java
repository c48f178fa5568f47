package io.nyala.dsl.widgets;

import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.modules.Signatures;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of widget, {@code IntSlider}; called, it makes one.
 *
 * @param name as it is written
 * @param model the front end's names for it, sent as they are
 * @param traits its properties by name, the first ones also positional
 * @param positional how many may be given by position
 * @param style the kind of its style, null if it has none
 * @param doc one sentence
 * @param home where its widgets live
 */
record WidgetType(
    String name,
    Map<String, Object> model,
    Map<String, Trait> traits,
    int positional,
    String style,
    String doc,
    Widgets home)
    implements NamedType {

  @Override
  public Object call(List<Object> given, Map<String, Object> named) {
    return home.make(this, given, named);
  }

  @Override
  public Class<?> javaClass() {
    return Widget.class;
  }

  @Override
  public boolean hasInstance(Object value) {
    return value instanceof Widget widget && widget.type().name().equals(name);
  }

  /** The names by which its properties may be given, in order. */
  List<String> arguments() {
    List<String> names = new ArrayList<>();
    traits.forEach(
        (name, trait) -> {
          if (!name.startsWith("_")) {
            names.add(name);
          }
        });
    return names;
  }

  /** The values that a new widget starts with. */
  Map<String, Object> initial() {
    Map<String, Object> values = new LinkedHashMap<>();
    traits.forEach((name, trait) -> values.put(name, trait.initial()));
    return values;
  }

  /** Its arguments with their defaults, for help and completion. */
  Signatures.Signature signature() {
    List<Signatures.Parameter> parameters = new ArrayList<>();
    for (String each : arguments()) {
      Trait trait = traits.get(each);
      parameters.add(new Signatures.Parameter(each, Repr.of(trait.initial()), "", trait.choices()));
    }
    return new Signatures.Signature(name, parameters, doc);
  }

  @Override
  public String toString() {
    return "<class 'ipywidgets." + name + "'>";
  }
}
