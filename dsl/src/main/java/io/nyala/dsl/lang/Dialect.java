package io.nyala.dsl.lang;

import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Index;
import io.nyala.tensor.Slice;
import java.util.function.Predicate;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ModuleNode;

/**
 * The token-level pass: what reads like Keras and Groovy cannot parse becomes Groovy text, line for
 * line; what would silently mean something else is refused.
 */
final class Dialect {
  private Dialect() {}

  /** Groovy text with the way back to the cell's own places. */
  record Result(String groovy, Edits.Map map) {

    /** The cell's own {line, column} of a place in the Groovy text. */
    int[] original(int line, int column) {
      return map.original(line, column);
    }

    /** Whether the Groovy text has these characters where a node starts. */
    boolean startsWithAt(ASTNode node, String text) {
      int offset = map.offset(node.getLineNumber(), node.getColumnNumber());
      return offset >= 0 && groovy.startsWith(text, offset);
    }
  }

  /**
   * Translates a cell.
   *
   * @throws CellSyntaxError for what Groovy cannot mean
   */
  static Result translate(String code, CellHost host) {
    Tokens tokens = Lexer.scan(code);
    Edits edits = new Edits(code);
    refuse(tokens, host.variables()::containsKey);
    refuseBroken(tokens);
    translate(tokens, edits, host);
    String groovy = edits.apply();
    return new Result(groovy, edits.map());
  }

  private static void refuse(Tokens tokens, Predicate<String> isVariable) {
    new Refusals(tokens, isVariable).apply();
    tokens.nested().forEach(inner -> refuse(inner, isVariable));
  }

  private static void translate(Tokens tokens, Edits edits, CellHost host) {
    for (Tokens.Comment comment : tokens.comments()) {
      if (comment.hash()) {
        edits.replace(comment.start(), comment.end(), "");
      }
    }
    Imports imports = new Imports(tokens, edits, host.modules());
    imports.apply();
    new NamedTypes(tokens, edits, host, imports.bound()).apply();
    new Assignments(tokens, edits).apply();
    new Brackets(tokens, edits).apply();
    new Literals(tokens, edits).apply();
    tokens.nested().forEach(inner -> translate(inner, edits, host));
  }

  private static void refuseBroken(Tokens tokens) {
    switch (tokens.unfinished()) {
      case STRING, LINE_STRING ->
          throw tokens.errorAt(tokens.unfinishedAt(), "this string is never closed");
      case COMMENT -> throw tokens.errorAt(tokens.unfinishedAt(), "this comment is never closed");
      case NOTHING -> {}
    }
    if (tokens.unopened() >= 0) {
      String text = tokens.get(tokens.unopened()).text();
      throw tokens.error(tokens.unopened(), "this '" + text + "' closes nothing");
    }
    if (tokens.unclosed() >= 0) {
      String text = tokens.get(tokens.unclosed()).text();
      throw tokens.error(tokens.unclosed(), "this '" + text + "' is never closed");
    }
  }

  /** Makes the names that translated text uses known to a module. */
  static void addHelpers(ModuleNode module) {
    module.addImport("__Tuple", ClassHelper.make(Tuple.class));
    module.addImport("__Slice", ClassHelper.make(Slice.class));
    module.addImport("__Index", ClassHelper.make(Index.class));
    module.addImport("__Unpack", ClassHelper.make(Unpack.class));
  }
}
