package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Callables;
import io.nyala.keras.custom.Written;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A person's own classes and functions by the names that model files have for them: those that were
 * registered once and for all, and those of the scopes around what runs now.
 *
 * <p>Source: keras/src/saving/object_registration.py.
 */
public final class CustomObjects {

  /** Knows the classes of a language above the engine. */
  public interface Maker {

    /** True for a class of that language. */
    boolean makes(Object type);

    /** The class' own name. */
    String name(Object type);

    /** An object of the class from what its {@code get_config} gave. */
    Object make(Object type, Map<String, Object> config);
  }

  /** Ends what {@link #scope} began. */
  public static final class Scope implements AutoCloseable {
    private final Map<String, Object> before;

    private Scope(Map<String, Object> before) {
      this.before = before;
    }

    @Override
    public void close() {
      SCOPE.set(before);
    }
  }

  private static final Map<String, Object> REGISTERED = new ConcurrentHashMap<>();
  private static final List<Maker> MAKERS = new CopyOnWriteArrayList<>();
  private static final ThreadLocal<Map<String, Object>> SCOPE = ThreadLocal.withInitial(Map::of);

  private CustomObjects() {}

  /** Teaches the engine to make objects of another language's classes. */
  public static void register(Maker maker) {
    MAKERS.add(maker);
  }

  /** Registers a class or function for good, under its name in files: {@code package>name}. */
  public static Object register(String name, Object object) {
    REGISTERED.put(name, object);
    return object;
  }

  /** What is registered, by name. */
  public static Map<String, Object> registered() {
    return REGISTERED;
  }

  /** The name that a class or function is registered under; {@code otherwise} if it is not. */
  public static String nameOf(Object object, String otherwise) {
    return REGISTERED.entrySet().stream()
        .filter(each -> each.getValue() == object)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(otherwise);
  }

  /** The name that a class or function was given where it was written. */
  public static String ownName(Object object) {
    if (object instanceof Class<?> type) {
      return type.getSimpleName();
    }
    for (Maker maker : MAKERS) {
      if (maker.makes(object)) {
        return maker.name(object);
      }
    }
    Callables.Fn function = Callables.of(object);
    if (function == null) {
      throw KerasException.type("Classes and functions can be registered; received " + object);
    }
    return function.name();
  }

  /** Makes these known until the scope is closed, beside those of the scopes around it. */
  public static Scope scope(Map<?, ?> objects) {
    Map<String, Object> before = SCOPE.get();
    Map<String, Object> all = new LinkedHashMap<>(before);
    objects.forEach((name, object) -> all.put(String.valueOf(name), object));
    SCOPE.set(all);
    return new Scope(before);
  }

  /** Runs an action that knows these. */
  public static <T> T within(Map<?, ?> objects, Supplier<T> action) {
    Scope scope = scope(objects);
    try {
      return action.get();
    } finally {
      scope.close();
    }
  }

  /** The class or function of this name, with its package or without; null if there is none. */
  public static Object find(String name) {
    Object own = name == null ? null : SCOPE.get().get(name);
    if (own != null || name == null || REGISTERED.containsKey(name)) {
      return own != null || name == null ? own : REGISTERED.get(name);
    }
    return REGISTERED.entrySet().stream()
        .filter(each -> each.getKey().endsWith(">" + name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The person's own class that an object was described by; null if it is none. */
  public static Object classOf(Map<?, ?> described) {
    for (String key : List.of("registered_name", "class_name")) {
      Object found = described.get(key) instanceof String name ? find(name) : null;
      if (found != null && isClass(found)) {
        return found;
      }
    }
    return null;
  }

  private static boolean isClass(Object type) {
    return type instanceof Class<?> || MAKERS.stream().anyMatch(maker -> maker.makes(type));
  }

  /** The person's own function of this name; null if there is none. */
  public static Callables.Fn function(String name) {
    Object found = find(name);
    return found == null || isClass(found) ? null : Callables.of(found);
  }

  /** An object of a person's own class, from what its {@code get_config} gave. */
  public static Object make(Object type, Map<String, Object> config) {
    for (Maker maker : MAKERS) {
      if (maker.makes(type)) {
        return maker.make(type, config);
      }
    }
    Object made = ofJava((Class<?>) type, config);
    Written.settle(made, config);
    return made;
  }

  private static Object ofJava(Class<?> type, Map<String, Object> config) {
    for (Method method : type.getMethods()) {
      boolean reads =
          List.of("from_config", "fromConfig").contains(method.getName())
              && Modifier.isStatic(method.getModifiers())
              && method.getParameterCount() == 1;
      if (reads) {
        method.setAccessible(true);
        return called(type, () -> method.invoke(null, config));
      }
    }
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(each -> names(each).stream().allMatch(config::containsKey))
        .max(Comparator.comparingInt(Constructor::getParameterCount))
        .map(each -> called(type, () -> made(each, config)))
        .orElseThrow(
            () ->
                KerasException.value(
                    "An object of "
                        + type.getSimpleName()
                        + " cannot be made from its config, which has "
                        + config.keySet()
                        + ". Have get_config() give each argument of the constructor by its name,"
                        + " or write a method `static "
                        + type.getSimpleName()
                        + " from_config(config)`."));
  }

  private static Object made(Constructor<?> constructor, Map<String, Object> config)
      throws ReflectiveOperationException {
    constructor.setAccessible(true);
    return constructor.newInstance(names(constructor).stream().map(config::get).toArray());
  }

  private static List<String> names(Constructor<?> constructor) {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : constructor.getParameters()) {
      names.add(parameter.getName());
    }
    return names;
  }

  private interface Reflective {
    Object run() throws ReflectiveOperationException;
  }

  private static Object called(Class<?> type, Reflective action) {
    try {
      return action.run();
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException wrong) {
        throw wrong;
      }
      throw KerasException.value(
          "An object of "
              + type.getSimpleName()
              + " cannot be made from its config: "
              + thrown.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException wrong) {
      throw KerasException.value(
          "An object of " + type.getSimpleName() + " cannot be made from its config: " + wrong);
    }
  }
}
