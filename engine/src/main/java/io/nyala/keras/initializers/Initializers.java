package io.nyala.keras.initializers;

import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.args.OwnFunctionObject;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** The initializers there are. Source: keras.initializers. */
public final class Initializers {

  static final String MODULE = "keras.initializers";

  private static final ArgType<Number> SEED_TYPE =
      ArgTypes.simple("an integer or None", Initializers::seedOf);

  static final Arg SEED =
      Arg.of("seed", SEED_TYPE, null, "An integer makes the values repeatable.");

  /** Every class of {@code keras.initializers}. */
  public static final List<KerasClass<?>> CLASSES = classes();

  /** The same under the names of functions, such as {@code glorot_uniform}. */
  public static final List<KerasFunction> FUNCTIONS =
      Stream.concat(
              CLASSES.stream()
                  .map(each -> KerasFunction.making(ObjectType.snake(each.name()), each)),
              CLASSES.stream()
                  .filter(each -> each.name().matches("Identity|Orthogonal|STFT"))
                  .map(each -> KerasFunction.making(each.name() + "Initializer", each)))
          .toList();

  /** An argument that is an initializer, its name, its config, a tensor or a function. */
  public static final ObjectType<Initializer> TYPE =
      new ObjectType<>(
          "initializer",
          Initializer.class,
          MODULE,
          Map.of(
              "normal", "RandomNormal",
              "uniform", "RandomUniform",
              "one", "Ones",
              "zero", "Zeros",
              "IdentityInitializer", "Identity",
              "OrthogonalInitializer", "Orthogonal",
              "STFTInitializer", "STFT"),
          Initializers::fromFunction);

  private Initializers() {}

  /** The initializer of this name, such as {@code glorot_uniform}. */
  public static Initializer get(String name) {
    return TYPE.convert(name);
  }

  /** A tensor of values drawn one after the other. */
  static Tensor fill(Shape shape, DType dtype, DoubleSupplier next) {
    Tensor out = Tensor.zeros(dtype, shape);
    for (int i = 0, n = out.elements(); i < n; i++) {
      out.put(i, next.getAsDouble());
    }
    return out;
  }

  /** The seed given, or one drawn from the global stream. */
  static long seed(Arguments arguments) {
    Number given = arguments.get("seed", Number.class);
    return given == null ? Random.of(null).integer(1, 1_000_000_000) : given.longValue();
  }

  private static Number seedOf(Object value) {
    Object seed =
        value instanceof Map<?, ?> generator && generator.get("config") instanceof Map<?, ?> config
            ? config.get("seed")
            : value;
    Number number = ArgTypes.number(seed);
    return number == null ? null : (Number) number.longValue();
  }

  private static List<KerasClass<?>> classes() {
    List<KerasClass<?>> all = new ArrayList<>();
    all.add(constant("Zeros", "All zeros.", 0));
    all.add(constant("Ones", "All ones.", 1));
    all.add(
        StandardInitializer.define(
            "Constant",
            "One value, or the given values broadcast.",
            Initializers::constant,
            Arg.of("value", ArgTypes.ANY, 0.0, "The value.")));
    all.add(
        StandardInitializer.define(
            "Identity",
            "The identity matrix times a gain; 2D only.",
            Initializers::identity,
            Arg.of("gain", ArgTypes.FLOAT, 1.0, "Factor.").notInConfig()));
    all.add(
        StandardInitializer.define(
            "Orthogonal",
            "Orthogonal rows or columns; at least 2D.",
            Initializers::orthogonal,
            Arg.of("gain", ArgTypes.FLOAT, 1.0, "Factor."),
            SEED));
    all.add(normal("RandomNormal", "Normal values.", Random::normal));
    all.add(
        normal(
            "TruncatedNormal",
            "Normal values, drawn again beyond two deviations.",
            Random::truncatedNormal));
    all.add(
        StandardInitializer.define(
            "RandomUniform",
            "Uniform values.",
            Initializers::uniform,
            Arg.of("minval", ArgTypes.FLOAT, -0.05, "Lowest value."),
            Arg.of("maxval", ArgTypes.FLOAT, 0.05, "Highest value."),
            SEED));
    all.add(VarianceScaling.CLASS);
    all.addAll(VarianceScaling.SPECIAL);
    all.add(
        StandardInitializer.define(
            "STFT",
            "Kernels of a short-time Fourier transform; not supported.",
            (of, shape, dtype) -> {
              throw KerasException.unsupported(
                  "The STFT initializer belongs to audio layers, which Nyala does not have.");
            }));
    return List.copyOf(all);
  }

