package io.nyala.kernel.comm;

import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All open comms and the names under which the front end may open more. */
public final class Comms {

  /** Publishes one message to the front end. */
  public interface Publisher {
    void publish(String type, JsonObject metadata, JsonObject content, List<byte[]> buffers);
  }

  private final Publisher publisher;
  private final Map<String, Comm> open = new ConcurrentHashMap<>();
  private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();

  public Comms(Publisher publisher) {
    this.publisher = publisher;
  }

  /** Accepts comms of this name from now on. */
  public void target(String name, CommTarget target) {
    targets.put(name, target);
  }

  /** Opens a comm to the front end's target of this name. */
  public Comm open(String targetName, JsonObject data, JsonObject metadata, List<byte[]> buffers) {
    Comm comm = new Comm(UUID.randomUUID().toString().replace("-", ""), targetName, this);
    open.put(comm.id(), comm);
    JsonObject content = Json.object("comm_id", comm.id(), "target_name", targetName, "data", data);
    publisher.publish("comm_open", metadata, content, buffers);
    return comm;
  }

  void send(String type, Comm comm, JsonObject data, JsonObject metadata, List<byte[]> buffers) {
    if (open.containsKey(comm.id())) {
      JsonObject content = Json.object("comm_id", comm.id(), "data", data);
      publisher.publish(type, metadata, content, buffers);
    }
  }

  void close(Comm comm) {
    send("comm_close", comm, new JsonObject(), new JsonObject(), List.of());
    open.remove(comm.id());
  }

  /** The front end opened a comm; it is closed again at once if nobody here wants it. */
  public void opened(String id, String targetName, CommMessage message) {
    Comm comm = new Comm(id, targetName, this);
    open.put(id, comm);
    CommTarget target = targets.get(targetName);
    if (target == null) {
      close(comm);
      return;
    }
    try {
      target.opened(comm, message);
    } catch (RuntimeException e) {
      close(comm);
      throw e;
    }
  }

  /** The front end sent a message; one for a comm that is not open is ignored. */
  public void received(String id, CommMessage message) {
    Comm comm = open.get(id);
    if (comm != null) {
      comm.received(message);
    }
  }

  /** The front end closed a comm. */
  public void closed(String id, CommMessage message) {
    Comm comm = open.remove(id);
    if (comm != null) {
      comm.closed(message);
    }
  }

  /**
   * The open comms as {@code {id: {"target_name": …}}}.
   *
   * @param targetName only comms of this target; null for all
   */
  public JsonObject info(String targetName) {
    JsonObject info = new JsonObject();
    for (Comm comm : open.values()) {
      if (targetName == null || targetName.isEmpty() || targetName.equals(comm.targetName())) {
        info.add(comm.id(), Json.object("target_name", comm.targetName()));
      }
    }
    return info;
  }
}
