package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session remembers of its cells, and how cells ask. */
class CellMemoryTest {
  private Session session = new Session();
  private final Recorder recorder = new Recorder();

  @AfterEach
  void close() {
    session.close();
  }

  private Outcome.Failure failure(String code) {
    return assertInstanceOf(Outcome.Failure.class, session.run(code, recorder));
  }

  private Object value(String code) {
    return assertInstanceOf(Outcome.Value.class, session.run(code, recorder)).value();
  }

  @Test
  void earlierCellsAndValuesHaveTheNamesThatIPythonGivesThem() {
    for (String language : List.of("groovy", "python")) {
      session.close();
      session = new Session();
      session.setLanguage(language);
      value("1 + 1");
      value("'two'");
      value("x = 3");
      assertEquals("two", value("_"));
      assertEquals("two", value("__"));
      assertEquals(2, ((Number) value("_1")).intValue());
      assertEquals(2, ((Number) value("Out[1]")).intValue());
      assertEquals("1 + 1", value("In[1]"));
      assertEquals("x = 3", value("_i3"));
      assertEquals("_i3", value("_i"));
      assertEquals("_i", value("In[-2]"));
      assertEquals("NameError", failure("_3").name());
      session.reset();
      assertEquals(0, ((Number) value(language.equals("groovy") ? "Out.size()" : "len(Out)")));
    }
  }

  @Test
  void onlyNumberedCellsAreRemembered() {
    value("41");
    session.run("42", "user expression", recorder);
    assertEquals(41, value("_"));
    session.run("'fifth'", "In [5]", recorder);
    assertEquals("fifth", value("_5"));
    assertEquals("", value("In[4]"));
  }

  @Test
  void manyObjectsThatWereShownDoNotStay() {
    for (int i = 1; i <= Cells.OBJECTS + 1; i++) {
      value("[" + i + "]");
    }
    assertEquals("NameError", failure("_1").name());
    assertEquals(List.of(2), value("_2"));
  }

  @Test
  void aSemicolonKeepsAPythonCellsValueToItself() {
    session.setLanguage("python");
    assertNull(value("5;"));
    assertNull(value("x = 1\nx;\n"));
    assertEquals(5, ((Number) value("5  # five;")).intValue());
  }

  @Test
  void questionsMayStandAmongOtherLines() {
    for (String language : List.of("groovy", "python")) {
      session.setLanguage(language);
      value("print('before')\nnp.zeros?\n?np.ones\nprint('after')");
      String out = recorder.out.toString();
      int zeros = out.indexOf("zeros(shape");
      int ones = out.indexOf("ones(shape");
      assertTrue(out.indexOf("before") < zeros && zeros < ones, out);
      assertTrue(ones < out.indexOf("after"), out);
      recorder.out.setLength(0);
    }
  }
}
