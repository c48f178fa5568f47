package io.nyala.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Markdown page with a section for each benchmark, renewed by the benchmark itself. */
public final class BenchPage {

  private BenchPage() {}

  /**
   * Puts text between the marks {@code <!-- name -->} and {@code <!-- end of name -->} of a page;
   * at its end, with the marks, if it has none.
   */
  public static void renew(Path page, String name, String text) throws IOException {
    String before = Files.exists(page) ? Files.readString(page) : "# Benchmarks\n";
    String begin = "<!-- " + name + " -->";
    String end = "<!-- end of " + name + " -->";
    String section = begin + "\n" + text.strip() + "\n" + end;
    int from = before.indexOf(begin);
    int to = before.indexOf(end, Math.max(from, 0));
    String after =
        from < 0 || to < 0
            ? before.stripTrailing() + "\n\n" + section + "\n"
            : before.substring(0, from) + section + before.substring(to + end.length());
    Files.writeString(page, after);
  }
}
