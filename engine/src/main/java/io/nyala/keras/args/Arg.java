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
 * @param inConfig when {@code get_config} holds it
 * @param none what None stands for, where it stands for something
 */
public record Arg(
    String name,
    ArgType<?> type,
    boolean required,
    Object defaultValue,
    String doc,
    InConfig inConfig,
    Object none) {

  /** When {@code get_config} holds an argument. */
  public enum InConfig {
    /** In every config. */
    ALWAYS,
    /** Only if it is not the default, None or False. */
    IF_SET,
    /** In none. */
    NEVER
  }

  /** An argument that must be given. */
  public static Arg required(String name, ArgType<?> type, String doc) {
    return new Arg(name, type, true, null, doc, InConfig.ALWAYS, null);
  }

  /** An argument with a default. */
  public static Arg of(String name, ArgType<?> type, Object defaultValue, String doc) {
    return new Arg(name, type, false, defaultValue, doc, InConfig.ALWAYS, null);
  }

  /** The same argument, left out of {@code get_config}. */
  public Arg notInConfig() {
    return new Arg(name, type, required, defaultValue, doc, InConfig.NEVER, none);
  }

  /** The same argument, in {@code get_config} only where it is not the default. */
  public Arg inConfigIfSet() {
    return new Arg(name, type, required, defaultValue, doc, InConfig.IF_SET, none);
  }

  /** The same argument, for which None stands for a value, as {@code activation=None} does. */
  public Arg noneMeans(Object value) {
    return new Arg(name, type, required, defaultValue, doc, inConfig, value);
  }
}
