package io.nyala.keras.models;

import io.nyala.autograd.Reduce;
import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.callbacks.GradientListener;
import io.nyala.keras.callbacks.History;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.keras.saving.Saving;
import io.nyala.keras.saving.Serialization;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A layer that can be trained: {@code compile}, {@code fit}, {@code evaluate}, {@code predict}.
 * Source: keras.Model.
 */
public abstract class Model extends Layer {

  private Compilation compilation;
  private volatile boolean stopTraining;
  private History history;
  private int resumeEpoch;
  private boolean warned;
  private List<GradientListener> gradientListeners = List.of();

  protected Model(Arguments arguments) {
    super(arguments);
  }

  /** Settles optimizer, loss and metrics, by name. */
  public void compile(Map<String, ?> named, Object... byPosition) {
    Arguments args = ModelArgs.COMPILE.bind(Arrays.asList(byPosition), named);
    compilation = new Compilation(args, compilation);
  }

  /** Settles optimizer, loss and metrics, by position. */
  public void compile(Object... byPosition) {
    compile(Map.of(), byPosition);
  }

  /** Trains, with all arguments by name. */
  public History fit(Map<String, ?> named, Object... byPosition) {
    return new Trainer(this).fit(ModelArgs.bind(ModelArgs.FIT, named, byPosition));
  }

  /** Trains on inputs and targets, or on a dataset alone. */
  public History fit(Object... byPosition) {
    return fit(Map.of(), byPosition);
  }

  /** Measures loss and metrics. A number if there is one figure, else a list; see return_dict. */
  public Object evaluate(Map<String, ?> named, Object... byPosition) {
    return new Evaluation(this).evaluate(ModelArgs.bind(ModelArgs.EVALUATE, named, byPosition));
  }

  /** Measures loss and metrics on inputs and targets, or on a dataset alone. */
  public Object evaluate(Object... byPosition) {
    return evaluate(Map.of(), byPosition);
  }

  /** The outputs for inputs, batch by batch: an array, or a list of them for several outputs. */
  public Object predict(Map<String, ?> named, Object... byPosition) {
    return new Evaluation(this).predict(ModelArgs.bind(ModelArgs.PREDICT, named, byPosition));
  }

  /** The outputs for inputs. */
  public Object predict(Object... byPosition) {
    return predict(Map.of(), byPosition);
  }

  /**
   * One training step.
   *
   * @return the loss, the figures in a list if there are several, or all by name; see return_dict
   */
  public Object trainOnBatch(Map<String, ?> named, Object... byPosition) {
    Arguments args = ModelArgs.bind(ModelArgs.TRAIN_ON_BATCH, named, byPosition);
    Compilation settled = compiled("train_on_batch");
    resetMetrics();
    Batch batch = ClassWeights.of(batch(args), args.get("class_weight"));
    return Evaluation.figures(settled, trainStep(batch), args.flag("return_dict"));
  }

  /** One training step on inputs, targets and sample weights. */
  public Object trainOnBatch(Object... byPosition) {
    return trainOnBatch(Map.of(), byPosition);
  }

  /**
   * One evaluation step.
   *
   * @return the loss, the figures in a list if there are several, or all by name; see return_dict
   */
  public Object testOnBatch(Map<String, ?> named, Object... byPosition) {
    Arguments args = ModelArgs.bind(ModelArgs.TEST_ON_BATCH, named, byPosition);
    Compilation settled = compiled("test_on_batch");
    resetMetrics();
    return Evaluation.figures(settled, testStep(batch(args)), args.flag("return_dict"));
  }

  /** One evaluation step on inputs, targets and sample weights. */
  public Object testOnBatch(Object... byPosition) {
    return testOnBatch(Map.of(), byPosition);
  }

  private Batch batch(Arguments args) {
    return Inputs.whole(
        args.get("x"), args.get("y"), args.get("sample_weight"), inputNames(), outputNames());
  }

  /** The outputs for one batch. */
  public Object predictOnBatch(Object x) {
    Batch batch = Inputs.whole(x, null, null, inputNames(), outputNames());
    return pack(predictStep(batch).stream().map(NDArray::of).toList());
  }

  /** Makes the weights for batches like this one, of any size, where shapes alone suffice. */
  void buildForBatches(Batch batch) {}

  /** One step of training: forward, loss, gradients, update, figures. May be replaced. */
  protected Map<String, Object> trainStep(Batch batch) {
    Compilation settled = compiled("fit");
    clearLosses();
    List<Tensor> outputs;
    Tensor loss;
    // Listeners may keep what they are shown.
    try (Tape tape = gradientListeners.isEmpty() ? Tape.lending() : new Tape()) {
      outputs = run(batch, Call.TRAINING);
      loss = stepLoss(batch, outputs, true);
      List<Variable> weights = trainableWeights();
      if (weights.isEmpty() && !warned) {
        warned = true;
        Progress.warn("UserWarning: The model does not have any trainable weights.");
      } else if (!weights.isEmpty()) {
        update(settled.optimizer(), tape, loss, weights);
      }
    }
    settled.track(Reduce.mean(loss).getDouble(0), batch);
    return stepFigures(batch, outputs);
  }

