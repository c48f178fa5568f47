package io.nyala.keras.losses;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.Nearest;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.saving.CustomObjects;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The losses there are. Source: keras.losses. */
public final class Losses {

  private static final Map<String, String> ALIASES =
      Map.of(
          "bce", "binary_crossentropy",
          "kld", "kl_divergence",
          "mae", "mean_absolute_error",
          "mse", "mean_squared_error",
          "mape", "mean_absolute_percentage_error",
          "msle", "mean_squared_logarithmic_error");

  /** Every class of {@code keras.losses}. */
  public static final List<KerasClass<?>> CLASSES =
      LossTable.ENTRIES.stream().<KerasClass<?>>map(LossTable.Entry::kerasClass).toList();

  /** Every function of {@code keras.losses}, such as {@code mean_squared_error}. */
  public static final List<KerasFunction> FUNCTIONS =
      LossTable.ENTRIES.stream()
          .map(LossTable.Entry::function)
          .map(f -> f.name().equals("circle") ? Circle.FUNCTION : f)
          .toList();

  /** An argument that is a loss, its name, its config or a function of y_true and y_pred. */
  public static final ArgType<Loss> TYPE =
      ObjectType.understood("loss", Losses::understand, Losses::names);

  private Losses() {}

  /**
   * The loss of this name: a function's ({@code mse}) or a class' ({@code MeanSquaredError}).
   *
   * @throws KerasException a ValueError naming the nearest one
   */
  public static Loss get(String name) {
    LossTable.Entry entry = find(name);
    if (entry == null) {
      throw Nearest.unknown("loss", name, names());
    }
    boolean byClass = entry.kerasClass().name().equals(name);
    return entry.kerasClass().create(List.of(), byClass ? Map.of() : Map.of("name", name));
  }

  private static LossTable.Entry find(String name) {
    String function = ALIASES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    for (LossTable.Entry entry : LossTable.ENTRIES) {
      if (entry.function().name().equals(function) || entry.kerasClass().name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    FUNCTIONS.forEach(f -> names.add(f.name()));
    ALIASES.keySet().stream().sorted().forEach(names::add);
    return names;
  }

  /**
   * The loss a person means in {@code compile}: {@code crossentropy} is the one that fits the
   * shapes.
   *
   * @param identifier a loss, a name, a config or a function
   */
  public static Loss resolve(Object identifier, Shape yTrue, Shape yPred) {
    if (isFitting(identifier)) {
      String function =
          isBinary(yPred)
              ? "binary_crossentropy"
              : isSparse(yTrue, yPred)
                  ? "sparse_categorical_crossentropy"
                  : "categorical_crossentropy";
      return find(function).kerasClass().create(List.of(), Map.of("name", identifier.toString()));
    }
    return TYPE.convert(identifier);
  }

  /** Whether an identifier stands for the loss that fits the shapes: {@code crossentropy}. */
  public static boolean isFitting(Object identifier) {
    return identifier instanceof CharSequence name
        && List.of("crossentropy", "ce").contains(name.toString().toLowerCase(Locale.ROOT));
  }

  /** Whether there is one number per sample: two classes. */
  public static boolean isBinary(Shape yPred) {
    return yPred.rank() > 0 && yPred.dim(-1) == 1;
  }

  /** Whether the true values are class numbers rather than one-hot vectors. */
  public static boolean isSparse(Shape yTrue, Shape yPred) {
    return yTrue.rank() < yPred.rank()
        || yTrue.rank() > 0 && yTrue.dim(-1) == 1 && yPred.dim(-1) > 1;
  }

  private static Loss understand(Object value) {
    if (value instanceof Loss loss) {
      return loss;
    }
    if (value instanceof CharSequence name && CustomObjects.function(name.toString()) != null) {
      return understand(CustomObjects.function(name.toString()));
    }
    if (value instanceof CharSequence name) {
      return get(name.toString());
    }
    if (value instanceof KerasFunction function && find(function.name()) != null) {
      return get(function.name());
    }
    if (value instanceof Map<?, ?> config && config.get("config") instanceof CharSequence name) {
      return get(name.toString());
    }
    if (value instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return (Loss) ObjectType.fromConfig("keras.losses", config);
    }
    Callables.Fn own = Callables.of(value);
    if (own == null) {
      throw new IllegalArgumentException(
          ArgTypes.expected("a loss, its name or a function", value));
    }
    return of(own.name(), own);
  }

  /** A loss of a person's own: a function of y_true and y_pred. */
  public static Loss of(String name, Callables.Fn function) {
    return new BaseLoss() {
      @Override
      public Tensor call(Tensor yTrue, Tensor yPred) {
        Reduction.Pair pair = Reduction.sameRank(yTrue.cast(yPred.dtype()), yPred);
        return Callables.tensor(function.call(pair.first(), pair.second()));
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  /** Binary crossentropy of probabilities, or of logits. */
  public static Loss binaryCrossentropy(boolean fromLogits) {
    return find("binary_crossentropy")
        .kerasClass()
        .create(List.of(), Map.of("from_logits", fromLogits));
  }
}
