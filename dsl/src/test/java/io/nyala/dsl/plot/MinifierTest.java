package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.show.Still;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short drawings look as long ones do. */
class MinifierTest extends PythonPlots {
  private static final int FAR = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plt.plot([1, 3, 2], 'r--o', label='a'); plt.grid(True); plt.legend(); plt.title('t')",
        "plt.bar(['a', 'b'], [3, 5], color=['C1', 'C2'], edgecolor='k'); plt.xticks(rotation=45)",
        "plt.hist(np.sin(np.arange(300)), bins=30, alpha=0.5); plt.axvline(0.5, color='r')",
        "plt.scatter(np.arange(9), np.arange(9) ** 2, c=np.arange(9), alpha=0.4); plt.colorbar()",
        "X, Y = np.meshgrid(np.linspace(-3, 3, 20), np.linspace(-2, 2, 20));"
            + " plt.contourf(X, Y, X * Y, cmap='RdBu', alpha=0.8);"
            + " plt.clabel(plt.contour(X, Y, X * Y, colors='k'))",
        "f, a = plt.subplots(2, 2); [x.plot([1, 2]) for x in a.flat]; a[0, 0].twinx().plot([9, 0]);"
            + " f.suptitle('all')",
        "plt.pie([3, 1], explode=(0, 0.1), autopct='%d', shadow=True)",
        "plt.style.use('ggplot'); plt.violinplot([[1, 2, 3], [2, 4]], showmedians=True)",
        "plt.boxplot([[1, 2, 3, 10], [2, 3]], patch_artist=True); plt.yscale('log')",
        "plt.annotate('a', (1, 1), xytext=(2, 2), arrowprops=dict(arrowstyle='<->'),"
            + " bbox=dict(boxstyle='round', fc='w')); plt.text(0, 1, r'$x^2_1$', rotation=30)",
        "plt.imshow(np.arange(12).reshape(3, 4)); plt.fill_between([0, 1], [1, 2], alpha=0.3)",
        "plt.errorbar([1, 2], [2, 3], yerr=0.3, capsize=4); plt.grid(ls='--', color='r', alpha=0.5)"
      })
  void looksTheSame(String code) throws IOException {
    svg(code);
    Figure figure = (Figure) notebook.session.variables().get("figure");
    Svg svg = new Svg(figure);
    String plain = svg.plain();
    int start = plain.indexOf("/>", plain.indexOf("<rect")) + 2;
    String paper = figure.paper == null ? "#ffffff" : figure.paper;
    String loose = svg.parts().replace("currentColor", Still.INK).replace("#fefefe", paper);
    String whole = plain.substring(0, start) + loose + "</svg>";
    assertTrue(plain.length() < 0.8 * whole.length(), plain.length() + " of " + whole.length());
    BufferedImage shown = picture(plain, figure);
    BufferedImage wanted = picture(whole, figure);
    List<String> far = new ArrayList<>();
    for (int y = 1; y < wanted.getHeight() - 1; y++) {
      for (int x = 1; x < wanted.getWidth() - 1; x++) {
        if (!isAround(shown.getRGB(x, y), wanted, x, y)) {
          far.add(x + " " + y);
        }
      }
    }
    assertTrue(far.size() < 5, "pixels of another colour: " + far);
  }

  /** Whether a colour is at a pixel or one beside it; smooth edges may lie a little apart. */
  private static boolean isAround(int color, BufferedImage picture, int x, int y) {
    for (int i = 0; i < 9; i++) {
      if (distance(color, picture.getRGB(x + i % 3 - 1, y + i / 3 - 1)) <= FAR) {
        return true;
      }
    }
    return false;
  }

  private BufferedImage picture(String svg, Figure figure) throws IOException {
    Path file = folder.resolve("drawing.png");
    Export.Drawn drawn = new Export.Drawn(svg, svg, figure.pixelWidth(), figure.pixelHeight());
    Export.write(drawn, file.toString(), "png", 1);
    return ImageIO.read(file.toFile());
  }

  private static int distance(int a, int b) {
    int most = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
    }
    return most;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Groups that only move are taken apart, and what they said of paint is kept.
        "<g transform='translate(3 4)' fill='red'><circle cx='1' cy='1.5' r='2'/></g>"
            + " | <circle fill='red' cx='4' cy='5.5' r='2'/>",
        // Ticks of one colour are one path; the words between them do not matter.
        "<line stroke='#111111' y2='4'/><text fill='#111111'>0</text>"
            + "<line stroke='#111111' x1='9' x2='9' y2='4'/>"
            + " | <path stroke='#111111' fill='none' d='M0 0v4M9 0v4'/><text fill='#111111'>0</text>",
        // Lines that shine through would look otherwise where they cross.
        "<line stroke='#111111' opacity='0.5' y2='4'/><line stroke='#111111' opacity='0.5' x2='4'/>"
            + " | <g stroke='#111111' fill='none' stroke-opacity='.5'><path d='M0 0v4'/>"
            + "<path d='M0 0h4'/></g>",
        // What is turned stays in its own place.
        "<g transform='translate(3 4)'><text x='1' transform='rotate(90 1 0)'>a</text></g>"
            + " | <text transform='translate(3 4) rotate(90 1 0)' x='1'>a</text>",
        // A rectangle on one of its colour, but not on another's.
        "<rect fill='red' width='9' height='9'/><rect fill='red' x='2' width='7' height='4'/>"
            + "<rect fill='blue' x='2' width='7' height='4'/>"
            + " | <rect fill='red' height='9' width='9'/>"
            + "<rect fill='blue' height='4' width='7' x='2'/>",
        "<circle r='3' fill='red' fill-opacity='0'/><path d='M0 0L1 1' fill='none'/> | ``",
        "<path d='M1 1A2 2 0 0 1 5 5' transform='translate(1 0)'/>"
            + " | <path d='M1 1A2 2 0 0 1 5 5' transform='translate(1 0)'/>",
        "<rect fill='none' stroke='red' stroke-width='0' width='2' height='2'/> | ``",
        "<text font-size='10' y='1' dy='0.35em'>&lt;a&gt;</text>"
            + " | <text font-size='10' y='4.5'>&lt;a&gt;</text>"
      })
  void writesLess(String body, String expected) {
    assertEquals(expected.replace('\'', '"'), Minifier.of(body.replace('\'', '"')));
  }

  @Test
  void roomsOfOneSizeAreDefinedOnce() {
    String room =
        "<g clip-path='url(#%1$s)' transform='translate(%2$d 0)'><defs><clipPath id='%1$s'>"
            + "<rect width='9' height='9'/></clipPath></defs><circle r='%2$d'/></g>";
    String two = String.format(room + room.replace("%2$d", "7"), "a", 5).replace('\'', '"');
    String short_ = Minifier.of(two.replaceFirst("(.*)#a(.*)id=\"a\"", "$1#b$2id=\"b\""));
    assertEquals(2, short_.split("<clipPath", -1).length, short_);
    assertEquals(3, short_.split("url\\(#a\\)", -1).length, short_);
  }

  @ParameterizedTest
  @CsvSource({
    "M1.5 2 L3.54 2 L3.5 1 Z, M1.5 2h2v-1z",
    "M0 0 L1 1 2 3 L2.2 3.5, M0 0l1 1 1 2 .2.5",
    "M10 10 C10.5 10 11 10.5 11 11, M10 10c.5 0 1 .5 1 1",
    "M0.5 0.5 M1 1 H3 V4, M.5.5M1 1h2v3",
    "M1 1 L1 1, M1 1h0"
  })
  void pathsAreToldFromThePen(String d, String expected) {
    assertEquals(expected, PathData.of(d).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "M0 0 L1 1.04 L2 2 L3 3 L4 0, M0 0l3 3 1-3",
    "M0 0 L1 1.2 L2 2, M0 0l1 1.2 1 .8",
    "M0 0 L5 0 L2 0 L9 0, M0 0h9",
    "M0 0 L1 0 L2 0 Z M0 0 L1 0 L2 0, M0 0h2zM0 0h2",
    "M0 0 L2 0 L2 2 L0 2 L0 0 Z, M0 0h2v2h-2v-2z",
    "M0 0 C1 1 2 2 3 3 L4 4 L5 5, M0 0c1 1 2 2 3 3l1 1 1 1"
  })
  void pointsOnALineAreLeftOut(String d, String expected) {
    assertEquals(expected, PathData.of(d).simple().toString());
  }

  @Test
  void otherPathsAreLeftAlone() {
    assertNull(PathData.of("M0 0 A1 1 0 0 1 2 2"));
    assertNull(PathData.of("m0 0 l1 1"));
    assertNull(PathData.of("M0 0 L1"));
  }
}
