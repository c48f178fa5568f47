package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.keras.datasets.Sequences;
import io.nyala.tensor.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** {@code x[index]}, read, written and deleted. */
public final class Items {
  private Items() {}

  /** {@code start:stop:step}. */
  public static Object slice(Object start, Object stop, Object step) {
    for (Object part : new Object[] {start, stop, step}) {
      boolean fits = part == null || Ints.is(part) || part instanceof io.nyala.tensor.Tensor;
      if (!fits) {
        throw Errors.type("slice indices must be integers or None or have an __index__ method");
      }
    }
    if (step != null && Ints.is(step) && Ints.small(step) == 0) {
      throw Errors.value("slice step cannot be zero");
    }
    return Slice.of(start, stop, step);
  }

  /** {@code object[index]}. */
  public static Object get(Object object, Object index) {
    if (object != null
        && object.getClass() == ArrayList.class
        && object instanceof ArrayList<?> list
        && index instanceof Integer at) {
      int place = at < 0 ? at + list.size() : at;
      if (place < 0 || place >= list.size()) {
        throw Errors.of("IndexError", "list index out of range");
      }
      return list.get(place);
    }
    if (object instanceof Instance own && own.type().find("__getitem__") != null) {
      return Invoke.call(own.type().find("__getitem__"), new Object[] {object, index}, null);
    }
    if (object instanceof Derived derived) {
      return ofDerived(derived, index);
    }
    if (object instanceof Map<?, ?> map) {
      return Dicts.get(map, index);
    }
    if (object instanceof CharSequence text) {
      return ofText(text.toString(), index);
    }
    if (object instanceof io.nyala.dsl.python.modules.Match match) {
      return match.getAt(index);
    }
    if (object instanceof Sequences rows) {
      return rows.getAt(index);
    }
    if (Kind.of(object) != null) {
      return TensorOperators.getItem(object, index);
    }
    if (object instanceof List<?> list
        && (object instanceof PyDeque
            || object instanceof NamedTuple
            || Types.of(object).isBuiltin())) {
      return ofList(list, index);
    }
    if (object instanceof PyClass type) {
      Object own = type.find("__class_getitem__");
      return own == null
          ? Generics.of(type, index)
          : Invoke.call(
              Descriptors.bind(own, null, type, "__class_getitem__"), new Object[] {index}, null);
    }
    boolean never = object == null || object instanceof Number || object instanceof Instance;
    if (never || object instanceof Boolean || Methods.isOurs(object)) {
      throw Errors.type("'" + Types.name(object) + "' object is not subscriptable");
    }
    return InvokerHelper.invokeMethod(object, "getAt", new Object[] {index});
  }

  private static Object ofDerived(Derived derived, Object index) {
    Object missing = derived.type().find("__missing__");
    if (missing != null && derived.plain() instanceof Map<?, ?> map) {
      Object slot = Dicts.slot(map, index);
      return map.containsKey(slot)
          ? map.get(slot)
          : Invoke.call(missing, new Object[] {derived, index}, null);
    }
    return get(derived.plain(), index);
  }

