package io.nyala.keras.custom;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the bases of a person's own losses, metrics, initializers and their kin have in common. */
final class OwnObject {
  /** Bases whose classes must have a get_config in Keras; here, the arguments are taken for it. */
  private static final List<Class<?>> REQUIRED =
      List.of(CustomRegularizer.class, CustomSchedule.class);

  private final Object object;
  private final Class<?> base;
  private boolean busy;

  OwnObject(Object object, Class<?> base) {
    this.object = object;
    this.base = base;
  }

  /** The method of this name; null if none is written, or if it is what asks. */
  private OwnMethod find(String name) {
    return busy ? null : Written.find(object, base, name);
  }

  /** Calls the first of these methods that is written; a written one may ask for the inherited. */
  Object call(List<String> names, Supplier<Object> otherwise, Object... arguments) {
    for (String name : names) {
      OwnMethod written = find(name);
      if (written != null) {
        return guarded(() -> written.call(arguments));
      }
    }
    return otherwise.get();
  }

  private Object guarded(Supplier<Object> action) {
    busy = true;
    try {
      return action.get();
    } finally {
      busy = false;
    }
  }

  /**
   * What the object gives when it is called as a function.
   *
   * @throws KerasException a NotImplementedError if no method {@code __call__} is written
   */
  Object called(Object... arguments) {
    for (String name : List.of("__call__", "call")) {
      OwnMethod written = Written.find(object, base, name);
      if (written != null) {
        return written.call(arguments);
      }
    }
    throw missing("call");
  }

  /** The same as a tensor. */
  Tensor tensor(Object... arguments) {
    return Tensors.of(called(arguments));
  }

  KerasException missing(String method) {
    return KerasException.unsupported(
        Written.className(object) + " has no method " + method + "(); write one.");
  }

  /** What {@code get_config} is: what the person wrote, beside what all of the kind have. */
  Map<String, Object> config(Map<String, Object> common) {
    if (busy) {
      return common;
    }
    boolean onlyCommon = object instanceof OwnMembers && !REQUIRED.contains(base);
    if (onlyCommon && Written.find(object, base, "get_config") == null) {
      return common;
    }
    busy = true;
    try {
      return Written.config(object, base, common);
    } finally {
      busy = false;
    }
  }

  Arguments arguments() {
    return ArgTable.of(Written.className(object)).bind(List.of(), Map.of());
  }

  KerasClass<?> kerasClass(String module, Arguments arguments) {
    return new KerasClass<>(
        Written.className(object), module, "A person's own.", arguments.table(), a -> object);
  }
}
