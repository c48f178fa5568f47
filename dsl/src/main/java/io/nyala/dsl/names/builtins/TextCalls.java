package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Parameters;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.Stack;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * The methods of strings and lists whose name Groovy and Python share and whose meaning parts.
 * Where only one meaning makes sense it is taken; where both do, an error says how to write each.
 *
 * <ul>
 *   <li>{@code split}: a regular expression in Groovy, plain text in Python. One character, such as
 *       {@code '.'} or {@code '|'}, is plain text; longer text of which the two differ is refused.
 *       Empty parts at the end are dropped, as Groovy does.
 *   <li>{@code format}, {@code join}: Java's static methods of these names are not meant.
 *   <li>{@code find} on a string with text: an index in Python, the match in Groovy; refused.
 *   <li>{@code pop()} on a list: the last in Python, the first in Groovy; refused.
 * </ul>
 */
public final class TextCalls {
  private static final Set<String> NAMES = Set.of("split", "format", "join", "find", "pop");
  private static final Pattern SPECIAL = Pattern.compile("[.|*+?^$(){}]");

  private TextCalls() {}

  /** Whether calls of methods of this name come here. */
  public static boolean handles(String name) {
    return NAMES.contains(name);
  }

  /** Calls {@code receiver.name(arguments)}. */
  public static Object call(Object receiver, String name, Object... arguments) {
    Object[] given = arguments == null ? new Object[] {null} : arguments;
    if (receiver instanceof CharSequence text) {
      switch (name) {
        case "split" -> {
          return split(text, given);
        }
        case "format" -> {
          Arguments split = Arguments.split(given);
          return Formats.braces(text.toString(), split.positional(), split.named());
        }
        case "join" -> {
          if (given.length == 1) {
            return TextMethods.join(text, given[0]);
          }
        }
        case "find" -> refuseFind(given);
        default -> {}
      }
    } else if (name.equals("pop") && given.length == 0) {
      refusePop(receiver);
    }
    return InvokerHelper.invokeMethod(receiver, name, given);
  }

  private static void refuseFind(Object[] given) {
    if (given.length > 0 && given[0] instanceof CharSequence) {
      throw PyError.type(
          "find() gives a position in Python and the text found in Groovy; write "
              + "text.indexOf("
              + Repr.of(given[0])
              + ") for the position, text.find(~/…/) for the text");
    }
  }

  private static void refusePop(Object receiver) {
    boolean list = receiver instanceof List<?> && !(receiver instanceof Deque<?>);
    if (list && !(receiver instanceof Stack<?>)) {
      throw PyError.type(
          "pop() takes the last item in Python and the first in Groovy; write removeLast() or"
              + " remove(0)");
    }
  }

  private static Object split(CharSequence text, Object[] given) {
    Arguments arguments = Arguments.split(given);
    Parameters parameters =
        Parameters.of(
            "split", arguments.positional(), arguments.named(), "sep", "limit", "maxsplit");
    Object separator = parameters.or("sep", null);
    boolean plain =
        given.length == 0
            || separator instanceof Pattern
            || separator instanceof groovy.lang.Closure;
    if (plain) {
      return InvokerHelper.invokeMethod(text.toString(), "split", given);
    }
    int limit = 0;
    if (parameters.has("maxsplit")) {
      limit = ((Number) parameters.required("maxsplit")).intValue() + 1;
    } else if (parameters.has("limit")) {
      limit = ((Number) parameters.required("limit")).intValue();
      if (limit == 1) {
        throw PyError.type(
            "split(sep, 1) cuts once in Python and not at all in Groovy; write split(sep, 2) or"
                + " split(sep, maxsplit = 1)");
      }
    }
    if (separator == null) {
      return text.toString().strip().split("\\s+", limit);
    }
    return parts(text.toString(), separator.toString(), limit);
  }

  private static String[] parts(String text, String separator, int limit) {
    String[] literal = separator.isEmpty() ? null : text.split(Pattern.quote(separator), limit);
    boolean regexMeant =
        separator.indexOf('\\') >= 0 || separator.indexOf('[') >= 0 && separator.length() > 1;
    if (regexMeant || literal == null) {
      return text.split(separator, limit);
    }
    if (separator.length() == 1 || !SPECIAL.matcher(separator).find()) {
      return literal;
    }
    try {
      if (Arrays.equals(literal, text.split(separator, limit))) {
        return literal;
      }
    } catch (PatternSyntaxException e) {
      return literal;
    }
    throw PyError.value(
        "split("
            + Repr.quote(separator)
            + ") is a regular expression in Groovy and plain text in Python, and here they differ;"
            + " write split(/"
            + separator.replace("/", "\\/")
            + "/) for the expression or split(/"
            + SPECIAL.matcher(separator).replaceAll("\\\\$0")
            + "/) for the text");
  }
}
