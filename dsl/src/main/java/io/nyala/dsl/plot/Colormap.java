package io.nyala.dsl.plot;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Colours for numbers: straight lines between a few colours at equal distances.
 *
 * @param anchors {@code 0xrrggbb}, for 0 to 1
 */
record Colormap(List<Integer> anchors) {

  private static final Map<String, Colormap> MAPS =
      Map.of(
          "viridis",
              of(
                  0x440154, 0x472c7a, 0x3b518b, 0x2c718e, 0x21908d, 0x27ad81, 0x5cc863, 0xaadc32,
                  0xfde725),
          "cividis",
              of(
                  0x00224e, 0x1f3a6d, 0x434e6c, 0x61656f, 0x7d7c78, 0x9b9476, 0xbaad6b, 0xdbc859,
                  0xfee838),
          "magma",
              of(
                  0x000004, 0x1c1046, 0x4f127b, 0x812581, 0xb5367a, 0xe55064, 0xfb8761, 0xfec287,
                  0xfcfdbf),
          "plasma",
              of(
                  0x0d0887, 0x4c02a1, 0x7e03a8, 0xaa2395, 0xcc4778, 0xe66c5c, 0xf89540, 0xfdc527,
                  0xf0f921),
          "gray", of(0x000000, 0xffffff),
          "gray_r", of(0xffffff, 0x000000),
          "Greys", of(0xffffff, 0xbdbdbd, 0x737373, 0x252525, 0x000000),
          "Blues", of(0xf7fbff, 0xc6dbef, 0x6baed6, 0x2171b5, 0x08306b),
          "coolwarm", of(0x3b4cc0, 0x8db0fe, 0xdddddd, 0xf49a7b, 0xb40426),
          "RdBu", of(0x67001f, 0xd6604d, 0xf7f7f7, 0x4393c3, 0x053061));

  private static final Map<String, Colormap> MORE =
      Map.of(
          "hot",
              of(
                  0x0b0000, 0x4e0000, 0x900000, 0xd30000, 0xff1700, 0xff5a00, 0xff9d00, 0xffe000,
                  0xffff36, 0xffff9b, 0xffffff),
          "inferno",
              of(
                  0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06,
                  0xf7d13d, 0xfcffa4),
          "Reds", of(0xfff5f0, 0xfcbba1, 0xfb6a4a, 0xcb181d, 0x67000d),
          "Greens", of(0xf7fcf5, 0xc7e9c0, 0x74c476, 0x238b45, 0x00441b),
          "Oranges", of(0xfff5eb, 0xfdd0a2, 0xfd8d3c, 0xd94801, 0x7f2704));

  /** The names of all, sorted. */
  static Set<String> names() {
    Set<String> all = new TreeSet<>(MAPS.keySet());
    all.addAll(MORE.keySet());
    return all;
  }

  private static Colormap known(String name) {
    return MAPS.getOrDefault(name, MORE.get(name));
  }

  private static Colormap of(Integer... anchors) {
    return new Colormap(List.of(anchors));
  }

  /**
   * A map by its name.
   *
   * @throws PyError {@code ValueError} if there is none of this name
   */
  static Colormap of(String name) {
    String wanted = name == null ? "viridis" : name.equals("binary") ? "Greys" : name;
    Colormap found = known(wanted);
    if (found == null && wanted.endsWith("_r")) {
      found = known(wanted.substring(0, wanted.length() - 2));
      if (found != null) {
        List<Integer> turned = new ArrayList<>(found.anchors);
        java.util.Collections.reverse(turned);
        return new Colormap(List.copyOf(turned));
      }
    }
    if (found == null) {
      throw PyError.value(
          Repr.quote(name)
              + " is not a known colormap; there are "
              + String.join(", ", names())
              + ", each also as …_r");
    }
    return found;
  }

  /** The colour, {@code 0xrrggbb}, at a place from 0 to 1. */
  int at(double place) {
    double at = Math.max(0, Math.min(1, place)) * (anchors.size() - 1);
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
}