  /** The loss of a step. May be replaced. */
  protected Tensor stepLoss(Batch batch, List<Tensor> outputs, boolean training) {
    return compiled("fit").loss(perOutput(outputs.size()), batch, outputs, losses());
  }

  /** Takes a step into the metrics, and gives all figures. May be replaced. */
  protected Map<String, Object> stepFigures(Batch batch, List<Tensor> outputs) {
    Compilation settled = compiled("fit");
    settled.watch(perOutput(outputs.size()), batch, outputs);
    return settled.logs();
  }

  /** All figures now, by name. */
  public Map<String, Object> getMetricsResult() {
    return compilation == null ? Map.of() : compilation.logs();
  }

  private void update(Optimizer optimizer, Tape tape, Tensor loss, List<Variable> weights) {
    List<Tensor> gradients = tape.gradient(optimizer.scaleLoss(loss), weights);
    for (GradientListener listener : gradientListeners) {
      listener.gradients(weights, gradients);
    }
    optimizer.build(weights);
    optimizer.apply(gradients, weights);
  }

  /** Calls the model on the inputs of a batch. */
  protected List<Tensor> run(Batch batch, Call call) {
    return apply(batch.x(), call);
  }

  /** Arrays in the form in which a call returns its outputs. */
  final Object predicted(List<NDArray> outputs) {
    return pack(outputs);
  }

  /** True if a call returns its outputs as a map. */
  protected boolean hasNamedOutputs() {
    return false;
  }

  private PerOutput perOutput(int count) {
    boolean known = outputNames().size() == count;
    return new PerOutput(outputNames(count), hasNamedOutputs(), known);
  }

  /** One step of evaluation. May be replaced. */
  protected Map<String, Object> testStep(Batch batch) {
    Compilation settled = compiled("evaluate");
    clearLosses();
    List<Tensor> outputs = run(batch, Call.INFERENCE);
    Tensor loss = stepLoss(batch, outputs, false);
    settled.track(Reduce.mean(loss).getDouble(0), batch);
    return stepFigures(batch, outputs);
  }

  /** One step of prediction. May be replaced. */
  protected List<Tensor> predictStep(Batch batch) {
    return run(batch, Call.INFERENCE);
  }

  /**
   * The loss of outputs by what {@code compile} settled, with the layers' penalties. Source:
   * keras.Model.compute_loss.
   *
   * @return a scalar
   */
  public Tensor computeLoss(Map<String, ?> named, Object... byPosition) {
    Batch seen = seen(ModelArgs.COMPUTE_LOSS.bind(Arrays.asList(byPosition), named));
    List<Tensor> outputs = seen.x();
    return compiled("compute_loss").loss(perOutput(outputs.size()), seen, outputs, losses());
  }

  /** Outputs, in place of the inputs, with their targets and weights. */
  private Batch seen(Arguments args) {
    return new Batch(
        Inputs.tensors(args.get("y_pred"), outputNames(), "y_pred"),
        Inputs.tensors(args.get("y"), outputNames(), "y"),
        Inputs.tensors(args.get("sample_weight"), List.of(), "sample_weight"));
  }

  /**
   * Takes outputs into the metrics that {@code compile} settled. Source:
   * keras.Model.compute_metrics.
   *
   * @return all figures by name
   */
  public Map<String, Object> computeMetrics(Map<String, ?> named, Object... byPosition) {
    Batch seen = seen(ModelArgs.COMPUTE_LOSS.bind(Arrays.asList(byPosition), named));
    compiled("compute_metrics").watch(perOutput(seen.x().size()), seen, seen.x());
    return getMetricsResult();
  }

  /** The same by position: x, y, y_pred, sample_weight. */
  public Map<String, Object> computeMetrics(Object... byPosition) {
    return computeMetrics(Map.of(), byPosition);
  }

  /** The loss of outputs, by position: x, y, y_pred, sample_weight. */
  public Tensor computeLoss(Object... byPosition) {
    return computeLoss(Map.of(), byPosition);
  }

  /** Starts all figures over. */
  public void resetMetrics() {
    if (compilation != null) {
      compilation.reset();
    }
  }

  /**
   * The metrics of this model: the mean loss; as one, those of {@code compile}; after the first
   * batch, the mean loss of each output where there are several.
   */
  public List<Object> metrics() {
    if (compilation == null) {
      return List.of();
    }
    List<Object> all = new ArrayList<>(List.of(compilation.meanLoss(), compiledMetrics()));
    all.addAll(compilation.meanLosses());
    return all;
  }

  /** The metrics that {@code compile} was given, as one. */
  public final CompiledMetrics compiledMetrics() {
    return new CompiledMetrics(compiled("metrics"));
  }

  /**
   * What {@code compile} settled.
   *
   * @param wanted the method that needs it
   * @throws KerasException a ValueError if {@code compile} was not called
   */
  final Compilation compiled(String wanted) {
    if (compilation == null) {
      throw KerasException.value("You must call `compile()` before calling `" + wanted + "()`.");
    }
    return compilation;
  }

