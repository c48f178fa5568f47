package io.nyala.kernel.history;

/**
 * Shell-like patterns over whole texts: {@code *} any run, {@code ?} any character, {@code [abc]}
 * one of these. Matching takes at most length times length steps, whatever the pattern.
 */
final class Glob {

  private final String glob;

  Glob(String glob) {
    this.glob = glob;
  }

  boolean matches(String text) {
    int at = 0;
    int from = 0;
    int afterStar = -1;
    int retryAt = 0;
    while (from < text.length()) {
      if (at < glob.length() && glob.charAt(at) == '*') {
        afterStar = ++at;
        retryAt = from;
      } else if (at < glob.length() && accepts(at, text.charAt(from))) {
        at = next(at);
        from++;
      } else if (afterStar >= 0) {
        at = afterStar;
        from = ++retryAt;
      } else {
        return false;
      }
    }
    while (at < glob.length() && glob.charAt(at) == '*') {
      at++;
    }
    return at == glob.length();
  }

  private boolean accepts(int at, char c) {
    char g = glob.charAt(at);
    int close = closing(at);
    if (close > 0) {
      return inSet(glob.substring(at + 1, close), c);
    }
    return g == '?' || g == c;
  }

  private int next(int at) {
    int close = closing(at);
    return close > 0 ? close + 1 : at + 1;
  }

  /** The bracket that closes a set opening here, or −1: an unclosed bracket is a character. */
  private int closing(int at) {
    return glob.charAt(at) == '[' ? glob.indexOf(']', at + 2) : -1;
  }

  private static boolean inSet(String members, char c) {
    boolean negated = members.charAt(0) == '^' && members.length() > 1;
    for (int i = negated ? 1 : 0; i < members.length(); i++) {
      boolean isRange = i + 2 < members.length() && members.charAt(i + 1) == '-';
      char low = members.charAt(i);
      char high = isRange ? members.charAt(i + 2) : low;
      if (c >= low && c <= high) {
        return !negated;
      }
      i += isRange ? 2 : 0;
    }
    return negated;
  }
}
