package io.nyala.dsl.names;

import io.nyala.tensor.Tensor;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** Which of two values comes first, as {@code sorted}, {@code min} and {@code max} see it. */
public final class Order implements Comparator<Object> {
  public static final Order NATURAL = new Order();

  private Order() {}

  @Override
  public int compare(Object left, Object right) {
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return lists(a, b);
    }
    if (left instanceof Tensor tensor && tensor.elements() == 1) {
      return compare(tensor.item(), right);
    }
    if (right instanceof Tensor tensor && tensor.elements() == 1) {
      return compare(left, tensor.item());
    }
    boolean text = left instanceof CharSequence && right instanceof CharSequence;
    boolean numbers = isNumber(left) && isNumber(right);
    boolean same = left != null && right != null && left.getClass() == right.getClass();
    if (text || numbers || same && left instanceof Comparable) {
      return DefaultTypeTransformation.compareTo(number(left), number(right));
    }
    throw PyError.type(
        "'<' not supported between instances of '"
            + Types.nameOf(left)
            + "' and '"
            + Types.nameOf(right)
            + "'");
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static Object number(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1 : 0) : value;
  }

  private int lists(List<?> a, List<?> b) {
    Iterator<?> other = b.iterator();
    for (Object item : a) {
      if (!other.hasNext()) {
        return 1;
      }
      Object next = other.next();
      int order = DefaultTypeTransformation.compareEqual(item, next) ? 0 : compare(item, next);
      if (order != 0) {
        return order;
      }
    }
    return other.hasNext() ? -1 : 0;
  }
}
