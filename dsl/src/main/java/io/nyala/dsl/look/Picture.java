package io.nyala.dsl.look;

import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Renderers;

/** What a function of {@code nyala} hands out: something to look at, and the numbers behind it. */
public final class Picture {
  private final Object value;
  private final MimeBundle bundle;

  Picture(Object value, MimeBundle bundle) {
    this.value = value;
    this.bundle = bundle;
  }

  /** The numbers. */
  public Object getValue() {
    return value;
  }

  @Override
  public String toString() {
    return bundle.plain();
  }

  /** Shows pictures, and gradient norms, as what they are. */
  public static final class Shown implements Renderers.Provider {
    @Override
    public void provide(Renderers renderers) {
      renderers.add(Picture.class, picture -> picture.bundle);
      renderers.add(GradientNorms.class, GradientNorms::bundle);
    }
  }
}
