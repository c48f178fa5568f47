package io.nyala.dsl.look;

import io.nyala.autograd.Gather;
import io.nyala.autograd.Tape;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Curves;
import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.models.Model;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which words moved a prediction, told in two ways. Occlusion: the prediction minus the one for the
 * text without the word. Gradient: {@code sum(e * dp/de)} over the word's vector {@code e}, what
 * the word would be worth if the model were linear. Sources: Zeiler and Fergus 2014; Shrikumar and
 * others 2016.
 */
final class Influence {
  private static final int MOST_WORDS = 100;

  private final WordChain chain;
  private final int output;
  private final double prediction;
  private final double[] occlusion;
  private final double[] gradient;

  private Influence(WordChain chain, Integer wanted) {
    this.chain = chain;
    Tensor whole = chain.predict(chain.ids());
    int width = whole.rank() == 0 ? 1 : whole.dim(-1);
    if (whole.elements() != width) {
      throw chain.unfit("the model should say one thing of a whole text");
    }
    this.output = wanted == null ? largest(whole) : wanted;
    if (output < 0 || output >= width) {
      throw PyError.value(
          "influence() was asked for output " + output + "; the model has " + width);
    }
    this.prediction = whole.getDouble(output);
    this.occlusion = occlusion(width);
    this.gradient = gradient();
  }

  static Picture of(Model model, Object text, Integer output) {
    Influence it = new Influence(WordChain.of("influence", model, text, MOST_WORDS), output);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("words", it.chain.words());
    value.put("prediction", it.prediction);
    value.put("occlusion", array(it.occlusion));
    if (it.gradient != null) {
      value.put("gradient", array(it.gradient));
    }
    return new Picture(value, MimeBundle.text(it.text()).with("text/html", it.html()));
  }

  private static NDArray array(double[] values) {
    return NDArray.of(Tensor.of(Shape.of(values.length), values));
  }

  private static int largest(Tensor outputs) {
    int best = 0;
    for (int i = 1; i < outputs.elements(); i++) {
      best = outputs.getDouble(i) > outputs.getDouble(best) ? i : best;
    }
    return best;
  }

  private double[] occlusion(int width) {
    Tensor all = chain.predict(chain.without());
    double[] moved = new double[chain.words().size()];
    Arrays.setAll(moved, i -> prediction - all.getDouble(i * width + output));
    return moved;
  }

  /** Null if the words do not become vectors. */
  private double[] gradient() {
    int at = chain.place(Embedding.class::isInstance);
    if (at < 0) {
      return null;
    }
    Tensor vectors = chain.run(chain.next(), at + 1, chain.ids());
    Tensor slope;
    try (Tape tape = new Tape()) {
      tape.watch(vectors);
      Tensor said = chain.run(at + 1, chain.layers().size(), vectors);
      slope = tape.gradient(Gather.gather(said, Tensor.of(Shape.of(1), output), -1), vectors);
    }
    if (slope == null) {
      return null;
    }
    int size = vectors.dim(-1);
    double[] moved = new double[chain.words().size()];
    for (int i = 0; i < moved.length; i++) {
      for (int j = i * size; j < (i + 1) * size; j++) {
        moved[i] += slope.getDouble(j) * vectors.getDouble(j);
      }
    }
    return moved;
  }

  private String text() {
    StringBuilder out = new StringBuilder("prediction " + Curves.number(prediction));
    out.append(String.format("%n%-18s %10s %10s", "word", "occlusion", "gradient"));
    for (int i = 0; i < occlusion.length; i++) {
      String second = gradient == null ? "" : signed(gradient[i]);
      out.append(
          String.format("%n%-18s %10s %10s", chain.words().get(i), signed(occlusion[i]), second));
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  private String html() {
    StringBuilder out = new StringBuilder("<div><p>prediction <strong>");
    out.append(Curves.number(prediction)).append("</strong>, word by word: ");
    out.append(colored(0.6)).append("orange raises it</span>, ").append(colored(-0.6));
    out.append("blue lowers it</span></p>");
    out.append(line("left out, a word changes it by", occlusion));
    if (gradient != null) {
      out.append(line("by its gradient, a word is worth", gradient));
    }
    return out.append(table()).append("</div>").toString();
  }

  private String line(String what, double[] values) {
    double most = Math.max(1e-12, Arrays.stream(values).map(Math::abs).max().orElse(1));
    StringBuilder out = new StringBuilder("<p style=\"line-height:2.2\">");
    out.append("<span style=\"font-size:85%\">").append(what).append(":</span><br/>");
    for (int i = 0; i < values.length; i++) {
      out.append(colored(values[i] / most)).append(Html.escape(chain.words().get(i)));
      out.append("<sub style=\"font-size:70%\"> ")
          .append(shortly(values[i], most))
          .append("</sub></span> ");
    }
    return out.append("</p>").toString();
  }

  /** As many digits as the largest of them needs for two. */
  private static String shortly(double value, double most) {
    int digits = (int) Math.max(2, Math.min(8, 1 - Math.floor(Math.log10(most))));
    boolean none = Math.abs(value) < 0.5 * Math.pow(10, -digits);
    return none ? "0" : String.format(Locale.ROOT, "%+." + digits + "f", value);
  }

  /** The beginning of a span; the ink stays the page's own, so it can be read on any paper. */
  private static String colored(double share) {
    String rgb = share < 0 ? "0,114,178" : "230,159,0";
    return String.format(
        Locale.ROOT,
        "<span style=\"background:rgba(%s,%.2f);border-radius:4px;padding:2px 4px\">",
        rgb,
        0.65 * Math.min(1, Math.abs(share)));
  }

  private String table() {
    StringBuilder out = new StringBuilder("<details><summary>the numbers</summary><table><thead>");
    out.append("<tr><th style=\"text-align:left\">word</th><th>occlusion</th>");
    out.append(gradient == null ? "" : "<th>gradient</th>").append("</tr></thead><tbody>");
    List<String> words = chain.words();
    for (int i = 0; i < words.size(); i++) {
      out.append("<tr><th style=\"text-align:left\">").append(Html.escape(words.get(i)));
      out.append("</th><td>").append(signed(occlusion[i])).append("</td>");
      if (gradient != null) {
        out.append("<td>").append(signed(gradient[i])).append("</td>");
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table></details>").toString();
  }
}
