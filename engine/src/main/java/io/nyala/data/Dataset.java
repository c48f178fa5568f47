package io.nyala.data;

import io.nyala.autograd.Shapes;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A sequence of elements that is worked out while it is gone through, and anew each time. An
 * element is a tensor, a list of elements or a map of them. Source: tf.data.Dataset.
 */
public final class Dataset implements Iterable<Object>, Sized {

  /** The {@link #cardinality} of a dataset that does not end. */
  public static final long INFINITE = -1;

  /** The {@link #cardinality} of a dataset whose length is not known beforehand. */
  public static final long UNKNOWN = -2;

  private final Supplier<Iterator<Object>> source;
  private final long cardinality;
  private Integer batchSize;
  private boolean unevenBatches;
  private Dataset like;
  private List<String> classNames;

  private Dataset(Supplier<Iterator<Object>> source, long cardinality) {
    this.source = source;
    this.cardinality = cardinality;
  }

  /**
   * The slices of tensors along their first axes.
   *
   * @throws IllegalArgumentException if the first extents differ
   */
  public static Dataset fromTensorSlices(Object tensors) {
    Object structure = Nest.of(tensors);
    List<Tensor> leaves = Nest.leaves(structure);
    for (Tensor leaf : leaves) {
      if (leaf.rank() == 0 || leaf.dim(0) != leaves.get(0).dim(0)) {
        throw new IllegalArgumentException(
            "from_tensor_slices needs tensors of one length along the first axis; received shapes "
                + leaves.stream().map(Tensor::shape).toList()
                + ".");
      }
    }
    int n = leaves.isEmpty() ? 0 : leaves.get(0).dim(0);
    return indexed(n, i -> Nest.map(structure, leaf -> row(leaf, i)));
  }

  private static Tensor row(Tensor x, int i) {
    Shape shape = x.shape().slice(1, x.rank());
    Tensor out = Tensor.zeros(x.dtype(), shape);
    int n = shape.elements();
    System.arraycopy(x.data(), i * n, out.data(), 0, n);
    return out;
  }

  private static Dataset indexed(int n, Function<Integer, Object> element) {
    return new Dataset(() -> Steps.indexed(n, element), n);
  }

  /** One element that holds everything. */
  public static Dataset fromTensors(Object tensors) {
    Object structure = Nest.of(tensors);
    return indexed(1, i -> structure);
  }

  /** The elements a generator gives; it is asked for a new run each time. */
  public static Dataset fromGenerator(Supplier<? extends Iterator<?>> generator) {
    return new Dataset(() -> Steps.map(generator.get(), Nest::of), UNKNOWN);
  }

  /** The whole numbers from {@code start} up to but not including {@code stop}, int64. */
  public static Dataset range(long start, long stop, long step) {
    long span = step > 0 ? stop - start : start - stop;
    long size = Math.abs(step);
    int n = (int) Math.max(0, (span + size - 1) / size);
    return indexed(n, i -> Tensor.of(Shape.SCALAR, new long[] {start + i * step}));
  }

  /**
   * Whole numbers of 32 random bits without end, int64, as TensorFlow draws them.
   *
   * @param seed of the numbers; null: the global one
   * @param again whether each run has numbers of its own
   */
  public static Dataset random(Number seed, boolean again) {
    RunSeeds seeds = new RunSeeds(seed, again);
    return new Dataset(
        () ->
            Steps.map(
                Stream.generate(seeds.next()::next).iterator(),
                number -> Tensor.of(Shape.SCALAR, new long[] {(Long) number})),
        INFINITE);
  }

  /** The elements of several datasets side by side, as a list each; as long as the shortest. */
  public static Dataset zip(List<Dataset> datasets) {
    long shortest = INFINITE;
    boolean known = true;
    for (Dataset each : datasets) {
      known &= each.cardinality != UNKNOWN;
      if (each.cardinality >= 0) {
        shortest = shortest < 0 ? each.cardinality : Math.min(shortest, each.cardinality);
      }
    }
    return new Dataset(
        () -> Steps.zip(datasets.stream().map(Dataset::iterator).toList()),
        known ? shortest : UNKNOWN);
  }

  /** Runs through the elements, from the first. */
  @Override
  public Iterator<Object> iterator() {
    return source.get();
  }

  /** The number of elements, {@link #INFINITE} or {@link #UNKNOWN}. */
  public long cardinality() {
    return cardinality;
  }

  @Override
  public Integer knownSize() {
    return cardinality < 0 ? null : (Integer) Math.toIntExact(cardinality);
  }

