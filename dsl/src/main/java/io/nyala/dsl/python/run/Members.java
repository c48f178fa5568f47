package io.nyala.dsl.python.run;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a class's body has defined, by name. Each value lives in a place of its own, so that classes
 * may remember where a name leads; whenever a name comes or goes, in any class, {@link #version}
 * changes.
 */
final class Members extends AbstractMap<String, Object> {

  /** Where one member lives. */
  static final class Place {
    /** What stands for a name that no class has. */
    static final Place NONE = new Place(null);

    private Object value;

    private Place(Object value) {
      this.value = value;
    }

    Object value() {
      return value;
    }
  }

  private static volatile int version;

  private final Map<String, Place> places = new LinkedHashMap<>();

  /** A copy of these members. */
  Members(Map<String, Object> members) {
    members.forEach(this::put);
  }

  /** Changes whenever a class gets a new member or loses one. */
  static int version() {
    return version;
  }

  private static synchronized void changed() {
    version++;
  }

  /** Where a member lives; null if there is none. */
  Place place(String name) {
    return places.get(name);
  }

  @Override
  public Object get(Object name) {
    Place place = places.get(name);
    return place == null ? null : place.value;
  }

  @Override
  public boolean containsKey(Object name) {
    return places.containsKey(name);
  }

  @Override
  public Object put(String name, Object value) {
    Place place = places.get(name);
    if (place == null) {
      places.put(name, new Place(value));
      changed();
      return null;
    }
    Object before = place.value;
    place.value = value;
    return before;
  }

  @Override
  public Object remove(Object name) {
    Place place = places.remove(name);
    if (place == null) {
      return null;
    }
    changed();
    return place.value;
  }

  @Override
  public int size() {
    return places.size();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Object>> iterator() {
        return entries(places.entrySet().iterator());
      }

      @Override
      public int size() {
        return places.size();
      }
    };
  }

  private static Iterator<Entry<String, Object>> entries(Iterator<Entry<String, Place>> places) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return places.hasNext();
      }

      @Override
      public Entry<String, Object> next() {
        Entry<String, Place> next = places.next();
        return new SimpleEntry<>(next.getKey(), next.getValue().value) {
          private static final long serialVersionUID = 1L;

          @Override
          public Object setValue(Object value) {
            next.getValue().value = value;
            return super.setValue(value);
          }
        };
      }

      @Override
      public void remove() {
        places.remove();
        changed();
      }
    };
  }
}
