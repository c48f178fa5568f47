package io.nyala.keras.custom;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.losses.BaseLoss;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The base of a person's own loss: a method {@code call(y_true, y_pred)} that gives the loss of
 * each sample. Source: subclassing keras.losses.Loss.
 */
public abstract class CustomLoss extends BaseLoss {

  @SuppressWarnings("this-escape") // looked at only when it is used
  private final OwnObject own = new OwnObject(this, CustomLoss.class);

  /** A loss named after its class, averaged over the batch. */
  protected CustomLoss() {
    this(Map.of());
  }

  /** A loss with {@code name}, {@code reduction} or {@code dtype} given. */
  @SuppressWarnings("this-escape")
  protected CustomLoss(Map<String, ?> named) {
    if (!(this instanceof OwnMembers)) {
      settle(Written.className(this), List.of(), named);
    }
  }

  @Override
  public Tensor call(Tensor yTrue, Tensor yPred) {
    Object losses =
        own.call(
            List.of("call"),
            () -> {
              throw own.missing("call");
            },
            yTrue,
            yPred);
    return Tensors.of(losses);
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> common = new LinkedHashMap<>();
    common.put("name", name());
    common.put("reduction", reduction());
    return own.config(common);
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return own.kerasClass("keras.losses", arguments());
  }
}
