package io.nyala.keras.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.custom.CustomModel;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.Names;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code model.summary()} prints what the oracle prints, to the last character. */
class SummaryGoldenTest {

  /** The weights of "big" take 1.6 GB. */
  private static final boolean HEAP_IS_LARGE = Runtime.getRuntime().maxMemory() > 4L << 30;

  @TestFactory
  Stream<DynamicTest> summaries() {
    JsonNode cases = Golden.read("summary").get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(each -> !each.get("name").asText().startsWith("big") || HEAP_IS_LARGE)
        .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
  }

  @AfterEach
  void forgetNames() {
    Names.reset();
  }

  private static void check(JsonNode golden) {
    Names.reset();
    Model model = build(golden.get("name").asText());
    String text =
        Summary.of(
            model,
            Summary.ARGS.bind(List.of(), Golden.config(golden.get("arguments"))),
            golden.get("columns").asInt());
    assertEquals(golden.get("text").asText(), text);
  }

  private static Model build(String name) {
    if (name.startsWith("course")) {
      String kind = name.substring(7, name.indexOf(','));
      Layer recurrent =
          kind.equals("Bidirectional")
              ? layer(kind, "layer", layer("LSTM", "units", 128))
              : layer(kind, "units", 128);
      return course(recurrent, name.contains("after fit"));
    }
    return switch (name.substring(0, name.indexOf(','))) {
      case "numbers_only" -> model("numbers", embedding(), lstm(true), lstm(false), dense(1));
      case "with_input" ->
          model(null, input(5, 4), layer("SimpleRNN", "units", 3), dropout(), dense(2));
      case "frozen" -> frozen();
      case "long_names" -> longNames();
      case "straight_functional" -> {
        KerasTensor input = input(Shape.of(5, 4), "float32", "sequence");
        yield Functional.of(input, dense(2).invoke(lstm(false).invoke(input)));
      }
      case "branching" -> branching();
      case "shared" -> {
        KerasTensor a = input(4);
        KerasTensor b = input(4);
        Layer both = dense(3);
        List<Object> pair = List.of(both.invoke(a), both.invoke(b));
        yield Functional.of(List.of(a, b), layer("Subtract").invoke(pair));
      }
      case "several_outputs" -> {
        KerasTensor input = input(5, 4);
        Layer lstm = layer("LSTM", "units", 3, "return_sequences", true, "return_state", true);
        yield Functional.of(input, lstm.invoke(input));
      }
      case "masked" -> {
        KerasTensor input = input(Shape.of(Shape.UNKNOWN), "int32", null);
        Object x =
            layer("Embedding", "input_dim", 10, "output_dim", 4, "mask_zero", true).invoke(input);
        Layer both = layer("Bidirectional", "layer", layer("GRU", "units", 3));
        Object y = both.invoke(x);
        yield Functional.of(input, dense(1).invoke(y));
      }
      case "big" -> model(null, input(1000), zeros(20000), zeros(20000));
      case "nested" -> {
        Model inner = model("inner", input(4), dense(3), dense(2));
        yield model("outer", input(4), dense(4), inner, dense(1));
      }
      case "subclassed" -> new Chapter();
      case "subclassed_called" -> {
        Chapter chapter = new Chapter();
        chapter.invoke(Tensor.zeros(DType.INT32, Shape.of(2, 5)));
        yield chapter;
      }
      default -> throw new AssertionError(name);
    };
  }

  private static Layer zeros(int units) {
    return layer("Dense", "units", units, "kernel_initializer", "zeros");
  }

  private static Model course(Layer recurrent, boolean fitted) {
    List<String> vocabulary = IntStream.range(0, 5402).mapToObj(i -> "w" + i).toList();
    Model model =
        model(
            null,
            layer("TextVectorization", "vocabulary", vocabulary),
            layer("Embedding", "input_dim", 5404, "output_dim", 64, "mask_zero", true),
            recurrent,
            layer("Dense", "units", 1, "activation", "sigmoid"));
    model.compile(Map.of("loss", "binary_crossentropy", "optimizer", "adam"));
    if (fitted) {
      Tensor x = Tensor.of(Shape.of(2), "w1 w2", "w3");
      model.fit(Map.of("verbose", 0), x, Tensor.of(Shape.of(2), 0, 1));
    }
    return model;
  }

  private static Model frozen() {
    return model(
        null,
        input(5),
        layer("Embedding", "input_dim", 10, "output_dim", 4, "trainable", false),
        layer("GRU", "units", 3),
        layer("BatchNormalization"),
        dense(1));
  }

  private static Model longNames() {
    Layer words =
        layer(
            "Embedding",
            "input_dim",
            10,
            "output_dim",
            4,
            "name",
            "a_rather_long_name_for_an_embedding_layer");
    Layer both =
        layer(
            "Bidirectional",
            "layer",
            lstm(false),
            "name",
            "reads_in_both_directions_at_once_and_merges");
    return model("long_names", input(5), words, both);
  }

  private static Model branching() {
    KerasTensor a = input(Shape.of(5, 4), "float32", "left");
    KerasTensor b = input(Shape.of(3), "float32", "right");
    Object x = lstm(false).invoke(a);
    Object y = layer("Dense", "units", 3, "activation", "relu").invoke(b);
    Object z = layer("Concatenate").invoke(List.of(x, y));
    List<Object> outputs =
        List.of(
            layer("Dense", "units", 1, "name", "score").invoke(z),
            layer("Dense", "units", 2, "name", "kind").invoke(z));
    return Functional.CLASS.create(
        "inputs", List.of(a, b), "outputs", outputs, "name", "branching");
  }

  private static KerasTensor input(int... sample) {
    return input(Shape.of(sample), "float32", null);
  }

  private static KerasTensor input(Shape sample, String type, String name) {
    KerasClass<InputLayer> input = InputLayer.CLASS;
    return input.create("shape", sample, "dtype", type, "name", name).output();
  }

  private static Layer layer(String kind, Object... namesAndValues) {
    return (Layer) Catalog.get("keras.layers", kind).create(namesAndValues);
  }

  private static Layer dense(int units) {
    return layer("Dense", "units", units);
  }

  private static Layer dropout() {
    return layer("Dropout", "rate", 0.5);
  }

  private static Layer embedding() {
    return layer("Embedding", "input_dim", 10, "output_dim", 4);
  }

  private static Layer lstm(boolean sequences) {
    return layer("LSTM", "units", 3, "return_sequences", sequences);
  }

  private static Sequential model(String name, Object... layers) {
    Sequential model = Sequential.CLASS.create("name", name);
    List.of(layers).forEach(model::add);
    return model;
  }

  /** A model of a person's own. */
  static final class Chapter extends CustomModel {
    private final Layer embedding = embedding();
    private final Sequential rnn = inside();
    private final Layer outlayer = dense(1);

    private static Sequential inside() {
      List<Layer> both = new ArrayList<>(List.of(lstm(true), lstm(false)));
      return Sequential.CLASS.create("layers", both);
    }

    /** The output for inputs. */
    public Object call(Object inputs) {
      return outlayer.invoke(rnn.invoke(embedding.invoke(inputs)));
    }
  }
}
