package io.nyala.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;

/** One end of a line to the front end; the other end has the same id. */
public final class Comm {

  private final String id;
  private final String targetName;
  private final Comms comms;
  private volatile Consumer<CommMessage> onMessage = message -> {};
  private volatile Consumer<CommMessage> onClose = message -> {};

  Comm(String id, String targetName, Comms comms) {
    this.id = id;
    this.targetName = targetName;
    this.comms = comms;
  }

  public String id() {
    return id;
  }

  public String targetName() {
    return targetName;
  }

  /** Sets what is done with messages from the front end. */
  public void onMessage(Consumer<CommMessage> action) {
    onMessage = action;
  }

  /** Sets what is done when the front end closes the comm. */
  public void onClose(Consumer<CommMessage> action) {
    onClose = action;
  }

  /** Sends data to the front end. */
  public void send(JsonObject data) {
    send(data, new JsonObject(), List.of());
  }

  /** Sends data to the front end, with metadata and binary buffers. */
  public void send(JsonObject data, JsonObject metadata, List<byte[]> buffers) {
    comms.send("comm_msg", this, data, metadata, buffers);
  }

  /** Closes both ends. */
  public void close() {
    comms.close(this);
  }

  void received(CommMessage message) {
    onMessage.accept(message);
  }

  void closed(CommMessage message) {
    onClose.accept(message);
  }
}
