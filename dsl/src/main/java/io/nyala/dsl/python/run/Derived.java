package io.nyala.dsl.python.run;

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

    void plain(List<Object> items) {
      plain = items;
    }

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
