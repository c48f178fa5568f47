package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the layers that a layer holds, under the names Keras would find them by. */
final class LayerParts {

  /** Keras visits private attributes last. */
  private static final Comparator<String> PRIVATE_LAST =
      Comparator.comparing((String name) -> name.startsWith("_") ? "~" + name : name);

  private LayerParts() {}

  static Map<String, Object> of(Layer layer) {
    if (layer.layers().isEmpty()) {
      return Map.of();
    }
    boolean ours = layer.getClass().getName().startsWith("io.nyala.keras.");
    if (ours && layer.layers().size() == 1) {
      return Map.of("layer", layer.layers().get(0));
    }
    return ours ? Map.of("layers", layer.layers()) : fields(layer);
  }

  /** The fields of a class that a person wrote, and the list of all layers that Keras keeps. */
  private static Map<String, Object> fields(Layer layer) {
    Map<String, Object> parts = new TreeMap<>(PRIVATE_LAST);
    parts.put("layers", layer.layers());
    Class<?> at = layer.getClass();
    for (; !at.getName().startsWith("io.nyala."); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          Object held = layersIn(value(field, layer));
          if (held != null) {
            parts.put(field.getName(), held);
          }
        }
      }
    }
    return parts;
  }

  private static Object value(Field field, Layer layer) {
    try {
      field.setAccessible(true);
      return field.get(layer);
    } catch (IllegalAccessException | RuntimeException e) {
      throw KerasException.state(
          "The attribute '" + field.getName() + "' of " + layer + " cannot be read: " + e);
    }
  }

  /** A layer, a list of the layers in a list or map, or null if there are none. */
  private static Object layersIn(Object value) {
    if (value instanceof Layer) {
      return value;
    }
    Collection<?> all =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof Collection<?> list
                ? list
                : value instanceof Object[] array ? Arrays.asList(array) : List.of();
    List<Layer> layers = new ArrayList<>();
    for (Object each : all) {
      if (each instanceof Layer layer) {
        layers.add(layer);
      }
    }
    return layers.isEmpty() ? null : layers;
  }
}
