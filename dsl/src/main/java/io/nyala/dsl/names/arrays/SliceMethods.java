package io.nyala.dsl.names.arrays;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.builtins.Iteration;
import io.nyala.tensor.Slice;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Slices of lists, tuples, strings and arrays: {@code xs[1:]}, {@code text[::-1]}. */
public final class SliceMethods {
  private SliceMethods() {}

  public static List<Object> getAt(List<?> self, Slice slice) {
    Slice.Positions taken = slice.over(self.size());
    List<Object> out = new ArrayList<>(taken.count());
    for (int i = 0; i < taken.count(); i++) {
      out.add(self.get(taken.at(i)));
    }
    return self instanceof Tuple ? Tuple.copyOf(out) : out;
  }

  public static String getAt(CharSequence self, Slice slice) {
    Slice.Positions taken = slice.over(self.length());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < taken.count(); i++) {
      out.append(self.charAt(taken.at(i)));
    }
    return out.toString();
  }

  public static Object getAt(Object[] self, Slice slice) {
    Slice.Positions taken = slice.over(self.length);
    Object out = Array.newInstance(self.getClass().getComponentType(), taken.count());
    for (int i = 0; i < taken.count(); i++) {
      Array.set(out, i, self[taken.at(i)]);
    }
    return out;
  }

  /** {@code xs[1:3] = values}; a slice with a step keeps the length. */
  public static void putAt(List<Object> self, Slice slice, Object values) {
    Slice.Positions taken = slice.over(self.size());
    List<Object> given = Iteration.items(values);
    if (taken.step() == 1) {
      self.subList(taken.start(), taken.start() + taken.count()).clear();
      self.addAll(taken.start(), given);
      return;
    }
    if (given.size() != taken.count()) {
      throw PyError.value(
          "attempt to assign sequence of size "
              + given.size()
              + " to extended slice of size "
              + taken.count());
    }
    for (int i = 0; i < given.size(); i++) {
      self.set(taken.at(i), given.get(i));
    }
  }
}
