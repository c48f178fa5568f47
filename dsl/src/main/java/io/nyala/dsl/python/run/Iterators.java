package io.nyala.dsl.python.run;

import io.nyala.data.Dataset;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.dsl.names.tf.DatasetMethods;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Going through the items of values. */
public final class Iterators {
  private Iterators() {}

  /** The items of a value one by one. */
  @SuppressWarnings("unchecked")
  public static Iterator<Object> of(Object value) {
    if (value instanceof Iterator<?> iterator) {
      return (Iterator<Object>) iterator;
    }
    if (value instanceof Instance instance) {
      return instance instanceof Derived derived && !goesItself(derived)
          ? of(derived.plain())
          : ofInstance(instance);
    }
    if (Kind.of(value) != null) {
      return TensorOperators.iterate(value);
    }
    if (value instanceof List<?> list && list instanceof java.util.RandomAccess) {
      return new ListIterator((List<Object>) list);
    }
    if (value instanceof Map<?, ?> map) {
      return new Guarded((Iterator<Object>) map.keySet().iterator(), "dictionary", map);
    }
    if (value instanceof Collection<?> items) {
      return new Guarded((Iterator<Object>) items.iterator(), "Set", items);
    }
    if (value instanceof CharSequence text) {
      return new TextIterator(text.toString());
    }
    if (value instanceof Dataset dataset) {
      return DatasetMethods.tuples(dataset.iterator());
    }
    if (value instanceof Iterable<?> iterable) {
      return (Iterator<Object>) iterable.iterator();
    }
    if (!canIterate(value)) {
      throw Errors.type("'" + Types.name(value) + "' object is not iterable");
    }
    return InvokerHelper.asIterator(value);
  }

  private static boolean goesItself(Derived derived) {
    return derived.type().find("__iter__") != null
        || derived.plain() instanceof Number && derived.type().find("__getitem__") != null;
  }

  /** Whether a value has items. */
  static boolean canGoThrough(Object value) {
    return value instanceof Instance own
        ? own instanceof Derived derived && canIterate(derived.plain())
            || own instanceof Iterable
            || own.type().find("__iter__") != null
            || own.type().find("__getitem__") != null
        : canIterate(value);
  }

  static boolean canIterate(Object value) {
    return value != null
        && !(value instanceof Number)
        && !(value instanceof Boolean)
        && !(value instanceof Namespace)
        && !(value instanceof PyClass)
        && (!(value instanceof io.nyala.dsl.names.Callable) || value instanceof Iterable)
        && !(value instanceof Instance);
  }

  private static Iterator<Object> ofInstance(Instance instance) {
    if (instance.type().find("__iter__") != null) {
      Object iterator = Invoke.method(instance, "__iter__", new Object[0], null);
      return iterator instanceof Instance own ? new OwnIterator(own) : of(iterator);
    }
    if (instance.type().find("__getitem__") != null) {
      return new ByIndex(instance);
    }
    if (instance.type().find("__next__") != null) {
      return new OwnIterator(instance);
    }
    if (instance instanceof Iterable<?> iterable) {
      @SuppressWarnings("unchecked")
      Iterator<Object> items = (Iterator<Object>) iterable.iterator();
      return items;
    }
    throw Errors.type("'" + Types.name(instance) + "' object is not iterable");
  }

  /** A list's items; those added meanwhile are met too. */
  private static final class ListIterator implements Iterator<Object> {
    private final List<Object> list;
    private int at;

    ListIterator(List<Object> list) {
      this.list = list;
    }

    @Override
    public boolean hasNext() {
      return at < list.size();
    }

    @Override
    public Object next() {
      if (at >= list.size()) {
        throw new NoSuchElementException();
      }
      return list.get(at++);
    }
  }

  /** Items of a container whose size must not change meanwhile. */
  private static final class Guarded implements Iterator<Object> {
    private final Iterator<Object> items;
    private final String what;
    private final Object container;
    private final int size;

    Guarded(Iterator<Object> items, String what, Object container) {
      this.items = items;
      this.what = what;
      this.container = container;
      this.size = size();
    }

    private int size() {
      return container instanceof Map<?, ?> map ? map.size() : ((Collection<?>) container).size();
    }

    @Override
    public boolean hasNext() {
      if (size() != size) {
        throw Errors.of("RuntimeError", what + " changed size during iteration");
      }
      return items.hasNext();
    }

    @Override
    public Object next() {
      return items.next();
    }
  }

  /** An object with {@code __next__}. */
  static final class OwnIterator implements Iterator<Object> {
    private final Instance source;
    private Object next = Unbound.VALUE;
    private boolean ended;

    OwnIterator(Instance source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      if (next == Unbound.VALUE && !ended) {
        try {
          next = Invoke.method(source, "__next__", new Object[0], null);
        } catch (PyRaised raised) {
          if (!Errors.matches(Exceptions.named("StopIteration"), raised)) {
            throw raised;
          }
          ended = true;
        }
      }
      return !ended;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Object given = next;
      next = Unbound.VALUE;
      return given;
    }
  }

