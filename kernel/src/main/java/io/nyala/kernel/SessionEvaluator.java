package io.nyala.kernel;

import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Completions;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import io.nyala.kernel.spec.KernelSpec.Cells;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The session, opened in the background: the kernel introduces itself while the compiler is still
 * being loaded, and only what needs the session waits for it.
 */
final class SessionEvaluator implements Evaluator {

  private final CompletableFuture<Session> session = new CompletableFuture<>();

  private volatile boolean wanted;
  private final Cells cells;

  SessionEvaluator(Cells cells) {
    this.cells = cells;
    start(this::open, "nyala-opening");
    start(this::warm, "nyala-compiler");
  }

  private Session session() {
    wanted = true;
    return session.join();
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  private void open() {
    try {
      Session opened = new Session();
      opened.setLanguage(cells.language());
      session.complete(opened);
    } catch (Throwable e) {
      session.completeExceptionally(e);
    }
  }

  private void warm() {
    Session.loadCompiler();
    session.thenAccept(
        opened -> {
          // A cell that waits warms the compiler itself, and needs the processors for that.
          if (!wanted) {
            opened.warmUp();
          }
        });
  }

  @Override
  public Cells cells() {
    return cells;
  }

  @Override
  public Outcome run(String code, String cellName, Frontend frontend) {
    return session().run(code, cellName, frontend);
  }

  @Override
  public Completions complete(String code, int cursor) {
    return session().complete(code, cursor);
  }

  @Override
  public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
    return session().inspect(code, cursor, detailLevel);
  }

  @Override
  public Completeness isComplete(String code) {
    return session().isComplete(code);
  }

  @Override
  public Comms.Listener accept(
      String target, Comms.Line line, Map<String, ?> data, Map<String, ?> metadata) {
    return session().widgets().accept(target, line, data, metadata);
  }

  @Override
  public boolean interrupt() {
    return session.isDone() && session.join().interrupt();
  }

  @Override
  public void close() {
    if (session.isDone() && !session.isCompletedExceptionally()) {
      session.join().close();
    }
  }
}
