package io.nyala.dsl.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;

/**
 * What is held against every piece of HTML: the W3C's checker, no address elsewhere, no script, and
 * drawings in its styles that are well formed.
 */
public final class Validity {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:src|href|data|action|url)\\s*[=(]\\s*[\"']?([^\"')>\\s]+)");

  private static final Pattern DRAWING =
      Pattern.compile("url\\(\"data:image/svg[^,]*,([^\"]*)\"\\)");

  private Validity() {}

  /** Fails unless a piece of HTML, in a page, is without errors, scripts and outside addresses. */
  public static void check(String html) {
    String page =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>x</title></head>"
            + "<body>\n"
            + html
            + "\n</body></html>";
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setForceHTML(true);
    validator.setNoStream(true);
    validator.setNoLangDetect(true);
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    try {
      byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
      String said = validator.validate(new ByteArrayInputStream(bytes));
      String errors =
          String.join("\n", said.lines().filter(line -> line.contains("error")).limit(10).toList());
      assertEquals("", errors, () -> html.substring(0, Math.min(3000, html.length())));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    refersToNothing(html);
    DRAWING
        .matcher(html)
        .results()
        .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
        .forEach(Notebook::parse);
  }

  private static void refersToNothing(String html) {
    Matcher found = ADDRESS.matcher(html.replaceAll("<pre.*?</pre>", ""));
    while (found.find()) {
      String address = found.group(1);
      // A drawing that is itself an address writes # as %23.
      boolean inside = address.matches("(?:#|%23|data:).*");
      assertEquals(true, inside, "refers to " + address);
    }
    assertFalse(html.contains("<script"), "holds a script");
    assertFalse(html.matches("(?s).*<[^>]* on\\w+=.*"), "holds a handler");
  }
}
