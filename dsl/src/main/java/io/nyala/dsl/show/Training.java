package io.nyala.dsl.show;

import io.nyala.keras.callbacks.Logs;
import io.nyala.keras.callbacks.TrainingDisplay;
import io.nyala.keras.utils.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;

/**
 * A run of {@code fit} as one output that is replaced as it goes: bar, time, figures, curves. Its
 * plain form is what Keras prints.
 */
final class Training implements TrainingDisplay {
  /** What each cell trained last. */
  private static final Map<Display.Screen, Map<String, List<Double>>> LAST = new WeakHashMap<>();

  private final Display.Screen screen;
  private final String id = "fit-" + UUID.randomUUID();
  private final StringBuilder lines = new StringBuilder();
  private final Overwrites line = new Overwrites(lines::append);
  private final Pace pace = new Pace();
  private final List<Integer> ended = new ArrayList<>();
  private Map<String, List<Double>> history = new LinkedHashMap<>();
  private Map<String, Object> now = Map.of();
  private final double start = seconds();
  private int epochs;
  private int epoch;
  private Integer steps;
  private int done;
  private long allSteps;
  private double stepping;
  private double lastStep;
  private boolean shown;
  private boolean over;

  Training(Display.Screen screen) {
    this.screen = screen;
  }

  /** A run's display if the cell of this thread can show one; otherwise null. */
  static TrainingDisplay open() {
    Display.Screen screen = Display.current().orElse(null);
    if (screen == null || screen.isTerminal()) {
      return null;
    }
    return screen.isRich() ? new Training(screen) : new TrainingLog();
  }

  private static double seconds() {
    return Progress.seconds();
  }

  @Override
  public void begins(int allEpochs, Integer epochSteps) {
    this.epochs = allEpochs;
    this.steps = epochSteps;
  }

  @Override
  public void print(String text) {
    line.append(text);
  }

  @Override
  public void epochBegins(int index) {
    epoch = index;
    done = 0;
    now = Map.of();
    lastStep = seconds();
  }

  @Override
  public void step(int count, Map<String, Object> logs) {
    double time = seconds();
    // The first step of a run builds the model and warms the machine up.
    if (allSteps++ > 0) {
      stepping += time - lastStep;
    }
    done = count;
    if (pace.isDue()) {
      now = new LinkedHashMap<>(logs);
      show();
    }
    lastStep = seconds();
  }

  @Override
  public void epochEnds(int index, Map<String, Object> logs) {
    history = Figures.with(history, logs);
    now = Map.of();
    ended.add(index);
    steps = steps == null ? (Integer) done : steps;
    if (pace.isDue()) {
      show();
    }
  }

  @Override
  public void ends() {
    over = true;
    show();
    synchronized (LAST) {
      LAST.put(screen, history);
    }
  }

  /** Whether these are the figures of the training that this cell has shown last. */
  static boolean isShown(Map<String, List<Double>> figures) {
    synchronized (LAST) {
      return Display.current().map(LAST::get).filter(figures::equals).isPresent();
    }
  }

  private void show() {
    pace.show(this::send);
  }

  private void send() {
    MimeBundle bundle = MimeBundle.text(plain()).with("text/html", html());
    if (shown) {
      screen.updateDisplay(bundle, id);
    } else {
      screen.display(bundle, id);
      shown = true;
    }
  }

  private String plain() {
    return (lines + line.open()).stripTrailing();
  }

  private boolean complete() {
    return ended.size() > 0 && ended.get(ended.size() - 1) == epochs - 1;
  }

  private String html() {
    int best = Figures.best(history);
    StringBuilder out = new StringBuilder("<div style=\"max-width:820px\">");
    out.append(bar());
    if (!history.isEmpty() || !now.isEmpty()) {
      Map<String, List<Double>> soFar = now.isEmpty() ? history : Figures.with(history, now);
      out.append(figures(best));
      out.append(Figures.curves(soFar, Math.max(epochs, ended.size()), best));
    }
    if (over && ended.size() > 1) {
      out.append("<details><summary>all epochs</summary>");
      out.append(Figures.table(history, ended, best)).append("</details>");
    }
    return out.append("</div>").toString();
  }

  private double share() {
    if (over && complete()) {
      return 1;
    }
    double inside =
        ended.contains(epoch) || steps == null || steps == 0 ? 0 : (double) done / steps;
    return epochs == 0 ? 0 : Math.min(1, (doneEpochs() + inside) / epochs);
  }

  private int doneEpochs() {
    return ended.contains(epoch) ? epoch + 1 : epoch;
  }

  private String bar() {
    Bar.State state = !over ? Bar.State.RUNNING : complete() ? Bar.State.DONE : Bar.State.STOPPED;
    return Bar.track(share(), state, "training")
        + "<div style=\"margin:4px 0\">"
        + status()
        + "</div>";
  }

  private String status() {
    List<String> parts = new ArrayList<>();
    if (!over) {
      parts.add("epoch <strong>" + (epoch + 1) + "</strong> of " + epochs);
      parts.add("step " + done + (steps == null ? "" : " of " + steps));
    } else if (complete()) {
      parts.add("<strong>trained</strong> " + count(ended.size(), "epoch"));
    } else if (ended.contains(epoch)) {
      parts.add("<strong>stopped early</strong> after epoch " + (epoch + 1) + " of " + epochs);
    } else {
      String of = steps == null ? "" : " of " + steps;
      parts.add("<strong>interrupted</strong> in epoch " + (epoch + 1) + " of " + epochs);
      parts.add("step " + done + of);
    }
    if (allSteps > 1) {
      double each = stepping / (allSteps - 1);
      parts.add(milliseconds(each));
      if (!over && steps != null) {
        double passed = seconds() - start;
        parts.add(Bar.time(share() > 0 ? passed * (1 - share()) / share() : 0) + " left");
      }
    }
    if (over) {
      parts.add(Bar.time(seconds() - start));
    }
    return String.join(" · ", parts);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String milliseconds(double seconds) {
    return String.format(
        Locale.ROOT, seconds < 0.01 ? "%.1f ms/step" : "%.0f ms/step", seconds * 1e3);
  }

  /** The figures now and at the best epoch. */
  private String figures(int best) {
    Map<String, Object> latest = new LinkedHashMap<>();
    history.forEach((name, values) -> latest.put(name, values.get(values.size() - 1)));
    latest.putAll(now);
    StringBuilder out = new StringBuilder("<table><thead><tr><th></th>");
    latest.keySet().forEach(name -> out.append("<th>").append(Html.escape(name)).append("</th>"));
    out.append("</tr></thead><tbody><tr><td>").append(over ? "last" : "now").append("</td>");
    latest
        .values()
        .forEach(v -> out.append("<td>").append(Curves.number(Logs.mean(v))).append("</td>"));
    out.append("</tr>");
    if (best >= 0) {
      out.append("<tr><td>best, epoch ").append(ended.get(best) + 1).append("</td>");
      for (String name : latest.keySet()) {
        List<Double> values = history.get(name);
        boolean known = values != null && best < values.size();
        out.append("<td>").append(known ? Curves.number(values.get(best)) : "").append("</td>");
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table>").toString();
  }
}
