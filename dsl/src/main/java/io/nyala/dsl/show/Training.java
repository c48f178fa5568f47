package io.nyala.dsl.show;

import io.nyala.keras.callbacks.TrainingDisplay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A run of {@code fit} as one output that is replaced as it goes: bar, time, figures, curves. Its
 * plain form is what Keras prints. Updates come at most ten times a second, and less often if they
 * would take more than a hundredth of the time.
 */
final class Training implements TrainingDisplay {
  private static final double PAUSE = 0.1;
  private static final double SHARE = 100;

  private final Display.Screen screen;
  private final String id = "fit-" + UUID.randomUUID();
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final List<Integer> ended = new ArrayList<>();
  private Map<String, List<Double>> history = new LinkedHashMap<>();
  private Map<String, Double> now = Map.of();
  private final double start = seconds();
  private int epochs;
  private int epoch;
  private Integer steps;
  private int done;
  private long allSteps;
  private double stepping;
  private double lastStep;
  private double next;
  private boolean shown;
  private boolean over;

  Training(Display.Screen screen) {
    this.screen = screen;
  }

  /** A run's display if the cell of this thread can show one; otherwise null. */
  static TrainingDisplay open() {
    return Display.current().filter(Display.Screen::isRich).map(Training::new).orElse(null);
  }

  private static double seconds() {
    return System.nanoTime() / 1e9;
  }

  @Override
  public void begins(int allEpochs, Integer epochSteps) {
    this.epochs = allEpochs;
    this.steps = epochSteps;
  }

  @Override
  public void print(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u001b') {
        i = text.indexOf('m', i);
      } else if (c == '\r') {
        line.setLength(0);
      } else if (c == '\n') {
        lines.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
      } else if (c != '\b') {
        line.append(c);
      }
    }
  }

  @Override
  public void epochBegins(int index) {
    epoch = index;
    done = 0;
    now = Map.of();
    lastStep = seconds();
  }

  @Override
  public void step(int count, Map<String, Double> logs) {
    double time = seconds();
    // The first step of a run builds the model and warms the machine up.
    if (allSteps++ > 0) {
      stepping += time - lastStep;
    }
    done = count;
    if (time >= next) {
      now = new LinkedHashMap<>(logs);
      show();
    }
    lastStep = seconds();
  }

  @Override
  public void epochEnds(int index, Map<String, Double> logs) {
    history = Figures.with(history, logs);
    now = Map.of();
    ended.add(index);
    steps = steps == null ? (Integer) done : steps;
    if (seconds() >= next) {
      show();
    }
  }

  @Override
  public void ends() {
    over = true;
    show();
  }

  private void show() {
    double begin = seconds();
    MimeBundle bundle = MimeBundle.text(plain()).with("text/html", html());
    if (shown) {
      screen.updateDisplay(bundle, id);
    } else {
      screen.display(bundle, id);
      shown = true;
    }
    double cost = seconds() - begin;
    next = begin + cost + Math.max(PAUSE, SHARE * cost);
  }

  private String plain() {
    String text = lines + line.toString().stripTrailing();
    return text.stripTrailing();
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
    double percent = 100 * share();
    String color = !over ? "#0072b2" : complete() ? "#009e73" : "#e69f00";
    return String.format(
        Locale.ROOT,
        "<div role=\"progressbar\" aria-label=\"training\" aria-valuemin=\"0\""
            + " aria-valuemax=\"100\" aria-valuenow=\"%.0f\" style=\"height:8px;border-radius:4px;"
            + "background:rgba(127,127,127,.3);overflow:hidden\"><div style=\"height:8px;"
            + "width:%.1f%%;background:%s\"></div></div><div style=\"margin:4px 0\">%s</div>",
        percent,
        percent,
        color,
        status());
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
        parts.add(time(share() > 0 ? passed * (1 - share()) / share() : 0) + " left");
      }
    }
    if (over) {
      parts.add(time(seconds() - start));
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

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : whole < 3600
            ? whole / 60 + " min " + whole % 60 + " s"
            : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** The figures now and at the best epoch. */
  private String figures(int best) {
    Map<String, Double> latest = new LinkedHashMap<>();
    history.forEach((name, values) -> latest.put(name, values.get(values.size() - 1)));
    latest.putAll(now);
    StringBuilder out = new StringBuilder("<table><thead><tr><th></th>");
    latest.keySet().forEach(name -> out.append("<th>").append(Html.escape(name)).append("</th>"));
    out.append("</tr></thead><tbody><tr><td>").append(over ? "last" : "now").append("</td>");
    latest.values().forEach(v -> out.append("<td>").append(Curves.number(v)).append("</td>"));
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
