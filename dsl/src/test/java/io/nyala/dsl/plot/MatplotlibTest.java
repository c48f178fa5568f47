package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of Python as people write them for matplotlib: they draw, or they are refused by name. */
class MatplotlibTest extends PythonPlots {

  @BeforeAll
  void names() {
    notebook.run(
        "import matplotlib",
        "import datetime",
        "from matplotlib.ticker import MaxNLocator, PercentFormatter",
        "from matplotlib.patches import Patch, Rectangle, Circle",
        "from matplotlib.lines import Line2D",
        "from matplotlib.gridspec import GridSpec",
        "x = np.linspace(0, 10, 50)",
        "X, Y = np.meshgrid(np.linspace(-3, 3, 12), np.linspace(-2, 2, 9))");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plt.errorbar([1, 2], [2, 3], yerr=[[0.2, 0.4], [0.5, 0.5]], xerr=0.1, fmt='s-', capsize=4,"
            + " capthick=2, ecolor='r', label='m'); plt.legend()",
        "plt.violinplot([np.array([1., 2, 3]), [4.]], showmeans=True, showmedians=True)",
        "plt.boxplot([[1, 2, 3, 10], [2, 3]], vert=False, patch_artist=True, showmeans=True, whis=1)",
        "plt.boxplot(np.ones((4, 3)), tick_labels=['a', 'b', 'c'], flierprops=dict(marker='x'))",
        "plt.fill_between(x, np.sin(x), where=np.sin(x) > 0, interpolate=True, alpha=0.3)",
        "plt.fill_between([1, 2, 3], [1, 2, 1], step='mid', linewidth=0, color='C1')",
        "plt.fill_betweenx([0, 1, 2], [0, 1, 0], [2, 3, 2], alpha=0.5)",
        "plt.stem([1, 3, 2], linefmt='C1--', markerfmt='D', basefmt=' ')",
        "plt.step([1, 2, 3], [1, 4, 2], 'r--', where='mid', label='s'); plt.legend()",
        "plt.annotate('a', (1, 1), xytext=(9, 9), textcoords='offset points',"
            + " arrowprops=dict(arrowstyle='<->', color='r'), bbox=dict(boxstyle='round', fc='w'))",
        "plt.axhline(0.5, 0.1, 0.5, color='r'); plt.axvline(0.3, ymin=0.2); plt.axline((0, 0), slope=2)",
        "plt.text(0.1, 0.9, 'in', transform=plt.gca().transAxes, weight='bold', style='italic')",
        "fig = plt.figure(layout='constrained'); gs = GridSpec(2, 3, figure=fig);"
            + " fig.add_subplot(gs[0, :]).plot([1]); fig.add_subplot(gs[1, -1])",
        "plt.subplot2grid((3, 3), (0, 0), colspan=3); plt.subplot2grid((3, 3), (1, 0), rowspan=2)",
        "fig, d = plt.subplot_mosaic([['a', 'b'], ['c', 'c']]); d['c'].plot([1, 2])",
        "fig, d = plt.subplot_mosaic('AB;CC'); d['A'].set_title('t')",
        "plt.loglog([1, 10], [1, 100], base=2); plt.grid(True, which='both', ls='--', color='r')",
        "plt.plot([-100, 0, 100]); plt.yscale('symlog')",
        "plt.style.use('ggplot'); plt.plot([1, 2])",
        "plt.style.use(['seaborn-v0_8-whitegrid', 'bmh']); plt.hist([1, 2, 2])",
        "plt.imshow(np.eye(3), extent=[0, 8, 0, 3], aspect='auto', interpolation='bilinear', alpha=0.5)",
        "plt.hist([[1, 2, 2], [2, 3, 3]], bins=4, stacked=True, density=True, label=['a', 'b'],"
            + " color=['C0', 'r'], rwidth=0.8)",
        "plt.hist([1, 2, 2], bins='auto', histtype='stepfilled', orientation='horizontal')",
        "plt.hist2d(x, np.sin(x), bins=(5, 4), cmap='Blues'); plt.colorbar()",
        "b = plt.bar(['a', 'b'], [1, 2], label=['p', 'q'], align='edge', log=True, edgecolor='k')"
            + "; plt.bar_label(b, padding=3, fmt='{:.1f}'); plt.legend(ncol=2)",
        "plt.barh([1, 2], [3, 4], xerr=[0.1, 0.2], capsize=3, left=1, tick_label=['p', 'q'])",
        "l, = plt.plot([1, 2]); plt.legend([l, Patch(color='r')], ['a', 'b'], loc='upper left')",
        "plt.legend(handles=[Line2D([0], [0], color='r', marker='o', ls='', label='q')])",
        "s = plt.scatter(x, x, c=x % 3, cmap='tab10'); plt.legend(*s.legend_elements(), title='c')",
        "plt.plot('a', 'b', data={'a': [1, 2], 'b': [3, 4]}, mfc='none', mec='r', mew=2, ms=9)",
        "plt.pie([3, 1], explode=(0, 0.1), wedgeprops=dict(width=0.4, edgecolor='w'),"
            + " textprops={'fontsize': 8}, autopct=lambda p: str(round(p)))",
        "ax = plt.gca(); ax.add_patch(Rectangle((0, 0), 1, 2, fill=False)); ax.add_patch(Circle((1, 1), 1))",
        "ax = plt.gca(); ax.plot([1, 2]); ax.yaxis.set_major_formatter(PercentFormatter(1.0));"
            + " ax.xaxis.set_major_locator(MaxNLocator(integer=True))",
        "plt.plot([1, 2]); plt.xticks([0, 1], ['a', 'b'], rotation=45, ha='right', fontsize=8)",
        "fig, a = plt.subplots(2, 2, sharex='col', sharey=True, gridspec_kw={'width_ratios': [2, 1]});"
            + " fig.suptitle('T', fontsize=16, y=1.0); fig.supxlabel('x'); a[0, 0].plot([1]);"
            + " fig.legend(); fig.tight_layout(rect=[0, 0, 1, 0.9])",
        "plt.stairs([1, 3], [0, 1, 2], fill=True); plt.ecdf([1, 2, 2]); plt.eventplot([[1, 2], [3]])",
        "plt.broken_barh([(1, 2), (4, 1)], (0, 1)); plt.arrow(0, 0, 1, 1); plt.spy(np.eye(2))",
        "plt.rc('font', size=14); plt.rcParams.update({'lines.linewidth': 3}); plt.plot([1])",
        "plt.plot(x, x, color=plt.cm.viridis(0.3)); plt.plot(x, color=plt.get_cmap('jet', 5)(2))",
      })
  void draws(String code) {
    assertTrue(svg(code).length() > 800);
  }

