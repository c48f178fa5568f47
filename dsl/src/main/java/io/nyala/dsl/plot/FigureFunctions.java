package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked of a figure, by matplotlib's signatures. */
final class FigureFunctions {

  /** Those that {@code plt} offers for the current figure. */
  static final List<String> OF_PYPLOT =
      List.of(
          "suptitle",
          "supxlabel",
          "supylabel",
          "savefig",
          "tight_layout",
          "colorbar",
          "subplots_adjust",
          "text",
          "delaxes",
          "add_axes");

  private FigureFunctions() {}

  static void into(Figure figure) {
    figure.def("suptitle(t, x=0.5, y=0.98, " + Font.ARGUMENTS + ")", given -> title(figure, given));
    figure.def("supxlabel(t)", given -> figure.labelX = given.string("t"));
    figure.def("supylabel(t)", given -> figure.labelY = given.string("t"));
    figure.def(
        "savefig(fname, format=None, dpi=None, bbox_inches=None, pad_inches=None, facecolor=None,"
            + " transparent=False)",
        given -> Export.save(figure, given));
    figure.def(
        "tight_layout(pad=1.08, h_pad=None, w_pad=None, rect=None)",
        given -> Gaps.tight(figure, given));
    figure.def("set_tight_layout(tight=True)", given -> null);
    figure.def("autofmt_xdate(rotation=30, ha='right')", given -> slanted(figure, given));
    figure.def(
        "colorbar(mappable=None, cax=None, ax=None, label='', orientation='vertical', location=None,"
            + " ticks=None, format=None, shrink=1, fraction=None, pad=None, aspect=None)",
        given -> Colorbar.of(figure, given));
    figure.def("add_subplot(*args, " + OF_CHARTS + ")", given -> subplot(figure, given));
    figure.def("add_axes(rect)", given -> free(figure, given));
    figure.def(
        "add_gridspec(nrows=1, ncols=1, " + GridSpec.ARGUMENTS + ")",
        given ->
            GridSpec.of(Gaps.read(figure, given), given.integer("nrows"), given.integer("ncols")));
    figure.def(
        "subplots(nrows=1, ncols=1, sharex=False, sharey=False, squeeze=True, gridspec_kw=None, "
            + GridSpec.ARGUMENTS
            + ")",
        figure::grid);
    figure.def(
        "subplot_mosaic(mosaic, sharex=False, sharey=False, gridspec_kw=None, empty_sentinel='.', "
            + GridSpec.ARGUMENTS
            + ")",
        given -> mosaic(figure, given));
    figure.def(
        "subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None)",
        given -> Gaps.adjust(figure, given));
    figure.def(
        "text(x, y, s, ha='left', va='baseline', " + Font.ARGUMENTS + ")",
        given -> text(figure, given));
    figure.def(Legends.OF_FIGURE, given -> Legends.ofFigure(figure, given));
    figure.def("delaxes(ax=None)", given -> delete(figure, given));
    figure.def("gca()", given -> figure.axes());
    figure.def("sca(a)", given -> choose(figure, given));
    figure.def("get_axes()", given -> figure.members().get("axes"));
    figure.def(
        "set_size_inches(w, h=None)",
        given -> {
          boolean both = given.get("w") instanceof List<?>;
          double[] size = both ? Values.numbers(given.get("w")) : null;
          return figure.size(
              both ? size[0] : given.number("w"), both ? size[1] : given.number("h"));
        });
    figure.def("get_size_inches()", given -> figure.inches());
    figure.def("set_facecolor(color)", given -> figure.paper = Colors.of(given.get("color")));
    figure.def("clf()", given -> figure.clear());
    figure.def("clear()", given -> figure.clear());
    figure.def("show()", given -> show(figure));
  }

  private static Object show(Figure figure) {
    io.nyala.dsl.show.Display.current().ifPresent(screen -> screen.display(figure.bundle(), null));
    return null;
  }

  private static Object title(Figure figure, Given given) {
    if (given.number("x") != 0.5) {
      throw given.wrong("x", "0.5: a figure's title stands in its middle");
    }
    figure.title = given.string("t");
    figure.titleFont = figure.titleFont.with(given);
    return Artist.text("0.5, 0.98", figure.title);
  }

  private static Object slanted(Figure figure, Given given) {
    for (Figure.Place place : figure.places) {
      place.axes().x.rotation = given.number("rotation");
    }
    return null;
  }

