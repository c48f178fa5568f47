package io.nyala.dsl.lang;

import io.nyala.dsl.lang.CellLanguage.Progress;
import io.nyala.dsl.lang.CellLanguage.State;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;

/** Whether typed code is a whole cell, the start of one, or wrong. */
final class Completion {
  private static final String STEP = "    ";

  private Completion() {}

  static Progress of(String code, CellHost host, CompilerConfiguration configuration) {
    Tokens tokens = Lexer.scan(code);
    Progress byTokens = byTokens(tokens);
    if (byTokens != null) {
      return byTokens;
    }
    try {
      Dialect.Result text = Dialect.translate(code, host);
      CompilationUnit unit = new CompilationUnit(configuration);
      unit.addSource("Typed", text.groovy());
      unit.compile(Phases.CONVERSION);
      return new Progress(State.COMPLETE, "");
    } catch (CellSyntaxError | CompilationFailedException e) {
      return new Progress(State.INVALID, "");
    }
  }

  private static Progress byTokens(Tokens tokens) {
    Tokens.Open open = tokens.unfinished();
    if (open == Tokens.Open.LINE_STRING || tokens.unopened() >= 0) {
      return new Progress(State.INVALID, "");
    }
    if (open != Tokens.Open.NOTHING) {
      return new Progress(State.INCOMPLETE, "");
    }
    int last = tokens.size() - 2;
    while (last >= 0 && tokens.get(last).isNewline()) {
      last--;
    }
    if (last < 0) {
      return new Progress(State.COMPLETE, "");
    }
    if (tokens.unclosed() >= 0
        || wantsMore(tokens, last)
        || tokens.text().stripTrailing().endsWith("\\")) {
      return new Progress(State.INCOMPLETE, indent(tokens, last));
    }
    return null;
  }

  private static boolean wantsMore(Tokens tokens, int last) {
    Token token = tokens.get(last);
    if (token.isWord()) {
      return token.isAny("else", "try", "do", "finally", "return") && !token.is("return")
          || token.isAny("in", "instanceof", "extends", "new");
    }
    if (!token.isOperator()) {
      return false;
    }
    if (token.is(")")) {
      return isHead(tokens, last);
    }
    return !token.isAny("]", "}", "++", "--", ";", "*", ":", "...", "?");
  }

  /** The parentheses of {@code if (…)} or {@code def f(…)} with nothing after them. */
  private static boolean isHead(Tokens tokens, int close) {
    int open = tokens.partner(close);
    if (open < 1) {
      return false;
    }
    boolean block =
        tokens.get(open - 1).isAny("if", "for", "switch", "catch") && !tokens.afterDot(open - 1);
    boolean loop = tokens.get(open - 1).is("while") && !tokens.get(open - 2).is("}");
    boolean function = open > 1 && tokens.get(open - 2).is("def");
    return block || loop || function;
  }

  private static String indent(Tokens tokens, int last) {
    String text = tokens.text();
    int start = text.lastIndexOf('\n', tokens.get(last).start()) + 1;
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    boolean opens =
        tokens.get(last).isAny("(", "[", "{", "->", ")", "else", "try", "do", "finally");
    return text.substring(start, end) + (opens ? STEP : "");
  }
}
