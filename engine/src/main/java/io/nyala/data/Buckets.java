package io.nyala.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Batches of elements of like length: bucket {@code i} takes lengths from boundary {@code i - 1} up
 * to, not including, boundary {@code i}. Source: tf.data.Dataset.bucket_by_sequence_length.
 *
 * @param boundaries ascending lengths
 * @param sizes elements in a batch of each bucket, one more than there are boundaries
 * @param dropRemainder whether batches that do not fill up are left out
 */
public record Buckets(List<Integer> boundaries, List<Integer> sizes, boolean dropRemainder) {

  /** Checks the counts. */
  public Buckets {
    if (sizes.size() != boundaries.size() + 1) {
      throw new IllegalArgumentException(
          "len(bucket_batch_sizes) must equal len(bucket_boundaries) + 1; received "
              + sizes.size()
              + " and "
              + boundaries.size()
              + ".");
    }
  }

  /**
   * The batches, each as soon as its bucket is full, in the end what is left, short ones first.
   *
   * @param length an element's length
   * @param batch makes one element of several
   */
  public Dataset of(
      Dataset source, ToIntFunction<Object> length, Function<List<Object>, Object> batch) {
    return Dataset.of(() -> new Run(source.iterator(), length, batch));
  }

  private int bucket(int length) {
    int at = 0;
    while (at < boundaries.size() && length >= boundaries.get(at)) {
      at++;
    }
    return at;
  }

  private final class Run implements Iterator<Object> {
    private final Iterator<Object> source;
    private final ToIntFunction<Object> length;
    private final Function<List<Object>, Object> batch;
    private final SortedMap<Integer, List<Object>> filling = new TreeMap<>();
    private final Deque<List<Object>> full = new ArrayDeque<>();

    Run(
        Iterator<Object> source,
        ToIntFunction<Object> length,
        Function<List<Object>, Object> batch) {
      this.source = source;
      this.length = length;
      this.batch = batch;
    }

    @Override
    public boolean hasNext() {
      while (full.isEmpty() && source.hasNext()) {
        sort(source.next());
      }
      if (full.isEmpty() && !dropRemainder) {
        full.addAll(filling.values());
        filling.clear();
      }
      return !full.isEmpty();
    }

    private void sort(Object element) {
      int bucket = bucket(length.applyAsInt(element));
      List<Object> own = filling.computeIfAbsent(bucket, b -> new ArrayList<>());
      own.add(element);
      if (own.size() == sizes.get(bucket)) {
        full.add(filling.remove(bucket));
      }
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return batch.apply(full.poll());
    }
  }
}
