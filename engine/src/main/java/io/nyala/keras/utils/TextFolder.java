package io.nyala.keras.utils;

import io.nyala.data.Dataset;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.random.Random;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code keras.utils.text_dataset_from_directory}: the text files of a folder, a folder per class,
 * as batches of strings {@code [batch]} and labels.
 *
 * <p>Which files fall to training and which to validation, and their order before the pipeline's
 * own shuffling, are Keras'. Source: keras/src/utils/text_dataset_utils.py.
 */
public final class TextFolder {

  /** The function and its arguments. */
  public static final KerasFunction FUNCTION =
      new KerasFunction(
          "text_dataset_from_directory",
          "keras.utils",
          "The text files of a folder as batches of strings and labels.",
          ArgTable.of(
              "text_dataset_from_directory",
              Arg.required("directory", ArgTypes.ANY, "The folder; a folder in it per class."),
              Arg.of("labels", ArgTypes.ANY, "inferred", "\"inferred\", None, or a label a file."),
              Arg.of(
                  "label_mode",
                  ArgTypes.oneOf("int", "categorical", "binary"),
                  "int",
                  "How labels are written; None: without them."),
              Arg.of("class_names", ArgTypes.ANY, null, "The classes, in the order wanted."),
              Arg.of("batch_size", ArgTypes.INT, 32, "Files in a batch; None: no batches."),
              Arg.of("max_length", ArgTypes.INT, null, "Bytes of a text that are kept."),
              Arg.of("shuffle", ArgTypes.BOOL, true, "Whether to shuffle; else sorted."),
              Arg.of("seed", ArgTypes.INT, null, "The seed of the order and of the split."),
              Arg.of("validation_split", ArgTypes.FLOAT, null, "The fraction for validation."),
              Arg.of(
                  "subset",
                  ArgTypes.oneOf("training", "validation", "both"),
                  null,
                  "Which part of the split is wanted."),
              Arg.of("follow_links", ArgTypes.BOOL, false, "Whether to enter linked folders."),
              Arg.of("format", ArgTypes.oneOf("tf"), "tf", "The kind of dataset."),
              Arg.of("verbose", ArgTypes.BOOL, true, "Whether to say what was found.")),
          arguments -> new TextFolder(arguments).read());

  private final Arguments arguments;
  private final boolean labelled;
  private final boolean verbose;

  private TextFolder(Arguments arguments) {
    this.arguments = arguments;
    this.labelled = arguments.get("labels") != null && arguments.get("label_mode") != null;
    this.verbose = arguments.flag("verbose");
  }

  private Object read() {
    checkSplit();
    Integer given = arguments.integer("seed");
    long seed = given != null ? given : Random.of(null).integer(0, 1_000_000);
    ClassFolders found =
        ClassFolders.index(
            Path.of(String.valueOf(arguments.get("directory"))),
            labelled ? arguments.get("labels") : null,
            (List<?>) arguments.get("class_names"),
            arguments.flag("follow_links"));
    if (verbose) {
      String classes = " belonging to " + found.count() + " classes.";
      Progress.println("Found " + found.files().size() + " files" + (labelled ? classes : "."));
    }
    if ("binary".equals(arguments.string("label_mode")) && labelled && found.count() != 2) {
      throw KerasException.value(
          "When passing `label_mode=\"binary\"`, there must be exactly 2 class_names. Received:"
              + " class_names="
              + found.classes());
    }
    ClassFolders all = arguments.flag("shuffle") ? found.shuffled(seed) : found;
    String subset = arguments.string("subset");
    if (!"both".equals(subset)) {
      return dataset(part(all, subset), arguments.flag("shuffle"), seed);
    }
    return List.of(
        dataset(part(all, "training"), arguments.flag("shuffle"), seed),
        dataset(part(all, "validation"), false, seed));
  }

  private void checkSplit() {
    Double split = arguments.number("validation_split");
    String subset = arguments.string("subset");
    boolean splits = split != null && split != 0;
    if (splits && !(split > 0 && split < 1)) {
      throw KerasException.value("`validation_split` must be between 0 and 1, received: " + split);
    }
    if (splits != (subset != null)) {
      throw KerasException.value(
          "If `subset` is set, `validation_split` must be set, and inversely.");
    }
    if (splits && arguments.flag("shuffle") && arguments.get("seed") == null) {
      throw KerasException.value(
          "If using `validation_split` and shuffling the data, you must provide a `seed` argument,"
              + " to make sure that there is no overlap between the training and validation"
              + " subset.");
    }
  }

  private ClassFolders part(ClassFolders all, String subset) {
    ClassFolders part = all;
    if (subset != null) {
      int held = (int) (arguments.number("validation_split") * all.files().size());
      boolean training = subset.equals("training");
      int size = training ? all.files().size() - held : held;
      Progress.println("Using " + size + " files for " + subset + ".");
      part = all.part(training, held);
    }
    if (part.files().isEmpty()) {
      throw KerasException.value(
          "No text files found in directory "
              + arguments.get("directory")
              + (subset == null ? "" : " for " + subset)
              + ". Allowed format: .txt");
    }
    return part;
  }

  private Dataset dataset(ClassFolders part, boolean shuffled, long seed) {
    Integer batch = arguments.integer("batch_size");
    Dataset places = Dataset.range(0, part.files().size(), 1);
    if (shuffled) {
      places = places.shuffle(batch == null ? 1024 : 8 * batch, seed, true);
    }
    Dataset texts = places.map(place -> sample(part, (int) ((Tensor) place).getLong(0)));
    Dataset all = batch == null ? texts : texts.batch(batch, false);
    return all.prefetch().named(part.classes());
  }

  private Object sample(ClassFolders part, int place) {
    Tensor text = Tensor.of(Shape.SCALAR, new String[] {text(part.files().get(place))});
    return labelled ? List.of(text, label(part.labels()[place], part.count())) : text;
  }

  private Tensor label(int number, int classes) {
    switch (arguments.string("label_mode")) {
      case "binary":
        return Tensor.of(Shape.of(1), new float[] {number});
      case "categorical":
        float[] row = new float[classes];
        if (number >= 0 && number < classes) {
          row[number] = 1;
        }
        return Tensor.of(Shape.of(classes), row);
      default:
        return Tensor.of(Shape.SCALAR, new int[] {number});
    }
  }

  private String text(Path file) {
    Integer most = arguments.integer("max_length");
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = most == null ? bytes.length : Math.min(most, bytes.length);
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw KerasException.file("The file '" + file + "' cannot be read: " + e.getMessage());
    }
  }
}
