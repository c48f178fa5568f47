package io.nyala.dsl.names.keras;

import groovy.lang.Closure;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.lang.CellFunction;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Signature;
import io.nyala.keras.KerasObject;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.Callables;
import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.custom.CustomSchedule;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.losses.Loss;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.optimizers.schedules.LearningRateSchedule;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.MethodClosure;

/** How cells treat the engine's objects: called as functions, with Keras' snake-case names. */
public final class KerasObjects {

  private static boolean installed;

  private KerasObjects() {}

  /** Teaches Groovy about the engine; does so once. */
  public static synchronized void install() {
    if (installed) {
      return;
    }
    installed = true;
    GroovySystem.getMetaClassRegistry().setMetaClassCreationHandle(new SnakeCaseClasses());
    Calls.register(new Door());
    Callables.register(KerasObjects::function);
  }

  /** Closures and cell functions, as the engine calls them. */
  private static Callables.Fn function(Object value) {
    if (value instanceof Callable callable) {
      return new Own(callable::callWith, true, callable.name(), callable.most());
    }
    return value instanceof Closure<?> closure
        ? new Own(closure::call, false, name(closure), closure.getMaximumNumberOfParameters())
        : null;
  }

  private static String name(Closure<?> closure) {
    if (closure instanceof CellFunction function) {
      return function.name();
    }
    return closure instanceof MethodClosure method ? method.getMethod() : "lambda";
  }

  /**
   * A function of a cell. Named arguments come first, as Groovy passes them; closures do not know
   * their parameters' names and get the values in their order.
   */
  private record Own(Callables.Fn function, boolean takesNames, String name, int most)
      implements Callables.Fn {
    @Override
    public Object call(Object... args) {
      return function.call(args);
    }

    @Override
    public Object callNamed(Map<?, ?> named, Object... args) {
      List<Object> all = new ArrayList<>(Arrays.asList(args));
      if (takesNames) {
        all.add(0, new Kwargs(named));
      } else {
        all.addAll(named.values());
      }
      return function.call(all.toArray());
    }
  }

  /** True for objects whose Java names are also reachable in snake case. */
  static boolean isOurs(Class<?> type) {
    return KerasObject.class.isAssignableFrom(type)
        || Callback.class.isAssignableFrom(type)
        || type == KerasType.class
        || type == Keras.ModelType.class
        || type.getName().startsWith("io.nyala.autograd.")
        || type.getName().startsWith("io.nyala.keras.")
        || type.getName().startsWith("io.nyala.data.");
  }

  private static final class SnakeCaseClasses extends MetaClassRegistry.MetaClassCreationHandle {
    @Override
    protected MetaClass createNormalMetaClass(
        @SuppressWarnings("rawtypes") Class type, MetaClassRegistry registry) {
      return isOurs(type)
          ? new SnakeCaseMetaClass(registry, type)
          : super.createNormalMetaClass(type, registry);
    }
  }

  /** Calls layers, losses and their kin as functions. */
  private static final class Door implements Calls.Handler {
    @Override
    public boolean handles(Object callee) {
      return callee instanceof Layer
          || callee instanceof Loss
          || callee instanceof Metric
          || callee instanceof Activation
          || callee instanceof Initializer
          || callee instanceof Regularizer
          || callee instanceof Constraint
          || callee instanceof LearningRateSchedule && !(callee instanceof CustomSchedule)
          || callee instanceof DType;
    }

    @Override
    public Object call(Object callee, Object[] given) {
      Arguments arguments = Arguments.split(given);
      if (callee instanceof Layer layer) {
        arguments.positional().replaceAll(Operands::plain);
        return layer.invoke(arguments.positional(), arguments.named());
      }
      if (callee instanceof Activation activation) {
        return activation.apply(Kind.TENSOR.convert(given[0]));
      }
      if (callee instanceof Regularizer regularizer) {
        return regularizer.apply(Kind.TENSOR.convert(given[0]));
      }
      if (callee instanceof LearningRateSchedule schedule) {
        return Tensor.scalar((float) schedule.at(Kind.TENSOR.convert(given[0]).getDouble(0)));
      }
      if (callee instanceof Constraint constraint) {
        return constraint.apply(Kind.TENSOR.convert(given[0]));
      }
      if (callee instanceof Metric metric) {
        return KerasMethods.measured(metric, given);
      }
      if (callee instanceof DType type) {
        return Kind.ARRAY.wrap(Kind.ARRAY.convert(given[0], type));
      }
      return callee instanceof Initializer initializer
          ? call(initializer, arguments)
          : call((Loss) callee, arguments);
    }

    private static Object call(Initializer initializer, Arguments arguments) {
      Given given = read("initializer(shape, dtype='float32')", arguments);
      return initializer.create(given.shape("shape"), given.dtype("dtype"));
    }

    private static Object call(Loss loss, Arguments arguments) {
      Given given = read("loss(y_true, y_pred, sample_weight=None)", arguments);
      return loss.apply(
          given.tensor("y_true"),
          given.tensor("y_pred"),
          given.has("sample_weight") ? given.tensor("sample_weight") : null);
    }

    private static Given read(String text, Arguments arguments) {
      Signature signature = Signature.parse(text);
      return new Given(
          signature.name(), Kind.TENSOR, signature.bind(arguments.positional(), arguments.named()));
    }
  }
}
