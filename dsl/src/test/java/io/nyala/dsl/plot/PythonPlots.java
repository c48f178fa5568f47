package io.nyala.dsl.plot;

import io.nyala.dsl.show.Notebook;
import io.nyala.dsl.show.Sanitized;
import io.nyala.dsl.show.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Python cells that draw, in a session that knows NumPy as {@code np} and pyplot as {@code plt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PythonPlots {
  final Notebook notebook = new Notebook();

  @BeforeAll
  void open() {
    notebook.session.setLanguage("python");
    notebook.run("import numpy as np", "import matplotlib.pyplot as plt");
  }

  @AfterAll
  void close() {
    notebook.close();
  }

  @BeforeEach
  void fresh() {
    notebook.run("plt.close('all')", "plt.rcdefaults()");
    notebook.shown.clear();
  }

  /** The drawing of a cell, whose lines end in semicolons; its page's form is valid, too. */
  final String svg(String code) {
    notebook.run(code.replace("; ", "\n") + "\nfigure = plt.gcf()\nplt.show()");
    String html = notebook.last("text/html");
    Validity.check(html);
    Sanitized.check(html);
    return notebook.last("image/svg+xml");
  }

  /** What a cell draws, each of its parts by itself, as it is before it is made short. */
  final String parts(String code) {
    svg(code);
    return new Svg((Figure) notebook.session.variables().get("figure")).parts();
  }

  /** What the last line of a cell is worth. */
  final String value(String code) {
    notebook.run(code.replace("; ", "\n"));
    return notebook.last().plain();
  }
}
