package io.nyala.dsl.python.run;

import io.nyala.keras.saving.CustomObjects;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes objects of classes of Python cells from their configs, as {@code load_model} does. */
final class OwnClasses implements CustomObjects.Maker {

  @Override
  public boolean makes(Object type) {
    return type instanceof PyClass;
  }

  @Override
  public String name(Object type) {
    return ((PyClass) type).name();
  }

  @Override
  public Object make(Object type, Map<String, Object> config) {
    PyClass own = (PyClass) type;
    Map<String, Object> arguments = new LinkedHashMap<>(config);
    if (own.find("from_config") != null) {
      return Invoke.call(Attributes.get(own, "from_config"), new Object[] {arguments}, null);
    }
    return own.call(java.util.List.of(), arguments);
  }
}
