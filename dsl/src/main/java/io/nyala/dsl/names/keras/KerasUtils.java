package io.nyala.dsl.names.keras;

import io.nyala.autograd.Gather;
import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.names.np.NpRandom;
import io.nyala.dsl.names.tf.TfRandom;
import io.nyala.dsl.plot.Export;
import io.nyala.dsl.show.ModelGraph;
import io.nyala.keras.datasets.CachedFile;
import io.nyala.keras.models.Model;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;

/** {@code keras.utils}, {@code keras.backend} and their like. */
final class KerasUtils {

  private KerasUtils() {}

  static void into(Namespace keras) {
    Library utils = new Library(keras.nested("utils"), Kind.ARRAY);
    utils.def(
        "set_random_seed(seed)",
        g -> {
          Random.setSeed(g.integer("seed"));
          NpRandom.seed(g.integer("seed"));
          return null;
        });
    utils.def("unpack_x_y_sample_weight(data)", KerasUtils::unpack);
    utils.def(
        "pack_x_y_sample_weight(x, y=None, sample_weight=None)",
        g ->
            g.has("sample_weight")
                ? Tuple.of(g.get("x"), g.get("y"), g.get("sample_weight"))
                : g.has("y") ? Tuple.of(g.get("x"), g.get("y")) : g.get("x"));
    utils.def("to_categorical(x, num_classes=None)", KerasUtils::toCategorical);
    utils.def(
        "plot_model(model, to_file='model.png', show_shapes=False, show_dtype=False,"
            + " show_layer_names=False, rankdir='TB', expand_nested=False, dpi=200,"
            + " show_layer_activations=False, show_trainable=False, splines='ortho')",
        KerasUtils::plotModel);
    utils.def(
        "get_file(fname=None, origin=None, untar=False, md5_hash=None, file_hash=None,"
            + " cache_subdir='datasets', hash_algorithm='auto', extract=False,"
            + " archive_format='auto', cache_dir=None, force_download=False)",
        KerasUtils::getFile);
    Library backend = new Library(keras.nested("backend"), Kind.TENSOR);
    backend.def("clear_session(free_memory=True)", g -> Keras.clearSession());
    backend.def("floatx()", g -> "float32");
    backend.def("epsilon()", g -> 1e-7);
    backend.def("image_data_format()", g -> "channels_last");
    backend.def("backend()", g -> "nyala");
    utils.names().define("clear_session", backend.names().get("clear_session"));
    keras.define(
        "Variable",
        new LibraryFunction(
            "keras",
            "Variable(initializer, shape=None, dtype=None, trainable=True, name='variable')",
            Kind.TENSOR,
            g ->
                new Variable(
                    g.kind().convert(g.get("initializer"), g.dtype("dtype")),
                    g.flag("trainable"),
                    g.string("name"))));
    Library random = new Library(keras.nested("random"), Kind.TENSOR);
    TfRandom.keras(random);
  }

  private static Object unpack(Given g) {
    if (!(g.get("data") instanceof List<?> parts) || g.get("data") instanceof Tensor) {
      return Tuple.of(g.get("data"), null, null);
    }
    if (parts.isEmpty() || parts.size() > 3) {
      throw PyError.value(
          "Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`,"
              + " found: "
              + parts);
    }
    return Tuple.of(
        parts.get(0),
        parts.size() > 1 ? parts.get(1) : null,
        parts.size() > 2 ? parts.get(2) : null);
  }

  private static Object getFile(Given g) {
    if (!g.has("origin")) {
      throw PyError.value("Please specify the \"origin\" argument (URL of the file to download).");
    }
    Path cache = g.has("cache_dir") ? Opener.path(g.string("cache_dir")) : CachedFile.home();
    boolean old = g.has("md5_hash") && !g.has("file_hash");
    return new CachedFile(
            g.has("fname") ? g.string("fname") : null,
            g.string("origin"),
            cache.resolve(g.string("cache_subdir")),
            old ? g.string("md5_hash") : g.has("file_hash") ? g.string("file_hash") : null,
            old ? "md5" : g.string("hash_algorithm"),
            g.flag("extract") || g.flag("untar"),
            g.flag("force_download"))
        .get()
        .toString();
  }

  private static Object plotModel(Given g) {
    if (!(g.get("model") instanceof Model model)) {
      throw g.wrong("model", "a model");
    }
    if (!List.of("TB", "BT", "LR", "RL").contains(g.string("rankdir"))) {
      throw g.wrong("rankdir", "'TB', 'BT', 'LR' or 'RL'");
    }
    if (!List.of("ortho", "curved", "line").contains(g.string("splines"))) {
      throw g.wrong("splines", "'ortho', 'curved' or 'line'");
    }
    if (!(g.number("dpi") >= 10) || g.number("dpi") > 1200) {
      throw g.wrong("dpi", "a number from 10 to 1200");
    }
    ModelGraph graph =
        ModelGraph.of(
            model,
            new ModelGraph.Options(
                g.flag("show_shapes"),
                g.flag("show_dtype"),
                g.flag("show_layer_names"),
                g.flag("expand_nested"),
                g.flag("show_layer_activations"),
                g.flag("show_trainable"),
                g.string("rankdir"),
                g.string("splines")));
    if (g.has("to_file")) {
      String svg = graph.file();
      Export.Drawn drawn = new Export.Drawn(svg, svg, graph.width(), graph.height());
      Export.write(drawn, g.string("to_file"), null, g.number("dpi") / 100);
    }
    return graph.bundle();
  }

  private static Object toCategorical(Given g) {
    Tensor x = g.tensor("x");
    if (!x.dtype().isNumeric() || x.elements() == 0) {
      throw PyError.value("to_categorical() expects whole numbers; received " + x.repr());
    }
    long largest = 0;
    for (int i = 0; i < x.elements(); i++) {
      largest = Math.max(largest, x.getLong(i));
    }
    int classes = g.has("num_classes") ? g.integer("num_classes") : Math.toIntExact(largest + 1);
    if (largest >= classes) {
      throw PyError.value(
          "to_categorical() found class " + largest + ", but num_classes is " + classes);
    }
    boolean column = x.rank() > 1 && x.dim(-1) == 1;
    Tensor labels = column ? x.view(x.shape().without(x.rank() - 1)) : x;
    return NDArray.of(Gather.oneHot(labels.cast(DType.INT64), classes, DType.FLOAT64));
  }
}
