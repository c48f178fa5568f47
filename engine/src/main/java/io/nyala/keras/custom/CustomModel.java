package io.nyala.keras.custom;

import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.Names;
import io.nyala.keras.metrics.Mean;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.models.Batch;
import io.nyala.keras.models.Compilation;
import io.nyala.keras.models.Model;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The base of a person's own model: a class with layers in its fields and a method {@code
 * call(inputs, training)}. Source: subclassing keras.Model.
 */
public abstract class CustomModel extends Model {

  private static final List<String> SEEN = List.of("x", "y", "y_pred", "sample_weight", "training");

  private static final ArgTable TABLE = LayerArgs.table("Model");

  @SuppressWarnings("this-escape") // looked at only when the layer is called
  private final OwnCall own = new OwnCall(this, CustomModel.class);

  private final Metric meanLoss = Mean.CLASS.create(List.of(), Map.of("name", "loss"));
  private Arguments settled;
  private boolean describing;
  private boolean stepping;
  private Batch current;

  /** A model with an automatic name. */
  protected CustomModel() {
    this(Map.of());
  }

  /** A model with {@code name} and its kin given. */
  @SuppressWarnings("this-escape")
  protected CustomModel(Map<String, ?> named) {
    super(TABLE.bind(List.of(), named));
    if (named.get("name") == null) {
      rename(Names.next(Written.className(this)));
    }
  }

  /**
   * Takes arguments that are only known after construction: {@code super().__init__(name='n')}.
   *
   * @throws KerasException a TypeError for a name that is no argument
   */
  protected final void settle(Map<String, ?> named) {
    Arguments given = TABLE.bind(List.of(), named);
    settled = given;
    rename(
        given.string("name") != null ? given.string("name") : Names.next(Written.className(this)));
    if (named.get("trainable") != null) {
      setTrainable(given.flag("trainable"));
    }
  }

  @Override
  public DType dtype() {
    return settled == null ? super.dtype() : settled.get("dtype", DType.class);
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    return own.forward(inputs, call);
  }

  /** As in Keras, a model is told that it trains only if its {@code call} takes the flag. */
  @Override
  protected List<Tensor> run(Batch batch, Call call) {
    own.read(batch.forms().x());
    return super.run(batch, callArguments().contains("training") ? call : Call.DEFAULT);
  }

  @Override
  protected List<String> outputNames() {
    return own.outputNames();
  }

  @Override
  protected boolean hasNamedOutputs() {
    return !own.outputNames().isEmpty();
  }

  @Override
  protected Object unpack(Object given) {
    return own.unpack(given);
  }

  @Override
  protected Object pack(List<?> outputs) {
    return own.pack(outputs);
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    return own.outputShapes(inputs, false);
  }

  @Override
  protected List<String> callArguments() {
    return own.callArguments();
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return null;
  }

  @Override
  protected Tensor accept(Tensor input) {
    return input;
  }

  @Override
  public List<Layer> layers() {
    return Written.layers(this, CustomModel.class);
  }

  /** The attributes that hold layers, and the list of all layers that Keras keeps. */
  @Override
  public Map<String, Object> parts() {
    Map<String, Object> parts = OwnParts.of(this, CustomModel.class);
    parts.put("layers", layers());
    return parts;
  }

  @Override
  protected Map<String, Object> trainStep(Batch batch) {
    OwnMethod step = Written.find(this, CustomModel.class, "train_step");
    return step == null || stepping
        ? withOwn(super.trainStep(batch))
        : stepped(batch, () -> figures(step.call(data(batch))));
  }

  @Override
  protected Map<String, Object> testStep(Batch batch) {
    OwnMethod step = Written.find(this, CustomModel.class, "test_step");
    return step == null || stepping
        ? withOwn(super.testStep(batch))
        : stepped(batch, () -> figures(step.call(data(batch))));
  }

  @Override
  protected List<Tensor> predictStep(Batch batch) {
    OwnMethod step = Written.find(this, CustomModel.class, "predict_step");
    return step == null || stepping
        ? super.predictStep(batch)
        : stepped(batch, () -> Written.tensors(step.call(data(batch)), "the method predict_step"));
  }

  private <T> T stepped(Batch batch, Supplier<T> step) {
    current = batch;
    stepping = true;
    try {
      return step.get();
    } finally {
      stepping = false;
    }
  }

