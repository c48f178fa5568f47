package io.nyala.dsl.session;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The public members of an object, under the names a cell uses. */
final class Members {
  private Members() {}

  /** Name to kind: {@code function} or {@code property}. */
  static Map<String, String> of(Object value) {
    boolean statics = value instanceof Class;
    Class<?> type = statics ? (Class<?>) value : value.getClass();
    boolean ours = type.getName().startsWith("io.nyala.");
    Map<String, String> all = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (method.getDeclaringClass() != Object.class
          && !method.isSynthetic()
          && !method.getName().contains("$")
          && (!statics || Modifier.isStatic(method.getModifiers()))) {
        addMethod(all, method, ours);
      }
    }
    for (Field field : type.getFields()) {
      all.put(field.getName(), "property");
    }
    for (String hidden :
        new String[] {
          "metaClass",
          "propertyMissing",
          "methodMissing",
          "getMetaClass",
          "setMetaClass",
          "invokeMethod",
          "getProperty",
          "setProperty"
        }) {
      all.remove(hidden);
    }
    return all;
  }

  private static void addMethod(Map<String, String> all, Method method, boolean ours) {
    String name = method.getName();
    boolean getter =
        method.getParameterCount() == 0
            && name.matches("(get|is)\\p{Lu}.*")
            && method.getReturnType() != void.class;
    if (getter && !ours) {
      String property = name.replaceFirst("^(get|is)", "");
      all.put(Character.toLowerCase(property.charAt(0)) + property.substring(1), "property");
    }
    all.put(ours ? snake(name) : name, "function");
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
