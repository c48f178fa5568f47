package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods of containers that loops call most, without the way that finds any method. */
final class Frequent {
  private Frequent() {}

  /** What the method gives; Unbound where it is none of these, or not called as usual. */
  static Object call(Object receiver, String name, Object[] arguments) {
    if (receiver == null || arguments.length > 2) {
      return Unbound.VALUE;
    }
    if (receiver.getClass() == ArrayList.class) {
      return ofList(receiver, name, arguments);
    }
    if (receiver instanceof Map<?, ?> map && !(receiver instanceof KerasInstance)) {
      return arguments.length > 0 && name.equals("get") ? get(map, arguments) : Unbound.VALUE;
    }
    if (receiver instanceof PySet set) {
      return arguments.length == 1 && name.equals("add") ? add(set, arguments[0]) : Unbound.VALUE;
    }
    return receiver instanceof PyDeque queue ? ofQueue(queue, name, arguments) : Unbound.VALUE;
  }

  private static Object ofList(Object receiver, String name, Object[] arguments) {
    if (arguments.length == 1 && name.equals("append")) {
      Containers.list(receiver).add(arguments[0]);
      return null;
    }
    if (arguments.length == 0 && name.equals("pop")) {
      List<Object> list = Containers.list(receiver);
      return list.isEmpty() ? Unbound.VALUE : list.remove(list.size() - 1);
    }
    return Unbound.VALUE;
  }

  private static Object get(Map<?, ?> map, Object[] arguments) {
    Object quick = Dicts.quick(map, arguments[0]);
    if (quick != null) {
      return quick;
    }
    Object key = Dicts.slot(map, arguments[0]);
    Object value = map.get(key);
    boolean missing = value == null && !map.containsKey(key);
    return missing && arguments.length > 1 ? arguments[1] : value;
  }

  private static Object add(PySet set, Object item) {
    set.add(Dicts.key(item));
    return null;
  }

  private static Object ofQueue(PyDeque queue, String name, Object[] arguments) {
    if (arguments.length == 1 && name.equals("append")) {
      queue.addLast(arguments[0]);
      return null;
    }
    boolean taken = arguments.length == 0 && !queue.isEmpty();
    if (taken && name.equals("popleft")) {
      return queue.removeFirst();
    }
    return taken && name.equals("pop") ? queue.removeLast() : Unbound.VALUE;
  }
}
