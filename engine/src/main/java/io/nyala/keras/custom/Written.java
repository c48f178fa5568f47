package io.nyala.keras.custom;

import io.nyala.keras.KerasException;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The methods and fields a person wrote in a class of their own, found by their Keras names. */
final class Written {

  private Written() {}

  /**
   * The method of this name with the most parameters that was written below {@code base}; null if
   * there is none.
   */
  static Method find(Object object, Class<?> base, String name) {
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
        return best;
      }
    }
    return null;
  }

  /** The names of a method's parameters; {@code fallback} where they were not compiled in. */
  static List<String> parameters(Method method, List<String> fallback) {
    List<String> names = new ArrayList<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      boolean known = parameters[i].isNamePresent();
      names.add(
          known ? parameters[i].getName() : i < fallback.size() ? fallback.get(i) : "arg" + i);
    }
    return names;
  }

  /** Calls a method with the values of its parameters by name; what is missing is null. */
  static Object call(Object object, Method method, List<String> names, Map<String, ?> values) {
    Object[] arguments = new Object[names.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = values.get(names.get(i));
    }
    return call(object, method, arguments);
  }

  /** Calls a method; what it throws is thrown on as it is. */
  static Object call(Object object, Method method, Object... arguments) {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException thrown) {
      throw Written.<RuntimeException>unchecked(thrown.getCause());
    } catch (IllegalAccessException | IllegalArgumentException wrong) {
      throw KerasException.type(
          object.getClass().getSimpleName()
              + "."
              + method.getName()
              + " cannot be called: "
              + wrong.getMessage());
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** The layers in the fields below {@code base}, in the order they are declared. */
  static List<Layer> layers(Object object, Class<?> base) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> at = object.getClass(); at != base && at != null; at = at.getSuperclass()) {
      classes.add(0, at);
    }
    List<Layer> layers = new ArrayList<>();
    for (Class<?> each : classes) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          collect(value(object, field), layers);
        }
      }
    }
    return layers;
  }

  private static Object value(Object object, Field field) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException | RuntimeException closed) {
      return null;
    }
  }

  private static void collect(Object value, List<Layer> into) {
    if (value instanceof Layer layer) {
      if (!into.contains(layer)) {
        into.add(layer);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, into));
    } else if (value instanceof Collection<?> many && !(value instanceof Tensor)) {
      many.forEach(each -> collect(each, into));
    }
  }

  /** What a person's code returned, as tensors. */
  static List<Tensor> tensors(Object result, String where) {
    if (result == null) {
      throw KerasException.value(where + " returned nothing; its last value should be a tensor.");
    }
    if (result instanceof List<?> list && list.stream().allMatch(e -> e instanceof Tensor)) {
      return list.stream().map(e -> (Tensor) e).toList();
    }
    return List.of(Tensors.of(result));
  }
}
