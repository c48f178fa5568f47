package io.nyala.cli;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.show.MimeBundle;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The terminal as a front end: text is printed as it comes, displays in their plain form. */
final class ConsoleFrontend implements Frontend {

  private BufferedReader input;

  @Override
  public void stream(Stream stream, String text) {
    var to = stream == Stream.STDOUT ? Console.out() : Console.error();
    to.print(text);
    to.flush();
  }

  @Override
  public void display(MimeBundle bundle, String displayId) {
    Console.out().println(bundle.plain());
  }

  @Override
  public void updateDisplay(MimeBundle bundle, String displayId) {
    Console.out().println(bundle.plain());
  }

  @Override
  public void clearOutput(boolean wait) {
    // What a terminal has printed stays.
  }

  @Override
  public synchronized String readLine(String prompt, boolean password) throws IOException {
    if (password && System.console() != null) {
      char[] typed = System.console().readPassword("%s", prompt);
      return answered(typed == null ? null : new String(typed));
    }
    Console.out().print(prompt);
    Console.out().flush();
    if (input == null) {
      input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    return answered(input.readLine());
  }

  @Override
  public boolean isRich() {
    return false;
  }

  @Override
  public boolean isTerminal() {
    return Console.isTerminal();
  }

  private static String answered(String line) throws EOFException {
    if (line == null) {
      throw new EOFException("the input has ended");
    }
    return line;
  }
}
