package io.nyala.dsl.names.np;

import io.nyala.autograd.Gather;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.arrays.TfCreation;
import io.nyala.keras.random.Distributions;
import io.nyala.keras.random.NumpyRandom;
import io.nyala.keras.random.Pcg64;
import io.nyala.keras.random.Sampling;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** {@code np.random}: one global generator, and generators of a person's own. */
public final class NpRandom {

  private static NumpyRandom global = new NumpyRandom(System.nanoTime() & 0xffffffffL);

  private NpRandom() {}

  /** Restarts the global generator. */
  public static synchronized void seed(long seed) {
    global = new NumpyRandom(seed);
  }

  private static synchronized NumpyRandom global() {
    return global;
  }

  private interface Source {
    NumpyRandom get();
  }

  static void into(Library random) {
    draws(random, NpRandom::global);
    random.def(
        "seed(seed)",
        g -> {
          seed(longOf(g, "seed"));
          return null;
        });
    random.def("RandomState(seed=None)", NpRandom::state);
    random.def("default_rng(seed=None)", NpRandom::generator);
  }

  private static long longOf(Given g, String name) {
    return (long) g.number(name);
  }

  private static Object state(Given g) {
    NumpyRandom own =
        new NumpyRandom(g.has("seed") ? longOf(g, "seed") : System.nanoTime() & 0xffff);
    Namespace names = new Namespace("RandomState");
    draws(new Library(names, Kind.ARRAY), () -> own);
    return names;
  }

  /** NumPy's newer generator. */
  private static Object generator(Given g) {
    Pcg64 own = new Pcg64(g.has("seed") ? longOf(g, "seed") : System.nanoTime() & 0xffff);
    Library to = new Library(new Namespace("Generator"), Kind.ARRAY);
    to.def("random(size=None)", given -> reals(size(given), own::uniform));
    to.def(
        "integers(low, high=None, size=None, dtype='int64', endpoint=False)",
        given -> {
          long low = given.has("high") ? longOf(given, "low") : 0;
          long high = longOf(given, given.has("high") ? "high" : "low");
          long end = given.flag("endpoint") ? high + 1 : high;
          only64(given);
          return whole(size(given), () -> own.integer(low, end));
        });
    to.def("permutation(x)", given -> permutation(given, own::permutation));
    to.def("shuffle(x)", given -> shuffle(given, own::permutation));
    to.def(
        "choice(a, size=None, replace=True, p=None, axis=0, shuffle=True)",
        given -> choice(given, own));
    NpDistributions.shared(to, () -> new Distributions(own::uniform, own::normal));
    return to.names();
  }

  private static Object choice(Given g, Pcg64 random) {
    Tensor from = population(g);
    int n = from.dim(0);
    int count = size(g).elements();
    if (g.has("p")) {
      return picked(g, from, weighted(g, n, count, random::uniform));
    }
    if (g.flag("replace")) {
      int[] places = new int[count];
      Arrays.setAll(places, i -> (int) random.integer(0, n));
      return picked(g, from, places);
    }
    requireEnough(n, count);
    return picked(g, from, Sampling.once(n, count, g.flag("shuffle"), random::upTo));
  }

  private static void draws(Library to, Source source) {
    to.def("rand(*d)", g -> reals(dims(g), () -> source.get().uniform()));
    to.def("randn(*d)", g -> reals(dims(g), () -> source.get().normal()));
    to.def("random(size=None)", g -> reals(size(g), () -> source.get().uniform()));
    to.alias("random_sample", "random");
    to.def("randint(low, high=None, size=None, dtype='int64')", g -> integers(g, source.get()));
    to.def("permutation(x)", g -> permutation(g, source.get()::permutation));
    to.def("shuffle(x)", g -> shuffle(g, source.get()::permutation));
    to.def("choice(a, size=None, replace=True, p=None)", g -> choice(g, source.get()));
    Supplier<Distributions> own =
        () -> new Distributions(source.get()::uniform, source.get()::normal);
    NpDistributions.shared(to, own);
    NpDistributions.legacy(to, own);
  }

