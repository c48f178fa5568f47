package io.nyala.dsl.show;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How values are shown: the renderer of the most specific matching type, the latest added first.
 */
public final class Renderers {

  private record Entry(Class<?> type, Function<Object, MimeBundle> renderer) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Contributes renderers; found by {@link java.util.ServiceLoader}. */
  public interface Provider {

    /** Adds renderers. */
    void provide(Renderers renderers);
  }

  /** The renderers that every provider on the class path contributes. */
  public static Renderers standard() {
    Renderers all = new Renderers();
    java.util.ServiceLoader.load(Provider.class, Renderers.class.getClassLoader())
        .forEach(provider -> provider.provide(all));
    return all;
  }

  /** Shows values of a type, and of its subtypes that have no renderer of their own, this way. */
  public synchronized <T> void add(Class<T> type, Function<? super T, MimeBundle> renderer) {
    entries.add(0, new Entry(type, value -> renderer.apply(type.cast(value))));
  }

  /** The representations of a value; null gives {@code None}. */
  public MimeBundle render(Object value) {
    Function<Object, MimeBundle> renderer = find(value);
    return renderer == null ? MimeBundle.text(Pretty.of(value)) : renderer.apply(value);
  }

  private synchronized Function<Object, MimeBundle> find(Object value) {
    Entry best = null;
    for (Entry entry : entries) {
      if (entry.type().isInstance(value)
          && (best == null
              || best.type() != entry.type() && best.type().isAssignableFrom(entry.type()))) {
        best = entry;
      }
    }
    return best == null ? null : best.renderer();
  }
}
