package io.nyala.dsl.plot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Markup in which a paint that neighbours share is written once, at a group around them. */
final class Grouping {
  /** The characters of a group without attributes. */
  private static final int GROUP = "<g></g>".length();

  private final StringBuilder out = new StringBuilder();

  private Grouping() {}

  /** The markup of elements, in their order. */
  static String of(List<Painted> elements) {
    Grouping grouping = new Grouping();
    grouping.write(elements, Map.of());
    return grouping.out.toString();
  }

  /** Elements in a group that holds some of their paint. */
  private void write(List<Painted> elements, Map<String, String> held) {
    int next = 0;
    while (next < elements.size()) {
      Run run = longest(elements, next, held);
      if (run == null) {
        element(elements.get(next++), held);
      } else {
        Map<String, String> now = new HashMap<>(held);
        now.putAll(run.shared);
        out.append("<g");
        Painted.write(out, run.shared);
        out.append('>');
        write(elements.subList(next, run.end), now);
        out.append("</g>");
        next = run.end;
      }
    }
  }

  private void element(Painted element, Map<String, String> held) {
    Map<String, String> rest = new LinkedHashMap<>(element.paint());
    rest.keySet().removeAll(held.keySet());
    element.open(out, rest);
    out.append(element.inside());
    write(element.parts(), held);
    element.close(out);
  }

  /** Neighbours up to an end, and what they share. */
  private record Run(int end, Map<String, String> shared) {}

  /** The neighbours from an element on whose group spares most; null if none does. */
  private static Run longest(List<Painted> elements, int start, Map<String, String> held) {
    Map<String, String> shared = new LinkedHashMap<>(elements.get(start).paint());
    shared.keySet().removeAll(held.keySet());
    Run best = null;
    int most = 0;
    for (int end = start + 1; end < elements.size(); end++) {
      Map<String, String> paint = elements.get(end).paint();
      shared.entrySet().removeIf(entry -> !entry.getValue().equals(paint.get(entry.getKey())));
      if (shared.isEmpty()) {
        break;
      }
      int spared = length(shared) * (end - start) - GROUP;
      if (spared > most) {
        most = spared;
        best = new Run(end + 1, new LinkedHashMap<>(shared));
      }
    }
    return best;
  }

  private static int length(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .mapToInt(each -> each.getKey().length() + each.getValue().length() + 4)
        .sum();
  }
}
