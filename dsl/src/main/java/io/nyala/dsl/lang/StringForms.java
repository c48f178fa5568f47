package io.nyala.dsl.lang;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Groovy form of Python's prefixed strings. */
final class StringForms {
  private static final Pattern FIELD = Pattern.compile("\\{([^{}!:]+)(![rsa])?(?::([^{}]*))?}");

  private StringForms() {}

  /** The advice for a prefixed string. */
  static String advice(String prefix, String quoted) {
    int marks = quoted.startsWith("\"\"\"") || quoted.startsWith("'''") ? 3 : 1;
    boolean whole = quoted.length() >= 2 * marks;
    String body =
        whole ? quoted.substring(marks, quoted.length() - marks) : quoted.substring(marks);
    if (prefix.contains("f")) {
      return "Groovy has no f-strings; write: " + interpolated(body, marks);
    }
    if (prefix.equals("u")) {
      return "Groovy strings need no 'u'; write: " + quoted;
    }
    if (prefix.contains("b")) {
      return "Groovy has no b-strings; write: " + quoted + ".bytes";
    }
    boolean slashy =
        !body.contains("/") && !body.contains("$") && !body.endsWith("\\") && !body.isEmpty();
    String form = slashy ? "/" + body + "/" : quoted.replace("\\", "\\\\");
    return "Groovy has no r-strings; write: " + form;
  }

  private static String interpolated(String body, int marks) {
    StringBuilder out = new StringBuilder();
    Matcher field = FIELD.matcher(body.replace("$", "\\$").replace("\"", "\\\""));
    while (field.find()) {
      String name = field.group(1).strip();
      String format = field.group(3);
      String form =
          format == null || format.isEmpty()
              ? "${" + name + "}"
              : "${'{:" + format + "}'.format(" + name + ")}";
      field.appendReplacement(out, Matcher.quoteReplacement(form));
    }
    field.appendTail(out);
    String mark = "\"".repeat(marks);
    return mark + out.toString().replace("{{", "{").replace("}}", "}") + mark;
  }
}
