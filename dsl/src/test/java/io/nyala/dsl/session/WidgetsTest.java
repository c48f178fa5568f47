package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WidgetsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  private Session session;
  private Front front;

  /** A front end with comms that remembers all in the order it came. */
  private static final class Front implements Frontend, Comms {
    final List<String> told = new ArrayList<>();
    final Map<String, Map<String, ?>> states = new LinkedHashMap<>();
    final Map<String, Listener> listeners = new LinkedHashMap<>();

    @Override
    public synchronized void stream(Stream stream, String text) {
      told.add(text.strip());
    }

    @Override
    public synchronized void display(MimeBundle bundle, String displayId) {
      told.add("display " + (bundle.data().containsKey(VIEW) ? "view" : bundle.plain()));
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {}

    @Override
    public synchronized void clearOutput(boolean wait) {
      told.add("clear " + wait);
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
      throw new IOException("nobody");
    }

    @Override
    public Optional<Comms> comms() {
      return Optional.of(this);
    }

    @Override
    public String request() {
      return "request";
    }

    @Override
    public synchronized void error(Outcome.Failure failure) {
      told.add(failure.name() + ": " + failure.message());
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized Line open(
        String target, Map<String, ?> data, Map<String, ?> metadata, Listener listener) {
      assertEquals("jupyter.widget", target);
      assertEquals("2.1.0", metadata.get("version"));
      String id = "m" + states.size();
      states.put(id, (Map<String, ?>) data.get("state"));
      listeners.put(id, listener);
      return new Line() {
        @Override
        public String id() {
          return id;
        }

        @Override
        public void send(Map<String, ?> sent) {
          told.add(sent.get("method") + " " + new TreeMap<>((Map<String, ?>) sent.get("state")));
        }

        @Override
        public void close() {
          told.add("close " + id);
        }
      };
    }

    /** The state that the last widget was opened with. */
    Map<String, ?> last() {
      return List.copyOf(states.values()).get(states.size() - 1);
    }

    String id(String model) {
      return states.entrySet().stream()
          .filter(each -> model.equals(each.getValue().get("_model_name")))
          .reduce((first, second) -> second)
          .orElseThrow()
          .getKey();
    }
  }

  @BeforeEach
  void open() {
    session = new Session();
    front = new Front();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Outcome run(String code) {
    return session.run(code, front);
  }

  private Object value(String code) {
    Outcome outcome = run(code);
    return assertInstanceOf(Outcome.Value.class, outcome, () -> code + ": " + outcome).value();
  }

  private String error(String code) {
    Outcome.Failure failure = assertInstanceOf(Outcome.Failure.class, run(code), code);
    return failure.name() + ": " + failure.message();
  }

  private List<String> heard(String model, Map<String, ?> message) {
    front.told.clear();
    front.listeners.get(front.id(model)).received(message, List.of(), front);
    return front.told;
  }

  private static Map<String, ?> update(String name, Object value) {
    return Map.of("method", "update", "state", Map.of(name, value), "buffer_paths", List.of());
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = WidgetsTest.class.getResourceAsStream("/golden/widgets.json")) {
      return JSON.readTree(in);
    }
  }

  /** A state with what it refers to in its place, as the golden file has it. */
  private Object plain(Object value) {
    if (value instanceof List<?> all) {
      return all.stream().map(this::plain).toList();
    }
    if (!(value instanceof String text) || !text.startsWith("IPY_MODEL_")) {
      return value;
    }
    Map<String, ?> state = front.states.get(text.substring("IPY_MODEL_".length()));
    String model = (String) state.get("_model_name");
    boolean look = model.equals("LayoutModel") || model.endsWith("StyleModel");
    Map<String, Object> all = new LinkedHashMap<>();
    state.forEach(
        (name, each) -> {
          boolean said = each != null && !each.equals("");
          if (said || !look) {
            all.put(name, plain(each));
          }
        });
    return all;
  }

  private Map<String, Object> plainly(Map<String, ?> state) {
    Map<String, Object> all = new LinkedHashMap<>();
    state.forEach((name, each) -> all.put(name, plain(each)));
    return all;
  }

  private void check(String code, JsonNode expected, Map<String, ?> state, String text) {
    JsonNode here = JSON.valueToTree(plainly(state));
    assertEquals(sorted(expected.get("state")), sorted(here), code);
    assertEquals(expected.get("text").asText(), text, code);
  }

  /** Numbers by value: 1 and 1.0 are one to the front end. */
  private static String sorted(JsonNode node) {
    if (!node.isObject()) {
      return node.isArray()
          ? java.util.stream.StreamSupport.stream(node.spliterator(), false)
              .map(WidgetsTest::sorted)
              .toList()
              .toString()
          : node.isNumber() ? String.valueOf(node.asDouble()) : node.toString();
    }
    Map<String, String> all = new TreeMap<>();
    node.fields().forEachRemaining(each -> all.put(each.getKey(), sorted(each.getValue())));
    return all.toString();
  }

  @Test
  void statesAndTextAreThoseOfIpywidgets() throws IOException {
    session.setLanguage("python");
    run("from ipywidgets import *");
    for (JsonNode each : golden().get("made")) {
      String code = each.get("code").asText();
      String text = String.valueOf(value(code));
      check(code, each, front.last(), text);
    }
  }

  @Test
  void interactMakesTheSameWidgets() throws IOException {
    session.setLanguage("python");
    run("from ipywidgets import *");
    for (JsonNode each : golden().get("short")) {
      String code = each.get("code").asText();
      front.states.clear();
      String text = String.valueOf(value("interactive(lambda x: None, x=" + code + ")"));
      Map<String, ?> first =
          front.states.values().stream()
              .filter(state -> state.containsKey("description"))
              .findFirst()
              .orElseThrow();
      // The name is given afterwards, as an update.
      Map<String, Object> named = new LinkedHashMap<>(first);
      named.computeIfPresent("description", (name, said) -> said.equals("") ? "x" : said);
      check(code, each, named, text);
    }
  }

  @Test
  void whatIpywidgetsRefusesIsRefused() throws IOException {
    session.setLanguage("python");
    run("from ipywidgets import *");
    for (JsonNode each : golden().get("refused")) {
      String code = each.get("code").asText();
      String name = each.get("error").asText();
      String said = error(code);
      assertTrue(said.startsWith(name + ": ") && said.length() > name.length() + 8, code + said);
    }
  }

  @Test
  void theFrontEndMovesASlider() {
    value("s = IntSlider(max: 10)\ns.observe({ c -> print(c.old, c['new'], c.name) }, 'value')");
    assertEquals(
        List.of("echo_update {value=7}", "0 7 value"), heard("IntSliderModel", update("value", 7)));
    assertEquals(7, value("s.value"));
    assertEquals(
        List.of("echo_update {value=70}", "update {value=10}", "7 10 value"),
        heard("IntSliderModel", update("value", 70)));
    front.told.clear();
    value("s.value = 3");
    assertEquals(List.of("update {value=3}", "10 3 value"), front.told);
  }

  @Test
  void aButtonIsPressed() {
    value("b = Button(description: 'go')\nb.on_click { print('pressed', it.description) }");
    Map<String, ?> click = Map.of("method", "custom", "content", Map.of("event", "click"));
    assertEquals(List.of("pressed go"), heard("ButtonModel", click));
  }

  @Test
  void anErrorInACallbackIsShownAndTheSessionLives() {
    value("b = Button()\nb.on_click { throw new IllegalStateException('no') }");
    Map<String, ?> click = Map.of("method", "custom", "content", Map.of("event", "click"));
    assertEquals(List.of("IllegalStateException: no"), heard("ButtonModel", click));
    assertEquals(2, value("1 + 1"));
  }

  @Test
  void badMessagesAreToldAndNeverFatal() {
    value("s = IntSlider()");
    for (Map<String, ?> bad :
        List.<Map<String, ?>>of(
            Map.of(),
            Map.of("method", "fly"),
            Map.of("method", "update"),
            Map.of("method", "update", "state", 3),
            Map.of("method", "custom", "content", "x"),
            update("value", "much"))) {
      List<String> told = heard("IntSliderModel", bad);
      assertTrue(told.get(told.size() - 1).matches("(ValueError|TraitError): .+"), told::toString);
    }
    heard("IntSliderModel", update("no_such", 3));
    assertEquals(0, value("s.value"));
  }

  @Test
  void aMenuIsChosenFrom() {
    value("d = Dropdown(options: [small: 8, large: 64])\nd.observe({ print(it.new) }, 'value')");
    assertEquals(
        List.of("echo_update {index=1}", "64"), heard("DropdownModel", update("index", 1)));
    front.told.clear();
    value("d.options = ['x', 'y', 'z']");
    assertEquals(
        List.of("update {_options_labels=[x, y, z]}", "update {index=0}", "x"), front.told);
    assertEquals("TraitError: Invalid selection: value not found", error("d.value = 'q'"));
  }

  @Test
  void outputIsCapturedByTheRequestThatMakesIt() {
    value("out = Output()");
    front.told.clear();
    value("out.with { print('inside') }\nprint('outside')");
    assertEquals(
        List.of("update {msg_id=request}", "inside", "update {msg_id=}", "outside"), front.told);
    front.told.clear();
    value("out.with { throw new IllegalStateException('in there') }");
    assertEquals("IllegalStateException: in there", front.told.get(1));
    session.setLanguage("python");
    front.told.clear();
    value("with out:\n    print('in')\n    1 / 0\nprint('on')");
    assertEquals(
        List.of(
            "update {msg_id=request}",
            "in",
            "ZeroDivisionError: division by zero",
            "update {msg_id=}",
            "on"),
        front.told);
  }

  @Test
  void interactRunsTheFunctionAgain() {
    value("interact(x: 1..9) { x -> print(\"x is $x\") }");
    assertTrue(
        front.told.containsAll(
            List.of("display view", "update {msg_id=request}", "clear true", "x is 5")),
        front.told::toString);
    assertEquals(
        List.of(
            "echo_update {value=8}",
            "update {msg_id=request}",
            "clear true",
            "x is 8",
            "update {msg_id=}"),
        heard("IntSliderModel", update("value", 8)));
  }

  @Test
  void interactTakesFunctionsOfBothLanguages() {
    value("def f(units, kind, deep) { print(units, kind, deep) }");
    value("interact(f, deep: true, units: 0..4, kind: ['GRU', 'LSTM'])");
    assertTrue(front.told.contains("2 GRU True"), front.told::toString);
    assertTrue(
        error("interact(f, units: 3)").startsWith("ValueError: cannot find widget"), "missing");
    assertTrue(error("interact(f, unit: 3)").contains("Did you mean: 'units'?"), "misspelt");
    session.setLanguage("python");
    run("from ipywidgets import interact, fixed");
    value("@interact(a=(0, 10), b=fixed(2))\ndef g(a, b, c='s'):\n    print(a, b, c)");
    assertTrue(front.told.contains("5 2 s"), front.told::toString);
  }

  @Test
  void withoutAFrontEndOfWidgetsThereIsText() {
    Recorder plain = new Recorder();
    Outcome outcome = session.run("IntSlider(value: 3)", plain);
    MimeBundle shown = ((Outcome.Value) outcome).shown();
    assertEquals(Map.of("text/plain", "IntSlider(value=3)"), shown.data());
    session.run("interact(x: 1..9) { x -> print(\"x is $x\") }", plain);
    assertTrue(plain.out.toString().contains("x is 5"), plain.out::toString);
  }

  @Test
  void theFrontEndAsksForAllWidgets() {
    value("a = IntSlider(3)\nb = Text('t')\nb.close()");
    List<Map<String, ?>> sent = new ArrayList<>();
    Comms.Line line =
        new Comms.Line() {
          @Override
          public String id() {
            return "control";
          }

          @Override
          public void send(Map<String, ?> data) {
            sent.add(data);
          }

          @Override
          public void close() {}
        };
    Comms.Listener asked =
        session
            .widgets()
            .accept("jupyter.widget.control", line, Map.of(), Map.of("version", "1.0.0"));
    asked.received(Map.of("method", "request_states"), List.of(), front);
    Map<?, ?> states = (Map<?, ?>) sent.get(0).get("states");
    Map<?, ?> slider = (Map<?, ?>) states.get(front.id("IntSliderModel"));
    assertEquals("IntSliderModel", slider.get("model_name"));
    assertEquals(3, ((Map<?, ?>) slider.get("state")).get("value"));
    assertTrue(!states.containsKey(front.id("TextModel")), states::toString);
  }

  @Test
  void helpKnowsWidgets() {
    List<String> names =
        session.complete("IntSlider(ori", 13).matches().stream()
            .map(Completions.Match::text)
            .toList();
    assertEquals(List.of("orientation="), names);
    value("s = IntSlider()");
    names = session.complete("s.obs", 5).matches().stream().map(Completions.Match::text).toList();
    assertEquals(List.of("observe"), names);
    assertTrue(session.inspect("IntSlider", 9, 0).orElseThrow().plain().contains("max=100"));
  }
}
