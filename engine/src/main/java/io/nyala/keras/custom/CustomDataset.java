package io.nyala.keras.custom;

import io.nyala.keras.KerasException;
import io.nyala.keras.random.Random;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The base of a person's own batches: methods {@code __len__()}, the number of batches, and {@code
 * __getitem__(i)}, one of them: inputs, targets and perhaps sample weights. Source: subclassing
 * keras.utils.PyDataset.
 */
public abstract class CustomDataset {

  /** Batches in the order of their numbers. */
  protected CustomDataset() {}

  /** The same; {@code workers} and its kin are accepted, for one thread makes the batches. */
  protected CustomDataset(Map<String, ?> named) {
    requireKnown(named);
  }

  /**
   * Refuses what is no argument of PyDataset.
   *
   * @throws KerasException a TypeError naming it
   */
  protected static void requireKnown(Map<String, ?> named) {
    List<String> known = List.of("workers", "use_multiprocessing", "max_queue_size");
    for (String name : named.keySet()) {
      if (!known.contains(name)) {
        throw KerasException.type("PyDataset() got an unexpected keyword argument '" + name + "'");
      }
    }
  }

  /** The number of batches; null: without end. */
  public final Integer batches() {
    OwnMethod size = Written.find(this, CustomDataset.class, "__len__");
    Object number = size == null ? Written.attribute(this, "num_batches") : size.call();
    if (size == null && number == null) {
      throw KerasException.unsupported(
          Written.className(this)
              + " has no method __len__(); write one that returns the number"
              + " of batches.");
    }
    return number instanceof Number n ? (Integer) n.intValue() : null;
  }

  private Object batch(int number) {
    OwnMethod item = Written.find(this, CustomDataset.class, "__getitem__");
    if (item == null) {
      throw KerasException.unsupported(
          Written.className(this)
              + " has no method __getitem__(idx); write one that returns a"
              + " batch.");
    }
    Object batch = item.call(number);
    boolean tuple = batch instanceof List<?> list && (list.isEmpty() || list.size() > 3);
    if (tuple || batch == null) {
      throw KerasException.value(
          "PyDataset.__getitem__() must return a tuple or a dict. If a tuple, it must be ordered"
              + " either (input,) or (inputs, targets) or (inputs, targets, sample_weights)."
              + " Received: "
              + batch);
    }
    return batch;
  }

  /** The batches of one pass; in a random order if one is given. */
  public final Iterator<Object> pass(Random order) {
    Integer size = batches();
    int[] places = order == null || size == null ? null : order.permutation(size);
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return size == null || at < size;
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int number = places == null ? at : places[at];
        at++;
        return batch(number);
      }
    };
  }

  /** Tells the person's class that a pass begins or is over. */
  public final void tell(String event) {
    OwnMethod written = Written.find(this, CustomDataset.class, event);
    if (written != null) {
      written.call();
    }
  }
}
