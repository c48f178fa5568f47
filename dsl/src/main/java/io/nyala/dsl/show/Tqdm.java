package io.nyala.dsl.show;

import io.nyala.data.Sized;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.python.run.Iterators;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A bar around a loop, {@code for (x in tqdm(items))}, or one that is moved by hand: {@code bar =
 * tqdm(total = 10); bar.update(1); bar.close()}. Bars within it stand below it. Source: the
 * documentation of tqdm.
 */
public final class Tqdm extends Members implements Iterable<Object>, AutoCloseable {
  private static final String ARGUMENTS =
      "(iterable=None, desc=None, total=None, leave=True, ncols=None, mininterval=0.1, unit='it',"
          + " disable=False, initial=0, position=None, postfix=None)";

  private final Object items;
  private final Bar bar;
  private final boolean leave;
  private final Integer columns;
  private final Display.Screen screen;
  private final Pace pace = new Pace();
  private Board.Place place;
  private boolean shows;

  private Tqdm(Given given, Object items) {
    super("tqdm");
    this.items = items;
    Long total = given.has("total") ? Long.valueOf((long) given.number("total")) : size(items);
    bar = new Bar(text(given.get("desc")), total, given.string("unit"), given.integer("initial"));
    leave = given.flag("leave");
    columns = given.integerOrNull("ncols");
    screen = Display.current().orElse(null);
    shows = screen != null && !given.flag("disable");
    if (given.get("postfix") instanceof Map<?, ?> notes) {
      notes.forEach((key, value) -> bar.notes.put(text(key), note(value)));
    }
    def("update(n=1)", this::update);
    def("set_description(desc=None, refresh=True)", this::describe);
    def("set_postfix_str(s='', refresh=True)", g -> postfix(Map.of("", g.string("s"))));
    define(
        "set_postfix", (list, named) -> postfix(list.isEmpty() ? named : (Map<?, ?>) list.get(0)));
    def("refresh()", g -> changed());
    def("reset(total=None)", this::reset);
    def("write(s)", g -> write(g.string("s")));
    def("close()", g -> end(true));
    property("n", () -> bar.done);
    property("total", () -> bar.total);
    property("desc", () -> bar.name);
    open();
  }

  /** {@code tqdm} and {@code trange}, as the modules of that name offer them. */
  public static Namespace names(String module) {
    Namespace names = new Namespace(module);
    names.define("tqdm", function("tqdm"));
    LibraryFunction range =
        new LibraryFunction(
            module,
            "trange(start, stop=None, step=1, desc=None, leave=True, unit='it', disable=False)",
            Kind.TENSOR,
            given -> range(given));
    names.define("trange", range);
    return names;
  }

  /** The same under another name. */
  public static LibraryFunction function(String name) {
    return new LibraryFunction(
        "nyala", name + ARGUMENTS, Kind.TENSOR, given -> new Tqdm(given, given.get("iterable")));
  }

  private static Tqdm range(Given given) {
    boolean one = !given.has("stop");
    int from = one ? 0 : given.integer("start");
    int to = given.integer(one ? "start" : "stop");
    int step = given.integer("step");
    if (step == 0) {
      throw PyError.value("range() arg 3 must not be zero");
    }
    long count = Math.max(0, (to - from + (long) step - Integer.signum(step)) / step);
    List<Object> all =
        LongStream.range(0, count).mapToObj(i -> (Object) (int) (from + i * step)).toList();
    Map<String, Object> values = new java.util.LinkedHashMap<>(given.values());
    values.putAll(Map.of("initial", 0));
    return new Tqdm(new Given("trange", given.kind(), values), all);
  }

  private static Long size(Object items) {
    Integer size =
        items instanceof Collection<?> all
            ? (Integer) all.size()
            : items instanceof Map<?, ?> map
                ? (Integer) map.size()
                : items instanceof Tensor tensor && tensor.rank() > 0
                    ? (Integer) tensor.dim(0)
                    : items instanceof CharSequence text
                        ? (Integer) text.length()
                        : items instanceof Sized sized ? sized.knownSize() : null;
    return size == null ? null : Long.valueOf(size);
  }

  private static String text(Object value) {
    return value == null ? null : Repr.text(value);
  }

  /** Three digits of a number, or all if those are fewer. */
  private static String note(Object value) {
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return Repr.text(value);
    }
    String all = Repr.text(value);
    BigDecimal few = new BigDecimal(number.toString()).round(new MathContext(3));
    String text = few.stripTrailingZeros().toString();
    return text.length() < all.length() ? text : all;
  }

  private void open() {
    if (!shows) {
      return;
    }
    place = Board.place(screen, bar, Board.Kind.LOOP, columns);
    Board.enter(place);
    screen.atEnd(this, value -> end(false));
    changed();
  }

  private Object update(Given given) {
    synchronized (bar) {
      bar.done += (long) given.number("n");
    }
    return changed();
  }

  private Object describe(Given given) {
    bar.name = text(given.get("desc"));
    return changed();
  }

  private Object postfix(Map<?, ?> notes) {
    bar.notes.clear();
    notes.forEach((key, value) -> bar.notes.put(text(key), note(value)));
    return changed();
  }

  private Object reset(Given given) {
    bar.reset();
    bar.total = given.has("total") ? Long.valueOf((long) given.number("total")) : bar.total;
    return changed();
  }

  private Object write(String words) {
    if (shows && screen.isTerminal()) {
      System.err.print("\r\u001b[K");
    }
    System.out.println(words);
    return null;
  }

  private Object changed() {
    if (shows && screen.isRich()) {
      place.board().changed();
    } else if (shows && screen.isTerminal() && pace.isDue()) {
      pace.show(() -> atDepth(line() + "\u001b[K"));
    }
    return null;
  }

  private String line() {
    return TqdmLine.of(bar, columns);
  }

  /** Writes so many lines below the outermost bar, and goes back up. */
  private void atDepth(String text) {
    int depth = place.depth();
    System.err.print("\n".repeat(depth) + "\r" + text + "\u001b[A".repeat(depth));
    System.err.flush();
  }

  private Object end(boolean asked) {
    if (bar.isOver()) {
      return null;
    }
    boolean whole = bar.total == null ? asked : bar.done >= bar.total;
    int depth = place == null ? 0 : place.depth();
    bar.ends(whole);
    if (shows) {
      Board.leave(place);
      if (screen.isRich()) {
        place.board().ended(place, leave);
      } else if (screen.isTerminal()) {
        atDepth((depth == 0 && leave ? line() + "\u001b[K\n" : "\u001b[K"));
      } else if (depth == 0 && leave) {
        System.err.println(line());
      }
    }
    return null;
  }

  @Override
  public void close() {
    end(true);
  }

  /** The items one by one; the bar moves when the next one is asked for. */
  @Override
  public Iterator<Object> iterator() {
    if (items == null) {
      throw PyError.type("'" + Types.nameOf(null) + "' object is not iterable");
    }
    Iterator<Object> source = Iterators.of(items);
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        step();
        boolean more = source.hasNext();
        if (!more) {
          end(true);
        }
        return more;
      }

      private void step() {
        if (begun) {
          begun = false;
          bar.done++;
          changed();
        }
      }

      @Override
      public Object next() {
        step();
        Object item = source.next();
        begun = true;
        return item;
      }
    };
  }

  @Override
  public String toString() {
    return line();
  }

  /** The modules that have it. */
  public static List<String> modules() {
    return List.of("tqdm", "tqdm.auto", "tqdm.notebook");
  }
}