  /** What {@code super().train_step(data)} does. */
  public Map<String, Object> trainStep(Object data) {
    return trainStep(current);
  }

  /** What {@code super().test_step(data)} does. */
  public Map<String, Object> testStep(Object data) {
    return testStep(current);
  }

  /** What {@code super().predict_step(data)} does. */
  public Object predictStep(Object data) {
    return pack(predictStep(current));
  }

  @Override
  protected Tensor stepLoss(Batch batch, List<Tensor> outputs, boolean training) {
    OwnMethod own = Written.find(this, CustomModel.class, "compute_loss");
    return own == null
        ? super.stepLoss(batch, outputs, training)
        : Tensors.of(own.call(own.parameters(SEEN), seen(batch, outputs, training)));
  }

  @Override
  protected Map<String, Object> stepFigures(Batch batch, List<Tensor> outputs) {
    OwnMethod own = Written.find(this, CustomModel.class, "compute_metrics");
    return own == null
        ? super.stepFigures(batch, outputs)
        : new TreeMap<>(figures(own.call(own.parameters(SEEN), seen(batch, outputs, true))));
  }

  private Map<String, Object> seen(Batch batch, List<Tensor> outputs, boolean training) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("x", batch.inputs());
    seen.put("y", batch.targets());
    seen.put("y_pred", pack(outputs));
    seen.put("sample_weight", batch.sampleWeights());
    seen.put("training", training);
    return seen;
  }

  @Override
  public Map<String, Object> getMetricsResult() {
    return withOwn(super.getMetricsResult());
  }

  /** The figures with those of the metrics in attributes. */
  private Map<String, Object> withOwn(Map<String, Object> figures) {
    List<Metric> own = Written.values(this, CustomModel.class, Metric.class);
    Map<String, Object> all = own.isEmpty() ? figures : new TreeMap<>(figures);
    own.forEach(each -> figure(all, each.name(), each.figures()));
    return all;
  }

  /** A batch as a step written by a person sees it: x, y and sample weights as far as given. */
  protected static List<Object> data(Batch batch) {
    List<Object> data = new ArrayList<>();
    data.add(batch.inputs());
    if (!batch.y().isEmpty()) {
      data.add(batch.targets());
    }
    if (!batch.weights().isEmpty()) {
      data.add(batch.sampleWeights());
    }
    return data;
  }

  private static Map<String, Object> figures(Object result) {
    Map<String, Object> figures = new LinkedHashMap<>();
    if (result instanceof Map<?, ?> map) {
      map.forEach((name, value) -> figure(figures, String.valueOf(name), value));
    }
    return figures;
  }

  private static void figure(Map<String, Object> figures, String name, Object value) {
    if (value instanceof Map<?, ?>) {
      figures.putAll(figures(value));
    } else {
      figures.put(
          name,
          value instanceof Tensor tensor
              ? Compilation.figure(tensor)
              : ((Number) value).doubleValue());
    }
  }

  /** The metrics of this model: the mean loss, those of {@code compile}, those in attributes. */
  @Override
  public List<Object> metrics() {
    List<Object> all = new ArrayList<>();
    if (compilation() != null) {
      all.add(meanLoss);
      all.add(compiledMetrics());
    }
    all.addAll(Written.values(this, CustomModel.class, Metric.class));
    return all;
  }

  @Override
  public void resetMetrics() {
    super.resetMetrics();
    meanLoss.reset();
    Written.values(this, CustomModel.class, Metric.class).forEach(Metric::reset);
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> common = super.getConfig();
    if (describing) {
      return common; // asked for by get_config() itself
    }
    describing = true;
    try {
      return Written.config(this, CustomModel.class, common);
    } finally {
      describing = false;
    }
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = Written.describe(this, super.describe());
    if (builtFor() != null) {
      List<?> shapes = builtFor().stream().map(ArrayList::new).toList();
      described.put("build_config", Map.of("input_shape", own.given(shapes)));
    }
    return described;
  }

  @Override
  public KerasClass<?> kerasClass() {
    return new KerasClass<>(
        Written.className(this),
        "__main__",
        "A person's own model.",
        arguments().table(),
        ignored -> this);
  }
}
