package io.nyala.dsl.plot;

import io.nyala.dsl.show.Renderers;

/** Shows figures as pictures. */
public final class FigureRenderer implements Renderers.Provider {

  @Override
  public void provide(Renderers renderers) {
    renderers.add(Figure.class, Figure::bundle);
  }
}
