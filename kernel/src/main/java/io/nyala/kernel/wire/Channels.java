package io.nyala.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.ZMQ;

/**
 * What a kernel says and hears: its five sockets, owned by one thread.
 *
 * <p>ZeroMQ sockets must not be shared, so every other thread hands what it wants sent to a queue
 * and wakes this one, which otherwise sleeps in a selector: nothing is polled by the clock, and
 * heartbeats are answered whatever the cells do. The selector is our own, because ZeroMQ's ways of
 * waking a poller close their pipe when the thread that wakes has been interrupted, which a cell
 * may be at any moment.
 */
public final class Channels implements AutoCloseable {

  /** Where received messages go; called on the socket thread, so it must not block. */
  public interface Receiver {
    void received(Channel channel, Message message);
  }

  private static final int BURST = 256;

  /** How often a delivery is tried again, should nothing else wake the socket thread. */
  private static final int RETRY_MS = 100;

  private record Outgoing(Channel channel, List<byte[]> frames) {}

  private final String session = UUID.randomUUID().toString();
  private final Codec codec;
  private final Receiver receiver;
  private final Sockets sockets;
  private final Selector selector;
  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> whenShellIsDrained = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::loop, "nyala-sockets");

  /** The channels whose sockets may have something to say; the socket thread's own. */
  private final Set<Channel> awake = EnumSet.noneOf(Channel.class);

  private volatile boolean running = true;
  private boolean announced;

  /**
   * Binds the sockets to exactly the addresses of the connection file; for a port of 0 the system
   * chooses one, see {@link #connection()}.
   *
   * @throws IOException if an address is taken or the file asks for what we do not speak
   */
  public Channels(KernelConnectionProperties connection, Receiver receiver) throws IOException {
    this.receiver = receiver;
    this.codec = new Codec(hmac(connection));
    this.sockets = new Sockets(connection);
    this.selector = sockets.selector();
    thread.setDaemon(true);
  }

  /** Where this kernel listens: what was asked for, with a number for every port of 0. */
  public KernelConnectionProperties connection() {
    return sockets.connection();
  }

  private static HMACGenerator hmac(KernelConnectionProperties connection) throws IOException {
    if (!"tcp".equals(connection.getTransport())) {
      throw new IOException(
          "the connection file asks for transport \""
              + connection.getTransport()
              + "\"; this kernel speaks tcp. Set KernelManager.transport to \"tcp\".");
    }
    try {
      return connection.createHMACGenerator();
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(
          "unknown signature_scheme " + connection.getSignatureScheme() + " in connection file", e);
    }
  }

  /** Starts answering. */
  public void start() {
    thread.start();
  }

  /** The id that marks everything this kernel sends. */
  public String session() {
    return session;
  }

  /** Answers a request on the channel it came by, together with what is sent next. */
  public void reply(
      Channel channel, Message request, String type, JsonObject content, JsonObject metadata) {
    queue(channel, request.answer(type, content, metadata, session));
  }

  /**
   * Asks whoever sent a request for something on the stdin channel. The question waits while they
   * are still connecting to it.
   *
   * @return done when the question is on its way, failed with an {@link IOException} if nobody came
   *     to hear it; to cancel it is to withdraw the question
   */
  public CompletableFuture<Void> ask(Message request, String type, JsonObject content) {
    Message question = request.answer(type, content, new JsonObject(), session);
    Delivery delivery = new Delivery(codec.encode(question));
    deliveries.add(delivery);
    selector.wakeup();
    return delivery;
  }

  /** Publishes to every front end that is subscribed. */
  public void publish(String type, JsonObject parent, JsonObject content) {
    publish(type, parent, new JsonObject(), content, List.of());
  }

  /** Publishes to every front end that is subscribed, with metadata and binary buffers. */
  public void publish(
      String type,
      JsonObject parent,
      JsonObject metadata,
      JsonObject content,
      List<byte[]> buffers) {
    queue(Channel.IOPUB, broadcast(type, parent, metadata, content, buffers));
    flush();
  }

  /** Publishes together with what is sent next: that saves the socket thread from waking twice. */
  public void publishWithNext(String type, JsonObject parent, JsonObject content) {
    queue(Channel.IOPUB, broadcast(type, parent, new JsonObject(), content, List.of()));
  }

  /** Sends what has been held for what is sent next. */
  public void flush() {
    selector.wakeup();
  }

  private Message broadcast(
      String type,
      JsonObject parent,
      JsonObject metadata,
      JsonObject content,
      List<byte[]> buffers) {
    return new Message(
        List.of(topic(type)), Message.newHeader(type, session), parent, metadata, content, buffers);
  }

  private byte[] topic(String type) {
    return ("kernel." + session + "." + type).getBytes(StandardCharsets.UTF_8);
  }

  private void queue(Channel channel, Message message) {
    outgoing.add(new Outgoing(channel, codec.encode(message)));
  }

  /** Runs the action on the socket thread once no request is left unread on the shell channel. */
  public void whenShellIsDrained(Runnable action) {
    whenShellIsDrained.add(action);
    selector.wakeup();
  }

  private void loop() {
    while (running) {
      try {
        selector.select(deliveries.isEmpty() ? 0 : RETRY_MS);
        selector.selectedKeys().forEach(key -> awake.add((Channel) key.attachment()));
        selector.selectedKeys().clear();
        while (turn()) {
          // again, until every socket has said that it has nothing left
        }
      } catch (IOException | RuntimeException | Error e) {
        Log.warn("the socket loop survived " + e);
      }
    }
    sendAll();
  }

  /**
   * Serves the sockets that have something to say. A ZeroMQ socket's file descriptor only announces
   * changes, and sending may consume the announcement of something received: what was sent on is
   * therefore looked at again.
   *
   * @return true if there may be more to do
   */
  private boolean turn() {
    if (!deliveries.isEmpty()) {
      awake.add(Channel.STDIN);
    }
    if (!whenShellIsDrained.isEmpty()) {
      awake.add(Channel.SHELL);
    }
    boolean drained = true;
    for (Channel channel : Channel.values()) {
      if (awake.remove(channel) && serve(channel) == BURST) {
        awake.add(channel);
        drained &= channel != Channel.SHELL;
      }
    }
    int sent = sendAll() + deliver();
    if (drained) {
      for (Runnable action; (action = whenShellIsDrained.poll()) != null; ) {
        action.run();
      }
    }
    return sent > 0 || !awake.isEmpty();
  }

  private int serve(Channel channel) {
    return switch (channel) {
      case HEARTBEAT -> echoHeartbeats();
      case IOPUB -> welcomeSubscribers();
      case SHELL, CONTROL, STDIN -> receive(channel);
    };
  }

  private int echoHeartbeats() {
    ZMQ.Socket heartbeat = sockets.get(Channel.HEARTBEAT);
    int echoed = 0;
    for (List<byte[]> frames;
        echoed < BURST && (frames = Sockets.frames(heartbeat)) != null;
        echoed++) {
      Sockets.transmit(heartbeat, frames);
    }
    return echoed;
  }

  /** A subscriber's first message tells it that from now on it misses nothing. */
  private int welcomeSubscribers() {
    ZMQ.Socket iopub = sockets.get(Channel.IOPUB);
    int events = 0;
    for (byte[] event; events < BURST && (event = iopub.recv(ZMQ.DONTWAIT)) != null; events++) {
      if (event.length > 0 && event[0] == 1) {
        byte[] topic = Arrays.copyOfRange(event, 1, event.length);
        String subscription = new String(topic, StandardCharsets.UTF_8);
        Sockets.transmit(iopub, published(topic, "iopub_welcome", "subscription", subscription));
        announceStart(iopub);
      }
    }
    return events;
  }

  /** The status "starting" is sent once, when there is someone to hear it and nothing else yet. */
  private void announceStart(ZMQ.Socket iopub) {
    if (!announced) {
      announced = true;
      Sockets.transmit(iopub, published(topic("status"), "status", "execution_state", "starting"));
    }
  }

  private List<byte[]> published(byte[] topic, String type, String member, String value) {
    return codec.encode(
        new Message(
            List.of(topic),
            Message.newHeader(type, session),
            new JsonObject(),
            new JsonObject(),
            Json.object(member, value),
            List.of()));
  }

  /** Takes in what has arrived, at most a burst of it. */
  private int receive(Channel channel) {
    for (int received = 0; received < BURST; received++) {
      List<byte[]> frames = Sockets.frames(sockets.get(channel));
      if (frames == null) {
        return received;
      }
      try {
        receiver.received(channel, codec.decode(frames));
      } catch (BadMessageException e) {
        Log.warn("dropped a message on " + channel + ": " + e.getMessage());
      } catch (RuntimeException | StackOverflowError e) {
        Log.warn("dropped a message on " + channel + ": " + e);
      }
    }
    return BURST;
  }

  private int sendAll() {
    int sent = 0;
    for (Outgoing next; (next = outgoing.poll()) != null; sent++) {
      if (next.channel() == Channel.IOPUB) {
        welcomeSubscribers();
        announced = true;
      }
      Sockets.transmit(sockets.get(next.channel()), next.frames());
      awake.add(next.channel());
    }
    return sent;
  }

  private int deliver() {
    int before = deliveries.size();
    if (deliveries.removeIf(delivery -> delivery.isSettled(sockets.get(Channel.STDIN)))) {
      awake.add(Channel.STDIN);
    }
    return before - deliveries.size();
  }

  /** Sends what is queued, then closes the sockets, waiting a moment for it to leave. */
  @Override
  public void close() {
    running = false;
    sockets.expectClosing();
    selector.wakeup();
    join(thread, 2 * Sockets.LINGER_MS);
    // ZeroMQ waits for its own threads without limit: not on ours.
    Thread closing = new Thread(null, sockets::close, "nyala-closing", 0, false);
    closing.setDaemon(true);
    closing.start();
    join(closing, 2 * Sockets.LINGER_MS);
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
