package io.nyala.cli.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.cli.notebook.NotebookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notebook as one HTML page that needs nothing else: style, fonts and pictures are inside, light
 * or dark as the reader's system is. A content security policy lets no script run but the page's
 * own.
 */
public final class NotebookPage {

  private static final int LONG_OUTPUT_LINES = 60;
  private static final Pattern HEADING = Pattern.compile("(?m)^#\\s+(.+)$");

  private final NotebookFile notebook;
  private final String fallbackTitle;
  private final Markdown markdown = new Markdown();

  private NotebookPage(NotebookFile notebook, String fallbackTitle) {
    this.notebook = notebook;
    this.fallbackTitle = fallbackTitle;
  }

  /** The page; its title is the notebook's first heading, or else the one given. */
  public static String render(NotebookFile notebook, String fallbackTitle) throws IOException {
    return new NotebookPage(notebook, fallbackTitle).page();
  }

  private String page() throws IOException {
    StringBuilder body = new StringBuilder();
    for (NotebookFile.Cell cell : notebook.cells()) {
      appendCell(body, cell);
    }
    boolean math = markdown.sawMath();
    List<String> scripts = math ? List.of(Katex.script(), resource("page.js")) : List.of();
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    page.append(policy(scripts)).append("\">\n");
    page.append("<title>").append(Ansi.escape(title())).append("</title>\n");
    page.append("<style>").append(resource("page.css")).append("</style>\n");
    if (math) {
      page.append("<style>").append(Katex.style()).append("</style>\n");
    }
    page.append("</head>\n<body class=\"nyala-page\">\n").append(body);
    page.append("<footer>Made with Nyala, a deep-learning notebook for the JVM.</footer>\n");
    for (String script : scripts) {
      page.append("<script>").append(script).append("</script>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private String title() {
    for (NotebookFile.Cell cell : notebook.cells()) {
      Matcher heading = HEADING.matcher(cell.source());
      if (cell.type().equals("markdown") && heading.find()) {
        return heading.group(1).strip();
      }
    }
    return fallbackTitle;
  }

  private void appendCell(StringBuilder page, NotebookFile.Cell cell) {
    if (cell.type().equals("markdown")) {
      page.append("<div class=\"markdown\">\n");
      page.append(markdown.toHtml(withAttachments(cell))).append("</div>\n");
    } else if (cell.isCode()) {
      Integer count = cell.executionCount();
      page.append("<div class=\"cell\">\n<div class=\"prompt\">In [");
      page.append(count == null ? " " : count).append("]:</div>\n<div class=\"input\"><pre><code>");
      page.append(Highlight.toHtml(cell.source())).append("</code></pre></div>\n");
      cell.outputs().forEach(output -> appendOutput(page, output));
      page.append("</div>\n");
    } else {
      page.append("<pre>").append(Ansi.escape(cell.source())).append("</pre>\n");
    }
  }

  /** Pictures pasted into a Markdown cell are addressed as {@code attachment:name}. */
  private static String withAttachments(NotebookFile.Cell cell) {
    String text = cell.source();
    var attachments = cell.node().path("attachments").fields();
    while (attachments.hasNext()) {
      var attachment = attachments.next();
      var picture = attachment.getValue().fields();
      if (picture.hasNext()) {
        var content = picture.next();
        String address = "data:" + content.getKey() + ";base64," + content.getValue().asText();
        text = text.replace("attachment:" + attachment.getKey(), address);
      }
    }
    return text;
  }

  private void appendOutput(StringBuilder page, JsonNode output) {
    String type = output.path("output_type").asText();
    String prompt = "";
    String content;
    String classes = "output";
    switch (type) {
      case "stream" -> {
        String text = NotebookFile.text(output.path("text"));
        content = pre(text);
        classes += output.path("name").asText().equals("stderr") ? " stderr" : "";
        classes += isLong(text) ? " long" : "";
      }
      case "error" -> {
        content = pre(traceback(output));
        classes += " error";
      }
      default -> {
        JsonNode data = output.path("data");
        content = rich(data);
        classes += content.startsWith("<pre") && isLong(plain(data)) ? " long" : "";
        JsonNode count = output.path("execution_count");
        prompt = count.isInt() ? "Out[" + count.intValue() + "]:" : "";
      }
    }
    page.append("<div class=\"prompt out\">").append(prompt).append("</div>\n<div class=\"");
    page.append(classes).append("\">").append(content).append("</div>\n");
  }

  private static String traceback(JsonNode error) {
    StringBuilder text = new StringBuilder();
    error.path("traceback").forEach(line -> text.append(line.asText()).append('\n'));
    return text.isEmpty()
        ? error.path("ename").asText() + ": " + error.path("evalue").asText()
        : text.toString().stripTrailing();
  }

  /** The richest representation that a page can hold. */
  private String rich(JsonNode data) {
    if (data.has("text/html")) {
      return NotebookFile.text(data.path("text/html"));
    }
    if (data.has("image/svg+xml")) {
      return withoutProlog(NotebookFile.text(data.path("image/svg+xml")));
    }
    for (String type : List.of("image/png", "image/jpeg", "image/gif", "image/webp")) {
      if (data.has(type)) {
        String address = "data:" + type + ";base64," + NotebookFile.text(data.path(type)).strip();
        return "<img alt=\"\" src=\"" + Ansi.escape(address) + "\">";
      }
    }
    if (data.has("text/markdown")) {
      return markdown.toHtml(NotebookFile.text(data.path("text/markdown")));
    }
    if (data.has("text/latex")) {
      return markdown.toHtml(NotebookFile.text(data.path("text/latex")));
    }
    return pre(plain(data));
  }

  private static String plain(JsonNode data) {
    return NotebookFile.text(data.path("text/plain"));
  }

  private static String withoutProlog(String svg) {
    int start = svg.indexOf("<svg");
    return start < 0 ? Ansi.escape(svg) : svg.substring(start);
  }

  private static boolean isLong(String text) {
    return text.lines().count() > LONG_OUTPUT_LINES;
  }

  private static String pre(String text) {
    return "<pre>" + Ansi.toHtml(text) + "</pre>";
  }

  private static String policy(List<String> scripts) {
    StringBuilder policy =
        new StringBuilder(
            "default-src 'none'; img-src data: https:; media-src data:; font-src data:;"
                + " style-src 'unsafe-inline'; script-src");
    if (scripts.isEmpty()) {
      policy.append(" 'none'");
    }
    scripts.forEach(script -> policy.append(" 'sha256-").append(hash(script)).append("'"));
    return policy.toString();
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NotebookPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The page's " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