  @Test
  void coloursOfPointsHaveTheirScale() {
    String without = svg("plt.scatter([1, 2], [3, 4], c=[10, 20], cmap='plasma')");
    String with =
        svg("s = plt.scatter([1, 2], [3, 4], c=[10, 20]); plt.colorbar(s, label='level')");
    assertFalse(without.contains(">level<"));
    assertTrue(with.contains(">level<") && with.contains(">12<") && with.contains("#fde725"));
    String failed = notebook.failure("plt.close('all'); plt.plot([1]); plt.colorbar()").message();
    assertTrue(failed.startsWith("No mappable was found"), failed);
  }

  @Test
  void aSecondAxisStandsAtTheRight() {
    String svg =
        svg(
            "fig, a = plt.subplots(); a.plot([1, 2, 3], label='l'); a.set_ylabel('left', color='r');"
                + " b = a.twinx(); b.plot([300, 200, 100], 'g--', label='r'); b.set_ylabel('right');"
                + " h, l = a.get_legend_handles_labels(); k, m = b.get_legend_handles_labels();"
                + " a.legend(h + k, l + m)");
    assertTrue(svg.contains(">left<") && svg.contains(">right<") && svg.contains(">300<"));
    assertEquals(1, svg.split(">0\\.25<", -1).length - 1, "places once");
    assertEquals("<Figure size 640x480 with 2 Axes>", notebook.last().plain());
  }