  /** Who is told the gradients of each step; in place of those told before. */
  final void gradientListeners(List<GradientListener> listeners) {
    this.gradientListeners = listeners;
  }

  /** What {@code compile} settled; null before. */
  public final Compilation compilation() {
    return compilation;
  }

  /** The optimizer; null before {@code compile}. */
  public final Optimizer getOptimizer() {
    return compilation == null ? null : compilation.optimizer();
  }

  /** The names of inputs given as a map; empty if they have none. */
  protected List<String> inputNames() {
    return List.of();
  }

  /** The names of outputs; empty if not known. */
  protected List<String> outputNames() {
    return List.of();
  }

  private List<String> outputNames(int count) {
    List<String> names = outputNames();
    if (names.size() == count) {
      return names;
    }
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add("output_" + i);
    }
    return made;
  }

  /** Prints the layers with their shapes and parameters, by Keras' arguments. */
  public void summary(Map<String, ?> named, Object... byPosition) {
    Arguments args = Summary.ARGS.bind(Arrays.asList(byPosition), named);
    String text = Summary.of(this, args);
    Callables.Fn sink = Callables.of(args.get("print_fn"));
    if (sink != null) {
      sink.call(text);
    } else if (!SummaryDisplay.show(this, text)) {
      System.out.print(text);
    }
  }

  /** Prints the layers with their shapes and parameters. */
  public void summary(Object... byPosition) {
    summary(Map.of(), byPosition);
  }

  /** The layers, as a model lists them. */
  public List<Layer> getLayers() {
    return layers();
  }

  /** The layer of this name, or at this place: {@code get_layer(name, index)}. */
  public Layer getLayer(Map<String, ?> named, Object... byPosition) {
    Arguments args = ModelArgs.GET_LAYER.bind(Arrays.asList(byPosition), named);
    return getLayer(args.string("name"), args.integer("index"));
  }

  /** The layer of this name. */
  public Layer getLayer(Object... byPosition) {
    return getLayer(Map.of(), byPosition);
  }

  /**
   * The layer of this name, or at this place.
   *
   * @throws KerasException a ValueError if there is none, or not exactly one of both is given
   */
  public Layer getLayer(String name, Integer index) {
    return LayerLookup.find(getLayers(), name, index);
  }

  /**
   * Writes the model to a file: {@code .keras}, or {@code .h5} in the older form.
   *
   * @throws KerasException if the name ends otherwise, or a part of the model cannot be written
   */
  public void save(Map<String, ?> named, Object... byPosition) {
    Saving.save(this, ModelArgs.SAVE.bind(Arrays.asList(byPosition), named));
  }

  /** Writes the model to a file. */
  public void save(Object filepath) {
    save(Map.of(), filepath);
  }

  /** The structure, without weights, as JSON; named arguments as for Python's json.dumps. */
  public String toJson(Map<String, ?> named) {
    return Serialization.toJson(this, named);
  }

  /** The structure, without weights, as JSON on one line. */
  public String toJson() {
    return toJson(Map.of());
  }

  /** Writes the weights, and the optimizer's state, to a {@code .weights.h5} file. */
  public void saveWeights(Map<String, ?> named, Object... byPosition) {
    Saving.saveWeights(this, ModelArgs.SAVE_WEIGHTS.bind(Arrays.asList(byPosition), named));
  }

  /** Writes the weights to a {@code .weights.h5} file. */
  public void saveWeights(Object filepath) {
    saveWeights(Map.of(), filepath);
  }

  /** Reads weights from a {@code .weights.h5}, {@code .keras} or older {@code .h5} file. */
  public void loadWeights(Map<String, ?> named, Object... byPosition) {
    Saving.loadWeights(this, ModelArgs.LOAD_WEIGHTS.bind(Arrays.asList(byPosition), named));
  }

  /** Reads weights from a file. */
  public void loadWeights(Object filepath) {
    loadWeights(Map.of(), filepath);
  }

  /** Has the {@code fit} that is beginning start at this epoch, counted from 0. */
  public final void resumeAt(int epoch) {
    this.resumeEpoch = epoch;
  }

  /** The epoch to start at: the one resumed at, or the one asked for. */
  final int firstEpoch(int asked) {
    int first = resumeEpoch > 0 ? resumeEpoch : asked;
    resumeEpoch = 0;
    return first;
  }

  /** Whether {@code compile} was called. */
  public final boolean isCompiled() {
    return compilation != null;
  }

  /** Asks a running {@code fit} to end after this step. */
  public final void stopTraining(boolean stop) {
    this.stopTraining = stop;
  }

  /** True if {@code fit} was asked to end. */
  public final boolean isStopTraining() {
    return stopTraining;
  }

  /** The figures of the last {@code fit}; null before. */
  public final History getHistory() {
    return history;
  }

  final void history(History latest) {
    this.history = latest;
  }
}
