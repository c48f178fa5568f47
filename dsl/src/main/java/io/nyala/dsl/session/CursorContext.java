package io.nyala.dsl.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands around a cursor.
 *
 * @param receiver the expression before the last dot, empty if there is none
 * @param prefix the letters of the name being typed
 * @param call the dotted path of the function whose arguments the cursor is in, empty if in none
 * @param argument the name of the argument whose value is being typed, empty if none
 * @param position the place of the argument being typed among those without names, -1 if it has a
 *     name or is not a plain value
 * @param given the names of the call's other arguments
 * @param string the text of the string the cursor is in, null if in none
 * @param indexed the expression whose index the string is, empty if it is none
 */
record CursorContext(
    String receiver,
    String prefix,
    String call,
    String argument,
    int position,
    Set<String> given,
    String string,
    String indexed) {

  private static final Pattern NAMED = Pattern.compile("\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*[=:]");

  /** A bracket that is still open, and where the value being typed in it begins. */
  private static final class Open {
    final char bracket;
    final int at;
    int valueStart;
    final List<String> earlier = new ArrayList<>();

    Open(char bracket, int at) {
      this.bracket = bracket;
      this.at = at;
      this.valueStart = at + 1;
    }
  }

  static CursorContext at(String code, int cursor) {
    String before = code.substring(0, Math.max(0, Math.min(cursor, code.length())));
    Deque<Open> open = new ArrayDeque<>();
    int quote = scan(before, open);
    if (quote >= 0) {
      int width = before.startsWith(before.substring(quote, quote + 1).repeat(3), quote) ? 3 : 1;
      return around(
          before, open, quote, before.substring(Math.min(before.length(), quote + width)));
    }
    int start = before.length();
    while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
      start--;
    }
    return around(before, open, start, null);
  }

  /**
   * The brackets open at the end of the text, innermost first; where an open string starts, or -1.
   */
  private static int scan(String text, Deque<Open> open) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        int end = endOfString(text, i);
        if (end < 0) {
          return i;
        }
        i = end;
        continue;
      } else if (c == '#') {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
        continue;
      } else if (c == '(' || c == '[' || c == '{') {
        open.push(new Open(c, i));
      } else if ((c == ')' || c == ']' || c == '}') && !open.isEmpty()) {
        open.pop();
      } else if (c == ',' && !open.isEmpty()) {
        Open inner = open.peek();
        inner.earlier.add(text.substring(inner.valueStart, i));
        inner.valueStart = i + 1;
      }
      i++;
    }
    return -1;
  }

  /**
   * Behind the string that starts here; -1 if it does not end. One in single quotes ends its line.
   */
  private static int endOfString(String text, int start) {
    char quote = text.charAt(start);
    String three = String.valueOf(quote).repeat(3);
    if (text.startsWith(three, start)) {
      int end = text.indexOf(three, start + 3);
      return end < 0 ? -1 : end + 3;
    }
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote || c == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static CursorContext around(String text, Deque<Open> open, int start, String string) {
    String prefix = string == null ? text.substring(start) : "";
    int from = start;
    String index = "";
    for (Open each : open) {
      String head = text.substring(each.valueStart, from);
      boolean items = each.bracket == '[' || each.bracket == '(' && !isCall(text, each.at);
      if (each.bracket == '(' && isCall(text, each.at)) {
        return ofCall(text, each, head, start, prefix, string, index);
      }
      boolean first = each == open.peek();
      if (first && each.bracket == '[' && head.isBlank() && each.earlier.isEmpty()) {
        index = expression(text, each.at);
      }
      // Only a value of a plain list stands for its call's argument.
      if (!items || !head.isBlank() || string == null) {
        break;
      }
      from = each.at;
    }
    return new CursorContext(
        receiver(text, start, string), prefix, "", "", -1, Set.of(), string, index);
  }

  private static boolean isCall(String text, int bracket) {
    return !path(text, bracket).isEmpty();
  }

  private static CursorContext ofCall(
      String text, Open call, String head, int start, String prefix, String string, String index) {
    Set<String> given = new HashSet<>();
    call.earlier.forEach(
        each -> {
          Matcher named = NAMED.matcher(each);
          if (named.lookingAt()) {
            given.add(named.group(1));
          }
        });
    Matcher named = NAMED.matcher(head);
    boolean isNamed = named.lookingAt() && named.end() == head.stripTrailing().length();
    boolean plain = head.isBlank() && given.isEmpty();
    return new CursorContext(
        receiver(text, start, string),
        prefix,
        path(text, call.at),
        isNamed ? named.group(1) : head.isBlank() ? "" : "?",
        plain ? call.earlier.size() : -1,
        given,
        string,
        index);
  }

  private static String receiver(String text, int start, String string) {
    if (string != null || start == 0 || text.charAt(start - 1) != '.') {
      return "";
    }
    String before = expression(text, start - 1);
    return before.isEmpty() ? "?" : before;
  }

  /** The dotted path that ends at an offset. */
  static String path(String text, int end) {
    int start = end;
    while (start > 0
        && (Character.isJavaIdentifierPart(text.charAt(start - 1))
            || text.charAt(start - 1) == '.')) {
      start--;
    }
    return text.substring(start, end);
  }

  /** The expression of names, dots, calls and indices that ends at an offset; may be a string. */
  static String expression(String text, int end) {
    int start = end;
    while (start > 0) {
      char c = text.charAt(start - 1);
      if (Character.isJavaIdentifierPart(c) || c == '.') {
        start--;
      } else if (c == ')' || c == ']') {
        int opening = opening(text, start - 1);
        if (opening < 0) {
          return "";
        }
        start = opening;
      } else if ((c == '\'' || c == '"') && start == end) {
        int opening = text.lastIndexOf(c, start - 2);
        return opening < 0 ? "" : text.substring(opening, end);
      } else {
        break;
      }
    }
    return text.substring(start, end);
  }

  /** The dotted path of what the bracket here ends the call of. */
  static String callee(String text, int closing) {
    int opening = opening(text, closing);
    return opening < 0 ? "" : path(text, opening);
  }

  /** The bracket that the one here closes, or -1. */
  private static int opening(String text, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == ')' || c == ']' || c == '}') {
        depth++;
      } else if (c == '(' || c == '[' || c == '{') {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if (c == '\'' || c == '"') {
        int other = text.lastIndexOf(c, i - 1);
        i = other < 0 ? i : other;
      }
    }
    return -1;
  }
}
