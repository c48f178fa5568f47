package io.nyala.dsl.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name a misspelt one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /** The closest candidate, if one is close enough to be worth suggesting. */
  public static Optional<String> to(String name, Collection<String> candidates) {
    int allowed = Math.max(1, (name.length() + 1) / 3);
    return candidates.stream()
        .filter(candidate -> !candidate.equals(name) && !candidate.startsWith("__"))
        .filter(candidate -> distance(name, candidate) <= allowed)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code " Did you mean: 'x'?"}, or nothing. */
  public static String hint(String name, Collection<String> candidates) {
    return to(name, candidates).map(found -> " Did you mean: '" + found + "'?").orElse("");
  }

  private static int distance(String left, String right) {
    return io.nyala.keras.args.Nearest.distance(
        left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
  }
}
