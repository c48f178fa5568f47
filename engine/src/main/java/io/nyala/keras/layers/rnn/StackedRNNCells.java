package io.nyala.keras.layers.rnn;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cells on top of each other, each fed the output of the one below. Source: Keras' class. */
public final class StackedRNNCells extends RnnCell {

  /** The class and its arguments. */
  public static final KerasClass<StackedRNNCells> CLASS =
      new KerasClass<>(
          "StackedRNNCells",
          "keras.layers",
          "Recurrent cells on top of each other, as one.",
          LayerArgs.table(
              "StackedRNNCells",
              Arg.required("cells", ArgTypes.listOf(CellType.ONE), "The cells, lowest first.")),
          StackedRNNCells::new);

  private final List<RnnCell> cells = new ArrayList<>();

  /** A stack of these arguments. */
  public StackedRNNCells(Arguments arguments) {
    super(arguments);
    for (Object cell : (List<?>) arguments.get("cells")) {
      cells.add(addLayer((RnnCell) cell));
    }
    if (cells.isEmpty()) {
      throw KerasException.value("StackedRNNCells needs at least one cell.");
    }
  }

  /** A stack of these cells. */
  public StackedRNNCells(List<?> cells) {
    this(CLASS.table().bind(List.of(cells), Map.of()));
  }

  @Override
  public Map<String, Object> parts() {
    return Map.of("cells", List.copyOf(cells));
  }

  @Override
  protected void build(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    for (RnnCell cell : cells) {
      cell.build(shape);
      shape = shape.with(-1, cell.outputSize());
    }
  }

  @Override
  public Step step(Tensor input, List<Tensor> states, boolean training) {
    Tensor output = input;
    List<Tensor> after = new ArrayList<>();
    int at = 0;
    for (RnnCell cell : cells) {
      int count = cell.stateSizes().size();
      Step step = cell.step(output, states.subList(at, at + count), training);
      output = step.output();
      after.addAll(step.states());
      at += count;
    }
    return new Step(output, after);
  }

  @Override
  public List<Integer> stateSizes() {
    return cells.stream().flatMap(cell -> cell.stateSizes().stream()).toList();
  }

  @Override
  public List<Integer> stateGroups() {
    return cells.stream().map(cell -> cell.stateSizes().size()).toList();
  }

  @Override
  public int outputSize() {
    return cells.get(cells.size() - 1).outputSize();
  }

  @Override
  public void resetDropout() {
    cells.forEach(RnnCell::resetDropout);
  }

  @Override
  public KerasClass<StackedRNNCells> kerasClass() {
    return CLASS;
  }
}
