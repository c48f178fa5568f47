package io.nyala.autograd;

import io.nyala.compute.Interruption;
import io.nyala.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Records operations so that gradients can be taken of their results: TensorFlow's {@code
 * GradientTape}.
 *
 * <p>Open tapes of a thread form a stack, and each records what it watches. Gradients are
 * themselves made of recorded operations, so a tape around another tape gives second derivatives.
 * Source: tf.GradientTape.
 */
public final class Tape implements AutoCloseable {

  private static final ThreadLocal<Deque<Tape>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

  /** One recorded operation. */
  private record Entry(String op, List<Tensor> inputs, List<Tensor> outputs, Backward backward) {}

  private final boolean persistent;
  private final boolean watchVariables;
  private final boolean lending;
  private final Set<Tensor> tracked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Variable, Tensor> variables = new IdentityHashMap<>();
  private List<Entry> entries = new ArrayList<>();
  private boolean used;
  private boolean recording;

  /** A tape that watches trainable variables and can be used once. */
  public Tape() {
    this(false, true);
  }

  /**
   * Opens a tape on this thread.
   *
   * @param persistent whether {@link #gradient} may be called more than once
   * @param watchVariables whether trainable variables are watched by themselves
   */
  public Tape(boolean persistent, boolean watchVariables) {
    this(persistent, watchVariables, false);
  }

  private Tape(boolean persistent, boolean watchVariables, boolean lending) {
    this.persistent = persistent;
    this.watchVariables = watchVariables;
    this.lending = lending;
    resume();
  }

  /**
   * A tape for one step of training, whose gradients are only lent: once it is closed their storage
   * serves the next step.
   */
  public static Tape lending() {
    return new Tape(false, true, true);
  }

  /** Goes on recording after {@link #close}. */
  public void resume() {
    if (!recording) {
      recording = true;
      OPEN.get().push(this);
    }
  }

  /** Forgets what was recorded and watched. Source: tf.GradientTape.reset. */
  public void reset() {
    release();
    tracked.clear();
    variables.clear();
    used = false;
    resume();
  }

  /**
   * Lets what is between this call and the closing of its result go unrecorded. Source:
   * tf.GradientTape.stop_recording.
   *
   * @throws IllegalStateException if the tape does not record
   */
  public Pause pause() {
    if (!recording) {
      throw new IllegalStateException(
          "Trying to stop a GradientTape that is not recording; write it inside the tape's block.");
    }
    stop();
    return this::resume;
  }

  /** The end of a pause. */
  public interface Pause extends AutoCloseable {
    @Override
    void close();
  }

