package io.nyala.dsl.names.tf;

import io.nyala.autograd.Arithmetic;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code tf.strings}. */
final class TfStrings {

  private TfStrings() {}

  static void into(Library to) {
    to.def("lower(input, encoding='')", g -> letters(g, TfStrings::lower));
    to.def("upper(input, encoding='')", g -> letters(g, TfStrings::upper));
    to.def("strip(input)", g -> map(g.tensor("input"), TfStrings::strip));
    to.def("length(input, unit='BYTE')", TfStrings::length);
    to.def("substr(input, pos, len, unit='BYTE')", TfStrings::substring);
    to.def("split(input, sep=None, maxsplit=-1)", TfStrings::split);
    to.def("join(inputs, separator='')", TfStrings::join);
    to.def("reduce_join(inputs, axis=None, separator='')", TfStrings::reduceJoin);
    to.def("regex_replace(input, pattern, rewrite, replace_global=True)", TfStrings::regexReplace);
    to.def("regex_full_match(input, pattern)", TfStrings::fullMatch);
    to.def("as_string(input, precision=-1)", TfStrings::asString);
    to.def("to_number(input, out_type='float32')", TfStrings::toNumber);
    to.def(
        "unicode_split(input, input_encoding='UTF-8')",
        g -> ragged(g, s -> s.codePoints().mapToObj(Character::toString).toList()));
    to.def("unicode_decode(input, input_encoding='UTF-8')", TfStrings::decode);
    to.def("unicode_encode(input, output_encoding='UTF-8')", TfStrings::encode);
    to.def("ngrams(data, ngram_width, separator=' ')", TfStrings::ngrams);
    to.def("format(template, inputs, placeholder='{}', summarize=3)", TfStrings::format);
    to.def("bytes_split(input)", g -> ragged(g, s -> Arrays.asList(s.split(""))));
  }

  private static Tensor decode(Given g) {
    Tensor x = g.tensor("input");
    if (x.rank() > 0) {
      throw PyError.value("unicode_decode() takes one string; received shape " + x.shape());
    }
    int[] points = x.strings()[0].codePoints().toArray();
    return Tensor.of(io.nyala.tensor.Shape.of(points.length), points);
  }

