package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.ModelArgs;
import io.nyala.keras.utils.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes models to files and reads them: {@code .keras}, the older {@code .h5}, and {@code
 * .weights.h5} for the weights alone. Files go both ways between Nyala and Python's Keras.
 */
public final class Saving {

  private static final KerasFunction LOAD_MODEL =
      new KerasFunction(
          "load_model",
          "keras.models",
          "Reads a model from a .keras or .h5 file.",
          ArgTable.of(
              "load_model",
              Arg.required("filepath", ArgTypes.ANY, "The file."),
              Arg.of(
                  "custom_objects", ArgTypes.ANY, null, "Your own classes and functions by name."),
              Arg.of("compile", ArgTypes.BOOL, true, "Whether to settle what compile had settled."),
              Arg.of("safe_mode", ArgTypes.BOOL, true, "Accepted; code is never run.")),
          Saving::load);

  private static final KerasFunction SAVE_MODEL =
      new KerasFunction(
          "save_model",
          "keras.models",
          "Writes a model to a .keras or .h5 file.",
          ArgTable.of(
              "save_model",
              Arg.required("model", ArgTypes.ANY, "The model."),
              Arg.required("filepath", ArgTypes.ANY, "The file."),
              Arg.of("overwrite", ArgTypes.BOOL, true, "Whether a file that is there is replaced."),
              Arg.of("zipped", ArgTypes.BOOL, true, "Only true is supported.")),
          arguments -> {
            Map<String, Object> settings = new java.util.LinkedHashMap<>();
            for (String name : List.of("filepath", "overwrite", "zipped")) {
              settings.put(name, arguments.get(name));
            }
            save((Model) arguments.get("model"), ModelArgs.SAVE.bind(List.of(), settings));
            return null;
          });

  /** {@code load_model} and {@code save_model}, in both modules that have them. */
  public static final List<KerasFunction> FUNCTIONS =
      Stream.of(
              List.of(
                  LOAD_MODEL,
                  SAVE_MODEL,
                  LOAD_MODEL.in("keras.saving"),
                  SAVE_MODEL.in("keras.saving")),
              Registration.FUNCTIONS,
              Serialization.FUNCTIONS)
          .flatMap(List::stream)
          .toList();

  private Saving() {}

  /** Reads a model from a file. */
  public static Model load(Object filepath) {
    return load(LOAD_MODEL.table().bind(List.of(filepath), Map.of()));
  }

  private static Model load(Arguments arguments) {
    Path path = existing(arguments.get("filepath"));
    boolean compile = arguments.flag("compile");
    Map<?, ?> own = arguments.get("custom_objects") instanceof Map<?, ?> given ? given : Map.of();
    return CustomObjects.within(own, () -> guarded(path, compile));
  }

  /** Classes check their arguments in many ways; whatever they throw, the file is to blame. */
  private static Model guarded(Path path, boolean compile) {
    try {
      return load(path, compile);
    } catch (KerasException known) {
      throw known;
    } catch (NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException
        | ArithmeticException
        | NegativeArraySizeException
        | IllegalArgumentException
        | StackOverflowError
        | OutOfMemoryError e) {
      throw HdfInput.damaged(path.toString(), "its description makes no model (" + e + ")", e);
    }
  }

