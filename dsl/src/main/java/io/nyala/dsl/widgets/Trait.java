package io.nyala.dsl.widgets;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One property of a widget: its name, what it may be, what it is at first.
 *
 * @param optional whether it may be None
 * @param choices the strings it may be, or empty
 * @param synced whether the front end knows it
 */
record Trait(
    String name,
    Kind kind,
    boolean optional,
    List<String> choices,
    Object initial,
    boolean synced) {

  /** What a property may be. */
  enum Kind {
    INT,
    FLOAT,
    BOOL,
    TEXT,
    CHOICE,
    WIDGET,
    WIDGETS,
    ITEMS,
    ANY
  }

  /** Reads {@code value:int=0}, {@code tooltip:text?}, {@code orientation:horizontal|vertical}. */
  static Trait parse(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=', colon);
    String type = text.substring(colon + 1, equals < 0 ? text.length() : equals);
    String start = equals < 0 ? null : text.substring(equals + 1);
    boolean optional = type.endsWith("?");
    type = optional ? type.substring(0, type.length() - 1) : type;
    boolean choice = type.contains("|");
    Kind kind = choice ? Kind.CHOICE : Kind.valueOf(type.toUpperCase(Locale.ROOT));
    List<String> choices = choice ? List.of(type.split("\\|", -1)) : List.of();
    return new Trait(
        text.substring(0, colon), kind, optional, choices, initial(kind, start, choices), true);
  }

  private static Object initial(Kind kind, String start, List<String> choices) {
    return switch (kind) {
      case INT -> start == null ? null : Integer.valueOf(start);
      case FLOAT -> start == null ? null : Double.valueOf(start);
      case BOOL -> start == null ? null : Boolean.valueOf(start);
      case TEXT -> start;
      case CHOICE -> start == null ? choices.get(0) : start;
      case WIDGET, ANY -> null;
      case WIDGETS, ITEMS -> Tuple.of();
    };
  }

  /** The same property, which the front end never hears of. */
  Trait local() {
    return new Trait(name, kind, optional, choices, initial, false);
  }

  /**
   * A value as this property keeps it.
   *
   * @throws PyError {@code TraitError} if it cannot be one
   */
  Object accept(Widget owner, Object given) {
    Object value = given instanceof Tensor tensor && tensor.rank() == 0 ? tensor.item() : given;
    if (value == null && (optional || kind == Kind.ANY)) {
      return null;
    }
    return switch (kind) {
      case INT -> whole(owner, value);
      case FLOAT -> real(owner, value);
      case BOOL -> flag(owner, value);
      case TEXT -> text(owner, value);
      case CHOICE -> choice(owner, value);
      case WIDGET -> owner.home().part(owner, this, value);
      case WIDGETS -> children(owner, value);
      case ITEMS -> items(owner, value);
      case ANY -> value;
    };
  }

  private Object whole(Widget owner, Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    try {
      BigDecimal number =
          value instanceof Number || value instanceof CharSequence
              ? new BigDecimal(value.toString().strip())
              : null;
      if (number != null && !(value instanceof CharSequence && number.scale() > 0)) {
        BigInteger truncated = number.toBigInteger();
        return truncated.bitLength() < 32
            ? (Object) truncated.intValue()
            : (Object) truncated.longValueExact();
      }
    } catch (NumberFormatException e) {
      // Not a number: told below.
    } catch (ArithmeticException e) {
      throw new PyError("TraitError", what(owner) + " is a number too large for a widget", e);
    }
    throw wrong(owner, value, "an int");
  }

  private Object real(Widget owner, Object value) {
    try {
      if (value instanceof Boolean flag) {
        return flag ? 1.0 : 0.0;
      } else if (value instanceof Number number) {
        return number.doubleValue();
      } else if (value instanceof CharSequence text) {
        return Double.valueOf(text.toString().strip());
      }
    } catch (NumberFormatException e) {
      // Not a number: told below.
    }
    throw wrong(owner, value, "a float");
  }

  private Object flag(Widget owner, Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    boolean number = value instanceof Integer each && (each == 0 || each == 1);
    if (number) {
      return value.equals(1);
    }
    throw wrong(owner, value, "a boolean");
  }

  private Object text(Widget owner, Object value) {
    if (value instanceof CharSequence) {
      return value.toString();
    }
    throw wrong(owner, value, "a unicode string");
  }

  private Object choice(Widget owner, Object value) {
    if (value instanceof CharSequence) {
      for (String each : choices) {
        if (each.equalsIgnoreCase(value.toString())) {
          return each;
        }
      }
    }
    String all = String.join(", ", choices.stream().map(each -> "'" + each + "'").toList());
    throw wrong(owner, value, "any of [" + all + "] (case-insensitive)");
  }

  private Object children(Widget owner, Object value) {
    Tuple all = (Tuple) items(owner, value);
    return Tuple.copyOf(all.stream().map(each -> owner.home().child(owner, this, each)).toList());
  }

  private Object items(Widget owner, Object value) {
    if (value instanceof Collection<?> all) {
      return Tuple.copyOf(all);
    }
    throw wrong(owner, value, "a tuple");
  }

  /** The error for a value that this property cannot have. */
  PyError wrong(Widget owner, Object value, String expected) {
    String shown = value == null ? "None" : "the " + Types.nameOf(value) + " " + Repr.of(value);
    return new PyError(
        "TraitError", what(owner) + " expected " + expected + ", not " + shown + ".");
  }

  private String what(Widget owner) {
    String type = owner.type().name();
    String article = "AEIOU".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
    return "The '" + name + "' trait of " + article + type + " instance";
  }

  /** A value as JSON says it. */
  static Object json(Object value) {
    if (value instanceof Widget widget) {
      return widget.reference();
    }
    if (value instanceof Map<?, ?>) {
      return value;
    }
    return value instanceof Collection<?> all ? all.stream().map(Trait::json).toList() : value;
  }
}
