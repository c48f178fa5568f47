package io.nyala.compute;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Products;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Sorting;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  @AfterEach
  void forget() {
    Thread.interrupted();
  }

  @Test
  void nothingIsStoppedUnasked() {
    assertDoesNotThrow(Interruption::check);
  }

  @Test
  void operationsStopBetweenTheirBlocks() {
    Tensor floats = Tensor.zeros(DType.FLOAT32, Shape.of(300, 300));
    Tensor doubles = Tensor.zeros(DType.FLOAT64, Shape.of(3, 3));
    Tensor wholes = Tensor.zeros(DType.INT64, Shape.of(3, 3));
    Tensor definite = LinAlg.diag(Tensor.full(DType.FLOAT64, Shape.of(3), 1));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> LinAlg.inv(definite));
    assertThrows(CancellationException.class, () -> LinAlg.cholesky(definite));
    assertThrows(CancellationException.class, () -> LinAlg.qr(definite, true));
    assertThrows(CancellationException.class, () -> LinAlg.eigh(definite));
    assertThrows(CancellationException.class, () -> LinAlg.svd(definite, true));
    assertThrows(CancellationException.class, () -> Matrix.matmul(floats, floats));
    assertThrows(CancellationException.class, () -> Matrix.matmul(doubles, doubles));
    assertThrows(CancellationException.class, () -> Matrix.matmul(wholes, wholes));
    assertThrows(CancellationException.class, () -> Sorting.sort(floats, -1, false));
    assertThrows(CancellationException.class, () -> Arithmetic.add(doubles, doubles));
    assertThrows(CancellationException.class, () -> Reduce.cumsum(doubles, 0));
    assertThrows(CancellationException.class, () -> Reduce.argmax(doubles, 0));
    assertThrows(CancellationException.class, () -> Products.cumprod(doubles, 0));
    assertTrue(Thread.interrupted(), "who catches it must see that it was meant");
  }

  @Test
  void anInterruptStopsTheTasksOfOtherThreads() {
    AtomicInteger stopped = new AtomicInteger();
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () ->
            Threads.parallel(
                4,
                task -> {
                  try {
                    Interruption.check();
                  } catch (CancellationException e) {
                    stopped.incrementAndGet();
                    throw e;
                  }
                }));
    assertEquals(4, stopped.get());
  }

  @Test
  void whatIsShieldedIsDoneWhole() {
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    Interruption.shielded(
        () ->
            Threads.parallel(
                4,
                task -> {
                  Interruption.check();
                  done.incrementAndGet();
                }));
    assertEquals(4, done.get());
    assertThrows(CancellationException.class, Interruption::check);
  }
}
