package io.nyala.data;

import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Datasets that a run through another makes element by element, as TensorFlow's methods do. */
public final class Runs {

  private Runs() {}

  /** Finds the next element, or says that there is none. */
  private abstract static class Stepwise implements Iterator<Object> {
    private static final Object END = new Object();
    private Object next;

    /** The next element, or {@link #end()}. */
    abstract Object find();

    static Object end() {
      return END;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = find();
      }
      return next != END;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Object given = next;
      next = null;
      return given;
    }
  }

  /**
   * Each {@code size} elements, {@code shift} apart, as a dataset; of tuples a tuple of datasets.
   *
   * @param stride the distance of the elements of one window
   */
  public static Dataset window(Dataset of, int size, int shift, int stride, boolean whole) {
    if (size < 1 || shift < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "window() takes a size, shift and stride from 1 up; received "
              + size
              + ", "
              + shift
              + ", "
              + stride
              + ".");
    }
    return Dataset.of(() -> new Window(of.iterator(), size, shift, stride, whole));
  }

  private static final class Window extends Stepwise {
    private final Iterator<Object> source;
    private final List<Object> held = new ArrayList<>();
    private final int size;
    private final int shift;
    private final int stride;
    private final boolean whole;

    Window(Iterator<Object> source, int size, int shift, int stride, boolean whole) {
      this.source = source;
      this.size = size;
      this.shift = shift;
      this.stride = stride;
      this.whole = whole;
    }

    @Override
    Object find() {
      int span = (size - 1) * stride + 1;
      while (held.size() < span && source.hasNext()) {
        held.add(source.next());
      }
      if (held.isEmpty() || whole && held.size() < span) {
        return end();
      }
      List<Object> own = new ArrayList<>();
      for (int i = 0; i < Math.min(span, held.size()); i += stride) {
        own.add(held.get(i));
      }
      for (int i = 0; i < shift && (!held.isEmpty() || source.hasNext()); i++) {
        if (held.isEmpty()) {
          source.next();
        } else {
          held.remove(0);
        }
      }
      return apart(own);
    }
  }

  private static Object apart(List<Object> elements) {
    Object first = elements.get(0);
    if (first instanceof List<?> parts) {
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        int at = i;
        all.add(apart(elements.stream().map(each -> (Object) ((List<?>) each).get(at)).toList()));
      }
      return all;
    }
    if (first instanceof Map<?, ?> parts) {
      Map<Object, Object> all = new LinkedHashMap<>();
      for (Object key : parts.keySet()) {
        all.put(key, apart(elements.stream().map(e -> (Object) ((Map<?, ?>) e).get(key)).toList()));
      }
      return all;
    }
    return Dataset.of(elements);
  }

  /** The elements up to the first that fails a test. */
  public static Dataset takeWhile(Dataset of, Predicate<Object> test) {
    return Dataset.of(
        () -> {
          Iterator<Object> source = of.iterator();
          return new Stepwise() {
            @Override
            Object find() {
              Object element = source.hasNext() ? source.next() : end();
              return element == end() || !test.test(element) ? end() : element;
            }
          };
        });
  }

  /** Each element once, where it first comes. */
  public static Dataset unique(Dataset of) {
    return Dataset.of(
        () -> {
          Iterator<Object> source = of.iterator();
          Set<Object> known = new HashSet<>();
          return new Stepwise() {
            @Override
            Object find() {
              while (source.hasNext()) {
                Object element = source.next();
                if (known.add(Nest.leaves(element).stream().map(Tensor::repr).toList())) {
                  return element;
                }
              }
              return end();
            }
          };
        });
  }

  /** What a function of a state and each element gives beside the next state. */
  public static Dataset scan(Dataset of, Object initial, BiFunction<Object, Object, List<?>> f) {
    return Dataset.of(
        () -> {
          Iterator<Object> source = of.iterator();
          Object[] state = {initial};
          return new Stepwise() {
            @Override
            Object find() {
              if (!source.hasNext()) {
                return end();
              }
              List<?> next = f.apply(state[0], source.next());
              state[0] = next.get(0);
              return Nest.of(next.get(1));
            }
          };
        });
  }

  /** The next element of the dataset that each choice names, up to the first that has none. */
  public static Dataset choose(List<Dataset> from, Dataset choices, boolean stopOnEmpty) {
    return Dataset.of(
        () -> {
          Iterator<Object> choice = choices.iterator();
          List<Iterator<Object>> open = from.stream().map(Dataset::iterator).toList();
          return new Stepwise() {
            @Override
            Object find() {
              while (choice.hasNext()) {
                Iterator<Object> chosen = open.get((int) ((Tensor) choice.next()).getDouble(0));
                if (chosen.hasNext()) {
                  return chosen.next();
                }
                if (stopOnEmpty) {
                  return end();
                }
              }
              return end();
            }
          };
        });
  }

  /** The datasets of several elements at a time, so many elements of each in turn. */
  public static Dataset interleave(Dataset of, Function<Object, Dataset> f, int cycle, int block) {
    return Dataset.of(() -> new Interleaved(of.iterator(), f, cycle, block));
  }

  private static final class Interleaved extends Stepwise {
    private final Iterator<Object> source;
    private final Function<Object, Dataset> function;
    private final int block;
    private final Iterator<?>[] open;
    private int at;
    private int taken;

    Interleaved(Iterator<Object> source, Function<Object, Dataset> f, int cycle, int block) {
      this.source = source;
      this.function = f;
      this.open = new Iterator<?>[cycle];
      this.block = block;
    }

    @Override
    Object find() {
      for (int empty = 0; empty < open.length; ) {
        if (open[at] == null && source.hasNext()) {
          open[at] = function.apply(source.next()).iterator();
        }
        if (open[at] == null) {
          empty++;
          onward();
        } else if (open[at].hasNext()) {
          return taken();
        } else {
          empty = 0;
          open[at] = null;
          onward();
        }
      }
      return end();
    }

    private Object taken() {
      Object element = open[at].next();
      if (++taken == block) {
        onward();
      }
      return element;
    }

    /** A place whose elements ran out is filled again when its turn comes. */
    private void onward() {
      taken = 0;
      at = (at + 1) % open.length;
    }
  }
}
