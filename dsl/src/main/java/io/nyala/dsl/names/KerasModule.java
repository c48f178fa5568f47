package io.nyala.dsl.names;

import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.Functions;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.Names;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import io.nyala.keras.random.Random;
import java.util.List;
import java.util.Map;

/** The {@code keras} module, filled from the engine's catalogue. */
public final class KerasModule implements Modules.Provider {

  /** The version whose behaviour is reproduced. */
  static final String VERSION = "3.15.1";

  @Override
  public void provide(Modules modules) {
    KerasObjects.install();
    Namespace keras = keras();
    modules.register("keras", () -> keras);
    modules.register("tensorflow.keras", () -> keras);
    modules.bindAtStart("keras", "keras");
    modules.bindAtStart("layers", "keras.layers");
  }

  private static Namespace keras() {
    Namespace keras = new Namespace("keras");
    for (String module : Catalog.modules()) {
      Namespace into = nested(keras, module);
      for (KerasClass<?> each : Catalog.classes(module)) {
        into.define(each.name(), new KerasType(each));
      }
    }
    for (String module : Functions.modules()) {
      Namespace into = nested(keras, module);
      for (KerasFunction each : Functions.of(module)) {
        into.function(each.name(), each::call);
      }
    }
    Namespace layers = keras.nested("layers");
    layers.define("Layer", new BaseType("Layer", Layer.class, null));
    layers.function("Input", KerasModule::input);
    Namespace preprocessing = layers.nested("experimental").nested("preprocessing");
    for (String name : List.of("TextVectorization", "StringLookup", "IntegerLookup")) {
      if (layers.has(name)) {
        preprocessing.define(name, layers.get(name));
      }
    }
    models(keras);
    utilities(keras);
    return keras;
  }

  private static void models(Namespace keras) {
    Namespace models = keras.nested("models");
    models.define("Model", new BaseType("Model", Model.class, KerasModule::functional));
    keras.define("Model", models.get("Model"));
    keras.define("Sequential", models.get("Sequential"));
    keras.define("Layer", keras.nested("layers").get("Layer"));
    keras.function("Input", KerasModule::input);
    keras.define("__version__", VERSION);
  }

  private static void utilities(Namespace keras) {
    keras
        .nested("utils")
        .function(
            "set_random_seed",
            (positional, named) -> {
              Object seed = positional.isEmpty() ? named.get("seed") : positional.get(0);
              if (!(seed instanceof Number number)) {
                throw PyError.type("set_random_seed() takes an integer; received " + seed);
              }
              Random.setSeed(number.longValue());
              return null;
            });
    Callable clear =
        (positional, named) -> {
          Names.reset();
          return null;
        };
    keras.nested("backend").function("clear_session", clear);
    keras.nested("utils").function("clear_session", clear);
  }

  private static Object input(List<Object> positional, Map<String, Object> named) {
    return InputLayer.CLASS.create(positional, named).output();
  }

  private static Object functional(List<Object> positional, Map<String, Object> named) {
    return Functional.CLASS.create(positional, named);
  }

  private static Namespace nested(Namespace keras, String module) {
    Namespace at = keras;
    String[] steps = module.split("\\.");
    for (int i = 1; i < steps.length; i++) {
      at = at.nested(steps[i]);
    }
    return at;
  }

  /** A class people extend: called itself, it does what {@code made} does. */
  private record BaseType(String name, Class<?> javaClass, Callable made) implements NamedType {
    @Override
    public Object call(List<Object> positional, Map<String, Object> named) {
      if (made == null) {
        throw PyError.type("keras." + name + " is meant to be extended, not called");
      }
      return made.call(positional, named);
    }

    @Override
    public String toString() {
      return "<class 'keras." + name + "'>";
    }
  }
}
