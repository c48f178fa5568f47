package io.nyala.kernel;

import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Channel;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Log;
import io.nyala.kernel.wire.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One channel's requests, handled one after another on a thread of their own, each between the
 * statuses busy and idle. Nothing that a handler throws ends the lane.
 */
final class Lane {

  /** Deep recursion in a cell should be an error message, and not a shallow one. */
  private static final long STACK_BYTES = 16L << 20;

  private static final Set<String> WITHOUT_REPLY = Set.of("comm_open", "comm_msg", "comm_close");

  private final Channel channel;
  private final Channels channels;
  private final Map<String, Handler> handlers;
  private final Runner runner;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile JsonObject current = new JsonObject();
  private boolean aborting;

  Lane(Channel channel, Channels channels, Map<String, Handler> handlers, Runner runner) {
    this.channel = channel;
    this.channels = channels;
    this.handlers = handlers;
    this.runner = runner;
    this.thread =
        new Thread(
            null, this::loop, "nyala-" + channel.name().toLowerCase(Locale.ROOT), STACK_BYTES);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Queues a request; returns at once. */
  void add(Message request) {
    queue.add(() -> handle(request));
  }

  /** How many requests have come and wait for their turn. */
  int waiting() {
    return queue.size();
  }

  /** The header of the request being handled, or of the last one. */
  JsonObject current() {
    return current;
  }

  /**
   * Answers every execute request that has already been sent with "aborted": after an error, the
   * cells that the person had queued behind it must not run.
   */
  void abortWhatIsQueued() {
    aborting = true;
    channels.whenShellIsDrained(() -> queue.add(() -> aborting = false));
  }

  private void loop() {
    while (true) {
      try {
        queue.take().run();
      } catch (InterruptedException e) {
        // An interrupt that came too late for its cell: the next request is not its business.
      } catch (Throwable e) {
        Log.warn("a request failed: " + e);
      }
    }
  }

  private void handle(Message request) {
    current = request.header();
    if (WITHOUT_REPLY.contains(request.type())) {
      // A comm's callback may be stopped as a cell may, from the moment it is seen to be busy.
      runner.interruptibly(
          () -> {
            serve(request);
            return null;
          });
    } else {
      serve(request);
    }
    Runnable after = afterIdle;
    if (after != null) {
      afterIdle = null;
      after.run();
    }
  }

  private void serve(Message request) {
    status("busy", request);
    try {
      answer(request);
    } finally {
      Thread.interrupted();
      status("idle", request);
    }
  }

  private volatile Runnable afterIdle;

  /** Runs the action once the request being handled is answered and the kernel idle. */
  void afterIdle(Runnable action) {
    afterIdle = action;
  }

  private void answer(Message request) {
    String type = request.type();
    Reply reply;
    if (aborting && type.equals("execute_request")) {
      reply = new Reply(Json.object("status", "aborted"));
    } else {
      reply = handled(request);
    }
    if (type.endsWith("_request")) {
      String replyType = type.substring(0, type.length() - "request".length()) + "reply";
      channels.reply(channel, request, replyType, reply.content(), reply.metadata());
    } else if (!WITHOUT_REPLY.contains(type)) {
      Log.warn("ignored a message of unknown type");
    }
  }

  private Reply handled(Message request) {
    Handler handler = handlers.get(request.type());
    if (handler == null) {
      return Reply.error("UnknownMessage", "this kernel does not know " + request.type());
    }
    try {
      return handler.handle(request);
    } catch (Throwable e) {
      return Reply.error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  private void status(String state, Message request) {
    JsonObject content = Json.object("execution_state", state);
    if (state.equals("busy") && request.type().equals("execute_request")) {
      // The cell's number follows at once.
      channels.publishWithNext("status", request.header(), content);
    } else {
      channels.publish("status", request.header(), content);
    }
  }
}
