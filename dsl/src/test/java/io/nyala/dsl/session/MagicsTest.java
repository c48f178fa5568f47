package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicsTest {
  @TempDir Path folder;
  private final String before = System.getProperty("user.dir");
  private Session session;
  private Recorder seen;

  @BeforeEach
  void start() {
    session = new Session();
    System.setProperty("user.dir", folder.toString());
  }

  @AfterEach
  void stop() {
    System.setProperty("user.dir", before);
    session.close();
  }

  private Object run(String code) {
    seen = new Recorder();
    Outcome outcome = session.run(code, seen);
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(String.join("\n", failure.traceback()), failure.cause());
    }
    return ((Outcome.Value) outcome).value();
  }

  private Outcome.Failure fail(String code) {
    seen = new Recorder();
    return assertInstanceOf(Outcome.Failure.class, session.run(code, seen), code);
  }

  @Test
  void timesCodeAndGivesItsValue() {
    assertEquals(3, run("%time 1 + 2"));
    assertTrue(
        seen.out.toString().matches("CPU times: total: .+\nWall time: .+\n"), seen.out::toString);
    assertEquals(7, run("%%time\nx = 3\nx + 4"));
    assertEquals(3, run("%time y = 3\ny"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsTheLinesOfACommand() {
    assertEquals(List.of("a", "b"), run("x = !printf 'a\\nb\\n'\nx"));
    assertEquals(false, run("flag = true\ndone = !flag\ndone"));
    assertEquals(true, run("def isDone() { false }\nz = !isDone()\nz"));
    run("n = 4\n!echo {n} {n + 1} $n ${n}x {a,b}");
    assertTrue(seen.out.toString().startsWith("4 5 4 "), seen.out::toString);
    run("!echo 'x y' | awk '{print $2}'");
    assertEquals("y\n", seen.out.toString());
    assertEquals(
        "kept\n",
        run("%%bash --out said --no-raise-error\necho kept\nexit 3\n") == null
            ? run("said")
            : null);
  }

  @Test
  void runsAScriptInItsOwnLanguage() throws IOException {
    Files.writeString(
        folder.resolve("a.py"), "import sys\ndef f(x):\n    return x\nargv = sys.argv\n");
    Files.writeString(folder.resolve("b.groovy"), "def g = { it }\nlast = args[-1]\n");
    run("%run a.py one two");
    assertEquals(List.of("a.py", "one", "two"), run("argv"));
    run("%run b.groovy three");
    assertEquals("three", run("last"));
  }

  @Test
  void captureKeepsWhatIsAskedFor() {
    run(
        "%%capture --no-stdout kept\nprint('passes')\ndisplay('old', display_id='d')\n"
            + "update_display('new', display_id='d')");
    assertEquals("passes\n", seen.out.toString());
    run("kept()");
    assertEquals(List.of("display:'new'"), seen.messages);
  }

  @Test
  void searchesItsHistoryAndGoesBack() {
    run("first = 1");
    run("second = 2");
    run("second = 2");
    run("%history -u -g second*2");
    assertTrue(
        seen.out.toString().matches(" +\\d+: second = 2\n +\\d+: %history -u -g second\\*2\n"));
    run("%cd /");
    run("%cd -");
    assertEquals(folder.toString(), System.getProperty("user.dir"));
  }

  @Test
  void timesManyRuns() {
    run("n = 0");
    run("%timeit -n 5 -r 2 n = n + 1");
    assertEquals(10, run("n"));
    assertNull(run("%timeit -n 3 -r 1 -q n = n + 1"));
    assertEquals("", seen.out.toString());
    run("%%timeit -n 2 -r 3\nn = n + 1");
    assertTrue(
        seen.out.toString().contains("per loop (mean ± std. dev. of 3 runs, 2 loops each)"),
        seen.out::toString);
    assertEquals(19, run("n"));
  }

  @Test
  void runsMagicsWhereverAStatementMayStand() {
    run("total = 0\nfor (i in [1, 2]) {\n  %time total += 1\n}");
    assertEquals(2, run("total"));
    assertEquals(folder.toString(), run("here = %pwd\nhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a = 7; b = 4; c = (a\\n% b); c                | 3
          a = 7; b = 4\\nc = (a\\n%b)\\nc               | 3
          a = 7; b = 4\\nc = a %\\nb\\nc                | 3
          a = 7; b = 4\\nc = a\\n  % b\\nc              | 3
          s = '''\\n%time\\n!ls\\n'''\\ns.trim().size() | 9
          done = false\\n!done                          | true
          [1, 0].findAll {\\n!it\\n}.size()             | 1
          x = [\\n!true,\\n!false]\\nx[1]               | true
          /*\\n%nothing\\n*/\\n5                        | 5
          """)
  void leavesTheLanguageItsOwnSigns(String code, String expected) {
    assertEquals(expected, String.valueOf(run(code.replace("\\n", "\n"))));
  }

  @Test
  void namesTheNearestMagic() {
    Outcome.Failure failure = fail("x = 1\n%tiem f()");
    assertEquals("UsageError", failure.name());
    assertTrue(
        failure.message().contains("`%tiem` not found. Did you mean: '%time'?"), failure::message);
    assertTrue(fail("%%markdwon\n# hi").message().contains("'%%markdown'"));
    assertTrue(fail("%html").message().contains("%%html"));
  }

  @Test
  void listsVariables() {
    run("count = 3; words = ['a', 'b']; _hidden = 1");
    run("%who");
    assertEquals("count\t words\n", seen.out.toString());
    run("%whos");
    String table = seen.out.toString();
    assertTrue(table.startsWith("Variable   Type"), table);
    assertTrue(table.matches("(?s).*count +int +3\n.*words +list +n=2\n"), table);
    assertEquals(List.of("count"), run("%who_ls int"));
  }

  @Test
  void forgetsWhenAskedTo() {
    run("count = 3");
    run("%reset -f");
    assertEquals("NameError", fail("count").name());
    run("count = 4; layers = 5");
    seen = new Recorder();
    seen.answers.add("n");
    session.run("%reset", seen);
    assertEquals(4, run("count"));
    run("%reset -f");
    assertTrue(session.variables().containsKey("keras"));
    assertFalse(session.variables().get("layers") instanceof Integer);
  }

  @Test
  void printsEarlierCells() {
    run("a = 1");
    run("b = 2\nb");
    run("%history -n 1-2");
    assertEquals("   1: a = 1\n   2:\nb = 2\nb\n", seen.out.toString());
    run("%history -l 1");
    assertEquals("%history -l 1\n", seen.out.toString());
    run("%history -o 1-2");
    assertEquals("a = 1\nb = 2\nb\n2\n", seen.out.toString());
  }

  @Test
  void whatFailsBeforeCompilingNamesItsLine() {
    String trace = String.join("\n", fail("x = 1\n\n%maven nonsense\ny = 2").traceback());
    assertTrue(trace.replaceAll("\u001b\\[\\d+m", "").contains(", line 3\n"), trace);
    assertTrue(trace.contains("%maven nonsense"), trace);
  }

  @Test
  void loadsSomeLinesOfAFile() throws IOException {
    Files.writeString(folder.resolve("five.txt"), "a\nb\nc\nd\ne\n");
    run("%load -r 2-3,5 five.txt");
    assertEquals("b\nc\ne\n", seen.out.toString());
    run("%load -r 4- five.txt");
    assertEquals("d\ne\n", seen.out.toString());
  }

  @Test
  void commandsOfPythonCellsAreNeverNegations() {
    session.setLanguage("python");
    run("!false");
    assertEquals(1, run("_exit_code"));
    run("echo = 1\n!echo said");
    assertEquals("said\n", seen.out.toString());
  }

  @Test
  void describesPythonVariables() {
    session.setLanguage("python");
    run("class Point:\n    pass\np = Point()\ntext = 'a\\nb'\ndef f(): pass");
    run("%%capture kept\nprint('x')");
    run("%whos");
    String table = seen.out.toString().replaceAll(" +", " ");
    assertTrue(table.contains("\nPoint type "), table);
    assertTrue(table.contains("\np Point "), table);
    assertTrue(table.contains("\ntext str a\\nb\n"), table);
    assertTrue(table.contains("\nf function "), table);
    assertTrue(table.contains("\nkept CapturedIO x\\n\n"), table);
  }

  @Test
  void takesIndentedCodeAndSetsTimingsUp() {
    session.setLanguage("python");
    run("  x = 1\n  if x:\n    y = 2");
    assertEquals(2, run("y"));
    run("%%timeit -n 2 -r 2 z = 5\nz + 1");
    assertTrue(seen.out.toString().contains("2 runs, 2 loops each"), seen.out::toString);
  }

  @Test
  void writesRunsAndLoadsFiles() throws IOException {
    run("%%writefile part.groovy\nx = 20 + args.size()\ndef twice(n) { n * 2 }");
    assertEquals("Writing part.groovy\n", seen.out.toString());
    run("%%writefile -a part.groovy\ny = 1");
    assertTrue(Files.readString(folder.resolve("part.groovy")).endsWith("* 2 }\ny = 1\n"));
    run("%run part.groovy one two");
    assertEquals(45, run("twice(x) + y"));
    run("%load part.groovy");
    assertTrue(seen.out.toString().contains("def twice"));
    Files.writeString(
        folder.resolve("n.ipynb"),
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"x\"},"
            + "{\"cell_type\": \"code\", \"source\": [\"z = 5\\n\", \"z\"]}]}");
    run("%run n.ipynb");
    assertEquals(5, run("z"));
    assertEquals("FileNotFoundError", fail("%run nowhere.groovy").name());
  }

  @Test
  void namesTheLineOfAFileThatFails() throws IOException {
    Files.writeString(folder.resolve("bad.groovy"), "a = 1\nthrow new RuntimeException('here')\n");
    String trace = String.join("\n", fail("%run bad.groovy").traceback());
    assertTrue(trace.contains("bad.groovy"), trace);
    assertTrue(trace.contains("throw new"), trace);
  }

  @Test
  void changesTheFolder() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/t.txt"), "hello");
    run("%cd sub");
    assertEquals("hello", run("open('t.txt').read()"));
    run("%cd ..");
    assertEquals("FileNotFoundError", fail("%cd nowhere").name());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void runsCommands() {
    run("word = 'it'");
    run("!echo $word {word} \"it's\" # not a comment of the cell");
    assertEquals("it it it's\n", seen.out.toString());
    run("!echo wrong >&2; exit 3");
    assertEquals("wrong\n", seen.err.toString());
    assertEquals(3, run("_exit_code"));
    assertEquals(List.of("a", "b"), run("lines = %sx printf 'a\\nb\\n'\nlines"));
    run("%env FRUIT=pear");
    run("%%bash\nfor i in 1 2; do echo $FRUIT $i; done");
    assertEquals("pear 1\npear 2\n", seen.out.toString());
    assertEquals("CalledProcessError", fail("%%bash\nexit 4").name());
    assertEquals("pear", run("%env FRUIT"));
    assertInstanceOf(Map.class, run("%env"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stopsACommandOnInterrupt() throws Exception {
    Path begun = folder.resolve("begun");
    Thread stopper =
        new Thread(
            () -> {
              while (!Files.exists(begun)) {
                LockSupport.parkNanos(10_000_000);
              }
              session.interrupt();
            });
    stopper.start();
    assertEquals("KeyboardInterrupt", fail("!touch " + begun + "; sleep 600").name());
    stopper.join();
  }

  @Test
  void showsCellsAsWhatTheyAre() {
    run("%%html\n<b>hi</b>");
    assertEquals(List.of("display:<HTML object>"), seen.messages);
    run("\n%%markdown\n# hi\n");
    assertEquals(List.of("display:# hi"), seen.messages);
    run("%%latex\n$x^2$");
    assertEquals(List.of("display:$x^2$"), seen.messages);
  }

  @Test
  void capturesOutput() {
    run("%%capture out\nprint('loud')\nSystem.err.print('bad')\ndisplay(5)\n6");
    assertEquals(List.of(), seen.messages);
    assertEquals("loud\n", run("out.stdout()"));
    assertEquals("bad", run("out.stderr()"));
    run("out.show()");
    assertEquals(List.of("STDOUT:loud\n", "STDERR:bad", "display:5", "display:6"), seen.messages);
  }

  @Test
  void runsCellsInTheLanguageTheyName() {
    assertEquals(5, run("%%groovy\n2 + 3"));
    assertEquals("UsageError", fail("%pip install numpy").name());
    run("%matplotlib inline");
    assertEquals("UsageError", fail("%matplotlib qt").name());
  }

  @Test
  void takesMagicsFromOthers() {
    session.magics().line("shout", "%shout TEXT", "Shouts.", call -> call.argument().toUpperCase());
    assertEquals("IT'S \\ HERE", run("%shout it's \\ here"));
    run("%lsmagic");
    assertTrue(seen.out.toString().contains("%shout"));
    run("%magic");
    assertTrue(seen.out.toString().contains("Shouts."));
  }

  @Test
  void saysWhatIsDoneInsteadOfExtensions() {
    run("%load_ext tensorboard\n%tensorboard --logdir logs");
    assertTrue(seen.out.toString().contains("`tensorboard --logdir logs` in a terminal"));
    run("%load_ext autoreload\n%autoreload 2");
    assertTrue(seen.out.toString().contains("when the kernel restarts"));
    assertEquals("UsageError", fail("%load_ext sql").name());
  }

  @Test
  void keepsLineNumbers() {
    Outcome.Failure failure = fail("%matplotlib \\\ninline\n\n1 / 0");
    assertTrue(
        failure.traceback().stream().anyMatch(line -> line.contains("4") && line.contains("1 / 0")),
        () -> String.join("\n", failure.traceback()));
  }

  private static List<String> texts(Completions completions) {
    return completions.matches().stream().map(Completions.Match::text).toList();
  }

  @Test
  void helpsAtTheKeyboard() throws IOException {
    Files.writeString(folder.resolve("model.groovy"), "1");
    assertEquals(
        List.of("%time", "%timeit", "%%time", "%%timeit"), texts(session.complete("%ti", 3)));
    assertEquals(List.of("%%time", "%%timeit"), texts(session.complete("%%ti", 4)));
    assertEquals(List.of(), texts(session.complete("x\n%%ti", 6)));
    assertEquals(List.of("%pwd"), texts(session.complete("x = %pw", 7)));
    assertEquals(List.of("model.groovy"), texts(session.complete("%run mod", 8)));
    assertTrue(texts(session.complete("%time keras.layers.LS", 21)).contains("LSTM"));
    assertTrue(session.inspect("%timeit x", 3, 0).orElseThrow().plain().contains("mean time"));
    assertEquals(Completeness.Status.COMPLETE, session.isComplete("%time f()").status());
    assertEquals(Completeness.Status.COMPLETE, session.isComplete("!echo it's").status());
    assertEquals(Completeness.Status.INCOMPLETE, session.isComplete("%%html\n<b>").status());
    assertEquals(Completeness.Status.INCOMPLETE, session.isComplete("%%html").status());
    assertEquals(Completeness.Status.COMPLETE, session.isComplete("%%html\n<b>\n").status());
  }
}
