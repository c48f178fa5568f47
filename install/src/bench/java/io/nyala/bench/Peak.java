package io.nyala.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one thread of the machine can do at most: multiply-adds that never leave the registers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 80, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class Peak {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** How often each of the ten chains is taken one multiply-add further. */
  @Param("4000")
  public int turns;

  /** Multiply-adds of independent chains, a vector each. */
  @Benchmark
  public float registers() {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(SPECIES, 0.001f);
    FloatVector s0 = y;
    FloatVector s1 = x;
    FloatVector s2 = y;
    FloatVector s3 = x;
    FloatVector s4 = y;
    FloatVector s5 = x;
    FloatVector s6 = y;
    FloatVector s7 = x;
    FloatVector s8 = y;
    FloatVector s9 = x;
    for (int i = 0; i < turns; i++) {
      s0 = s0.fma(x, y);
      s1 = s1.fma(x, y);
      s2 = s2.fma(x, y);
      s3 = s3.fma(x, y);
      s4 = s4.fma(x, y);
      s5 = s5.fma(x, y);
      s6 = s6.fma(x, y);
      s7 = s7.fma(x, y);
      s8 = s8.fma(x, y);
      s9 = s9.fma(x, y);
    }
    return s0.add(s1)
        .add(s2.add(s3))
        .add(s4.add(s5))
        .add(s6.add(s7))
        .add(s8.add(s9))
        .reduceLanes(VectorOperators.ADD);
  }
}
