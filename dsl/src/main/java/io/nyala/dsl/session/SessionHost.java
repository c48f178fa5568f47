package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.Variables;
import io.nyala.dsl.names.Modules;
import java.util.Map;
import java.util.Set;

/**
 * What cells see of their session.
 *
 * @param types the classes that cells declared, a synchronized map
 */
record SessionHost(
    Variables variables, Map<String, Object> builtins, Modules modules, Map<String, Class<?>> types)
    implements CellHost {

  @Override
  public Class<?> type(String name) {
    return types.get(name);
  }

  @Override
  public Set<String> typeNames() {
    synchronized (types) {
      return Set.copyOf(types.keySet());
    }
  }
}
