package io.nyala.keras.layers.merging;

import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges inputs element by element; they broadcast, and those of fewer axes get axes after the
 * batch.
 *
 * <p>Inputs {@code [batch, …]}; output the same. A step is real in the output if it is in any
 * input; if an input carries no mask, the output carries none. Source: keras.layers.Add and its
 * kin.
 */
final class MergeLayer extends Layer {

  /** How inputs, and what is known of their masks, become the output. */
  interface Merge {
    Tensor apply(List<Tensor> inputs, List<Tensor> masks);
  }

  private final Merge merge;
  private final int count;

  private MergeLayer(Arguments arguments, Merge merge, int count) {
    super(arguments);
    this.merge = merge;
    this.count = count;
  }

  /** A class of such layers, of exactly this many inputs or, for 0, any number. */
  static KerasClass<MergeLayer> define(String name, String doc, int count, Merge merge) {
    return new KerasClass<>(
        name,
        "keras.layers",
        doc,
        LayerArgs.table(name),
        arguments -> new MergeLayer(arguments, merge, count));
  }

  @Override
  protected void checkInputs(List<Shape> inputs) {
    if (count > 0 && inputs.size() != count) {
      throw KerasException.value(
          "A `"
              + kerasClass().name()
              + "` layer should be called on exactly "
              + count
              + " inputs. Received: input_shape="
              + inputs);
    }
    Set<Integer> batches = new TreeSet<>();
    inputs.stream().filter(s -> s.rank() > 0 && s.dim(0) >= 0).forEach(s -> batches.add(s.dim(0)));
    if (batches.size() > 1) {
      throw KerasException.value(
          "Cannot merge tensors with different batch sizes. Received tensors with shapes "
              + inputs);
    }
    outputShapes(inputs);
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    int rank = inputs.stream().mapToInt(Tensor::rank).max().orElse(0);
    boolean same = inputs.stream().allMatch(each -> each.rank() == rank);
    List<Tensor> masks =
        same && call.masks() != null
            ? call.masks()
            : Collections.nCopies(inputs.size(), (Tensor) null);
    List<Tensor> aligned = new ArrayList<>();
    for (Tensor input : inputs) {
      Tensor whole = input;
      while (whole.rank() < rank) {
        whole = Shapes.expandDims(whole, 1);
      }
      aligned.add(whole);
    }
    return List.of(merge.apply(aligned, masks));
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    Shape sample = inputs.get(0).slice(1, inputs.get(0).rank());
    int batch = inputs.get(0).dim(0);
    for (Shape each : inputs.subList(1, inputs.size())) {
      sample = merged(sample, each.slice(1, each.rank()));
      batch = Math.max(batch, each.dim(0));
    }
    return List.of(sample.insert(0, batch));
  }

  private static Shape merged(Shape a, Shape b) {
    if (a.rank() < b.rank()) {
      return merged(b, a);
    }
    Shape out = a;
    for (int i = 1; i <= b.rank(); i++) {
      int x = a.dim(-i);
      int y = b.dim(-i);
      if (x == Shape.UNKNOWN || y == Shape.UNKNOWN) {
        out = out.with(-i, Shape.UNKNOWN);
      } else if (x == 1) {
        out = out.with(-i, y);
      } else if (y != 1 && x != y) {
        throw KerasException.value(
            "Inputs have incompatible shapes. Received shapes " + a + " and " + b);
      }
    }
    return out;
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return Collections.singletonList(Masks.either(masks));
  }

  @Override
  protected List<KerasTensor> symbolicMasks(
      List<KerasTensor> inputs, List<KerasTensor> masks, int outputs) {
    if (masks.contains(null)) {
      return Collections.singletonList(null);
    }
    Object any = masks.get(0);
    for (KerasTensor mask : masks.subList(1, masks.size())) {
      any = Operations.call("logical_or", any, mask);
    }
    return List.of((KerasTensor) any);
  }

  @Override
  public KerasClass<?> kerasClass() {
    return Catalog.get("keras.layers", arguments().table().owner());
  }
}
