package io.nyala.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  private static final List<GrowthBench.Point> POINTS =
      List.of(
          new GrowthBench.Point("time", 20, false, 200, Map.of("nyala", 1.0, "torch", 4.0)),
          new GrowthBench.Point("time", 2_000, true, 64_000, Map.of("nyala", 32.0, "torch", 48.0)));

  @Test
  void theChartIsXmlWithALineForEachContenderAndKindOfLengths() throws Exception {
    String svg = GrowthChart.svg(POINTS);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertEquals(5, svg.split("<polyline", -1).length);
  }

  @Test
  void growthIsToldBesideThePeerAndPerToken() {
    String table = new GrowthBench.Result(List.of("Nyala", "PyTorch"), POINTS).table();
    assertTrue(table.contains("| time | 20 | sentences | 1.00 | 4.00 | 4.00× | 5.00 |"), table);
    assertTrue(table.contains("| time | 2,000 | full | 32.00 | 48.00 | 1.50× | 0.50 |"), table);
  }

  @Test
  void productsAreToldAsSharesOfThePeakAndOfThePeer() {
    Map<String, Map<String, Double>> ours = Map.of("2x3x4", Map.of("packed", 80.0));
    Map<String, Map<String, Double>> theirs = Map.of("2x3x4", Map.of("AB", 40.0));
    String table = new KernelBench.Result(List.of(), 100, ours, theirs).table();
    assertTrue(table.contains("| 2×3×4 | packed | 80.0 | 80 % | 40.0 | 2.00× |"), table);
  }

  @Test
  void aPageKeepsWhatItsOtherSectionsSay(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.md");
    BenchPage.renew(page, "one", "first");
    BenchPage.renew(page, "two", "second");
    BenchPage.renew(page, "one", "third");
    assertEquals(
        "# Benchmarks\n\n<!-- one -->\nthird\n<!-- end of one -->\n\n"
            + "<!-- two -->\nsecond\n<!-- end of two -->\n",
        Files.readString(page));
  }

  @Test
  void predictionsAreToldAsTimesOfOurOwn() {
    PredictBench.Figures own = new PredictBench.Figures(0.25, 3, 300);
    PredictBench.Figures other = new PredictBench.Figures(25, 9, 900);
    Map<String, PredictBench.Figures> figures = new LinkedHashMap<>();
    figures.put("nyala", own);
    figures.put("keras", other);
    String table = new PredictBench.Result(List.of(), figures).table();
    assertTrue(table.contains("| keras | 25.000 | 100× | 9.0 | 900 |"), table);
  }
}
