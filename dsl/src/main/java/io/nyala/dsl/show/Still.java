package io.nyala.dsl.show;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A drawing in a page, as an image of its own: dark ink on white paper. So it is seen wherever
 * images are, also where no drawing may stand among the words and style sheets are taken away, as
 * on GitHub, or in JupyterLab before a notebook is trusted. Where style sheets are heeded, the
 * paper gives way to the page's, and in dark themes the lightness is turned over while hues are
 * kept.
 */
public final class Still {
  /** The ink of a drawing: that which its {@code currentColor} is. */
  public static final String INK = "#1f2328";

  private static final String NAME = "nyala-drawing";

  /** Where a page says that it is dark: JupyterLab and nbconvert, VS Code, Colab, Sphinx. */
  private static final List<String> DARK =
      List.of(
          "[data-jp-theme-light=false]",
          "body.vscode-dark",
          "body.vscode-high-contrast:not(.vscode-high-contrast-light)",
          "html[theme=dark]",
          "[data-theme=dark]");

  /** What has to stand once in an output that holds drawings. */
  public static final String SHEET =
      sheet(
          "."
              + NAME
              + "{mix-blend-mode:multiply}"
              + inDark("." + NAME, "filter:invert(1) hue-rotate(180deg);mix-blend-mode:screen")
              + "@media print{."
              + NAME
              + "{filter:none!important;mix-blend-mode:normal!important}}");

  private Still() {}

  /**
   * A drawing as a file of its own.
   *
   * @param size of the words, in pixels
   * @param words what it shows, for those who hear it
   * @param body the elements; ink is {@code currentColor}
   */
  public static String file(int width, int height, int size, String words, String body) {
    return String.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " role=\"img\" aria-label=\"%s\" color=\"%s\" fill=\"currentColor\" font-size=\"%d\""
            + " font-family=\"system-ui, 'DejaVu Sans', sans-serif\"><rect width=\"100%%\""
            + " height=\"100%%\" fill=\"#ffffff\"/>%s</svg>",
        width, height, width, height, Html.escape(words), INK, size, body);
  }

  /** An image of a drawing. {@link #SHEET} has to stand in the same output. */
  public static String image(int width, int height, String words, String file) {
    return image(NAME, width, height, words, file);
  }

  /** A drawing, {@link #file}, as an image. */
  public static String image(int width, int height, int size, String words, String body) {
    return image(width, height, words, file(width, height, size, words, body));
  }

  /**
   * An output with one image that has a form of its own for dark themes, because it holds pictures
   * whose colours are not to be turned over.
   */
  public static String ofTwo(int width, int height, String words, String light, String dark) {
    String name = NAME + "-" + Integer.toHexString(dark.hashCode());
    // Said once: the rules for dark themes stand in more places than one.
    String instead = "." + name + "{--nyala-dark:url(\"" + inStyle(dark) + "\")}";
    return "<div>"
        + sheet(instead + inDark("." + name, "content:var(--nyala-dark)"))
        + image(name, width, height, words, light)
        + "</div>";
  }

  /** An output with one image that brings its own paper, and looks the same everywhere. */
  public static String ofOne(int width, int height, String words, String file) {
    return "<div>" + image("nyala-figure", width, height, words, file) + "</div>";
  }

  private static String image(String name, int width, int height, String words, String file) {
    return String.format(
        "<img class=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\" src=\"%s\""
            + " style=\"max-width:100%%;height:auto\"/>",
        name, Html.escape(words), width, height, address(file));
  }

  /** The same in a style sheet, where markup needs fewer characters than in an attribute. */
  private static String inStyle(String file) {
    String text = file.replace("%", "%25").replace("'", "%22").replace('"', '\'');
    for (String sign : List.of("#", "<", ">", "&", "\\", "\n")) {
      text = text.replace(sign, String.format("%%%02X", (int) sign.charAt(0)));
    }
    return "data:image/svg+xml;charset=utf-8," + text;
  }

  private static String address(String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** Rules for dark themes; Nyala's own pages follow the reader's system. */
  private static String inDark(String name, String rules) {
    List<String> all = DARK.stream().map(place -> place + " " + name).toList();
    String block = "{" + rules + "}";
    String own = ".nyala-page " + name + block;
    return String.join(",", all) + block + "@media (prefers-color-scheme:dark){" + own + "}";
  }

  /** HTML has no place for styles in the midst of a page; a drawing has. */
  public static String sheet(String rules) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" aria-hidden=\"true\""
        + " style=\"position:absolute\"><style>"
        + rules
        + "</style></svg>";
  }
}
