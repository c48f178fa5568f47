package io.nyala.example;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nyala.SentimentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java example does what it says. */
class CourseLstmTest {

  @Test
  void trainsSavesAndOpens(@TempDir Path folder) throws Exception {
    assumeTrue(
        System.getenv("NYALA_DATASETS") != null && SentimentFile.isHere(), SentimentFile.WHY_NOT);
    Path file = folder.resolve("course.keras");
    CourseLstm.main(new String[] {"1", file.toString()});
    assertTrue(Files.size(file) > 1_000_000, "the model with its optimizer state");
  }
}