  private static Tensor encode(Given g) {
    Tensor x = g.tensor("input");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < x.elements(); i++) {
      text.appendCodePoint((int) x.getLong(i));
    }
    return Tensor.of(io.nyala.tensor.Shape.SCALAR, new String[] {text.toString()});
  }

  private static Tensor ngrams(Given g) {
    String[] words = g.tensor("data").strings();
    List<String> all = new ArrayList<>();
    for (int width : g.integers("ngram_width")) {
      for (int i = 0; i + width <= words.length; i++) {
        List<String> own = Arrays.asList(words).subList(i, i + width);
        all.add(String.join(g.string("separator"), own));
      }
    }
    return Tensor.of(io.nyala.tensor.Shape.of(all.size()), all.toArray(String[]::new));
  }

  private static Tensor format(Given g) {
    boolean one = io.nyala.dsl.names.Operands.tensorOf(g.get("inputs")) != null;
    List<Object> inputs =
        one || !(g.get("inputs") instanceof List<?>) ? List.of(g.get("inputs")) : g.list("inputs");
    String text = g.string("template");
    for (Object input : inputs) {
      int at = text.indexOf(g.string("placeholder"));
      String shown = io.nyala.tensor.Printing.arrayText(g.kind().convert(input));
      text = at < 0 ? text : text.substring(0, at) + shown + text.substring(at + 2);
    }
    return Tensor.of(io.nyala.tensor.Shape.SCALAR, new String[] {text});
  }

  private static Tensor map(Tensor x, UnaryOperator<String> f) {
    return Tensor.of(x.shape(), Arrays.stream(x.strings()).map(f).toArray(String[]::new));
  }

  private static Tensor letters(Given g, UnaryOperator<String> ascii) {
    boolean unicode = "utf-8".equalsIgnoreCase(g.string("encoding"));
    boolean up = g.function().equals("upper");
    UnaryOperator<String> all = s -> up ? s.toUpperCase(Locale.ROOT) : s.toLowerCase(Locale.ROOT);
    return map(g.tensor("input"), unicode ? all : ascii);
  }

  private static String lower(String text) {
    return change(text, 'A', 'Z', 'a' - 'A');
  }

  private static String upper(String text) {
    return change(text, 'a', 'z', 'A' - 'a');
  }

  private static String change(String text, char from, char to, int by) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= from && c <= to) {
        out.setCharAt(i, (char) (c + by));
      }
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean characters(Given g) {
    return g.string("unit").toUpperCase(Locale.ROOT).startsWith("UTF8");
  }

  private static Tensor length(Given g) {
    Tensor x = g.tensor("input");
    boolean characters = characters(g);
    int[] out = new int[x.elements()];
    for (int i = 0; i < out.length; i++) {
      String s = x.strings()[i];
      out[i] =
          characters ? s.codePointCount(0, s.length()) : s.getBytes(StandardCharsets.UTF_8).length;
    }
    return Tensor.of(x.shape(), out);
  }

  private static Tensor substring(Given g) {
    int position = g.integer("pos");
    int length = g.integer("len");
    return map(
        g.tensor("input"),
        s -> {
          int[] points = s.codePoints().toArray();
          boolean plain = points.length == s.getBytes(StandardCharsets.UTF_8).length;
          if (!plain && !characters(g)) {
            throw PyError.value("substr() of text beyond ASCII needs unit='UTF8_CHAR'");
          }
          int from = position < 0 ? position + points.length : position;
          if (from < 0 || from > points.length) {
            throw PyError.value("pos " + position + " out of range for string " + s);
          }
          return new String(points, from, Math.min(length, points.length - from));
        });
  }

  private static Object split(Given g) {
    String separator = g.has("sep") ? g.string("sep") : "";
    int limit = g.integer("maxsplit");
    return ragged(g, s -> pieces(s, separator, limit));
  }

  private static List<String> pieces(String text, String separator, int limit) {
    int most = limit < 0 ? Integer.MAX_VALUE : limit;
    List<String> out = new ArrayList<>();
    String rest = separator.isEmpty() ? strip(text) : text;
    while (out.size() < most) {
      int at = -1;
      int after = -1;
      if (separator.isEmpty()) {
        for (int i = 0; i < rest.length() && at < 0; i++) {
          at = isSpace(rest.charAt(i)) ? i : -1;
        }
        after = at;
        while (after >= 0 && after < rest.length() && isSpace(rest.charAt(after))) {
          after++;
        }
      } else {
        at = rest.indexOf(separator);
        after = at + separator.length();
      }
      if (at < 0) {
        break;
      }
      out.add(rest.substring(0, at));
      rest = rest.substring(after);
    }
    if (!separator.isEmpty() || !rest.isEmpty()) {
      out.add(rest);
    }
    return out;
  }

  private interface Cut {
    List<String> of(String text);
  }

  /** One string gives a tensor; several give one if all have as many pieces, else lists. */
  private static Object ragged(Given g, Cut cut) {
    Tensor x = g.tensor("input");
    if (x.rank() > 1) {
      throw PyError.value(g.function() + "() takes a string or a list of strings");
    }
    List<List<String>> rows = Arrays.stream(x.strings()).map(cut::of).toList();
    if (x.rank() == 0) {
      List<String> row = rows.get(0);
      return Tensor.of(Shape.of(row.size()), row.toArray(String[]::new));
    }
    long widths = rows.stream().map(List::size).distinct().count();
    if (widths == 1) {
      return Tensor.of(
          Shape.of(rows.size(), rows.get(0).size()),
          rows.stream().flatMap(List::stream).toArray(String[]::new));
    }
    List<Object> out = new ArrayList<>();
    rows.forEach(r -> out.add(Tensor.of(Shape.of(r.size()), r.toArray(String[]::new))));
    return out;
  }

  private static Tensor join(Given g) {
    List<Tensor> parts = g.tensors("inputs");
    Tensor separator = Tensor.of(Shape.SCALAR, new String[] {g.string("separator")});
    Tensor out = parts.get(0);
    for (Tensor part : parts.subList(1, parts.size())) {
      out = Arithmetic.add(Arithmetic.add(out, separator), part);
    }
    return out;
  }

  private static Tensor reduceJoin(Given g) {
    Tensor x = g.tensor("inputs");
    String separator = g.string("separator");
    if (!g.has("axis") || x.rank() == 1) {
      return Tensor.of(Shape.SCALAR, new String[] {String.join(separator, x.strings())});
    }
    if (x.shape().normalize(g.integer("axis")) != x.rank() - 1) {
      throw PyError.value("reduce_join() joins along the last axis");
    }
    int n = x.dim(-1);
    String[] out = new String[n == 0 ? 0 : x.elements() / n];
    for (int i = 0; i < out.length; i++) {
      out[i] = String.join(separator, Arrays.asList(x.strings()).subList(i * n, (i + 1) * n));
    }
    return Tensor.of(x.shape().without(x.rank() - 1), out);
  }

  private static final java.util.Map<String, String> POSIX =
      java.util.Map.of(
          "alpha",
          "Alpha",
          "digit",
          "Digit",
          "alnum",
          "Alnum",
          "upper",
          "Upper",
          "lower",
          "Lower",
          "punct",
          "Punct",
          "space",
          "Space",
          "xdigit",
          "XDigit",
          "blank",
          "Blank",
          "word",
          "javaLetterOrDigit");

  private static Pattern pattern(Given g) {
    try {
      return Pattern.compile(inClasses(g.string("pattern")));
    } catch (PatternSyntaxException e) {
      throw PyError.value("Invalid pattern: " + g.string("pattern") + ": " + e.getDescription());
    }
  }

  /**
   * TensorFlow's patterns for Java, where {@code [} and {@code &&} in a class are more than signs.
   */
  private static String inClasses(String pattern) {
    StringBuilder out = new StringBuilder();
    int open = -1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        out.append(c).append(pattern.charAt(++i));
        continue;
      }
      boolean posix = open >= 0 && pattern.startsWith("[:", i);
      if (posix) {
        int end = pattern.indexOf(":]", i);
        String name = end < 0 ? "" : pattern.substring(i + 2, end);
        out.append("\\p{").append(POSIX.getOrDefault(name, name)).append('}');
        i = end < 0 ? i : end + 1;
        continue;
      }
      if (open < 0 && c == '[') {
        open = i;
      } else if (c == ']' && open >= 0 && !isFirst(pattern, open, i)) {
        open = -1;
      } else if (open >= 0 && (c == '[' || c == '&' || c == ']')) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Whether a {@code ]} comes first in a class, where it stands for itself. */
  private static boolean isFirst(String pattern, int open, int at) {
    return at == open + 1 || at == open + 2 && pattern.charAt(open + 1) == '^';
  }

  private static Tensor regexReplace(Given g) {
    Pattern pattern = pattern(g);
    String rewrite = g.string("rewrite").replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
    return map(
        g.tensor("input"),
        s ->
            g.flag("replace_global")
                ? pattern.matcher(s).replaceAll(rewrite)
                : pattern.matcher(s).replaceFirst(rewrite));
  }

  private static Tensor fullMatch(Given g) {
    Pattern pattern = pattern(g);
    Tensor x = g.tensor("input");
    boolean[] out = new boolean[x.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = pattern.matcher(x.strings()[i]).matches();
    }
    return Tensor.of(x.shape(), out);
  }

  private static Tensor asString(Given g) {
    Tensor x = g.tensor("input");
    int precision = g.integer("precision");
    String[] out = new String[x.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          x.dtype().isFloating()
              ? String.format(
                  Locale.ROOT, "%." + (precision < 0 ? 6 : precision) + "f", x.getDouble(i))
              : x.dtype() == DType.BOOL
                  ? String.valueOf(x.booleans()[i])
                  : x.dtype() == DType.STRING ? x.strings()[i] : Long.toString(x.getLong(i));
    }
    return Tensor.of(x.shape(), out);
  }

  private static Tensor toNumber(Given g) {
    Tensor x = g.tensor("input");
    Tensor out = Tensor.zeros(g.dtype("out_type"), x.shape());
    for (int i = 0; i < out.elements(); i++) {
      String text = x.strings()[i];
      try {
        if (out.dtype() == DType.INT64) {
          out.longs()[i] = Long.parseLong(text.strip());
        } else if (out.dtype() == DType.INT32) {
          out.ints()[i] = Integer.parseInt(text.strip());
        } else {
          out.put(i, Double.parseDouble(text.strip()));
        }
      } catch (NumberFormatException e) {
        throw PyError.value("StringToNumberOp could not correctly convert string: " + text);
      }
    }
    return out;
  }
}
