package io.nyala.dsl.names.keras;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.Functions;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.custom.CustomCallback;
import io.nyala.keras.custom.CustomConstraint;
import io.nyala.keras.custom.CustomDataset;
import io.nyala.keras.custom.CustomInitializer;
import io.nyala.keras.custom.CustomLayer;
import io.nyala.keras.custom.CustomLoss;
import io.nyala.keras.custom.CustomMetric;
import io.nyala.keras.custom.CustomModel;
import io.nyala.keras.custom.CustomRegularizer;
import io.nyala.keras.custom.CustomSchedule;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.Names;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.losses.Loss;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.optimizers.schedules.LearningRateSchedule;
import io.nyala.keras.preprocessing.TextFunctions;
import io.nyala.keras.preprocessing.Tokenizer;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.keras.saving.Serialization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The {@code keras} namespace, made from the engine's catalogue. */
public final class Keras {

  private static final String VERSION = "3.15.1";

  private static Namespace names;

  private Keras() {}

  /** The namespace, made when first asked for. */
  public static synchronized Namespace names() {
    if (names == null) {
      names = make();
    }
    return names;
  }

  private static Namespace make() {
    Namespace keras = new Namespace("keras");
    keras.define("__version__", VERSION);
    Catalog.publicModules().forEach(module -> classes(keras, module));
    Functions.modules().forEach(module -> functions(keras, module));
    models(keras);
    old(keras);
    KerasUtils.into(keras);
    keras.define(
        "ops",
        Namespace.lazy("keras.ops", names -> KerasOps.into(new Library(names, Kind.TENSOR))));
    return keras;
  }

  private static Namespace at(Namespace keras, String module) {
    Namespace at = keras;
    for (String step : module.split("\\.")) {
      at = step.equals("keras") ? at : at.nested(step);
    }
    return at;
  }

  private static void classes(Namespace keras, String module) {
    Namespace names = at(keras, module);
    for (KerasClass<?> each : Catalog.classes(module)) {
      names.define(each.name(), new KerasType(each, module + "." + each.name()));
    }
  }

  private static void functions(Namespace keras, String module) {
    Namespace names = at(keras, module);
    for (KerasFunction each : Functions.of(module)) {
      names.define(each.name(), new KerasCallable(each));
    }
  }

  private static void models(Namespace keras) {
    KerasType sequential = new KerasType(Sequential.CLASS, "keras.Sequential");
    NamedType model = new ModelType();
    Callable input = Keras::input;
    Namespace models = keras.nested("models");
    Namespace layers = keras.nested("layers");
    keras.define("Sequential", sequential).define("Model", model).function("Input", input);
    models.define("Sequential", sequential).define("Model", model);
    layers.function("Input", input);
    bases(keras);
  }

  /** The classes that a person's own derive from. */
  private static void bases(Namespace keras) {
    base(keras, "keras.layers.Layer", CustomLayer.class, Layer.class);
    base(keras, "keras.losses.Loss", CustomLoss.class, Loss.class);
    base(keras, "keras.metrics.Metric", CustomMetric.class, Metric.class);
    base(keras, "keras.initializers.Initializer", CustomInitializer.class, Initializer.class);
    base(keras, "keras.regularizers.Regularizer", CustomRegularizer.class, Regularizer.class);
    base(keras, "keras.constraints.Constraint", CustomConstraint.class, Constraint.class);
    base(keras, "keras.callbacks.Callback", CustomCallback.class, Callback.class);
    base(keras, "keras.utils.PyDataset", CustomDataset.class, CustomDataset.class);
    base(
        keras,
        "keras.optimizers.schedules.LearningRateSchedule",
        CustomSchedule.class,
        LearningRateSchedule.class);
    for (String name : List.of("Layer", "Loss", "Metric", "Initializer", "Regularizer")) {
      String module = name.equals("Loss") ? "losses" : name.toLowerCase(Locale.ROOT) + "s";
      keras.define(name, keras.nested(module).get(name));
    }
    keras.nested("utils").define("Sequence", keras.nested("utils").get("PyDataset"));
  }

  private static void base(Namespace keras, String path, Class<?> own, Class<?> all) {
    String module = path.substring(0, path.lastIndexOf('.'));
    at(keras, module).define(path.substring(module.length() + 1), new JavaType(path, own, all));
  }

  private static Object input(List<Object> positional, Map<String, Object> named) {
    Map<String, Object> all = new LinkedHashMap<>(named);
    List<String> order = List.of("shape", "batch_size", "dtype");
    for (int i = 0; i < Math.min(order.size(), positional.size()); i++) {
      all.put(order.get(i), positional.get(i));
    }
    if (all.containsKey("tensor")) {
      all.put("input_tensor", all.remove("tensor"));
    }
    return InputLayer.CLASS.create(List.of(), all).output();
  }

  /** {@code keras.Model}: called with inputs and outputs, a functional model. */
  static final class ModelType implements NamedType {
    @Override
    public Object call(List<Object> positional, Map<String, Object> named) {
      return Functional.CLASS.create(positional, named);
    }

    /** A functional model from what {@code get_config()} gave. */
    public Object fromConfig(Map<?, ?> config) {
      return Serialization.fromConfig(Functional.CLASS, config);
    }

    @Override
    public Class<?> javaClass() {
      return CustomModel.class;
    }

    @Override
    public Class<?> instanceClass() {
      return Model.class;
    }

    @Override
    public String toString() {
      return "<class 'keras.Model'>";
    }
  }

  /** A class that is there to be extended or asked about, not made. */
  private record JavaType(String path, Class<?> javaClass, Class<?> instanceClass)
      implements NamedType {
    @Override
    public Object call(List<Object> positional, Map<String, Object> named) {
      throw PyError.type(path + " is made to be extended: class MyLayer extends " + path);
    }

    @Override
    public String toString() {
      return "<class '" + path + "'>";
    }
  }

  /** Where names lived in earlier versions of Keras. */
  private static void old(Namespace keras) {
    Namespace layers = keras.nested("layers");
    Namespace preprocessing = layers.nested("experimental").nested("preprocessing");
    for (String name :
        List.of(
            "TextVectorization", "StringLookup", "IntegerLookup", "Hashing", "CategoryEncoding")) {
      if (layers.has(name)) {
        preprocessing.define(name, layers.get(name));
      }
    }
    Namespace text = keras.nested("preprocessing").nested("text");
    text.define("Tokenizer", new KerasType(Tokenizer.CLASS, "keras.preprocessing.text.Tokenizer"));
    TextFunctions.ALL.forEach(each -> text.define(each.name(), new KerasCallable(each)));
  }

  /** Starts names of layers over. */
  static Object clearSession() {
    Names.reset();
    return null;
  }
}
