package io.nyala.keras.saving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.keras.KerasException;
import io.nyala.keras.custom.CustomModel;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Compilation;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Models;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code .keras} file: a zip of {@code metadata.json}, {@code config.json}, {@code
 * model.weights.h5} and {@code assets/}. Source: keras/src/saving/saving_lib.py.
 */
final class ModelFile {

  /** The version whose form the files have. */
  static final String KERAS = "3.15.1";

  static final String WEIGHTS = "model.weights.h5";
  private static final String CONFIG = "config.json";
  private static final String METADATA = "metadata.json";
  private static final int MOST_CONFIG = 64 << 20;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss");

  private ModelFile() {}

  static void save(Model model, Path path) {
    Map<String, byte[]> content = new LinkedHashMap<>();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("keras_version", KERAS);
    metadata.put("date_saved", DATE.format(LocalDateTime.now()));
    content.put(METADATA, json(metadata));
    content.put(CONFIG, json(describe(model)));
    SafeWrite.to(
        path,
        passing -> {
          Path weights = Files.createTempFile("nyala", ".h5");
          try {
            State.write(weights, model);
            content.put(WEIGHTS, Files.readAllBytes(weights));
          } finally {
            Files.deleteIfExists(weights);
          }
          content.putAll(State.assets(model));
          Archive.write(passing, content);
        });
  }

  /** A model with what {@code compile} settled. */
  static Map<String, Object> describe(Model model) {
    requireConfig(model);
    Map<String, Object> described = new LinkedHashMap<>(model.describe());
    Compilation compilation = model.compilation();
    if (compilation != null) {
      described.put("compile_config", compilation.arguments().config());
    }
    return described;
  }

  /**
   * Refuses a model whose structure is code.
   *
   * @throws KerasException naming what can be written of it
   */
  static void requireConfig(Model model) {
    String name = model.kerasClass().name();
    if (!name.equals("Sequential")
        && !name.equals("Functional")
        && !(model instanceof CustomModel)) {
      throw KerasException.unsupported(
          "The model '"
              + model.getName()
              + "' is a class of your own ("
              + name
              + "), whose code a model file does not hold. Write its weights with"
              + " model.save_weights('name.weights.h5'), make the model again by its code and read"
              + " them with load_weights.");
    }
  }

  static byte[] json(Object value) {
    try {
      return new ObjectMapper().writeValueAsBytes(Configs.plain(value));
    } catch (JsonProcessingException e) {
      throw KerasException.state("The model's description cannot be written: " + e.getMessage());
    }
  }

  static Model load(Path path, boolean compile) {
    try (Archive archive = new Archive(path)) {
      Map<String, Object> described = config(archive, path);
      byte[] weights = weights(archive, path);
      return WeightBudget.within(
          weights.length,
          () -> {
            Model model = build(described, path);
            if (compile) {
              compile(model, Configs.ready(described.get("compile_config")));
            }
            try (HdfInput in = HdfInput.of(weights, path.toString())) {
              State.read(in, model, (Map<?, ?>) described.get("config"), archive, false);
            }
            return model;
          });
    }
  }

  /** The weights part of an archive. */
  static byte[] weights(Archive archive, Path path) {
    if (!archive.has(WEIGHTS) && archive.has("model.weights.npz")) {
      throw KerasException.unsupported(
          "The file '" + path + "' holds its weights as npz; only h5 is supported.");
    }
    return archive.read(WEIGHTS);
  }

  private static Map<String, Object> config(Archive archive, Path path) {
    byte[] json = archive.read(CONFIG);
    if (json.length > MOST_CONFIG) {
      throw HdfInput.damaged(path.toString(), "its config has " + json.length + " bytes", null);
    }
    return parse(new String(json, StandardCharsets.UTF_8), path);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> parse(String json, Path path) {
    try {
      Map<String, Object> map = new ObjectMapper().readValue(json, LinkedHashMap.class);
      if (map == null) {
        throw HdfInput.damaged(path.toString(), "it describes no model", null);
      }
      return (Map<String, Object>) Configs.ready(map);
    } catch (KerasException known) {
      throw known;
    } catch (RuntimeException | StackOverflowError | IOException e) {
      throw HdfInput.damaged(path.toString(), "its description is no valid JSON", e);
    }
  }

  /** The model that a description asks for, without values. */
  static Model build(Map<?, ?> described, Path path) {
    if (CustomObjects.classOf(described) != null) {
      return (Model) own(described);
    }
    Object name = described.get("class_name");
    if (!"Sequential".equals(name) && !"Functional".equals(name)) {
      throw KerasException.type(
          "The file '"
              + path
              + "' holds a "
              + name
              + ", a class of someone's own. Give the class to load_model, custom_objects={'"
              + name
              + "': "
              + name
              + "}, or make the model by its code and read the weights alone with load_weights.");
    }
    try {
      return Models.fromConfig(described);
    } catch (KerasException known) {
      throw known;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw HdfInput.damaged(path.toString(), "its description makes no model (" + e + ")", e);
    }
  }

  /** A layer or model of a person's own class, built for the shape it had. */
  @SuppressWarnings("unchecked")
  static Layer own(Map<?, ?> described) {
    Object type = CustomObjects.classOf(described);
    Layer made = (Layer) CustomObjects.make(type, (Map<String, Object>) described.get("config"));
    if (described.get("build_config") instanceof Map<?, ?> built
        && built.get("input_shape") != null
        && !made.isBuilt()) {
      made.invoke(List.of(zeros(built.get("input_shape"))), Map.of());
    }
    return made;
  }

  /** Zeros of a shape, or of each in a list or map of shapes; of unknown extents, one. */
  private static Object zeros(Object shape) {
    if (shape instanceof Map<?, ?> many) {
      Map<String, Object> all = new LinkedHashMap<>();
      many.forEach((name, each) -> all.put(String.valueOf(name), zeros(each)));
      return all;
    }
    List<?> extents = (List<?>) shape;
    if (!extents.isEmpty() && !extents.stream().allMatch(e -> e == null || e instanceof Integer)) {
      return extents.stream().map(ModelFile::zeros).toList();
    }
    Shape one = Shape.of(extents.stream().map(e -> e == null ? 1 : (Integer) e).toList());
    WeightBudget.take(one);
    return Tensor.zeros(DType.FLOAT32, one);
  }

  /** Settles what a file says {@code compile} had settled. */
  static void compile(Model model, Object settled) {
    if (settled instanceof Map<?, ?> arguments && arguments.get("optimizer") != null) {
      Map<String, Object> known = new LinkedHashMap<>();
      for (String name :
          List.of("optimizer", "loss", "loss_weights", "metrics", "weighted_metrics")) {
        known.put(name, arguments.get(name));
      }
      model.compile(known);
    }
  }
}
