package io.nyala.cli.notebook;

import io.nyala.dsl.session.Frontend.Stream;
import io.nyala.dsl.session.Outcome;

/** Hears how a notebook's run goes, to tell the person who waits. */
public interface ProgressListener {

  /** A cell starts. */
  default void cellStarts(int index, int count, String source) {}

  /** The running cell printed something. */
  default void printed(Stream stream, String text) {}

  /** A cell ended. */
  default void cellEnds(int index, int count, Outcome outcome, double seconds) {}
}
