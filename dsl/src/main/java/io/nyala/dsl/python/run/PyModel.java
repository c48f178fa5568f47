package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomModel;
import io.nyala.keras.custom.OwnMethod;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** An object of a class of a Python cell that derives from {@code keras.Model}. */
public final class PyModel extends CustomModel implements StatefulInstance {
  private final OwnState state;

  PyModel(PyClass type) {
    super(Map.of("name", "unnamed"));
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }

  @Override
  public void initialize(Object[] arguments, Kwargs named) {
    settle(KerasBases.settings(type(), arguments, named));
    state.setReady();
  }

  @Override
  public boolean assign(String name, Object value) {
    if (name.equals("stop_training")) {
      stopTraining(Truth.of(value));
      return true;
    }
    return KerasLayers.assign(this, name, value);
  }

  @Override
  public Object parent(String name, Object[] arguments, Kwargs named) {
    return switch (name) {
      case "build" -> null;
      case "get_config" -> super.getConfig();
      case "__call__" -> called(arguments, named);
      default -> Invoke.inherited(this, name, arguments, named);
    };
  }

  @Override
  public OwnMethod method(String name) {
    if (!state.isReady() && name.equals("call")) {
      throw KerasBases.uninitialized(type());
    }
    return StatefulInstance.super.method(name);
  }

  @Override
  protected boolean supportsMasking() {
    return state.isMasking();
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    OwnMethod written = method("compute_mask");
    return written == null
        ? super.outputMasks(inputs, masks, outputs)
        : KerasLayers.masks(written, inputs, masks, outputs);
  }
}
