package io.nyala.dsl.names.tf;

import groovy.lang.Closure;
import io.nyala.data.Buckets;
import io.nyala.data.Dataset;
import io.nyala.data.Nest;
import io.nyala.data.Runs;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Conversions;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Signature;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code tf.data.Dataset}'s methods with Python's arguments. A Groovy extension class. */
public final class DatasetMethods {

  private DatasetMethods() {}

  private static Given read(String text, Object[] arguments) {
    Object[] given = arguments;
    if (given.length > 0 && given[0] instanceof Map<?, ?> named && !(named instanceof Kwargs)) {
      given = given.clone();
      given[0] = new Kwargs(named);
    }
    Arguments split = Arguments.split(given);
    Signature signature = Signature.parse(text);
    return new Given(
        signature.name(), Kind.TENSOR, signature.bind(split.positional(), split.named()));
  }

  /** {@code shuffle(buffer_size, seed=None, reshuffle_each_iteration=True)}. */
  public static Dataset shuffle(Dataset self, Object... arguments) {
    Given g = read("shuffle(buffer_size, seed=None, reshuffle_each_iteration=True)", arguments);
    return self.shuffle(
        g.integer("buffer_size"), g.integerOrNull("seed"), g.flag("reshuffle_each_iteration"));
  }

  /** {@code batch(batch_size, drop_remainder=False)}. */
  public static Dataset batch(Dataset self, Object... arguments) {
    Given g =
        read(
            "batch(batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None)",
            arguments);
    return self.batch(g.integer("batch_size"), g.flag("drop_remainder"));
  }

  /** {@code padded_batch(batch_size, padded_shapes=None, padding_values=None)}. */
  public static Dataset padded_batch(Dataset self, Object... arguments) {
    Given g =
        read(
            "padded_batch(batch_size, padded_shapes=None, padding_values=None,"
                + " drop_remainder=False)",
            arguments);
    List<Shape> shapes = g.has("padded_shapes") ? shapes(g.get("padded_shapes")) : null;
    double value = g.has("padding_values") ? g.number("padding_values") : 0;
    return self.paddedBatch(g.integer("batch_size"), shapes, value, g.flag("drop_remainder"));
  }

  private static List<Shape> shapes(Object given) {
    List<?> list = (List<?>) given;
    boolean one = list.stream().allMatch(item -> item == null || item instanceof Number);
    List<Shape> all = new ArrayList<>();
    if (one) {
      all.add(Shape.of(list));
    } else {
      list.forEach(item -> all.addAll(shapes(item)));
    }
    return all;
  }

  private static Object apply(Object function, Object element) {
    Object[] arguments =
        element instanceof List<?> tuple ? tuple.toArray() : new Object[] {element};
    Object result = Calls.call(function, arguments);
    return result instanceof Tuple tuple ? new ArrayList<>(tuple) : result;
  }

  /** {@code map(map_func)}: the function gets a tuple's parts as arguments of their own. */
  public static Dataset map(Dataset self, Closure<?> function) {
    return self.map(element -> apply(function, element));
  }

  /** {@code map(map_func, num_parallel_calls=None)}. */
  public static Dataset map(Dataset self, Object... arguments) {
    Given g = read("map(map_func, num_parallel_calls=None, deterministic=None)", arguments);
    return self.map(element -> apply(g.get("map_func"), element));
  }

  /** {@code take(count)}, which Groovy would otherwise read as its own for collections. */
  public static Dataset take(Dataset self, Integer count) {
    return self.take(count.longValue());
  }

  /** {@code flat_map(map_func)}. */
  public static Dataset flat_map(Dataset self, Object function) {
    return self.flatMap(element -> (Dataset) apply(function, element));
  }

  /** {@code filter(predicate)}. */
  public static Dataset filter(Dataset self, Object predicate) {
    return self.filter(element -> Conversions.truth(apply(predicate, element)));
  }

  /** {@code filter(predicate)} with a closure. */
  public static Dataset filter(Dataset self, Closure<?> predicate) {
    return filter(self, (Object) predicate);
  }

  /** {@code repeat(count=None)}. */
  public static Dataset repeat(Dataset self, Object... arguments) {
    Given g = read("repeat(count=None)", arguments);
    return self.repeat(g.has("count") ? g.integer("count") : -1);
  }

  /** {@code cache(filename='')}, in memory only. */
  public static Dataset cache(Dataset self, Object filename) {
    if (filename != null && !filename.toString().isEmpty()) {
      throw PyError.value("cache() keeps elements in memory; a file is not supported");
    }
    return self.cache();
  }

  /** {@code prefetch(buffer_size)}. */
  public static Dataset prefetch(Dataset self, Object bufferSize) {
    return self.prefetch();
  }

  /** {@code enumerate(start=0)}. */
  public static Dataset enumerate(Dataset self, Object... arguments) {
    return self.enumerate(read("enumerate(start=0)", arguments).integer("start"));
  }

  /** {@code get_single_element()}. */
  public static Object get_single_element(Dataset self) {
    List<Object> found = self.head(2);
    if (found.size() != 1) {
      throw PyError.value(
          "Dataset had "
              + (found.isEmpty() ? "no element" : "more than one element")
              + "; get_single_element() takes a dataset of one.");
    }
    return tuple(found.get(0));
  }

