package io.nyala.keras.custom;

import io.nyala.keras.layers.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The layers that a person's own layer or model holds, under the names of the attributes that hold
 * them: a layer, or a list of layers and lists.
 *
 * <p>Source: keras/src/saving/saving_lib.py.
 */
final class OwnParts {

  /** Keras visits private attributes last. */
  private static final Comparator<String> PRIVATE_LAST =
      Comparator.comparing((String name) -> name.startsWith("_") ? "~" + name : name);

  private OwnParts() {}

  /** The attributes of an object that hold layers, in the order in which Keras visits them. */
  static Map<String, Object> of(Object object, Class<?> base) {
    Map<String, Object> parts = new TreeMap<>(PRIVATE_LAST);
    Written.attributes(object, base)
        .forEach(
            (name, value) -> {
              Object held = value instanceof Layer ? value : layersIn(value);
              if (held != null) {
                parts.put(name, held);
              }
            });
    return parts;
  }

  /** The layers in a list or map, lists within it as lists; null if there are none. */
  private static List<Object> layersIn(Object value) {
    Collection<?> all =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof List<?> list
                ? list
                : value instanceof Object[] array ? Arrays.asList(array) : List.of();
    List<Object> parts = new ArrayList<>();
    boolean some = false;
    for (Object each : all) {
      boolean many = each instanceof List || each instanceof Map || each instanceof Object[];
      List<Object> inner = many ? layersIn(each) : null;
      some |= each instanceof Layer || inner != null;
      if (each instanceof Layer) {
        parts.add(each);
      } else if (many) {
        parts.add(inner == null ? List.of() : inner); // counted, if empty, by Keras too
      }
    }
    return some ? parts : null;
  }
}
