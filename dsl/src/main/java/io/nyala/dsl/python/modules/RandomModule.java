package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Ints;
import io.nyala.dsl.python.run.Module;
import java.util.ArrayList;
import java.util.List;

/** {@code random}, on CPython's own Mersenne twister. */
final class RandomModule {
  private final Twister twister = new Twister();

  static Namespace names() {
    return new RandomModule().define();
  }

  private Namespace define() {
    Module random = new Module("random");
    random.function("seed", (given, named) -> seed(given.length == 0 ? null : given[0]));
    random.function("random", (given, named) -> twister.nextDouble());
    random.two("uniform", (a, b) -> uniform(Module.real(a), Module.real(b)));
    random.two("randint", (a, b) -> between(Module.index(a), Module.index(b) + 1, 1));
    random.function("randrange", (given, named) -> range(given));
    random.one("choice", this::choice);
    random.one("shuffle", this::shuffle);
    random.function("sample", (given, named) -> sample(given, named));
    random.function("choices", (given, named) -> choices(given, named));
    random.two("gauss", (mu, sigma) -> gauss(Module.real(mu), Module.real(sigma)));
    random.one("getrandbits", bits -> Ints.fit(twister.bits(Module.index(bits))));
    return random.names();
  }

  private Double spare;

  private Object seed(Object value) {
    spare = null;
    if (value != null && !Module.isWhole(value)) {
      throw Module.error("NotImplementedError", "random.seed() takes a whole number here");
    }
    if (value == null) {
      twister.seed(java.math.BigInteger.valueOf(System.nanoTime()));
    } else {
      twister.seed(Module.big(value).abs());
    }
    return null;
  }

  private Object uniform(double a, double b) {
    return a + (b - a) * twister.nextDouble();
  }

  private Object gauss(double mu, double sigma) {
    Double z = spare;
    spare = null;
    if (z == null) {
      double angle = twister.nextDouble() * 2 * Math.PI;
      double radius = Math.sqrt(-2.0 * Math.log(1.0 - twister.nextDouble()));
      z = Math.cos(angle) * radius;
      spare = Math.sin(angle) * radius;
    }
    return mu + z * sigma;
  }

  private Object between(int from, int to, int step) {
    int width = to - from;
    int count = step > 0 ? (width + step - 1) / step : (width + step + 1) / step;
    if (count <= 0) {
      throw Module.error(
          "ValueError", "empty range for randrange() (" + from + ", " + to + ", " + width + ")");
    }
    return from + step * twister.below(count);
  }

  private Object range(Object[] given) {
    int first = Module.index(given[0]);
    return given.length == 1
        ? between(0, first, 1)
        : between(first, Module.index(given[1]), given.length > 2 ? Module.index(given[2]) : 1);
  }

  private Object choice(Object source) {
    List<Object> items = Module.items(source);
    if (items.isEmpty()) {
      throw Module.error("IndexError", "Cannot choose from an empty sequence");
    }
    return items.get(twister.below(items.size()));
  }

  @SuppressWarnings("unchecked")
  private Object shuffle(Object source) {
    List<Object> items = (List<Object>) source;
    for (int i = items.size() - 1; i > 0; i--) {
      java.util.Collections.swap(items, i, twister.below(i + 1));
    }
    return null;
  }

  private Object sample(Object[] given, io.nyala.dsl.names.Kwargs named) {
    List<Object> items = Module.items(given[0]);
    int count = Module.index(given.length > 1 ? given[1] : named.get("k"));
    if (count > items.size()) {
      throw Module.error("ValueError", "Sample larger than population or is negative");
    }
    List<Object> taken = new ArrayList<>();
    int setSize = 21;
    if (count > 5) {
      setSize += (int) Math.pow(4, Math.ceil(Math.log(count * 3) / Math.log(4)));
    }
    if (items.size() <= setSize) {
      for (int i = 0; i < count; i++) {
        int at = twister.below(items.size() - i);
        taken.add(items.get(at));
        items.set(at, items.get(items.size() - i - 1));
      }
      return taken;
    }
    java.util.Set<Integer> seen = new java.util.HashSet<>();
    while (taken.size() < count) {
      int at = twister.below(items.size());
      if (seen.add(at)) {
        taken.add(items.get(at));
      }
    }
    return taken;
  }

  private Object choices(Object[] given, io.nyala.dsl.names.Kwargs named) {
    List<Object> items = Module.items(given[0]);
    Object weights = given.length > 1 ? given[1] : named == null ? null : named.get("weights");
    int count = named == null || named.get("k") == null ? 1 : Module.index(named.get("k"));
    double[] sums = new double[items.size()];
    double total = 0;
    List<Object> each = weights == null ? null : Module.items(weights);
    for (int i = 0; i < sums.length; i++) {
      total += each == null ? 1 : Module.real(each.get(i));
      sums[i] = total;
    }
    List<Object> taken = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double at = twister.nextDouble() * total;
      int i = 0;
      while (i < sums.length - 1 && sums[i] <= at) {
        i++;
      }
      taken.add(items.get(i));
    }
    return taken;
  }
}