  /** Follows everything computed from this tensor. */
  public void watch(Tensor tensor) {
    if (!tensor.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "Only float tensors can be watched; received dtype " + tensor.dtype() + ".");
    }
    tracked.add(tensor);
  }

  /** Follows everything computed from this variable, trainable or not. */
  public void watch(Variable variable) {
    Tensor value = variable.value();
    variables.put(variable, value);
    tracked.add(value);
  }

  /** The variables read while this tape recorded. */
  public List<Variable> watchedVariables() {
    return List.copyOf(variables.keySet());
  }

  /** Runs code that no open tape of this thread records. */
  public static void withoutRecording(Runnable code) {
    Deque<Tape> open = OPEN.get();
    OPEN.set(new ArrayDeque<>());
    try {
      code.run();
    } finally {
      OPEN.set(open);
    }
  }

  /** True if a tape of this thread follows any of these tensors. */
  public static boolean isFollowed(Tensor... inputs) {
    for (Tape tape : OPEN.get()) {
      for (Tensor input : inputs) {
        if (tape.tracked.contains(input)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How many tapes of this thread follow any of these tensors; more than one: higher derivatives.
   */
  public static int followers(Tensor... inputs) {
    int count = 0;
    for (Tape tape : OPEN.get()) {
      for (Tensor input : inputs) {
        if (tape.tracked.contains(input)) {
          count++;
          break;
        }
      }
    }
    return count;
  }

  /** Tells the open tapes that a variable's value was read. */
  static void read(Variable variable, Tensor value) {
    for (Tape tape : OPEN.get()) {
      if (tape.watchVariables && variable.trainable() || tape.variables.containsKey(variable)) {
        tape.variables.put(variable, value);
        if (value.dtype().isFloating()) {
          tape.tracked.add(value);
        }
      }
    }
  }

  /** Tells the open tapes of an operation; each keeps it if it follows one of the inputs. */
  static void record(String op, List<Tensor> inputs, List<Tensor> outputs, Backward backward) {
    Interruption.check();
    for (Tape tape : OPEN.get()) {
      if (tape.follows(inputs)) {
        tape.entries.add(new Entry(op, inputs, outputs, backward));
        for (Tensor output : outputs) {
          if (output.dtype().isFloating()) {
            tape.tracked.add(output);
          }
        }
      }
    }
  }

  private boolean follows(List<Tensor> inputs) {
    for (Tensor input : inputs) {
      if (tracked.contains(input)) {
        return true;
      }
    }
    return false;
  }

  /** The gradient of {@code target} (summed, if it has several elements) by one variable. */
  public Tensor gradient(Tensor target, Variable source) {
    return gradient(target, List.of(source)).get(0);
  }

  /** The gradient by one watched tensor; null if the target does not depend on it. */
  public Tensor gradient(Tensor target, Tensor source) {
    return gradient(target, List.of(source)).get(0);
  }

  /**
   * The gradients of {@code target} by each source, in order; null where it does not depend on one.
   *
   * @param sources tensors and {@link Variable}s
   */
  public List<Tensor> gradient(Tensor target, List<?> sources) {
    return gradient(List.of(target), null, sources);
  }

  /**
   * The gradients of the sum of targets by each source.
   *
   * @param upstream one gradient per target, or null for ones
   * @throws IllegalStateException if a tape that is not persistent is used again
   */
  public List<Tensor> gradient(List<Tensor> targets, List<Tensor> upstream, List<?> sources) {
    return once(() -> walk(targets, upstream, sources));
  }

  /**
   * The derivatives of each element of a target by a source, {@code [target…, source…]}; null if it
   * does not depend on it. Source: tf.GradientTape.jacobian.
   *
   * @throws IllegalStateException if a tape that is not persistent is used again
   */
  public Tensor derivatives(Tensor target, Object source) {
    return Jacobian.of(this, target, source);
  }

  /**
   * The derivatives within each sample, {@code [batch, target…, source…]}, of a target whose
   * samples depend on the source's samples of the same place only. Source:
   * tf.GradientTape.batch_jacobian.
   *
   * @throws IllegalArgumentException if the first extents differ
   * @throws IllegalStateException if a tape that is not persistent is used again
   */
  public Tensor derivativesBySample(Tensor target, Object source) {
    return Jacobian.bySample(this, target, source);
  }

  /** Goes back over what was recorded, which a tape that is not persistent does but once. */
  <T> T once(Supplier<T> work) {
    if (used && !persistent) {
      throw new IllegalStateException(
          "A non-persistent GradientTape can only be used to compute one set of gradients; make it"
              + " with persistent=True to call gradient more than once.");
    }
    used = true;
    boolean wasRecording = recording;
    stop();
    try {
      return work.get();
    } finally {
      if (persistent && wasRecording) {
        resume();
      }
      if (!persistent && !lending) {
        release();
      }
    }
  }

  private void release() {
    entries.forEach(entry -> entry.backward.release());
    entries = new ArrayList<>();
  }

  /** Gradients of one walk back; within {@link #once}. */
  List<Tensor> walk(List<Tensor> targets, List<Tensor> upstream, List<?> sources) {
    Map<Tensor, Tensor> grads = new IdentityHashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      Tensor target = targets.get(i);
      Tensor seed =
          upstream == null || upstream.get(i) == null
              ? Tensor.full(target.dtype(), target.shape(), 1)
              : upstream.get(i);
      accumulate(grads, target, seed);
    }
    Set<Tensor> keep = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object source : sources) {
      keep.add(tensorOf(source));
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      step(entries.get(i), grads, keep);
    }
    List<Tensor> result = new ArrayList<>();
    for (Object source : sources) {
      result.add(grads.get(tensorOf(source)));
    }
    return result;
  }

  private void step(Entry entry, Map<Tensor, Tensor> grads, Set<Tensor> keep) {
    Tensor[] upstream = new Tensor[entry.outputs.size()];
    boolean any = false;
    for (int k = 0; k < upstream.length; k++) {
      Tensor output = entry.outputs.get(k);
      upstream[k] = keep.contains(output) ? grads.get(output) : grads.remove(output);
      any |= upstream[k] != null;
    }
    if (!any) {
      return;
    }
    int arity = entry.inputs.size();
    boolean[] needed = new boolean[arity];
    for (int k = 0; k < arity; k++) {
      needed[k] = tracked.contains(entry.inputs.get(k));
    }
    Tensor[] downstream =
        lending ? entry.backward.lend(upstream, needed) : entry.backward.apply(upstream, needed);
    if (downstream.length != arity) {
      throw new IllegalStateException(
          "The gradient of "
              + entry.op
              + " returned "
              + downstream.length
              + " values for "
              + arity
              + " inputs.");
    }
    for (int k = 0; k < arity; k++) {
      if (needed[k] && downstream[k] != null) {
        accumulate(grads, entry.inputs.get(k), downstream[k]);
      }
    }
  }

  private static void accumulate(Map<Tensor, Tensor> grads, Tensor to, Tensor grad) {
    if (!grad.shape().equals(to.shape())) {
      throw new IllegalStateException(
          "A gradient of shape " + grad.shape() + " came for a tensor of shape " + to.shape());
    }
    Tensor before = grads.get(to);
    grads.put(to, before == null ? grad : Slices.add(before, grad));
  }

  /** The tensor that a source is: of a variable, the value that was read of it. */
  Tensor tensorOf(Object source) {
    if (source instanceof Variable variable) {
      Tensor read = variables.get(variable);
      return read != null ? read : variable.value();
    }
    return (Tensor) source;
  }

  /** Stops recording; {@link #gradient} can be called afterwards, unless it lends. */
  @Override
  public void close() {
    stop();
    if (lending) {
      release();
    }
  }

  private void stop() {
    if (recording) {
      recording = false;
      OPEN.get().remove(this);
    }
  }
}
