package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.dsl.session.Completeness.Status;
import io.nyala.dsl.session.Completions.Match;
import io.nyala.dsl.show.MimeBundle;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help at the keyboard in Python cells, held to what IPython gives. */
class PythonHelpTest {
  private static final String CELL =
      """
      def fun(a, b=2, *args, c: int=3, **kw) -> int:
          '''Adds things.

          More.
          '''
          return a
      class Foo:
          '''Foo doc.'''
          def bar(self, x=1, *, y=2):
              '''bar doc'''
              return x
      class Point:
          def __init__(self, x, y=0):
              '''Where it is.'''
              self.x = x
          @property
          def size(self):
              raise ValueError('nobody asked for this')
      foo = Foo()
      point = Point(3)
      words = ['a', 'b']
      d = {'key1': 1}
      """;

  private static final Session SESSION = new Session();

  @BeforeAll
  static void define() {
    SESSION.setLanguage("python");
    assertEquals(Outcome.Value.class, SESSION.run(CELL, new Recorder()).getClass());
  }

  @AfterAll
  static void close() {
    SESSION.close();
  }

  private static List<String> complete(String code) {
    return SESSION.complete(code, code.length()).matches().stream().map(Match::text).toList();
  }

  private static String inspect(String code, int detail) {
    return SESSION
        .inspect(code, code.length(), detail)
        .map(MimeBundle::plain)
        .map(text -> text.replaceAll("\u001b\\[\\d+m", ""))
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fun(|a=",
        "fun(|b=",
        "fun(1, 2, 3, 4, |c=",
        "foo.bar(y|y=",
        "Point(|x=",
        "sorted(words, k|key=",
        "import o|os",
        "import os, m|math",
        "from os import pa|path",
        "from os.|path",
        "from os im|import",
        "from math import sq|sqrt",
        "'a'.up|upper",
        "words.ap|append",
        "[].so|sort",
        "point.si|size",
        "f'{wor|words",
        "f\"{d} {wor|words",
        "print(f'''{wor|words",
        "d['k|key1"
      })
  void completes(String code, String match) {
    assertTrue(complete(code).contains(match), () -> complete(code).toString());
  }

  @Test
  void completesNoMoreThanThatInTexts() {
    assertFalse(complete("'{wor").contains("words"), "not in a plain string");
    assertFalse(complete("f'{{wor").contains("words"), "not after two braces");
    assertFalse(complete("f'{d}wor").contains("words"), "not after the braces");
    assertFalse(complete("fun(1, ").contains("a="), "not what has been given");
    assertFalse(complete("fun(").stream().anyMatch(each -> each.startsWith("*")));
  }

  @Test
  void showsSignaturesBesideCandidates() {
    Completions found = SESSION.complete("foo.", 4);
    assertEquals("bar(x=1, *, y=2)", found.matches().get(0).signature());
    assertEquals("class", SESSION.complete("Foo", 3).matches().get(0).type());
  }

  @Test
  void tellsWhatFunctionsAndClassesAre() {
    assertEquals(
        """
        Signature: fun(a, b=2, *args, c=3, **kw)
        Docstring:
        Adds things.

        More.
        Type:      function""",
        inspect("fun(", 0));
    assertTrue(inspect("fun", 1).contains("Source:\ndef fun(a, b=2"), inspect("fun", 1));
    assertTrue(inspect("foo.bar", 1).contains("    def bar(self"), inspect("foo.bar", 1));
    assertFalse(inspect("foo.bar", 1).contains("class Point"));
    assertTrue(inspect("Point", 0).startsWith("Init signature: Point(x, y=0)"));
    assertTrue(inspect("foo", 0).contains("Docstring:   Foo doc."));
    assertTrue(inspect("words", 0).contains("Length:      2"));
    assertTrue(inspect("len(words)", 0).contains("Signature: len(obj, /)"));
    assertTrue(inspect("words.sort(", 0).contains("sort(*, key=None, reverse=False)"));
    assertTrue(inspect("'abc'.upper", 0).contains("In large letters."));
    assertTrue(inspect("str.zfill", 0).contains("zfill(width, /)"));
    assertEquals("", inspect("nothing", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "'class A:\n    def f(self):',INCOMPLETE,'        '",
    "'class A:\n    def f(self):\n        return 1',INCOMPLETE,'        '",
    "'match x:\n    case 1:',INCOMPLETE,'        '",
    "'for i in x:\n    pass',INCOMPLETE,'    '",
    "'try:\n  pass',INCOMPLETE,'  '",
    "'x = \\',INCOMPLETE,''",
    "'@dec',INCOMPLETE,''",
    "'a = (1,',INCOMPLETE,''",
    "'1 +',INVALID,",
    "'import',INVALID,",
    "'from x',INVALID,",
    "'x = ) \\',INVALID,",
    "'for i in x:\n    pass\n',COMPLETE,"
  })
  void knowsWhereACellEnds(String code, Status status, String indent) {
    Completeness answer = SESSION.isComplete(code);
    assertEquals(status, answer.status());
    if (status == Status.INCOMPLETE) {
      assertEquals(indent, answer.indent());
    }
  }
}
