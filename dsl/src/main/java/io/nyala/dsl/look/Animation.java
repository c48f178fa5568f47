package io.nyala.dsl.look;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Still;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The steps of a unit as a film without scripts: it plays by style alone, a click on a word holds
 * it there. Where styles are not heeded, on paper, or for those who want no motion, the steps stand
 * one below the other or still.
 */
final class Animation {
  private static final double SECONDS = 2;

  private Animation() {}

  /** The film, and its numbers as text. */
  static MimeBundle of(UnitTrace trace) {
    return MimeBundle.text(text(trace)).with("text/html", html(trace));
  }

  /** Numbers in a few digits. */
  static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
        .collect(Collectors.joining(", "));
  }

  private static String text(UnitTrace trace) {
    StringBuilder out = new StringBuilder();
    out.append(trace.kind()).append(" '").append(trace.layer()).append("', ").append(trace.of());
    out.append(" units, word by word");
    for (UnitTrace.Step step : trace.steps()) {
      double[] h = step.values().get("h");
      double size = Math.sqrt(Arrays.stream(h).map(v -> v * v).sum());
      out.append(
          String.format(
              Locale.ROOT,
              "%n  %-16s |h| %.4f   prediction %s",
              step.word(),
              size,
              numbers(step.prediction())));
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private static String html(UnitTrace trace) {
    String id = "u" + Integer.toHexString(text(trace).hashCode());
    int count = trace.steps().size();
    StringBuilder out = new StringBuilder("<div class=\"" + id + "\">");
    out.append(Still.sheet(style(id, count))).append(Still.SHEET);
    out.append(choice(id, "play", -1, true));
    for (int i = 0; i < count; i++) {
      out.append(choice(id, "s" + i, i, false));
    }
    out.append("<div class=\"words\">").append(label(id, "play", ""));
    for (int i = 0; i < count; i++) {
      out.append(' ').append(label(id, "s" + i, trace.steps().get(i).word()));
    }
    out.append("</div><div class=\"frames\">");
    for (int i = 0; i < count; i++) {
      out.append("<div class=\"f f").append(i).append("\">");
      out.append(UnitDrawing.of(trace, i)).append("</div>");
    }
    return out.append("</div><p style=\"font-size:85%\">")
        .append(note(trace))
        .append("</p></div>")
        .toString();
  }

  private static String note(UnitTrace trace) {
    List<String> names = Arrays.stream(trace.units()).mapToObj(Integer::toString).toList();
    return Html.escape(
        "Layer "
            + trace.layer()
            + ": units "
            + String.join(", ", names)
            + " of "
            + trace.of()
            + ", the most active ones. Orange is positive, blue negative.");
  }

  private static String choice(String id, String name, int step, boolean checked) {
    String words = step < 0 ? "play" : "hold at word " + (step + 1);
    return String.format(
        "<input type=\"radio\" name=\"%s\" id=\"%s%s\" class=\"i%s\" aria-label=\"%s\"%s/>",
        id, id, name, name, words, checked ? " checked=\"checked\"" : "");
  }

  private static String label(String id, String name, String words) {
    return String.format(
        "<label for=\"%s%s\" class=\"l%s\">%s</label>", id, name, name, Html.escape(words));
  }

  private static String style(String id, int count) {
    String all = "." + id;
    double whole = SECONDS * (count + 1);
    StringBuilder out = new StringBuilder();
    out.append(all).append(" input{position:absolute;opacity:0;width:1px;height:1px}");
    out.append(all).append(" label{cursor:pointer;padding:2px 8px;margin:2px;border-radius:10px;");
    out.append("display:inline-block;border:1px solid rgba(127,127,127,.5)}");
    // A word that means nothing where nothing plays.
    out.append(all).append(" .lplay::before{content:'▶ play'}");
    out.append(all).append(" .frames{display:grid}").append(all).append(" .f{grid-area:1/1;");
    out.append("visibility:hidden}");
    out.append("@keyframes ").append(id).append("{0%,100%{visibility:hidden}");
    out.append(
        String.format(
            Locale.ROOT,
            "0.01%%,%.2f%%{visibility:visible}%.2f%%{visibility:hidden}}",
            100 * SECONDS / whole - 0.01,
            100 * SECONDS / whole));
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      out.append(
          String.format(
              Locale.ROOT,
              "%s .iplay:checked~.frames .f%d{animation:%s%s %.1fs linear %.1fs infinite}",
              all,
              i,
              id,
              last ? "z" : "",
              whole,
              i * SECONDS));
      out.append(String.format("%s .is%d:checked~.frames .f%d{visibility:visible}", all, i, i));
      out.append(
          String.format(
              "%s .is%d:checked~.words .ls%d,%s .is%d:focus-visible~.words .ls%d{background:#0072b2;"
                  + "color:#fff}",
              all, i, i, all, i, i));
    }
    // The last step stays twice as long.
    out.append("@keyframes ").append(id).append("z{0%,100%{visibility:hidden}");
    out.append(
        String.format(
            Locale.ROOT,
            "0.01%%,%.2f%%{visibility:visible}%.2f%%{visibility:hidden}}",
            200 * SECONDS / whole - 0.01,
            200 * SECONDS / whole));
    out.append(all).append(" .iplay:checked~.words .lplay{background:#0072b2;color:#fff}");
    String still = all + " .iplay:checked~.frames .f" + (count - 1) + "{visibility:visible}";
    out.append("@media (prefers-reduced-motion:reduce){").append(all).append(" .f{animation:none");
    out.append("!important}").append(still).append("}");
    out.append("@media print{").append(all).append(" .frames{display:block}").append(all);
    out.append(" .f{visibility:visible!important;animation:none!important}}");
    return out.toString();
  }
}
