package io.nyala.keras.losses;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.layers.Names;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * What all losses share: the types, the weights, the mask and the reduction. A person's own loss
 * extends it and writes {@link #call}.
 *
 * <p>Source: keras.losses.Loss.
 */
public abstract class BaseLoss implements Loss {

  static final Arg REDUCTION =
      Arg.of(
          "reduction",
          Reduction.TYPE,
          "sum_over_batch_size",
          "How the losses of a batch become one number.");

  static final Arg DTYPE =
      Arg.of("dtype", ArgTypes.DTYPE, null, "The type losses are computed in; None: float32.")
          .notInConfig();

  private Arguments arguments;
  private String name;
  private String reduction;
  private DType dtype;

  /** A loss of these arguments, among them reduction, name and dtype. */
  protected BaseLoss(Arguments arguments) {
    this.arguments = arguments;
    String given = arguments.string("name");
    this.name = given == null ? ObjectType.snake(arguments.table().owner()) : given;
    this.reduction = arguments.string("reduction");
    DType type = arguments.get("dtype", DType.class);
    this.dtype = type == null ? DType.FLOAT32 : type;
  }

  /** A person's own loss, named after its class, averaged over the batch. */
  protected BaseLoss() {
    this.arguments = ownTable(getClass().getSimpleName()).bind(List.of(), Map.of());
    this.name = ObjectType.snake(getClass().getSimpleName());
    this.reduction = "sum_over_batch_size";
    this.dtype = DType.FLOAT32;
  }

  /** Takes what is only known after construction: {@code super().__init__(name='n')}. */
  protected final void settle(String owner, List<?> byPosition, Map<String, ?> named) {
    arguments = ownTable(owner).bind(byPosition, named);
    String given = arguments.string("name");
    name = given == null ? Names.next(owner) : given;
    reduction = arguments.string("reduction");
    DType type = arguments.get("dtype", DType.class);
    dtype = type == null ? DType.FLOAT32 : type;
  }

  private static ArgTable ownTable(String owner) {
    return ArgTable.of(owner, Arg.of("name", ArgTypes.STRING, null, "Name."), REDUCTION, DTYPE);
  }

  @Override
  public Tensor apply(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Tensor mask = yPred.mask();
    Tensor losses = call(Cast.to(yTrue, dtype), Cast.to(yPred, dtype));
    Tensor own = losses.mask();
    if (own != null) {
      mask = mask == null ? own : Compare.and(mask, own);
    }
    return Reduction.reduce(losses, sampleWeight, mask, reduction, dtype);
  }

  /** The loss of a batch, all samples weighing the same. */
  public final Tensor apply(Tensor yTrue, Tensor yPred) {
    return apply(yTrue, yPred, null);
  }

  @Override
  public String name() {
    return name;
  }

  /** How the losses of a batch become one number; null: not at all. */
  public final String reduction() {
    return reduction;
  }

  @Override
  public KerasClass<?> kerasClass() {
    String own = getClass().getSimpleName();
    return new KerasClass<>(
        own, "keras.losses", "A person's own loss.", arguments.table(), a -> this);
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }
}
