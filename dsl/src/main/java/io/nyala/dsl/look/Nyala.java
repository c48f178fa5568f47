package io.nyala.dsl.look;

import groovy.lang.Closure;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.NamedType;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Renderers;
import io.nyala.dsl.show.Repr;
import io.nyala.dsl.show.Tqdm;
import io.nyala.keras.models.Model;

/** {@code nyala}: what this notebook has beyond Keras. */
public final class Nyala {

  private Nyala() {}

  /** The names of one session. */
  public static Namespace names(Renderers renderers) {
    Namespace names = new Namespace("nyala");
    def(names, "renderer(type, show)", given -> renderer(renderers, given));
    names.define("progress", Tqdm.function("progress"));
    def(names, "animate(model, text, units=6)", Nyala::animate);
    def(names, "gates(model, text, units=8)", Nyala::gates);
    def(names, "influence(model, text, output=None)", Nyala::influence);
    def(names, "vanishing(models, text, output=0)", Vanishing::of);
    def(names, "neighbors(model, word, k=10, vocabulary=None)", Embeddings::neighbors);
    def(names, "embedding_plane(model, words=None, count=80, vocabulary=None)", Embeddings::plane);
    def(names, "confusion_matrix(y_true, y_pred, labels=None)", Confusion::of);
    def(names, "roc_curve(y_true, y_score)", Judgement::roc);
    def(names, "precision_recall_curve(y_true, y_score)", Judgement::precisionRecall);
    def(names, "calibration_curve(y_true, y_prob, bins=10)", Judgement::calibration);
    def(names, "GradientNorms()", given -> new GradientNorms());
    return names;
  }

  private static Object animate(Given given) {
    return Animation.of(trace(given));
  }

  private static Object gates(Given given) {
    return Gates.of(trace(given));
  }

  private static Object influence(Given given) {
    return Influence.of(model(given), given.get("text"), given.integerOrNull("output"));
  }

  private static UnitTrace trace(Given given) {
    return UnitTrace.of(given.function(), model(given), given.get("text"), given.integer("units"));
  }

  private static Model model(Given given) {
    if (given.get("model") instanceof Model model) {
      return model;
    }
    throw given.wrong("model", "a model");
  }

  private static void def(Namespace names, String signature, LibraryFunction.Body body) {
    LibraryFunction function = new LibraryFunction("nyala", signature, Kind.ARRAY, body);
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
