package io.nyala.keras.models;

import io.nyala.autograd.Gather;
import io.nyala.keras.random.Random;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Batches cut from arrays, in a new random order each pass if asked for. */
final class ArraySource implements BatchSource {

  private final Batch all;
  private final int batchSize;
  private final Random order;

  /** From whole arrays; {@code order} null: as they stand. */
  ArraySource(Batch all, int batchSize, Random order) {
    this.all = all;
    this.batchSize = batchSize;
    this.order = order;
  }

  /**
   * From whole arrays, in batches of this size; without one, in so many batches; without a number
   * of them either, in batches of 32.
   */
  static ArraySource of(Batch all, Integer batchSize, Integer steps, Random order) {
    int size =
        batchSize != null ? batchSize : steps == null ? 32 : (all.size() + steps - 1) / steps;
    return new ArraySource(all, size, order);
  }

  @Override
  public Integer steps() {
    return (all.size() + batchSize - 1) / batchSize;
  }

  @Override
  public Iterator<Batch> epoch() {
    int n = all.size();
    int[] places = order == null ? null : order.permutation(n);
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < n;
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int from = at;
        at = Math.min(n, at + batchSize);
        int[] rows = new int[at - from];
        if (places == null) {
          Arrays.setAll(rows, i -> from + i);
        } else {
          System.arraycopy(places, from, rows, 0, rows.length);
        }
        return rows(all, rows);
      }
    };
  }

  /** The samples of these numbers. */
  static Batch rows(Batch all, int[] rows) {
    return new Batch(
        pick(all.x(), rows), pick(all.y(), rows), pick(all.weights(), rows), all.forms());
  }

  private static List<Tensor> pick(List<Tensor> tensors, int[] rows) {
    List<Tensor> picked = new ArrayList<>(tensors.size());
    for (Tensor tensor : tensors) {
      picked.add(tensor == null ? null : Gather.take(tensor, rows, 0));
    }
    return picked;
  }
}
