package io.nyala.dsl.plot;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Opener;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Figures as files: SVG as it is, PNG drawn from it without a window. */
final class Export {

  private Export() {}

  static Object save(Figure figure, Given given) {
    String name = given.string("fname");
    Object margins = given.get("bbox_inches");
    if (margins != null && !"tight".equals(margins)) {
      throw given.wrong("bbox_inches", "'tight'");
    }
    String format = given.has("format") ? given.string("format") : ending(name);
    Path file = Opener.path(name.contains(".") ? name : name + "." + format);
    Svg svg = new Svg(figure);
    try {
      switch (format.toLowerCase(Locale.ROOT)) {
        case "svg" -> Files.writeString(file, svg.file());
        case "png" -> png(figure, svg, given.number("dpi") / 100, file);
        default ->
            throw PyError.value(
                "Format " + Repr.quote(format) + " is not supported (supported formats: png, svg)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || dot < name.lastIndexOf('/') ? "png" : name.substring(dot + 1);
  }

  private static void png(Figure figure, Svg svg, double scale, Path file) throws IOException {
    byte[] text = svg.plain().getBytes(StandardCharsets.UTF_8);
    SVGDocument document =
        new SVGLoader().load(new ByteArrayInputStream(text), null, LoaderContext.createDefault());
    int width = (int) Math.round(figure.pixelWidth() * scale);
    int height = (int) Math.round(figure.pixelHeight() * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
    document.render(
        (Component) null, graphics, new ViewBox(figure.pixelWidth(), figure.pixelHeight()));
    graphics.dispose();
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("This Java cannot write PNG files");
    }
  }
}
