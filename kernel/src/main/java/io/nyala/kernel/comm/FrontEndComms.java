package io.nyala.kernel.comm;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.nyala.kernel.wire.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comms as the session's widgets use them: plain maps and lists instead of JSON. */
public final class FrontEndComms implements io.nyala.dsl.widgets.Comms {
  private final Comms comms;

  public FrontEndComms(Comms comms) {
    this.comms = comms;
  }

  @Override
  public Line open(String target, Map<String, ?> data, Map<String, ?> metadata, Listener listener) {
    Comm comm =
        comms.open(
            target,
            Json.tree(data).getAsJsonObject(),
            Json.tree(metadata).getAsJsonObject(),
            List.of());
    listen(comm, listener);
    return line(comm);
  }

  /** A comm as a line. */
  public static Line line(Comm comm) {
    return new CommLine(comm);
  }

  /** Has what comes on a comm heard by a listener. */
  public static void listen(Comm comm, Listener listener) {
    comm.onMessage(
        message -> listener.received(map(message.data()), message.buffers(), message.frontend()));
    comm.onClose(message -> listener.closed());
  }

  private record CommLine(Comm comm) implements Line {

    @Override
    public String id() {
      return comm.id();
    }

    @Override
    public void send(Map<String, ?> data) {
      comm.send(Json.tree(data).getAsJsonObject());
    }

    @Override
    public void close() {
      comm.close();
    }
  }

  /** A JSON object in plain Java. */
  public static Map<String, Object> map(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.entrySet().forEach(each -> map.put(each.getKey(), plain(each.getValue())));
    return map;
  }

  private static Object plain(JsonElement element) {
    if (element.isJsonObject()) {
      return map(element.getAsJsonObject());
    } else if (element instanceof JsonArray array) {
      List<Object> list = new ArrayList<>();
      array.forEach(each -> list.add(plain(each)));
      return list;
    }
    return element instanceof JsonPrimitive value ? primitive(value) : null;
  }

  private static Object primitive(JsonPrimitive value) {
    if (value.isBoolean()) {
      return value.getAsBoolean();
    } else if (value.isString()) {
      return value.getAsString();
    }
    BigDecimal number = value.getAsBigDecimal();
    boolean fraction = number.scale() > 0 || value.getAsString().matches(".*[.eE].*");
    if (fraction || number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return number.doubleValue();
    }
    long whole = number.longValue();
    return whole == (int) whole ? (Object) (int) whole : (Object) whole;
  }
}
