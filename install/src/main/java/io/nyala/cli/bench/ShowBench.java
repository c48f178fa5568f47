package io.nyala.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.QuietFrontend;
import io.nyala.dsl.session.Session;
import io.nyala.dsl.show.MimeBundle;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What it costs to show things: the time and size of a large heat map, and of progress. */
public final class ShowBench {
  private static final String MODEL =
      """
      x = np.random.normal(0, 1, (6400, 64))
      y = np.random.normal(0, 1, (6400, 1))
      model = keras.Sequential([keras.layers.Dense(256, activation = 'relu'),
                                keras.layers.Dense(256, activation = 'relu'),
                                keras.layers.Dense(1)])
      model.compile(optimizer = 'adam', loss = 'mse', metrics = ['mae'])
      model.fit(x, y, epochs = 3, verbose = 0)
      """;
  private static final String FIT = "model.fit(x, y, epochs = 4, verbose = %d)";

  private ShowBench() {}

  /** A notebook's front end, which takes what it is given; it counts and times nothing itself. */
  private static final class Sink extends QuietFrontend {
    private int updates;

    @Override
    public void display(MimeBundle bundle, String displayId) {
      updates++;
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {
      updates++;
    }
  }

  /** Measures everything so many times, and gives the medians as text. */
  public static String run(int rounds) {
    try (Session session = new Session()) {
      Sink sink = new Sink();
      Outcome shown = cell(session, sink, "np.random.normal(0, 1, (1000, 1000))");
      Object matrix = ((Outcome.Value) shown).value();
      double[] render = new double[rounds];
      int size = 0;
      for (int i = 0; i < rounds; i++) {
        long start = System.nanoTime();
        MimeBundle bundle = session.renderers().render(matrix);
        render[i] = (System.nanoTime() - start) / 1e6;
        size = String.valueOf(bundle.data().get("text/html")).length() + bundle.plain().length();
      }
      cell(session, sink, MODEL);
      Cost[] silent = new Cost[rounds];
      Cost[] seen = new Cost[rounds];
      sink.updates = 0;
      for (int i = 0; i < rounds; i++) {
        silent[i] = fit(session, sink, 0);
        seen[i] = fit(session, sink, 1);
      }
      double wall = median(silent, Cost::wall);
      double processor = median(silent, Cost::processor);
      return String.format(
          Locale.ROOT,
          "heat map of 1,000 x 1,000: %.0f ms, %,d bytes%n"
              + "training, 800 steps: %.0f ms unseen, %.0f ms with %.0f updates, %+.1f %%%n"
              + "  of the processors: %.0f ms unseen, %.0f ms, %+.1f %%, whatever else runs%n",
          median(render),
          size,
          wall,
          median(seen, Cost::wall),
          (double) sink.updates / rounds,
          100 * (median(seen, Cost::wall) / wall - 1),
          processor,
          median(seen, Cost::processor),
          100 * (median(seen, Cost::processor) / processor - 1));
    }
  }

  /** Milliseconds that pass, and those that the processors work for this program. */
  private record Cost(double wall, double processor) {}

  private static Cost fit(Session session, Sink sink, int verbose) {
    long worked = processor();
    long start = System.nanoTime();
    cell(session, sink, String.format(FIT, verbose));
    return new Cost((System.nanoTime() - start) / 1e6, (processor() - worked) / 1e6);
  }

  private static long processor() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static Outcome cell(Session session, Sink sink, String code) {
    Outcome outcome = session.run(code, sink);
    if (outcome instanceof Outcome.Failure failure) {
      throw new IllegalStateException(failure.name() + ": " + failure.message());
    }
    return outcome;
  }

  private static double median(Cost[] all, ToDoubleFunction<Cost> of) {
    return median(Arrays.stream(all).mapToDouble(of).toArray());
  }

  private static double median(double[] all) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
