package io.nyala.dsl.names.keras;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Signature;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.rnn.RnnCell;
import io.nyala.keras.layers.text.IndexLookup;
import io.nyala.keras.layers.text.TextVectorization;
import io.nyala.keras.metrics.Mean;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.metrics.Sum;
import io.nyala.keras.models.CompiledMetrics;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.optimizers.BaseOptimizer;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Methods of metrics and optimizers whose arguments are tensors as a cell writes them. */
final class KerasMethods {
  /** Given for methods that are not here. */
  static final Object NONE = new Object();

  private static final List<String> EARLIER = List.of("predict_classes", "predict_proba");

  private KerasMethods() {}

  static Object call(Object object, String method, Object[] given) {
    if (object instanceof Metric metric) {
      return ofMetric(metric, method, given);
    }
    if (object instanceof CompiledMetrics metrics) {
      return ofCompiled(metrics, method, given);
    }
    if (method.equals("reset_states") && object instanceof Layer layer) {
      layer.resetState();
      return null;
    }
    if (method.equals("add_metric") && object instanceof Layer) {
      throw new PyError(
          "NotImplementedError",
          "Layer `add_metric()` method is deprecated. Add your metric in"
              + " `Model.compile(metrics=[...])`, or create metric trackers in init() or build()"
              + " when subclassing the layer or model, then call `metric.update_state()` whenever"
              + " necessary.");
    }
    if (method.equals("get_initial_state") && object instanceof RnnCell cell) {
      return cell.initialState(read("get_initial_state(batch_size)", given).integer("batch_size"));
    }
    if (method.equals("compute_mask") && object instanceof Layer layer) {
      Given g = read("compute_mask(inputs, previous_mask=None)", given);
      Tensor before = g.has("previous_mask") ? g.tensor("previous_mask") : null;
      return layer.computeMask(g.tensor("inputs"), before);
    }
    if (method.equals("get_vocabulary") && given.length > 0) {
      return vocabulary(object, given);
    }
    if (object instanceof Sequential && EARLIER.contains(method)) {
      return earlier(object, method, given);
    }
    return object instanceof Optimizer optimizer ? ofOptimizer(optimizer, method, given) : NONE;
  }

  /** What {@code predict_classes} and {@code predict_proba} were before they became predict(). */
  private static Object earlier(Object model, String method, Object[] given) {
    Object found = InvokerHelper.invokeMethod(model, "predict", given);
    if (method.equals("predict_proba") || !(found instanceof Tensor scores)) {
      return found;
    }
    return NDArray.of(
        scores.dim(-1) > 1
            ? Reduce.argmax(scores, -1)
            : Compare.greater(scores, Arithmetic.like(scores, 0.5)).cast(DType.INT32));
  }

  private static Object vocabulary(Object layer, Object[] given) {
    boolean special =
        read("get_vocabulary(include_special_tokens=True)", given).flag("include_special_tokens");
    if (layer instanceof TextVectorization text) {
      return text.getVocabulary(special);
    }
    return layer instanceof IndexLookup lookup ? lookup.getVocabulary(special) : NONE;
  }

  private static Object ofMetric(Metric metric, String method, Object[] given) {
    switch (method) {
      case "update_state" -> {
        boolean values = metric.getClass() == Mean.class || metric instanceof Sum;
        Given g =
            read(
                values
                    ? "update_state(values, sample_weight=None)"
                    : "update_state(y_true, y_pred, sample_weight=None)",
                given);
        if (values) {
          metric.update(g.tensor("values"), weight(g), null);
        } else {
          metric.update(g.tensor("y_true"), g.tensor("y_pred"), weight(g));
        }
        return null;
      }
      case "reset_state", "reset_states" -> {
        metric.reset();
        return null;
      }
      case "result" -> {
        return metric.figures();
      }
      default -> {
        return NONE;
      }
    }
  }

  private static Object ofCompiled(CompiledMetrics metrics, String method, Object[] given) {
    switch (method) {
      case "update_state" -> {
        Given g = read("update_state(y_true, y_pred, sample_weight=None)", given);
        metrics.update(g.tensor("y_true"), g.tensor("y_pred"), weight(g));
        return null;
      }
      case "reset_state" -> {
        metrics.reset();
        return null;
      }
      default -> {
        return NONE;
      }
    }
  }

  /** Updates a metric and gives its result: {@code metric(y_true, y_pred)}. */
  static Object measured(Metric metric, Object[] given) {
    ofMetric(metric, "update_state", given);
    return metric.figures();
  }

  private static Tensor weight(Given g) {
    return g.has("sample_weight") ? g.tensor("sample_weight") : null;
  }

  private static Object ofOptimizer(Optimizer optimizer, String method, Object[] given) {
    List<Tensor> gradients = new ArrayList<>();
    List<Variable> weights = new ArrayList<>();
    switch (method) {
      case "exclude_from_weight_decay" -> {
        exclude(optimizer, read("exclude_from_weight_decay(var_list=None, var_names=None)", given));
        return null;
      }
      case "apply_gradients" -> {
        Given g = read("apply_gradients(grads_and_vars)", given);
        Iterator<?> pairs = InvokerHelper.asIterator(g.get("grads_and_vars"));
        while (pairs.hasNext()) {
          List<?> pair = (List<?>) pairs.next();
          gradients.add((Tensor) pair.get(0));
          weights.add((Variable) pair.get(1));
        }
      }
      case "apply" -> {
        Given g = read("apply(grads, trainable_variables)", given);
        ((List<?>) g.get("grads")).forEach(each -> gradients.add((Tensor) each));
        ((List<?>) g.get("trainable_variables")).forEach(each -> weights.add((Variable) each));
      }
      default -> {
        return NONE;
      }
    }
    optimizer.build(weights);
    optimizer.apply(gradients, weights);
    return null;
  }

  /** {@code optimizer.variables} and what is a variable or a tensor of it. */
  static Object ofOptimizer(BaseOptimizer optimizer, String property) {
    return switch (property) {
      case "variables" -> optimizer.variables();
      case "learning_rate" ->
          optimizer.learningRateVariable() != null
              ? optimizer.learningRateVariable()
              : Tensor.scalar((float) optimizer.learningRate());
      case "iterations" ->
          optimizer.arguments().get("gradient_accumulation_steps") == null
              ? optimizer.iterationVariable()
              : Tensor.of(Shape.SCALAR, optimizer.iterations());
      default -> NONE;
    };
  }

  private static void exclude(Optimizer optimizer, Given g) {
    List<Variable> variables = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (g.has("var_list")) {
      ((Collection<?>) g.get("var_list")).forEach(each -> variables.add((Variable) each));
    }
    if (g.has("var_names")) {
      ((Collection<?>) g.get("var_names")).forEach(each -> names.add(each.toString()));
    }
    ((BaseOptimizer) optimizer).excludeFromWeightDecay(variables, names);
  }

  private static Given read(String text, Object[] given) {
    Arguments arguments = Arguments.split(given);
    Signature signature = Signature.parse(text);
    return new Given(
        signature.name(), Kind.TENSOR, signature.bind(arguments.positional(), arguments.named()));
  }
}
