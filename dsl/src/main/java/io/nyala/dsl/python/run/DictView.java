package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;

/** {@code d.keys()}, {@code d.values()} and {@code d.items()}: live views of a dict. */
final class DictView extends AbstractSet<Object> implements NamedClass {
  private final Map<?, ?> dict;
  private final String kind;

  DictView(Map<?, ?> dict, String kind) {
    this.dict = dict;
    this.kind = kind;
  }

  @Override
  public String className() {
    return "dict_" + kind;
  }

  @Override
  public Iterator<Object> iterator() {
    Iterator<? extends Map.Entry<?, ?>> entries = dict.entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Object next() {
        Map.Entry<?, ?> entry = entries.next();
        return switch (kind) {
          case "keys" -> entry.getKey();
          case "values" -> entry.getValue();
          default -> Tuple.of(entry.getKey(), entry.getValue());
        };
      }
    };
  }

  @Override
  public int size() {
    return dict.size();
  }
}
