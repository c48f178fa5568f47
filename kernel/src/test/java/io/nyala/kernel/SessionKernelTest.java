package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real session behind the protocol. */
@Timeout(600)
final class SessionKernelTest extends WithRealSession {

  private static String value(Client.Exchange run) {
    List<Message> results = run.outputs("execute_result");
    assertEquals(1, results.size(), run.reply().content().toString());
    return results.get(0).content().getAsJsonObject("data").get("text/plain").getAsString();
  }

  @Test
  void whatACellDefinesIsThereInTheNext() throws Exception {
    client.execute("x = 40\ndef f(n) { n + 2 }");
    assertEquals("42", value(client.execute("f(x)")));
  }

  @Test
  void printsBelongToTheirCellAndKeepTheirOrder() throws Exception {
    Client.Exchange run =
        client.execute("print('a')\nSystem.err.println('b')\nprint('c')\ndisplay([1])\n7");
    assertEquals(
        List.of("stream", "stream", "stream", "display_data", "execute_result"), run.types());
    assertEquals("a\nc\n", run.printed("stdout"));
    assertEquals("b\n", run.printed("stderr"));
  }

  @Test
  void questionsAmongOtherLinesPageTheLast() throws Exception {
    Client.Exchange run = client.execute("print('a')\nnp.zeros?\nnp.ones?\n2");
    assertEquals("a\n", run.printed("stdout"));
    assertEquals("2", value(run));
    JsonArray payload = run.reply().content().getAsJsonArray("payload");
    assertEquals(1, payload.size());
    assertTrue(payload.get(0).toString().contains("ones(shape"), payload.toString());
  }

  @Test
  void exitAloneEndsAConsole() throws Exception {
    JsonArray payload = client.execute("exit").reply().content().getAsJsonArray("payload");
    assertEquals("ask_exit", payload.get(0).getAsJsonObject().get("source").getAsString());
  }

  @Test
  void valuesAreNumberedAsTheirCellsAre() throws Exception {
    client.execute("np.zeros?");
    client.execute("40 + 2");
    assertEquals("42", value(client.execute("_2")));
    assertEquals("'40 + 2'", value(client.execute("In[2]")));
  }

  @Test
  void everyThrowableIsAnErrorMessage() throws Exception {
    for (String code :
        List.of("assert 1 == 2", "def f(n) { f(n) + 1 }\nf(1)", "System.exit(1)", "x = )")) {
      Client.Exchange run = client.execute(code);
      assertEquals("error", run.status(), code);
      assertEquals(List.of("error"), run.types(), code);
    }
    assertEquals("2", value(client.execute("1 + 1")));
  }

  @Test
  void interruptsALoopASleepAndAQuestion() throws Exception {
    client.execute("1 + 1");
    for (String code : List.of("while (true) { }", "Thread.sleep(60000)", "input('name? ')")) {
      Message request = client.startExecuting(code);
      client.ask(client.control, "interrupt_request", new JsonObject());
      JsonObject reply = client.replyTo(client.shell, request).content();
      assertEquals("KeyboardInterrupt", reply.get("ename").getAsString(), code);
    }
    assertEquals("2", value(client.execute("1 + 1")));
  }

  @Test
  void asksForInput() throws Exception {
    Message request =
        client.send(
            client.shell, "execute_request", Json.object("code", "'Hello, ' + input('Name? ')"));
    Message question = client.receive(client.stdin);
    assertEquals("Name? ", question.content().get("prompt").getAsString());
    client.send(client.stdin, "input_reply", Json.object("value", "Nyala"));
    assertEquals("ok", client.replyTo(client.shell, request).content().get("status").getAsString());
    assertTrue(
        client.untilIdle(request).stream()
            .anyMatch(m -> m.content().toString().contains("Hello, Nyala")));
  }

  @Test
  void magicsWorkAndOfferCode(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("part.groovy"), "x = 5\n");
    JsonObject reply = client.execute("%load " + file).reply().content();
    JsonObject offered = reply.getAsJsonArray("payload").get(0).getAsJsonObject();
    assertEquals("set_next_input", offered.get("source").getAsString());
    assertTrue(offered.get("text").getAsString().endsWith("x = 5\n"), offered::toString);
    Client.Exchange shown = client.execute("%%html\n<b>hi</b>");
    JsonObject data = shown.outputs("display_data").get(0).content().getAsJsonObject("data");
    assertEquals("<b>hi</b>", data.get("text/html").getAsString());
    assertEquals("5", value(client.execute("%time 2 + 3")));
    for (String question : List.of("%time?", "?%%capture")) {
      JsonObject answer = client.execute(question).reply().content();
      assertEquals(1, answer.getAsJsonArray("payload").size(), question);
    }
  }
}
