package io.nyala.keras.losses;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.TensorTypes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/** Every loss once: its class, its function, its arguments, its formula. */
final class LossTable {

  /** A loss' class and function, which share arguments and formula. */
  record Entry(KerasClass<Loss> kerasClass, KerasFunction function) {}

  private static final Arg FROM_LOGITS =
      Arg.of("from_logits", ArgTypes.BOOL, false, "Whether predictions are logits.");
  private static final Arg SMOOTHING =
      Arg.of("label_smoothing", ArgTypes.FRACTION, 0.0, "How far labels move to the middle.");
  private static final Arg AXIS = Arg.of("axis", ArgTypes.INT, -1, "Axis of the classes.");
  private static final Arg AXES =
      Arg.of("axis", TensorTypes.AXES, null, "Axes that are summed; None: all.");
  private static final ArgType<Object> ALPHA_TYPE =
      ArgTypes.simple(
          "a float or a list of floats",
          value -> value instanceof List<?> ? value : ArgTypes.number(value));
  private static final Arg ALPHA = Arg.of("alpha", ArgTypes.FLOAT, 0.25, "Weight of a class.");
  private static final Arg ALPHAS =
      Arg.of("alpha", ALPHA_TYPE, 0.25, "Weight, or a weight per class.");
  private static final Arg GAMMA = Arg.of("gamma", ArgTypes.FLOAT, 2.0, "Focusing power.");
  private static final Arg[] CROSSENTROPY = {FROM_LOGITS, SMOOTHING, AXIS};

  static final List<Entry> ENTRIES = entries();

  private LossTable() {}

