package io.nyala.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.nyala.dsl.session.Frontend;
import io.nyala.kernel.comm.CommMessage;
import io.nyala.kernel.comm.Comms;
import io.nyala.kernel.comm.FrontEndComms;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Message;
import java.util.concurrent.ScheduledExecutorService;
import org.dflib.jjava.jupyter.messages.request.CommInfoRequest;

/** Hands comm messages to the comms; what a comm's code throws is shown as its error output. */
final class CommHandlers {

  private final Channels channels;
  private final Comms comms;
  private final ScheduledExecutorService timer;

  CommHandlers(Channels channels, Comms comms, ScheduledExecutorService timer) {
    this.channels = channels;
    this.comms = comms;
    this.timer = timer;
  }

  Reply open(Message request) {
    return handle(request, m -> comms.opened(id(request), text(request, "target_name"), m));
  }

  Reply message(Message request) {
    return handle(request, m -> comms.received(id(request), m));
  }

  Reply close(Message request) {
    return handle(request, m -> comms.closed(id(request), m));
  }

  Reply info(Message request) {
    String target = Requests.body(request, CommInfoRequest.class).getTargetName();
    return Reply.ok("comms", comms.info(target));
  }

  private interface Action {
    void accept(CommMessage message);
  }

  private Reply handle(Message request, Action action) {
    CellFrontend frontend =
        new CellFrontend(channels, request, null, new FrontEndComms(comms), timer);
    JsonElement data = request.content().get("data");
    JsonObject object =
        data != null && data.isJsonObject() ? data.getAsJsonObject() : new JsonObject();
    CommMessage message = new CommMessage(object, request.metadata(), request.buffers(), frontend);
    try {
      action.accept(message);
    } catch (Throwable e) {
      frontend.stream(Frontend.Stream.STDERR, e + "\n");
    }
    frontend.flush();
    return Reply.ok();
  }

  private static String id(Message request) {
    return text(request, "comm_id");
  }

  private static String text(Message request, String member) {
    JsonElement value = request.content().get(member);
    if (value == null || !value.isJsonPrimitive()) {
      throw new IllegalArgumentException(request.type() + " has no " + member);
    }
    return value.getAsString();
  }
}
