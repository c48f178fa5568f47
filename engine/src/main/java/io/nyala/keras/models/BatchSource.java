package io.nyala.keras.models;

import java.util.Iterator;

/** Where batches come from: arrays, a dataset, a generator. */
public interface BatchSource {

  /** Batches of one pass; null if that is only known at its end. */
  Integer steps();

  /** The batches of the next pass. */
  Iterator<Batch> epoch();
}
