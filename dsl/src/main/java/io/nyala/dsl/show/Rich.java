package io.nyala.dsl.show;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.names.builtins.Opener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** {@code HTML}, {@code Markdown}, {@code Latex}, {@code SVG}, {@code Image}: text as a picture. */
public final class Rich {
  private static final Map<String, String> IMAGES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp");

  private Rich() {}

  /** Markup that is shown as such; what comes from elsewhere belongs in {@link Html#escape}. */
  public static MimeBundle html(String markup) {
    return of("HTML", "text/html", markup);
  }

  /** Markdown. */
  public static MimeBundle markdown(String text) {
    return of("Markdown", "text/markdown", text);
  }

  /** A formula, with its dollar signs. */
  public static MimeBundle latex(String formula) {
    return of("Latex", "text/latex", formula);
  }

  /** A drawing. */
  public static MimeBundle svg(String markup) {
    return of("SVG", "image/svg+xml", markup);
  }

  private static MimeBundle of(String type, String mimeType, String content) {
    return MimeBundle.text("<IPython.core.display." + type + " object>").with(mimeType, content);
  }

  /**
   * A picture from a file or from bytes of a PNG.
   *
   * @throws PyError {@code FileNotFoundError} or {@code ValueError} if there is no such picture
   */
  public static MimeBundle image(Object source) {
    if (source instanceof byte[] bytes) {
      return image("image/png", bytes);
    }
    if (source instanceof BufferedImage picture) {
      return picture(picture);
    }
    if (source instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance)) {
      byte[] bytes = new byte[list.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = ((Integer) list.get(i)).byteValue();
      }
      return image("image/png", bytes);
    }
    if (!(source instanceof CharSequence)) {
      throw PyError.type(
          "Image() takes a file's name or the bytes of a PNG; received " + Types.nameOf(source));
    }
    String name = source.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    try {
      if (ending.equals("svg")) {
        return svg(Files.readString(Opener.path(name)));
      }
      if (!IMAGES.containsKey(ending)) {
        throw PyError.value(
            "Cannot embed the '" + ending + "' image format; there are png, jpeg, gif, webp, svg");
      }
      return image(IMAGES.get(ending), Files.readAllBytes(Opener.path(name)));
    } catch (IOException e) {
      throw new PyError("FileNotFoundError", "No such image file: '" + name + "'", e);
    }
  }

  /** A picture of another size, or with words for those who hear it. */
  public static MimeBundle sized(MimeBundle image, Object width, Object height, Object words) {
    if (width == null && height == null && words == null) {
      return image;
    }
    String type =
        image.data().keySet().stream().filter(t -> t.startsWith("image/")).findFirst().get();
    if (type.equals("image/svg+xml")) {
      throw PyError.value(
          "Image() takes width, height and alt for pictures of pixels, not for SVG");
    }
    String html =
        "<img src=\"data:"
            + type
            + ";base64,"
            + image.data().get(type)
            + "\" alt=\""
            + Html.escape(words == null ? "picture" : words.toString())
            + "\""
            + length("width", width)
            + length("height", height)
            + ">";
    return image.with("text/html", html);
  }

  private static String length(String name, Object pixels) {
    if (pixels == null) {
      return "";
    }
    if (!(pixels instanceof Number number) || number.intValue() < 1) {
      throw PyError.value("Image() takes a number of pixels for " + name);
    }
    return " " + name + "=\"" + number.intValue() + "\"";
  }

  /** Java's own pictures. */
  static MimeBundle picture(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String size = picture.getWidth() + "x" + picture.getHeight();
    return image("image/png", bytes.toByteArray()).with("text/plain", "<Image size=" + size + ">");
  }

  private static MimeBundle image(String type, byte[] bytes) {
    return of("Image", type, Base64.getEncoder().encodeToString(bytes));
  }
}
