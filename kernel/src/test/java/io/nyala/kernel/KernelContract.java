package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every front end may expect: the same tests in this process and against a real one. */
@Timeout(300)
abstract class KernelContract {

  @TempDir Path history;

  Client client;
  KernelConnectionProperties at;

  /** Starts an echo kernel that listens where the system lets it, and says where that is. */
  abstract KernelConnectionProperties start(KernelConnectionProperties anywhere) throws Exception;

  /** Waits until the kernel has ended by itself; fails if it does not. */
  abstract void awaitEnd() throws Exception;

  @BeforeEach
  void connect() throws Exception {
    at = start(Client.anywhere());
    client = new Client(at);
    Message welcome = client.receive(client.iopub);
    assertEquals("iopub_welcome", welcome.type());
    assertEquals("", welcome.content().get("subscription").getAsString());
    Message starting = client.receive(client.iopub);
    assertEquals("starting", starting.content().get("execution_state").getAsString());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void introducesItself() throws Exception {
    Client.Exchange info = client.ask(client.shell, "kernel_info_request", new JsonObject());
    JsonObject content = info.reply().content();
    assertEquals("ok", info.status());
    assertEquals("5.4", content.get("protocol_version").getAsString());
    JsonObject language = content.getAsJsonObject("language_info");
    assertEquals("groovy", language.get("name").getAsString());
    assertEquals(".groovy", language.get("file_extension").getAsString());
    assertEquals("text/x-groovy", language.get("mimetype").getAsString());
    assertEquals("groovy", language.get("codemirror_mode").getAsString());
    assertEquals("groovy", language.get("pygments_lexer").getAsString());
    assertTrue(content.getAsJsonArray("help_links").size() > 0);
  }

  @Test
  void givesAValueItsNumber() throws Exception {
    Client.Exchange first = client.execute("one");
    Client.Exchange second = client.execute("two");
    assertEquals(List.of("status", "execute_input", "execute_result", "status"), typesOf(first));
    JsonObject result = second.outputs("execute_result").get(0).content();
    assertEquals(2, result.get("execution_count").getAsInt());
    assertEquals("two", plain(result));
    assertEquals(2, second.reply().content().get("execution_count").getAsInt());
    assertEquals("ok", second.status());
  }

  private static List<String> typesOf(Client.Exchange exchange) {
    return exchange.outputs().stream().map(Message::type).toList();
  }

  private static String plain(JsonObject content) {
    return content.getAsJsonObject("data").get("text/plain").getAsString();
  }

  @Test
  void datesMessagesToTheMicrosecond() throws Exception {
    String date = client.execute("one").reply().header().get("date").getAsString();
    assertTrue(date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"), date);
  }

  @Test
  void keepsTheOrderOfOutputs() throws Exception {
    Client.Exchange run =
        client.execute("print a\nprint b\neprint c\ndisplay d\nprint e\nclear wait");
    assertEquals(
        List.of("stream", "stream", "display_data", "stream", "clear_output"), run.types());
    assertEquals("a\nb\ne\n", run.printed("stdout"));
    assertEquals("c\n", run.printed("stderr"));
    assertTrue(run.outputs("clear_output").get(0).content().get("wait").getAsBoolean());
  }

  @Test
  void updatesADisplayById() throws Exception {
    Client.Exchange run = client.execute("show old\nupdate new");
    JsonObject shown = run.outputs("display_data").get(0).content();
    JsonObject update = run.outputs("update_display_data").get(0).content();
    assertEquals(shown.get("transient"), update.get("transient"));
    assertEquals("id", shown.getAsJsonObject("transient").get("display_id").getAsString());
    assertEquals("new", plain(update));
  }

  @Test
  void sendsOnlyValidJson() throws Exception {
    JsonObject data = client.execute("nan").outputs("display_data").get(0).content();
    assertTrue(
        data.getAsJsonObject("data").getAsJsonObject("application/json").get("x").isJsonNull());
  }

  @Test
  void batchesPrintsAndLosesNone() throws Exception {
    long begun = System.nanoTime();
    Client.Exchange run = client.execute("many 100000");
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    String printed = run.printed("stdout");
    assertEquals(100_000, printed.lines().count());
    assertTrue(printed.endsWith("\n99999\n"));
    assertTrue(
        run.outputs("stream").size() < 200 + took / 10, run.outputs("stream").size() + " messages");
  }

  @Test
  void bringsLateOutputToTheCellThatStartedIt() throws Exception {
    Message request =
        client.send(client.shell, "execute_request", Json.object("code", "later hello"));
    client.untilIdle(request);
    client.execute("release");
    Message late = client.published(m -> m.type().equals("stream"));
    assertTrue(Client.isParent(request, late));
    assertEquals("hello", late.content().get("text").getAsString());
  }

  @Test
  void answersErrorsAndLivesOn() throws Exception {
    for (String code : List.of("fail it broke", "error it broke", "overflow")) {
      Client.Exchange run = client.execute(code);
      assertEquals("error", run.status());
      assertEquals(List.of("error"), run.types());
      JsonObject error = run.outputs("error").get(0).content();
      assertEquals(error.get("ename"), run.reply().content().get("ename"));
      assertTrue(error.getAsJsonArray("traceback").size() > 0);
    }
    assertEquals("ok", client.execute("fine").status());
  }

  String statusOf(Message request) throws Exception {
    return client.replyTo(client.shell, request).content().get("status").getAsString();
  }

  /** Answers the question that a cell asks. */
  void answer(String value) throws Exception {
    assertEquals("input_request", client.receive(client.stdin).type());
    client.send(client.stdin, "input_reply", Json.object("value", value));
  }

  @Test
  void silentCellsLeaveNoTrace() throws Exception {
    Client.Exchange run =
        client.ask(
            client.shell, "execute_request", Json.object("code", "print x\ny", "silent", true));
    assertEquals("ok", run.status());
    assertEquals(List.of("status", "status"), typesOf(run));
    assertEquals(1, client.execute("one").reply().content().get("execution_count").getAsInt());
    assertEquals(List.of("one"), inputs(Json.object("hist_access_type", "tail", "n", 10)));
  }

  @Test
  void unstoredCellsAreNotCounted() throws Exception {
    Client.Exchange run =
        client.ask(
            client.shell, "execute_request", Json.object("code", "one", "store_history", false));
    assertEquals(List.of("execute_result"), run.types());
    assertEquals(0, run.reply().content().get("execution_count").getAsInt());
    assertEquals(1, client.execute("two").reply().content().get("execution_count").getAsInt());
    assertEquals(List.of("two"), inputs(Json.object("hist_access_type", "tail", "n", 10)));
  }

  @Test
  void blankCellsAreNotCounted() throws Exception {
    assertEquals("ok", client.execute(" \n").status());
    assertEquals(1, client.execute("one").reply().content().get("execution_count").getAsInt());
  }

  @Test
  void tellsWhereItListens() throws Exception {
    JsonObject ports =
        client.ask(client.shell, "connect_request", new JsonObject()).reply().content();
    assertEquals("ok", ports.get("status").getAsString());
    assertEquals(at.getShellPort(), ports.get("shell_port").getAsInt());
    assertEquals(at.getIopubPort(), ports.get("iopub_port").getAsInt());
    assertEquals(at.getStdinPort(), ports.get("stdin_port").getAsInt());
    assertEquals(at.getControlPort(), ports.get("control_port").getAsInt());
    assertEquals(at.getHbPort(), ports.get("hb_port").getAsInt());
  }

  @Test
  void answersADebuggerThatThereIsNone() throws Exception {
    JsonObject request =
        Json.object("type", "request", "command", "debugInfo", "seq", 7, "arguments", Map.of());
    JsonObject reply = client.ask(client.control, "debug_request", request).reply().content();
    assertEquals("response", reply.get("type").getAsString());
    assertEquals("debugInfo", reply.get("command").getAsString());
    assertEquals(7, reply.get("request_seq").getAsInt());
    assertFalse(reply.get("success").getAsBoolean());
  }

  @Test
  void saysWhichKindsOfHistoryThereAre() throws Exception {
    for (JsonObject wrong : List.of(new JsonObject(), Json.object("hist_access_type", "all"))) {
      JsonObject reply = client.ask(client.shell, "history_request", wrong).reply().content();
      assertEquals("error", reply.get("status").getAsString());
      assertTrue(
          reply.get("evalue").getAsString().contains("[range, search, tail]"), reply::toString);
    }
  }

  @Test
  void evaluatesUserExpressions() throws Exception {
    JsonObject expressions = Json.object("good", "value", "bad", "fail it broke");
    Client.Exchange run =
        client.ask(
            client.shell,
            "execute_request",
            Json.object("code", "one", "user_expressions", expressions));
    JsonObject values = run.reply().content().getAsJsonObject("user_expressions");
    assertEquals("value", plain(values.getAsJsonObject("good")));
    assertEquals("ok", values.getAsJsonObject("good").get("status").getAsString());
    assertEquals("error", values.getAsJsonObject("bad").get("status").getAsString());
    assertEquals("ok", run.status());
  }

  @Test
  void asksForInput() throws Exception {
    for (String command : List.of("input", "password")) {
      Message request =
          client.send(
              client.shell,
              "execute_request",
              Json.object("code", command + " name?", "allow_stdin", true));
      Message question = client.receive(client.stdin);
      assertEquals("input_request", question.type());
      assertEquals("name?", question.content().get("prompt").getAsString());
      assertEquals(command.equals("password"), question.content().get("password").getAsBoolean());
      client.send(client.stdin, "input_reply", Json.object("value", "Nyala"));
      client.replyTo(client.shell, request);
      List<Message> outputs = client.untilIdle(request);
      assertEquals("Nyala", plain(outputs.get(2).content()));
    }
  }

  /** The connections of a front end come about one by one. */
  @Test
  void aQuestionWaitsForItsChannel() throws Exception {
    untilConnected(
        late -> {
          Message request = late.startExecuting("input name?");
          // An answer on control takes as long as the question would have had to get lost.
          assertEquals(
              "ok", late.ask(late.control, "kernel_info_request", new JsonObject()).status());
          Optional<Message> question = late.firstQuestion(at);
          if (question.isPresent()) {
            assertEquals("name?", question.get().content().get("prompt").getAsString());
            late.send(late.stdin, "input_reply", Json.object("value", "Nyala"));
            Message reply = late.replyTo(late.shell, request);
            assertEquals("ok", reply.content().get("status").getAsString());
          }
          return question.isPresent();
        });
  }

  @Test
  void aQuestionOfAnInterruptedCellIsWithdrawn() throws Exception {
    untilConnected(
        late -> {
          Message request = late.startExecuting("input old?");
          late.ask(late.control, "interrupt_request", new JsonObject());
          Message reply = late.replyTo(late.shell, request);
          assertEquals("KeyboardInterrupt", reply.content().get("ename").getAsString());
          late.startExecuting("input new?");
          Optional<Message> question = late.firstQuestion(at);
          question.ifPresent(it -> assertEquals("new?", it.content().get("prompt").getAsString()));
          return question.isPresent();
        });
  }

  /** What a front end does whose stdin connection comes late; true once that has come about. */
  private interface Late {
    boolean connects(Client late) throws Exception;
  }

  private void untilConnected(Late each) throws Exception {
    for (int attempt = 0; attempt < 10; attempt++) {
      try (Client late = Client.withoutStdin(at)) {
        if (each.connects(late)) {
          return;
        }
        late.ask(late.control, "interrupt_request", new JsonObject());
      }
    }
    throw new AssertionError("no question came, however often a front end connected");
  }

  @Test
  void refusesInputWhereItCannotAsk() throws Exception {
    Client.Exchange run =
        client.ask(
            client.shell, "execute_request", Json.object("code", "input ?", "allow_stdin", false));
    assertEquals("error", run.status());
  }

  @Test
  void interruptsWhateverRuns() throws Exception {
    for (String code : List.of("spin", "sleep 600000", "input ?")) {
      Message request = client.startExecuting(code);
      assertEquals(
          "ok", client.ask(client.control, "interrupt_request", new JsonObject()).status());
      Message reply = client.replyTo(client.shell, request);
      assertEquals("KeyboardInterrupt", reply.content().get("ename").getAsString());
    }
    client.ask(client.control, "interrupt_request", new JsonObject());
    assertEquals("ok", client.execute("fine").status());
  }

  @Test
  void interruptsAHundredTimesInARow() throws Exception {
    for (int i = 0; i < 100; i++) {
      Message request = client.startExecuting("spin");
      client.send(client.control, "interrupt_request", new JsonObject());
      assertEquals("error", statusOf(request));
    }
    assertEquals("ok", client.execute("fine").status());
  }

  @Test
  void answersOnControlWhileBusy() throws Exception {
    Message busy = client.startExecuting("input ?");
    assertEquals(
        "ok", client.ask(client.control, "kernel_info_request", new JsonObject()).status());
    answer("done");
    assertEquals("ok", statusOf(busy));
  }

  @Test
  void countsCursorsInCodePoints() throws Exception {
    Client.Exchange tab =
        client.ask(
            client.shell, "complete_request", Json.object("code", "🦌 pri", "cursor_pos", 5));
    JsonObject content = tab.reply().content();
    assertEquals("[\"print\"]", content.getAsJsonArray("matches").toString());
    assertEquals(2, content.get("cursor_start").getAsInt());
    assertEquals(5, content.get("cursor_end").getAsInt());
    JsonArray types =
        content.getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
    assertEquals("function", types.get(0).getAsJsonObject().get("type").getAsString());
  }

  @Test
  void inspects() throws Exception {
    JsonObject known =
        client
            .ask(
                client.shell,
                "inspect_request",
                Json.object("code", "print", "cursor_pos", 3, "detail_level", 1))
            .reply()
            .content();
    assertTrue(known.get("found").getAsBoolean());
    assertEquals("help on print at level 1", plain(known));
    JsonObject unknown =
        client
            .ask(client.shell, "inspect_request", Json.object("code", "xyz", "cursor_pos", 3))
            .reply()
            .content();
    assertEquals("ok", unknown.get("status").getAsString());
    assertFalse(unknown.get("found").getAsBoolean());
  }

  @Test
  void pagesHelpForAQuestionMark() throws Exception {
    JsonObject reply = client.execute("print??").reply().content();
    JsonObject page = reply.getAsJsonArray("payload").get(0).getAsJsonObject();
    assertEquals("page", page.get("source").getAsString());
    assertEquals("help on print at level 1", plain(page));
    assertEquals(0, client.execute("xyz?").reply().content().getAsJsonArray("payload").size());
  }

  @Test
  void saysWhetherCodeIsComplete() throws Exception {
    JsonObject open =
        client
            .ask(client.shell, "is_complete_request", Json.object("code", "a\\"))
            .reply()
            .content();
    assertEquals("incomplete", open.get("status").getAsString());
    assertEquals("  ", open.get("indent").getAsString());
  }

  @Test
  void remembersHistory() throws Exception {
    client.execute("alpha");
    client.execute("print beta");
    client.execute("alpha");
    assertEquals(
        List.of("print beta", "alpha"), inputs(Json.object("hist_access_type", "tail", "n", 2)));
    assertEquals(3, inputs(Json.object("hist_access_type", "tail")).size());
    assertEquals(3, inputs(Json.object("hist_access_type", "tail", "n", -1)).size());
    assertEquals(
        List.of("alpha"),
        inputs(Json.object("hist_access_type", "search", "pattern", "al*", "unique", true)));
    assertEquals(
        List.of("print beta"),
        inputs(Json.object("hist_access_type", "range", "session", 0, "start", 2, "stop", 3)));
    JsonArray withOutput =
        client
            .ask(
                client.shell,
                "history_request",
                Json.object("hist_access_type", "tail", "n", 2, "output", true))
            .reply()
            .content()
            .getAsJsonArray("history");
    assertEquals(
        "[[1,2,[\"print beta\",null]],[1,3,[\"alpha\",\"alpha\"]]]", withOutput.toString());
  }

  private List<String> inputs(JsonObject question) throws Exception {
    JsonArray history =
        client
            .ask(client.shell, "history_request", question)
            .reply()
            .content()
            .getAsJsonArray("history");
    return history.asList().stream().map(e -> e.getAsJsonArray().get(2).getAsString()).toList();
  }

  @Test
  void closesCommsThatNobodyWants() throws Exception {
    Message open =
        client.send(
            client.shell,
            "comm_open",
            Json.object("comm_id", "c1", "target_name", "nobody", "data", Map.of()));
    List<Message> outputs = client.untilIdle(open);
    assertEquals("comm_close", outputs.get(1).type());
    assertEquals("c1", outputs.get(1).content().get("comm_id").getAsString());
    JsonObject info =
        client.ask(client.shell, "comm_info_request", new JsonObject()).reply().content();
    assertEquals("{}", info.get("comms").toString());
    assertEquals("ok", info.get("status").getAsString());
  }

  @Test
  void answersTheUnknownWithAnError() throws Exception {
    Client.Exchange run = client.ask(client.shell, "mystery_request", new JsonObject());
    assertEquals("mystery_reply", run.reply().type());
    assertEquals("error", run.status());
    client.send(client.shell, "mystery", new JsonObject());
    assertEquals("ok", client.execute("fine").status());
  }

  @Test
  void echoesHeartbeatsWhileBusy() throws Exception {
    client.startExecuting("input ?");
    client.heartbeat.send("ping");
    assertEquals("ping", client.heartbeat.recvStr());
    answer("done");
  }

  @Test
  void shutsDownEvenWhenBusy() throws Exception {
    client.startExecuting("sleep 600000");
    Client.Exchange bye =
        client.ask(client.control, "shutdown_request", Json.object("restart", true));
    assertTrue(bye.reply().content().get("restart").getAsBoolean());
    assertEquals("ok", bye.status());
    awaitEnd();
  }
}
