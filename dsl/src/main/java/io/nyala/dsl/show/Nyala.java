package io.nyala.dsl.show;

import groovy.lang.Closure;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.models.Model;

/** {@code nyala}: what this notebook has beyond Keras. */
public final class Nyala {

  private Nyala() {}

  /** The names of one session. */
  public static Namespace names(Renderers renderers) {
    Namespace names = new Namespace("nyala");
    def(names, "renderer(type, show)", given -> renderer(renderers, given));
    def(names, "animate(model, text, units=6)", Nyala::animate);
    names.define("progress", Tqdm.function("progress"));
    return names;
  }

  private static Object animate(Given given) {
    if (!(given.get("model") instanceof Model model)) {
      throw given.wrong("model", "a model");
    }
    return Animation.of(UnitTrace.of(model, given.get("text"), given.integer("units")));
  }

  private static void def(Namespace names, String signature, LibraryFunction.Body body) {
    LibraryFunction function = new LibraryFunction("nyala", signature, Kind.TENSOR, body);
    names.define(function.signature().name(), function);
  }

  /**
   * {@code nyala.renderer(Point) { HTML("<b>${it.x}</b>") }}: shows values of a type as the closure
   * says, which gives HTML, another bundle, or text.
   */
  private static Object renderer(Renderers renderers, Given given) {
    Object type = given.get("type");
    Class<?> java = type instanceof NamedType named ? named.javaClass() : null;
    java = type instanceof Class<?> plain ? plain : java;
    if (java == null || !(given.get("show") instanceof Closure<?> show)) {
      throw PyError.type("nyala.renderer(Type) { value -> HTML(…) } takes a class and a closure");
    }
    renderers.add(java, value -> bundle(value, show.call(value)));
    return null;
  }

  private static MimeBundle bundle(Object value, Object shown) {
    if (!(shown instanceof MimeBundle bundle)) {
      return MimeBundle.text(Repr.text(shown));
    }
    boolean says = !bundle.plain().startsWith("<IPython.core.display.");
    return says ? bundle : bundle.with("text/plain", Repr.of(value));
  }
}
