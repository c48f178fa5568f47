package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Ints;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.PyBytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
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
    random.two(
        "randint",
        (a, b) -> between(Module.whole(a), Module.whole(b).add(BigInteger.ONE), BigInteger.ONE));
    random.function("randrange", (given, named) -> range(given));
    random.one("choice", this::choice);
    random.one("shuffle", this::shuffle);
    random.function("sample", (given, named) -> sample(given, named));
    random.function("choices", (given, named) -> choices(given, named));
    random.function("gauss", (given, named) -> gauss(real(given, 0, 0), real(given, 1, 1)));
    random.function(
        "normalvariate", (given, named) -> normal(real(given, 0, 0), real(given, 1, 1)));
    random.one("expovariate", rate -> -Math.log(1 - twister.nextDouble()) / Module.real(rate));
    random.function(
        "Random",
        (given, named) -> {
          RandomModule own = new RandomModule();
          own.seed(given.length > 0 ? given[0] : null);
          return own.define();
        });
    random.one("getrandbits", bits -> Ints.fit(twister.bits(Module.index(bits))));
    return random.names();
  }

  private Double spare;

  private Object seed(Object value) {
    spare = null;
    if (value == null) {
      twister.seed(BigInteger.valueOf(System.nanoTime()));
    } else if (value instanceof CharSequence text) {
      twister.seed(ofText(text.toString().getBytes(StandardCharsets.UTF_8)));
    } else if (value instanceof PyBytes bytes) {
      twister.seed(ofText(bytes.copy()));
    } else {
      twister.seed((Module.isWhole(value) ? Module.big(value) : Module.hash(value)).abs());
    }
    return null;
  }

  /** The number a text stands for: its bytes, then their SHA-512. */
  private static BigInteger ofText(byte[] text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(text);
      byte[] all = Arrays.copyOf(text, text.length + digest.length);
      System.arraycopy(digest, 0, all, text.length, digest.length);
      return new BigInteger(1, all);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-512", e);
    }
  }

  private static double real(Object[] given, int index, double otherwise) {
    return index < given.length ? Module.real(given[index]) : otherwise;
  }

  private Object normal(double mu, double sigma) {
    double factor = 4 * Math.exp(-0.5) / Math.sqrt(2.0);
    while (true) {
      double u1 = twister.nextDouble();
      double u2 = 1.0 - twister.nextDouble();
      double z = factor * (u1 - 0.5) / u2;
      if (z * z / 4.0 <= -Math.log(u2)) {
        return mu + z * sigma;
      }
    }
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

  private Object between(BigInteger from, BigInteger to, BigInteger step) {
    BigInteger width = to.subtract(from);
    BigInteger one = BigInteger.valueOf(step.signum());
    BigInteger count = width.add(step).subtract(one).divide(step);
    if (step.signum() == 0) {
      throw Module.error("ValueError", "zero step for randrange()");
    }
    if (count.signum() <= 0) {
      throw Module.error(
          "ValueError", "empty range for randrange() (" + from + ", " + to + ", " + width + ")");
    }
    return Ints.fit(from.add(step.multiply(twister.below(count))));
  }

  private Object range(Object[] given) {
    BigInteger first = Module.whole(given[0]);
    return given.length == 1
        ? between(BigInteger.ZERO, first, BigInteger.ONE)
        : between(
            first,
            Module.whole(given[1]),
            given.length > 2 ? Module.whole(given[2]) : BigInteger.ONE);
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