  /**
   * The elements in random order: each is drawn from a buffer that is filled up from the source.
   *
   * @param buffer how many elements wait in the buffer; the whole length shuffles fully
   * @param seed of the order, which is TensorFlow's; null: the global one
   * @param again whether each run has an order of its own
   */
  public Dataset shuffle(int buffer, Number seed, boolean again) {
    if (buffer < 1) {
      throw new IllegalArgumentException(
          "shuffle needs a buffer_size from 1 up; received " + buffer);
    }
    RunSeeds seeds = new RunSeeds(seed, again);
    return derived(() -> Steps.shuffle(iterator(), buffer, seeds.next()), cardinality);
  }

  /** Elements put together along a new first axis, so many at a time. */
  public Dataset batch(int size, boolean dropRemainder) {
    return grouped(size, dropRemainder, group -> Nest.merge(group, Dataset::stack));
  }

  private static Tensor stack(List<Tensor> parts) {
    for (Tensor part : parts) {
      if (!part.shape().equals(parts.get(0).shape())) {
        throw new IllegalArgumentException(
            "Cannot batch tensors with different shapes: first element had shape "
                + parts.get(0).shape()
                + " and another had shape "
                + part.shape()
                + ". padded_batch fills shorter ones up.");
      }
    }
    return Shapes.stack(parts, 0);
  }

  /**
   * Batches whose shorter elements are filled up to the longest, or to given extents.
   *
   * @param shapes per tensor the extents to fill up to, null or unknown: the longest; null: for all
   * @param value what is filled in for numbers; strings are filled with empty ones
   */
  public Dataset paddedBatch(int size, List<Shape> shapes, double value, boolean dropRemainder) {
    return grouped(size, dropRemainder, group -> Padding.merge(group, shapes, value));
  }

  private Dataset grouped(int size, boolean drop, Function<List<Object>, Object> join) {
    if (size < 1) {
      throw new IllegalArgumentException("batch needs a batch_size from 1 up; received " + size);
    }
    long count =
        cardinality < 0 ? cardinality : drop ? cardinality / size : (cardinality + size - 1) / size;
    Dataset batches = new Dataset(() -> Steps.group(iterator(), size, drop, join), count);
    batches.batchSize = size;
    batches.unevenBatches = !drop;
    return batches;
  }

  /** A dataset whose batches are of uneven length if this one's are. */
  private Dataset derived(Supplier<Iterator<Object>> runs, long count) {
    Dataset made = new Dataset(runs, count);
    made.like = this;
    return made;
  }

  private boolean hasUnevenBatches() {
    Dataset at = this;
    while (at != null && !at.unevenBatches && at.batchSize == null) {
      at = at.like;
    }
    return at != null && at.unevenBatches;
  }

  /** The size of the batches that {@link #batch} made; null for any other dataset. */
  public Integer batchSize() {
    return batchSize;
  }

  /** The classes that the labels count through; null where nobody has named them. */
  public List<String> getClassNames() {
    return classNames;
  }

  /** The same dataset, which knows the names of its classes. */
  public Dataset named(List<String> classes) {
    Dataset named = derived(source, cardinality);
    named.classNames = classes;
    return named;
  }

  /** What each run gives, of unknown number. */
  static Dataset of(Supplier<Iterator<Object>> runs) {
    return new Dataset(runs, UNKNOWN);
  }

  /** These elements. */
  public static Dataset of(List<Object> elements) {
    List<Object> all = elements.stream().map(Nest::of).toList();
    return indexed(all.size(), all::get);
  }

  /** Each batch taken apart into its elements. */
  public Dataset unbatch() {
    return new Dataset(
        () -> Steps.flatten(iterator(), element -> fromTensorSlices(element).iterator()), UNKNOWN);
  }

  /** A function of each element. */
  public Dataset map(Function<Object, ?> f) {
    return derived(() -> Steps.map(iterator(), element -> Nest.of(f.apply(element))), cardinality);
  }

  /** The elements of the datasets that a function gives, one after the other. */
  public Dataset flatMap(Function<Object, Dataset> f) {
    return new Dataset(() -> Steps.flatten(iterator(), e -> f.apply(e).iterator()), UNKNOWN);
  }

  /** The elements that pass a test. */
  public Dataset filter(Predicate<Object> test) {
    return derived(() -> Steps.filter(iterator(), test), UNKNOWN);
  }

  /** The first elements; -1: all. */
  public Dataset take(long count) {
    if (count < 0) {
      return this;
    }
    long left = cardinality == INFINITE ? count : Math.min(cardinality, count);
    return derived(() -> Steps.take(iterator(), count), cardinality == UNKNOWN ? UNKNOWN : left);
  }

