package io.nyala.dsl.plot;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.PyError;
import java.util.List;
import java.util.function.BiConsumer;

/** What matplotlib draws and charts here do not: refused by name. */
final class Refusals {
  /** Of charts and of {@code plt} alike. */
  private static final List<String> BOTH =
      List.of(
          "hexbin",
          "quiver",
          "quiverkey",
          "streamplot",
          "barbs",
          "table",
          "tricontour",
          "tricontourf",
          "tripcolor",
          "triplot",
          "acorr",
          "xcorr",
          "specgram",
          "psd",
          "csd",
          "cohere",
          "magnitude_spectrum",
          "phase_spectrum",
          "angle_spectrum",
          "minorticks_on",
          "twiny",
          "pcolorfast",
          "grouped_bar",
          "plot_date");

  /** Of {@code plt}. */
  static final List<String> OF_PYPLOT =
      join(
          BOTH,
          List.of(
              "polar",
              "rgrids",
              "thetagrids",
              "ginput",
              "connect",
              "subplot_tool",
              "xkcd",
              "figimage",
              "waitforbuttonpress",
              "switch_backend",
              "findobj",
              "getp"));

  /** Of charts. */
  static final List<String> OF_CHARTS =
      join(
          BOTH,
          List.of(
              "secondary_xaxis",
              "secondary_yaxis",
              "inset_axes",
              "indicate_inset",
              "indicate_inset_zoom",
              "plot_surface",
              "plot_wireframe",
              "plot3D",
              "set_zlabel",
              "add_artist",
              "add_collection",
              "add_line",
              "add_table",
              "add_image"));

  private Refusals() {}

  private static List<String> join(List<String> a, List<String> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
  }

  static void into(BiConsumer<String, Object> define, String of, List<String> names) {
    for (String name : names) {
      Callable refusal =
          (positional, named) -> {
            throw new PyError(
                "NotImplementedError", of + "." + name + " is not part of Nyala's charts.");
          };
      define.accept(name, refusal);
    }
  }
}
