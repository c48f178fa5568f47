package io.nyala.keras.custom;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.saving.CustomObjects;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods and fields a person wrote in a class of their own, found by their Keras names. */
public final class Written {

  private Written() {}

  /**
   * The method of this name with the most parameters that was written below {@code base}; null if
   * there is none.
   */
  public static OwnMethod find(Object object, Class<?> base, String name) {
    if (object instanceof OwnMembers own) {
      return own.method(name);
    }
    Method best = null;
    for (Class<?> at = object.getClass(); at != base && at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        boolean fits =
            method.getName().equals(name)
                && !method.isSynthetic()
                && !Modifier.isStatic(method.getModifiers());
        if (fits && (best == null || method.getParameterCount() > best.getParameterCount())) {
          best = method;
        }
      }
      if (best != null) {
        best.setAccessible(true);
        return new OwnMethod.Reflected(object, best);
      }
    }
    return null;
  }

  /** The name of an object's class as its person wrote it. */
  static String className(Object object) {
    return object instanceof OwnMembers own ? own.className() : object.getClass().getSimpleName();
  }

  /** The class of a person's own object, in whatever language; null for one of Keras'. */
  public static Object type(Object object) {
    if (object instanceof OwnMembers own) {
      return own.definition();
    }
    boolean own = object instanceof CustomLayer || object instanceof CustomModel;
    return own ? object.getClass() : null;
  }

  /** Gives a person's own layer or model the name and the kin that a config has for it. */
  public static void settle(Object object, Map<String, Object> config) {
    Map<String, Object> known = new LinkedHashMap<>();
    for (String name : List.of("name", "trainable", "dtype")) {
      if (config.get(name) != null) {
        known.put(name, config.get(name));
      }
    }
    if (object instanceof CustomLayer layer) {
      layer.settle(known);
    } else if (object instanceof CustomModel model) {
      model.settle(known);
    }
  }

  /** What {@code get_config} is for a person's own class: theirs, and what all layers have. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> config(Object object, Class<?> base, Map<String, Object> common) {
    OwnMethod written = find(object, base, "get_config");
    if (written == null) {
      requireNothingLost(object, common);
    }
    Map<String, Object> config = new LinkedHashMap<>(common);
    if (written == null) {
      config.putAll(object instanceof OwnMembers own ? own.madeWith() : Map.of());
      return config;
    }
    config.putAll((Map<String, Object>) written.call());
    return config;
  }

  /** A class whose constructors all take something that no config would hold is not described. */
  private static void requireNothingLost(Object object, Map<String, Object> common) {
    Constructor<?>[] all = object.getClass().getDeclaredConstructors();
    boolean remade =
        object instanceof OwnMembers
            || Arrays.stream(all)
                .anyMatch(
                    each ->
                        Arrays.stream(each.getParameters())
                            .allMatch(parameter -> common.containsKey(parameter.getName())));
    if (!remade) {
      throw KerasException.unsupported(
          "Object "
              + className(object)
              + " was created by passing arguments to its constructor that its config does not"
              + " hold. Write a method get_config() that returns them as a map by their names.");
    }
  }

  /** The description of a person's own object, under the name its class is registered by. */
  static Map<String, Object> describe(Object object, Map<String, Object> described) {
    Object type = object instanceof OwnMembers own ? own.definition() : object.getClass();
    described.put("module", null);
    described.put("registered_name", CustomObjects.nameOf(type, className(object)));
    return described;
  }

  /** The layers in the fields below {@code base}, in the order they are declared. */
  static List<Layer> layers(Object object, Class<?> base) {
    return values(object, base, Layer.class);
  }

  /** The values of a type in the fields below {@code base}, those in collections among them. */
  static <T> List<T> values(Object object, Class<?> base, Class<T> type) {
    List<T> found = new ArrayList<>();
    attributes(object, base).values().forEach(value -> collect(value, type, found));
    return found;
  }

  /** The attributes of an object, or its fields below {@code base}, in order. */
  static Map<String, Object> attributes(Object object, Class<?> base) {
    if (object instanceof OwnMembers own) {
      return own.attributes();
    }
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> at = object.getClass(); at != base && at != null; at = at.getSuperclass()) {
      classes.add(0, at);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    for (Class<?> each : classes) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          all.put(field.getName(), value(object, field));
        }
      }
    }
    return all;
  }

  private static Object value(Object object, Field field) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException | RuntimeException closed) {
      return null;
    }
  }

  private static <T> void collect(Object value, Class<T> type, List<T> into) {
    if (type.isInstance(value)) {
      if (!into.contains(type.cast(value))) {
        into.add(type.cast(value));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, type, into));
    } else if (value instanceof Collection<?> many && !(value instanceof Tensor)) {
      many.forEach(each -> collect(each, type, into));
    }
  }

  /** What a person's code returned, as tensors. */
  static List<Tensor> tensors(Object result, String where) {
    if (result == null) {
      throw KerasException.value(where + " returned nothing; its last value should be a tensor.");
    }
    boolean nested = result instanceof Map || result instanceof List;
    List<Object> leaves = nested ? Trees.leaves(result) : List.of();
    if (!leaves.isEmpty() && leaves.stream().allMatch(e -> e instanceof Tensor)) {
      return leaves.stream().map(e -> (Tensor) e).toList();
    }
    return List.of(Tensors.of(result));
  }

  /** An attribute that a person set, of a class of any language; null if there is none. */
  public static Object attribute(Object object, String name) {
    if (object instanceof OwnMembers own) {
      return own.attribute(name);
    }
    String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String each : List.of(getter, name)) {
      try {
        return object.getClass().getMethod(each).invoke(object);
      } catch (ReflectiveOperationException e) {
        // Not under this name.
      }
    }
    for (Field field : object.getClass().getDeclaredFields()) {
      if (field.getName().equals(name)) {
        return value(object, field);
      }
    }
    return null;
  }
}
