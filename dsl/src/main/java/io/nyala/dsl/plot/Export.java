package io.nyala.dsl.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import io.nyala.data.WholeFile;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.show.Repr;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Drawings as files: SVG as it is, PNG drawn from it without a window. */
public final class Export {

  /**
   * A drawing.
   *
   * @param svg as a file of its own
   * @param plain the same without style sheets
   * @param width in pixels
   * @param height in pixels
   */
  public record Drawn(String svg, String plain, int width, int height) {}

  private Export() {}

  static Object save(Figure figure, Given given) {
    Object margins = given.get("bbox_inches");
    if (margins != null && !"tight".equals(margins)) {
      throw given.wrong("bbox_inches", "'tight'");
    }
    Object paper = given.get("facecolor");
    boolean own = paper != null && !"auto".equals(paper);
    Svg svg = new Svg(figure);
    String plain = own ? svg.on(Colors.of(paper)) : svg.plain();
    String file = own ? plain : svg.file();
    boolean clear = given.flag("transparent");
    if (clear) {
      plain = svg.clear();
      file = plain;
    }
    Object dpi = given.has("dpi") ? given.get("dpi") : figure.parameters.get("savefig.dpi");
    double scale = "figure".equals(dpi) ? 1 : Values.number(dpi) / 100;
    Drawn drawn = new Drawn(file, plain, figure.pixelWidth(), figure.pixelHeight());
    write(drawn, given.string("fname"), given.string("format"), scale);
    return null;
  }

  /**
   * Writes a drawing.
   *
   * @param format null: what the name ends with
   * @param scale pixels of a PNG for each of the drawing
   * @throws PyError {@code ValueError} for a format other than SVG and PNG
   */
  public static void write(Drawn drawn, String name, String format, double scale) {
    int dot = name.lastIndexOf('.');
    boolean ends = dot > name.lastIndexOf('/');
    String chosen = format != null ? format : ends ? name.substring(dot + 1) : "png";
    Path file = Opener.path(ends ? name : name + "." + chosen);
    try {
      switch (chosen.toLowerCase(Locale.ROOT)) {
        case "svg" -> WholeFile.write(file, drawn.svg());
        case "png" -> WholeFile.write(file, whole -> png(drawn, scale, whole));
        default ->
            throw PyError.value(
                "Format " + Repr.quote(chosen) + " is not supported (supported formats: png, svg)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void png(Drawn drawn, double scale, Path file) throws IOException {
    byte[] text = drawn.plain().getBytes(StandardCharsets.UTF_8);
    SVGDocument document =
        new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault());
    int width = (int) Math.round(drawn.width() * scale);
    int height = (int) Math.round(drawn.height() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
    document.render((Component) null, graphics, new ViewBox(drawn.width(), drawn.height()));
    graphics.dispose();
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("This Java cannot write PNG files");
    }
  }
}
