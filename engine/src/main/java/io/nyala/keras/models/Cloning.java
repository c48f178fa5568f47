package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.ops.Operation;
import io.nyala.keras.saving.Saving;
import io.nyala.keras.saving.Serialization;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a model of new layers, with weights of their own, in the form of another. Source:
 * keras/src/models/cloning.py.
 */
public final class Cloning {

  private static final String FUNCTION = "clone_function";

  /** {@code keras.models.clone_model}. */
  public static final KerasFunction CLONE_MODEL =
      new KerasFunction(
          "clone_model",
          "keras.models",
          "A model of new layers, with new weights, in the form of another.",
          ArgTable.of(
              "clone_model",
              Arg.required("model", ArgTypes.ANY, "The model."),
              Arg.of("input_tensors", ArgTypes.ANY, null, "Symbolic inputs to build it on."),
              Arg.of(FUNCTION, ArgTypes.ANY, null, "A function (layer) -> new layer."),
              Arg.of("call_function", ArgTypes.ANY, null, "Not supported."),
              Arg.of("recursive", ArgTypes.BOOL, false, "Whether it is used in models inside.")),
          Cloning::clone);

  private final Callables.Fn function;
  private final boolean recursive;
  private final Map<Layer, Layer> made = new IdentityHashMap<>();

  private Cloning(Callables.Fn function, boolean recursive) {
    this.function = function;
    this.recursive = recursive;
  }

  private static Model clone(Arguments arguments) {
    if (!(arguments.get("model") instanceof Model model)) {
      throw KerasException.value("`model` should be a model; received " + arguments.get("model"));
    }
    if (arguments.get("call_function") != null) {
      throw KerasException.unsupported("`call_function` of clone_model is not supported.");
    }
    Object function = arguments.get(FUNCTION);
    Callables.Fn own = function == null ? null : Callables.of(function);
    if (function != null && own == null) {
      throw KerasException.value(
          "Expected `clone_function` argument to be a callable. Received: clone_function="
              + ArgTypes.show(function));
    }
    Object inputs = arguments.get("input_tensors");
    return new Cloning(own, arguments.flag("recursive")).model(model, inputs);
  }

  private Model model(Model model, Object inputs) {
    Model clone;
    if (model instanceof Sequential sequential) {
      clone = sequential(sequential, inputs);
    } else if (model instanceof Functional functional) {
      clone = functional(functional, inputs);
    } else if (function != null || inputs != null) {
      throw KerasException.value(
          "Arguments `clone_function` and `input_tensors` are only supported for Sequential models"
              + " or Functional models. Received model of type '"
              + model.kerasClass().name()
              + "'.");
    } else {
      clone = (Model) Serialization.copy(model);
    }
    Saving.compileLike(clone, model);
    return clone;
  }

  private Layer layer(Layer layer) {
    Layer known = made.get(layer);
    if (known == null) {
      boolean inside = recursive && (layer instanceof Sequential || layer instanceof Functional);
      known = inside ? model((Model) layer, null) : copy(layer);
      made.put(layer, known);
    }
    return known;
  }

  private Layer copy(Layer layer) {
    if (function == null) {
      return Serialization.copy(layer);
    }
    if (function.call(layer) instanceof Layer own) {
      return own;
    }
    throw KerasException.value("The `clone_function` should return a layer.");
  }

  private Sequential sequential(Sequential model, Object inputs) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("name", model.getName());
    Sequential clone = Sequential.CLASS.create(List.of(), arguments);
    InputLayer front = model.inputLayer();
    if (inputs != null) {
      List<Object> given = Trees.leaves(inputs);
      if (given.size() != 1) {
        throw KerasException.value("Argument `input_tensors` must contain a single tensor.");
      }
      if (!(given.get(0) instanceof KerasTensor tensor)) {
        throw KerasException.value(
            "Argument `input_tensors` must be a KerasTensor. Received invalid value: input_tensors="
                + ArgTypes.show(given.get(0)));
      }
      String name = front == null ? null : front.getName();
      clone.add(input(tensor.shape(), tensor.dtype(), name));
    } else if (front != null) {
      clone.add(input(front.batchShape(), front.dtype(), front.getName()));
    }
    model.layers().forEach(each -> clone.add(layer(each)));
    if (!model.isTrainable()) {
      clone.setTrainable(false);
    }
    return clone;
  }

  private static InputLayer input(Shape shape, DType type, String name) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("batch_shape", shape);
    arguments.put("dtype", type);
    arguments.put("name", name);
    return InputLayer.CLASS.create(List.of(), arguments);
  }

  private Functional functional(Functional model, Object inputs) {
    Object given =
        inputs != null
            ? inputs
            : Trees.map(
                model.inputs().given(),
                each -> {
                  KerasTensor tensor = (KerasTensor) each;
                  String name = tensor.node().layer().getName();
                  return input(tensor.shape(), tensor.dtype(), name).output();
                });
    List<KerasTensor> tensors = new ArrayList<>(Structure.of(given, "input_tensors").tensors());
    if (tensors.size() != model.inputs().tensors().size()) {
      throw KerasException.value(
          "`input_tensors` must have the same structure as model.input\nReference structure: "
              + model.inputs().given()
              + "\nReceived structure: "
              + given);
    }
    Object outputs = model.connect(tensors, each -> each instanceof Operation ? each : layer(each));
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("inputs", given);
    arguments.put("outputs", outputs);
    arguments.put("name", model.getName());
    return Functional.CLASS.create(List.of(), arguments);
  }
}
