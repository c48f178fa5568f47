package io.nyala.kernel;

import com.google.gson.JsonObject;
import io.nyala.kernel.wire.BadMessageException;
import io.nyala.kernel.wire.Codec;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A front end for tests: sends requests and gathers what comes back. */
final class Client implements AutoCloseable {

  /** Long enough for the busiest machine: only a failing test ever waits for it. */
  static final int PATIENCE_MS = 120_000;

  private static final int CONNECTED_MS = 5_000;

  /** An answer and everything published because of the request, up to idle. */
  record Exchange(Message reply, List<Message> outputs) {

    List<Message> outputs(String type) {
      return outputs.stream().filter(m -> m.type().equals(type)).toList();
    }

    /**
     * The types in order, without status and execute_input. What was printed to one stream without
     * a pause counts once, in however many messages it came: that is a matter of time.
     */
    List<String> types() {
      List<String> types = new ArrayList<>();
      String before = "";
      for (Message m : outputs) {
        String type = m.type();
        String kind = type.equals("stream") ? type + m.content().get("name").getAsString() : type;
        boolean isMore = type.equals("stream") && kind.equals(before);
        if (!isMore && !type.equals("status") && !type.equals("execute_input")) {
          types.add(type);
        }
        before = kind;
      }
      return types;
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

  /** What was published and has not been asked for yet, in order. */
  private final Deque<Message> published = new ArrayDeque<>();

  Client(KernelConnectionProperties at) throws GeneralSecurityException {
    this(at, true);
  }

  /** A front end that hears what is published, but whose stdin channel is not connected yet. */
  static Client withoutStdin(KernelConnectionProperties at)
      throws GeneralSecurityException, BadMessageException {
    Client client = new Client(at, false);
    // What is published before the kernel knows of a subscription is lost to this client.
    client.published(message -> message.type().equals("iopub_welcome"));
    return client;
  }

  private Client(KernelConnectionProperties at, boolean withStdin) throws GeneralSecurityException {
    context.setNotificationExceptionHandler(
        (thread, error) -> {
          // While sockets are being closed, ZeroMQ may find one gone: nobody needs it any more.
        });
    codec = new Codec(at.createHMACGenerator());
    byte[] identity = session.getBytes(StandardCharsets.US_ASCII);
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
    connect(heartbeat, at, at.getHbPort());
    if (withStdin) {
      connect(stdin, at, at.getStdinPort());
    }
  }

  /**
   * Connects the stdin channel and takes the first question. Empty where ZeroMQ in Java has lost
   * the connection being made: while its thread is told of something else, it may cancel what it
   * has just begun to listen to. It only ever happens to who connects, never to a kernel, which
   * binds.
   */
  Optional<Message> firstQuestion(KernelConnectionProperties at) throws BadMessageException {
    connect(stdin, at, at.getStdinPort());
    try (ZMQ.Poller poller = context.poller(1)) {
      poller.register(stdin, ZMQ.Poller.POLLIN);
      return poller.poll(CONNECTED_MS) > 0 ? Optional.of(receive(stdin)) : Optional.empty();
    }
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

  /** The loopback, with ports that the system chooses: none can be taken from under a test. */
  static KernelConnectionProperties anywhere() {
    return new KernelConnectionProperties(
        "127.0.0.1", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", UUID.randomUUID().toString());
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

  /** Sends a message that has metadata. */
  Message send(ZMQ.Socket socket, String type, JsonObject metadata, JsonObject content) {
    Message plain = message(type, content);
    Message message =
        new Message(List.of(), plain.header(), plain.parent(), metadata, content, List.of());
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
    published(m -> m.type().equals("execute_input") && isParent(request, m));
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

  /** The first message on iopub that is such; the others stay there for who asks for them. */
  Message published(Predicate<Message> wanted) throws BadMessageException {
    for (Iterator<Message> each = published.iterator(); each.hasNext(); ) {
      Message message = each.next();
      if (wanted.test(message)) {
        each.remove();
        return message;
      }
    }
    while (true) {
      Message message = receive(iopub);
      if (wanted.test(message)) {
        return message;
      }
      published.add(message);
    }
  }

  /** Lets go of what was published and nobody asked for. */
  void forgetPublished() {
    published.clear();
  }

  /** Everything published because of a request, up to idle. */
  List<Message> untilIdle(Message request) throws BadMessageException {
    List<Message> outputs = new ArrayList<>();
    while (true) {
      Message message = published(m -> isParent(request, m));
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
