package io.nyala.dsl.lang;

/** The Groovy form of {@code [f(x) for x in xs if c]}. */
final class Comprehensions {
  private Comprehensions() {}

  /** The advice for the comprehension whose {@code for} is the i-th token. */
  static String advice(Tokens tokens, int i) {
    int open = tokens.parent(i);
    int close = tokens.partner(open) > 0 ? tokens.partner(open) : tokens.size() - 1;
    int in = find(tokens, i, close, "in");
    int condition = find(tokens, in, close, "if");
    int second = find(tokens, in, close, "for");
    String head = "Groovy has no comprehensions; write: ";
    if (second < close || in == close) {
      return head + "xs.collectMany { x -> ys.collect { y -> … } }";
    }
    String names = tokens.source(i + 1, in);
    String items = Spelling.groovy(tokens, in + 1, condition);
    String filter =
        condition < close
            ? ".findAll { " + names + " -> " + Spelling.groovy(tokens, condition + 1, close) + " }"
            : "";
    int colon = find(tokens, open + 1, i, ":");
    boolean dict = tokens.get(open).is("{") && colon < i;
    String body =
        dict
            ? "["
                + Spelling.groovy(tokens, open + 1, colon)
                + ", "
                + Spelling.groovy(tokens, colon + 1, i)
                + "]"
            : Spelling.groovy(tokens, open + 1, i);
    String verb = dict ? ".collectEntries" : ".collect";
    boolean same = body.equals(names) && !filter.isEmpty();
    return head + items + filter + (same ? "" : verb + " { " + names + " -> " + body + " }");
  }

  private static int find(Tokens tokens, int from, int to, String word) {
    for (int i = from; i < to; i = tokens.after(i)) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    return to;
  }
}
