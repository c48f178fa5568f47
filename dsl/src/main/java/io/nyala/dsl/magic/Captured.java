package io.nyala.dsl.magic;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.OfNamedType;
import io.nyala.dsl.show.MimeBundle;
import java.util.List;
import java.util.Map;

/**
 * What a cell under {@code %%capture} printed and showed.
 *
 * @param stdout printed text
 * @param stderr text printed to the error stream
 * @param outputs displays, in order, the cell's value last
 * @param session shows it all again
 */
public record Captured(String stdout, String stderr, List<MimeBundle> outputs, MagicContext session)
    implements Callable, OfNamedType {

  @Override
  public String typeName() {
    return "CapturedIO";
  }

  /** {@code captured()} shows it too. */
  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    show();
    return null;
  }

  /** Prints and shows everything again. */
  public void show() {
    System.out.print(stdout);
    System.err.print(stderr);
    outputs.forEach(session::display);
  }

  @Override
  public String toString() {
    return stdout;
  }
}
