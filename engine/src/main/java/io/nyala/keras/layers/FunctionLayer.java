package io.nyala.keras.layers;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** A layer without weights or state: one tensor to one tensor by a rule. */
public final class FunctionLayer extends UnaryLayer {

  /** The computation of such a layer. */
  @FunctionalInterface
  public interface Computation {
    /** The output for an input, the layer's arguments and the call. */
    Tensor apply(Tensor x, Arguments arguments, Call call);
  }

  /** The shape of such a layer's output. */
  @FunctionalInterface
  public interface ShapeRule {
    /** The output's shape for an input's, which may hold unknown extents. */
    Shape apply(Shape x, Arguments arguments);
  }

  /**
   * What a class of such layers does.
   *
   * @param rank the rank its inputs must have; 0: any
   * @param masking whether masks travel on
   * @param usesMask whether the computation looks at the mask
   * @param anyType whether whole numbers and texts pass through as they are
   * @param computation the output
   * @param shape the output's shape
   */
  public record Rule(
      int rank,
      boolean masking,
      boolean usesMask,
      boolean anyType,
      Computation computation,
      ShapeRule shape) {

    /** A function of each element, or one that keeps the shape. */
    public static Rule keepingShape(Computation computation) {
      return new Rule(0, true, false, false, computation, (x, arguments) -> x);
    }

    /** The same rule for a computation that looks at the mask. */
    public Rule withMask() {
      return new Rule(rank, masking, true, anyType, computation, shape);
    }

    /** Elements put elsewhere; masks end. */
    public static Rule moving(int rank, Computation computation, ShapeRule shape) {
      return new Rule(rank, false, false, true, computation, shape);
    }
  }

  private final Rule rule;

  private FunctionLayer(Arguments arguments, Rule rule) {
    super(arguments);
    this.rule = rule;
  }

  /** A class of such layers. */
  public static KerasClass<FunctionLayer> define(String name, String doc, Rule rule, Arg... args) {
    return new KerasClass<>(
        name,
        "keras.layers",
        doc,
        LayerArgs.table(name, args),
        arguments -> new FunctionLayer(arguments, rule));
  }

  @Override
  protected void checkInput(Shape input) {
    if (rule.rank() > 0) {
      requireRank(input, rule.rank());
    }
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    return rule.computation().apply(input, arguments(), call);
  }

  @Override
  protected Shape outputShape(Shape input) {
    return rule.shape().apply(input, arguments());
  }

  @Override
  public DType outputType(List<DType> inputs) {
    DType in = inputs.get(0);
    return rule.anyType() && !in.isFloating() ? in : dtype();
  }

  @Override
  protected List<String> callArguments() {
    return rule.usesMask() ? List.of("mask") : List.of("training");
  }

  @Override
  protected boolean supportsMasking() {
    return rule.masking();
  }

  @Override
  public KerasClass<?> kerasClass() {
    return Catalog.get("keras.layers", arguments().table().owner());
  }
}
