package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import java.util.function.BiFunction;

/** What can be asked of a line and changed in it after it was drawn. */
final class LineMethods {
  private LineMethods() {}

  static void into(Artist artist) {
    artist.def("get_xdata()", given -> Drawing.array(line(artist).x()));
    artist.def("get_ydata()", given -> Drawing.array(line(artist).y()));
    artist.def("get_color()", given -> line(artist).style().color());
    artist.def("get_linewidth()", given -> line(artist).style().width());
    change(artist, "set_color(color)", "color");
    change(artist, "set_linewidth(w)", "linewidth");
    change(artist, "set_linestyle(ls)", "linestyle");
    change(artist, "set_marker(marker)", "marker");
    change(artist, "set_markersize(sz)", "markersize");
    change(artist, "set_alpha(alpha)", "alpha");
    data(artist, "set_data(x, y)", (it, g) -> moved(it, g.get("x"), g.get("y")));
    data(artist, "set_xdata(x)", (it, g) -> moved(it, g.get("x"), null));
    data(artist, "set_ydata(y)", (it, g) -> moved(it, null, g.get("y")));
  }

  private static Mark.Line line(Artist artist) {
    return (Mark.Line) artist.mark();
  }

  private static void change(Artist artist, String signature, String name) {
    artist.def(
        signature,
        given -> {
          Mark.Line it = line(artist);
          Object value = given.values().values().iterator().next();
          artist.replace(
              new Mark.Line(it.x(), it.y(), it.style().changed(name, value), it.label()));
          return null;
        });
  }

  private static void data(
      Artist artist, String signature, BiFunction<Artist, Given, Mark.Line> body) {
    artist.def(
        signature,
        given -> {
          artist.replace(body.apply(artist, given));
          return null;
        });
  }

  private static Mark.Line moved(Artist artist, Object x, Object y) {
    Mark.Line it = line(artist);
    double[] xs = x == null ? it.x() : artist.axes().x.place(x);
    double[] ys = y == null ? it.y() : artist.axes().y.place(y);
    Drawing.same("x and y", xs, ys);
    return new Mark.Line(xs, ys, it.style(), it.label());
  }
}
