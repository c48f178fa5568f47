package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
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

  /** Its class and what was set on it. */
  record Own(PyClass type, Map<String, Object> attributes) {
    Own(PyClass type) {
      this(type, new LinkedHashMap<>());
    }
  }

  /** What makes it more than the value inside. */
  Own own();

  @Override
  default PyClass type() {
    return own().type();
  }

  @Override
  default Map<String, Object> attributes() {
    return own().attributes();
  }

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

  /** Of a class that derives from {@code dict}. */
  final class OfDict extends AbstractMap<Object, Object> implements Derived {
    private final Own own;
    private final Map<Object, Object> plain;

    OfDict(PyClass type, Map<Object, Object> plain) {
      this.own = new Own(type);
      this.plain = plain;
    }

    @Override
    public Own own() {
      return own;
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
    private final Own own;
    private List<Object> plain;

    void plain(List<Object> items) {
      plain = items;
    }

    OfList(PyClass type, List<Object> plain) {
      this.own = new Own(type);
      this.plain = plain;
    }

    @Override
    public Own own() {
      return own;
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
    private final Own own;
    private final Set<Object> plain;

    OfSet(PyClass type, Set<Object> plain) {
      this.own = new Own(type);
      this.plain = plain;
    }

    @Override
    public Own own() {
      return own;
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
    private final Own own;
    private final Tuple plain;

    OfTuple(PyClass type, Tuple plain) {
      super(plain.toArray());
      this.own = new Own(type);
      this.plain = plain;
    }

    @Override
    public Own own() {
      return own;
    }

    @Override
    public Tuple plain() {
      return plain;
    }
  }

  /** Of a class that derives from {@code str}. */
  final class OfText implements Derived, CharSequence {
    private final Own own;
    private final String plain;

    OfText(PyClass type, String plain) {
      this.own = new Own(type);
      this.plain = plain;
    }

    @Override
    public Own own() {
      return own;
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
    private final transient Own own;
    private final Number plain;

    OfNumber(PyClass type, Number plain) {
      this.own = new Own(type);
      this.plain = plain;
    }

    @Override
    public Own own() {
      return own;
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
      return Truth.of(Comparisons.equal(plain, Derived.plain(other)));
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
