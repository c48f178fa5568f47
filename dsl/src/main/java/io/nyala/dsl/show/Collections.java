package io.nyala.dsl.show;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Long lists as something to unfold, maps and lists of maps as tables; short ones as text. */
final class Collections {
  private static final int SHORT = 20;
  private static final int MOST = 1_000;
  private static final int OPTIONS = 6_000;
  private static final int ROWS = 100;
  private static final int LEAST_ROWS = 3;
  private static final int COLUMNS = 20;
  private static final int WORDS = 120;

  private Collections() {}

  static MimeBundle list(Collection<?> items) {
    MimeBundle text = MimeBundle.text(Pretty.of(items));
    if (isTable(items)) {
      return text.with("text/html", table(items));
    }
    if (isRows(items)) {
      return text.with("text/html", rows(text.plain(), items));
    }
    return items.size() <= SHORT ? text : text.with("text/html", fold(items));
  }

  static MimeBundle map(Map<?, ?> map) {
    MimeBundle text = MimeBundle.text(Pretty.of(map));
    if (map.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder("<div><table><tbody>");
    int count = 0;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      if (count++ < ROWS) {
        out.append("<tr><th style=\"text-align:left\">").append(words(each.getKey()));
        out.append("</th><td style=\"text-align:left\">").append(words(each.getValue()));
        out.append("</td></tr>");
      }
    }
    out.append("</tbody></table>").append(more(map.size() - ROWS, "entries"));
    return text.with("text/html", out.append("</div>").toString());
  }

  private static boolean isTable(Collection<?> items) {
    return !items.isEmpty()
        && items.stream().limit(ROWS).allMatch(item -> item instanceof Map<?, ?> m && !m.isEmpty());
  }

  /** Whether the items are lists of one length with plain values in them. */
  private static boolean isRows(Collection<?> items) {
    if (items.size() < LEAST_ROWS || !(items.iterator().next() instanceof List<?> first)) {
      return false;
    }
    int width = first.size();
    return width > 1
        && width <= COLUMNS
        && items.stream()
            .limit(ROWS)
            .allMatch(
                item ->
                    item instanceof List<?> row
                        && row.size() == width
                        && row.stream().allMatch(Collections::isPlain));
  }

  private static boolean isPlain(Object value) {
    return value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean;
  }

  private static String rows(String text, Collection<?> items) {
    int width = ((List<?>) items.iterator().next()).size();
    StringBuilder out = new StringBuilder("<div>").append(Html.text(text));
    out.append("<details><summary>as a table, ").append(items.size()).append(" rows of ");
    out.append(width).append("</summary><table><thead><tr><th></th>");
    for (int i = 0; i < width; i++) {
      out.append("<th>").append(i).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    int number = 0;
    for (Object item : items) {
      if (number == ROWS) {
        break;
      }
      out.append("<tr><th>").append(number++).append("</th>");
      for (Object value : (List<?>) item) {
        out.append("<td>").append(words(value)).append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>").append(more(items.size() - ROWS, "rows"));
    return out.append("</details></div>").toString();
  }

  private static String table(Collection<?> items) {
    Set<Object> columns = new LinkedHashSet<>();
    items.stream().limit(ROWS).forEach(row -> columns.addAll(((Map<?, ?>) row).keySet()));
    List<Object> shown = new ArrayList<>(columns).subList(0, Math.min(COLUMNS, columns.size()));
    StringBuilder out = new StringBuilder("<div><table><thead><tr><th></th>");
    shown.forEach(column -> out.append("<th>").append(words(column)).append("</th>"));
    out.append("</tr></thead><tbody>");
    int number = 0;
    for (Object item : items) {
      if (number == ROWS) {
        break;
      }
      out.append("<tr><th>").append(number++).append("</th>");
      for (Object column : shown) {
        Map<?, ?> row = (Map<?, ?>) item;
        out.append("<td>").append(row.containsKey(column) ? words(row.get(column)) : "");
        out.append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>").append(more(items.size() - ROWS, "rows"));
    return out.append(more(columns.size() - COLUMNS, "columns")).append("</div>").toString();
  }

  private static String fold(Collection<?> items) {
    StringBuilder out = new StringBuilder("<div><details><summary>");
    out.append(String.format(java.util.Locale.ROOT, "%,d items: <code>", items.size()));
    out.append(String.join(", ", items.stream().limit(SHORT).map(Collections::repr).toList()));
    out.append(", …</code></summary>")
        .append(search(items))
        .append("<ol start=\"0\" style=\"columns:14em;font-family:monospace\">");
    items.stream()
        .limit(MOST)
        .forEach(item -> out.append("<li>").append(repr(item)).append("</li>"));
    out.append("</ol>").append(more(items.size() - MOST, "items"));
    return out.append("</details></div>").toString();
  }

  /**
   * A field whose own list of suggestions finds a word and says its number: it needs no script.
   * Where fields are not heeded, the browser's search still finds what is unfolded.
   */
  private static String search(Collection<?> items) {
    boolean words = items.stream().limit(SHORT).allMatch(CharSequence.class::isInstance);
    if (!words) {
      return "";
    }
    String id = "l" + Integer.toHexString(items.hashCode());
    StringBuilder out =
        new StringBuilder("<p><label>find <input type=\"text\" size=\"24\" list=\"");
    out.append(id).append("\"/></label></p><datalist id=\"").append(id).append("\">");
    int number = 0;
    for (Object item : items) {
      String word = Html.escape(clip(Repr.text(item)));
      if (number < OPTIONS && !word.isBlank()) {
        out.append("<option label=\"").append(number).append("\" value=\"").append(word);
        out.append("\"></option>");
      }
      number++;
    }
    return out.append("</datalist>").toString();
  }

  private static String more(int count, String what) {
    return count <= 0 ? "" : "<p>… and " + count + " more " + what + "</p>";
  }

  private static String repr(Object item) {
    return Html.escape(clip(Repr.of(item)));
  }

  private static String words(Object item) {
    return Html.escape(clip(Repr.text(item)));
  }

  private static String clip(String text) {
    if (text.length() <= WORDS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(WORDS - 1)) ? WORDS - 1 : WORDS;
    return text.substring(0, end) + "…";
  }
}
