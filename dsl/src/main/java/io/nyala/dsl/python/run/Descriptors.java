package io.nyala.dsl.python.run;

/** The values of {@code @property}, {@code @staticmethod} and {@code @classmethod}. */
final class Descriptors {
  private Descriptors() {}

  /** A computed attribute; the setter and deleter may be null. */
  record Property(Object getter, Object setter, Object deleter, Object documentation)
      implements NamedClass {
    @Override
    public String className() {
      return "property";
    }

    Property with(Object newGetter, Object newSetter, Object newDeleter) {
      return new Property(newGetter, newSetter, newDeleter, documentation);
    }
  }

  /** A function that takes no object. */
  record StaticMethod(Object function) implements NamedClass {
    @Override
    public String className() {
      return "staticmethod";
    }
  }

  /** A function that takes the class. */
  record ClassMethod(Object function) implements NamedClass {
    @Override
    public String className() {
      return "classmethod";
    }
  }

  /** Whether a member of a class comes before what is set on an object. */
  static boolean isData(Object member) {
    return member instanceof Property
        || member instanceof Instance it && it.type().find("__set__") != null;
  }

  /** What an attribute of a class is when asked for through an object. */
  static Object bind(Object member, Object self, PyClass type, String name) {
    if (member instanceof PyFunction || member instanceof Native) {
      return self == null ? member : new BoundMethod(self, member, name);
    }
    if (member instanceof Property property) {
      if (self == null) {
        return property;
      }
      if (property.getter() == null) {
        throw Errors.of(
            "AttributeError",
            "property '" + name + "' of '" + type.name() + "' object has no getter");
      }
      return Invoke.call(property.getter(), new Object[] {self}, null);
    }
    if (member instanceof StaticMethod method) {
      return method.function();
    }
    if (member instanceof ClassMethod method) {
      return new BoundMethod(type, method.function(), name);
    }
    if (member instanceof Instance instance && instance.type().find("__get__") != null) {
      return Invoke.method(member, "__get__", new Object[] {self, type}, null);
    }
    return member;
  }
}