  private static Object ofText(String text, Object index) {
    if (index instanceof Slice slice) {
      int[] points = text.codePoints().toArray();
      Slice.Positions positions = slice.over(points.length);
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < positions.count(); i++) {
        out.appendCodePoint(points[positions.at(i)]);
      }
      return out.toString();
    }
    int length = text.codePointCount(0, text.length());
    int at = place("string", index, length);
    return length == text.length()
        ? TextIterator.of(text.charAt(at))
        : Character.toString(text.codePointAt(text.offsetByCodePoints(0, at)));
  }

  private static Object ofList(List<?> list, Object index) {
    String kind = Types.name(list);
    if (!(index instanceof Slice slice)) {
      return list.get(
          place(
              kind.equals("range") ? "range object" : kind.equals("bytes") ? "index" : kind,
              index,
              list.size()));
    }
    Slice.Positions positions = slice.over(list.size());
    if (list instanceof PyRange) {
      return Ranges.slice(list, positions);
    }
    Object[] taken = new Object[positions.count()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = list.get(positions.at(i));
    }
    if (list instanceof PyBytes) {
      return BytesMethods.make(new Object[] {Containers.list(taken)}, null);
    }
    return list instanceof Tuple ? Tuple.of(taken) : Containers.list(taken);
  }

  private static int place(String kind, Object index, int length) {
    boolean whole =
        Ints.is(index)
            || index instanceof io.nyala.tensor.Tensor
            || index instanceof Instance it && it.type().find("__index__") != null;
    if (!whole) {
      String what = kind.startsWith("range") ? kind.substring(0, 5) : kind;
      throw Errors.type(
          what
              + " indices must be integers"
              + (kind.equals("string") ? ", not '" : " or slices, not ")
              + Types.name(index)
              + (kind.equals("string") ? "'" : ""));
    }
    int at = Ints.index(index);
    int place = at < 0 ? at + length : at;
    if (place < 0 || place >= length) {
      throw Errors.of(
          "IndexError", (kind.equals("index") ? "" : kind + " ") + "index out of range");
    }
    return place;
  }

  /** {@code object[index] = value}. */
  public static void set(Object value, Object object, Object index) {
    boolean plain = object != null && object.getClass() == ArrayList.class;
    if (plain && index instanceof Integer at && at >= 0) {
      List<Object> list = Containers.list(object);
      if (at < list.size()) {
        list.set(at, value);
        return;
      }
    }
    if (object instanceof Instance it && it.type().find("__setitem__") != null) {
      Invoke.call(it.type().find("__setitem__"), new Object[] {object, index, value}, null);
    } else if (object instanceof Derived derived) {
      set(value, derived.plain(), index);
    } else if (object instanceof Map<?, ?>) {
      Containers.put(object, index, value);
    } else if (Containers.isList(object)) {
      List<Object> list = Containers.list(object);
      if (index instanceof Slice slice) {
        if (!Iterators.canGoThrough(value)) {
          throw Errors.type("can only assign an iterable");
        }
        Lists.replace(list, slice, Iterators.list(value));
      } else {
        list.set(assigned(index, list.size(), ASSIGNMENT), value);
      }
    } else if (Kind.of(object) != null) {
      TensorOperators.setItem(object, index, value);
    } else if (object instanceof PyDeque deque) {
      deque.set(assigned(index, deque.size(), "deque index out of range"), value);
    } else {
      throw Errors.type("'" + Types.name(object) + "' object does not support item assignment");
    }
  }

  private static final String ASSIGNMENT = "list assignment index out of range";

  private static int assigned(Object index, int length, String otherwise) {
    if (!Ints.is(index)) {
      return place("list", index, length);
    }
    int at = Ints.index(index);
    int place = at < 0 ? at + length : at;
    if (place < 0 || place >= length) {
      throw Errors.of("IndexError", otherwise);
    }
    return place;
  }

  /** {@code del object[index]}. */
  public static void delete(Object object, Object index) {
    if (object instanceof Instance it && it.type().find("__delitem__") != null) {
      Invoke.call(it.type().find("__delitem__"), new Object[] {object, index}, null);
    } else if (object instanceof Derived derived) {
      delete(derived.plain(), index);
    } else if (object instanceof Map<?, ?> map) {
      if (!map.containsKey(Dicts.slot(map, index))) {
        throw Errors.key(index);
      }
      map.remove(Dicts.slot(map, index));
    } else if (Containers.isList(object)) {
      List<Object> list = Containers.list(object);
      if (index instanceof Slice slice) {
        Lists.delete(list, slice);
      } else {
        list.remove(assigned(index, list.size(), ASSIGNMENT));
      }
    } else if (object instanceof PyDeque deque) {
      deque.remove(assigned(index, deque.size(), "deque index out of range"));
    } else {
      throw Errors.type("'" + Types.name(object) + "' object doesn't support item deletion");
    }
  }
}
