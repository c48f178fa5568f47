package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be done with bytes: their methods, and texts to bytes and back. */
final class BytesMethods {
  /** Methods that do for bytes what they do for texts. */
  private static final Set<String> AS_TEXT =
      Set.of(
          "split",
          "rsplit",
          "splitlines",
          "strip",
          "lstrip",
          "rstrip",
          "replace",
          "find",
          "rfind",
          "index",
          "rindex",
          "count",
          "startswith",
          "endswith",
          "partition",
          "rpartition",
          "ljust",
          "rjust",
          "center",
          "zfill",
          "upper",
          "lower",
          "isdigit",
          "isalpha",
          "isalnum",
          "isspace",
          "isupper",
          "islower",
          "removeprefix",
          "removesuffix",
          "title",
          "capitalize",
          "swapcase",
          "istitle",
          "isascii",
          "expandtabs");

  static final Set<String> NAMES = new java.util.HashSet<>(AS_TEXT);

  static {
    NAMES.addAll(Set.of("decode", "hex", "join"));
  }

  private BytesMethods() {}

  static Object call(PyBytes self, String name, Object[] given, Kwargs named) {
    return switch (name) {
      case "decode" -> {
        Args args = new Args(name, given, named, 0, 2).names("encoding", "errors");
        yield decode(
            self,
            Texts.str(args.get(0, "encoding", "utf-8")),
            Texts.str(args.get(1, "errors", "strict")));
      }
      case "hex" ->
          (given.length == 0 ? HexFormat.of() : HexFormat.ofDelimiter(Texts.str(given[0])))
              .formatHex(self.copy());
      case "join" -> {
        List<String> parts = new ArrayList<>();
        for (Object each : Iterators.list(given[0])) {
          parts.add(latin(each));
        }
        yield PyBytes.ofLatin(String.join(self.latin(), parts));
      }
      case "upper", "lower" -> {
        String text = self.latin();
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
          String one = String.valueOf(c);
          out.append(
              c > 127
                  ? one
                  : name.equals("upper")
                      ? one.toUpperCase(Locale.ROOT)
                      : one.toLowerCase(Locale.ROOT));
        }
        yield PyBytes.ofLatin(out.toString());
      }
      default -> {
        Object[] texts = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
          boolean part = given[i] instanceof PyBytes || given[i] instanceof CharSequence;
          texts[i] = part ? latin(given[i]) : given[i];
        }
        yield back(StrMethods.call(self.latin(), name, texts, named));
      }
    };
  }

  private static String latin(Object part) {
    if (part instanceof PyBytes bytes) {
      return bytes.latin();
    }
    throw Errors.type("a bytes-like object is required, not '" + Types.name(part) + "'");
  }

  private static Object back(Object result) {
    if (result instanceof String text) {
      return PyBytes.ofLatin(text);
    }
    if (result instanceof io.nyala.dsl.names.Tuple tuple) {
      return io.nyala.dsl.names.Tuple.of(tuple.stream().map(BytesMethods::back).toArray());
    }
    if (result instanceof List<?> list) {
      return Containers.list(list.stream().map(BytesMethods::back).toArray());
    }
    return result;
  }

  /** {@code bytes(…)}. */
  static Object make(Object[] given, Kwargs named) {
    Args args = new Args("bytes", given, named, 0, 3).names("source", "encoding", "errors");
    Object source = args.get(0, "source", null);
    if (source == null && !args.has(0, "source")) {
      return new PyBytes(new byte[0]);
    }
    if (source instanceof CharSequence text) {
      if (!args.has(1, "encoding")) {
        throw Errors.type("string argument without an encoding");
      }
      return encode(text.toString(), Texts.str(args.get(1, "encoding", null)), "strict");
    }
    if (source instanceof PyBytes) {
      return source;
    }
    if (Ints.is(source)) {
      if (Ints.index(source) < 0) {
        throw Errors.value("negative count");
      }
      return new PyBytes(new byte[Ints.index(source)]);
    }
    List<Object> items = Iterators.list(source);
    byte[] bytes = new byte[items.size()];
    for (int i = 0; i < bytes.length; i++) {
      int value = Ints.index(items.get(i));
      if (value < 0 || value > 255) {
        throw Errors.value("bytes must be in range(0, 256)");
      }
      bytes[i] = (byte) value;
    }
    return new PyBytes(bytes);
  }

  static Object fromHex(Object text) {
    try {
      return new PyBytes(HexFormat.of().parseHex(Texts.str(text).replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw Errors.value("non-hexadecimal number found in fromhex() arg");
    }
  }

  private static Charset charset(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    try {
      return Charset.forName(plain.equals("latin-1") ? "iso-8859-1" : plain);
    } catch (IllegalArgumentException e) {
      throw Errors.of("LookupError", "unknown encoding: " + name);
    }
  }

  private static CodingErrorAction action(String errors) {
    return switch (errors) {
      case "strict" -> CodingErrorAction.REPORT;
      case "ignore" -> CodingErrorAction.IGNORE;
      case "replace" -> CodingErrorAction.REPLACE;
      default ->
          throw Errors.of(
              "NotImplementedError",
              "errors='" + errors + "' is not supported in Nyala's Python cells");
    };
  }

  static PyBytes encode(String text, String encoding, String errors) {
    Charset charset = charset(encoding);
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(action(errors))
              .onUnmappableCharacter(action(errors))
              .encode(CharBuffer.wrap(text));
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      return new PyBytes(all);
    } catch (CharacterCodingException e) {
      int at = 0;
      while (charset.newEncoder().canEncode(text.charAt(at))) {
        at++;
      }
      throw Errors.of(
          "UnicodeEncodeError",
          "'%s' codec can't encode character '%s' in position %d: ordinal not in range(%d)"
              .formatted(
                  encoding.toLowerCase(Locale.ROOT),
                  escaped(text.charAt(at)),
                  at,
                  encoding.equals("ascii") ? 128 : 256));
    }
  }

  private static String escaped(char c) {
    return c < 256 ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
  }

  static String decode(PyBytes bytes, String encoding, String errors) {
    try {
      return charset(encoding)
          .newDecoder()
          .onMalformedInput(action(errors))
          .onUnmappableCharacter(action(errors))
          .decode(ByteBuffer.wrap(bytes.copy()))
          .toString();
    } catch (CharacterCodingException e) {
      int at = 0;
      while (at < bytes.size() && (Integer) bytes.get(at) < 128) {
        at++;
      }
      int wrong = at < bytes.size() ? (Integer) bytes.get(at) : 0;
      throw Errors.of(
          "UnicodeDecodeError",
          "'%s' codec can't decode byte 0x%02x in position %d: %s"
              .formatted(
                  encoding.toLowerCase(Locale.ROOT),
                  wrong,
                  at,
                  encoding.equals("ascii")
                      ? "ordinal not in range(128)"
                      : at + 1 >= bytes.size() && wrong >= 0xc2 && wrong <= 0xf4
                          ? "unexpected end of data"
                          : wrong < 0xc2 || wrong > 0xf4
                              ? "invalid start byte"
                              : "invalid continuation byte"));
    }
  }
}
