package io.nyala.keras.args;

import io.nyala.keras.KerasException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of one Keras object, in the order of its signature. */
public final class ArgTable {

  private final String owner;
  private final Map<String, Arg> args = new LinkedHashMap<>();
  private final int positional;

  private ArgTable(String owner, List<Arg> own, List<Arg> keywordOnly) {
    this.owner = owner;
    own.forEach(arg -> args.put(arg.name(), arg));
    this.positional = args.size();
    for (Arg arg : keywordOnly) {
      if (own.stream().noneMatch(each -> each.name().equals(arg.name()))) {
        args.put(arg.name(), arg);
      }
    }
  }

  /** A table whose arguments may all be given by position. */
  public static ArgTable of(String owner, Arg... args) {
    return new ArgTable(owner, List.of(args), List.of());
  }

  /**
   * This table with further arguments that are only given by keyword; they take the place of
   * keyword-only ones of the same name.
   */
  public ArgTable with(List<Arg> keywordOnly) {
    List<Arg> more =
        new ArrayList<>(new ArrayList<>(args.values()).subList(positional, args.size()));
    more.addAll(keywordOnly);
    return new ArgTable(owner, new ArrayList<>(args.values()).subList(0, positional), more);
  }

  /** The object's name. */
  public String owner() {
    return owner;
  }

  /** The arguments, in order. */
  public List<Arg> args() {
    return List.copyOf(args.values());
  }

  /** One argument; null if there is none of this name. */
  public Arg get(String name) {
    return args.get(name);
  }

  /**
   * Values from positional and keyword arguments, checked and completed with the defaults.
   *
   * @throws KerasException a TypeError for an argument missing, unknown (with the nearest real
   *     name), given twice or of the wrong type
   */
  public Arguments bind(List<?> byPosition, Map<String, ?> byName) {
    Map<String, Object> given = new LinkedHashMap<>();
    List<Arg> order = args();
    if (byPosition.size() > positional) {
      throw KerasException.type(
          owner
              + "() takes "
              + (positional == 0 ? "no" : "at most " + positional)
              + " positional argument"
              + (positional == 1 ? "" : "s")
              + " but "
              + byPosition.size()
              + " were given. Its arguments: "
              + String.join(", ", args.keySet())
              + ".");
    }
    for (int i = 0; i < byPosition.size(); i++) {
      given.put(order.get(i).name(), byPosition.get(i));
    }
    byName.forEach(
        (written, value) -> {
          String name = today(written);
          if (!args.containsKey(name)) {
            throw unknown(name);
          }
          if (given.containsKey(name)) {
            throw KerasException.type(owner + "() got multiple values for argument '" + name + "'");
          }
          given.put(name, value);
        });
    return complete(given);
  }

  /** The name by which an argument goes today; {@code lr} is that of published notebooks. */
  private String today(String written) {
    boolean rate = written.equals("lr") && !args.containsKey(written);
    return rate && args.containsKey("learning_rate") ? "learning_rate" : written;
  }

  private Arguments complete(Map<String, Object> given) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Arg arg : args.values()) {
      boolean here = given.containsKey(arg.name());
      if (!here && arg.required()) {
        throw KerasException.type(
            owner + "() missing 1 required argument: '" + arg.name() + "' (" + arg.doc() + ")");
      }
      Object value = here ? given.get(arg.name()) : arg.defaultValue();
      Object meant = value == null ? arg.none() : value;
      values.put(arg.name(), meant == null ? null : convert(arg, meant));
    }
    return new Arguments(this, values, given.keySet());
  }

  private Object convert(Arg arg, Object value) {
    try {
      return arg.type().convert(value);
    } catch (IllegalArgumentException wrong) {
      String message = wrong.getMessage();
      throw KerasException.value(
          message.startsWith("should")
              ? "Argument `" + arg.name() + "` of " + owner + " " + message
              : message);
    }
  }

  private KerasException unknown(String name) {
    String near = Nearest.to(name, args.keySet());
    return KerasException.type(
        owner
            + "() got an unexpected keyword argument '"
            + name
            + "'."
            + (near == null ? "" : " Did you mean '" + near + "'?")
            + " Its arguments: "
            + String.join(", ", args.keySet())
            + ".");
  }
}
