package io.nyala.keras.layers;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The layers there are. */
public final class Layers {

  /** Every class of {@code keras.layers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Layers() {}
}
