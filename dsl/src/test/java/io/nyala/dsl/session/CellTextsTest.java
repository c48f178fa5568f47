package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellTextsTest {
  private final CellTexts texts = new CellTexts();

  private static String text(int number) {
    return "x = '" + number + " 你好 \uD83D\uDE00'\n".repeat(number % 3);
  }

  @Test
  void givesBackEveryTextHoweverOld() {
    int count = 2 * CellTexts.BLOCK + 7;
    IntStream.rangeClosed(1, count).forEach(number -> texts.add(text(number)));
    assertEquals(count, texts.size());
    for (int number = count; number >= 1; number--) {
      assertEquals(text(number), texts.get(number));
    }
    assertNull(texts.get(0));
    assertNull(texts.get(count + 1));
  }

  @Test
  void isWholeAtTheEdgeOfABlock() {
    for (int number = 1; number <= CellTexts.BLOCK + 1; number++) {
      texts.add(text(number));
      assertEquals(number, texts.size());
      assertEquals(text(number), texts.get(number));
    }
    assertEquals(text(CellTexts.BLOCK), texts.get(CellTexts.BLOCK));
  }
}
