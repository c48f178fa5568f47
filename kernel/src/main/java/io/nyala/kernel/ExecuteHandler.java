package io.nyala.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.nyala.dsl.magic.HelpQuestion;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.QuietFrontend;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import io.nyala.kernel.history.History;
import io.nyala.kernel.wire.Channels;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/** Runs cells: numbers them, publishes what they show, remembers them, and answers. */
final class ExecuteHandler implements Handler {

  private final Channels channels;
  private final Runner runner;
  private final History history;
  private final Stdin stdin;
  private final Comms comms;
  private final ScheduledExecutorService timer;
  private final Runnable abortWhatIsQueued;
  private int executed;

  ExecuteHandler(
      Channels channels,
      Runner runner,
      History history,
      Stdin stdin,
      Comms comms,
      ScheduledExecutorService timer,
      Runnable abortWhatIsQueued) {
    this.channels = channels;
    this.runner = runner;
    this.history = history;
    this.stdin = stdin;
    this.comms = comms;
    this.timer = timer;
    this.abortWhatIsQueued = abortWhatIsQueued;
  }

  @Override
  public Reply handle(Message request) {
    ExecuteRequest body = Requests.execute(request);
    JsonObject metadata = Json.object("started", Message.now());
    int number = executed + 1;
    boolean stored = body.shouldStoreHistory() && !body.isSilent() && !body.getCode().isBlank();
    if (stored) {
      executed = number;
      history.input(number, body.getCode());
    }
    Ran ran =
        runner.interruptibly(
            () -> body.isSilent() ? runSilently(body) : runAloud(request, body, number));
    if (stored && ran.shown() != null) {
      // Not where interrupts may come: one would close the history file under its writer.
      history.output(number, ran.shown());
    }
    JsonObject content = ran.content();
    // What is not remembered takes no number: its reply has that of the last cell that is.
    content.addProperty("execution_count", executed);
    metadata.add("status", content.get("status"));
    return new Reply(content, metadata);
  }

  /**
   * A cell that has run.
   *
   * @param content what the reply says
   * @param shown the value that was published, as plain text; null if there was none
   */
  private record Ran(JsonObject content, String shown) {}

  private Ran runSilently(ExecuteRequest body) {
    channels.flush();
    Outcome outcome = runner.run(body.getCode(), "silent cell", new QuietFrontend());
    return new Ran(finish(body, outcome, new JsonArray()), null);
  }

  private Ran runAloud(Message request, ExecuteRequest body, int number) {
    channels.publish(
        "execute_input",
        request.header(),
        Json.object("code", body.getCode(), "execution_count", number));
    CellFrontend frontend =
        new CellFrontend(channels, request, body.isStdinEnabled() ? stdin : null, comms, timer);
    if (body.getCode().strip().matches("exit|quit")) {
      frontend.askExit();
    }
    Optional<HelpQuestion> question = HelpQuestion.in(body.getCode());
    if (question.isPresent()) {
      return new Ran(answerQuestion(question.get(), frontend), null);
    }
    String shown = null;
    Outcome outcome = runner.run(body.getCode(), cellName(number), frontend);
    if (outcome instanceof Outcome.Failure failure) {
      frontend.error(failure);
    } else if (outcome instanceof Outcome.Value value && value.shown() != null) {
      frontend.result(executed, value.shown());
      shown = value.shown().plain();
    }
    frontend.flush();
    return new Ran(finish(body, outcome, frontend.payload()), shown);
  }

  private static String cellName(int number) {
    return "In [" + number + "]";
  }

  private JsonObject finish(ExecuteRequest body, Outcome outcome, JsonArray payload) {
    if (outcome instanceof Outcome.Failure failure) {
      if (body.shouldStopOnError()) {
        abortWhatIsQueued.run();
      }
      JsonObject content = CellFrontend.errorContent(failure);
      content.addProperty("status", "error");
      content.add("user_expressions", new JsonObject());
      content.add("payload", new JsonArray());
      return content;
    }
    return Json.object(
        "status", "ok", "payload", payload, "user_expressions", evaluate(body.getUserExpr()));
  }

  private JsonObject evaluate(Map<String, String> expressions) {
    JsonObject values = new JsonObject();
    if (expressions != null && !expressions.isEmpty()) {
      channels.flush();
      expressions.forEach((name, code) -> values.add(name, evaluate(code)));
    }
    return values;
  }

  private JsonObject evaluate(String code) {
    Frontend quiet = new QuietFrontend();
    Outcome outcome = runner.run(code == null ? "null" : code, "user expression", quiet);
    if (outcome instanceof Outcome.Failure failure) {
      JsonObject error = CellFrontend.errorContent(failure);
      error.addProperty("status", "error");
      return error;
    }
    Outcome.Value value = (Outcome.Value) outcome;
    MimeBundle shown =
        value.shown() == null ? MimeBundle.text(String.valueOf(value.value())) : value.shown();
    JsonObject content = CellFrontend.bundleContent(shown);
    content.addProperty("status", "ok");
    return content;
  }

  private JsonObject answerQuestion(HelpQuestion question, CellFrontend frontend) {
    Optional<MimeBundle> help = runner.inspect(question);
    help.ifPresentOrElse(
        frontend::page, () -> frontend.stream(Frontend.Stream.STDERR, question.unknown() + "\n"));
    frontend.flush();
    return Json.object(
        "status", "ok", "payload", frontend.payload(), "user_expressions", new JsonObject());
  }
}
