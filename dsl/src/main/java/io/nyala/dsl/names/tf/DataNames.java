package io.nyala.dsl.names.tf;

import groovy.util.Expando;
import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.data.Dataset;
import io.nyala.data.Nest;
import io.nyala.data.Runs;
import io.nyala.dsl.lang.Calls;
import io.nyala.dsl.names.DTypes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.InvokerHelper;

/** {@code tf.data}. */
final class DataNames {

  private DataNames() {}

  /**
   * The shape and type of a tensor, {@code tf.TensorSpec}.
   *
   * @param shape the extents
   * @param dtype the element type
   */
  record TensorSpec(Shape shape, DType dtype) {
    @Override
    public String toString() {
      return "TensorSpec(shape=" + shape + ", dtype=tf." + dtype + ", name=None)";
    }
  }

  static void into(Library tf) {
    tf.def(
        "TensorSpec(shape, dtype='float32')",
        g -> new TensorSpec(Shape.of(g.list("shape")), g.dtype("dtype")));
    Library data = tf.nested("data");
    data.value("AUTOTUNE", -1).value("INFINITE_CARDINALITY", Dataset.INFINITE);
    data.value("UNKNOWN_CARDINALITY", Dataset.UNKNOWN);
    data.def(
        "TextLineDataset(filenames, compression_type=None, buffer_size=None,"
            + " num_parallel_reads=None, name=None)",
        TextLines::of);
    Library dataset = data.nested("Dataset");
    dataset.def(
        "from_tensor_slices(tensors)", g -> Dataset.fromTensorSlices(structure(g.get("tensors"))));
    dataset.def("from_tensors(tensors)", g -> Dataset.fromTensors(structure(g.get("tensors"))));
    dataset.def(
        "from_generator(generator, output_types=None, output_shapes=None, args=None,"
            + " output_signature=None)",
        DataNames::fromGenerator);
    dataset.def("range(*args)", DataNames::range);
    dataset.def(
        "random(seed=None, rerandomize_each_iteration=None, name=None)",
        g ->
            Dataset.random(
                g.has("seed") ? (Number) g.integer("seed") : null,
                g.has("rerandomize_each_iteration") && g.flag("rerandomize_each_iteration")));
    dataset.def("zip(*datasets)", g -> zip(g.list("datasets")));
    dataset.def("counter(start=0, step=1)", DataNames::counter);
    dataset.def(
        "choose_from_datasets(datasets, choice_dataset, stop_on_empty_dataset=True)",
        g ->
            Runs.choose(
                g.list("datasets").stream().map(each -> (Dataset) each).toList(),
                (Dataset) g.get("choice_dataset"),
                g.flag("stop_on_empty_dataset")));
    data.nested("experimental").value("AUTOTUNE", -1);
    data.def("Options()", g -> options());
  }

  /** Settings of TensorFlow's runtime, taken and left aside. */
  private static Expando options() {
    Expando options = new Expando();
    for (String part :
        List.of("autotune", "threading", "experimental_optimization", "experimental_distribute")) {
      options.setProperty(part, new Expando());
    }
    return options;
  }

  /** Tuples and maps are structures; a list is one tensor, as in TensorFlow. */
  static Object structure(Object value) {
    if (value instanceof Tuple tuple) {
      List<Object> all = new ArrayList<>();
      tuple.forEach(item -> all.add(structure(item)));
      return all;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key, structure(item)));
      return all;
    }
    try {
      return Kind.TENSOR.convert(value);
    } catch (IllegalArgumentException e) {
      boolean pair =
          value instanceof List<?> list && list.stream().allMatch(i -> Kind.of(i) != null);
      throw pair
          ? PyError.value(
              "a list is made into one tensor, and these differ in shape; for inputs with their"
                  + " labels write a tuple: from_tensor_slices((x, y))")
          : e;
    }
  }

  private static Object fromGenerator(Given g) {
    Object generator = g.get("generator");
    Object[] arguments = g.has("args") ? g.list("args").toArray() : new Object[0];
    List<DType> types = new ArrayList<>();
    collectTypes(
        g.has("output_signature") ? g.get("output_signature") : g.get("output_types"), types);
    Supplier<Iterator<?>> runs =
        () -> {
          Object given = Calls.call(generator, arguments);
          Iterator<?> run = InvokerHelper.asIterator(given);
          return types.isEmpty() ? run : typed(run, types);
        };
    return Dataset.fromGenerator(runs);
  }

  private static void collectTypes(Object value, List<DType> into) {
    if (value instanceof TensorSpec spec) {
      into.add(spec.dtype());
    } else if (value instanceof Collection<?> items) {
      items.forEach(item -> collectTypes(item, into));
    } else if (value != null) {
      into.add(DTypes.of(value));
    }
  }

  private static Iterator<Object> typed(Iterator<?> run, List<DType> types) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return run.hasNext();
      }

      @Override
      public Object next() {
        Object given = run.next();
        Object element =
            types.size() == 1
                ? Kind.TENSOR.convert(given, types.get(0))
                : new ArrayList<>(
                    ((Collection<?>) given).stream().map(DataNames::structure).toList());
        if (types.size() != Nest.leaves(element).size()) {
          throw PyError.value(
              "the generator gave "
                  + Nest.leaves(element).size()
                  + " values where "
                  + types.size()
                  + " were announced");
        }
        int[] at = {0};
        return Nest.map(element, (Tensor leaf) -> Cast.to(leaf, types.get(at[0]++)));
      }
    };
  }

  private static Map<Object, Object> keyed(List<Object> names, List<?> parts) {
    Map<Object, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(names.get(i), parts.get(i));
    }
    return all;
  }

  private static Object range(Given g) {
    List<Object> args = g.list("args");
    if (args.isEmpty() || args.size() > 3) {
      throw PyError.type("Dataset.range() takes 1 to 3 whole numbers");
    }
    long[] n = args.stream().mapToLong(DataNames::whole).toArray();
    return n.length == 1
        ? Dataset.range(0, n[0], 1)
        : Dataset.range(n[0], n[1], n.length == 3 ? n[2] : 1);
  }

  private static long whole(Object number) {
    return number instanceof Number n
        ? n.longValue()
        : (long) Kind.TENSOR.convert(number).getDouble(0);
  }

  private static Object counter(Given g) {
    long step = g.integer("step");
    Tensor first = Tensor.full(DType.INT64, Shape.of(), g.integer("start"));
    Tensor by = Tensor.full(DType.INT64, Shape.of(), step);
    return Runs.scan(
        Dataset.fromTensors(first).repeat(),
        first,
        (state, same) -> List.of(Arithmetic.add((Tensor) state, by), state));
  }

  private static Object zip(List<Object> given) {
    if (given.size() == 1 && given.get(0) instanceof Map<?, ?> named) {
      List<Object> names = new ArrayList<>(named.keySet());
      return Dataset.zip(named.values().stream().map(each -> (Dataset) each).toList())
          .map(parts -> keyed(names, (List<?>) parts));
    }
    boolean nested = given.size() == 1 && given.get(0) instanceof Collection<?>;
    Collection<?> all = nested ? (Collection<?>) given.get(0) : given;
    return Dataset.zip(all.stream().map(each -> (Dataset) each).toList());
  }
}
