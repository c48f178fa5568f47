package io.nyala.dsl.plot;

import java.util.Locale;

/** The signs that stand before the names of a legend: a line, a marker, a filled field. */
final class Signs {
  private Signs() {}

  /** Ink in the page's colour. */
  static String ink(String color) {
    return color.equals(Colors.INK) ? "currentColor" : color;
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /**
   * The sign of a mark as SVG.
   *
   * @param x its left edge
   * @param y its middle
   * @param wide how long a line is
   * @param tall how high a field is
   * @param markers how large markers are beside those of the chart
   */
  static String of(Mark mark, double x, double y, double wide, double tall, double markers) {
    if (mark instanceof Mark.Line it) {
      return line(it.style(), x, y, wide, markers);
    } else if (mark instanceof Mark.Rule it) {
      return line(it.style(), x, y, wide, markers);
    } else if (mark instanceof Mark.Reach it) {
      return line(it.style(), x, y, wide, markers);
    } else if (mark instanceof Mark.Slope it) {
      return line(it.style(), x, y, wide, markers);
    } else if (mark instanceof Mark.Segments it) {
      return line(it.style(), x, y, wide, markers);
    } else if (mark instanceof Mark.Dots it) {
      return dots(it, x + wide / 2, y, markers);
    } else if (mark instanceof Mark.Boxes it) {
      String edge = it.edge() == null || it.edge().length == 0 ? null : it.edge()[0];
      String fill = it.fill().length == 0 ? "none" : it.fill()[0];
      return field(fill, edge, it.width(), it.alpha(), x, y, wide, tall);
    } else if (mark instanceof Mark.Band it) {
      return field(it.fill(), null, 0, it.alpha(), x, y, wide, tall);
    } else if (mark instanceof Mark.Span it) {
      return field(it.fill(), null, 0, it.alpha(), x, y, wide, tall);
    } else if (mark instanceof Mark.Shape it) {
      return field(it.fill(), it.edge(), it.width(), it.alpha(), x, y, wide, tall);
    } else if (mark instanceof Mark.Proxy it) {
      return it.fill() == null
          ? line(it.style(), x, y, wide, markers)
          : field(it.fill(), null, 0, 1, x, y, wide, tall);
    }
    return "";
  }

  private static String line(Style style, double x, double y, double wide, double markers) {
    StringBuilder sign = new StringBuilder();
    if (style.line() != null) {
      double width = style.width() * 100 / 72;
      sign.append(
          format(
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.2f\"%s%s/>",
              x,
              y,
              x + wide,
              y,
              ink(style.color()),
              width,
              dashes(style.line(), width),
              opacity(style.alpha())));
    }
    if (style.marker() != null) {
      String face = style.face() == null ? style.color() : style.face();
      String edge = style.edge() == null ? style.color() : style.edge();
      boolean hollow = face.equals("none");
      boolean rimmed = hollow || style.edge() != null;
      sign.append(
          marker(
              style.marker(),
              x + wide / 2,
              y,
              style.size() * 100 / 72 * markers,
              hollow ? Colors.PAPER : ink(face),
              rimmed ? ink(edge) : null,
              style.rim() * 100 / 72,
              style.alpha()));
    }
    return sign.toString();
  }

  private static String dots(Mark.Dots dots, double x, double y, double markers) {
    double size = dots.size().length == 0 ? 6 : Math.min(dots.size()[0], 14);
    boolean numbers = dots.values() != null;
    String fill =
        numbers
            ? dots.shades().hex((dots.shades().low() + dots.shades().high()) / 2)
            : dots.fill().length == 0 ? Colors.INK : dots.fill()[0];
    boolean hollow = fill.equals("none");
    return marker(
        dots.marker(),
        x,
        y,
        size * 100 / 72 * markers,
        hollow ? Colors.PAPER : ink(fill),
        dots.edge() == null ? null : ink(dots.edge()),
        dots.rim() * 100 / 72,
        dots.alpha());
  }

  private static String field(
      String fill,
      String edge,
      double width,
      double alpha,
      double x,
      double y,
      double wide,
      double tall) {
    boolean hollow = "none".equals(fill);
    String rim =
        edge == null || edge.equals("none")
            ? ""
            : format(" stroke=\"%s\" stroke-width=\"%.2f\"", ink(edge), Math.max(0.8, width));
    return format(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"%s%s/>",
        x, y - tall / 2, wide, tall, hollow ? "none" : ink(fill), rim, opacity(alpha));
  }

  /** matplotlib's dashes, which are as long as the line is wide. */
  private static String dashes(String line, double width) {
    return switch (line) {
      case "dashed" -> format(" stroke-dasharray=\"%.1f %.1f\"", 3.7 * width, 1.6 * width);
      case "dotted" -> format(" stroke-dasharray=\"%.1f %.1f\"", width, 1.65 * width);
      case "dotdash" ->
          format(
              " stroke-dasharray=\"%.1f %.1f %.1f %.1f\"",
              6.4 * width, 1.6 * width, width, 1.6 * width);
      default -> "";
    };
  }

  private static String opacity(double alpha) {
    return alpha == 1 ? "" : format(" opacity=\"%.2f\"", alpha);
  }

  /** A marker by the number of its form in the charting library. */
  private static String marker(
      int form,
      double x,
      double y,
      double size,
      String fill,
      String edge,
      double rim,
      double alpha) {
    double half = size / 2;
    boolean strokes = form == 3 || form == 4 || form == 8;
    String look =
        strokes
            ? format(
                " fill=\"none\" stroke=\"%s\" stroke-width=\"1.4\"", edge == null ? fill : edge)
            : edge == null
                ? " fill=\"" + fill + "\""
                : format(" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\"", fill, edge, rim);
    String paint = look + opacity(alpha);
    return switch (form) {
      case 0, 15, 22 ->
          format(
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"%s/>",
              x - half, y - half, size, size, paint);
      case 2, 17, 24 -> path(x, y, half, paint, 0, -1, 1, 1, -1, 1);
      case 6, 25 -> path(x, y, half, paint, 0, 1, 1, -1, -1, -1);
      case 5, 18, 23 -> path(x, y, half, paint, 0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0);
      case 3 -> strokes(x, y, half, paint, 1, 0, 0, 1);
      case 4 -> strokes(x, y, half, paint, 1, 1, 1, -1);
      case 8 -> strokes(x, y, half, paint, 1, 0, 0, 1, 0.7, 0.7, 0.7, -0.7);
      default -> format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.2f\"%s/>", x, y, half, paint);
    };
  }

  private static String path(double x, double y, double half, String paint, double... corners) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      all.append(
          format(
              "%s%.1f %.1f", i == 0 ? "M" : "L", x + half * corners[i], y + half * corners[i + 1]));
    }
    return "<path d=\"" + all + "Z\"" + paint + "/>";
  }

  private static String strokes(double x, double y, double half, String paint, double... ends) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < ends.length; i += 2) {
      double dx = half * ends[i];
      double dy = half * ends[i + 1];
      all.append(format("M%.1f %.1fL%.1f %.1f", x - dx, y - dy, x + dx, y + dy));
    }
    return "<path d=\"" + all + "\"" + paint + "/>";
  }
}
