package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomModel;
import io.nyala.keras.custom.OwnMethod;
import io.nyala.keras.models.Batch;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of a class of a Python cell that derives from {@code keras.Model}. */
public final class PyModel extends CustomModel implements KerasInstance {
  private final PyClass type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private Map<String, Object> made = Map.of();
  private boolean masking;
  private Batch batch;
  private boolean ready;

  PyModel(PyClass type) {
    super(Map.of("name", "unnamed"));
    this.type = type;
  }

  @Override
  public PyClass type() {
    return type;
  }

  @Override
  public Map<String, Object> attributes() {
    return attributes;
  }

  @Override
  public void initialize(Object[] arguments, Kwargs named) {
    settle(KerasBases.settings(type, arguments, named));
    ready = true;
  }

  @Override
  public boolean assign(String name, Object value) {
    switch (name) {
      case "trainable" -> setTrainable(Truth.of(value));
      case "supports_masking" -> masking = Truth.of(value);
      case "name", "_name" -> rename(Texts.str(value));
      case "built" -> {
        // Keras' own state; set after build() in any case.
      }
      case "stop_training" -> stopTraining(Truth.of(value));
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Object parent(String name, Object[] arguments, Kwargs named) {
    return switch (name) {
      case "build" -> null;
      case "get_config" -> super.getConfig();
      case "__call__" -> called(arguments, named);
      case "train_step" -> super.trainStep(batch);
      case "test_step" -> super.testStep(batch);
      default -> Invoke.inherited(this, name, arguments, named);
    };
  }

  @Override
  public void madeWith(Map<String, Object> arguments) {
    made = arguments;
  }

  @Override
  public Map<String, Object> madeWith() {
    return made;
  }

  @Override
  public OwnMethod method(String name) {
    if (!ready && name.equals("call")) {
      throw KerasBases.uninitialized(type);
    }
    return KerasInstance.super.method(name);
  }

  @Override
  protected boolean supportsMasking() {
    return masking;
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    OwnMethod written = method("compute_mask");
    if (written == null) {
      return super.outputMasks(inputs, masks, outputs);
    }
    Object one = inputs.size() == 1 ? inputs.get(0) : inputs;
    Object mask = written.call(one, masks.size() == 1 ? masks.get(0) : masks);
    List<Tensor> all = new ArrayList<>(Collections.nCopies(outputs, null));
    if (mask instanceof Tensor tensor) {
      all.set(0, tensor);
    } else if (mask instanceof List<?> list) {
      for (int i = 0; i < Math.min(outputs, list.size()); i++) {
        all.set(i, (Tensor) list.get(i));
      }
    }
    return all;
  }

  @Override
  protected Map<String, Object> trainStep(Batch given) {
    batch = given;
    return super.trainStep(given);
  }

  @Override
  protected Map<String, Object> testStep(Batch given) {
    batch = given;
    return super.testStep(given);
  }
}
