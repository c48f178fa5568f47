package io.nyala.dsl.lang;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A cell that is a name, a number, a string or a sum of such: its value is worked out on the spot,
 * where making and loading a class would take a hundred times as long. Whatever could do more than
 * give a value, an error included, and whatever runs again, is compiled.
 */
public final class SimpleCell extends CellScript {
  private static final Object NOT_SIMPLE = new Object();
  private static final Set<Class<?>> NUMBERS =
      Set.of(Integer.class, Long.class, Double.class, Float.class);

  /** What such a cell consists of. */
  public sealed interface Term {}

  /** A number or a string. */
  public record Literal(Object value) implements Term {}

  /** A variable of the session. */
  public record Name(String id) implements Term {}

  /**
   * Two numbers, added, subtracted or multiplied.
   *
   * @param operator {@code +}, {@code -} or {@code *}
   */
  public record Sum(String operator, Term left, Term right) implements Term {
    /** The operators there are. */
    public static final Set<String> OPERATORS = Set.of("+", "-", "*");
  }

  /** What a language's operator makes of two numbers. */
  @FunctionalInterface
  public interface Adder {
    Object apply(String operator, Object left, Object right);
  }

  private final CellHost host;
  private final Term term;
  private final Adder adder;
  private final Supplier<CellScript> compiler;
  private CellScript compiled;
  private boolean hasRun;

  private SimpleCell(CellHost host, Term term, Adder adder, Supplier<CellScript> compiler) {
    this.host = host;
    this.term = term;
    this.adder = adder;
    this.compiler = compiler;
    attach(host);
  }

  /**
   * A cell that consists of this.
   *
   * @param compiler compiles the same cell, for when more is needed than its value
   */
  public static CompiledCell of(
      CellHost host, Term term, Adder adder, Supplier<CellScript> compiler) {
    SimpleCell script = new SimpleCell(host, term, adder, compiler);
    return new CompiledCell(script, Map.of(), Set.of(), () -> {});
  }

  @Override
  public Object run() {
    Object value = hasRun ? NOT_SIMPLE : value(term);
    hasRun = true;
    if (value != NOT_SIMPLE) {
      return value;
    }
    if (compiled == null) {
      compiled = compiler.get();
    }
    return compiled.run();
  }

  private Object value(Term of) {
    if (of instanceof Literal literal) {
      return literal.value();
    }
    if (of instanceof Name name) {
      Object value = host.variables().get(name.id());
      return value == null ? NOT_SIMPLE : value;
    }
    Sum sum = (Sum) of;
    Object left = value(sum.left());
    Object right = value(sum.right());
    boolean numbers = NUMBERS.contains(left.getClass()) && NUMBERS.contains(right.getClass());
    return numbers ? adder.apply(sum.operator(), left, right) : NOT_SIMPLE;
  }
}
