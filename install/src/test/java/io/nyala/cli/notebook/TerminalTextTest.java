package io.nyala.cli.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain\\n             | plain\\n",
        "1%\\r50%\\r100%\\n   | 100%\\n",
        "longer\\rab          | abnger",
        "ab\\b\\bxy\\n        | xy\\n",
        "a\\b\\b\\bz          | z",
        "one\\r\\ntwo         | one\\ntwo",
        "up\\nabc\\rX\\nend   | up\\nXbc\\nend",
        "old text\\r\\e[Knew  | new",
        "é━\\rX               | X━",
      })
  void leavesWhatATerminalShows(String printed, String visible) {
    assertEquals(unescaped(visible), TerminalText.collapse(unescaped(printed)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"x\\r\\e[31mred\\e[0m\\n | \\e[31mred\\e[0m\\n"})
  void coloursTakeNoColumn(String printed, String visible) {
    assertEquals(unescaped(visible), TerminalText.collapse(unescaped(printed)));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\b", "\b")
        .replace("\\e", "\u001b");
  }
}