  private static List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    regression(all);
    hinges(all);
    binary(all);
    categorical(all);
    overlaps(all);
    return List.copyOf(all);
  }

  private static void regression(List<Entry> all) {
    all.add(
        plain(
            "MeanSquaredError",
            "mean_squared_error",
            "Mean of (t - p)².",
            LossFunctions::meanSquaredError));
    all.add(
        plain(
            "MeanAbsoluteError",
            "mean_absolute_error",
            "Mean of |t - p|.",
            LossFunctions::meanAbsoluteError));
    all.add(
        plain(
            "MeanAbsolutePercentageError",
            "mean_absolute_percentage_error",
            "100 times the mean of |t - p| / |t|.",
            LossFunctions::meanAbsolutePercentageError));
    all.add(
        plain(
            "MeanSquaredLogarithmicError",
            "mean_squared_logarithmic_error",
            "Mean of (ln(1 + t) - ln(1 + p))².",
            LossFunctions::meanSquaredLogarithmicError));
    all.add(
        entry(
            "CosineSimilarity",
            "cosine_similarity",
            "Minus the cosine between t and p.",
            (a, t, p) -> LossFunctions.cosineSimilarity(t, p, a.integer("axis")),
            Arg.of("axis", ArgTypes.INT, -1, "Axis of the vectors.").notInConfig(),
            BaseLoss.REDUCTION,
            name("cosine_similarity")));
    all.add(
        entry(
            "Huber",
            "huber",
            "Squared error near 0, absolute error beyond delta.",
            (a, t, p) -> LossFunctions.huber(t, p, a.number("delta")),
            Arg.of("delta", ArgTypes.FLOAT, 1.0, "Where the line begins.").notInConfig(),
            BaseLoss.REDUCTION,
            name("huber_loss")));
    all.add(plain("LogCosh", "log_cosh", "Mean of ln cosh(p - t).", LossFunctions::logCosh));
    all.add(plain("Poisson", "poisson", "Mean of p - t ln p.", LossFunctions::poisson));
    all.add(
        plain("KLDivergence", "kl_divergence", "Sum of t ln(t / p).", LossFunctions::klDivergence));
  }

  private static void hinges(List<Entry> all) {
    all.add(plain("Hinge", "hinge", "Mean of max(1 - t p, 0).", LossFunctions::hinge));
    all.add(
        plain(
            "SquaredHinge",
            "squared_hinge",
            "Mean of max(1 - t p, 0)².",
            LossFunctions::squaredHinge));
    all.add(
        plain(
            "CategoricalHinge",
            "categorical_hinge",
            "How far the right class is from winning by 1.",
            LossFunctions::categoricalHinge));
  }

  private static void binary(List<Entry> all) {
    all.add(
        entry(
            "BinaryCrossentropy",
            "binary_crossentropy",
            "Mean of -t ln p - (1 - t) ln(1 - p).",
            (a, t, p) ->
                LossFunctions.binaryCrossentropy(
                    t, p, a.flag("from_logits"), a.number("label_smoothing"), a.integer("axis")),
            named("binary_crossentropy", CROSSENTROPY)));
    all.add(
        entry(
            "BinaryFocalCrossentropy",
            "binary_focal_crossentropy",
            "Binary crossentropy in which easy samples count less.",
            (a, t, p) ->
                LossFunctions.binaryFocalCrossentropy(
                    t,
                    p,
                    focal(a, p),
                    a.flag("apply_class_balancing"),
                    a.number("label_smoothing"),
                    a.integer("axis")),
            named(
                "binary_focal_crossentropy",
                Arg.of("apply_class_balancing", ArgTypes.BOOL, false, "Whether alpha counts."),
                ALPHA,
                GAMMA,
                FROM_LOGITS,
                SMOOTHING,
                AXIS)));
  }

  private static LossFunctions.Focal focal(Arguments a, Tensor p) {
    return new LossFunctions.Focal(
        Tensors.of(a.get("alpha"), p.dtype()), a.number("gamma"), a.flag("from_logits"));
  }

  private static void categorical(List<Entry> all) {
    all.add(
        entry(
            "CategoricalCrossentropy",
            "categorical_crossentropy",
            "Sum of -t ln p, t one-hot.",
            (a, t, p) ->
                LossFunctions.categoricalCrossentropy(
                    t, p, a.flag("from_logits"), a.number("label_smoothing"), a.integer("axis")),
            named("categorical_crossentropy", CROSSENTROPY)));
    all.add(
        entry(
            "CategoricalFocalCrossentropy",
            "categorical_focal_crossentropy",
            "Categorical crossentropy in which easy samples count less.",
            (a, t, p) ->
                LossFunctions.categoricalFocalCrossentropy(
                    t, p, focal(a, p), a.number("label_smoothing"), a.integer("axis")),
            named("categorical_focal_crossentropy", ALPHAS, GAMMA, FROM_LOGITS, SMOOTHING, AXIS)));
    all.add(
        entry(
            "SparseCategoricalCrossentropy",
            "sparse_categorical_crossentropy",
            "-ln p[t], t whole numbers.",
            (a, t, p) ->
                LossFunctions.sparseCategoricalCrossentropy(
                    t, p, a.flag("from_logits"), a.integer("ignore_class"), a.integer("axis")),
            FROM_LOGITS,
            Arg.of("ignore_class", ArgTypes.INT, null, "A class left out of the loss."),
            BaseLoss.REDUCTION,
            AXIS.notInConfig(),
            name("sparse_categorical_crossentropy")));
    all.add(
        entry(
            "CategoricalGeneralizedCrossEntropy",
            "categorical_generalized_cross_entropy",
            "(1 - p[t]^q) / q, robust to wrong labels.",
            (a, t, p) -> LossFunctions.categoricalGeneralizedCrossEntropy(t, p, a.number("q")),
            Arg.of(
                "q",
                ArgTypes.simple("a float between 0 and 1, both excluded", LossTable::inside),
                0.5,
                "From crossentropy (0) to absolute error (1)."),
            BaseLoss.REDUCTION,
            name("categorical_generalized_cross_entropy")));
  }

  private static Double inside(Object value) {
    Number n = ArgTypes.number(value);
    boolean fits = n != null && n.doubleValue() > 0 && n.doubleValue() < 1;
    return fits ? Double.valueOf(n.doubleValue()) : null;
  }

  private static void overlaps(List<Entry> all) {
    all.add(
        entry(
            "Dice",
            "dice",
            "1 minus twice the overlap over the sum.",
            (a, t, p) -> LossFunctions.dice(t, p, TensorTypes.Axes.of(a, "axis")),
            BaseLoss.REDUCTION,
            name("dice"),
            AXES));
    all.add(
        entry(
            "Tversky",
            "tversky",
            "Dice with weights for what is missed and what is wrong.",
            (a, t, p) ->
                LossFunctions.tversky(
                    t, p, a.number("alpha"), a.number("beta"), TensorTypes.Axes.of(a, "axis")),
            Arg.of("alpha", ArgTypes.FLOAT, 0.5, "Weight of what is missed."),
            Arg.of("beta", ArgTypes.FLOAT, 0.5, "Weight of what is wrong."),
            BaseLoss.REDUCTION,
            name("tversky"),
            AXES));
    all.add(
        entry(
            "Circle",
            "circle",
            "Draws embeddings of one class together, others apart.",
            (a, t, p) ->
                new Circle(a.number("gamma"), a.number("margin"), a.flag("remove_diagonal"))
                    .loss(t, p),
            Arg.of("gamma", ArgTypes.FLOAT, 80.0, "How sharply pairs are weighted."),
            Arg.of("margin", ArgTypes.FLOAT, 0.4, "How far apart classes should be."),
            Arg.of("remove_diagonal", ArgTypes.BOOL, true, "Not to compare a row with itself."),
            BaseLoss.REDUCTION,
            name("circle")));
    all.add(
        plain(
            "CTC",
            "ctc",
            "Connectionist temporal classification; not supported.",
            (t, p) -> {
              throw KerasException.unsupported("The CTC loss is not supported by Nyala.");
            }));
  }

  private static Entry plain(
      String name, String function, String doc, BinaryOperator<Tensor> formula) {
    return entry(
        name, function, doc, (a, t, p) -> formula.apply(t, p), BaseLoss.REDUCTION, name(function));
  }

  private static Arg name(String name) {
    return Arg.of("name", ArgTypes.STRING, name, "Name.");
  }

  private static Arg[] named(String name, Arg... before) {
    Arg[] all = Arrays.copyOf(before, before.length + 2);
    all[before.length] = BaseLoss.REDUCTION;
    all[before.length + 1] = name(name);
    return all;
  }

  private static Entry entry(
      String name, String function, String doc, StandardLoss.Formula formula, Arg... args) {
    List<Arg> own = new ArrayList<>(List.of(args));
    List<Arg> ofFunction = new ArrayList<>();
    ofFunction.add(Arg.required("y_true", TensorTypes.TENSOR, "True values."));
    ofFunction.add(Arg.required("y_pred", TensorTypes.TENSOR, "Predicted values."));
    own.stream()
        .filter(a -> !a.name().equals("reduction") && !a.name().equals("name"))
        .forEach(ofFunction::add);
    own.add(BaseLoss.DTYPE);
    KerasClass<Loss> kerasClass = define(name, doc, formula, own);
    ArgTable table = ArgTable.of(function, ofFunction.toArray(Arg[]::new));
    return new Entry(
        kerasClass,
        new KerasFunction(
            function,
            "keras.losses",
            doc,
            table,
            a -> formula.apply(a, a.get("y_true", Tensor.class), floating(a))));
  }

  private static Tensor floating(Arguments a) {
    Tensor p = a.get("y_pred", Tensor.class);
    return p.dtype().isFloating() ? p : p.cast(DType.FLOAT32);
  }

  @SuppressWarnings("unchecked")
  private static KerasClass<Loss> define(
      String name, String doc, StandardLoss.Formula formula, List<Arg> args) {
    KerasClass<?>[] self = new KerasClass<?>[1];
    KerasClass<Loss> kerasClass =
        new KerasClass<>(
            name,
            "keras.losses",
            doc,
            ArgTable.of(name, args.toArray(Arg[]::new)),
            a -> new StandardLoss((KerasClass<Loss>) self[0], a, formula));
    self[0] = kerasClass;
    return kerasClass;
  }
}
