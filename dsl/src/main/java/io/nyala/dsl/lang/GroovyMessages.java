package io.nyala.dsl.lang;

import org.codehaus.groovy.syntax.SyntaxException;

/** The compiler's messages, without the position that is shown apart. */
final class GroovyMessages {
  private GroovyMessages() {}

  static String reword(SyntaxException error) {
    String message = error.getOriginalMessage();
    return message == null ? "invalid syntax" : message.strip();
  }
}
