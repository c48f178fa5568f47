package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Margins, marks of axes and what is written there, as matplotlib has them. */
class LayoutTest extends PythonPlots {
  private Panel panel(String code) {
    return Panel.of(parts(code));
  }

  @Test
  void marginsHaveEffect() {
    Panel plain = panel("plt.plot([1, 2])");
    Panel right = panel("plt.plot([1, 2]); plt.subplots_adjust(right=0.7)");
    assertEquals(plain.left(), right.left(), 1);
    assertTrue(right.right() < plain.right() - 150, "" + right);
    assertTrue(panel("plt.plot([1, 2]); plt.subplots_adjust(top=0.7)").top() > plain.top() + 80);
    assertTrue(panel("plt.plot([1, 2]); plt.subplots_adjust(left=0.4)").left() > 190);
    assertTrue(
        panel("plt.plot([1, 2]); plt.subplots_adjust(bottom=0.4)").bottom() < plain.bottom() - 120);
    assertTrue(panel("plt.plot([1, 2]); plt.tight_layout(pad=4)").top() > plain.top() + 30);
    assertTrue(panel("plt.plot([1, 2]); plt.tight_layout(rect=[0, 0, 1, .5])").top() > 230);
    Panel near = panel("f, a = plt.subplots(2, 2)");
    assertTrue(panel("f, a = plt.subplots(2, 2); f.tight_layout(w_pad=6)").width() < near.width());
    assertTrue(
        panel("f, a = plt.subplots(2, 2); f.tight_layout(h_pad=6)").height() < near.height());
  }

  @Test
  void numbersAreWrittenAsMatplotlibWritesThem() {
    assertEquals(
        "['0', '5000', '10000', '15000', '20000']",
        value(
            "plt.plot([0, 2e4]); plt.ylim(0, 20000);"
                + " [t.get_text() for t in plt.gca().get_yticklabels()][::2]"));
    String large = svg("plt.plot([1e6, 2.5e6, 4e6])");
    assertTrue(large.contains(">1e6<") && large.contains(">2.5<"), large);
    assertTrue(svg("plt.plot([1e-7, 3e-7])").contains(">1e\u22127<"));
    assertTrue(svg("plt.plot([-2, 2])").contains(">\u22121.5<"));
    String plain = svg("plt.plot([1e6, 4e6]); plt.ticklabel_format(style='plain')");
    assertTrue(plain.contains(">2500000<") && !plain.contains("1e6"), plain);
    String asked = svg("plt.plot([100, 400]); plt.ticklabel_format(axis='y', scilimits=(0, 0))");
    assertTrue(asked.contains(">1e2<") && asked.contains(">2.5<"), asked);
    assertTrue(svg("plt.loglog([1, 1e8], [1, 1e8])").contains(">10\u2078<"));
    assertTrue(svg("plt.plot([1, 1000]); plt.ylim(0, 1000); plt.yscale('log')").contains(">100<"));
    String few = svg("plt.semilogy([0.03, 0.4])");
    assertTrue(few.contains(">0.05<") && few.contains(">0.1<") && few.contains(">0.2<"), few);
    assertTrue(svg("plt.semilogy([1.1, 1.3])").contains(">1.2<"));
    String both = svg("plt.plot([-1e6, 1e6]); plt.yscale('symlog')");
    assertTrue(both.contains(">10\u2076<") && both.contains(">\u221210\u2076<"), both);
    assertTrue(svg("plt.loglog([1, 100], [1, 100])").contains(">100<"));
  }

  @Test
  void numbersBelowSmallChartsHaveTheirRoom() {
    String svg =
        svg("f, a = plt.subplots(1, 6, figsize=(8, 2)); a[0].plot([0.0012, 0.0018], [1, 2])");
    assertTrue(svg.split(">0\\.001", -1).length - 1 <= 2, svg);
    assertFalse(svg.contains("rotate(-30"), "numbers stand upright");
  }

  @Test
  void smallMarksBetweenPowers() {
    int without = parts("plt.semilogy([1, 1000])").split("<line", -1).length;
    int with = parts("plt.semilogy([1, 1000]); plt.grid(which='both')").split("<line", -1).length;
    assertTrue(without > 24, "marks " + without);
    assertTrue(with >= without + 24, "lines " + with);
  }

  @Test
  void wordsAtMarksCanBeSet() {
    String turned =
        svg(
            "f, a = plt.subplots(); a.bar(['one', 'two'], [1, 2]);"
                + " plt.setp(a.get_xticklabels(), rotation=45, ha='right', rotation_mode='anchor')");
    assertTrue(turned.contains("rotate(-45"), turned);
    assertTrue(
        svg("plt.bar(['a'], [1]); t = plt.gca().get_xticklabels(); t[0].set_color('red')")
            .contains("fill=\"#d62728\""));
    assertTrue(notebook.failure("plt.setp([1], color='r')").message().contains("setp"));
  }

  @Test
  void labelsStandOutside() {
    String svg =
        svg(
            "f, a = plt.subplots(2, 2); [x.set(xlabel='across', ylabel='up') for x in a.flat];"
                + " [x.label_outer() for x in a.flat]");
    assertEquals(2, svg.split(">across<", -1).length - 1);
    assertEquals(2, svg.split(">up<", -1).length - 1);
  }

  @Test
  void chartsAreMadeWithTheirLooks() {
    assertEquals(
        "<Figure size 550x350 with 3 Axes>",
        value("f, d = plt.subplot_mosaic('AB;AC', figsize=(5.5, 3.5), layout='constrained'); f"));
    Panel square = panel("a = plt.axes(aspect='equal', xlim=(0, 5), ylim=(0, 5), title='t')");
    assertEquals(square.width(), square.height(), 1);
    assertTrue(svg("plt.pie([1, 2], shadow=True, explode=(0, 0.1))").contains("#808080"));
  }
}
