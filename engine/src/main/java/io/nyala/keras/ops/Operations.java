package io.nyala.keras.ops;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.graph.Trees;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions of {@code keras.ops} that may stand in a graph of symbolic tensors. */
public final class Operations {

  private static final Set<String> OPTIONAL = Set.of("x2", "weights", "constant_values");

  /** Made when the first operation is asked for, which most sessions never do. */
  private static final class Kinds {
    static final Map<String, Operation.Kind> BY_FUNCTION = byFunction();
    static final List<KerasClass<?>> CLASSES = kerasClasses();
  }

  private Operations() {}

  private static Map<String, Operation.Kind> byFunction() {
    List<Operation.Kind> all = new ArrayList<>(ElementOperations.KINDS);
    all.addAll(ShapeOperations.KINDS);
    all.addAll(NumericOperations.KINDS);
    all.addAll(ArrayOperations.KINDS);
    all.addAll(NnOperations.KINDS);
    Map<String, Operation.Kind> map = new LinkedHashMap<>();
    all.forEach(kind -> map.put(kind.function(), kind));
    map.put("abs", map.get("absolute"));
    map.put("amax", map.get("max"));
    map.put("amin", map.get("min"));
    map.put("remainder", map.get("mod"));
    map.put("swish", map.get("silu"));
    map.put("hard_swish", map.get("hard_silu"));
    return map;
  }

  private static List<KerasClass<?>> kerasClasses() {
    List<KerasClass<?>> all = new ArrayList<>();
    new LinkedHashSet<>(Kinds.BY_FUNCTION.values()).forEach(kind -> all.add(kind.kerasClass()));
    return all;
  }

  /** Every class of operations. */
  public static List<KerasClass<?>> classes() {
    return Kinds.CLASSES;
  }

  /** True if a symbolic tensor is among these values, or in a list or map of them. */
  public static boolean areSymbolic(Object... values) {
    return !Trees.tensors(Arrays.asList(values)).isEmpty();
  }

  /** True if there is a function of this name here. */
  public static boolean has(String function) {
    return Kinds.BY_FUNCTION.containsKey(function);
  }

  /** The arguments of a function; null if there is none of this name. */
  public static ArgTable table(String function) {
    Operation.Kind kind = Kinds.BY_FUNCTION.get(function);
    return kind == null ? null : kind.table();
  }

  /** The names of all functions. */
  public static Set<String> functions() {
    return Collections.unmodifiableSet(Kinds.BY_FUNCTION.keySet());
  }

  /** Computes a function of tensors that are there. */
  public static Tensor compute(String function, List<?> byPosition, Map<String, ?> byName) {
    Operation.Kind kind = Kinds.BY_FUNCTION.get(function);
    Arguments all = kind.table().bind(byPosition, byName);
    List<Object> given = kind.called().stream().map(all::get).collect(Collectors.toList());
    return kind.body().apply(given, all);
  }

  /** Calls a function: on symbolic tensors it notes the call and gives a symbolic tensor. */
  public static Object call(String function, List<?> byPosition, Map<String, ?> byName) {
    Operation.Kind kind = Kinds.BY_FUNCTION.get(function);
    Arguments all = kind.table().bind(byPosition, byName);
    List<Object> given = new ArrayList<>();
    for (String name : kind.called()) {
      if (all.get(name) != null || !OPTIONAL.contains(name)) {
        given.add(all.get(name));
      }
    }
    Map<String, Object> fixed = new LinkedHashMap<>();
    for (Arg arg : kind.kerasClass().table().args()) {
      if (all.table().get(arg.name()) != null) {
        fixed.put(arg.name(), all.get(arg.name()));
      }
    }
    Operation operation = kind.kerasClass().create(List.of(), fixed);
    return operation.invoke(given, Map.of());
  }

  /** Calls a function by position. */
  public static Object call(String function, Object... byPosition) {
    return call(function, Arrays.asList(byPosition), Map.of());
  }

  static Arg called(String name) {
    return OPTIONAL.contains(name)
        ? Arg.of(name, ArgTypes.ANY, null, "A tensor or number.")
        : Arg.required(name, ArgTypes.ANY, "A tensor or number.");
  }

  /** The name of the function that a class of operations stands for. */
  static String function(String className) {
    return className.equals("GetItem") ? "get_item" : ObjectType.snake(className);
  }
}
