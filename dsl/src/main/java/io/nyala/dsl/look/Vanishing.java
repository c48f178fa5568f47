package io.nyala.dsl.look;

import io.nyala.autograd.Gather;
import io.nyala.autograd.Tape;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.plot.Figure;
import io.nyala.dsl.show.Curves;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of a gradient reaches back: {@code |dp/de_t|}, the length of the prediction's gradient
 * by the vector of each word. Where it falls towards the first word, that word cannot be learnt
 * from.
 */
final class Vanishing {
  private static final int MOST_WORDS = 400;
  private static final double LEAST = 1e-30;

  private Vanishing() {}

  static Picture of(Given given) {
    Map<String, Model> models = models(given);
    Map<String, Object> value = new LinkedHashMap<>();
    List<String> words = List.of();
    for (Map.Entry<String, Model> each : models.entrySet()) {
      WordChain chain = WordChain.of("vanishing", each.getValue(), given.get("text"), MOST_WORDS);
      words = chain.words();
      value.put(each.getKey(), norms(chain, given.integer("output")));
    }
    return new Picture(value, bundle(value, words));
  }

  private static Map<String, Model> models(Given given) {
    Object models = given.get("models");
    Map<String, Model> all = new LinkedHashMap<>();
    List<?> list = models instanceof List<?> many ? many : List.of();
    if (models instanceof Model one) {
      list = List.of(one);
    }
    if (models instanceof Map<?, ?> named) {
      named.forEach(
          (name, model) -> {
            if (model instanceof Model it) {
              all.put(String.valueOf(name), it);
            }
          });
    }
    for (Object each : list) {
      if (each instanceof Model model) {
        all.put(model.getName(), model);
      }
    }
    if (all.isEmpty()) {
      throw given.wrong("models", "a model, a list of models, or a map from name to model");
    }
    return all;
  }

  private static List<Double> norms(WordChain chain, int output) {
    int at = chain.place(Embedding.class::isInstance);
    if (at < 0) {
      throw chain.unfit("no layer is an Embedding");
    }
    Tensor vectors = chain.run(chain.next(), at + 1, chain.ids());
    Tensor slope;
    try (Tape tape = new Tape()) {
      tape.watch(vectors);
      Tensor said = chain.run(at + 1, chain.layers().size(), vectors);
      slope = tape.gradient(Gather.gather(said, Tensor.of(Shape.of(1), output), -1), vectors);
    }
    int size = vectors.dim(-1);
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < chain.words().size(); i++) {
      double sum = 0;
      for (int j = i * size; slope != null && j < (i + 1) * size; j++) {
        sum += slope.getDouble(j) * slope.getDouble(j);
      }
      all.add(Math.sqrt(sum));
    }
    return all;
  }

  private static MimeBundle bundle(Map<String, Object> value, List<String> words) {
    StringBuilder text = new StringBuilder("length of the prediction's gradient by each word");
    value.forEach(
        (name, norms) -> {
          List<?> all = (List<?>) norms;
          text.append(
              String.format(
                  Locale.ROOT,
                  "%n%-20s first word %s, last word %s",
                  name,
                  Curves.number((Double) all.get(0)),
                  Curves.number((Double) all.get(all.size() - 1))));
        });
    Figure figure = Figure.of(7.5, 4, axes -> draw(axes, value, words));
    String plain = text.toString().replace(System.lineSeparator(), "\n");
    return figure.bundle().with("text/plain", plain);
  }

  private static void draw(
      io.nyala.dsl.plot.Axes axes, Map<String, Object> value, List<String> words) {
    String[] styles = {"o-", "s--", "^:", "d-."};
    int next = 0;
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i <= words.size(); i++) {
      places.add(i);
    }
    for (Map.Entry<String, Object> each : value.entrySet()) {
      List<Double> shown =
          ((List<?>) each.getValue()).stream().map(norm -> Math.max(LEAST, (Double) norm)).toList();
      String style = styles[next++ % styles.length];
      axes.call("semilogy", List.of(places, shown, style), Map.of("label", each.getKey()));
    }
    axes.call("set_ylabel", List.of("|dp/de|"), Map.of());
    axes.call("grid", List.of(true), Map.of());
    axes.call("legend", List.of(), Map.of());
    if (words.size() <= 24) {
      axes.call("set_xticks", List.of(places, words), Map.of("rotation", 45));
    } else {
      axes.call("set_xlabel", List.of("word"), Map.of());
    }
  }
}
