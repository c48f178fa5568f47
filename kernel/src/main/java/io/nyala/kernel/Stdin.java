package io.nyala.kernel;

import com.google.gson.JsonElement;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Asks the person who sent a request for a line, one question at a time. */
final class Stdin {

  private final Channels channels;

  /** What came of a question: a reply, or null if it could not be put. */
  private record Answer(Message reply) {}

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

  Stdin(Channels channels) {
    this.channels = channels;
  }

  /** Takes what came on the stdin channel. */
  void received(Message message) {
    if (message.type().equals("input_reply")) {
      answers.add(new Answer(message));
    }
  }

  /**
   * The person's line, without its newline.
   *
   * @throws InterruptedIOException if the cell is interrupted while it waits
   * @throws IOException if the front end has no connection that questions could take
   */
  synchronized String ask(Message request, String prompt, boolean password) throws IOException {
    answers.clear();
    CompletableFuture<Void> question =
        channels.ask(request, "input_request", Json.object("prompt", prompt, "password", password));
    question.whenComplete(
        (sent, failed) -> {
          if (failed != null) {
            answers.add(new Answer(null));
          }
        });
    try {
      return line(answers.take());
    } catch (InterruptedException e) {
      question.cancel(false);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }

  private static String line(Answer answer) throws IOException {
    if (answer.reply() == null) {
      throw new IOException(
          "input was asked for, but the front end has not opened its channel for input; "
              + "reconnect it to the kernel and run the cell again");
    }
    JsonElement value = answer.reply().content().get("value");
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
