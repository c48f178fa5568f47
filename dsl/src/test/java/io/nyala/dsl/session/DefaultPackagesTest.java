package io.nyala.dsl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.Map;
import org.codehaus.groovy.vmplugin.v9.ClassFinder;
import org.junit.jupiter.api.Test;

class DefaultPackagesTest {

  @Test
  void nothingListsThePlatformBeforeTheFirstCell() {
    assertEquals(
        Map.of(), ClassFinder.find(URI.create("jrt:/modules/java.base/"), "java", true, false));
  }

  @Test
  void theirClassesAreFoundAllTheSame() {
    String code =
        "String.valueOf([new ArrayList(), LocalDate.of(2020, 1, 2).year, File.simpleName,"
            + " Eval.me('1 + 1'), new URI('a').path, Tuple2.name, 1G instanceof BigInteger,"
            + " new Expando(a: 1).a, Closure.simpleName, Math.max(1, 2)])";
    try (Session session = new Session()) {
      Outcome outcome = session.run(code, new Recorder());
      Outcome.Value value = assertInstanceOf(Outcome.Value.class, outcome);
      assertEquals(
          "[[], 2020, File, 2, a, groovy.lang.Tuple2, true, 1, Closure, 2]", value.value());
    }
  }
}
