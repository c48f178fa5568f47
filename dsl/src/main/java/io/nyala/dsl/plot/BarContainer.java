package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import java.util.AbstractList;
import java.util.Arrays;

/** The bars that were drawn at once, each of which says where it is and takes a colour. */
public final class BarContainer extends AbstractList<Object> {
  private final Artist artist;

  BarContainer(Axes axes, Mark.Boxes boxes) {
    this.artist = Artist.of("BarContainer", axes, boxes);
  }

  Artist artist() {
    return artist;
  }

  Mark.Boxes mark() {
    return (Mark.Boxes) artist.mark();
  }

  /** The bars. */
  public AbstractList<Object> getPatches() {
    return this;
  }

  @Override
  public Object get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("there are " + size() + " bars");
    }
    return new Bar(index);
  }

  @Override
  public int size() {
    return mark().left().length;
  }

  @Override
  public String toString() {
    return "<BarContainer object of " + size() + (size() == 1 ? " artist>" : " artists>");
  }

  /** One bar. */
  private final class Bar extends Members {
    private final int place;

    private Bar(int place) {
      super("Rectangle");
      this.place = place;
      def("get_x()", given -> mark().left()[place]);
      def("get_y()", given -> mark().bottom()[place]);
      def("get_width()", given -> mark().right()[place] - mark().left()[place]);
      def("get_height()", given -> mark().top()[place] - mark().bottom()[place]);
      def("get_facecolor()", given -> mark().fill()[place]);
      def("set_color(c)", given -> paint(given, "c"));
      def("set_facecolor(color)", given -> paint(given, "color"));
      def("set_edgecolor(color)", this::edge);
      def("set_alpha(alpha)", this::fade);
    }

    private Object paint(Given given, String name) {
      Mark.Boxes it = mark();
      String[] fill = it.fill().clone();
      fill[place] = Colors.of(given.get(name));
      replace(fill, it.edge(), it.alpha());
      return null;
    }

    private Object edge(Given given) {
      Mark.Boxes it = mark();
      String[] edge = it.edge() == null ? it.fill().clone() : it.edge().clone();
      edge[place] = Colors.of(given.get("color"));
      replace(it.fill(), edge, it.alpha());
      return null;
    }

    /** Bars drawn at once have one opacity; the colour is mixed with the paper's instead. */
    private Object fade(Given given) {
      Mark.Boxes it = mark();
      boolean all = size() == 1 || it.alpha() == given.number("alpha");
      if (all) {
        replace(it.fill(), it.edge(), given.number("alpha"));
        return null;
      }
      String[] fill = it.fill().clone();
      fill[place] = Colors.faded(fill[place], given.number("alpha"));
      replace(fill, it.edge(), it.alpha());
      return null;
    }

    private void replace(String[] fill, String[] edge, double alpha) {
      Mark.Boxes it = mark();
      artist.replace(
          new Mark.Boxes(
              it.left(),
              it.right(),
              it.bottom(),
              it.top(),
              fill,
              edge,
              it.width(),
              alpha,
              it.label()));
    }

    @Override
    public String toString() {
      Mark.Boxes it = mark();
      double[] all = {
        it.left()[place],
        it.bottom()[place],
        it.right()[place] - it.left()[place],
        it.top()[place] - it.bottom()[place]
      };
      String[] words = Arrays.stream(all).mapToObj(Words::number).toArray(String[]::new);
      return String.format(
          "Rectangle(xy=(%s, %s), width=%s, height=%s, angle=0)",
          words[0], words[1], words[2], words[3]);
    }
  }
}
