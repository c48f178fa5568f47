package io.nyala.keras.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.layers.Names;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.optimizers.SGD;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every argument of every callback, as {@code golden_callbacks.py} recorded its work. */
class CallbackGoldenTest {

  private static final Pattern DIGITS = Pattern.compile("(\\d+\\.\\d{5})\\d+");

  private final StringBuilder printed = new StringBuilder();
  private final List<String> calls = new ArrayList<>();

  /** A case of the golden file, shown by its name. */
  record Case(JsonNode node) {
    @Override
    public String toString() {
      return node.get("name").asText();
    }
  }

  static List<Case> golden() {
    List<Case> all = new ArrayList<>();
    Golden.read("callbacks").get("cases").forEach(node -> all.add(new Case(node)));
    return all;
  }

  @AfterEach
  void undoRedirection() {
    Progress.redirect(null, null);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void trainingGoesAsWithKeras(Case one, @TempDir Path folder) throws IOException {
    Progress.redirect(printed::append, printed::append);
    JsonNode node = one.node();
    Sequential model = null;
    History history = null;
    for (int run = 0; run < node.get("runs").asInt(); run++) {
      model = model(node);
      Callback callback = callback(node, folder);
      if (node.has("error")) {
        Sequential failing = model;
        KerasException error =
            assertThrows(KerasException.class, () -> fit(node, failing, callback));
        assertEquals(node.get("error").asText(), error.getMessage());
      } else {
        history = fit(node, model, callback);
      }
      if (callback instanceof LambdaCallback) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("batch_size", 5);
        arguments.put("verbose", 0);
        arguments.put("callbacks", List.of(callback));
        model.predict(arguments, CallbacksTest.formula(51, Shape.of(10, 4), 1));
      }
    }
    if (history != null) {
      compare(node, history);
    }
    weights(node, model);
    double rate = Golden.number(node.get("learning_rate"));
    assertEquals(rate, model.getOptimizer().learningRate(), 1e-6);
    assertEquals(
        node.get("printed").asText(), printed.toString().replace(folder.toString(), "<folder>"));
    files(node, folder);
    assertEquals(texts(node.get("calls")), calls);
    assertEquals(texts(node.get("tags")), tags(folder));
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(each -> all.add(each.asText()));
    return all;
  }

  private static Sequential model(JsonNode node) {
    Names.reset();
    Sequential model = CallbacksTest.small(0.5, null);
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("loss", "binary_crossentropy");
    arguments.put(
        "optimizer",
        SGD.CLASS.create(
            "learning_rate",
            Golden.number(node.get("rate")),
            "use_ema",
            node.get("use_ema").asBoolean(),
            "ema_momentum",
            0.5));
    arguments.put("metrics", List.of("accuracy"));
    model.compile(arguments);
    return model;
  }

  private Callback callback(JsonNode node, Path folder) {
    Map<String, Object> arguments = Golden.config(node.get("arguments"));
    arguments.replaceAll(
        (name, value) ->
            value instanceof Map<?, ?> function
                ? function(String.valueOf(function.get("function")), name)
                : value instanceof String text
                    ? text.replace("<folder>", folder.toString())
                    : value);
    return (Callback)
        Catalog.get(Callbacks.MODULE, node.get("class_name").asText()).create(List.of(), arguments);
  }

  private Callables.Fn function(String name, String event) {
    if (name.equals("halve")) {
      return args -> {
        double rate = ((Number) args[1]).doubleValue();
        return ((Number) args[0]).intValue() < 2 ? rate : rate * 0.5;
      };
    }
    return args -> {
      StringBuilder call = new StringBuilder(event);
      for (int i = 0; i < args.length - 1; i++) {
        call.append(' ').append(args[i]);
      }
      Map<?, ?> logs = (Map<?, ?>) args[args.length - 1];
      TreeSet<String> names = new TreeSet<>();
      if (logs != null) {
        logs.keySet().forEach(key -> names.add(String.valueOf(key)));
      }
      calls.add(call.append(' ').append(String.join(",", names)).toString());
      return null;
    };
  }

  private static History fit(JsonNode node, Sequential model, Callback callback) {
    Tensor y = CallbacksTest.formula(52, Shape.of(10, 1), 1);
    for (int i = 0; i < 10; i++) {
      y.put(i, y.getDouble(i) > 0 ? 1 : 0);
    }
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("batch_size", 4);
    arguments.put("shuffle", false);
    arguments.put("verbose", 0);
    arguments.put("epochs", node.get("fit_epochs").asInt());
    arguments.put("validation_split", 0.3);
    arguments.put("callbacks", List.of(callback));
    return model.fit(arguments, CallbacksTest.formula(51, Shape.of(10, 4), 1), y);
  }

  private static void compare(JsonNode node, History history) {
    List<Integer> epochs = new ArrayList<>();
    node.get("epochs").forEach(epoch -> epochs.add(epoch.asInt()));
    assertEquals(epochs, history.getEpoch());
    assertEquals(Golden.config(node.get("history")).keySet(), history.getHistory().keySet());
    for (String figure : history.getHistory().keySet()) {
      JsonNode expected = node.get("history").get(figure);
      assertEquals(expected.size(), history.numbers(figure).size(), figure);
      for (int i = 0; i < expected.size(); i++) {
        double value = Golden.number(expected.get(i));
        assertEquals(value, history.numbers(figure).get(i), 1e-5, figure + " " + i);
      }
    }
  }

  private static void weights(JsonNode node, Sequential model) {
    int i = 0;
    for (Variable weight : model.weights()) {
      for (int k = 0; k < weight.value().elements(); k++) {
        double expected = Golden.number(node.get("weights").get(i++));
        assertEquals(expected, weight.value().getDouble(k), 1e-5);
      }
    }
  }

  private static void files(JsonNode node, Path folder) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    node.get("files")
        .fields()
        .forEachRemaining(file -> expected.put(file.getKey(), content(file.getValue().asText())));
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        boolean text = name.endsWith(".csv") || name.endsWith(".json");
        found.put(
            name.contains("tfevents") ? "events in " + folder.relativize(file.getParent()) : name,
            text ? content(Files.readString(file)) : "null");
      }
    }
    assertEquals(expected, found);
  }

  /** A text in which numbers have five digits after the point. */
  private static String content(String text) {
    return DIGITS.matcher(text.replace("\r\n", "\n")).replaceAll("$1");
  }

  private static List<String> tags(Path folder) throws IOException {
    TreeSet<String> tags = new TreeSet<>();
    for (String part : List.of("train", "validation")) {
      Path events = folder.resolve("tb").resolve(part);
      if (Files.exists(events)) {
        EventReader.tags(events).forEach(tag -> tags.add("tb/" + part + " " + tag));
      }
    }
    return List.copyOf(tags);
  }
}
