package io.nyala.keras.args;

import io.nyala.keras.activations.Activations;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.datasets.Glove;
import io.nyala.keras.datasets.Imdb;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Layers;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.models.Cloning;
import io.nyala.keras.optimizers.Optimizers;
import io.nyala.keras.optimizers.schedules.Schedules;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.keras.saving.Saving;
import io.nyala.keras.utils.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every Keras function there is, by module and name: the sibling of {@link Catalog}. */
public final class Functions {

  private static final Map<String, Map<String, KerasFunction>> MODULES = new ConcurrentHashMap<>();

  static {
    Stream.of(
            Activations.FUNCTIONS,
            Initializers.FUNCTIONS,
            Regularizers.FUNCTIONS,
            Constraints.FUNCTIONS,
            Losses.FUNCTIONS,
            Metrics.FUNCTIONS,
            Utils.FUNCTIONS,
            Layers.FUNCTIONS,
            Imdb.FUNCTIONS,
            List.of(Glove.LOAD_DATA, Cloning.CLONE_MODEL),
            Saving.FUNCTIONS)
        .forEach(list -> list.forEach(Functions::register));
    lookups("keras.activations", Activations.TYPE);
    lookups("keras.initializers", Initializers.TYPE);
    lookups("keras.regularizers", Regularizers.TYPE);
    lookups("keras.constraints", Constraints.TYPE);
    lookups("keras.losses", Losses.TYPE);
    lookups("keras.metrics", Metrics.TYPE);
    lookups("keras.optimizers", Optimizers.TYPE);
    lookups("keras.optimizers.schedules", Schedules.TYPE);
  }

  private Functions() {}

  /** The functions every such module has: from a name or config to the object, and back. */
  private static <T> void lookups(String module, ArgType<T> type) {
    String what = type.describe();
    register(lookup("get", "identifier", module, "The " + what + " of this name or config.", type));
    String config = module.equals("keras.losses") ? "name" : "config";
    register(lookup("deserialize", config, module, "The " + what + " of this config.", type));
    register(
        new KerasFunction(
            "serialize",
            module,
            "The config of this " + what + ".",
            ArgTable.of("serialize", Arg.required(what, type, "The object.")),
            a -> a.config().get(what)));
  }

  private static KerasFunction lookup(
      String name, String argument, String module, String doc, ArgType<?> type) {
    ArgTable table = ArgTable.of(name, Arg.required(argument, type, "A name, config or object."));
    return new KerasFunction(name, module, doc, table, a -> a.get(argument));
  }

  /** Adds a function. */
  public static void register(KerasFunction function) {
    MODULES
        .computeIfAbsent(
            function.module(), m -> java.util.Collections.synchronizedMap(new LinkedHashMap<>()))
        .put(function.name(), function);
  }

  /** The modules that have functions. */
  public static List<String> modules() {
    return MODULES.keySet().stream().sorted().toList();
  }

  /** The functions of a module. */
  public static List<KerasFunction> of(String module) {
    return new ArrayList<>(MODULES.getOrDefault(module, Map.of()).values());
  }

  /** The function of this name, null if there is none. */
  public static KerasFunction find(String module, String name) {
    return MODULES.getOrDefault(module, Map.of()).get(name);
  }
}
