package io.nyala.keras.layers.text;

import io.nyala.autograd.Shapes;
import io.nyala.data.Sized;
import io.nyala.keras.utils.WorkDisplay;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/** Hands the data of {@code adapt} over batch by batch. */
final class Batches {

  /** Samples of an array that are visited at a time. */
  private static final int ROWS = 2048;

  private Batches() {}

  /**
   * Visits each batch as a tensor. A tensor or list is one batch, and a flat one is a column of
   * samples; anything else that can be iterated gives batches.
   *
   * @param steps the most batches to take of an iterable; null: all
   */
  static void forEach(Object data, Integer steps, Consumer<Tensor> visit) {
    if (data instanceof Iterable<?> batches && !(data instanceof Collection)) {
      forEach(batches, steps, visit);
      return;
    }
    Tensor tensor = Tensors.of(data);
    Tensor rows = tensor.rank() == 1 ? tensor.view(Shape.of(tensor.elements(), 1)) : tensor;
    if (rows.rank() < 2 || rows.dim(0) <= ROWS) {
      visit.accept(rows);
      return;
    }
    parts(rows, visit);
  }

  /** Many samples at once are visited part by part, so that it is seen how far one has come. */
  private static void parts(Tensor rows, Consumer<Tensor> visit) {
    int count = rows.dim(0);
    WorkDisplay display =
        WorkDisplay.open(new WorkDisplay.Work("adapt", (long) count, "sample", true));
    boolean whole = false;
    try {
      for (int from = 0; from < count; from += ROWS) {
        int to = Math.min(count, from + ROWS);
        visit.accept(Shapes.slice(rows, 0, from, to));
        display.at(to, Map.of());
      }
      whole = true;
    } finally {
      display.ends(whole);
    }
  }

  private static void forEach(Iterable<?> batches, Integer steps, Consumer<Tensor> visit) {
    Integer known = batches instanceof Sized sized ? sized.knownSize() : null;
    boolean fewer = steps != null && (known == null || steps < known);
    Integer count = fewer ? steps : known;
    Long total = count == null ? null : Long.valueOf(count);
    WorkDisplay display = WorkDisplay.open(new WorkDisplay.Work("adapt", total, "batch", true));
    Iterator<?> iterator = batches.iterator();
    boolean whole = false;
    try {
      for (int i = 0; (steps == null || i < steps) && iterator.hasNext(); i++) {
        visit.accept(Tensors.of(iterator.next()));
        display.at(i + 1, Map.of());
      }
      whole = true;
    } finally {
      display.ends(whole);
    }
  }
}
