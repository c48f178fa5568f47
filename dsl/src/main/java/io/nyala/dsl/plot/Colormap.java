package io.nyala.dsl.plot;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Colours for numbers: straight lines between a few colours at equal distances, or one colour for
 * each number. Called, {@code plt.cm.viridis(0.5)}, it hands out red, green, blue and opacity.
 *
 * @param anchors {@code 0xrrggbb}, for 0 to 1
 * @param stepped whether there are no colours between the anchors
 */
record Colormap(String name, List<Integer> anchors, boolean stepped) implements Callable {
  private static final Map<String, Colormap> MAPS = read();

  private static Map<String, Colormap> read() {
    Map<String, Colormap> maps = new TreeMap<>();
    try (InputStream in = Colormap.class.getResourceAsStream("colormaps.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = line.replace(" =", "").split(" ");
          List<Integer> anchors =
              Arrays.stream(words, 1, words.length).map(hex -> Integer.valueOf(hex, 16)).toList();
          maps.put(words[0], new Colormap(words[0], anchors, line.contains(" =")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    maps.put("grey", maps.get("gray"));
    return maps;
  }

  /** The names of all, sorted. */
  static Set<String> names() {
    return Collections.unmodifiableSet(MAPS.keySet());
  }

  /**
   * A map by its name, or one itself.
   *
   * @throws PyError {@code ValueError} if there is none of this name
   */
  static Colormap of(Object given) {
    if (given instanceof Colormap map) {
      return map;
    }
    String wanted = given == null ? "viridis" : given.toString();
    Colormap found = MAPS.get(wanted);
    if (found == null && wanted.endsWith("_r")) {
      Colormap turned = MAPS.get(wanted.substring(0, wanted.length() - 2));
      return turned == null ? unknown(wanted) : turned.reversed();
    }
    return found == null ? unknown(wanted) : found;
  }

  private static Colormap unknown(String name) {
    throw PyError.value(
        Repr.quote(name)
            + " is not a known colormap; there are "
            + String.join(", ", names())
            + ", each also as …_r");
  }

  /** The same from the last colour to the first. */
  Colormap reversed() {
    List<Integer> turned = new ArrayList<>(anchors);
    Collections.reverse(turned);
    return new Colormap(name + "_r", List.copyOf(turned), stepped);
  }

  /** So many colours of this map, one for each number. */
  Colormap cut(int count) {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(at(count == 1 ? 0 : i / (count - 1.0)));
    }
    return new Colormap(name, List.copyOf(some), true);
  }

  /** The colour, {@code 0xrrggbb}, at a place from 0 to 1. */
  int at(double place) {
    double inside = Math.max(0, Math.min(1, place));
    if (stepped) {
      return anchors.get(Math.min(anchors.size() - 1, (int) (inside * anchors.size())));
    }
    double at = inside * (anchors.size() - 1);
    int from = Math.min((int) at, anchors.size() - 2);
    double share = at - from;
    int a = anchors.get(from);
    int b = anchors.get(from + 1);
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = a >> shift & 255;
      int high = b >> shift & 255;
      color |= (int) Math.round(low + (high - low) * share) << shift;
    }
    return color;
  }

  /** The same as {@code #rrggbb}. */
  String hex(double place) {
    return String.format("#%06x", at(place));
  }

  /** Whole numbers count colours, others are places from 0 to 1; many give a row for each. */
  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    Object first = positional.isEmpty() ? named.get("X") : positional.get(0);
    if (first == null || positional.size() + named.size() != 1) {
      throw PyError.type(name + "() takes one argument: a number or numbers from 0 to 1");
    }
    if (first instanceof Number || first instanceof Tensor t && t.rank() == 0) {
      double[] parts = parts(first);
      return Tuple.of(parts[0], parts[1], parts[2], 1.0);
    }
    List<Object> items = Values.items(first);
    double[] all = new double[items.size() * 4];
    for (int i = 0; i < items.size(); i++) {
      double[] parts = parts(items.get(i));
      System.arraycopy(parts, 0, all, 4 * i, 3);
      all[4 * i + 3] = 1;
    }
    return NDArray.of(Tensor.of(Shape.of(items.size(), 4), all));
  }

  /** How Groovy calls it. */
  public Object call(Object... arguments) {
    return callWith(arguments);
  }

  private double[] parts(Object item) {
    Object plain = item instanceof Tensor tensor ? tensor.item() : item;
    boolean whole = plain instanceof Integer || plain instanceof Long;
    int last = stepped ? anchors.size() - 1 : 255;
    double value = Values.number(plain);
    int color =
        whole && stepped
            ? anchors.get((int) Math.max(0, Math.min(last, value)))
            : at(whole ? value / last : value);
    return new double[] {
      (color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0
    };
  }

  @Override
  public String toString() {
    return "<matplotlib.colors.Colormap " + Repr.quote(name) + ">";
  }
}
