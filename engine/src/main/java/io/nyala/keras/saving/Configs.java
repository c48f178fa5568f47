package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.keras.KerasObject;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.Nearest;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts what a model is made of into plain maps and lists, and makes what a file says of it ready to
 * be built: what other versions of Keras write and leave unused is taken out; code, paths and
 * classes that are not here are refused by name.
 *
 * <p>Source: keras/src/saving/serialization_lib.py.
 */
final class Configs {

  private static final int DEEPEST = 100;

  /** Arguments that change how fast Keras computes, never what. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("implementation", "use_cudnn", "experimental_run_tf_function", "jit_compile");

  private static final Set<String> TEXT_LAYERS =
      Set.of("TextVectorization", "StringLookup", "IntegerLookup");

  /** What functions are called that have no name. */
  private static final Set<Object> ANONYMOUS = Set.of("lambda", "<lambda>");

  private Configs() {}

  /**
   * A value as JSON can hold it.
   *
   * @throws KerasException if it is or holds a function of the user's
   */
  static Object plain(Object value) {
    if (value instanceof KerasObject object) {
      return plain(object.describe());
    }
    if (value instanceof KerasFunction function) {
      return function(function.name());
    }
    if (value instanceof Tensor tensor) {
      return plain(list(tensor));
    }
    Callables.Fn own = value instanceof Map<?, ?> ? null : Callables.of(value);
    if (own != null && !ANONYMOUS.contains(own.name())) {
      return function(CustomObjects.nameOf(value, own.name()));
    }
    if (value instanceof DType type) {
      return type.typeName();
    }
    if (value instanceof Map<?, ?> map) {
      if ("function".equals(map.get("class_name")) && ANONYMOUS.contains(map.get("config"))) {
        throw code("a function without a name");
      }
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), plain(each)));
      if ("function".equals(map.get("class_name")) && map.get("config") instanceof String name) {
        copy.put("config", CustomObjects.nameOf(CustomObjects.find(name), name));
      }
      return copy;
    }
    if (value instanceof Iterable<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(plain(each)));
      return copy;
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof CharSequence) {
      return value.toString();
    }
    throw code(value + " (a " + value.getClass().getSimpleName() + ")");
  }

  private static KerasException code(String what) {
    return KerasException.unsupported(
        "A model file holds no code, so it cannot hold "
            + what
            + ". Use one of Keras' own by name, a function with a name that load_model gets again as"
            + " `custom_objects`, or write the weights alone with save_weights.");
  }

  private static Map<String, Object> function(String name) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("module", "builtins");
    described.put("class_name", "function");
    described.put("config", name);
    described.put("registered_name", "function");
    return described;
  }

  private static List<Object> list(Tensor tensor) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < tensor.elements(); i++) {
      all.add(tensor.get(i));
    }
    return all;
  }

  /**
   * What a file says, ready to be built.
   *
   * @throws KerasException if it holds code, a path, an unknown class or an argument that is not
   *     supported
   */
  static Object ready(Object value) {
    return ready(value, 0);
  }

  private static Object ready(Object value, int depth) {
    if (depth > DEEPEST) {
      throw KerasException.value("The model's description is nested too deep.");
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(ready(each, depth + 1)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.get("class_name") instanceof String className && map.containsKey("config")) {
      return object(className, map, depth);
    }
    if ("__tuple__".equals(map.get("class_name")) && map.get("items") instanceof List<?> items) {
      return ready(items, depth + 1);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), ready(each, depth + 1)));
    return copy;
  }

  private static Object object(String className, Map<?, ?> map, int depth) {
    Object config = map.get("config");
    switch (className) {
      case "Lambda", "__lambda__" ->
          throw KerasException.unsupported(
              "The file holds a Lambda, which is Python code, and that is not run here. Make the"
                  + " model again by its code and read the weights alone with load_weights.");
      case "function" -> {
        Object own = CustomObjects.find(String.valueOf(config));
        return own == null ? String.valueOf(config) : own;
      }
      case "__numpy__", "__tensor__" -> {
        return array((Map<?, ?>) config);
      }
      case "__keras_tensor__", "DTypePolicy", "__slice__", "__ellipsis__" -> {
        return map;
      }
      default -> {}
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    copy.remove("shared_object_id");
    if (CustomObjects.classOf(map) == null) {
      copy.remove("build_config");
    }
    if (map.containsKey("inbound_nodes")) {
      copy.put("inbound_nodes", LegacyNodes.modern(map.get("inbound_nodes")));
    }
    boolean model = className.equals("Sequential") || className.equals("Functional");
    if (config instanceof Map<?, ?> arguments) {
      Map<String, Object> inner = new LinkedHashMap<>();
      arguments.forEach((key, each) -> inner.put(String.valueOf(key), ready(each, depth + 1)));
      if (TEXT_LAYERS.contains(className) && inner.get("vocabulary") instanceof String path) {
        throw KerasException.value(
            "The file asks for a vocabulary outside of it, at '" + path + "'; that is not read.");
      }
      boolean own = CustomObjects.classOf(map) != null;
      KerasClass<?> found = model || own ? null : find(className, map.get("module"), inner);
      copy.put("config", found == null ? inner : known(found, inner));
      if (found != null && map.get("module") == null) {
        copy.put("module", found.module());
        copy.put("registered_name", null);
      }
    } else if (!model) {
      throw KerasException.value("The description of a " + className + " holds no arguments.");
    }
    return copy;
  }

  private static Tensor array(Map<?, ?> config) {
    Object dtype = config.get("dtype");
    Tensor tensor = Tensors.of(config.get("value"), dtype == null ? null : DType.of(dtype));
    return NDArray.of(tensor);
  }

  /** The arguments a class here knows; those that say nothing are dropped. */
  private static Map<String, Object> known(KerasClass<?> found, Map<String, Object> config) {
    Map<String, Object> kept = new LinkedHashMap<>();
    config.forEach(
        (name, value) -> {
          if (found.table().get(name) != null) {
            kept.put(name, value);
          } else if (saysSomething(name, value)) {
            throw KerasException.unsupported(
                "The file gives "
                    + found.name()
                    + " the argument `"
                    + name
                    + "`="
                    + value
                    + ", which is not supported.");
          }
        });
    return kept;
  }

  private static boolean saysSomething(String name, Object value) {
    return value != null && value != Boolean.FALSE && !WITHOUT_EFFECT.contains(name);
  }

  /** The class of this name: in its module, else one that takes all the arguments. */
  private static KerasClass<?> find(String className, Object module, Map<String, Object> config) {
    KerasClass<?> best = Catalog.find(String.valueOf(module), className);
    if (best != null) {
      return best;
    }
    Set<String> names = new TreeSet<>();
    for (String each : Catalog.modules()) {
      KerasClass<?> found = Catalog.find(each, className);
      boolean fits =
          found != null
              && config.entrySet().stream()
                  .filter(e -> saysSomething(e.getKey(), e.getValue()))
                  .allMatch(e -> found.table().get(e.getKey()) != null);
      best = fits || best == null ? found : best;
      Catalog.classes(each).forEach(c -> names.add(c.name()));
    }
    if (best != null) {
      return best;
    }
    String near = Nearest.to(className, names);
    String message =
        "The file is made with the class '"
            + className
            + "'"
            + (module == null || module.equals("null") ? "" : " of " + module)
            + ", which Nyala does not have."
            + (near == null ? "" : " The nearest name is '" + near + "'.")
            + " If it is a class of your own, give it to load_model: custom_objects={'"
            + className
            + "': "
            + className
            + "}. Else make the model by its code and read the weights alone with load_weights.";
    boolean kerasOwn = String.valueOf(module).startsWith("keras");
    throw kerasOwn ? KerasException.unsupported(message) : KerasException.type(message);
  }
}
