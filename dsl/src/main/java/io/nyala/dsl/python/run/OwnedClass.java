package io.nyala.dsl.python.run;

import java.util.List;
import java.util.Map;

/** A class whose class is a person's own metaclass. */
final class OwnedClass extends PyClass implements Instance {
  private final PyClass type;

  OwnedClass(
      PyClass type, String name, String module, List<PyClass> bases, Map<String, Object> members) {
    super(name, module, bases, members, null, null);
    this.type = type;
  }

  @Override
  public PyClass type() {
    return type;
  }

  @Override
  public Map<String, Object> attributes() {
    return members();
  }
}
