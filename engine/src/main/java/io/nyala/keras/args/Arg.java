package io.nyala.keras.args;

/**
 * One argument of a Keras object: declared once, used for keyword and positional binding, defaults,
 * configs, errors, completion and help.
 *
 * @param name Keras' name
 * @param type what it may be
 * @param required whether it must be given
 * @param defaultValue Keras' default, as a person would write it
 * @param doc one line of documentation
 * @param inConfig whether {@code get_config} holds it
 */
public record Arg(
    String name,
    ArgType<?> type,
    boolean required,
    Object defaultValue,
    String doc,
    boolean inConfig) {

  /** An argument that must be given. */
  public static Arg required(String name, ArgType<?> type, String doc) {
    return new Arg(name, type, true, null, doc, true);
  }

  /** An argument with a default. */
  public static Arg of(String name, ArgType<?> type, Object defaultValue, String doc) {
    return new Arg(name, type, false, defaultValue, doc, true);
  }

  /** The same argument, left out of {@code get_config}. */
  public Arg notInConfig() {
    return new Arg(name, type, required, defaultValue, doc, false);
  }
}
