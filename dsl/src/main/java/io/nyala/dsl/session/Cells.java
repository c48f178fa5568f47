package io.nyala.dsl.session;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the numbered cells were and gave, under the names that IPython has for them: {@code In},
 * {@code Out}, {@code _5}, {@code _i5}, {@code _i}, {@code _ii}, {@code _iii}. Every text is kept;
 * of the values the last thousand, of those that are more than a number or a string the last
 * hundred, so that models and tensors that were once shown do not stay for good.
 */
final class Cells {
  static final int VALUES = 1_000;
  static final int OBJECTS = 100;
  private static final Pattern NUMBERED = Pattern.compile("_(i?)([0-9]{1,9})");
  private static final Pattern LATEST = Pattern.compile("_i{1,3}");
  private static final Pattern NAME = Pattern.compile("In \\[([0-9]{1,9})\\]");

  private final CellTexts inputs = new CellTexts();
  private final Map<Object, Object> values = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Deque<Integer> objects = new ArrayDeque<>();
  private volatile int number;

  /** The name of the cell after the last one. */
  String nextName() {
    return "In [" + (number + 1) + "]";
  }

  /** A cell begins; true if its name is that of a numbered cell, which alone is remembered. */
  boolean begin(String cellName, String code) {
    Matcher name = NAME.matcher(cellName);
    if (name.matches()) {
      number = Integer.parseInt(name.group(1));
      inputs.put(number, code);
      return true;
    }
    return false;
  }

  /**
   * The running cell gave a value that is shown: {@code _} is the last one, {@code __} the one
   * before and {@code ___} its own.
   */
  void end(Object value, Map<String, Object> variables) {
    for (String name : List.of("__", "_")) {
      if (variables.containsKey(name)) {
        variables.put("_" + name, variables.get(name));
      }
    }
    variables.put("_", value);
    keep(value);
  }

  /** {@code Out} is not kept within itself. */
  private synchronized void keep(Object value) {
    if (value == values) {
      return;
    }
    values.put(number, value);
    if (!(value instanceof Number || value instanceof String || value instanceof Boolean)) {
      objects.add(number);
    }
    if (objects.size() > OBJECTS) {
      values.remove(objects.remove());
    }
    if (values.size() > VALUES) {
      values.remove(values.keySet().iterator().next());
    }
  }

  synchronized void forgetValues() {
    values.clear();
    objects.clear();
  }

  /** The cells' texts by their numbers, oldest first. */
  Map<Integer, String> texts() {
    Map<Integer, String> all = new LinkedHashMap<>();
    for (int each = 1; each <= inputs.size(); each++) {
      all.put(each, inputs.get(each));
    }
    return all;
  }

  /** The names that are always there. */
  Map<String, Object> names() {
    List<String> in = new Inputs();
    return Map.of("In", in, "_ih", in, "Out", values, "_oh", values);
  }

  /** What a name with a number in it, or {@code _i} and its like, stands for; null if nothing. */
  Object find(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    if (numbered.matches()) {
      int wanted = Integer.parseInt(numbered.group(2));
      return numbered.group(1).isEmpty() ? values.get(wanted) : inputs.get(wanted);
    }
    if (LATEST.matcher(name).matches()) {
      String text = inputs.get(number - name.length() + 1);
      return text == null ? "" : text;
    }
    return null;
  }

  /** {@code In}: as in IPython, the first cell has number 1. */
  private final class Inputs extends AbstractList<String> {
    @Override
    public String get(int index) {
      String text = index == 0 ? "" : inputs.get(index);
      if (text == null) {
        throw new IndexOutOfBoundsException("there is no cell " + index);
      }
      return text;
    }

    @Override
    public int size() {
      return inputs.size() + 1;
    }

    @Override
    public String toString() {
      return new ArrayList<>(this).toString();
    }
  }

  /** Built-in names, and behind them those that have numbers. */
  final class Names extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object get(Object name) {
      Object value = super.get(name);
      return value == null && name instanceof String text && text.startsWith("_")
          ? find(text)
          : value;
    }
  }
}
