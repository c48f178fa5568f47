package io.nyala.dsl.lang;

import io.nyala.dsl.names.Ellipsis;
import io.nyala.dsl.names.Slice;
import io.nyala.dsl.names.Tuple;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ModuleNode;

/** The token-level pass: what reads like Python and Groovy cannot parse becomes Groovy text. */
final class Dialect {
  private Dialect() {}

  /** Groovy text with the way back to the cell's own places. */
  record Result(String original, String groovy, Edits.Map map) {

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

  static Result translate(String code, CellHost host) {
    Edits edits = new Edits(code);
    return new Result(code, edits.apply(), edits.map());
  }

  /** Makes the names that translated text uses known to a module. */
  static void addHelpers(ModuleNode module) {
    module.addImport("__Tuple", ClassHelper.make(Tuple.class));
    module.addImport("__Slice", ClassHelper.make(Slice.class));
    module.addImport("__Ellipsis", ClassHelper.make(Ellipsis.class));
    module.addImport("__Unpack", ClassHelper.make(Unpack.class));
  }
}
