package io.nyala.keras.layers.text;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Consumer;

/** Hands the data of {@code adapt} over batch by batch. */
final class Batches {

  private Batches() {}

  /**
   * Visits each batch as a tensor. A tensor or list is one batch, and a flat one is a column of
   * samples; anything else that can be iterated gives batches.
   *
   * @param steps the most batches to take of an iterable; null: all
   */
  static void forEach(Object data, Integer steps, Consumer<Tensor> visit) {
    if (data instanceof Iterable<?> batches && !(data instanceof Collection)) {
      Iterator<?> iterator = batches.iterator();
      for (int i = 0; (steps == null || i < steps) && iterator.hasNext(); i++) {
        visit.accept(Tensors.of(iterator.next()));
      }
      return;
    }
    Tensor tensor = Tensors.of(data);
    visit.accept(tensor.rank() == 1 ? tensor.view(Shape.of(tensor.elements(), 1)) : tensor);
  }
}
