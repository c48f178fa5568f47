package io.nyala.keras.optimizers;

import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Variable;
import io.nyala.tensor.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The decoupled decay of weights, {@code w − w · decay · rate} before a step, and the weights left
 * out of it. Source: keras/src/optimizers/base_optimizer.py.
 */
final class WeightDecay {
  private final Double decay;
  private final Set<Variable> excluded = Collections.newSetFromMap(new IdentityHashMap<>());
  private Pattern excludedNames;

  /** A decay by this share; null for none. */
  WeightDecay(Double decay) {
    this.decay = decay;
  }

  /** Leaves out these variables and those whose name contains one of these; null for none. */
  void exclude(List<Variable> variables, List<String> names) {
    excluded.clear();
    if (variables != null) {
      excluded.addAll(variables);
    }
    excludedNames =
        names == null || names.isEmpty()
            ? null
            : Pattern.compile(new LinkedHashSet<>(names).stream().collect(Collectors.joining("|")));
  }

  /** Lets weights decay, at this learning rate. */
  void apply(List<Variable> weights, double rate) {
    if (decay != null) {
      weights.stream().filter(this::isDecayed).forEach(weight -> decay(weight, rate));
    }
  }

  private boolean isDecayed(Variable weight) {
    return !excluded.contains(weight)
        && (excludedNames == null || !excludedNames.matcher(weight.name()).find());
  }

  private void decay(Variable weight, double rate) {
    Tensor value = weight.value();
    weight.assign(subtract(value, scale(scale(value, decay), rate)));
  }
}
