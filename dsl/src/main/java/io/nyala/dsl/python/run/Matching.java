package io.nyala.dsl.python.run;

import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.syntax.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a value is what a {@code case} looks for. */
public final class Matching {
  /** Classes whose one positional pattern is for the object itself. */
  private static final Set<String> WHOLE =
      Set.of("bool", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple");

  private final Object[] values;
  private final Object[] names;

  private Matching(Object[] values, int names) {
    this.values = values;
    this.names = new Object[names];
  }

  /** The values of the names that the pattern binds; null if the subject does not fit. */
  public static Object[] match(Object subject, Object pattern, Object[] values, int names) {
    Matching matching = new Matching(values, names);
    return matching.fits(subject, (Pattern) pattern) ? matching.names : null;
  }

  private boolean bind(int name, Object value) {
    if (name >= 0) {
      names[name] = value;
    }
    return true;
  }

  private boolean fits(Object subject, Pattern pattern) {
    if (pattern instanceof Pattern.Anything it) {
      return bind(it.name(), subject);
    }
    if (pattern instanceof Pattern.Value it) {
      Object wanted = values[it.expression()];
      boolean same = wanted == null || wanted instanceof Boolean;
      return same
          ? Truth.of(Comparisons.is(subject, wanted))
          : Truth.of(Comparisons.equal(subject, wanted));
    }
    if (pattern instanceof Pattern.As it) {
      return fits(subject, it.pattern()) && bind(it.name(), subject);
    }
    if (pattern instanceof Pattern.Either it) {
      return it.patterns().stream().anyMatch(each -> fits(subject, each));
    }
    if (pattern instanceof Pattern.Sequence it) {
      return isSequence(subject) && sequence(Iterators.list(subject), it.items());
    }
    if (pattern instanceof Pattern.Mapping it) {
      return subject instanceof Map<?, ?> map && mapping(map, it);
    }
    return pattern instanceof Pattern.Of it && object(subject, it);
  }

  private static boolean isSequence(Object subject) {
    return Containers.isList(subject)
        || subject instanceof Tuple
        || subject instanceof PyRange
        || subject instanceof PyDeque;
  }

  private boolean sequence(List<Object> items, List<Pattern> patterns) {
    int star = -1;
    for (int i = 0; i < patterns.size(); i++) {
      star = patterns.get(i) instanceof Pattern.Star ? i : star;
    }
    int fixed = star < 0 ? patterns.size() : patterns.size() - 1;
    if (star < 0 ? items.size() != fixed : items.size() < fixed) {
      return false;
    }
    for (int i = 0; i < patterns.size(); i++) {
      int at = star < 0 || i < star ? i : items.size() - patterns.size() + i;
      if (i == star) {
        int end = items.size() - patterns.size() + star + 1;
        bind(((Pattern.Star) patterns.get(i)).name(), new ArrayList<>(items.subList(star, end)));
      } else if (!fits(items.get(at), patterns.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean mapping(Map<?, ?> map, Pattern.Mapping pattern) {
    Map<Object, Object> rest = new LinkedHashMap<>(map);
    for (int i = 0; i < pattern.keys().size(); i++) {
      Object key = Dicts.key(values[pattern.keys().get(i)]);
      if (!map.containsKey(key) || !fits(map.get(key), pattern.values().get(i))) {
        return false;
      }
      rest.remove(key);
    }
    return bind(pattern.rest(), rest);
  }

  private boolean object(Object subject, Pattern.Of pattern) {
    Object type = values[pattern.type()];
    if (!(type instanceof PyClass || type instanceof io.nyala.dsl.names.NamedType)) {
      throw Errors.type("called match pattern must be a class");
    }
    if (!Types.isInstance(subject, type)) {
      return false;
    }
    List<Pattern> positional = pattern.positional();
    boolean whole =
        type instanceof PyClass known
            && known.order().stream().anyMatch(each -> WHOLE.contains(each.name()));
    if (whole && positional.size() == 1 && !Attributes.has(type, "__match_args__")) {
      return fits(subject, positional.get(0)) && named(subject, pattern);
    }
    return positional(subject, type, positional) && named(subject, pattern);
  }

  private boolean positional(Object subject, Object type, List<Pattern> positional) {
    Collection<Object> order =
        Attributes.has(type, "__match_args__")
            ? Iterators.list(Attributes.get(type, "__match_args__"))
            : List.of();
    if (positional.size() > order.size()) {
      throw Errors.type(
          ((PyClass) type).name()
              + "() accepts "
              + order.size()
              + " positional sub-pattern"
              + (order.size() == 1 ? "" : "s")
              + " ("
              + positional.size()
              + " given)");
    }
    int i = 0;
    for (Object name : order) {
      if (i < positional.size() && !attribute(subject, Texts.str(name), positional.get(i))) {
        return false;
      }
      i++;
    }
    return true;
  }

  private boolean named(Object subject, Pattern.Of pattern) {
    for (int i = 0; i < pattern.names().size(); i++) {
      if (!attribute(subject, pattern.names().get(i), pattern.named().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean attribute(Object subject, String name, Pattern pattern) {
    return Attributes.has(subject, name) && fits(Attributes.get(subject, name), pattern);
  }
}
