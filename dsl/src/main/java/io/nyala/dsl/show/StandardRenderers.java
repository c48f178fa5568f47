package io.nyala.dsl.show;

import io.nyala.data.Dataset;
import io.nyala.keras.callbacks.History;
import io.nyala.keras.callbacks.TrainingDisplay;
import io.nyala.keras.models.SummaryDisplay;
import io.nyala.keras.utils.WorkDisplay;
import io.nyala.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How the values of the engine and of the language are shown. */
public final class StandardRenderers implements Renderers.Provider {

  @Override
  public void provide(Renderers renderers) {
    TrainingDisplay.openWith(Training::open);
    WorkDisplay.openWith(Works::open);
    SummaryDisplay.showWith(SummaryView::show);
    renderers.add(MimeBundle.class, bundle -> bundle);
    renderers.add(History.class, StandardRenderers::history);
    renderers.add(Tensor.class, TensorView::of);
    renderers.add(Collection.class, Collections::list);
    renderers.add(Map.class, Collections::map);
    renderers.add(Dataset.class, DatasetView::of);
    renderers.add(BufferedImage.class, Rich::picture);
  }

  private static MimeBundle history(History history) {
    Map<String, List<Double>> figures = Figures.of(history);
    MimeBundle text = MimeBundle.text(Pretty.of(history));
    if (figures.isEmpty()) {
      return text;
    }
    int best = Figures.best(figures);
    int epochs = history.getEpoch().size();
    // The curves of a cell's own training stand above its value already.
    String curves = Training.isShown(figures) ? "" : Figures.curves(figures, epochs, best);
    String html =
        "<div>"
            + curves
            + "<details><summary>"
            + epochs
            + (epochs == 1 ? " epoch" : " epochs, the best one " + (best + 1))
            + "</summary>"
            + Figures.table(figures, history.getEpoch(), best)
            + "</details></div>";
    return text.with("text/html", html);
  }
}
