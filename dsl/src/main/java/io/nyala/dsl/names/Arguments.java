package io.nyala.dsl.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one call, positional and named apart.
 *
 * @param positional in the order written
 * @param named keyword arguments in the order written
 */
public record Arguments(List<Object> positional, Map<String, Object> named) {

  /** Takes apart what Groovy passes: named arguments, if any, come first as {@link Kwargs}. */
  public static Arguments split(Object... arguments) {
    if (arguments == null) {
      return new Arguments(new ArrayList<>(Arrays.asList((Object) null)), Map.of());
    }
    if (arguments.length > 0 && arguments[0] instanceof Kwargs named) {
      List<Object> rest = Arrays.asList(arguments).subList(1, arguments.length);
      return new Arguments(new ArrayList<>(rest), named);
    }
    return new Arguments(new ArrayList<>(Arrays.asList(arguments)), Map.of());
  }

  /** The argument array Groovy would pass: {@link Kwargs} first when there are named ones. */
  public Object[] join() {
    List<Object> all = new ArrayList<>();
    if (!named.isEmpty()) {
      all.add(named instanceof Kwargs kwargs ? kwargs : new Kwargs(named));
    }
    all.addAll(positional);
    return all.toArray();
  }
}
