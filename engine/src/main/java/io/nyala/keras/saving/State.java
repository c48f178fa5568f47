package io.nyala.keras.saving;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.models.Model;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a model and its optimizer, to and from an HDF5 file laid out as Keras does. */
final class State {

  private static final String OPTIMIZER = "optimizer";

  private State() {}

  /** Writes the values. */
  static void write(Path path, Model model) {
    try (HdfOutput out = new HdfOutput(path)) {
      for (WeightTree.Place place : WeightTree.of(model, null)) {
        String group = WeightTree.inside(place.path(), "vars");
        out.attribute(group, "name", place.layer().getName());
        for (int i = 0; i < place.variables().size(); i++) {
          out.dataset(place.value(String.valueOf(i)), place.variables().get(i).value());
        }
        if (place.layer() instanceof HasAssets assets) {
          for (String where : assets.places()) {
            String inner = WeightTree.inside(place.path(), where);
            assets.store().forEach((key, value) -> out.dataset(values(inner, key), value));
          }
        }
      }
      Optimizer optimizer = model.getOptimizer();
      if (optimizer != null) {
        out.attribute(OPTIMIZER + "/vars", "name", optimizer.name());
        List<Variable> variables = optimizer.variables();
        for (int i = 0; i < variables.size(); i++) {
          out.dataset(values(OPTIMIZER, String.valueOf(i)), variables.get(i).value());
        }
      }
    }
  }

  private static String values(String path, String key) {
    return WeightTree.inside(path, "vars/" + key);
  }

  /** The files that go with the model, by their paths in the archive. */
  static Map<String, byte[]> assets(Model model) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (WeightTree.Place place : WeightTree.of(model, null)) {
      if (place.layer() instanceof HasAssets assets && assets.expectsAssets()) {
        for (String where : assets.places()) {
          String folder = WeightTree.inside("assets", WeightTree.inside(place.path(), where));
          assets.assets().forEach((name, content) -> files.put(folder + "/" + name, content));
        }
      }
    }
    return files;
  }

  /**
   * Reads the values.
   *
   * @param config the config the model was read from, whose optimizer is built for its state; null:
   *     values alone are read
   * @param archive where the files are that go with the model; null: nowhere
   * @param skipMismatch whether values that do not fit are left out
   */
  static void read(
      HdfInput in, Model model, Map<?, ?> config, Archive archive, boolean skipMismatch) {
    for (WeightTree.Place place : WeightTree.of(model, config)) {
      try {
        readPlace(in, place);
        if (archive != null) {
          readAssets(archive, place);
        }
      } catch (KerasException wrong) {
        if (!skipMismatch) {
          throw wrong;
        }
      }
    }
    if (model.getOptimizer() != null && in.has(OPTIMIZER + "/vars")) {
      readOptimizer(in, model, config != null);
    }
  }

  private static void readPlace(HdfInput in, WeightTree.Place place) {
    List<Variable> variables = place.variables();
    List<Tensor> values = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      Tensor value = in.read(place.value(String.valueOf(i)), variable.shape());
      if (value == null) {
        throw KerasException.value(
            "Layer '"
                + place.layer().getName()
                + "' expected "
                + variables.size()
                + " variables, but the file has "
                + in.names(WeightTree.inside(place.path(), "vars")).size()
                + " at '"
                + place.path()
                + "'. Is it a file of this model?");
      }
      values.add(value.cast(variable.dtype()));
    }
    int saved = in.names(WeightTree.inside(place.path(), "vars")).size();
    if (saved > values.size() && !(place.layer() instanceof HasAssets)) {
      throw KerasException.value(
          "Layer '"
              + place.layer().getName()
              + "' "
              + (place.layer().isBuilt()
                  ? "expected " + values.size() + " variables"
                  : "was never built and thus doesn't have any variables")
              + ", but the file has "
              + saved
              + " at '"
              + place.path()
              + "'. In most cases a layer built in call() or a file of another model is the cause.");
    }
    for (int i = 0; i < variables.size(); i++) {
      variables.get(i).assign(values.get(i));
    }
    if (place.layer() instanceof HasAssets assets) {
      assets.store(stored(in, WeightTree.inside(place.path(), "vars")));
    }
  }

  private static Map<String, Tensor> stored(HdfInput in, String group) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (String name : in.names(group)) {
      Shape shape = in.shape(group + "/" + name);
      if (shape != null) {
        values.put(name, in.read(group + "/" + name, shape));
      }
    }
    return values;
  }

  private static void readAssets(Archive archive, WeightTree.Place place) {
    if (place.layer() instanceof HasAssets assets && assets.expectsAssets()) {
      Map<String, byte[]> files = Map.of();
      for (String where : assets.places()) {
        String folder = WeightTree.inside("assets", WeightTree.inside(place.path(), where));
        files = files.isEmpty() ? archive.folder(folder) : files;
      }
      assets.assets(files);
    }
  }

  /** As in Keras, a state that does not fit is left aside with a warning. */
  private static void readOptimizer(HdfInput in, Model model, boolean build) {
    Optimizer optimizer = model.getOptimizer();
    int saved = in.names(OPTIMIZER + "/vars").size();
    if (build && saved > optimizer.variables().size()) {
      optimizer.build(model.trainableWeights());
    }
    List<Variable> variables = optimizer.variables();
    if (saved != variables.size()) {
      Progress.warn(
          "UserWarning: Skipping variable loading for optimizer '"
              + optimizer.name()
              + "', because it has "
              + variables.size()
              + " variables whereas the saved optimizer has "
              + saved
              + " variables. ");
      return;
    }
    for (int i = 0; i < saved; i++) {
      Variable variable = variables.get(i);
      Tensor value = in.read(values(OPTIMIZER, String.valueOf(i)), variable.shape());
      if (value == null) {
        throw KerasException.value("The file's optimizer state is incomplete.");
      }
      variable.assign(value.cast(variable.dtype()));
    }
  }
}
