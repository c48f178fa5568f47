package io.nyala.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CodecTest {

  private Codec codec;

  @BeforeEach
  void key() throws Exception {
    codec = new Codec(new HMACGenerator("hmac-sha256", "secret"));
  }

  private static Message message() {
    return new Message(
        List.of(bytes("peer")),
        Message.newHeader("execute_request", "s"),
        new JsonObject(),
        new JsonObject(),
        Json.object("code", "é🦌 <&>"),
        List.of(new byte[] {1, 2}));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsWhatItWrote() throws Exception {
    Message read = codec.decode(codec.encode(message()));
    assertEquals("execute_request", read.type());
    assertEquals("é🦌 <&>", read.content().get("code").getAsString());
    assertArrayEquals(bytes("peer"), read.identities().get(0));
    assertArrayEquals(new byte[] {1, 2}, read.buffers().get(0));
  }

  /** The value is Python's: hmac.new(b"secret", b"{}{}{}{}", "sha256").hexdigest(). */
  @Test
  void signsAsTheProtocolSays() {
    JsonObject none = new JsonObject();
    List<byte[]> frames = codec.encode(new Message(List.of(), none, none, none, none, List.of()));
    assertEquals(
        "34982f0bfec60e7b933ffde06c1ecab0fba073717a95ab943d1dd06f82c2d5e4",
        new String(frames.get(1), StandardCharsets.US_ASCII));
  }

  @Test
  void refusesEveryOtherSignature() {
    List<byte[]> frames = codec.encode(message());
    for (int frame = 2; frame < 7; frame++) {
      List<byte[]> tampered = new ArrayList<>(frames);
      byte[] changed = frames.get(frame).clone();
      changed[changed.length - 1] ^= 1;
      tampered.set(frame, changed);
      assertThrows(BadMessageException.class, () -> codec.decode(tampered), "frame " + frame);
    }
    frames.set(2, new byte[0]);
    assertThrows(BadMessageException.class, () -> codec.decode(frames));
  }

  @Test
  void refusesMissingFrames() {
    List<byte[]> frames = codec.encode(message());
    for (int kept = 0; kept < 7; kept++) {
      List<byte[]> cut = frames.subList(0, kept);
      assertThrows(BadMessageException.class, () -> codec.decode(cut), kept + " frames");
    }
  }

  @Test
  void refusesWhatIsNotAMessage() throws Exception {
    Codec open = new Codec(HMACGenerator.NO_AUTH_INSTANCE);
    for (String header :
        List.of("", "[]", "{", "nonsense", "{}", "{\"msg_id\": 1}", "[".repeat(100_000))) {
      List<byte[]> frames =
          List.of(
              bytes("<IDS|MSG>"), bytes(""), bytes(header), bytes("{}"), bytes("{}"), bytes("{}"));
      assertThrows(BadMessageException.class, () -> open.decode(frames), header);
    }
  }

  @Test
  void keepsNothingNestedInHeaders() throws Exception {
    Codec open = new Codec(HMACGenerator.NO_AUTH_INSTANCE);
    String header = "{\"msg_id\": \"1\", \"msg_type\": \"x\", \"deep\": {\"a\": 1}, \"n\": null}";
    List<byte[]> frames =
        List.of(
            bytes("<IDS|MSG>"), bytes(""), bytes(header), bytes("{}"), bytes("{}"), bytes("{}"));
    assertFalse(open.decode(frames).header().has("deep"));
  }
}
