package io.nyala.dsl.python.run;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The attributes of an object in the order in which they were set. Most objects have few, which are
 * found sooner in a row than in a table; a table helps with those of many.
 */
final class Fields extends AbstractMap<String, Object> {
  private static final int FEW = 8;

  private String[] names = new String[4];
  private Object[] values = new Object[4];
  private int size;
  private Map<String, Integer> table;

  private int find(Object name) {
    for (int i = 0; i < Math.min(size, FEW); i++) {
      if (names[i] == name) {
        return i;
      }
    }
    if (table != null) {
      Integer at = table.get(name);
      return at == null ? -1 : at;
    }
    int hash = name.hashCode();
    for (int i = 0; i < size; i++) {
      if (names[i].hashCode() == hash && names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The value, or {@code otherwise} where there is none. */
  @Override
  public Object getOrDefault(Object name, Object otherwise) {
    int at = name instanceof String ? find(name) : -1;
    return at < 0 ? otherwise : values[at];
  }

  @Override
  public Object get(Object name) {
    return getOrDefault(name, null);
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String && find(name) >= 0;
  }

  @Override
  public Object put(String name, Object value) {
    int at = find(name);
    if (at >= 0) {
      Object before = values[at];
      values[at] = value;
      return before;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size++] = value;
    if (table != null) {
      table.put(name, size - 1);
    } else if (size > FEW) {
      index();
    }
    return null;
  }

  private void index() {
    table = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      table.put(names[i], i);
    }
  }

  @Override
  public Object remove(Object name) {
    int at = name instanceof String ? find(name) : -1;
    if (at < 0) {
      return null;
    }
    Object before = values[at];
    size--;
    System.arraycopy(names, at + 1, names, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    values[size] = null;
    if (table != null) {
      index();
    }
    return before;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Object>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** Goes through the attributes. */
  private final class Entries implements Iterator<Entry<String, Object>> {
    private int at;
    private final int expected = size;

    @Override
    public boolean hasNext() {
      return at < size;
    }

    @Override
    public Entry<String, Object> next() {
      if (at >= size) {
        throw new NoSuchElementException();
      }
      if (size > expected) {
        throw new java.util.ConcurrentModificationException();
      }
      String name = names[at];
      return new SimpleEntry<>(name, values[at++]) {
        private static final long serialVersionUID = 1L;

        @Override
        public Object setValue(Object value) {
          put(name, value);
          return super.setValue(value);
        }
      };
    }

    @Override
    public void remove() {
      Fields.this.remove(names[--at]);
    }
  }
}
