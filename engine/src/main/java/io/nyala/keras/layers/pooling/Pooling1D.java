package io.nyala.keras.layers.pooling;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Indexing;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Channels;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.LayerTypes;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.layers.convolutional.Windows;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The largest or the mean value of every window of steps, feature by feature. Padding counts for
 * neither.
 *
 * <p>Input {@code [batch, time, features]}; output {@code [batch, windows, features]}. Source:
 * keras.layers.MaxPooling1D and AveragePooling1D.
 */
public final class Pooling1D extends UnaryLayer {

  private static final String SIZE = "How many steps a window looks at.";

  /** The largest value. */
  public static final KerasClass<Pooling1D> MAX =
      define(
          "MaxPooling1D",
          "The largest value of every window of steps.",
          Arg.of("pool_size", LayerTypes.ONE, 2, SIZE));

  /** The mean. */
  public static final KerasClass<Pooling1D> AVERAGE =
      define(
          "AveragePooling1D",
          "The mean of every window of steps.",
          Arg.required("pool_size", LayerTypes.ONE, SIZE));

  private final Windows windows;

  private Pooling1D(Arguments arguments) {
    super(arguments);
    int size = arguments.integer("pool_size");
    Integer stride = arguments.integer("strides");
    this.windows =
        new Windows(size, stride == null ? size : stride, 1, arguments.string("padding"));
  }

  private static KerasClass<Pooling1D> define(String name, String doc, Arg size) {
    ArgType<String> paddings = ArgTypes.oneOf("valid", "same");
    return new KerasClass<>(
        name,
        "keras.layers",
        doc,
        LayerArgs.table(
            name,
            size,
            Arg.of(
                "strides", LayerTypes.ONE, null, "How far apart windows begin; else their size."),
            Arg.of("padding", paddings, "valid", "Whether the sequence is padded."),
            LayerTypes.DATA_FORMAT,
            LayerArgs.NAME),
        Pooling1D::new);
  }

  @Override
  protected void checkInput(Shape input) {
    requireRank(input, 3);
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    Tensor x = Channels.swap(input, arguments());
    return Channels.swap(kerasClass() == MAX ? largest(x) : mean(x), arguments());
  }

  /** The first of the largest takes the whole gradient, as in TensorFlow. */
  private Tensor largest(Tensor x) {
    int length = x.dim(1);
    int features = x.dim(2);
    Shape shape = Shape.of(x.dim(0), windows.count(length), features);
    int[] places = windows.places(length);
    int before = windows.before(length);
    int[] best = new int[shape.elements()];
    for (int i = 0; i < best.length; i++) {
      int window = i / features % shape.dim(1);
      int start = i / features / shape.dim(1) * length * features + i % features;
      best[i] = -1;
      for (int k = 0; k < windows.size(); k++) {
        int step = places[window * windows.size() + k] - before;
        int at = start + step * features;
        boolean real = step >= 0 && step < length;
        if (real && (best[i] < 0 || x.getDouble(at) > x.getDouble(best[i]))) {
          best[i] = at;
        }
      }
    }
    return Indexing.pick(x, best, shape);
  }

  private Tensor mean(Tensor x) {
    int length = x.dim(1);
    int[] places = windows.places(length);
    Tensor padded = Shapes.pad(x, 1, windows.before(length), windows.after(length), 0);
    Tensor rows = Gather.take(padded, places, 1);
    Shape split = Shape.of(x.dim(0), windows.count(length), windows.size(), x.dim(2));
    Tensor sums = Reduce.sum(Shapes.reshape(rows, split), new int[] {2}, false);
    Tensor counts = Tensor.zeros(x.dtype(), Shape.of(1, split.dim(1), 1));
    for (int i = 0; i < places.length; i++) {
      int step = places[i] - windows.before(length);
      int window = i / windows.size();
      counts.put(window, counts.getDouble(window) + (step >= 0 && step < length ? 1 : 0));
    }
    return Arithmetic.divide(sums, counts);
  }

  @Override
  protected Shape outputShape(Shape input) {
    Shape last = Channels.swap(input, arguments());
    return Channels.swap(last.with(1, windows.count(last.dim(1))), arguments());
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>(super.getConfig());
    config.put("strides", List.of(windows.stride()));
    return config;
  }

  @Override
  public KerasClass<Pooling1D> kerasClass() {
    return arguments().table() == MAX.table() ? MAX : AVERAGE;
  }
}
