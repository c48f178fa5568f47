package io.nyala.cli.notebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nyala.dsl.names.Modules;
import io.nyala.dsl.python.convert.GroovyCell;
import io.nyala.dsl.python.convert.Kinds;
import io.nyala.kernel.spec.KernelSpec.Cells;

/** Makes a Groovy notebook of a Python one. */
public final class Conversion {
  private Conversion() {}

  /**
   * Converts every code cell, which loses its outputs; everything else stays.
   *
   * @return how many cells stay Python
   */
  public static int toGroovy(NotebookFile notebook) {
    Modules modules = Modules.standard();
    Kinds kinds =
        Kinds.of(
            notebook.cells().stream()
                .filter(NotebookFile.Cell::isCode)
                .map(NotebookFile.Cell::source)
                .toList());
    int kept = 0;
    for (NotebookFile.Cell cell : notebook.cells()) {
      if (cell.isCode()) {
        String converted = GroovyCell.of(cell.source(), modules::knows, kinds);
        kept += converted.startsWith("%%python\n") ? 1 : 0;
        cell.clear();
        cell.node().set("source", NotebookFile.lines(converted));
      }
    }
    ObjectNode metadata = notebook.metadata();
    ObjectNode kernel = metadata.putObject("kernelspec");
    kernel.put("display_name", Cells.GROOVY.displayName());
    kernel.put("language", Cells.GROOVY.language());
    kernel.put("name", Cells.GROOVY.kernel());
    metadata.remove("language_info");
    return kept;
  }
}
