package io.nyala.data;

import io.nyala.keras.random.Philox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Iterators made of iterators. */
final class Steps {

  private Steps() {}

  /** So many elements, each made from its place. */
  static Iterator<Object> indexed(int n, Function<Integer, Object> element) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < n;
      }

      @Override
      public Object next() {
        return element.apply(next++);
      }
    };
  }

  /** An iterator that looks one element ahead. */
  private abstract static class Ahead implements Iterator<Object> {
    private final ArrayDeque<Object> ready = new ArrayDeque<>(1);

    /** The next element; null at the end. */
    abstract Object advance();

    @Override
    public boolean hasNext() {
      if (ready.isEmpty()) {
        Object next = advance();
        if (next == null) {
          return false;
        }
        ready.add(next);
      }
      return true;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException("The dataset has no more elements.");
      }
      return ready.poll();
    }
  }

  static Iterator<Object> map(Iterator<?> from, Function<Object, Object> f) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public Object next() {
        return f.apply(from.next());
      }
    };
  }

  static Iterator<Object> filter(Iterator<Object> from, Predicate<Object> test) {
    return new Ahead() {
      @Override
      Object advance() {
        while (from.hasNext()) {
          Object element = from.next();
          if (test.test(element)) {
            return element;
          }
        }
        return null;
      }
    };
  }

  static Iterator<Object> zip(List<Iterator<Object>> runs) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return runs.stream().allMatch(Iterator::hasNext);
      }

      @Override
      public Object next() {
        List<Object> side = new ArrayList<>();
        runs.forEach(run -> side.add(run.next()));
        return side;
      }
    };
  }

  static Iterator<Object> take(Iterator<Object> from, long count) {
    return new Iterator<>() {
      private long left = count;

      @Override
      public boolean hasNext() {
        return left > 0 && from.hasNext();
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new NoSuchElementException("The dataset has no more elements.");
        }
        left--;
        return from.next();
      }
    };
  }

  /** As TensorFlow does it: one of the waiting elements goes, and the oldest takes its place. */
  static Iterator<Object> shuffle(Iterator<Object> from, int size, Philox random) {
    List<Object> ring = new ArrayList<>();
    return new Ahead() {
      private int oldest;
      private int waiting;

      @Override
      Object advance() {
        while (waiting < size && from.hasNext()) {
          int place = (oldest + waiting++) % size;
          if (place < ring.size()) {
            ring.set(place, from.next());
          } else {
            ring.add(from.next());
          }
        }
        if (waiting == 0) {
          return null;
        }
        int taken = (int) ((oldest + random.next() % waiting) % size);
        Object element = ring.get(taken);
        ring.set(taken, ring.get(oldest));
        ring.set(oldest, null);
        oldest = (oldest + 1) % size;
        waiting--;
        return element;
      }
    };
  }

  static Iterator<Object> group(
      Iterator<Object> from, int size, boolean drop, Function<List<Object>, Object> join) {
    return new Ahead() {
      @Override
      Object advance() {
        List<Object> group = new ArrayList<>();
        while (group.size() < size && from.hasNext()) {
          group.add(from.next());
        }
        return group.isEmpty() || drop && group.size() < size ? null : join.apply(group);
      }
    };
  }

  static Iterator<Object> flatten(Iterator<Object> from, Function<Object, Iterator<Object>> runs) {
    return new Ahead() {
      private Iterator<Object> run = Collections.emptyIterator();

      @Override
      Object advance() {
        while (!run.hasNext() && from.hasNext()) {
          run = runs.apply(from.next());
        }
        return run.hasNext() ? run.next() : null;
      }
    };
  }

  static Iterator<Object> repeat(Dataset source, long count) {
    return new Ahead() {
      private long done;
      private boolean gave = true;
      private Iterator<Object> run = Collections.emptyIterator();

      @Override
      Object advance() {
        while (!run.hasNext()) {
          if (done == count || !gave) {
            return null;
          }
          done++;
          run = source.iterator();
          gave = run.hasNext();
        }
        return run.next();
      }
    };
  }

  static Iterator<Object> remember(Iterator<Object> from, List<Object> kept, boolean[] whole) {
    List<Object> seen = new ArrayList<>();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = from.hasNext();
        if (!more && !whole[0]) {
          kept.addAll(seen);
          whole[0] = true;
        }
        return more;
      }

      @Override
      public Object next() {
        Object element = from.next();
        seen.add(element);
        return element;
      }
    };
  }
}
