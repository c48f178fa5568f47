package io.nyala.dsl.lang;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A session's variables by name. Each lives in a slot that compiled code may hold on to, so that a
 * loop need not look names up; the map is a live view for everybody else, any thread among them.
 */
public final class Variables extends AbstractMap<String, Object> {

  /** Where one variable lives. */
  public static final class Slot {
    private static final Object NOTHING = new Object();

    private Object value = NOTHING;

    private Slot() {}

    /** The value, or {@code otherwise} where there is none. */
    public Object get(Object otherwise) {
      Object now = value;
      return now == NOTHING ? otherwise : GrowingText.read(now);
    }

    /** The value as it is held, which may be a text that still grows. */
    public Object held(Object otherwise) {
      Object now = value;
      return now == NOTHING ? otherwise : now;
    }

    /** Gives the variable a value. */
    public void set(Object now) {
      value = now;
    }

    private boolean isBound() {
      return value != NOTHING;
    }
  }

  private final Map<String, Slot> slots = new LinkedHashMap<>();

  /** The slot of a name, which stays its slot whatever becomes of the variable. */
  public synchronized Slot slot(String name) {
    return slots.computeIfAbsent(name, ignored -> new Slot());
  }

  private Slot bound(Object name) {
    Slot slot = slots.get(name);
    return slot != null && slot.isBound() ? slot : null;
  }

  @Override
  public synchronized Object get(Object name) {
    Slot slot = bound(name);
    return slot == null ? null : slot.get(null);
  }

  @Override
  public synchronized boolean containsKey(Object name) {
    return bound(name) != null;
  }

  @Override
  public synchronized Object put(String name, Object value) {
    Slot slot = slot(name);
    Object before = slot.get(null);
    slot.set(value);
    return before;
  }

  @Override
  public synchronized Object remove(Object name) {
    Slot slot = bound(name);
    if (slot == null) {
      return null;
    }
    Object before = slot.get(null);
    slot.value = Slot.NOTHING;
    return before;
  }

  @Override
  public synchronized void clear() {
    slots.values().forEach(slot -> slot.value = Slot.NOTHING);
  }

  @Override
  public synchronized int size() {
    return (int) slots.values().stream().filter(Slot::isBound).count();
  }

  /** The variables as they are now; who goes through them holds the map's lock. */
  @Override
  public synchronized Set<Entry<String, Object>> entrySet() {
    Map<String, Object> now = new LinkedHashMap<>();
    slots.forEach(
        (name, slot) -> {
          if (slot.isBound()) {
            now.put(name, slot.get(null));
          }
        });
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Object>> iterator() {
        Iterator<Entry<String, Object>> entries = now.entrySet().iterator();
        return new Iterator<>() {
          private Entry<String, Object> last;

          @Override
          public boolean hasNext() {
            return entries.hasNext();
          }

          @Override
          public Entry<String, Object> next() {
            last = entries.next();
            return new SimpleEntry<>(last) {
              private static final long serialVersionUID = 1L;

              @Override
              public Object setValue(Object value) {
                put(getKey(), value);
                return super.setValue(value);
              }
            };
          }

          @Override
          public void remove() {
            Variables.this.remove(last.getKey());
          }
        };
      }

      @Override
      public int size() {
        return now.size();
      }
    };
  }
}