  private static Shape dims(Given g) {
    return Shape.of(g.list("d"));
  }

  static Shape size(Given g) {
    return g.has("size") ? g.shape("size") : Shape.SCALAR;
  }

  static Tensor reals(Shape shape, DoubleSupplier next) {
    Tensor out = Tensor.zeros(DType.FLOAT64, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.put(i, next.getAsDouble());
    }
    return out;
  }

  static Tensor whole(Shape shape, LongSupplier next) {
    long[] out = new long[shape.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = next.getAsLong();
    }
    return Tensor.of(shape, out);
  }

  private static Tensor integers(Given g, NumpyRandom random) {
    long low = g.has("high") ? longOf(g, "low") : 0;
    long high = g.has("high") ? longOf(g, "high") : longOf(g, "low");
    only64(g);
    return whole(size(g), () -> random.integer(low, high));
  }

  private static void only64(Given g) {
    if (g.dtype("dtype") != DType.INT64) {
      throw PyError.value(g.function() + "() draws int64; convert with astype afterwards");
    }
  }

  private static Tensor permutation(Given g, IntFunction<int[]> random) {
    Object given = g.get("x");
    if (given instanceof Number n) {
      int[] order = random.apply(n.intValue());
      return Tensor.of(Shape.of(order.length), order).cast(DType.INT64);
    }
    Tensor x = g.tensor("x");
    return Gather.take(x, random.apply(x.dim(0)), 0);
  }

  private static Object shuffle(Given g, IntFunction<int[]> random) {
    Object given = g.get("x");
    if (given instanceof NDArray array) {
      Tensor mixed = Gather.take(array.copy(), random.apply(array.dim(0)), 0);
      int[] all = new int[array.elements()];
      Arrays.setAll(all, i -> i);
      array.write(all, mixed, all);
      return null;
    }
    if (given instanceof java.util.List<?>) {
      @SuppressWarnings("unchecked")
      java.util.List<Object> list = (java.util.List<Object>) given;
      java.util.List<Object> before = new java.util.ArrayList<>(list);
      int[] order = random.apply(list.size());
      for (int i = 0; i < order.length; i++) {
        list.set(i, before.get(order[i]));
      }
      return null;
    }
    throw g.wrong("x", "an array or a list");
  }

  private static Tensor population(Given g) {
    return g.get("a") instanceof Number n
        ? TfCreation.linspace(0, n.intValue() - 1, n.intValue(), true, DType.INT64)
        : g.tensor("a");
  }

  private static Object picked(Given g, Tensor from, int... places) {
    return Gather.gather(from, Tensor.of(size(g), places), 0);
  }

  private static void requireEnough(int n, int count) {
    if (count > n) {
      throw PyError.value("Cannot take a larger sample than population when replace is False");
    }
  }

  private static int[] weighted(Given g, int n, int count, DoubleSupplier uniform) {
    double[] p = g.floats("p").cast(DType.FLOAT64).doubles();
    double sum = Arrays.stream(p).sum();
    if (p.length != n) {
      throw PyError.value("'a' and 'p' must have same size");
    }
    if (Math.abs(sum - 1) > 1e-8 * Math.max(1, n)) {
      throw PyError.value("probabilities do not sum to 1");
    }
    if (g.flag("replace")) {
      return Sampling.weighted(p, count, uniform);
    }
    requireEnough(n, count);
    if (Arrays.stream(p).filter(each -> each > 0).count() < count) {
      throw PyError.value("Fewer non-zero entries in p than size");
    }
    return Sampling.weightedOnce(p, count, uniform);
  }

  private static Object choice(Given g, NumpyRandom random) {
    Tensor from = population(g);
    int n = from.dim(0);
    int count = size(g).elements();
    if (g.has("p")) {
      return picked(g, from, weighted(g, n, count, random::uniform));
    }
    if (g.flag("replace")) {
      int[] places = new int[count];
      Arrays.setAll(places, i -> (int) random.integer(0, n));
      return picked(g, from, places);
    }
    requireEnough(n, count);
    return picked(g, from, Arrays.copyOf(random.permutation(n), count));
  }
}
