package io.nyala.keras.layers;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Catalog;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be is refused in words that say what came and what was expected. */
class LayerErrorsTest {

  private static Layer layer(String kind, Object... namesAndValues) {
    return (Layer) Catalog.get("keras.layers", kind).create(namesAndValues);
  }

  private static void says(String kind, String words, Runnable code) {
    KerasException thrown = assertThrows(KerasException.class, code::run);
    assertTrue(thrown.toString().startsWith(kind + ": "), thrown.toString());
    assertTrue(thrown.getMessage().contains(words), thrown.getMessage());
  }

  @Test
  void unsupportedArgumentsAreRefusedByName() {
    String missing = "NotImplementedError";
    says(missing, "`renorm=True`", () -> layer("BatchNormalization", "renorm", true));
    says(missing, "`synchronized=True`", () -> layer("BatchNormalization", "synchronized", true));
    says(missing, "`rms_scaling=True`", () -> layer("LayerNormalization", "rms_scaling", true));
    says(missing, "`lora_rank=4`", () -> layer("Dense", "units", 2, "lora_rank", 4));
    says(
        missing,
        "`flash_attention=True`",
        () -> layer("MultiHeadAttention", "num_heads", 1, "key_dim", 2, "flash_attention", true));
  }

  @Test
  void codeInAFileIsNotLoaded() {
    Map<String, Object> code = Map.of("class_name", "__lambda__", "config", Map.of("code", "4wE="));
    says("ValueError", "not loaded", () -> layer("Lambda", "function", code));
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    Tensor vectors = Tensor.zeros(2, 3);
    Tensor sequences = Tensor.zeros(2, 5, 4);
    says(
        "ValueError",
        "expected ndim=3, found ndim=2. Full shape received: (2, 3)",
        () -> layer("Conv1D", "filters", 2, "kernel_size", 3).apply(vectors));
    says(
        "ValueError",
        "zero or negative",
        () -> layer("Conv1D", "filters", 2, "kernel_size", 6).apply(sequences));
    says(
        "ValueError",
        "smaller than the input length",
        () -> layer("Cropping1D", "cropping", List.of(2, 3)).apply(sequences));
    says(
        "ValueError",
        "total size",
        () -> layer("Reshape", "target_shape", List.of(3, 3)).apply(sequences));
    says(
        "ValueError",
        "incompatible shapes",
        () -> layer("Add").invoke(List.of(sequences, Tensor.zeros(2, 3, 4))));
    says(
        "ValueError",
        "matching shapes except",
        () -> layer("Concatenate").invoke(List.of(sequences, Tensor.zeros(2, 3, 4))));
    says(
        "ValueError",
        "exactly 2 inputs",
        () -> layer("Subtract").invoke(List.of(sequences, sequences, sequences)));
    says(
        "ValueError",
        "axis values 4 (at axis 2) != 5 (at axis 1)",
        () -> layer("Dot", "axes", List.of(2, 1)).invoke(List.of(sequences, sequences)));
    says("ValueError", "at least 3 dimensions", () -> timeDistributed().apply(vectors));
  }

  private static Layer timeDistributed() {
    return layer("TimeDistributed", "layer", layer("Dense", "units", 2));
  }

  @Test
  void callsAreChecked() {
    Tensor x = Tensor.zeros(2, 5, 4);
    Layer heads = layer("MultiHeadAttention", "num_heads", 1, "key_dim", 2);
    says("TypeError", "missing 1 required argument: 'value'", () -> heads.invoke(x));
    says(
        "TypeError",
        "missing 1 required argument: 'value'",
        () -> heads.invoke(List.of(x), Map.of("key", x)));
    says(
        "TypeError",
        "unexpected keyword argument 'valu'",
        () -> heads.invoke(List.of(x), Map.of("valu", x)));
    says(
        "TypeError",
        "multiple values for argument 'query'",
        () -> heads.invoke(List.of(x, x), Map.of("query", x)));
  }

  @Test
  void argumentsOutOfRangeAreRefused() {
    says("ValueError", "between 0 and 1", () -> layer("Dropout", "rate", 1.5));
    says("ValueError", "negative_slope", () -> layer("LeakyReLU", "negative_slope", -1));
    says("ValueError", "dims", () -> layer("Permute", "dims", List.of(0, 1)));
    says(
        "ValueError",
        "divisible by the number of groups",
        () -> layer("Conv1D", "filters", 3, "kernel_size", 2, "groups", 2));
    says(
        "ValueError",
        "`strides > 1` not supported in conjunction",
        () -> layer("Conv1D", "filters", 3, "kernel_size", 2, "strides", 2, "dilation_rate", 2));
  }
}
