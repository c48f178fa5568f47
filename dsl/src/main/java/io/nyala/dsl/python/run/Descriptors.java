package io.nyala.dsl.python.run;

/** The values of {@code @property}, {@code @staticmethod} and {@code @classmethod}. */
final class Descriptors {
  private Descriptors() {}

  /** A computed attribute; the setter and deleter may be null. */
  record Property(Object getter, Object setter, Object deleter) {}

  /** A function that takes no object. */
  record StaticMethod(Object function) {}

  /** A function that takes the class. */
  record ClassMethod(Object function) {}

  /** What an attribute of a class is when asked for through an object. */
  static Object bind(Object member, Object self, PyClass type, String name) {
    if (member instanceof PyFunction || member instanceof Native) {
      return self == null ? member : new BoundMethod(self, member, name);
    }
    if (member instanceof Property property) {
      if (self == null) {
        return property;
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
