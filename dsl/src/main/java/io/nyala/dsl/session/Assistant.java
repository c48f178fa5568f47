package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.show.MimeBundle;
import java.util.List;
import java.util.Optional;

/** Help at the keyboard: completion, inspection, and whether a cell is complete. */
final class Assistant {
  private final CellHost host;
  private final CellLanguage language;

  Assistant(CellHost host, CellLanguage language) {
    this.host = host;
    this.language = language;
  }

  Completeness isComplete(String code) {
    CellLanguage.Progress progress = language.progress(code);
    return new Completeness(
        Completeness.Status.valueOf(progress.state().name()), progress.indent());
  }

  Completions complete(String code, int cursor) {
    return new Completions(cursor, cursor, List.of());
  }

  Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
    return Optional.empty();
  }
}