  private static KerasClass<Initializer> constant(String name, String doc, double value) {
    return StandardInitializer.define(
        name, doc, (of, shape, dtype) -> Tensor.full(dtype, shape, value));
  }

  private interface Draw {
    double from(Random random);
  }

  private static KerasClass<Initializer> normal(String name, String doc, Draw draw) {
    return StandardInitializer.define(
        name,
        doc,
        (of, shape, dtype) -> {
          Random random = Random.of(of.seed());
          double mean = of.number("mean");
          double deviation = of.number("stddev");
          return fill(shape, dtype, () -> mean + deviation * draw.from(random));
        },
        Arg.of("mean", ArgTypes.FLOAT, 0.0, "Mean."),
        Arg.of("stddev", ArgTypes.FLOAT, 0.05, "Standard deviation."),
        SEED);
  }

  private static Tensor uniform(StandardInitializer of, Shape shape, DType dtype) {
    Random random = Random.of(of.seed());
    double low = of.number("minval");
    double width = of.number("maxval") - low;
    return fill(shape, dtype, () -> low + width * random.uniform());
  }

  private static Tensor constant(StandardInitializer of, Shape shape, DType dtype) {
    Tensor value = Tensors.of(of.arguments().get("value"), dtype);
    return Shapes.broadcastTo(value, shape);
  }

  private static Tensor identity(StandardInitializer of, Shape shape, DType dtype) {
    if (shape.rank() != 2) {
      throw KerasException.value(
          "Identity matrix initializer can only be used for 2D matrices. Received: shape="
              + shape
              + " of rank "
              + shape.rank()
              + ".");
    }
    Tensor out = Tensor.zeros(dtype, shape);
    for (int i = 0; i < Math.min(shape.dim(0), shape.dim(1)); i++) {
      out.put(i * shape.dim(1) + i, of.number("gain"));
    }
    return out;
  }

  /** Q of the QR decomposition of normal values, its columns' signs those of R's diagonal. */
  private static Tensor orthogonal(StandardInitializer of, Shape shape, DType dtype) {
    if (shape.rank() < 2) {
      throw KerasException.value(
          "The tensor to initialize must be at least two-dimensional. Received: shape="
              + shape
              + " of rank "
              + shape.rank()
              + ".");
    }
    int columns = shape.dim(-1);
    int rows = shape.slice(0, shape.rank() - 1).elements();
    int tall = Math.max(rows, columns);
    int wide = Math.min(rows, columns);
    Random random = Random.of(of.seed());
    DMatrixRMaj normal = new DMatrixRMaj(tall, wide);
    for (int i = 0; i < tall * wide; i++) {
      normal.data[i] = random.normal();
    }
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(tall, wide);
    qr.decompose(normal);
    DMatrixRMaj q = qr.getQ(null, true);
    DMatrixRMaj r = qr.getR(null, true);
    Tensor out = Tensor.zeros(dtype, shape);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int column = rows >= columns ? j : i;
        double value = rows >= columns ? q.get(i, j) : q.get(j, i);
        double sign = Math.signum(r.get(column, column));
        out.put(i * columns + j, of.number("gain") * sign * value);
      }
    }
    return out;
  }

  private static Initializer fromFunction(Object value) {
    if (value instanceof Tensor tensor) {
      return own("tensor", (of, shape, dtype) -> sameShape(tensor, shape).cast(dtype));
    }
    Callables.Fn fn = Callables.of(value);
    return fn == null ? null : new Own(fn);
  }

  /** A person's own function (shape, dtype) -> tensor. */
  private static final class Own extends OwnFunctionObject implements Initializer {
    private final Callables.Fn function;

    Own(Callables.Fn function) {
      super(function, MODULE);
      this.function = function;
    }

    @Override
    public Tensor create(Shape shape, DType dtype) {
      return Callables.tensor(function.call(shape, dtype.typeName())).cast(dtype);
    }
  }

  private static Initializer own(String name, StandardInitializer.Rule rule) {
    return StandardInitializer.define(name, "A person's own initializer.", rule)
        .create(List.of(), Map.of());
  }

  private static Tensor sameShape(Tensor tensor, Shape shape) {
    if (!tensor.shape().equals(shape)) {
      throw KerasException.value(
          "Expected `shape` to be "
              + tensor.shape()
              + " for direct tensor as initializer. Received shape="
              + shape);
    }
    return tensor;
  }
}
