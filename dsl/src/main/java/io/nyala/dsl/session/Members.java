package io.nyala.dsl.session;

import groovy.lang.GroovySystem;
import groovy.lang.MetaMethod;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.widgets.Widget;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The public members of an object, under the names a cell uses. */
final class Members {
  static final String PROPERTY = "property";
  private static final String FUNCTION = "function";

  /** What every object of Groovy has and nobody types. */
  private static final Set<String> GROOVYS =
      Set.of(
          "metaClass",
          "propertyMissing",
          "methodMissing",
          "getMetaClass",
          "setMetaClass",
          "invokeMethod",
          "getProperty",
          "setProperty",
          "class",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "asBoolean",
          "asType",
          "metaPropertyValues",
          "is",
          "addShutdownHook",
          "dump",
          "identity",
          "sleep",
          "use",
          "getMetaPropertyValues",
          "getProperties",
          "hasProperty",
          "respondsTo",
          "stream",
          "putAt",
          "getAt",
          "iterator",
          "printf",
          "println",
          "print",
          "sprintf",
          "withTraits",
          "with",
          "tap",
          "inspect",
          "isCase",
          "isNotCase",
          "hashCode",
          "equals",
          "toString",
          "split");

  /** How our objects work together; a person at a notebook has no use for it. */
  private static final Set<String> OURS =
      Set.of(
          "CLASS",
          "apply",
          "arguments",
          "build_for",
          "built_for",
          "call_shapes",
          "calls",
          "compilation",
          "describe",
          "input_layer",
          "input_type",
          "invoke",
          "keras_class",
          "note_call",
          "output_shapes",
          "output_type",
          "own_weights",
          "parts",
          "rename",
          "resume_at",
          "to_string",
          "get_meta_class",
          "set_meta_class",
          "hash_code",
          "equals");

  /** Functions of our objects that Keras has as attributes. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "dtype",
          "layers",
          "losses",
          "metrics",
          "metrics_names",
          "weights",
          "trainable_weights",
          "non_trainable_weights",
          "trainable_variables",
          "non_trainable_variables",
          "variables",
          "input",
          "output",
          "inputs",
          "outputs",
          "optimizer",
          "name",
          "trainable",
          "built",
          "stop_training",
          "input_shape",
          "output_shape",
          "history",
          "states",
          "shape",
          "ndim",
          "size",
          "T");

  private Members() {}

  /** Name to kind: {@code function} or {@code property}. */
  static Map<String, String> of(Object value) {
    if (value instanceof Finder.AnyOf any) {
      return ofType(any.type(), false);
    }
    if (value instanceof Widget widget) {
      return widget.memberKinds();
    }
    if (value instanceof io.nyala.dsl.names.Members table) {
      return ofTable(table.members());
    }
    boolean statics = value instanceof Class;
    return ofType(statics ? (Class<?>) value : value.getClass(), statics);
  }

  private static Map<String, String> ofTable(Namespace table) {
    Map<String, String> all = new LinkedHashMap<>();
    table
        .memberNames()
        .forEach(
            name ->
                all.put(
                    name,
                    table.get(name) instanceof io.nyala.dsl.names.Callable ? FUNCTION : PROPERTY));
    return all;
  }

  private static Map<String, String> ofType(Class<?> type, boolean statics) {
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
      if (!ours || !Modifier.isStatic(field.getModifiers())) {
        all.put(field.getName(), PROPERTY);
      }
    }
    if (!ours && !statics) {
      addGroovys(all, type);
    }
    all.keySet().removeAll(GROOVYS);
    if (ours) {
      all.keySet().removeAll(OURS);
    }
    return all;
  }

  /** {@code collect}, {@code each}, {@code sum}: what Groovy adds to the classes of Java. */
  private static void addGroovys(Map<String, String> all, Class<?> type) {
    for (MetaMethod method :
        GroovySystem.getMetaClassRegistry().getMetaClass(type).getMetaMethods()) {
      if (!method.isStatic() && !method.getName().contains("$")) {
        all.putIfAbsent(method.getName(), FUNCTION);
      }
    }
  }

  private static void addMethod(Map<String, String> all, Method method, boolean ours) {
    String name = method.getName();
    boolean getter =
        method.getParameterCount() == 0
            && name.matches("(get|is)\\p{Lu}.*")
            && method.getReturnType() != void.class;
    String property = name.replaceFirst("^(get|is|set)(?=\\p{Lu})", "");
    if (!ours) {
      if (getter) {
        all.put(Character.toLowerCase(property.charAt(0)) + property.substring(1), PROPERTY);
      }
      all.put(name, FUNCTION);
      return;
    }
    boolean kept = Set.of("getConfig", "getWeights", "setWeights", "getLayer").contains(name);
    boolean accessor = getter || name.matches("set\\p{Lu}.*") && method.getParameterCount() == 1;
    String shown = snake(accessor && !kept ? property : name);
    boolean attribute = ATTRIBUTES.contains(shown) || accessor && !kept;
    all.put(shown, attribute ? PROPERTY : FUNCTION);
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
