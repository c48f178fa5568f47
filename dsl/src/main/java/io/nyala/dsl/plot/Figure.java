package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.tensor.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A picture of one chart or of several in rows and columns. */
public final class Figure extends Members {

  /**
   * A chart's place.
   *
   * @param cell of a grid; null: {@code room} says it
   * @param room left edge, upper edge, width and height, in shares of the figure
   */
  record Place(Axes axes, Cell cell, double[] room) {}

  /** Words at a place of the figure, in shares of it from below. */
  record Note(double x, double y, String text, Font font, String across) {}

  private static final double DOTS = 100;

  final int number;
  final Parameters parameters;
  final List<Place> places = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  double width = 6.4;
  double height = 4.8;
  String title = "";
  Font titleFont = Font.of(14);
  String labelX = "";
  Axes legend;
  String labelY = "";
  double gapX;
  double gapY;

  /** Where charts stand, labels included: left, bottom, right and top, in shares of the figure. */
  double[] frame = {0, 0, 1, 1};

  /** Pixels more around each chart, across and upright, and around them all. */
  double[] pads = {0, 0, 0};

  String paper;
  String shareX = "none";
  String shareY = "none";
  private Axes current;

  Figure(int number, Parameters parameters) {
    super("Figure");
    this.number = number;
    this.parameters = parameters;
    this.paper = parameters.color("figure.facecolor");
    FigureFunctions.into(this);
    property("axes", this::all);
    property("number", () -> this.number);
  }

  /** A figure of one chart, drawn from Java. */
  public static Figure of(double width, double height, Consumer<Axes> draw) {
    Figure made = new Figure(0, new Parameters());
    made.size(width, height);
    draw.accept(made.axes());
    return made;
  }

  List<Object> all() {
    List<Object> all = new ArrayList<>();
    for (Place place : places) {
      all.add(place.axes);
      if (place.axes.right != null) {
        all.add(place.axes.right);
      }
    }
    return all;
  }

  /** The n-th colour that a chart chooses by itself. */
  String cycle(int n) {
    List<String> own = parameters.cycle();
    return own.isEmpty() ? Colors.cycle(n) : own.get(Math.floorMod(n, own.size()));
  }

  Object size(double wide, double tall) {
    width = wide;
    height = tall;
    return null;
  }

  /** Its width and height in inches. */
  NDArray inches() {
    return Drawing.array(new double[] {width, height});
  }

  Object clear() {
    places.clear();
    notes.clear();
    current = null;
    title = "";
    legend = null;
    labelX = "";
    labelY = "";
    return null;
  }

  /** The chart that is drawn in now, made if there is none. */
  Axes axes() {
    return current == null ? place(Cell.of(1, 1, 0)) : current;
  }

  /** Draws in this chart from now on. */
  void choose(Axes axes) {
    current = axes;
  }

  /** The chart at a place of a grid, made if it is not there. */
  Axes place(Cell at) {
    for (Place place : places) {
      if (place.cell != null && place.cell.isSame(at)) {
        current = place.axes;
        return current;
      }
    }
    return put(at, at.room());
  }

  /** A new chart in a room of its own. */
  Axes put(Cell cell, double[] room) {
    current = new Axes(this);
    parameters.begin(current);
    places.add(new Place(current, cell, room));
    return current;
  }

  /** Takes a chart away. */
  void remove(Axes axes) {
    places.removeIf(place -> place.axes == axes);
    current =
        current == axes ? places.isEmpty() ? null : places.get(places.size() - 1).axes : current;
  }

  /** Leaves words to the charts at the left and at the bottom alone. */
  Object labelOuter(Axes axes) {
    for (Place place : places) {
      if (place.axes == axes && place.cell != null) {
        boolean lowest = place.cell.bottom() == place.cell.rows() - 1;
        axes.x.labelled = axes.x.labelled && lowest;
        axes.x.label = lowest ? axes.x.label : "";
        axes.y.labelled = axes.y.labelled && place.cell.left() == 0;
        axes.y.label = place.cell.left() == 0 ? axes.y.label : "";
      }
    }
    return null;
  }

  /** A grid of new charts. */
  Object grid(Given given) {
    int rows = given.integer("nrows");
    int columns = given.integer("ncols");
    GridSpec grid = GridSpec.of(Gaps.read(this, given), rows, columns);
    shareX = share(given, "sharex");
    shareY = share(given, "sharey");
    List<List<Axes>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<Axes> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(place(grid.cell(i, j)));
      }
      all.add(row);
    }
    current = all.get(0).get(0);
    return AxesGrid.of(all, given.flag("squeeze"));
  }

  private static String share(Given given, String name) {
    Object how = given.get(name);
    if (how instanceof Boolean flag) {
      return flag ? "all" : "none";
    }
    String text = String.valueOf(how);
    if (!List.of("all", "none", "row", "col").contains(text)) {
      throw given.wrong(name, "True, False, 'all', 'row', 'col' or 'none'");
    }
    return text;
  }

  /**
   * The chart whose numbers a mark's colours stand for.
   *
   * @throws PyError {@code RuntimeError} if there is none
   */
  Artist mappable(Given given) {
    Object wanted = given.get("mappable");
    if (wanted instanceof Artist artist
        && artist.mark() != null
        && artist.mark().shades() != null) {
      return artist;
    }
    if (wanted != null) {
      throw given.wrong(
          "mappable", "what scatter(c=…), imshow(), pcolormesh() or contourf() handed back");
    }
    Axes here = given.get("ax") instanceof Axes chosen ? chosen : axes();
    Mark last = here.shaded();
    if (last == null) {
      throw new PyError(
          "RuntimeError",
          "No mappable was found to use for colorbar creation. First define a mappable such as an"
              + " image (with imshow) or a contour set (with contourf).");
    }
    return Artist.of("mappable", here, last);
  }

  int pixelWidth() {
    return (int) Math.round(width * DOTS);
  }

  int pixelHeight() {
    return (int) Math.round(height * DOTS);
  }

  /** The figure as a notebook shows it; on a terminal, drawn as text. */
  public MimeBundle bundle() {
    if (Display.current().filter(screen -> screen.isTerminal() && !screen.isRich()).isPresent()) {
      String drawn = TextChart.of(this);
      return MimeBundle.text(drawn.isEmpty() ? toString() : this + "\n" + drawn);
    }
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
    return "<Figure size "
        + pixelWidth()
        + "x"
        + pixelHeight()
        + " with "
        + all().size()
        + " Axes>";
  }
}