  /** All but the first elements; -1: none. */
  public Dataset skip(long count) {
    if (count < 0) {
      return take(0);
    }
    long left = cardinality < 0 ? cardinality : Math.max(0, cardinality - count);
    return derived(
        () -> {
          Iterator<Object> all = iterator();
          for (long i = 0; i < count && all.hasNext(); i++) {
            all.next();
          }
          return all;
        },
        left);
  }

  /** Every {@code count}-th element, from the one at {@code index} on. */
  public Dataset shard(int count, int index) {
    return new Dataset(
        () -> {
          long[] at = {0};
          return Steps.filter(iterator(), element -> at[0]++ % count == index);
        },
        cardinality < 0 ? cardinality : (cardinality - index + count - 1) / count);
  }

  /** The elements again and again, without end. */
  public Dataset repeat() {
    return repeat(-1L);
  }

  /** The same; Groovy would else take a list's method of this name. */
  public Dataset repeat(int count) {
    return repeat((long) count);
  }

  /** The whole sequence again and again; -1: without end. */
  public Dataset repeat(long count) {
    long total =
        count < 0
            ? cardinality == 0 ? 0 : INFINITE
            : cardinality < 0 ? cardinality : cardinality * count;
    return derived(() -> Steps.repeat(this, count), total);
  }

  /** This dataset and then another. */
  public Dataset concatenate(Dataset other) {
    boolean known = cardinality >= 0 && other.cardinality >= 0;
    long total =
        known
            ? cardinality + other.cardinality
            : cardinality == INFINITE || other.cardinality == INFINITE ? INFINITE : UNKNOWN;
    return new Dataset(
        () -> Steps.flatten(List.<Object>of(this, other).iterator(), d -> ((Dataset) d).iterator()),
        total);
  }

  /** Each element with its number, int64, before it. */
  public Dataset enumerate(long start) {
    return zip(List.of(range(start, start + Integer.MAX_VALUE, 1), this)).sized(cardinality);
  }

  private Dataset sized(long size) {
    return new Dataset(source, size);
  }

  /** Keeps the elements of the first full run in memory. */
  public Dataset cache() {
    List<Object> kept = new ArrayList<>();
    boolean[] whole = {false};
    return derived(
        () -> whole[0] ? kept.iterator() : Steps.remember(iterator(), kept, whole), cardinality);
  }

  /** The same dataset: elements are made while the training of a batch goes on in any case. */
  public Dataset prefetch() {
    return derived(source, cardinality);
  }

  /** Folds all elements into one value. */
  public <T> T reduce(T initial, BiFunction<T, Object, T> f) {
    T state = initial;
    for (Object element : this) {
      state = f.apply(state, element);
    }
    return state;
  }

  /** The elements as arrays; tensors of no axes as plain values. */
  public Iterator<Object> asNumpyIterator() {
    return Steps.map(
        iterator(),
        element -> Nest.convert(element, t -> t.rank() == 0 ? t.item() : NDArray.of(t.copy())));
  }

  /** The first elements, to look at: the order of later runs stays what it would have been. */
  public List<Object> head(int count) {
    return RunSeeds.undrawn(
        () -> {
          List<Object> first = new ArrayList<>();
          Iterator<Object> run = cardinality == 0 ? List.<Object>of().iterator() : iterator();
          while (first.size() < count && run.hasNext()) {
            first.add(run.next());
          }
          return first;
        });
  }

  /** The shapes and types of the first element, as TensorFlow shows them. */
  public String elementSpec() {
    List<Object> first = head(1);
    return first.isEmpty() ? "?" : ElementSpec.of(first.get(0), elementShapes(first.get(0)));
  }

  /**
   * The shapes that an element's tensors have in all elements: the length of batches, of which the
   * last may be shorter, is unknown.
   */
  public Function<Tensor, Shape> elementShapes(Object element) {
    List<Tensor> leaves = hasUnevenBatches() ? Nest.leaves(element) : List.of();
    if (leaves.isEmpty() || leaves.get(0).rank() == 0) {
      return Tensor::shape;
    }
    int length = leaves.get(0).dim(0);
    return t -> t.rank() > 0 && t.dim(0) == length ? t.shape().with(0, Shape.UNKNOWN) : t.shape();
  }

  /** As TensorFlow shows a dataset, with the shapes and types of its elements. */
  @Override
  public String toString() {
    return "<Dataset element_spec=" + elementSpec() + ">";
  }
}
