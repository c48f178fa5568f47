package io.nyala.cli.notebook;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import java.util.List;

/** Runs a notebook's code cells in order, as "Run all" does, and records their outputs in it. */
public final class NotebookRunner {

  /** What runs one cell; a session does. */
  @FunctionalInterface
  public interface Cells {
    /** Runs a cell's code; never throws. */
    Outcome run(String code, String cellName, Frontend frontend);
  }

  private final Cells session;
  private final ProgressListener listener;

  /** A runner over a session. */
  public NotebookRunner(Cells session, ProgressListener listener) {
    this.session = session;
    this.listener = listener;
  }

  /**
   * Runs every code cell until one fails. A cell tagged {@code raises-exception} may fail, and one
   * tagged {@code skip-execution} is left out, as nbclient has it. Cells after a failure keep no
   * outputs of an earlier run.
   *
   * @return the error that stopped the run, or null
   */
  public Outcome.Failure run(NotebookFile notebook) {
    List<NotebookFile.Cell> cells =
        notebook.cells().stream()
            .filter(NotebookFile.Cell::isCode)
            .filter(cell -> !cell.hasTag("skip-execution"))
            .toList();
    cells.forEach(NotebookFile.Cell::clear);
    List<NotebookFile.Cell> toRun =
        cells.stream().filter(cell -> !cell.source().isBlank()).toList();
    OutputRecorder recorder = new OutputRecorder(listener);
    for (int i = 0; i < toRun.size(); i++) {
      Outcome outcome = runCell(toRun.get(i), i + 1, toRun.size(), recorder);
      if (outcome instanceof Outcome.Failure failure
          && (!toRun.get(i).hasTag("raises-exception") || isInterrupt(failure))) {
        return failure;
      }
    }
    return null;
  }

  /** True for a run that a person stopped. */
  public static boolean isInterrupt(Outcome.Failure failure) {
    return failure.name().equals("KeyboardInterrupt");
  }

  private Outcome runCell(NotebookFile.Cell cell, int number, int count, OutputRecorder recorder) {
    listener.cellStarts(number, count, cell.source());
    recorder.startCell(cell.outputs());
    cell.node().put("execution_count", number);
    long start = System.nanoTime();
    Outcome outcome = session.run(cell.source(), "In [" + number + "]", recorder);
    recorder.finishCell(outcome, number);
    listener.cellEnds(number, count, outcome, (System.nanoTime() - start) / 1e9);
    return outcome;
  }
}
