package io.nyala.kernel;

import io.nyala.dsl.session.Frontend.Stream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Gathers what a cell prints into few messages: at most one per pause or per piece, in order, with
 * nothing lost. Guarded by its owner's lock.
 */
final class StreamBatch {

  private static final long PAUSE_MS = 20;
  private static final int PIECE = 1 << 18;

  private final ScheduledExecutorService timer;
  private final Runnable flushLater;
  private final BiConsumer<Stream, String> sink;
  private final StringBuilder text = new StringBuilder();
  private Stream stream = Stream.STDOUT;
  private boolean scheduled;

  /**
   * @param flushLater called by the timer; flushes under the owner's lock
   * @param sink sends one message
   */
  StreamBatch(
      ScheduledExecutorService timer, Runnable flushLater, BiConsumer<Stream, String> sink) {
    this.timer = timer;
    this.flushLater = flushLater;
    this.sink = sink;
  }

  void append(Stream to, String more) {
    if (to != stream) {
      flush();
      stream = to;
    }
    text.append(more);
    while (text.length() >= PIECE) {
      sendFirst(Character.isHighSurrogate(text.charAt(PIECE - 1)) ? PIECE - 1 : PIECE);
    }
    if (!scheduled && !text.isEmpty()) {
      scheduled = true;
      timer.schedule(flushLater, PAUSE_MS, TimeUnit.MILLISECONDS);
    }
  }

  void flush() {
    scheduled = false;
    if (!text.isEmpty()) {
      sendFirst(text.length());
    }
  }

  private void sendFirst(int length) {
    String piece = text.substring(0, length);
    text.delete(0, length);
    sink.accept(stream, piece);
  }
}
