package io.nyala.dsl.session;

import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import io.nyala.dsl.widgets.WidgetContext;
import java.util.Optional;

/** The session as widgets see it. */
final class SessionWidgets implements WidgetContext {
  private final Session session;

  SessionWidgets(Session session) {
    this.session = session;
  }

  private static Optional<CellOutput> output() {
    return Optional.ofNullable(OutputRouter.current());
  }

  @Override
  public Optional<Comms> comms() {
    return output().flatMap(output -> output.frontend().comms());
  }

  @Override
  public String request() {
    return output().map(output -> output.frontend().request()).orElse("");
  }

  @Override
  public void flush() {
    System.out.flush();
    output()
        .ifPresent(
            output -> {
              output.flush();
              output.frontend().flush();
            });
  }

  @Override
  public void showFigures() {
    output().ifPresent(output -> output.finish(null));
  }

  @Override
  public void display(Object value) {
    MimeBundle bundle =
        value instanceof MimeBundle shown ? shown : session.renderers().render(value);
    output().ifPresent(output -> output.display(bundle, null));
  }

  @Override
  public void clear(boolean wait) {
    output().filter(CellOutput::isRich).ifPresent(output -> output.clear(wait));
  }

  @Override
  public void showError(Throwable error) {
    output()
        .ifPresent(
            output -> {
              output.flush();
              output.frontend().error((Outcome.Failure) session.failure(error));
            });
  }

  @Override
  public void run(Runnable code, Frontend frontend) {
    if (session.call(code, frontend) instanceof Outcome.Failure failure) {
      frontend.error(failure);
    }
    frontend.flush();
  }
}
