package io.nyala.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.nyala.kernel.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * Jupyter's connection file: where a kernel shall listen and how it signs. Read member by member:
 * the library's own way, by reflection, costs a start a tenth of its time.
 */
final class ConnectionFile {

  private final Path file;
  private final JsonObject members;

  private ConnectionFile(Path file, JsonObject members) {
    this.file = file;
    this.members = members;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is no connection file
   */
  static ConnectionFile read(Path file) throws IOException {
    JsonElement all;
    try {
      all = JsonParser.parseString(Files.readString(file));
    } catch (JsonParseException e) {
      String reason = e.getMessage().lines().findFirst().orElse("");
      throw new IOException(file + " is not a Jupyter connection file: " + reason, e);
    }
    if (!all.isJsonObject() || !all.getAsJsonObject().has("ip")) {
      throw new IOException(file + " is not a Jupyter connection file: it has no ip");
    }
    return new ConnectionFile(file, all.getAsJsonObject());
  }

  /**
   * What it asks for; where it says nothing of it, tcp, signed by HMAC-SHA256 with an empty key.
   *
   * @throws IOException if a member is of another type than Jupyter's
   */
  KernelConnectionProperties asked() throws IOException {
    return new KernelConnectionProperties(
        text("ip", null),
        port("control_port"),
        port("shell_port"),
        port("stdin_port"),
        port("hb_port"),
        port("iopub_port"),
        text("transport", "tcp"),
        text("signature_scheme", "hmac-sha256"),
        text("key", ""));
  }

  private String text(String name, String otherwise) throws IOException {
    JsonElement value = members.get(name);
    if (value == null || value.isJsonNull()) {
      return otherwise;
    }
    if (!value.isJsonPrimitive()) {
      throw new IOException(
          file + " is not a Jupyter connection file: its " + name + " is " + value);
    }
    return value.getAsString();
  }

  private int port(String name) throws IOException {
    String value = text(name, "0");
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IOException(
          file + " is not a Jupyter connection file: its " + name + " is " + value, e);
    }
  }

  /** Where it asks the system to choose a port, by a 0, it is told which. */
  void tell(KernelConnectionProperties bound) throws IOException {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("control_port", bound.getControlPort());
    ports.put("shell_port", bound.getShellPort());
    ports.put("stdin_port", bound.getStdinPort());
    ports.put("hb_port", bound.getHbPort());
    ports.put("iopub_port", bound.getIopubPort());
    boolean changed = false;
    for (Map.Entry<String, Integer> each : ports.entrySet()) {
      if (port(each.getKey()) != each.getValue()) {
        members.addProperty(each.getKey(), each.getValue());
        changed = true;
      }
    }
    if (changed) {
      replace(Json.text(members) + "\n");
    }
  }

  /** Whoever waits for the ports reads all of the new text or all of the old. */
  private void replace(String text) throws IOException {
    // Its key is the owner's alone, and so are temporary files.
    Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".kernel", ".json");
    try {
      Files.writeString(whole, text);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }
}
