package io.nyala.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.nyala.kernel.comm.Comm;
import io.nyala.kernel.comm.CommMessage;
import io.nyala.kernel.comm.Comms;
import io.nyala.kernel.comm.FrontEndComms;
import io.nyala.kernel.history.History;
import io.nyala.kernel.wire.Channel;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * A running kernel. Cells and everything else on the shell channel take turns on one thread; the
 * control channel has its own, so that a busy kernel can still be asked, interrupted and stopped.
 */
public final class Kernel implements AutoCloseable {

  private final Channels channels;
  private final Runner runner;
  private final Stdin stdin;
  private final Comms comms;
  private final Lane shell;
  private final Lane control;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Kernel::daemon);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Binds the kernel's sockets.
   *
   * @throws IOException if the connection file's addresses cannot be had
   */
  public Kernel(KernelConnectionProperties connection, Evaluator evaluator, History history)
      throws IOException {
    Map<String, Handler> onShell = new HashMap<>();
    Map<String, Handler> onControl = new HashMap<>();
    channels = new Channels(connection, this::received);
    runner = new Runner(evaluator, timer);
    stdin = new Stdin(channels);
    shell = new Lane(Channel.SHELL, channels, onShell, runner);
    control = new Lane(Channel.CONTROL, channels, onControl, runner);
    comms =
        new Comms(
            (type, metadata, content, buffers) ->
                channels.publish(type, shell.current(), metadata, content, buffers));
    // Spelt out, so that a kernel without widgets never loads them.
    for (String target : List.of("jupyter.widget", "jupyter.widget.control")) {
      comms.target(target, (comm, opening) -> acceptWidgets(target, comm, opening));
    }
    addHandlers(onShell, onControl, history);
  }

  private void acceptWidgets(String target, Comm comm, CommMessage opening) {
    FrontEndComms.listen(
        comm,
        runner
            .evaluator()
            .accept(
                target,
                FrontEndComms.line(comm),
                FrontEndComms.map(opening.data()),
                FrontEndComms.map(opening.metadata())));
  }

  private void addHandlers(
      Map<String, Handler> onShell, Map<String, Handler> onControl, History history) {
    HelpHandlers help = new HelpHandlers(runner.evaluator());
    CommHandlers comm = new CommHandlers(channels, comms, timer);
    onShell.put(
        "execute_request",
        new ExecuteHandler(
            channels,
            runner,
            history,
            stdin,
            new FrontEndComms(comms),
            timer,
            shell::abortWhatIsQueued));
    onShell.put("complete_request", help::complete);
    onShell.put("inspect_request", help::inspect);
    onShell.put("is_complete_request", help::isComplete);
    onShell.put("history_request", new HistoryHandler(history));
    onShell.put("comm_open", comm::open);
    onShell.put("comm_msg", comm::message);
    onShell.put("comm_close", comm::close);
    for (Map<String, Handler> handlers : List.of(onShell, onControl)) {
      Lane lane = handlers == onShell ? shell : control;
      handlers.put("kernel_info_request", request -> KernelInfo.reply(runner.evaluator().cells()));
      handlers.put("connect_request", request -> Reply.ok(KernelInfo.ports(connection())));
      handlers.put("debug_request", KernelInfo::noDebugger);
      handlers.put("comm_info_request", comm::info);
      handlers.put("interrupt_request", this::interrupt);
      handlers.put("shutdown_request", request -> shutdown(request, lane));
    }
  }

  private static Thread daemon(Runnable work) {
    // Started from a cell's thread, but no part of the cell: it must not inherit where that prints.
    Thread thread = new Thread(null, work, "nyala-timer", 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts answering; returns at once. */
  public void start() {
    timer.setRemoveOnCancelPolicy(true);
    // A thread that a cell has left behind may print when the kernel has closed: to nobody.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    shell.start();
    control.start();
    channels.start();
  }

  private void received(Channel channel, Message message) {
    switch (channel) {
      case SHELL -> shell.add(message);
      case CONTROL -> control.add(message);
      case STDIN -> stdin.received(message);
      case IOPUB, HEARTBEAT -> {
        // Subscriptions and heartbeats are the channels' own business.
      }
    }
  }

  /** Where the kernel listens, with the ports that the system chose where it was asked to. */
  public KernelConnectionProperties connection() {
    return channels.connection();
  }

  /** How many requests wait on the shell channel behind the one being handled. */
  int waiting() {
    return shell.waiting();
  }

  /** The comms, for code that offers targets or opens views. */
  public Comms comms() {
    return comms;
  }

  /** Stops the running cell, if there is one. */
  public void interrupt() {
    runner.interrupt();
  }

  private Reply interrupt(Message request) {
    interrupt();
    return Reply.ok();
  }

  private Reply shutdown(Message request, Lane lane) {
    JsonElement restart = request.content().get("restart");
    boolean isRestart = restart != null && restart.isJsonPrimitive() && restart.getAsBoolean();
    JsonObject goodbye = Json.object("restart", isRestart, "status", "ok");
    channels.publish("shutdown_reply", request.header(), goodbye);
    lane.afterIdle(stopped::countDown);
    return new Reply(goodbye);
  }

  /** Waits until the kernel has been asked to shut down. */
  public void awaitShutdown() throws InterruptedException {
    stopped.await();
  }

  /** Waits for a shutdown request, at most so long; true if it came. */
  public boolean awaitShutdown(long millis) throws InterruptedException {
    return stopped.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Asks the kernel to shut down, as a shutdown request would. */
  public void stop() {
    stopped.countDown();
  }

  /** Interrupts what runs and closes the sockets, once what is queued has been sent. */
  @Override
  public void close() {
    stop();
    interrupt();
    timer.shutdownNow();
    channels.close();
  }
}
