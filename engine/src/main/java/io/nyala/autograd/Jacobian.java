package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The derivatives of each element of a target, row by row from the gradients of a tape. */
final class Jacobian {

  private Jacobian() {}

  /** {@code [target…, source…]}; null if the target does not depend on the source. */
  static Tensor of(Tape tape, Tensor target, Object source) {
    return rows(tape, target, source, target.elements(), (seed, i) -> seed.put(i, 1), 0);
  }

  /** {@code [batch, target…, source…]} of targets that depend on sources of their sample only. */
  static Tensor bySample(Tape tape, Tensor target, Object source) {
    Shape by = tape.tensorOf(source).shape();
    if (target.rank() == 0 || by.rank() == 0 || target.dim(0) != by.dim(0)) {
      throw new IllegalArgumentException(
          "batch_jacobian needs a target and a source of one batch; received shapes "
              + target.shape()
              + " and "
              + by
              + ".");
    }
    int each = target.elements() / Math.max(1, target.dim(0));
    BiConsumer<Tensor, Integer> everySample =
        (seed, i) -> {
          for (int at = i; at < seed.elements(); at += each) {
            seed.put(at, 1);
          }
        };
    return rows(tape, target, source, each, everySample, 1);
  }

  /**
   * A walk back for each row.
   *
   * @param seeding puts ones where the elements of a row are
   * @param axis along which the rows are put together
   */
  private static Tensor rows(
      Tape tape,
      Tensor target,
      Object source,
      int count,
      BiConsumer<Tensor, Integer> seeding,
      int axis) {
    List<Tensor> rows =
        tape.once(
            () -> {
              List<Tensor> all = new ArrayList<>();
              for (int i = 0; i < count; i++) {
                Tensor seed = Tensor.zeros(target.dtype(), target.shape());
                seeding.accept(seed, i);
                all.add(tape.walk(List.of(target), List.of(seed), List.of(source)).get(0));
              }
              return all;
            });
    if (rows.contains(null)) {
      return null;
    }
    Shape shape =
        target
            .shape()
            .concat(tape.tensorOf(source).shape().slice(axis, tape.tensorOf(source).rank()));
    return rows.isEmpty()
        ? Tensor.zeros(target.dtype(), shape)
        : Shapes.reshape(Shapes.stack(rows, axis), shape);
  }
}
