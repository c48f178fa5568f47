package io.nyala.dsl.session;

import io.nyala.dsl.session.Frontend.Stream;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.MimeBundle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What one cell prints and shows, in order. Text is gathered into messages of up to a few kilobytes
 * and sent when one is full, when the stream changes, before a display, shortly after it was
 * printed, and at the cell's end.
 */
final class CellOutput implements Display.Screen {
  private static final int FULL = 16 * 1024;
  private static final long DELAY_MILLIS = 50;
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(CellOutput::timerThread);

  private final Frontend frontend;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final Map<Object, Consumer<Object>> atEnd = new LinkedHashMap<>();
  private Stream stream = Stream.STDOUT;
  private boolean scheduled;

  CellOutput(Frontend frontend) {
    this.frontend = frontend;
  }

  private static Thread timerThread(Runnable work) {
    Thread thread = new Thread(null, work, "nyala-output", 0, false);
    thread.setDaemon(true);
    return thread;
  }

  Frontend frontend() {
    return frontend;
  }

  synchronized void write(Stream to, byte[] bytes, int from, int length) {
    if (to != stream) {
      flush();
      stream = to;
    }
    pending.write(bytes, from, length);
    if (pending.size() >= FULL) {
      send(wholeCharacters());
    } else if (!scheduled) {
      scheduled = true;
      TIMER.schedule(this::onTime, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void onTime() {
    scheduled = false;
    send(wholeCharacters());
  }

  /** Sends all text printed so far. */
  synchronized void flush() {
    send(pending.size());
  }

  @Override
  public synchronized void display(MimeBundle bundle, String id) {
    flush();
    frontend.display(bundle, id);
  }

  @Override
  public synchronized void updateDisplay(MimeBundle bundle, String id) {
    flush();
    frontend.updateDisplay(bundle, id);
  }

  /** Shows help beside the cell. */
  synchronized void page(MimeBundle bundle) {
    flush();
    frontend.page(bundle);
  }

  @Override
  public boolean isRich() {
    return frontend.isRich();
  }

  @Override
  public boolean isTerminal() {
    return frontend.isTerminal();
  }

  @Override
  public synchronized void atEnd(Object key, Consumer<Object> work) {
    atEnd.put(key, work);
  }

  /** Does what was left for the cell's end. */
  void finish(Object value) {
    List<Consumer<Object>> all;
    synchronized (this) {
      all = List.copyOf(atEnd.values());
      atEnd.clear();
    }
    all.forEach(work -> work.accept(value));
  }

  synchronized void clear(boolean wait) {
    flush();
    frontend.clearOutput(wait);
  }

  /** How many pending bytes end on a whole UTF-8 character. */
  private int wholeCharacters() {
    byte[] bytes = pending.toByteArray();
    int start = bytes.length;
    while (start > 0 && bytes.length - start < 3 && (bytes[start - 1] & 0xC0) == 0x80) {
      start--;
    }
    if (start == 0) {
      return bytes.length;
    }
    int lead = bytes[start - 1] & 0xFF;
    int needed = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    boolean whole = bytes.length - start + 1 >= needed;
    return whole ? bytes.length : start - 1;
  }

  private void send(int count) {
    if (count == 0) {
      return;
    }
    byte[] bytes = pending.toByteArray();
    pending.reset();
    pending.write(bytes, count, bytes.length - count);
    frontend.stream(stream, new String(bytes, 0, count, StandardCharsets.UTF_8));
  }
}
