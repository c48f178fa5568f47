package io.nyala.keras.models;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The models there are. */
public final class Models {

  /** Every class of {@code keras.models}. */
  public static final List<KerasClass<?>> CLASSES = List.of(Sequential.CLASS, Functional.CLASS);

  private Models() {}
}
