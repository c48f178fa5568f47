package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.NamedType;
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
import io.nyala.keras.saving.CustomObjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Classes of Keras that classes of Python cells derive from. */
final class KerasBases {
  private static final Map<Class<?>, PyClass> CLASSES = new LinkedHashMap<>();
  private static final Map<PyClass, Function<PyClass, KerasInstance>> MAKERS =
      new LinkedHashMap<>();

  static {
    add("Model", "keras.models", CustomModel.class, PyModel::new);
    add("Layer", "keras.layers", CustomLayer.class, PyLayer::new);
    add("Callback", "keras.callbacks", CustomCallback.class, PyCallback::new);
    add("Loss", "keras.losses", CustomLoss.class, PyLoss::new);
    add("Metric", "keras.metrics", CustomMetric.class, PyMetric::new);
    add("Initializer", "keras.initializers", CustomInitializer.class, PyInitializer::new);
    add("Regularizer", "keras.regularizers", CustomRegularizer.class, PyRegularizer::new);
    add("Constraint", "keras.constraints", CustomConstraint.class, PyConstraint::new);
    add(
        "LearningRateSchedule",
        "keras.optimizers.schedules",
        CustomSchedule.class,
        PySchedule::new);
    add("PyDataset", "keras.utils", CustomDataset.class, PyBatches::new);
    CustomObjects.register(new OwnClasses());
  }

  private KerasBases() {}

  private static void add(
      String name, String module, Class<?> java, Function<PyClass, KerasInstance> maker) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        "from_config", new Descriptors.ClassMethod(new Native(name, KerasBases::fromConfig)));
    PyClass made =
        new PyClass(name, module, List.of(Types.OBJECT), members, null, java::isInstance);
    CLASSES.put(java, made);
    MAKERS.put(made, maker);
  }

  /** {@code cls(**config)}. */
  private static Object fromConfig(Object[] arguments, Kwargs named) {
    Kwargs config = new Kwargs((Map<?, ?>) arguments[1]);
    return ((PyClass) arguments[0]).make(new Object[0], config.isEmpty() ? null : config);
  }

  static PyClass of(Object base) {
    Class<?> java = base instanceof NamedType named ? javaClass(named) : null;
    PyClass known = CLASSES.get(java);
    if (known == null) {
      throw Errors.of(
          "NotImplementedError",
          "a class deriving from "
              + Texts.repr(base)
              + " is not supported in Nyala's Python cells; derive from keras.Model,"
              + " keras.layers.Layer, Loss, Metric, Initializer, Regularizer, Constraint,"
              + " LearningRateSchedule, keras.callbacks.Callback or keras.utils.PyDataset");
    }
    return known;
  }

  private static Class<?> javaClass(NamedType named) {
    try {
      return named.javaClass();
    } catch (RuntimeException e) {
      return null;
    }
  }

  static boolean isKeras(PyClass type) {
    return MAKERS.keySet().stream().anyMatch(type::derivesFrom);
  }

  static KerasInstance make(PyClass type) {
    for (Map.Entry<PyClass, Function<PyClass, KerasInstance>> each : MAKERS.entrySet()) {
      if (type.derivesFrom(each.getKey())) {
        return each.getValue().apply(type);
      }
    }
    throw new IllegalStateException(type.name());
  }

  /** The named arguments of {@code super().__init__(…)}, which takes no others. */
  static Map<String, Object> settings(PyClass type, Object[] arguments, Kwargs named) {
    if (arguments.length > 0 || named != null && named.containsKey("inputs")) {
      throw Errors.of(
          "NotImplementedError",
          "class "
              + type.name()
              + ": super().__init__() with inputs and outputs is not supported in Nyala's Python"
              + " cells; call keras.Model(inputs, outputs) itself");
    }
    return named == null ? Map.of() : named;
  }

  /** What is said where a class forgets {@code super().__init__()}. */
  static PyRaised uninitialized(PyClass type) {
    return Errors.of(
        "RuntimeError",
        "In layer '"
            + type.name()
            + "', you forgot to call `super().__init__()` as the first statement in the"
            + " `__init__()` method. Go add it!");
  }
}