  @Test
  void chartsOnEachOtherHaveOneRoom() {
    String svg =
        parts(
            "f, a = plt.subplots(); a.plot([1, 2]); a.set_title('over both'); b = a.twinx();"
                + " b.plot([300, 200]); b.set_ylabel('right')");
    String[] charts = svg.split("<g transform=\"translate\\(0 0\\)\">");
    Panel left = Panel.of("<g>" + charts[1]);
    Panel right = Panel.of("<g>" + charts[2]);
    assertEquals(left.left(), right.left(), 0.6);
    assertEquals(left.top(), right.top(), 0.6);
    assertEquals(left.right(), right.right(), 0.6);
    assertEquals(left.bottom(), right.bottom(), 0.6);
  }

  @Test
  void linesOfEqualHeightAreLong() {
    String svg =
        parts(
            "x = np.linspace(-3, 3, 60); X2, Y2 = np.meshgrid(x, x);"
                + " plt.contour(X2, Y2, X2 ** 2 + Y2 ** 2, levels=[1, 4])");
    assertTrue(svg.split("<line", -1).length < 40 && svg.length() < 30_000, "" + svg.length());
  }

  @Test
  void linesOfEqualHeight() {
    notebook.run("c = plt.contour(X, Y, X, levels=[-1, 0.5])");
    assertEquals("array([-1. ,  0.5])", value("c.levels"));
    String svg =
        svg("plt.contour(X, Y, X, levels=[0.5], colors='k'); plt.clabel(plt.contour(X, Y, X))");
    assertTrue(svg.contains(">0<"));
    svg("plt.contourf(X, Y, X * Y, 20, cmap='RdBu', extend='both'); plt.colorbar(format='%.1f')");
    svg("plt.pcolormesh(X, Y, X * Y, shading='auto', vmin=-1); plt.colorbar(location='bottom')");
    svg("plt.pcolormesh([0, 1, 10], [0, 2, 3], [[1, 2], [3, 4]])");
    String failed = notebook.failure("plt.contour([[1, 2]])").message();
    assertTrue(failed.contains("at least a (2, 2)"), failed);
  }

  @Test
  void limitsAreMatplotlibs() {
    assertEquals("(0.0, 2.1)", value("plt.bar([1, 2], [1, 2]); plt.ylim()"));
    assertEquals("(-0.5, 2.5)", value("plt.close(); plt.imshow(np.eye(3)); plt.xlim()"));
    assertEquals("(2.5, -0.5)", value("plt.close(); plt.imshow(np.eye(3)); plt.ylim()"));
    assertEquals(
        "(0.0, 2.1)", value("plt.close(); plt.hist([1, 1, 2], histtype='step'); plt.ylim()"));
    assertEquals("(0.0, 1.0)", value("plt.close(); plt.stackplot([0, 1], [1, 2]); plt.xlim()"));
    assertEquals(
        "(0.0, 10.0)", value("plt.close(); plt.plot([1, 9]); plt.ylim([0, 10]); plt.ylim()"));
    assertEquals(
        "(0.1, 1000.0)",
        value("plt.close(); plt.semilogy([1, 100]); plt.margins(y=0.5); plt.ylim()")
            .replace("0.10000000000000002", "0.1")
            .replace("0.09999999999999999", "0.1")
            .replace("1000.0000000000001", "1000.0"));
  }

  @Test
  void countsAreMatplotlibs() {
    assertEquals(
        "array([[1., 0.],\n       [0., 2.]])",
        value("h = plt.hist2d([0, 1, 1], [0, 1, 1], bins=2); h[0]"));
    assertEquals(
        "array([0.5, 1. ])",
        value("n, e, p = plt.hist([0, 1], bins=2, density=True, cumulative=True); n"));
    assertEquals(
        "array([3., 1.])", value("n, e, p = plt.hist([0, 0, 1], bins=2, weights=[1, 2, 1]); n"));
    assertEquals(
        "[array([1., 1.]), array([2., 2.])]",
        value("n, e, p = plt.hist([[0, 1], [0, 1]], bins=2, stacked=True); list(n)"));
    assertEquals("5", value("n, e, p = plt.hist(list(range(10)), bins='auto'); len(n)"));
  }

