package io.nyala.keras.args;

import io.nyala.keras.KerasException;
import io.nyala.keras.KerasObject;
import io.nyala.keras.models.Models;
import io.nyala.keras.saving.CustomObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An argument that holds another Keras object: given as the object itself, by name, as a config, or
 * as a function.
 *
 * @param what the kind in words, such as {@code initializer}
 * @param type the Java class
 * @param module where names are looked up, such as {@code keras.initializers}
 * @param aliases further names of classes, such as {@code glorot} for {@code GlorotUniform}
 * @param fromFunction wraps a user's function, giving null for what is not one
 * @param naming a class' name as people write it in a string
 * @param <T> the Java class
 */
public record ObjectType<T>(
    String what,
    Class<T> type,
    String module,
    Map<String, String> aliases,
    Function<Object, T> fromFunction,
    UnaryOperator<String> naming)
    implements ArgType<T> {

  /** A kind whose objects are named as Keras names most: {@code MeanSquaredError} by snake case. */
  public ObjectType(
      String what,
      Class<T> type,
      String module,
      Map<String, String> aliases,
      Function<Object, T> fromFunction) {
    this(what, type, module, aliases, fromFunction, ObjectType::snake);
  }

  @Override
  public T convert(Object value) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    if (value instanceof CharSequence name && CustomObjects.function(name.toString()) != null) {
      return fromFunction.apply(CustomObjects.function(name.toString()));
    }
    if (value instanceof CharSequence name) {
      return type.cast(named(name.toString()).create(List.of(), Map.of()));
    }
    if (value instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return type.cast(fromConfig(module, renamed(config)));
    }
    T wrapped = fromFunction.apply(value);
    if (wrapped == null) {
      throw new IllegalArgumentException(ArgTypes.expected(article(what), value));
    }
    return wrapped;
  }

  /** A config under the class' first name, where it has several. */
  private Map<?, ?> renamed(Map<?, ?> config) {
    String alias = aliases.get(String.valueOf(config.get("class_name")));
    if (alias == null) {
      return config;
    }
    Map<Object, Object> copy = new LinkedHashMap<>(config);
    copy.put("class_name", alias);
    return copy;
  }

  private static String article(String what) {
    return ("aeiou".indexOf(what.charAt(0)) >= 0 ? "an " : "a ") + what;
  }

  private KerasClass<?> named(String name) {
    String alias = aliases.get(name);
    for (KerasClass<?> each : Catalog.classes(module)) {
      if (each.name().equals(name)
          || each.name().equals(alias)
          || naming.apply(each.name()).equals(name)) {
        return each;
      }
    }
    List<String> known = choices();
    String near = Nearest.to(name, known);
    throw KerasException.value(
        "Unknown "
            + what
            + " '"
            + name
            + "'."
            + (near == null ? "" : " Did you mean '" + near + "'?")
            + " Known: "
            + String.join(", ", known)
            + ".");
  }

  /** The object a config describes: {@code {class_name: …, config: {…}}}. */
  public static Object fromConfig(String module, Map<?, ?> config) {
    String name = String.valueOf(config.get("class_name"));
    Object own = CustomObjects.classOf(config);
    if (own != null) {
      Map<String, Object> given = new LinkedHashMap<>();
      ((Map<?, ?>) config.get("config")).forEach((k, v) -> given.put(String.valueOf(k), v));
      return CustomObjects.make(own, given);
    }
    if (name.equals("Sequential") || name.equals("Functional")) {
      return Models.fromConfig(config);
    }
    Map<String, Object> args = new LinkedHashMap<>();
    if (config.get("config") instanceof Map<?, ?> inner) {
      inner.forEach((key, value) -> args.put(String.valueOf(key), value));
    }
    return Catalog.get(module, name).create(List.of(), args);
  }

  @Override
  public Object toConfig(T value) {
    return value instanceof KerasObject object ? describe(object) : value.toString();
  }

  /**
   * An argument that is an object, or whatever a function understands to be one.
   *
   * @param what what it is called, such as a loss
   * @param names those that it can be given by
   */
  public static <T extends KerasObject> ArgType<T> understood(
      String what, Function<Object, T> understand, Supplier<List<String>> names) {
    return new ArgType<>() {
      @Override
      public T convert(Object value) {
        return understand.apply(value);
      }

      @Override
      public Object toConfig(T value) {
        return ObjectType.describe(value);
      }

      @Override
      public String describe() {
        return what;
      }

      @Override
      public List<String> choices() {
        return names.get();
      }
    };
  }

  /** A Keras object as a config holds it. */
  public static Map<String, Object> describe(KerasObject object) {
    return object.describe();
  }

  @Override
  public String describe() {
    return what;
  }

  @Override
  public List<String> choices() {
    List<String> names = new ArrayList<>();
    Catalog.classes(module).forEach(each -> names.add(naming.apply(each.name())));
    return names;
  }

  /**
   * A class name as Keras turns it into an object name: {@code SimpleRNN} to {@code simple_rnn}.
   */
  public static String snake(String className) {
    return className
        .replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
