package io.nyala.cli.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KaTeX, read from its jar, in a form that fits into a single page: fonts become data addresses.
 */
final class Katex {

  private static final Pattern FONT_SOURCES =
      Pattern.compile("src:url\\((fonts/[^)]+\\.woff2)\\) format\\(\"woff2\"\\)[^;}]*");

  private Katex() {}

  /** The program that turns LaTeX into HTML in the browser. */
  static String script() throws IOException {
    return text("katex.min.js");
  }

  /** The style sheet with its fonts inside. */
  static String style() throws IOException {
    Matcher source = FONT_SOURCES.matcher(text("katex.min.css"));
    StringBuilder css = new StringBuilder();
    while (source.find()) {
      String font = Base64.getEncoder().encodeToString(bytes(source.group(1)));
      String inlined = "src:url(data:font/woff2;base64," + font + ") format(\"woff2\")";
      source.appendReplacement(css, Matcher.quoteReplacement(inlined));
    }
    return source.appendTail(css).toString();
  }

  private static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    return resource("/META-INF/resources/webjars/katex/" + version() + "/dist/" + name);
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    properties.load(
        new ByteArrayInputStream(resource("/META-INF/maven/org.webjars.npm/katex/pom.properties")));
    return properties.getProperty("version");
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = Katex.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("KaTeX is not on the class path: " + path);
      }
      return in.readAllBytes();
    }
  }
}
