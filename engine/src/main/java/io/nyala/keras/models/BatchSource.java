package io.nyala.keras.models;

import java.util.Iterator;

/** Where batches come from: arrays, a dataset, a generator. */
public interface BatchSource {

  /** Batches of one pass; null if that is only known at its end. */
  Integer steps();

  /** Hears that a pass begins. */
  default void onEpochBegin() {}

  /** Hears that a pass is over. */
  default void onEpochEnd() {}

  /** The batches of the next pass. */
  Iterator<Batch> epoch();
}
