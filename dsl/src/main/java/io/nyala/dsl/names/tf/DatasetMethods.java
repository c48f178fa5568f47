package io.nyala.dsl.names.tf;

import groovy.lang.Closure;
import io.nyala.data.Dataset;
import io.nyala.data.Nest;
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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

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
  public static Dataset enumerate(Dataset self) {
    return self.enumerate(0);
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
    return self.asNumpyIterator();
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