  /** {@code bucket_by_sequence_length(…)}: batches of elements of like length, padded each. */
  public static Dataset bucket_by_sequence_length(Dataset self, Object... arguments) {
    Given g =
        read(
            "bucket_by_sequence_length(element_length_func, bucket_boundaries, bucket_batch_sizes,"
                + " padded_shapes=None, padding_values=None, pad_to_bucket_boundary=False,"
                + " no_padding=False, drop_remainder=False)",
            arguments);
    if (g.flag("pad_to_bucket_boundary")) {
      throw PyError.value(
          "pad_to_bucket_boundary=True is not supported; batches are as wide as their longest.");
    }
    List<Shape> shapes = g.has("padded_shapes") ? shapes(g.get("padded_shapes")) : null;
    double value = g.has("padding_values") ? g.number("padding_values") : 0;
    boolean padding = !g.flag("no_padding");
    Buckets buckets =
        new Buckets(
            whole(g.list("bucket_boundaries")),
            whole(g.list("bucket_batch_sizes")),
            g.flag("drop_remainder"));
    return buckets.of(
        self,
        element ->
            (int) Kind.TENSOR.convert(apply(g.get("element_length_func"), element)).getDouble(0),
        elements -> {
          Dataset own = Dataset.of(elements);
          int size = elements.size();
          Dataset one =
              padding ? own.paddedBatch(size, shapes, value, false) : own.batch(size, false);
          return one.iterator().next();
        });
  }

  private static List<Integer> whole(List<Object> numbers) {
    return numbers.stream().map(n -> ((Number) n).intValue()).toList();
  }

  /** {@code reduce(initial_state, reduce_func)}. */
  public static Object reduce(Dataset self, Object initial, Object function) {
    Object[] state = {Nest.of(initial)};
    for (Object element : self) {
      state[0] = Nest.of(Calls.call(function, state[0], element));
    }
    return state[0];
  }

  /** {@code apply(transformation)}. */
  public static Object apply(Dataset self, Closure<?> transformation) {
    return transformation.call(self);
  }

  /** The elements as arrays. */
  public static Iterator<Object> as_numpy_iterator(Dataset self) {
    return tuples(self.asNumpyIterator());
  }

  /** Elements with tuples where the engine has lists. */
  public static Iterator<Object> tuples(Iterator<Object> elements) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public Object next() {
        return tuple(elements.next());
      }
    };
  }

  private static Object tuple(Object element) {
    if (element instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key, tuple(item)));
      return all;
    }
    return element instanceof List<?> list
        ? Tuple.copyOf(list.stream().map(DatasetMethods::tuple).toList())
        : element;
  }

  /** {@code window(size, shift=None, stride=1, drop_remainder=False)}. */
  public static Dataset window(Dataset self, Object... arguments) {
    Given g = read("window(size, shift=None, stride=1, drop_remainder=False)", arguments);
    int size = g.integer("size");
    return Runs.window(
        self,
        size,
        g.has("shift") ? g.integer("shift") : size,
        g.integer("stride"),
        g.flag("drop_remainder"));
  }

  /** {@code interleave(map_func, cycle_length=None, block_length=1)}. */
  public static Dataset interleave(Dataset self, Object... arguments) {
    Given g =
        read(
            "interleave(map_func, cycle_length=2, block_length=1, num_parallel_calls=None,"
                + " deterministic=None)",
            arguments);
    return Runs.interleave(
        self,
        element -> (Dataset) apply(g.get("map_func"), element),
        Math.max(1, g.integer("cycle_length")),
        g.integer("block_length"));
  }

  /** {@code scan(initial_state, scan_func)}. */
  public static Dataset scan(Dataset self, Object... arguments) {
    Given g = read("scan(initial_state, scan_func)", arguments);
    return Runs.scan(
        self,
        Nest.of(g.get("initial_state")),
        (state, element) -> (List<?>) Calls.call(g.get("scan_func"), state, element));
  }

  /** {@code take_while(predicate)}. */
  public static Dataset take_while(Dataset self, Object predicate) {
    return Runs.takeWhile(self, element -> Conversions.truth(apply(predicate, element)));
  }

  /** {@code with_options(options)}: they say how, not what; the order is the same in any case. */
  public static Dataset with_options(Dataset self, Object options) {
    return self;
  }

  /** {@code unique()}. */
  public static Dataset unique(Dataset self) {
    return Runs.unique(self);
  }

  /** {@code rebatch(batch_size, drop_remainder=False)}. */
  public static Dataset rebatch(Dataset self, Object... arguments) {
    Given g = read("rebatch(batch_size, drop_remainder=False)", arguments);
    return self.unbatch().batch(g.integer("batch_size"), g.flag("drop_remainder"));
  }

  /** The shapes and types of the elements. */
  public static Object getElement_spec(Dataset self) {
    List<Object> first = self.head(1);
    if (first.isEmpty()) {
      return null;
    }
    Function<Tensor, Shape> shapes = self.elementShapes(first.get(0));
    return tuple(
        Nest.convert(first.get(0), t -> new DataNames.TensorSpec(shapes.apply(t), t.dtype())));
  }

  /** The number of elements, for {@code len}. */
  public static int size(Dataset self) {
    if (self.cardinality() < 0) {
      throw PyError.type(
          self.cardinality() == Dataset.INFINITE
              ? "The dataset is infinite."
              : "The dataset length is unknown.");
    }
    return Math.toIntExact(self.cardinality());
  }
}
