package io.nyala.kernel.wire;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A message to one peer, who may not be there yet: a front end's connections come about one by one,
 * and the one that a cell came by may be faster than the one that its question must take.
 */
final class Delivery extends CompletableFuture<Void> {

  private static final long PATIENCE_S = 30;

  private final List<byte[]> frames;
  private final long asked = System.nanoTime();

  /**
   * @param frames the peer's identity and the message
   */
  Delivery(List<byte[]> frames) {
    this.frames = frames;
  }

  /**
   * Tries to send it, on a socket that says when it has no such peer.
   *
   * @return true if there is nothing left to do: it was sent, withdrawn, or given up
   */
  boolean isSettled(ZMQ.Socket socket) {
    if (isDone()) {
      return true;
    }
    try {
      Sockets.transmit(socket, frames);
      complete(null);
    } catch (ZMQException e) {
      if (e.getErrorCode() == ZMQ.Error.EHOSTUNREACH.getCode() && !isOverdue()) {
        return false;
      }
      completeExceptionally(new IOException("nobody is connected to hear the question", e));
    }
    return true;
  }

  private boolean isOverdue() {
    return System.nanoTime() - asked > TimeUnit.SECONDS.toNanos(PATIENCE_S);
  }
}
