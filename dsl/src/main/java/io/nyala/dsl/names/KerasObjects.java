package io.nyala.dsl.names;

import groovy.lang.Closure;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import io.nyala.dsl.lang.Calls;
import io.nyala.keras.KerasObject;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.Callables;
import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.losses.Loss;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensors;
import java.util.List;

/** How cells treat the engine's objects: called as functions, with Keras' snake-case names. */
final class KerasObjects {

  private static boolean installed;

  private KerasObjects() {}

  /** Teaches Groovy about the engine; does so once. */
  static synchronized void install() {
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
      return callable::callWith;
    }
    return value instanceof Closure<?> closure ? closure::call : null;
  }

  /** True for objects whose Java names are also reachable in snake case. */
  static boolean isOurs(Class<?> type) {
    return KerasObject.class.isAssignableFrom(type)
        || Callback.class.isAssignableFrom(type)
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
          || callee instanceof Activation
          || callee instanceof Initializer;
    }

    @Override
    public Object call(Object callee, Object[] arguments) {
      Arguments split = Arguments.split(arguments);
      List<Object> positional = split.positional();
      if (callee instanceof Layer layer) {
        return layer.invoke(positional, split.named());
      }
      if (callee instanceof Loss loss) {
        Object weight =
            positional.size() > 2 ? positional.get(2) : split.named().get("sample_weight");
        return loss.apply(
            Tensors.of(positional.get(0)),
            Tensors.of(positional.get(1)),
            weight == null ? null : Tensors.of(weight));
      }
      if (callee instanceof Activation activation) {
        return activation.apply(Tensors.of(positional.get(0)));
      }
      Object dtype = positional.size() > 1 ? positional.get(1) : split.named().get("dtype");
      Object shape = positional.isEmpty() ? split.named().get("shape") : positional.get(0);
      return ((Initializer) callee)
          .create(Shape.of((List<?>) shape), dtype == null ? DType.FLOAT32 : DType.of(dtype));
    }
  }
}
