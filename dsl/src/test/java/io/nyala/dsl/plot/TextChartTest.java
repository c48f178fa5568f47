package io.nyala.dsl.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Session;
import io.nyala.dsl.show.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts on a terminal. */
class TextChartTest {

  /** Keeps what is displayed. */
  private record Screen(boolean isTerminal, boolean isRich, List<MimeBundle> shown)
      implements Frontend {
    @Override
    public void stream(Stream stream, String text) {}

    @Override
    public void display(MimeBundle bundle, String displayId) {
      shown.add(bundle);
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {}

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public String readLine(String prompt, boolean password) {
      return "";
    }
  }

  private static MimeBundle shown(boolean terminal, boolean rich, String cell) {
    Screen screen = new Screen(terminal, rich, new ArrayList<>());
    try (Session session = new Session()) {
      session.setLanguage("python");
      session.run(cell, screen);
    }
    return screen.shown().get(0);
  }

  @Test
  void aTerminalGetsDots() {
    String text =
        shown(
                true,
                false,
                "plt.plot([0, 1, 2], [0, 5, 10], label='up')\nplt.title('Rise')\nplt.legend()\nplt.show()")
            .plain();
    String[] lines = text.split("\n");
    assertEquals("<Figure size 640x480 with 1 Axes>", lines[0]);
    assertTrue(lines[1].strip().equals("Rise"), text);
    assertTrue(lines[2].startsWith("10 │ ") && lines[13].startsWith(" 0 │"), text);
    assertTrue(lines[13].charAt(4) >= 0x2800, text);
    assertFalse(lines[2].substring(5, 40).strip().length() > 0, text);
    assertTrue(lines[15].strip().startsWith("0") && lines[15].endsWith("2"), text);
    assertEquals("up", lines[16].strip());
  }

  @Test
  void barsAreFilled() {
    String text = shown(true, false, "plt.bar(['a', 'b'], [2, 4])\nplt.show()").plain();
    assertTrue(text.contains("⣿"), text);
  }

  @Test
  void aNotebookGetsThePicture() {
    MimeBundle bundle = shown(false, true, "plt.plot([1, 2])\nplt.show()");
    assertTrue(bundle.data().containsKey("image/svg+xml"));
    assertEquals("<Figure size 640x480 with 1 Axes>", bundle.plain());
  }
}
