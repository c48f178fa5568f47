package io.nyala.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.HMACGenerator;

/**
 * Turns frames into messages and back:
 *
 * <pre>identities… {@code <IDS|MSG>} signature header parent_header metadata content buffers…</pre>
 *
 * where the signature is the HMAC of the four JSON frames. Safe for use by several threads.
 */
public final class Codec {

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  private final HMACGenerator hmac;

  public Codec(HMACGenerator hmac) {
    this.hmac = hmac;
  }

  /**
   * Reads a message.
   *
   * @throws BadMessageException if the signature does not fit, frames are missing, or one is not a
   *     JSON object
   */
  public Message decode(List<byte[]> frames) throws BadMessageException {
    int at = delimiterIndex(frames);
    if (frames.size() < at + 6) {
      throw new BadMessageException(
          "expected 6 frames from the delimiter on, got " + (frames.size() - at));
    }
    byte[] header = frames.get(at + 2);
    byte[] parent = frames.get(at + 3);
    byte[] metadata = frames.get(at + 4);
    byte[] content = frames.get(at + 5);
    checkSignature(frames.get(at + 1), header, parent, metadata, content);
    JsonObject head = scalars(object(header, "header"));
    requireText(head, "msg_id");
    requireText(head, "msg_type");
    return new Message(
        List.copyOf(frames.subList(0, at)),
        head,
        scalars(object(parent, "parent_header")),
        object(metadata, "metadata"),
        object(content, "content"),
        List.copyOf(frames.subList(at + 6, frames.size())));
  }

  /** Writes a message, signed. */
  public List<byte[]> encode(Message message) {
    byte[] header = Json.bytes(message.header());
    byte[] parent = Json.bytes(message.parent());
    byte[] metadata = Json.bytes(message.metadata());
    byte[] content = Json.bytes(message.content());
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(
        hmac.calculateSignature(header, parent, metadata, content)
            .getBytes(StandardCharsets.US_ASCII));
    frames.add(header);
    frames.add(parent);
    frames.add(metadata);
    frames.add(content);
    frames.addAll(message.buffers());
    return frames;
  }

  private static int delimiterIndex(List<byte[]> frames) throws BadMessageException {
    for (int i = 0; i < frames.size(); i++) {
      if (Arrays.equals(DELIMITER, frames.get(i))) {
        return i;
      }
    }
    throw new BadMessageException("no <IDS|MSG> delimiter among " + frames.size() + " frames");
  }

  private void checkSignature(byte[] received, byte[]... signed) throws BadMessageException {
    byte[] expected = hmac.calculateSignature(signed).getBytes(StandardCharsets.US_ASCII);
    if (expected.length > 0 && !MessageDigest.isEqual(expected, received)) {
      throw new BadMessageException("signature does not fit");
    }
  }

  private static JsonObject object(byte[] json, String frame) throws BadMessageException {
    JsonElement element;
    try {
      element = JsonParser.parseString(new String(json, StandardCharsets.UTF_8));
    } catch (JsonParseException | StackOverflowError e) {
      throw new BadMessageException("the " + frame + " frame is not JSON", e);
    }
    if (!element.isJsonObject()) {
      throw new BadMessageException("the " + frame + " frame is not a JSON object");
    }
    return element.getAsJsonObject();
  }

  /** Headers are echoed in every answer, so nothing nested is kept in them. */
  private static JsonObject scalars(JsonObject header) {
    JsonObject kept = new JsonObject();
    for (Map.Entry<String, JsonElement> member : header.entrySet()) {
      if (member.getValue().isJsonPrimitive() || member.getValue().isJsonNull()) {
        kept.add(member.getKey(), member.getValue());
      }
    }
    return kept;
  }

  private static void requireText(JsonObject header, String member) throws BadMessageException {
    JsonElement value = header.get(member);
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new BadMessageException("the header has no " + member);
    }
  }
}