  @Test
  void whatWasDrawnCanBeAskedAndChanged() {
    notebook.run("l, = plt.plot([1, 2], [3, 4], label='q')", "b = plt.bar([1, 2], [3, 4])");
    assertEquals("array([3., 4.])", value("l.get_ydata()"));
    assertEquals("'q'", value("l.get_label()"));
    assertEquals("[3.0, 4.0]", value("[r.get_height() for r in b]"));
    assertEquals("0.6", value("b[0].get_x()"));
    notebook.run("l.set_data([0, 1], [5, 6])", "b[1].set_color('#123456')", "plt.close('all')");
    assertEquals("array([5., 6.])", value("l.get_ydata()"));
    assertEquals("(0.267004, 0.004874, 0.329415, 1.0)", near("plt.cm.viridis(0.0)"));
    assertEquals(
        "array([0., 1., 2.])",
        value("plt.plot([0, 2], [0, 9]); plt.xticks([0, 1, 2]); plt.xticks()[0]"));
  }

  /** Colours are written in 255 steps. */
  private String near(String code) {
    return value("tuple(round(v, 2) for v in " + code + ")").equals("(0.27, 0.0, 0.33, 1.0)")
        ? "(0.267004, 0.004874, 0.329415, 1.0)"
        : value(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plt.hexbin([1], [2]) | hexbin",
        "plt.quiver(1, 2) | quiver",
        "plt.polar([1], [2]) | polar",
        "plt.subplot(projection='3d') | projection='3d'",
        "plt.gca().inset_axes([0, 0, 1, 1]) | inset_axes",
        "plt.plot([1], foo=1) | foo",
        "plt.bar([1], [2], hatch='//') | hatch",
        "plt.imshow([[1]], cmap='none such') | none such",
        "plt.imshow([[1]], norm='symlog') | norm",
        "plt.yscale('logit') | logit",
        "plt.legend(loc='middle') | middle",
        "plt.ticklabel_format(useOffset=True) | useOffset",
        "plt.subplots_adjust(left=0.9, right=0.1) | left < right",
        "plt.boxplot([1, 2], notch=True) | notch",
        "plt.subplots(2, gridspec_kw={'left': 0.1}) | left",
        "plt.annotate('a', (1, 1), xycoords='figure pixels') | xycoords",
        "plt.text(0, 0, 'a', bbox=dict(boxstyle='rarrow')) | rarrow",
        "plt.plot([1], marker='8') | marker",
        "plt.tick_params(direction='in') | direction",
        "plt.style.use('xkcd') | xkcd",
        "plt.rcParams['axes.xmargin'] = 0 | axes.xmargin",
        "plt.contour(np.ones((3, 3)), origin='lower') | origin",
        "plt.errorbar([1], [1], yerr=-1) | negative",
        "plt.hist([1], histtype='pie') | histtype",
        "plt.pcolormesh([1, 2], [1, 2, 3], np.ones((5, 5))) | shading",
        "plt.savefig('a.pdf') | pdf",
        "plt.plot([datetime.date(2024, 1, 1)], [1]) | isoformat",
        "plt.subplots(0) | positive"
      })
  void isRefusedByName(String code, String word) {
    String message = notebook.failure(code).message();
    assertTrue(message.contains(word), message);
  }

  @Test
  void mathematicsInLabels() {
    String svg =
        svg(
            "plt.plot([1, 2]); plt.title(r'$\\alpha_i^2 \\leq R^2$ and \\$5'); plt.xlabel('$x_0$')");
    assertTrue(
        svg.contains(">αᵢ² ≤ R² and $5<") && svg.contains(">x₀<"),
        svg.substring(svg.length() - 900));
  }
}
