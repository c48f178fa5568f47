package io.nyala.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.Golden;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.Functions;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arguments of layers, losses, metrics, optimizers and the like are Keras' own, in Keras'
 * order.
 */
class SignaturesTest {

  private static final List<String> MODULES =
      List.of(
          "activations",
          "callbacks",
          "constraints",
          "initializers",
          "layers",
          "losses",
          "metrics",
          "optimizers",
          "optimizers.schedules",
          "regularizers");

  /** Base classes, which a person extends, and what is refused as a whole. */
  private static final List<String> APART =
      List.of(
          "Activation",
          "Callback",
          "CallbackList",
          "Constraint",
          "Initializer",
          "LearningRateSchedule",
          "Loss",
          "LossScaleOptimizer",
          "MeanMetricWrapper",
          "Metric",
          "MultiOptimizer",
          "Muon",
          "Optimizer",
          "OptimizerMap",
          "OrbaxCheckpoint",
          "Regularizer",
          "RemoteMonitor",
          "STFT",
          "STFTInitializer",
          "ScheduleFreeAdamW",
          "stft");

  private static final String OTHER_LAYERS =
      ".*[23]D|.*Transpose|Adaptive.*|ConvLSTM.*|Random.*|Depthwise.*|Separable.*|.*Spectrogram"
          + "|AugMix|AutoContrast|CenterCrop|Contrast.*|CutMix|Equalization|MixUp|RandAugment"
          + "|Rescaling|Resizing|Solarization|MaxNumBoundingBoxes|Pipeline|FeatureSpace"
          + "|CategoryEncoding|Discretization|Hash.*|Normalization|FlaxLayer|JaxLayer|TFSMLayer"
          + "|TorchModuleWrapper|GroupNormalization|RMSNormalization|SpectralNormalization"
          + "|GroupQueryAttention|ReversibleEmbedding|Input|InputSpec|Layer|Wrapper|deserialize"
          + "|serialize";

  record One(String module, String name, JsonNode arguments) {
    @Override
    public String toString() {
      return module + "." + name;
    }
  }

  static Stream<One> signatures() {
    List<One> all = new ArrayList<>();
    JsonNode modules = Golden.read("signatures").get("modules");
    for (String module : MODULES) {
      modules
          .get(module)
          .fields()
          .forEachRemaining(
              each -> {
                One one = new One(module, each.getKey(), each.getValue().get("arguments"));
                boolean elsewhere = module.equals("layers") && table(one) == null;
                if (!APART.contains(each.getKey()) && !elsewhere) {
                  all.add(one);
                }
              });
    }
    return all.stream();
  }

  /** Layers for images, audio and other backends are left out; those for sequences are there. */
  @Test
  void layersForSequencesAreThere() {
    List<String> missing = new ArrayList<>();
    Golden.read("signatures")
        .get("modules")
        .get("layers")
        .fieldNames()
        .forEachRemaining(missing::add);
    missing.removeIf(name -> name.matches(OTHER_LAYERS));
    missing.removeIf(name -> table(new One("layers", name, null)) != null);
    assertEquals(List.of(), missing);
  }

  private static ArgTable table(One one) {
    String module = "keras." + one.module();
    KerasClass<?> kerasClass = Catalog.find(module, one.name());
    KerasFunction function = Functions.find(module, one.name());
    return kerasClass != null ? kerasClass.table() : function == null ? null : function.table();
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void argumentsAndDefaultsAreThoseOfKeras(One one) {
    ArgTable table = table(one);
    assertNotNull(table, one + " is not there");
    List<String> expected = new ArrayList<>();
    one.arguments().forEach(a -> expected.add(a.get(0).asText()));
    expected.removeAll(List.of("custom_objects"));
    List<String> found = new ArrayList<>(table.args().stream().map(Arg::name).toList());
    assertEquals(expected, found.subList(0, Math.min(found.size(), expected.size())));
    for (JsonNode argument : one.arguments()) {
      if (argument.size() > 1 && !argument.get(0).asText().equals("custom_objects")) {
        String name = argument.get(0).asText();
        JsonNode wanted = new ObjectMapper().createObjectNode().set("default", argument.get(1));
        Object value = table.get(name).defaultValue();
        assertEquals(Golden.plain(Golden.config(wanted).get("default")), Golden.plain(value), name);
      }
    }
  }
}
