package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RehearsalTest {

  @Test
  @Timeout(600)
  void everyQuestionIsAnswered() {
    assertDoesNotThrow(Rehearsal::rehearse);
  }
}
