package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.custom.Written;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.core.Lambda;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Models;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.utils.PythonJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keras objects as configs, and back: {@code serialize}, {@code deserialize}, {@code from_config},
 * {@code to_json}. Source: keras/src/saving/serialization_lib.py.
 */
public final class Serialization {

  private static final Arg OWN =
      Arg.of("custom_objects", ArgTypes.ANY, null, "Your own classes and functions by name.");

  private static final KerasFunction SERIALIZE =
      new KerasFunction(
          "serialize_keras_object",
          "keras.saving",
          "An object as a config: plain maps, lists, numbers and text.",
          ArgTable.of("serialize_keras_object", Arg.required("obj", ArgTypes.ANY, "The object.")),
          a -> Configs.plain(a.get("obj")));

  private static final KerasFunction DESERIALIZE =
      new KerasFunction(
          "deserialize_keras_object",
          "keras.saving",
          "The object that a config describes.",
          ArgTable.of(
              "deserialize_keras_object",
              Arg.required("config", ArgTypes.ANY, "The config."),
              OWN,
              Arg.of("safe_mode", ArgTypes.BOOL, true, "Accepted; code is never run.")),
          a -> within(a, () -> object(a.get("config"))));

  private static final KerasFunction LAYER =
      new KerasFunction(
          "serialize",
          "keras.layers",
          "A layer as a config.",
          ArgTable.of("serialize", Arg.required("layer", ArgTypes.ANY, "The layer.")),
          a -> Configs.plain(a.get("layer")));

  private static final KerasFunction TO_LAYER =
      new KerasFunction(
          "deserialize",
          "keras.layers",
          "The layer that a config describes.",
          ArgTable.of("deserialize", Arg.required("config", ArgTypes.ANY, "The config."), OWN),
          a -> within(a, () -> object(a.get("config"))));

  private static final KerasFunction FROM_JSON =
      new KerasFunction(
          "model_from_json",
          "keras.models",
          "The model, without its weights, that model.to_json() wrote.",
          ArgTable.of(
              "model_from_json",
              Arg.required("json_string", ArgTypes.STRING, "What to_json() gave."),
              OWN),
          a -> within(a, () -> model(a.string("json_string"))));

  /** All of them, in every module that has them. */
  static final List<KerasFunction> FUNCTIONS =
      List.of(
          SERIALIZE,
          DESERIALIZE,
          SERIALIZE.in("keras.utils"),
          DESERIALIZE.in("keras.utils"),
          LAYER,
          TO_LAYER,
          FROM_JSON);

  private Serialization() {}

  private static Object within(Arguments arguments, java.util.function.Supplier<?> action) {
    Map<?, ?> own = arguments.get("custom_objects") instanceof Map<?, ?> given ? given : Map.of();
    return CustomObjects.within(own, action::get);
  }

  /** What a config stands for: an object, or what it holds otherwise. */
  private static Object object(Object config) {
    if (config instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(object(each)));
      return all;
    }
    if (!(config instanceof Map<?, ?> map)) {
      return config;
    }
    if (!map.containsKey("class_name") || !map.containsKey("config")) {
      Map<String, Object> all = new LinkedHashMap<>();
      map.forEach((key, each) -> all.put(String.valueOf(key), object(each)));
      return all;
    }
    Object ready = Configs.ready(map);
    if (!(ready instanceof Map<?, ?> described)) {
      return ready;
    }
    if (CustomObjects.classOf(described) != null && described.get("build_config") != null) {
      return ModelFile.own(described);
    }
    return ObjectType.fromConfig(String.valueOf(described.get("module")), described);
  }

  private static Model model(String json) {
    Path nowhere = Path.of("json_string");
    Map<String, Object> described = ModelFile.parse(json, nowhere);
    Model model = ModelFile.build(described, nowhere);
    ModelFile.compile(model, Configs.ready(described.get("compile_config")));
    return model;
  }

  /** A model's structure as JSON, with the arguments of Python's {@code json.dumps}. */
  public static String toJson(Model model, Map<String, ?> named) {
    Map<String, Object> described = ModelFile.describe(model);
    described.putIfAbsent("compile_config", Map.of());
    return PythonJson.write(Configs.plain(described), named);
  }

  /**
   * {@code from_config} of a class: an object of it from what {@code get_config} gave.
   *
   * @throws KerasException naming an argument the class does not have
   */
  public static Object fromConfig(KerasClass<?> type, Map<?, ?> config) {
    if (type == Lambda.CLASS) {
      return type.create(List.of(), strings(config));
    }
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("module", type.module());
    described.put("class_name", type.name());
    described.put("config", config);
    Map<?, ?> ready = (Map<?, ?>) Configs.ready(described);
    boolean model = type == Sequential.CLASS || type == Functional.CLASS;
    return model
        ? Models.fromConfig(ready)
        : type.create(List.of(), strings((Map<?, ?>) ready.get("config")));
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> all = new LinkedHashMap<>();
    map.forEach((key, each) -> all.put(String.valueOf(key), each));
    return all;
  }

  /** A new layer like another, with weights of its own: {@code from_config(get_config())}. */
  public static Layer copy(Layer layer) {
    Object own = Written.type(layer);
    if (own != null) {
      return (Layer) CustomObjects.make(own, layer.getConfig());
    }
    if (layer instanceof Lambda) {
      Map<String, Object> given = new LinkedHashMap<>();
      Lambda.CLASS
          .table()
          .args()
          .forEach(each -> given.put(each.name(), layer.arguments().get(each.name())));
      given.put("name", layer.getName());
      return Lambda.CLASS.create(List.of(), given);
    }
    return (Layer)
        fromConfig(layer.kerasClass(), strings((Map<?, ?>) Configs.plain(layer.getConfig())));
  }
}
