package io.nyala.dsl.magic;

/**
 * A command to the session, such as {@code %time} or {@code %%html}.
 *
 * @param name without its percent signs
 * @param kind where it may stand
 * @param usage how it is written, {@code %cd FOLDER}
 * @param doc one or two sentences
 * @param body what it does
 */
public record Magic(String name, Kind kind, String usage, String doc, Body body) {

  /** Where a magic may stand. */
  public enum Kind {
    /** At the start of a statement; runs when the statement does. */
    LINE,
    /** At the start of a statement; runs before the cell is compiled, which may depend on it. */
    EARLY,
    /** On a cell's first line; the rest of the cell is its input. */
    CELL
  }

  /** What a magic does. */
  @FunctionalInterface
  public interface Body {

    /** Runs the magic; the value is the statement's value, null for none. */
    Object run(Call call) throws Exception;
  }

  /**
   * One use of a magic.
   *
   * @param name as it was written, without percent signs
   * @param argument the rest of its line
   * @param cell the lines below it, null for a line magic
   * @param session where it is used
   */
  public record Call(String name, String argument, String cell, MagicContext session) {}

  /** The name as a person types it. */
  public String typed() {
    return (kind == Kind.CELL ? "%%" : "%") + name;
  }
}
