package io.nyala.cli.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours the code of a cell by its tokens: comments, strings, numbers, keywords. */
final class Highlight {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<c>(?:#|//)[^\\n]*|(?s:/\\*.*?\\*/))"
              + "|(?<s>(?s:\"\"\".*?\"\"\"|'''.*?''')|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')"
              + "|(?<n>\\b\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?\\b)"
              + "|(?<k>\\b(?:import|from|as|def|class|for|in|if|else|while|return|new|try|catch|finally"
              + "|throw|assert|switch|case|break|continue|int|float|double|boolean|void|static|final"
              + "|True|False|None|true|false|null|this|instanceof)\\b)");

  private Highlight() {}

  /** Escaped HTML of the code with spans of class c, s, n and k. */
  static String toHtml(String code) {
    StringBuilder html = new StringBuilder();
    Matcher token = TOKEN.matcher(code);
    int start = 0;
    while (token.find()) {
      html.append(Ansi.escape(code.substring(start, token.start())));
      html.append("<span class=\"").append(kind(token)).append("\">");
      html.append(Ansi.escape(token.group())).append("</span>");
      start = token.end();
    }
    return html.append(Ansi.escape(code.substring(start))).toString();
  }

  private static String kind(Matcher token) {
    for (String kind : new String[] {"c", "s", "n"}) {
      if (token.group(kind) != null) {
        return kind;
      }
    }
    return "k";
  }
}
