package io.nyala.keras.models;

import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The metrics that {@code compile} was given, as one: an entry of {@code model.metrics}. */
public final class CompiledMetrics {
  private final Compilation compilation;

  CompiledMetrics(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The name Keras gives it. */
  public String name() {
    return "compile_metrics";
  }

  /** Takes one batch into account. */
  public void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    compilation.watch(List.of(yTrue), List.of(yPred), sampleWeight);
  }

  /** The figures by name. */
  public Map<String, Tensor> result() {
    return compilation.figures();
  }

  /** Starts over. */
  public void reset() {
    compilation.reset();
  }
}
