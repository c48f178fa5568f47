package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinsTest {
  private static Session session;
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    session = new Session();
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  private static String shown(String code) {
    Outcome outcome = session.run(code, new Recorder());
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(code + String.join("\n", failure.traceback()), failure.cause());
    }
    return ((Outcome.Value) outcome).shown() == null
        ? ""
        : ((Outcome.Value) outcome).shown().plain();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          len('héllo') ~ 5
          len([a: 1]) ~ 1
          range(3) ~ range(0, 3)
          list(range(10, 0, -3)) ~ [10, 7, 4, 1]
          list(zip([1, 2], 'ab')) ~ [(1, 'a'), (2, 'b')]
          list(enumerate('ab', start = 1)) ~ [(1, 'a'), (2, 'b')]
          sorted([3, 1, 2], reverse = True) ~ [3, 2, 1]
          sorted(['bb', 'a'], key = len) ~ ['a', 'bb']
          sum([1, 2.5, True]) ~ 4.5
          min(3, 1, 2) ~ 1
          max([1, 5, 2], key = { -it }) ~ 1
          max([], default = 0) ~ 0
          abs(-3) ~ 3
          round(2.5d) ~ 2
          round(2.675d, 2) ~ 2.67
          any([0, '', None]) ~ False
          all([1, 'a']) ~ True
          filter({ it > 1 }, [1, 2, 3]) ~ [2, 3]
          map({ a, b -> a + b }, [1, 2], [3, 4]) ~ [4, 6]
          reversed('abc') ~ ['c', 'b', 'a']
          tuple([1, 2]) ~ (1, 2)
          set([1, 1, 2]) ~ {1, 2}
          dict(a = 1, b = 2) ~ {'a': 1, 'b': 2}
          dict([['a', 1]]) ~ {'a': 1}
          str(1.0d) + str(True) + str(None) ~ '1.0TrueNone'
          int(3.9) + int('  42 ') + int('ff', 16) + int(True) ~ 301
          int(12345678901) ~ 12345678901
          float('1e-3') ~ 0.001
          float('inf') ~ inf
          bool([]) ~ False
          isinstance(3, int) && isinstance('a', (int, str)) && !isinstance(3, str) ~ True
          type(3) == int ~ True
          type('a') ~ <class 'str'>
          'a b\\n'.rstrip('\\n').split(' ')[1] ~ 'b'
          'a.b'.split('.').toList() ~ ['a', 'b']
          'a|b'.split('|').toList() ~ ['a', 'b']
          'a  b c'.split().toList() ~ ['a', 'b', 'c']
          'a b c'.split(' ', maxsplit = 1).toList() ~ ['a', 'b c']
          ', '.join(['a', 'b']) ~ 'a, b'
          ' x '.strip() + 'xxa'.lstrip('x') + 'ABC'.lower() + 'abc'.upper() ~ 'xaabcABC'
          'abc'.startswith('ab') && 'abc'.endswith(('x', 'bc')) ~ True
          '{} and {:.2f}'.format('x', 2.5) ~ 'x and 2.50'
          'x={}'.format('abc') ~ 'x=abc'
          '{0}{1}{0} {name!r:>5}'.format(1, 2, name = 'n') ~ "121   'n'"
          '{:,} {:>6} {:05d} {:.1%} {:e}'.format(1234567, 'ab', 42, 0.256, 12345.678) ~ '1,234,567     ab 00042 25.6% 1.234568e+04'
          '%s is %d, %.3f%%' % ('x', 3, 2.0) ~ 'x is 3, 2.000%'
          'abc'.index('c') + 'hello'.count('l') ~ 4
          'a,b'.replace(',', ';') ~ 'a;b'
          x = [1]; x.append(2); x.extend([3]); x.insert(0, 0); x ~ [0, 1, 2, 3]
          x = [1, 2, 3]; x.pop(-1) + x.index(2) ~ 4
          x = [3, 1]; x.sort(reverse = True, key = { -it }); x ~ [1, 3]
          [a: 1].items() ~ [('a', 1)]
          list([a: 1].keys()) + list([a: 1].values()) ~ ['a', 1]
          [a: 1].get('b') ~ ``
          1e-5d ~ 1e-05
          [0.1f, 1e20d, -0.0d] ~ [0.1, 1e+20, -0.0]
          "it's" ~ "it's"
          'a\\tb' ~ 'a\\tb'
          [None, True, 'a'] ~ [None, True, 'a']
          (1..3) ~ [1, 2, 3]
          [1, 2] as int[] ~ [1, 2]
          """)
  void works(String code, String expected) {
    assertEquals(expected, shown(code));
  }

  @Test
  void filesAreReadByLinesAndWritten() throws Exception {
    Path file = folder.resolve("data.txt");
    Files.write(file, "good\t1\r\nbad é\t0".getBytes(StandardCharsets.UTF_8));
    session.variables().put("path", file.toString());
    String read =
        """
        text = []
        label = []
        for (line in open(path)) {
            line = line.rstrip('\\n').split('\\t')
            text.append(line[0])
            label.append(int(line[1]))
        }
        [text, label]
        """;
    assertEquals("[['good', 'bad é'], [1, 0]]", shown(read));
    assertEquals("['good\\t1\\n', 'bad é\\t0']", shown("open(path).readlines()"));
    assertEquals(
        "('good\\t1\\n', 'bad é\\t0', '')",
        shown("f = open(path); (f.readline(), f.read(), f.read())"));
    shown(
        "f = open(path, 'w'); f.write('a\\n'); f.close(); f = open(path, 'a'); f.write('b'); f.close()");
    assertEquals("'a\\nb'", shown("open(path).withCloseable { f -> f.read() }"));
  }

  @Test
  void aLongListShowsAThousandItemsOnePerLine() {
    String[] lines = shown("range(5404).collect { 'w' + it }").split("\n");
    assertEquals(1001, lines.length);
    assertEquals("['w0',", lines[0]);
    assertEquals(" 'w999',", lines[999]);
    assertEquals(" ...]", lines[1000]);
  }

  @Test
  void aListOfUpToEightyColumnsStaysOnALine() {
    assertEquals(1, shown("['a'] * 16").split("\n").length);
    assertEquals(17, shown("['a'] * 17").split("\n").length);
  }
}
