package io.nyala.dsl.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A language that cells may be written in; each session has one of each it knows. */
public interface CellLanguage {

  /** The name by which a cell or a notebook chooses it: {@code groovy}. */
  String name();

  /**
   * Compiles a cell.
   *
   * @param sourceName the name its stack frames carry, unique in the session
   * @throws CellSyntaxError if the text cannot be understood
   */
  CompiledCell compile(String code, String sourceName);

  /** How far along typed code is. */
  Progress progress(String code);

  /** The words of its grammar, as completion offers them. */
  List<String> keywords();

  /** Names that every cell of this language has besides the session's own. */
  default Map<String, Object> builtins() {
    return Map.of();
  }

  /** Name to kind of what follows a dot after this value, where the language has its own rules. */
  default Optional<Map<String, String>> members(Object value) {
    return Optional.empty();
  }

  /** A small cell that exercises the compiler; a number makes it a new one each time. */
  String sample(int number);

  /** Where a line stands that follows this text; the text is whole lines. */
  default Place placeAfter(String text) {
    return Lexer.scan(text).placeAtEnd();
  }

  /** Where a line stands. */
  enum Place {
    /** At the start of a statement of the cell. */
    STATEMENT,
    /** At the start of a statement inside braces. */
    BLOCK,
    /** Inside a statement, a bracket, a string or a comment. */
    INSIDE
  }

  /**
   * Whether code can run as it stands.
   *
   * @param state whether it can
   * @param indent the indentation the next line should have when more is needed
   */
  record Progress(State state, String indent) {}

  /** The answers {@link #progress} gives. */
  enum State {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }
}