  /** What a chart can be told as it is made. */
  static final String OF_CHARTS =
      "sharex=None, sharey=None, projection=None, polar=False, aspect=None, title=None, xlabel=None,"
          + " ylabel=None, xlim=None, ylim=None, facecolor=None";

  static Object subplot(Figure figure, Given given) {
    boolean flat = !given.has("projection") || "rectilinear".equals(given.get("projection"));
    if (!flat || given.flag("polar")) {
      throw new PyError(
          "NotImplementedError",
          given.function()
              + "(): projection="
              + io.nyala.dsl.show.Repr.of(given.flag("polar") ? "polar" : given.get("projection"))
              + " is not part of Nyala; charts here are flat, with straight axes.");
    }
    Axes made = figure.place(Cell.of((List<?>) given.get("args")));
    align(given, "sharex", made.x);
    align(given, "sharey", made.y);
    return told(made, given);
  }

  /** A chart with what it was told as it was made. */
  static Axes told(Axes made, Given given) {
    for (String name :
        List.of("aspect", "title", "xlabel", "ylabel", "xlim", "ylim", "facecolor")) {
      if (given.has(name)) {
        made.call("set_" + name, List.of(given.get(name)), Map.of());
      }
    }
    return made;
  }

  private static void align(Given given, String name, Axis axis) {
    if (given.has(name)) {
      if (!(given.get(name) instanceof Axes other)) {
        throw given.wrong(name, "a chart of this figure");
      }
      double[] ends = other.ends(name.equals("sharex") ? other.x : other.y);
      axis.limits(ends[0], ends[1]);
    }
  }

  private static Object free(Figure figure, Given given) {
    double[] rect = Values.numbers(given.get("rect"));
    if (rect.length != 4) {
      throw given.wrong("rect", "left, bottom, width and height in shares of the figure");
    }
    // matplotlib's room is that of the data; here labels lie within it, so that it is let out.
    double left = Math.max(0, rect[0] - 0.09);
    double top = Math.max(0, 1 - rect[1] - rect[3] - 0.07);
    double right = Math.min(1, rect[0] + rect[2] + 0.03);
    double bottom = Math.min(1, 1 - rect[1] + 0.1);
    return figure.put(null, new double[] {left, top, right - left, bottom - top});
  }

  private static Object mosaic(Figure figure, Given given) {
    List<List<String>> rows = new ArrayList<>();
    if (given.get("mosaic") instanceof CharSequence text) {
      for (String line : text.toString().strip().split("[\n;]")) {
        rows.add(line.strip().chars().mapToObj(c -> String.valueOf((char) c)).toList());
      }
    } else {
      for (Object row : Values.items(given.get("mosaic"))) {
        rows.add(Values.items(row).stream().map(String::valueOf).toList());
      }
    }
    Map<String, int[]> spans = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        int row = i;
        int column = j;
        spans.merge(
            rows.get(i).get(j),
            new int[] {row, row, column, column},
            (a, b) ->
                new int[] {
                  Math.min(a[0], row),
                  Math.max(a[1], row),
                  Math.min(a[2], column),
                  Math.max(a[3], column)
                });
      }
    }
    spans.remove(given.string("empty_sentinel"));
    GridSpec grid = GridSpec.of(Gaps.read(figure, given), rows.size(), rows.get(0).size());
    Map<Object, Object> all = new LinkedHashMap<>();
    spans.forEach(
        (name, at) -> all.put(name, figure.place(grid.cell(at[0], at[2]).to(at[1], at[3]))));
    return all;
  }

  private static Object text(Figure figure, Given given) {
    figure.notes.add(
        new Figure.Note(
            given.number("x"),
            given.number("y"),
            given.string("s"),
            Font.of(10).with(given),
            given.string("ha")));
    return Artist.text(given.get("x") + ", " + given.get("y"), given.string("s"));
  }

  private static Object choose(Figure figure, Given given) {
    if (!(given.get("a") instanceof Axes axes)) {
      throw given.wrong("a", "a chart of this figure");
    }
    figure.choose(axes);
    return axes;
  }

  private static Object delete(Figure figure, Given given) {
    Object which = given.has("ax") ? given.get("ax") : figure.axes();
    if (!(which instanceof Axes axes)) {
      throw given.wrong("ax", "a chart of this figure");
    }
    figure.remove(axes);
    return null;
  }
}