  /** An object with {@code __getitem__} alone. */
  private static final class ByIndex implements Iterator<Object> {
    private final Instance source;
    private int at;
    private Object next = Unbound.VALUE;

    ByIndex(Instance source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      if (next == Unbound.VALUE) {
        try {
          next = Items.get(source, at++);
        } catch (PyRaised raised) {
          if (!Errors.matches(Exceptions.named("IndexError"), raised)) {
            throw raised;
          }
          return false;
        }
      }
      return true;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Object given = next;
      next = Unbound.VALUE;
      return given;
    }
  }

  /** All items. */
  static List<Object> list(Object value) {
    if (value instanceof Collection<?> items && !(value instanceof io.nyala.tensor.Tensor)) {
      return new ArrayList<>(items);
    }
    List<Object> all = new ArrayList<>();
    of(value).forEachRemaining(all::add);
    return all;
  }

  /**
   * The values that a tuple of names takes.
   *
   * @param count how many names there are
   * @param star which of them is starred, or -1
   */
  public static Object[] unpack(Object value, int count, int star) {
    if (value instanceof Tuple tuple && tuple.size() == count && star < 0) {
      return tuple.toArray();
    }
    boolean can = canIterate(value) || value instanceof Instance;
    if (!can) {
      throw Errors.type("cannot unpack non-iterable " + Types.name(value) + " object");
    }
    Iterator<Object> items = of(value);
    int before = star < 0 ? count : star;
    Object[] taken = new Object[count];
    for (int i = 0; i < before; i++) {
      if (!items.hasNext()) {
        throw tooFew(count, star, i);
      }
      taken[i] = items.next();
    }
    if (star < 0) {
      if (items.hasNext()) {
        throw Errors.value("too many values to unpack (expected " + count + ")");
      }
      return taken;
    }
    List<Object> rest = new ArrayList<>();
    items.forEachRemaining(rest::add);
    int after = count - star - 1;
    if (rest.size() < after) {
      throw tooFew(count, star, before + rest.size());
    }
    for (int i = 0; i < after; i++) {
      taken[count - 1 - i] = rest.remove(rest.size() - 1);
    }
    taken[star] = rest;
    return taken;
  }

  private static PyRaised tooFew(int count, int star, int got) {
    return Errors.value(
        "not enough values to unpack (expected "
            + (star < 0 ? String.valueOf(count) : "at least " + (count - 1))
            + ", got "
            + got
            + ")");
  }

  /** What {@code yield from} goes through. */
  public static Delegation delegate(Object value) {
    return new Delegation(value instanceof PyGenerator ? value : of(value));
  }

  /** {@code next(iterator)}; {@code StopIteration} at the end. */
  static Object next(Object iterator) {
    if (iterator instanceof Instance own) {
      return Invoke.method(own, "__next__", new Object[0], null);
    }
    if (!(iterator instanceof Iterator<?> items)) {
      throw Errors.type("'" + Types.name(iterator) + "' object is not an iterator");
    }
    if (items instanceof PyGenerator generator) {
      return generator.send(null);
    }
    if (!items.hasNext()) {
      throw Errors.stop(null);
    }
    return items.next();
  }

  /** An iterator that says what it is. */
  static Iterator<Object> named(String name, Iterator<Object> items) {
    return new Lazy(name) {
      @Override
      Object compute() {
        return items.hasNext() ? items.next() : Unbound.VALUE;
      }
    };
  }

  /** What CPython calls the iterator over a value. */
  static String forwards(Object value) {
    if (value instanceof CharSequence text) {
      boolean ascii = text.chars().allMatch(c -> c < 128);
      return ascii ? "str_ascii_iterator" : "str_iterator";
    }
    String kind = Types.name(value);
    return switch (kind) {
      case "dict", "dict_keys", "defaultdict", "Counter" -> "dict_keyiterator";
      case "dict_values" -> "dict_valueiterator";
      case "dict_items" -> "dict_itemiterator";
      case "frozenset" -> "set_iterator";
      case "OrderedDict" -> "odict_iterator";
      default -> kind + "_iterator";
    };
  }

  /** What CPython calls the iterator over a value from its end. */
  static String backwards(Object value) {
    return switch (Types.name(value)) {
      case "list" -> "list_reverseiterator";
      case "range" -> "range_iterator";
      case "dict", "dict_keys", "defaultdict", "Counter" -> "dict_reversekeyiterator";
      case "dict_values" -> "dict_reversevalueiterator";
      case "dict_items" -> "dict_reverseitemiterator";
      case "deque" -> "_collections._deque_reverse_iterator";
      default -> "reversed";
    };
  }
}
