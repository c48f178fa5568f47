package io.nyala.keras.layers;

import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.List;
import java.util.Map;

/**
 * How a layer is being called.
 *
 * @param training whether dropout and its kin are active; null: as the surrounding call, else false
 * @param masks one mask per input, bool {@code [batch, time]}; null entries: all steps are real;
 *     null: as annotated on the inputs
 * @param initialState for recurrent layers, the states to start from; null: zeros
 * @param extras further call arguments by name
 */
public record Call(
    Boolean training, List<Tensor> masks, List<Tensor> initialState, Map<String, Object> extras) {

  /** A call that says nothing. */
  public static final Call DEFAULT = new Call(null, null, null, Map.of());

  /** A call for training. */
  public static final Call TRAINING = new Call(true, null, null, Map.of());

  /** A call for inference. */
  public static final Call INFERENCE = new Call(false, null, null, Map.of());

  /** True if dropout and its kin are active. */
  public boolean isTraining() {
    return Boolean.TRUE.equals(training);
  }

  /** A further call argument that is a flag; false where it is not given. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(extras.get(name));
  }

  /** A further call argument that is a tensor; null where it is not given. */
  public Tensor tensor(String name) {
    Object value = extras.get(name);
    return value == null ? null : Tensors.of(value);
  }

  /** The mask of an input, or null. */
  public Tensor mask(int input) {
    return masks == null || input >= masks.size() ? null : masks.get(input);
  }

  /** This call with another training flag. */
  public Call training(Boolean flag) {
    return new Call(flag, masks, initialState, extras);
  }

  /** This call with masks. */
  public Call masks(List<Tensor> newMasks) {
    return new Call(training, newMasks, initialState, extras);
  }

  /** This call with states to start from. */
  public Call from(List<Tensor> states) {
    return new Call(training, masks, states, extras);
  }
}
