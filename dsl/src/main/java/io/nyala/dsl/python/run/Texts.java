package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** {@code str}, {@code repr} and f-strings. */
public final class Texts {
  private static final ThreadLocal<Set<Object>> OPEN =
      ThreadLocal.withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

  private Texts() {}

  /** The texts of an f-string in a row. */
  public static Object join(Object[] parts) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append((String) part);
    }
    return out.toString();
  }

  /** A value of an f-string. */
  public static Object formatted(Object value, int conversion, Object spec) {
    Object shown =
        switch (conversion) {
          case 'r' -> repr(value);
          case 'a' -> ascii(value);
          case 's' -> str(value);
          default -> value;
        };
    return FormatSpec.format(shown, spec == null ? "" : (String) spec);
  }

  /** {@code ascii(value)}: what repr gives, without letters beyond ASCII. */
  static String ascii(Object value) {
    StringBuilder out = new StringBuilder();
    repr(value)
        .codePoints()
        .forEach(
            c -> {
              if (c < 128) {
                out.append((char) c);
              } else {
                String form = c < 256 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                out.append(String.format(form, c));
              }
            });
    return out.toString();
  }

  static String str(Object value) {
    if (value instanceof CharSequence text && !(value instanceof Instance)) {
      return text.toString();
    }
    if (value instanceof Tensor tensor) {
      return tensor.toString();
    }
    if (value instanceof io.nyala.tensor.Shape shape) {
      return repr(Shapes.seen(null, shape));
    }
    if (value instanceof Instance instance && !(value instanceof Tensor)) {
      if (instance.type().find("__str__") != null) {
        return text(instance, "__str__");
      }
      if (instance instanceof Derived derived && instance.type().find("__repr__") == null) {
        return str(derived.plain());
      }
      if (Exceptions.isException(instance.type())) {
        return Exceptions.text(instance);
      }
    }
    return value instanceof Derived.OfText text ? text.plain() : repr(value);
  }

  private static String text(Instance instance, String method) {
    Object text = Invoke.call(instance.type().find(method), new Object[] {instance}, null);
    if (text instanceof CharSequence) {
      return text.toString();
    }
    throw Errors.type(method + " returned non-string (type " + Types.name(text) + ")");
  }

  static String repr(Object value) {
    if (value instanceof Instance instance && !(value instanceof Tensor)) {
      boolean own = instance.type().find("__repr__") != null;
      if (!own && (value instanceof PyClass || value instanceof Derived)) {
        return value instanceof Derived derived ? derivedRepr(derived) : value.toString();
      }
      return own
          ? text(instance, "__repr__")
          : value instanceof io.nyala.keras.layers.Layer ? value.toString() : plainRepr(instance);
    }
    boolean container =
        value instanceof Tuple
            || value instanceof DictView
            || value instanceof PyDeque
            || value instanceof FrozenSet
            || value instanceof PySet
            || value instanceof DefaultDict
            || value instanceof OrderedDict
            || value instanceof Collection<?> && isPlatform(value)
            || value instanceof Map<?, ?> && isPlatform(value);
    if (container) {
      return container(value);
    }
    if (value instanceof io.nyala.tensor.Shape shape) {
      return Shapes.repr(shape);
    }
    if (value instanceof PyBytes) {
      return value.toString();
    }
    if (value instanceof Descriptors.Property) {
      return "<property object>";
    }
    return value instanceof io.nyala.dsl.names.Namespace module
        ? "<module '" + module.name() + "'>"
        : Repr.of(value);
  }

  private static boolean isPlatform(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("java.") || name.startsWith("groovy.lang.");
  }

  private static String derivedRepr(Derived derived) {
    if (derived.plain() instanceof NamedTuple named) {
      return named.shown(derived.type().name());
    }
    String plain = repr(derived.plain());
    boolean named =
        derived.plain() instanceof DefaultDict || derived.plain() instanceof OrderedDict;
    return named || derived.plain() instanceof PySet
        ? derived.type().name()
            + (derived.plain() instanceof PySet
                ? "(" + plain + ")"
                : plain.substring(plain.indexOf('(')))
        : plain;
  }

  static String plainRepr(Instance instance) {
    if (Exceptions.isException(instance.type())) {
      Tuple arguments = (Tuple) instance.attributes().get("args");
      String inside = repr(arguments);
      return instance.type().name()
          + (arguments.size() == 1 ? "(" + repr(arguments.get(0)) + ")" : inside);
    }
    return String.format(
        "<%s.%s object at 0x%012x>",
        instance.type().module(), instance.type().qualified(), Builtins.id(instance));
  }

  private static String container(Object value) {
    Set<Object> open = OPEN.get();
    if (!open.add(value)) {
      return value instanceof Map ? "{...}" : value instanceof Tuple ? "(...)" : "[...]";
    }
    try {
      if (value instanceof DefaultDict dict) {
        return named(dict);
      }
      if (value instanceof OrderedDict dict) {
        return dict.isEmpty() ? "OrderedDict()" : "OrderedDict(" + repr(Dicts.items(dict)) + ")";
      }
      if (value instanceof Map<?, ?> map) {
        return map(map);
      }
      if (value instanceof DictView view) {
        return view.className() + "([" + items(view) + "])";
      }
      if (value instanceof Set<?> set) {
        return set(set);
      }
      Collection<?> all = (Collection<?>) value;
      if (value instanceof NamedTuple named) {
        return named.shown();
      }
      if (value instanceof Results results) {
        return results.shown();
      }
      if (value instanceof Tuple) {
        return "(" + items(all) + (all.size() == 1 ? ",)" : ")");
      }
      if (value instanceof PyDeque deque) {
        String limit = deque.most() == null ? "" : ", maxlen=" + deque.most();
        return "deque([" + items(all) + "]" + limit + ")";
      }
      return "[" + items(all) + "]";
    } finally {
      open.remove(value);
    }
  }

  private static String named(DefaultDict dict) {
    if (!dict.isCounter()) {
      return "defaultdict(" + repr(dict.factory()) + ", " + map(dict) + ")";
    }
    StringBuilder out = new StringBuilder();
    for (Object pair : Counters.mostCommon(dict, -1)) {
      out.append(out.length() == 0 ? "" : ", ")
          .append(repr(((Tuple) pair).get(0)))
          .append(": ")
          .append(repr(((Tuple) pair).get(1)));
    }
    return out.length() == 0 ? "Counter()" : "Counter({" + out + "})";
  }

  private static String set(Set<?> set) {
    if (set instanceof FrozenSet) {
      return set.isEmpty() ? "frozenset()" : "frozenset({" + items(set) + "})";
    }
    return set.isEmpty() ? "set()" : "{" + items(set) + "}";
  }

  private static String map(Map<?, ?> map) {
    StringBuilder out = new StringBuilder("{");
    map.forEach(
        (key, value) ->
            out.append(out.length() == 1 ? "" : ", ")
                .append(repr(key))
                .append(": ")
                .append(repr(value)));
    return out.append('}').toString();
  }

  private static String items(Collection<?> all) {
    StringBuilder out = new StringBuilder();
    for (Iterator<?> items = all.iterator(); items.hasNext(); ) {
      out.append(repr(items.next())).append(items.hasNext() ? ", " : "");
    }
    return out.toString();
  }
}
