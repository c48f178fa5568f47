package io.nyala.dsl.lang;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.modules.Signatures.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

  /** An attribute of a value that this language has its own rules for, found without running it. */
  default Optional<Object> member(Object value, String name) {
    return Optional.empty();
  }

  /** Whether a value is a class of this language's own. */
  default boolean isClass(Object value) {
    return false;
  }

  /** The signature of a value that this language has its own rules for. */
  default Optional<Signature> signature(Object value) {
    return Optional.empty();
  }

  /**
   * Help on a value that this language has its own rules for.
   *
   * @param detailLevel 1 to have its source too
   * @param cells the text of a cell by the name of its class, or null
   */
  default Optional<String> help(Object value, int detailLevel, Function<String, String> cells) {
    return Optional.empty();
  }

  /** The modules that only this language has. */
  default Set<String> moduleNames() {
    return Set.of();
  }

  /** One of these modules. */
  default Optional<Namespace> module(String path) {
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
