package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.magic.Magic.Kind;
import io.nyala.dsl.names.Nearest;
import io.nyala.dsl.names.PyError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The magics of a session, by name; more may be added. */
public final class Magics {
  private final Map<String, Magic> lines = new TreeMap<>();
  private final Map<String, Magic> cells = new TreeMap<>();

  /** Nyala's own magics. */
  public static Magics standard() {
    Magics all = new Magics();
    HelpMagics.into(all);
    TimeMagics.into(all);
    VariableMagics.into(all);
    FileMagics.into(all);
    ShellMagics.into(all);
    DisplayMagics.into(all);
    LibraryMagics.into(all);
    ExtensionMagics.into(all);
    return all;
  }

  /** Adds a magic of one line. */
  public Magics line(String name, String usage, String doc, Magic.Body body) {
    return add(new Magic(name, Kind.LINE, usage, doc, body));
  }

  /** Adds a magic of one line that runs before its cell is compiled. */
  public Magics early(String name, String usage, String doc, Magic.Body body) {
    return add(new Magic(name, Kind.EARLY, usage, doc, body));
  }

  /** Adds a magic that takes a whole cell. */
  public Magics cell(String name, String usage, String doc, Magic.Body body) {
    return add(new Magic(name, Kind.CELL, usage, doc, body));
  }

  private Magics add(Magic magic) {
    (magic.kind() == Kind.CELL ? cells : lines).put(magic.name(), magic);
    return this;
  }

  /** Every magic of one line, by name. */
  public Collection<Magic> lines() {
    return List.copyOf(lines.values());
  }

  /** Every magic of a cell, by name. */
  public Collection<Magic> cells() {
    return List.copyOf(cells.values());
  }

  /** The magic a person typed, {@code %time} or {@code %%time}, if there is one. */
  public Optional<Magic> find(String typed) {
    if (typed.startsWith("%%")) {
      return Optional.ofNullable(cells.get(typed.substring(2)));
    }
    return typed.startsWith("%")
        ? Optional.ofNullable(lines.get(typed.substring(1)))
        : Optional.empty();
  }

  /** Whether the line magic of this name runs before its cell is compiled. */
  public boolean isEarly(String name) {
    Magic magic = lines.get(name);
    return magic != null && magic.kind() == Kind.EARLY;
  }

  /**
   * Runs a line magic.
   *
   * @throws PyError {@code UsageError} if there is none of this name
   */
  public Object runLine(String name, String argument, MagicContext session) {
    if (name.equals(ShellMagics.BANG)) {
      return ShellMagics.bang(argument, session);
    }
    Magic magic = lines.get(name);
    if (magic == null) {
      String hint = Nearest.hint("%" + name, lines().stream().map(Magic::typed).toList());
      String also =
          hint.isEmpty() && cells.containsKey(name)
              ? " There is a cell magic %%" + name + ": it must be the cell's first line."
              : hint.isEmpty() ? " %lsmagic lists what there is." : "";
      throw usage("Line magic function `%" + name + "` not found." + hint + also);
    }
    return run(magic, new Call(name, argument, null, session));
  }

  /**
   * Runs a cell magic.
   *
   * @throws PyError {@code UsageError} if there is none of this name
   */
  public Object runCell(MagicText.Cell cell, MagicContext session) {
    String name = cell.name();
    Magic magic = cells.get(name);
    if (magic == null) {
      String hint = Nearest.hint("%%" + name, cells().stream().map(Magic::typed).toList());
      String also =
          lines.containsKey(name) && hint.isEmpty()
              ? " There is a line magic %" + name + ": write it with one percent sign."
              : hint.isEmpty() ? " %lsmagic lists what there is." : "";
      throw usage("Cell magic `%%" + name + "` not found." + hint + also);
    }
    return run(magic, new Call(name, cell.argument(), cell.body(), session));
  }

  private static Object run(Magic magic, Call call) {
    try {
      return magic.body().run(call);
    } catch (Exception e) {
      throw Magics.<RuntimeException>asIs(e);
    }
  }

  /** An error is shown as what it is, checked or not. */
  @SuppressWarnings("unchecked")
  static <E extends Exception> E asIs(Exception error) throws E {
    throw (E) error;
  }

  /** The error for a magic that was written wrong. */
  static PyError usage(String message) {
    return new PyError("UsageError", message);
  }
}
