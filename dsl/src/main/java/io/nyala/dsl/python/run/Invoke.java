package io.nyala.dsl.python.run;

import groovy.lang.MissingMethodException;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Calls of values and of methods. */
public final class Invoke {
  private Invoke() {}

  /** The named arguments of a call: names (or Unbound for {@code **}) and values in turn. */
  public static Kwargs named(Object[] pairs) {
    Kwargs named = new Kwargs();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] != Unbound.VALUE) {
        put(named, (String) pairs[i], pairs[i + 1]);
      } else if (pairs[i + 1] instanceof Map<?, ?> map) {
        map.forEach((key, value) -> put(named, key, value));
      } else {
        throw Errors.type("argument after ** must be a mapping, not " + Types.name(pairs[i + 1]));
      }
    }
    return named;
  }

  private static void put(Kwargs named, Object key, Object value) {
    if (!(key instanceof CharSequence)) {
      throw Errors.type("keywords must be strings");
    }
    if (named.containsKey(key.toString())) {
      throw Errors.type("got multiple values for keyword argument '" + key + "'");
    }
    named.put(key.toString(), value);
  }

  static Object[] prepend(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  /** {@code decorator(value)}, for the decorator below the value on the stack. */
  public static Object decorate(Object decorator, Object value) {
    return call(decorator, new Object[] {value}, null);
  }

  /** {@code callee(arguments)}. */
  public static Object call(Object callee, Object[] arguments, Kwargs named) {
    if (callee instanceof PyFunction function) {
      return function.invoke(arguments, named);
    }
    if (callee instanceof PyClass type) {
      return type.make(arguments, named);
    }
    if (callee instanceof Native function) {
      return function.body().call(arguments, named);
    }
    if (callee instanceof BoundMethod method) {
      return method.invoke(arguments, named);
    }
    if (callee instanceof Instance instance && instance.type().find("__call__") != null) {
      return method(callee, "__call__", arguments, named);
    }
    if (callee instanceof Descriptors.StaticMethod method) {
      return call(method.function(), arguments, named);
    }
    boolean never =
        callee == null
            || callee instanceof PyObject
            || callee instanceof Number
            || callee instanceof CharSequence
            || callee instanceof java.util.Collection
            || callee instanceof Map
            || callee instanceof Boolean
            || callee instanceof Namespace;
    if (never) {
      throw Errors.type("'" + Types.name(callee) + "' object is not callable");
    }
    if (callee instanceof Callable callable) {
      return callable.call(
          new java.util.ArrayList<>(Arrays.asList(arguments)), named == null ? Map.of() : named);
    }
    return Calls.call(callee, joined(arguments, named));
  }

  private static Object[] joined(Object[] arguments, Kwargs named) {
    return named == null || named.isEmpty() ? arguments : prepend(named, arguments);
  }

  /** {@code receiver.name(arguments)}. */
  public static Object method(Object receiver, String name, Object[] arguments, Kwargs named) {
    if (receiver instanceof Instance instance && !(receiver instanceof PyClass)) {
      return ofInstance(instance, name, arguments, named);
    }
    if (receiver instanceof CharSequence text) {
      return StrMethods.call(text.toString(), name, arguments, named);
    }
    Object often = named == null ? Frequent.call(receiver, name, arguments) : Unbound.VALUE;
    if (often != Unbound.VALUE) {
      return often;
    }
    if (receiver instanceof Namespace namespace) {
      return call(namespace.get(name), arguments, named);
    }
    if (receiver instanceof PyClass || receiver instanceof PyFunction) {
      return call(Attributes.get(receiver, name), arguments, named);
    }
    if (receiver instanceof PySuper parent) {
      return parent.call(name, arguments, named);
    }
    boolean text =
        receiver instanceof Tensor tensor && tensor.dtype() == DType.STRING && tensor.rank() == 0;
    if (text && name.equals("numpy")) {
      return BytesMethods.encode(((Tensor) receiver).strings()[0], "utf-8", "strict");
    }
    if (receiver instanceof io.nyala.tensor.Slice && name.equals("indices")) {
      return call(Specials.attribute(receiver, name), arguments, named);
    }
    Object result = Methods.call(receiver, name, arguments, named);
    if (result != Unbound.VALUE) {
      return result;
    }
    if (receiver == null || Methods.isOurs(receiver)) {
      throw Attributes.missing(receiver, name);
    }
    return groovy(receiver, name, arguments, named);
  }

  private static Object ofInstance(
      Instance instance, String name, Object[] arguments, Kwargs named) {
    if (!instance.type().looksUp() && !instance.attributes().containsKey(name)) {
      Object member = instance.type().find(name);
      if (member instanceof PyFunction function) {
        return function.invoke(prepend(instance, arguments), named);
      }
      if (member == null && instance instanceof Derived derived && hasOwn(derived, name)) {
        Object result = method(derived.plain(), name, arguments, named);
        return name.equals("_replace")
            ? new Derived.OfTuple(derived.type(), (Tuple) result)
            : result;
      }
      if (member == null && instance instanceof KerasInstance keras) {
        return inherited(keras, name, arguments, named);
      }
    }
    return call(Attributes.get(instance, name), arguments, named);
  }

  private static boolean hasOwn(Derived derived, String name) {
    return Methods.has(derived.plain(), name) || Protocol.NAMES.contains(name);
  }

  /** A method that a Keras class brings. */
  static Object inherited(KerasInstance keras, String name, Object[] arguments, Kwargs named) {
    return groovy(keras, name, arguments, named);
  }

  private static Object groovy(Object receiver, String name, Object[] arguments, Kwargs named) {
    try {
      return InvokerHelper.invokeMethod(receiver, name, joined(arguments, named));
    } catch (MissingMethodException e) {
      boolean own = e.getMethod().equals(name) && e.getType() == receiver.getClass();
      if (!own) {
        throw Errors.type(e.getMessage());
      }
      Object value = Attributes.property(receiver, name);
      // A bound method would only lead back here.
      if (value != Unbound.VALUE && !(value instanceof BoundMethod)) {
        return call(value, arguments, named);
      }
      boolean exists = !InvokerHelper.getMetaClass(receiver).respondsTo(receiver, name).isEmpty();
      throw exists
          ? Errors.type(
              name + "() does not take these arguments: " + Texts.repr(Tuple.of(arguments)))
          : Attributes.missing(receiver, name);
    }
  }

  /** Arguments as a library function takes them. */
  static Arguments arguments(Object[] positional, Kwargs named) {
    return new Arguments(
        new java.util.ArrayList<>(Arrays.asList(positional)), named == null ? Map.of() : named);
  }
}
