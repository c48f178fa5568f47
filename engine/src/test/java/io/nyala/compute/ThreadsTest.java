package io.nyala.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  @Test
  void everyTaskRunsOnceAlsoWhenNested() {
    for (int round = 0; round < 2_000; round++) {
      AtomicIntegerArray seen = new AtomicIntegerArray(12);
      Threads.parallel(
          4,
          i ->
              Threads.ranges(
                  3,
                  1,
                  2,
                  (from, to) -> {
                    for (int j = from; j < to; j++) {
                      seen.incrementAndGet(i * 3 + j);
                    }
                  }));
      for (int i = 0; i < 12; i++) {
        assertEquals(1, seen.get(i));
      }
    }
  }

  @Test
  void insideATaskOnlyOneThreadIsAvailable() {
    Threads.parallel(2, i -> assertEquals(1, Threads.available()));
    assertEquals(Threads.count(), Threads.available());
  }

  @Test
  void aFailingTaskIsReportedAndThePoolSurvives() {
    for (int round = 0; round < 100; round++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              Threads.parallel(
                  2,
                  i -> {
                    if (i == 1) {
                      throw new IllegalStateException("one");
                    }
                  }));
    }
    everyTaskRunsOnceAlsoWhenNested();
  }

  @Test
  void rangesCoverEverythingInWholeGrains() {
    AtomicIntegerArray seen = new AtomicIntegerArray(1001);
    Threads.ranges(
        1001,
        64,
        3,
        (from, to) -> {
          assertEquals(0, from % 64);
          for (int i = from; i < to; i++) {
            seen.incrementAndGet(i);
          }
        });
    for (int i = 0; i < 1001; i++) {
      assertEquals(1, seen.get(i));
    }
  }
}
