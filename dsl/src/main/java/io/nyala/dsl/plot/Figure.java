package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A picture of one chart or of several in rows and columns. */
public final class Figure extends Members {

  /**
   * A chart's place.
   *
   * @param rows of the grid it stands in
   * @param columns of that grid
   * @param index its number in reading order, from 0
   */
  record Place(Axes axes, int rows, int columns, int index) {}

  private static final double DOTS = 100;

  final int number;
  final List<Place> places = new ArrayList<>();
  double width = 6.4;
  double height = 4.8;
  String title = "";
  double titleSize = 14;
  double gapX;
  double gapY;
  boolean gridded;
  boolean shareX;
  boolean shareY;
  private Axes current;

  Figure(int number) {
    super("Figure");
    this.number = number;
    def("suptitle(t, fontsize=None)", this::title);
    def("savefig(fname, format=None, dpi=100, bbox_inches=None)", g -> Export.save(this, g));
    def("tight_layout(pad=1.08)", given -> null);
    def("colorbar(mappable=None, ax=None, label='')", this::colorbar);
    def("add_subplot(*args)", given -> place(Cell.of(given)));
    def(
        "subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None)",
        this::space);
    def("gca()", given -> axes());
    def("set_size_inches(w, h)", given -> size(given.number("w"), given.number("h")));
    def("clf()", given -> clear());
  }

  /** A figure of one chart, drawn from Java. */
  public static Figure of(double width, double height, Consumer<Axes> draw) {
    Figure made = new Figure(0);
    made.size(width, height);
    draw.accept(made.axes());
    return made;
  }

  /** Charts keep clear of each other by themselves; more room between them can be asked for. */
  private Object space(Given given) {
    for (String margin : List.of("left", "bottom", "right", "top")) {
      if (given.has(margin)) {
        throw given.wrong(margin, "None: margins are as wide as their labels are");
      }
    }
    gapX = Style.first(given, gapX, "wspace");
    gapY = Style.first(given, gapY, "hspace");
    return null;
  }

  private Object title(Given given) {
    title = given.string("t");
    titleSize = Style.first(given, titleSize, "fontsize");
    return Artist.text("0.5, 0.98", title);
  }

  private Object colorbar(Given given) {
    Axes on = given.get("ax") instanceof Axes chosen ? chosen : owner(given.get("mappable"));
    on.colorbar = true;
    on.colorbarLabel = given.string("label");
    return new Artist("<matplotlib.colorbar.Colorbar>", null);
  }

  private Axes owner(Object mappable) {
    if (mappable instanceof Artist artist) {
      for (Place place : places) {
        if (place.axes.marks.contains(artist.mark())) {
          return place.axes;
        }
      }
    }
    return axes();
  }

  Object size(double wide, double tall) {
    width = wide;
    height = tall;
    return null;
  }

  Object clear() {
    places.clear();
    current = null;
    title = "";
    return null;
  }

  /** The chart that is drawn in now, made if there is none. */
  Axes axes() {
    return current == null ? place(new Cell(1, 1, 1)) : current;
  }

  /** Draws in this chart from now on. */
  void choose(Axes axes) {
    current = axes;
  }

  /** The chart at a place of a grid, made if it is not there. */
  Axes place(Cell at) {
    for (Place place : places) {
      if (place.rows == at.rows()
          && place.columns == at.columns()
          && place.index == at.index() - 1) {
        current = place.axes;
        return current;
      }
    }
    current = new Axes(this);
    current.x.grid = gridded;
    current.y.grid = gridded;
    places.add(new Place(current, at.rows(), at.columns(), at.index() - 1));
    return current;
  }

  /** A grid of new charts. */
  Object grid(int rows, int columns, boolean squeeze) {
    List<List<Axes>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<Axes> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(place(new Cell(rows, columns, i * columns + j + 1)));
      }
      all.add(row);
    }
    current = all.get(0).get(0);
    return AxesGrid.of(all, squeeze);
  }

  int pixelWidth() {
    return (int) Math.round(width * DOTS);
  }

  int pixelHeight() {
    return (int) Math.round(height * DOTS);
  }

  /** The figure as a notebook shows it. */
  public MimeBundle bundle() {
    Svg svg = new Svg(this);
    return MimeBundle.text(toString())
        .with("text/html", svg.html())
        .with("image/svg+xml", svg.file());
  }

  /** Fig and charts, as {@code subplots} hands them out. */
  Tuple with(Object charts) {
    return Tuple.of(this, charts);
  }

  @Override
  public String toString() {
    int count = places.size();
    return "<Figure size " + pixelWidth() + "x" + pixelHeight() + " with " + count + " Axes>";
  }
}
