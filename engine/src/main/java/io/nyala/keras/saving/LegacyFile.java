package io.nyala.keras.saving;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Compilation;
import io.nyala.keras.models.Model;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The older {@code .h5} file: the model's description in an attribute, the weights of each layer in
 * a group of its name, in order. Source: keras/src/legacy/saving/legacy_h5_format.py.
 */
final class LegacyFile {

  private static final String WEIGHTS = "model_weights";
  private static final String OPTIMIZER = "optimizer_weights";
  private static final String NAMES = "weight_names";

  /** Weights of the model itself, beside those of its layers. */
  private static final String TOP = "top_level_model_weights";

  private static final String UNBUILT =
      " This form does not say for what inputs a class of someone's own was built: make the model by"
          + " its code, call it on some data and read the weights with load_weights.";

  private LegacyFile() {}

  static void save(Model model, Path path, boolean withOptimizer) {
    ModelFile.requireConfig(model);
    SafeWrite.to(
        path,
        passing -> {
          try (HdfOutput out = new HdfOutput(passing)) {
            out.attribute("", "keras_version", ModelFile.KERAS);
            out.attribute("", "backend", "tensorflow");
            out.attribute("", "model_config", text(describe(model)));
            if (withOptimizer && model.compilation() != null) {
              out.attribute("", "training_config", text(training(model.compilation())));
            }
            writeWeights(out, model);
            if (withOptimizer && model.getOptimizer() != null) {
              write(out, OPTIMIZER, model.getOptimizer().variables());
            }
          }
        });
  }

  private static String text(Object value) {
    return new String(ModelFile.json(value), StandardCharsets.UTF_8);
  }

