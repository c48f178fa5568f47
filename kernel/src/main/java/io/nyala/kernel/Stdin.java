package io.nyala.kernel;

import com.google.gson.JsonElement;
import io.nyala.kernel.wire.Channel;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Asks the person who sent a request for a line, one question at a time. */
final class Stdin {

  private final Channels channels;
  private final BlockingQueue<Message> replies = new LinkedBlockingQueue<>();

  Stdin(Channels channels) {
    this.channels = channels;
  }

  /** Takes what came on the stdin channel. */
  void received(Message message) {
    if (message.type().equals("input_reply")) {
      replies.add(message);
    }
  }

  /**
   * The person's line, without its newline.
   *
   * @throws InterruptedIOException if the cell is interrupted while it waits
   */
  synchronized String ask(Message request, String prompt, boolean password) throws IOException {
    replies.clear();
    channels.reply(
        Channel.STDIN,
        request,
        "input_request",
        Json.object("prompt", prompt, "password", password));
    try {
      JsonElement value = replies.take().content().get("value");
      return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }
}
