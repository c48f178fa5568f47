package io.nyala.dsl.names.keras;

import io.nyala.dsl.names.modules.Signatures;
import io.nyala.dsl.names.modules.Signatures.Parameter;
import io.nyala.dsl.names.modules.Signatures.Signature;
import io.nyala.dsl.show.Repr;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.ModelArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model's methods take: {@code model.compile(optimizer='…', loss='…', metrics=['…'])}. */
public final class ModelSignatures implements Signatures.Source {
  private static final Map<String, ArgTable> METHODS =
      Map.of(
          "compile", ModelArgs.COMPILE,
          "fit", ModelArgs.FIT,
          "evaluate", ModelArgs.EVALUATE,
          "predict", ModelArgs.PREDICT,
          "save", ModelArgs.SAVE,
          "save_weights", ModelArgs.SAVE_WEIGHTS,
          "load_weights", ModelArgs.LOAD_WEIGHTS);

  @Override
  public Optional<Signature> of(Object callee) {
    return Optional.empty();
  }

  @Override
  public Optional<Signature> ofMethod(Object receiver, String method) {
    ArgTable table = receiver instanceof Model ? METHODS.get(method) : null;
    if (table == null) {
      return Optional.empty();
    }
    List<Parameter> parameters = table.args().stream().map(each -> parameter(each)).toList();
    return Optional.of(new Signature(method, parameters, ""));
  }

  private static Parameter parameter(Arg arg) {
    String start = arg.required() ? null : Repr.of(arg.defaultValue());
    return new Parameter(arg.name(), start, arg.doc(), choices(arg));
  }

  /** Losses and metrics may come as lists and maps too, so their tables leave the type open. */
  private static List<String> choices(Arg arg) {
    return switch (arg.name()) {
      case "optimizer" ->
          arg.type().choices().stream()
              .map(each -> each.replace("_", ""))
              .filter(each -> !each.matches("(lossscale|multi)optimizer|optimizermap"))
              .toList();
      case "loss" -> Losses.TYPE.choices();
      case "metrics", "weighted_metrics" -> Metrics.TYPE.choices();
      default -> arg.type().choices();
    };
  }
}