  /** As a {@code .keras} file has it, with vocabularies written out: here are no assets. */
  private static Map<String, Object> describe(Model model) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("class_name", model.kerasClass().name());
    described.put("config", HasAssets.inline(model::getConfig));
    return described;
  }

  private static Map<String, Object> training(Compilation compilation) {
    Map<String, Object> training = new LinkedHashMap<>();
    for (String name : List.of("loss", "loss_weights", "metrics", "weighted_metrics")) {
      training.put(name, compilation.arguments().get(name));
    }
    Optimizer optimizer = compilation.optimizer();
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("class_name", optimizer.kerasClass().name());
    described.put("config", optimizer.getConfig());
    training.put("optimizer_config", described);
    return training;
  }

  private static void writeWeights(HdfOutput out, Model model) {
    List<Layer> layers = withWeights(model);
    out.attribute(
        WEIGHTS, "layer_names", layers.stream().map(Layer::getName).toArray(String[]::new));
    out.attribute(WEIGHTS, "backend", "tensorflow");
    out.attribute(WEIGHTS, "keras_version", ModelFile.KERAS);
    List<Layer> sorted = new ArrayList<>(layers);
    sorted.sort(Comparator.comparing(Layer::getName));
    for (Layer layer : sorted) {
      write(out, WEIGHTS + "/" + layer.getName(), ordered(layer));
    }
    if (!model.ownWeights().isEmpty()) {
      write(out, WEIGHTS + "/" + TOP, trainedFirst(model.ownWeights()));
    }
  }

  private static void write(HdfOutput out, String group, List<Variable> variables) {
    Set<String> names = new LinkedHashSet<>();
    for (Variable variable : variables) {
      String name = variable.path();
      for (int i = 1; !names.add(name); i++) {
        name = variable.path() + "_" + i;
      }
    }
    out.attribute(group, NAMES, names.toArray(String[]::new));
    int i = 0;
    for (String name : names) {
      out.dataset(group + "/" + name, variables.get(i++).value());
    }
  }

  private static List<Layer> withWeights(Model model) {
    return model.layers().stream().filter(layer -> !layer.weights().isEmpty()).toList();
  }

  /** Trainable weights first, as the form has it. */
  private static List<Variable> ordered(Layer layer) {
    return trainedFirst(layer.weights());
  }

  private static List<Variable> trainedFirst(List<Variable> weights) {
    List<Variable> all = new ArrayList<>(weights);
    all.sort(Comparator.comparing(weight -> !weight.trainable()));
    return all;
  }

  static Model load(Path path, boolean compile) {
    byte[] content = Saving.content(path);
    try (HdfInput in = HdfInput.of(content, path.toString())) {
      String config = in.text("", "model_config");
      if (config == null) {
        throw KerasException.value(
            "No model config found in the file at "
                + path
                + ". If it holds weights alone, make the model by its code and use load_weights.");
      }
      Map<String, Object> described = ModelFile.parse(config, path);
      return WeightBudget.within(
          content.length,
          () -> {
            Model model = ModelFile.build(described, path);
            readWeights(in, model, false);
            String training = in.text("", "training_config");
            if (compile && training != null) {
              compile(in, model, ModelFile.parse(training, path));
            }
            return model;
          });
    }
  }

  private static void compile(HdfInput in, Model model, Map<String, Object> training) {
    Map<String, Object> settled = new LinkedHashMap<>(training);
    settled.put("optimizer", settled.remove("optimizer_config"));
    ModelFile.compile(model, settled);
    Optimizer optimizer = model.getOptimizer();
    List<String> names = in.texts(OPTIMIZER, NAMES);
    if (optimizer == null || names.isEmpty()) {
      return;
    }
    if (names.size() > optimizer.variables().size()) {
      optimizer.build(model.trainableWeights());
    }
    assign(in, OPTIMIZER, names, optimizer.variables(), "optimizer " + optimizer.name());
  }

  /** Reads the weights of each layer in order. */
  static void readWeights(HdfInput in, Model model, boolean skipMismatch) {
    String root = in.has(WEIGHTS) ? WEIGHTS : "";
    List<String> saved = new ArrayList<>();
    for (String name : in.texts(root, "layer_names")) {
      if (!in.texts(WeightTree.inside(root, name), NAMES).isEmpty()) {
        saved.add(name);
      }
    }
    List<Layer> layers = withWeights(model);
    if (saved.size() != layers.size()) {
      throw KerasException.value(
          "Layer count mismatch when loading weights from file. Model expected "
              + layers.size()
              + " layers, found "
              + saved.size()
              + " saved layers."
              + (model.isBuilt() ? "" : UNBUILT));
    }
    for (int i = 0; i < saved.size(); i++) {
      String group = WeightTree.inside(root, saved.get(i));
      Layer layer = layers.get(i);
      String what = "layer #" + i + " (named " + layer.getName() + ")";
      try {
        assign(in, group, in.texts(group, NAMES), ordered(layer), what);
      } catch (KerasException wrong) {
        if (!skipMismatch) {
          throw wrong;
        }
      }
    }
    List<String> top = in.texts(WeightTree.inside(root, TOP), NAMES);
    if (!top.isEmpty()) {
      List<Variable> own = trainedFirst(model.ownWeights());
      assign(in, WeightTree.inside(root, TOP), top, own, "the model itself");
    }
  }

  private static void assign(
      HdfInput in, String group, List<String> names, List<Variable> variables, String what) {
    if (names.size() != variables.size()) {
      throw KerasException.value(
          "Weight count mismatch for "
              + what
              + ": it has "
              + variables.size()
              + " weights, the file "
              + names.size()
              + ".");
    }
    List<Tensor> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Shape shape = variables.get(i).shape();
      Tensor value = in.read(group + "/" + names.get(i), shape);
      if (value == null) {
        throw KerasException.value("The file has no values for " + names.get(i) + " of " + what);
      }
      values.add(value.cast(variables.get(i).dtype()));
    }
    for (int i = 0; i < names.size(); i++) {
      variables.get(i).assign(values.get(i));
    }
  }
}
