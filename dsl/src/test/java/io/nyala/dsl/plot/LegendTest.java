package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legends stand where they hide nothing, with the sign of each mark before its name. */
class LegendTest extends PythonPlots {
  private static final Pattern FRAME =
      Pattern.compile(
          "<rect x=\"([-\\d.]+)\" y=\"([-\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\""
              + "[^>]*fill-opacity=\"[^>]*stroke-opacity=\"0.25\"");

  /** Where a frame is: "upper left" and the like; "beside" a chart there is no frame. */
  private static String corner(String svg) {
    Matcher frame = FRAME.matcher(svg);
    if (!frame.find()) {
      return "beside";
    }
    double x = Double.parseDouble(frame.group(1)) + Double.parseDouble(frame.group(3)) / 2;
    double y = Double.parseDouble(frame.group(2)) + Double.parseDouble(frame.group(4)) / 2;
    String up = y < 160 ? "upper" : y > 320 ? "lower" : "center";
    String across = x < 220 ? "left" : x > 420 ? "right" : "center";
    return up + " " + across;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plt.plot([1, 2, 3], label='a') | upper left",
        "plt.plot([3, 2, 1], label='a') | upper right",
        "plt.plot([1, 9, 9, 9], label='a'); plt.plot([9, 9, 9, 1]) | center left",
        "plt.bar([0, 1, 2, 3, 4], [9, 9, 0, 9, 9], width=1, label='a'); plt.ylim(0, 9) | lower center",
        "plt.scatter([0, 1, 0], [0, 0, 1], label='a') | upper right",
        "plt.bar([0, 1, 2, 3], [9, 9, 9, 1], label='a') | upper right",
        "plt.fill_between([0, 1, 2], [0, 0, 0], [1, 2, 3], label='a') | upper left",
        "plt.semilogy([1, 10, 1000], label='a') | upper left",
        "plt.plot([1, 2, 3], label='a'); plt.gca().invert_xaxis() | upper right",
        "plt.plot(np.sin(np.arange(2000)), label='a') | beside",
        "plt.bar([0, 1], [1, 1], width=1, label='a'); plt.ylim(0, 1) | beside",
        "a = plt.gca(); a.plot([1, 2, 3]); b = a.twinx(); b.plot([9, 0, 0], label='a') | center left"
      })
  void bestIsWhereThereIsRoom(String code, String corner) {
    assertEquals(corner, corner(parts(code + "; plt.legend()")));
  }

  @Test
  void inPanelsToo() {
    String svg =
        parts(
            "f, a = plt.subplots(1, 2, figsize=(12.8, 4.8)); a[0].plot([9, 2, 1], label='p');"
                + " a[0].legend(); a[1].plot([1, 2, 3], label='q'); a[1].legend()");
    Matcher frame = FRAME.matcher(svg);
    assertTrue(frame.find() && Double.parseDouble(frame.group(1)) > 400, "upper right");
    assertTrue(frame.find() && Double.parseDouble(frame.group(1)) < 200, "upper left");
  }

  @Test
  void everyNameHasTheSignOfItsMark() {
    String svg =
        parts(
            "plt.plot([1, 2], [1, 2], 'bo', label='dots'); plt.plot([1, 2], [2, 1], 'b', label='line');"
                + " plt.plot([1, 2], [1, 1], 'b--', label='dashes'); plt.bar([1], [1], label='bar');"
                + " plt.legend()");
    assertTrue(sign(svg, "dots").startsWith("<circle"), sign(svg, "dots"));
    assertTrue(sign(svg, "line").startsWith("<line"), sign(svg, "line"));
    assertFalse(sign(svg, "line").contains("<circle"), sign(svg, "line"));
    assertTrue(sign(svg, "dashes").contains("stroke-dasharray"), sign(svg, "dashes"));
    assertTrue(sign(svg, "bar").startsWith("<rect"), sign(svg, "bar"));
  }

  /** What stands before a name. */
  private static String sign(String svg, String name) {
    int at = svg.lastIndexOf(">" + name + "</text></g>");
    return svg.substring(svg.lastIndexOf("<g>", at) + 3, at);
  }

  @Test
  void frameShadowTitleAndColumns() {
    String plot = "plt.plot([1, 2], label='a'); plt.plot([2, 3], label='b'); ";
    assertFalse(FRAME.matcher(parts(plot + "plt.legend(frameon=False)")).find());
    assertTrue(svg(plot + "plt.legend(shadow=True)").contains("#808080"));
    assertTrue(svg(plot + "plt.legend(title='Lines', ncol=2)").contains(">Lines</text>"));
    assertTrue(
        parts(plot + "plt.legend(facecolor='yellow', edgecolor='red', framealpha=1)")
            .contains("fill-opacity=\"1.00\" stroke=\"#"));
    String large = parts(plot + "plt.legend(fontsize=18)");
    assertTrue(large.contains("font-size=\"25.0\""), large);
  }

  @Test
  void outsideTheChartMakesRoom() {
    String plot = "plt.plot([1, 2], label='a rather long name'); ";
    double inside = Panel.of(parts(plot + "plt.legend()")).width();
    String beside = parts(plot + "plt.legend(loc='upper left', bbox_to_anchor=(1.02, 1))");
    assertTrue(Panel.of(beside).width() < inside - 120);
    double above =
        Panel.of(parts(plot + "plt.legend(loc='lower center', bbox_to_anchor=(0.5, 1))")).top();
    assertTrue(above > 25, "top " + above);
  }

  @Test
  void oneForAllChartsOfAFigure() {
    String svg =
        svg(
            "f, a = plt.subplots(1, 2); l, = a[0].plot([1, 2], label='p'); a[1].plot([2], label='p');"
                + " a[1].plot([1, 3], label='q'); f.legend(loc='lower center', ncol=2)");
    assertEquals(2, svg.split(">p<", -1).length, "named once");
    assertTrue(svg.contains(">q<"));
    assertTrue(svg("plt.plot([1, 2]); plt.gcf().legend(['own'])").contains(">own<"));
  }

  @Test
  void anEmptyFormatIsAPlainLine() {
    String svg = parts("plt.plot([1, 2], ''); plt.plot([2, 1]); plt.legend(['a', 'b'])");
    assertTrue(sign(svg, "a").contains("#0072b2") && sign(svg, "b").contains("#d55e00"), svg);
    assertEquals(2, svg.split("<path[^>]*fill=\"none\"", -1).length - 1, svg);
  }
}
