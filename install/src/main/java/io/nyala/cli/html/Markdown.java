package io.nyala.cli.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as notebooks use it: CommonMark, tables, and LaTeX between dollar signs. */
final class Markdown {

  /** Code comes first: a dollar sign in code is no formula. */
  private static final Pattern CODE_OR_MATH =
      Pattern.compile(
          "(?<code>(?ms:^[ ]{0,3}(?<fence>```+|~~~+).*?(?:^[ ]{0,3}\\k<fence>[`~]*[ ]*$|\\z))"
              + "|(?s:(?<!`)(?<ticks>`+)(?!`).+?(?<!`)\\k<ticks>(?!`)))"
              + "|\\\\\\$"
              + "|(?s:\\$\\$(?<display>.+?)\\$\\$)"
              + "|(?s:\\\\\\\\\\[(?<bracket>.+?)\\\\\\\\\\])"
              + "|(?<environment>(?s:\\\\begin\\{(?<name>[a-z]+\\*?)\\}.+?\\\\end\\{\\k<name>\\}))"
              + "|\\$(?!\\s)(?<inline>(?:[^$\\\\]|\\\\.)+?)(?<!\\s)\\$(?!\\d)"
              + "|(?s:\\\\\\\\\\((?<paren>.+?)\\\\\\\\\\))");

  /** Private-use characters, which no Markdown rule touches, stand for a formula by its number. */
  private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

  private final Parser parser;
  private final HtmlRenderer renderer;
  private boolean sawMath;

  Markdown() {
    List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
    parser = Parser.builder().extensions(extensions).build();
    renderer = HtmlRenderer.builder().extensions(extensions).sanitizeUrls(true).build();
  }

  /** True once a formula was met. */
  boolean sawMath() {
    return sawMath;
  }

  /**
   * The Markdown as HTML, each formula in an element of class {@code math} that holds its LaTeX.
   */
  String toHtml(String markdown) {
    List<String> formulas = new ArrayList<>();
    String text = takeFormulas(markdown.replaceAll("[\uE000\uE001]", ""), formulas);
    String html = renderer.render(parser.parse(text));
    return PLACE
        .matcher(html)
        .replaceAll(m -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(m.group(1)))));
  }

  private String takeFormulas(String markdown, List<String> formulas) {
    Matcher m = CODE_OR_MATH.matcher(markdown);
    StringBuilder text = new StringBuilder();
    while (m.find()) {
      String display = first(m.group("display"), m.group("bracket"), m.group("environment"));
      String inline = first(m.group("inline"), m.group("paren"));
      String replacement = m.group();
      if (display != null || inline != null) {
        sawMath = true;
        replacement = "\uE000" + formulas.size() + "\uE001";
        formulas.add(display != null ? element("math display", display) : element("math", inline));
      }
      m.appendReplacement(text, Matcher.quoteReplacement(replacement));
    }
    return m.appendTail(text).toString();
  }

  private static String element(String classes, String latex) {
    return "<span class=\"" + classes + "\">" + Ansi.escape(latex.strip()) + "</span>";
  }

  private static String first(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }
}
