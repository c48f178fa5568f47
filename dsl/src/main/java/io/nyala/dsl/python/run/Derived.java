package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/**
 * An object of a class that derives from a class of values: {@code class D(dict)}. What its class
 * does not define itself is done with the plain value inside.
 */
interface Derived extends Instance {

  /** The value inside: a dict, a list, a text, a number, … */
  Object plain();

  /** The value inside, if it is one of these; else the value itself. */
  static Object plain(Object value) {
    return value instanceof Derived derived ? derived.plain() : value;
  }

  /** The values inside. */
  static Object[] plain(Object[] values) {
    Object[] all = values.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = plain(all[i]);
    }
    return all;
  }

  /** Whether classes may derive from this class of values. */
  static boolean supports(PyClass type) {
    return SUPPORTED.contains(type.name()) || type.derivesFrom(Types.TUPLE);
  }

  /** The class of values that a class derives from; null if there is none. */
  static PyClass base(PyClass type) {
    for (PyClass each : type.order()) {
      if (each.makes() && each != Types.OBJECT && each != Types.TYPE) {
        return each;
      }
    }
    return null;
  }

  /** A new object of the class; dicts, lists and sets stay empty until they are initialized. */
  static Derived make(PyClass type, PyClass base, Object[] arguments, Kwargs named) {
    boolean fillable = FILLABLE.contains(base.name());
    Object plain = fillable ? base.make(new Object[0], null) : base.make(plain(arguments), named);
    if (plain instanceof Map<?, ?> map) {
      return new OfDict(type, unchecked(map));
    }
    if (plain instanceof Set<?> set) {
      return new OfSet(type, unchecked(set));
    }
    if (plain instanceof Tuple tuple) {
      return new OfTuple(type, tuple);
    }
    if (plain instanceof PyDeque || Containers.isList(plain)) {
      return new OfList(type, unchecked((List<?>) plain));
    }
    return plain instanceof CharSequence
        ? new OfText(type, plain.toString())
        : new OfNumber(type, (Number) plain);
  }

  /** The classes of values that classes may derive from. */
  Set<String> SUPPORTED =
      Set.of(
          "dict",
          "list",
          "set",
          "frozenset",
          "tuple",
          "str",
          "int",
          "float",
          "defaultdict",
          "Counter",
          "OrderedDict",
          "deque");

  /** The classes whose values can be filled once they exist. */
  Set<String> FILLABLE =
      Set.of("dict", "list", "set", "defaultdict", "Counter", "OrderedDict", "deque");

  /** What the class of values does to initialize the object. */
  static void fill(Derived derived, Object[] arguments, Kwargs named) {
    PyClass base = base(derived.type());
    if (!FILLABLE.contains(base.name())) {
      return;
    }
    Object given = base.make(arguments, named);
    if (derived instanceof OfDict dict) {
      if (given instanceof DefaultDict like && dict.plain instanceof DefaultDict own) {
        own.factory(like.factory());
      }
      dict.plain.clear();
      dict.plain.putAll(unchecked((Map<?, ?>) given));
    } else if (derived instanceof OfSet set) {
      set.plain.clear();
      set.plain.addAll((Set<?>) given);
    } else if (derived instanceof OfList list) {
      list.plain = unchecked((List<?>) given);
    }
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Map<K, V> unchecked(Map<?, ?> map) {
    return (Map<K, V>) map;
  }

  @SuppressWarnings("unchecked")
  private static <T> Set<T> unchecked(Set<?> set) {
    return (Set<T>) set;
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> unchecked(List<?> list) {
    return (List<T>) list;
  }

  /** Of a class that derives from {@code dict}. */
  final class OfDict extends AbstractMap<Object, Object> implements Derived {
    private final PyClass type;
    private final Map<Object, Object> plain;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    OfDict(PyClass type, Map<Object, Object> plain) {
      this.type = type;
      this.plain = plain;
    }

    @Override
    public PyClass type() {
      return type;
    }

    @Override
    public Map<String, Object> attributes() {
      return attributes;
    }

    @Override
    public Map<Object, Object> plain() {
      return plain;
    }

    @Override
    public Object get(Object key) {
      return plain.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
      return plain.containsKey(key);
    }

    @Override
    public Object put(Object key, Object value) {
      return plain.put(key, value);
    }

    @Override
    public Object remove(Object key) {
      return plain.remove(key);
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return plain.entrySet();
    }
  }

  /** Of a class that derives from {@code list} or {@code deque}. */
  final class OfList extends AbstractList<Object> implements Derived, RandomAccess {
    private final PyClass type;
    private List<Object> plain;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    OfList(PyClass type, List<Object> plain) {
      this.type = type;
      this.plain = plain;
    }

    @Override
    public PyClass type() {
      return type;
    }

    @Override
    public Map<String, Object> attributes() {
      return attributes;
    }

    @Override
    public List<Object> plain() {
      return plain;
    }

    @Override
    public Object get(int index) {
      return plain.get(index);
    }

    @Override
    public Object set(int index, Object value) {
      return plain.set(index, value);
    }

    @Override
    public void add(int index, Object value) {
      plain.add(index, value);
    }

    @Override
    public Object remove(int index) {
      return plain.remove(index);
    }

    @Override
    public int size() {
      return plain.size();
    }
  }

  /** Of a class that derives from {@code set} or {@code frozenset}. */
  final class OfSet extends AbstractSet<Object> implements Derived {
    private final PyClass type;
    private final Set<Object> plain;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    OfSet(PyClass type, Set<Object> plain) {
      this.type = type;
      this.plain = plain;
    }

    @Override
    public PyClass type() {
      return type;
    }

    @Override
    public Map<String, Object> attributes() {
      return attributes;
    }

    @Override
    public Set<Object> plain() {
      return plain;
    }

    @Override
    public boolean contains(Object item) {
      return plain.contains(item);
    }

    @Override
    public boolean add(Object item) {
      return plain.add(item);
    }

    @Override
    public Iterator<Object> iterator() {
      return plain.iterator();
    }

    @Override
    public int size() {
      return plain.size();
    }
  }

  /** Of a class that derives from {@code tuple} or a named tuple. */
  final class OfTuple extends Tuple implements Derived {
    private final PyClass type;
    private final Tuple plain;
    private final Map<String, Object> attributes = new HashMap<>();

    OfTuple(PyClass type, Tuple plain) {
      super(plain.toArray());
      this.type = type;
      this.plain = plain;
    }

    @Override
    public PyClass type() {
      return type;
    }

    @Override
    public Map<String, Object> attributes() {
      return attributes;
    }

    @Override
    public Tuple plain() {
      return plain;
    }
  }

  /** Of a class that derives from {@code str}. */
  final class OfText implements Derived, CharSequence {
    private final PyClass type;
    private final String plain;
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    OfText(PyClass type, String plain) {
      this.type = type;
      this.plain = plain;
    }

    @Override
    public PyClass type() {
      return type;
    }

    @Override
    public Map<String, Object> attributes() {
      return attributes;
    }

    @Override
    public String plain() {
      return plain;
    }

    @Override
    public int length() {
      return plain.length();
    }

    @Override
    public char charAt(int index) {
      return plain.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return plain.subSequence(start, end);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof CharSequence && plain.contentEquals((CharSequence) other);
    }

    @Override
    public int hashCode() {
      return plain.hashCode();
    }

    @Override
    public String toString() {
      return plain;
    }
  }

  /** Of a class that derives from {@code int} or {@code float}. */
  final class OfNumber extends Number implements Derived {
    private static final long serialVersionUID = 1L;
    private final transient PyClass type;
    private final Number plain;
    private final transient Map<String, Object> attributes = new LinkedHashMap<>();

    OfNumber(PyClass type, Number plain) {
      this.type = type;
      this.plain = plain;
    }

    @Override
    public PyClass type() {
      return type;
    }

    @Override
    public Map<String, Object> attributes() {
      return attributes;
    }

    @Override
    public Number plain() {
      return plain;
    }

    @Override
    public int intValue() {
      return plain.intValue();
    }

    @Override
    public long longValue() {
      return plain.longValue();
    }

    @Override
    public float floatValue() {
      return plain.floatValue();
    }

    @Override
    public double doubleValue() {
      return plain.doubleValue();
    }

    @Override
    public boolean equals(Object other) {
      return Truth.of(Comparisons.equal(plain, plain(other)));
    }

    private static Object plain(Object other) {
      return Derived.plain(other);
    }

    @Override
    public int hashCode() {
      return plain.hashCode();
    }

    @Override
    public String toString() {
      return plain.toString();
    }
  }
}
