package io.nyala.cli.bench;

import java.io.IOException;
import java.util.List;

/** Something that trains the course models and tells how long its steps took. */
interface Contender extends AutoCloseable {

  /** Its short name. */
  String name();

  /** What it is made of, with versions. */
  String versions();

  /**
   * Trains a fresh model.
   *
   * @param model {@code SimpleRNN}, {@code LSTM}, {@code GRU} or {@code Bidirectional}
   * @return milliseconds per training step of each epoch
   */
  List<Double> train(String model, int epochs) throws IOException;

  @Override
  void close();
}
