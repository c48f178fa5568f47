package io.nyala.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One Jupyter message, as it is on the wire.
 *
 * @param identities routing frames: the peer's address on a router socket, the topic on iopub
 * @param header who, when and what ({@code msg_id}, {@code session}, {@code msg_type}, …)
 * @param parent the header of the request that caused this message, empty if none did
 * @param content the body, its members given by the message type
 * @param buffers raw binary frames after the body
 */
public record Message(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /** The protocol spoken: 5.4 is the version that welcomes subscribers on iopub. */
  public static final String PROTOCOL_VERSION = "5.4";

  /** Tells the messages of one session apart. */
  private static final AtomicLong NUMBER = new AtomicLong();

  private static final DateTimeFormatter TO_THE_MICROSECOND =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  /** The message's type, such as {@code execute_request}. */
  public String type() {
    return string("msg_type");
  }

  /** The message's own id. */
  public String id() {
    return string("msg_id");
  }

  private String string(String member) {
    JsonElement value = header.get(member);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  /**
   * A message caused by this one and sent back to the same peer.
   *
   * @param kernelSession the kernel's own session id, which marks what it sends
   */
  public Message answer(
      String type, JsonObject content, JsonObject metadata, String kernelSession) {
    return new Message(
        identities, newHeader(type, kernelSession), header, metadata, content, List.of());
  }

  /** A fresh header, dated now in UTC to the microsecond. */
  public static JsonObject newHeader(String type, String kernelSession) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", kernelSession + "_" + NUMBER.incrementAndGet());
    header.addProperty("username", "kernel");
    header.addProperty("session", kernelSession);
    header.addProperty("date", now());
    header.addProperty("msg_type", type);
    header.addProperty("version", PROTOCOL_VERSION);
    return header;
  }

  /** This moment, in the protocol's date format. */
  public static String now() {
    return TO_THE_MICROSECOND.format(Instant.now());
  }
}
