package io.nyala.dsl.python.run;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Where CPython keeps the items of a set: open addressing, first nine neighbours, then jumps. It is
 * kept here for the order in which a set is gone through. Source: Objects/setobject.c of CPython
 * 3.11.
 */
final class SetTable {
  private static final int SMALLEST = 8;
  private static final int NEIGHBOURS = 9;
  private static final Object DUMMY = new Object();

  private Object[] keys = new Object[SMALLEST];
  private long[] hashes = new long[SMALLEST];
  private boolean[] taken = new boolean[SMALLEST];
  private int fill;
  private int used;
  private int finger;

  private int mask() {
    return keys.length - 1;
  }

  /** Adds an item that is not there. */
  void add(Object key, long hash) {
    used++;
    if (!place(key, hash)) {
      return;
    }
    fill++;
    if ((long) fill * 5 >= (long) mask() * 3) {
      resize(used > 50_000 ? used * 2 : used * 4);
    }
  }

  /** Puts an item into the first free place, or an abandoned one before it; false in that case. */
  private boolean place(Object key, long hash) {
    int abandoned = -1;
    int mask = mask();
    long perturb = hash;
    int i = (int) (hash & mask);
    while (true) {
      int probes = i + NEIGHBOURS <= mask ? NEIGHBOURS : 0;
      for (int at = i; at <= i + probes; at++) {
        if (!taken[at]) {
          int place = abandoned < 0 ? at : abandoned;
          keys[place] = key;
          hashes[place] = hash;
          taken[place] = true;
          return abandoned < 0;
        }
        abandoned = keys[at] == DUMMY ? at : abandoned;
      }
      perturb >>>= 5;
      i = (int) ((i * 5L + 1 + perturb) & mask);
    }
  }

  private void resize(int least) {
    int size = SMALLEST;
    while (size <= least) {
      size <<= 1;
    }
    Object[] oldKeys = keys;
    long[] oldHashes = hashes;
    boolean[] oldTaken = taken;
    keys = new Object[size];
    hashes = new long[size];
    taken = new boolean[size];
    fill = used;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldTaken[i] && oldKeys[i] != DUMMY) {
        place(oldKeys[i], oldHashes[i]);
      }
    }
  }

  /** Makes room for so many items before they are added one by one. */
  void reserve(int more) {
    if ((long) (fill + more) * 5 >= (long) mask() * 3) {
      resize((used + more) * 2);
    }
  }

  /** Becomes a copy of another table; this one is empty. */
  void copy(SetTable other) {
    reserve(other.used);
    if (mask() == other.mask() && other.fill == other.used) {
      keys = other.keys.clone();
      hashes = other.hashes.clone();
      taken = other.taken.clone();
    } else {
      for (int i = 0; i < other.keys.length; i++) {
        if (other.taken[i] && other.keys[i] != DUMMY) {
          place(other.keys[i], other.hashes[i]);
        }
      }
    }
    fill = other.used;
    used = other.used;
  }

  /** This table in another's place, whose {@code pop} goes on where it was. */
  SetTable after(SetTable before) {
    finger = before.finger;
    return this;
  }

  boolean isFresh() {
    return fill == 0;
  }

  private int find(Object key, long hash) {
    int mask = mask();
    long perturb = hash;
    int i = (int) (hash & mask);
    while (true) {
      int probes = i + NEIGHBOURS <= mask ? NEIGHBOURS : 0;
      for (int at = i; at <= i + probes; at++) {
        if (!taken[at]) {
          return -1;
        }
        if (hashes[at] == hash && keys[at] == key) {
          return at;
        }
      }
      perturb >>>= 5;
      i = (int) ((i * 5L + 1 + perturb) & mask);
    }
  }

  void remove(Object key, long hash) {
    int at = find(key, hash);
    if (at >= 0) {
      keys[at] = DUMMY;
      hashes[at] = -1;
      used--;
    }
  }

  /** After many removals: gives their places back. */
  void tidy() {
    if (fill - used > mask() / 4) {
      resize(used > 50_000 ? used * 2 : used * 4);
    }
  }

  /** The item that {@code pop} takes. */
  Object next() {
    int at = finger & mask();
    while (!taken[at] || keys[at] == DUMMY) {
      at = at == mask() ? 0 : at + 1;
    }
    finger = at + 1;
    return keys[at];
  }

  void clear() {
    keys = new Object[SMALLEST];
    hashes = new long[SMALLEST];
    taken = new boolean[SMALLEST];
    fill = 0;
    used = 0;
  }

  Iterator<Object> iterator() {
    return new Iterator<>() {
      private int at = -1;

      private int following() {
        int next = at + 1;
        while (next < keys.length && (!taken[next] || keys[next] == DUMMY)) {
          next++;
        }
        return next;
      }

      @Override
      public boolean hasNext() {
        return following() < keys.length;
      }

      @Override
      public Object next() {
        at = following();
        if (at >= keys.length) {
          throw new NoSuchElementException();
        }
        return keys[at];
      }
    };
  }
}
