package io.nyala.kernel.history;

/**
 * One cell that was run.
 *
 * @param session the kernel run it belongs to, counted from 1 per user
 * @param line its execution count
 * @param output its value as text, null if it had none
 */
public record HistoryItem(int session, int line, String input, String output) {

  HistoryItem withOutput(String text) {
    return new HistoryItem(session, line, input, text);
  }
}
