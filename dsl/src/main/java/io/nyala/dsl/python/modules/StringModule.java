package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.run.Module;

/** {@code string}. */
final class StringModule {
  private StringModule() {}

  static Namespace names() {
    String lower = "abcdefghijklmnopqrstuvwxyz";
    String upper = lower.toUpperCase(java.util.Locale.ROOT);
    String punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    String space = " \t\n\r\u000b\f";
    Module string = new Module("_string");
    string.value("ascii_lowercase", lower).value("ascii_uppercase", upper);
    string.value("ascii_letters", lower + upper).value("digits", "0123456789");
    string.value("hexdigits", "0123456789abcdefABCDEF").value("octdigits", "01234567");
    string.value("punctuation", punctuation).value("whitespace", space);
    string.value("printable", "0123456789" + lower + upper + punctuation + space);
    string.one(
        "capwords",
        text -> {
          StringBuilder out = new StringBuilder();
          for (String word : Module.str(text).strip().split("\\s+")) {
            out.append(out.length() == 0 ? "" : " ")
                .append(word.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                .append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
          }
          return out.toString();
        });
    return string.names();
  }
}
