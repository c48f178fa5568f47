package io.nyala.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The five ZeroMQ sockets of a kernel, bound, and the selector that tells when one of them may have
 * something to say. They must not be shared between threads.
 */
final class Sockets {

  /** How long what has been sent may take to leave when the sockets are closed. */
  static final int LINGER_MS = 1000;

  /** A peer that announces more is cut off before memory is set aside for it. */
  private static final long MAX_FRAME_BYTES = 128L << 20;

  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Selector selector;
  private final KernelConnectionProperties connection;
  private volatile boolean closing;

  /**
   * Binds the sockets to exactly the addresses of the connection file; for a port of 0 the system
   * chooses one.
   *
   * @throws IOException if an address is taken
   */
  Sockets(KernelConnectionProperties connection) throws IOException {
    this.selector = Selector.open();
    context.setNotificationExceptionHandler(this::reported);
    String ip = connection.getIp();
    try {
      bind(Channel.HEARTBEAT, ip, connection.getHbPort());
      bind(Channel.SHELL, ip, connection.getShellPort());
      bind(Channel.CONTROL, ip, connection.getControlPort());
      bind(Channel.STDIN, ip, connection.getStdinPort());
      bind(Channel.IOPUB, ip, connection.getIopubPort());
    } catch (RuntimeException e) {
      throw new IOException("cannot listen on " + ip + ": " + e.getMessage(), e);
    }
    // A question to a person may not vanish because their side is still connecting.
    get(Channel.STDIN).setRouterMandatory(true);
    this.connection = bound(connection);
  }

  private void bind(Channel channel, String ip, int port) throws IOException {
    SocketType type = channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER;
    ZMQ.Socket socket = context.socket(type);
    sockets.put(channel, socket);
    socket.setLinger(LINGER_MS);
    socket.setHWM(0);
    socket.setMaxMsgSize(MAX_FRAME_BYTES);
    if (type == SocketType.ROUTER) {
      socket.setRouterHandover(true);
    } else {
      socket.setXpubVerbose(true);
    }
    try {
      socket.bind("tcp://" + ip + ":" + (port == 0 ? "*" : port));
    } catch (ZMQException e) {
      throw new IOException(
          "cannot listen on "
              + ip
              + ", port "
              + port
              + ", for the "
              + channel.name().toLowerCase(Locale.ROOT)
              + " channel: the port is taken, or the address is none of this machine's",
          e);
    }
    socket.getFD().register(selector, SelectionKey.OP_READ, channel);
  }

  /** The connection file's content with the ports that are really listened on. */
  private KernelConnectionProperties bound(KernelConnectionProperties asked) {
    return new KernelConnectionProperties(
        asked.getIp(),
        port(Channel.CONTROL),
        port(Channel.SHELL),
        port(Channel.STDIN),
        port(Channel.HEARTBEAT),
        port(Channel.IOPUB),
        asked.getTransport(),
        asked.getSignatureScheme(),
        asked.getKey());
  }

  private int port(Channel channel) {
    String endpoint = sockets.get(channel).getLastEndpoint();
    return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
  }

  /** The connection file's content, with a number for every port of 0. */
  KernelConnectionProperties connection() {
    return connection;
  }

  ZMQ.Socket get(Channel channel) {
    return sockets.get(channel);
  }

  /** Its keys have the {@link Channel} attached that they announce. */
  Selector selector() {
    return selector;
  }

  /** The next message that has arrived; null if there is none. */
  static List<byte[]> frames(ZMQ.Socket socket) {
    byte[] first = socket.recv(ZMQ.DONTWAIT);
    if (first == null) {
      return null;
    }
    List<byte[]> frames = new ArrayList<>();
    frames.add(first);
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    return frames;
  }

  /** Sends a message. */
  static void transmit(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    for (int i = 0; i < last; i++) {
      socket.send(frames.get(i), ZMQ.SNDMORE | ZMQ.DONTWAIT);
    }
    socket.send(frames.get(last), ZMQ.DONTWAIT);
  }

  /**
   * ZeroMQ's own threads survive what goes wrong there. While sockets are being closed, something
   * regularly does: a socket may be gone when the command that let it go is announced.
   */
  private void reported(Thread thread, Throwable error) {
    if (!closing) {
      Log.warn("a connection failed: " + error);
    }
  }

  /** Says that the sockets are about to be closed: what goes wrong from here on is no news. */
  void expectClosing() {
    closing = true;
  }

  /** Closes the sockets; ZeroMQ waits for its own threads without limit. */
  void close() {
    sockets.values().forEach(ZMQ.Socket::close);
    context.close();
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