  private static Model load(Path path, boolean compile) {
    String name = path.getFileName().toString();
    if (name.endsWith(".keras")) {
      return ModelFile.load(path, compile);
    }
    if (name.endsWith(".weights.h5")) {
      throw KerasException.value(
          "The file '"
              + path
              + "' holds weights without a model. Make the model by its code and read them with"
              + " model.load_weights.");
    }
    if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
      return LegacyFile.load(path, compile);
    }
    throw KerasException.value(
        "File format not supported: filepath="
            + path
            + ". Keras 3 only supports `.keras` files and legacy H5 format files (`.h5`"
            + " extension).");
  }

  /** Settles for a model what {@code compile} had settled for another, with a new optimizer. */
  public static void compileLike(Model model, Model other) {
    if (other.compilation() != null) {
      Object settled = Configs.plain(other.compilation().arguments().config());
      ModelFile.compile(model, Configs.ready(settled));
    }
  }

  /** Writes a model, with the arguments of {@code model.save}. */
  public static void save(Model model, Arguments arguments) {
    Path path = target(arguments);
    String name = path.getFileName().toString();
    if (!arguments.flag("zipped")) {
      throw KerasException.unsupported("`zipped=False` is not supported; save to a .keras file.");
    }
    if (name.endsWith(".keras")) {
      if (!model.isBuilt()) {
        Progress.warn(
            "UserWarning: You are saving a model that has not yet been built. It might not contain"
                + " any weights yet. Consider building the model first by calling it on some data.");
      }
      ModelFile.save(model, path);
    } else if (name.endsWith(".weights.h5")) {
      throw KerasException.value(
          "A .weights.h5 file holds weights alone; use model.save_weights, or save to .keras.");
    } else if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
      requireBuilt(model, "saving");
      LegacyFile.save(model, path, arguments.flag("include_optimizer"));
    } else {
      throw KerasException.value(
          "Invalid filepath extension for saving. Please add either a `.keras` extension for the"
              + " native Keras format (recommended) or a `.h5` extension. Received: filepath="
              + path);
    }
  }

  /** Writes the weights, with the arguments of {@code model.save_weights}. */
  public static void saveWeights(Model model, Arguments arguments) {
    Path path = target(arguments);
    if (!path.getFileName().toString().endsWith(".weights.h5")) {
      throw KerasException.value(
          "The filename must end in `.weights.h5`. Received: filepath=" + path);
    }
    requireBuilt(model, "saving");
    SafeWrite.to(path, passing -> State.write(passing, model));
  }

  /** Reads weights, with the arguments of {@code model.load_weights}. */
  public static void loadWeights(Model model, Arguments arguments) {
    Path path = existing(arguments.get("filepath"));
    boolean skip = arguments.flag("skip_mismatch");
    requireBuilt(model, "loading weights into");
    String name = path.getFileName().toString();
    if (name.endsWith(".keras")) {
      try (Archive archive = new Archive(path);
          HdfInput in = HdfInput.of(ModelFile.weights(archive, path), path.toString())) {
        State.read(in, model, null, null, skip);
      }
      return;
    }
    try (HdfInput in = HdfInput.of(content(path), path.toString())) {
      if (name.endsWith(".weights.h5")) {
        State.read(in, model, null, null, skip);
      } else if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
        LegacyFile.readWeights(in, model, skip);
      } else {
        throw KerasException.value(
            "File format not supported: filepath="
                + path
                + ". Weights are read from `.weights.h5`, `.keras` and `.h5` files.");
      }
    }
  }

  private static void requireBuilt(Model model, String doing) {
    if (!model.isBuilt()) {
      throw KerasException.value(
          "You are "
              + doing
              + " a model that has not yet been built. Try building the model first"
              + " by calling it on some data or by using `build()`.");
    }
  }

  /** A file's content. */
  static byte[] content(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException | OutOfMemoryError e) {
      throw KerasException.file("The file '" + path + "' cannot be read: " + e.getMessage());
    }
  }

  private static Path existing(Object filepath) {
    Path path = Path.of(String.valueOf(filepath));
    if (!Files.isRegularFile(path)) {
      throw KerasException.value(
          "File not found: filepath="
              + path
              + ". Please ensure the file is an accessible `.keras` or `.h5` file.");
    }
    return path;
  }

  private static Path target(Arguments arguments) {
    Path path = Path.of(String.valueOf(arguments.get("filepath")));
    if (!arguments.flag("overwrite") && Files.exists(path)) {
      throw KerasException.value(
          "The file '" + path + "' is there already; pass `overwrite=True` to replace it.");
    }
    return path;
  }
}
