package io.nyala.kernel;

import com.google.gson.JsonObject;
import io.nyala.kernel.wire.BadMessageException;
import io.nyala.kernel.wire.Codec;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A front end for tests: sends requests and gathers what comes back. */
final class Client implements AutoCloseable {

  static final int PATIENCE_MS = 20_000;

  /** An answer and everything published because of the request, up to idle. */
  record Exchange(Message reply, List<Message> outputs) {

    List<Message> outputs(String type) {
      return outputs.stream().filter(m -> m.type().equals(type)).toList();
    }

    /** The types in order, without status and execute_input. */
    List<String> types() {
      return outputs.stream()
          .map(Message::type)
          .filter(t -> !t.equals("status") && !t.equals("execute_input"))
          .toList();
    }

    /** All text printed to a stream. */
    String printed(String stream) {
      StringBuilder text = new StringBuilder();
      for (Message m : outputs("stream")) {
        if (m.content().get("name").getAsString().equals(stream)) {
          text.append(m.content().get("text").getAsString());
        }
      }
      return text.toString();
    }

    String status() {
      return reply.content().get("status").getAsString();
    }
  }

  private final ZMQ.Context context = ZMQ.context(1);
  private final String session = UUID.randomUUID().toString();
  final Codec codec;
  final ZMQ.Socket shell;
  final ZMQ.Socket control;
  final ZMQ.Socket stdin;
  final ZMQ.Socket heartbeat;
  final ZMQ.Socket iopub;

  Client(KernelConnectionProperties at) throws GeneralSecurityException {
    codec = new Codec(at.createHMACGenerator());
    byte[] identity = session.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    iopub = context.socket(SocketType.SUB);
    iopub.setHWM(0);
    iopub.subscribe(new byte[0]);
    shell = socket(SocketType.DEALER, identity);
    control = socket(SocketType.DEALER, identity);
    stdin = socket(SocketType.DEALER, identity);
    heartbeat = socket(SocketType.REQ, identity);
    connect(iopub, at, at.getIopubPort());
    connect(shell, at, at.getShellPort());
    connect(control, at, at.getControlPort());
    connect(stdin, at, at.getStdinPort());
    connect(heartbeat, at, at.getHbPort());
  }

  private ZMQ.Socket socket(SocketType type, byte[] identity) {
    ZMQ.Socket socket = context.socket(type);
    socket.setIdentity(identity);
    socket.setLinger(0);
    socket.setHWM(0);
    return socket;
  }

  private static void connect(ZMQ.Socket socket, KernelConnectionProperties at, int port) {
    socket.setReceiveTimeOut(PATIENCE_MS);
    socket.connect("tcp://" + at.getIp() + ":" + port);
  }

  /** A connection of free ports on the loopback. */
  static KernelConnectionProperties freePorts() throws IOException {
    int[] ports = new int[5];
    List<ServerSocket> held = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      ports[i] = held.get(i).getLocalPort();
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return new KernelConnectionProperties(
        "127.0.0.1",
        ports[0],
        ports[1],
        ports[2],
        ports[3],
        ports[4],
        "tcp",
        "hmac-sha256",
        UUID.randomUUID().toString());
  }

  Message message(String type, JsonObject content) {
    return new Message(
        List.of(),
        Message.newHeader(type, session),
        new JsonObject(),
        new JsonObject(),
        content,
        List.of());
  }

  Message send(ZMQ.Socket socket, String type, JsonObject content) {
    Message message = message(type, content);
    transmit(socket, codec.encode(message));
    return message;
  }

  static void transmit(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  Message receive(ZMQ.Socket socket) throws BadMessageException {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv();
      if (frame == null) {
        throw new AssertionError("nothing came within " + PATIENCE_MS + " ms");
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    return codec.decode(frames);
  }

  /** Sends a request and waits for its reply and for idle. */
  Exchange ask(ZMQ.Socket socket, String type, JsonObject content) throws BadMessageException {
    Message request = send(socket, type, content);
    Message reply = replyTo(socket, request);
    return new Exchange(reply, untilIdle(request));
  }

  Exchange execute(String code) throws BadMessageException {
    return ask(shell, "execute_request", Json.object("code", code));
  }

  /** Sends a cell and waits until it is seen to be busy. */
  Message startExecuting(String code) throws BadMessageException {
    Message request = send(shell, "execute_request", Json.object("code", code));
    Message input;
    do {
      input = receive(iopub);
    } while (!(input.type().equals("execute_input") && isParent(request, input)));
    return request;
  }

  Message replyTo(ZMQ.Socket socket, Message request) throws BadMessageException {
    while (true) {
      Message reply = receive(socket);
      if (isParent(request, reply)) {
        return reply;
      }
    }
  }

  List<Message> untilIdle(Message request) throws BadMessageException {
    List<Message> outputs = new ArrayList<>();
    while (true) {
      Message message = receive(iopub);
      if (!isParent(request, message)) {
        continue;
      }
      outputs.add(message);
      if (message.type().equals("status")
          && message.content().get("execution_state").getAsString().equals("idle")) {
        return outputs;
      }
    }
  }

  static boolean isParent(Message request, Message message) {
    return message.parent().has("msg_id")
        && message.parent().get("msg_id").getAsString().equals(request.id());
  }

  @Override
  public void close() {
    for (ZMQ.Socket socket : List.of(shell, control, stdin, heartbeat, iopub)) {
      socket.close();
    }
    context.close();
  }
}
