package io.nyala.dsl.widgets;

import groovy.lang.GroovyInterceptable;
import groovy.lang.GroovyObjectSupport;
import io.nyala.dsl.names.Nearest;
import io.nyala.dsl.names.OfNamedType;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One widget: the properties of its {@link WidgetType}, which the front end is told of, and the
 * methods of its {@link WidgetMethods}. Without a front end that draws widgets it is a plain object
 * with the same properties.
 */
public class Widget extends GroovyObjectSupport implements GroovyInterceptable, OfNamedType {
  static final String TARGET = "jupyter.widget";
  private static final Map<String, Object> VERSION = Map.of("version", "2.1.0");

  private final Widgets home;
  private final WidgetType type;
  private final Map<String, Object> values;
  private final Observers observers = new Observers(this);
  private final WidgetMethods methods;
  private Comms.Line line;

  /** What the front end has just said: it is not told the same. */
  private Map<String, ?> heard = Map.of();

  /** What the front end has been told since it said that. */
  private final Set<String> told = new HashSet<>();

  Widget(Widgets home, WidgetType type) {
    this.home = home;
    this.type = type;
    this.values = Collections.synchronizedMap(type.initial());
    this.methods = new WidgetMethods(this);
  }

  final Widgets home() {
    return home;
  }

  final WidgetType type() {
    return type;
  }

  final Observers observers() {
    return observers;
  }

  @Override
  public final String typeName() {
    return type.name();
  }

  /** Adds the methods of this kind of widget. */
  void addMethods(WidgetMethods all) {}

  /** Takes the values it is made with, and is then told to the front end. */
  final void begin(Map<String, Object> given) {
    addMethods(methods);
    given.forEach((name, value) -> values.put(name, trait(name).accept(this, value)));
    for (String part : new String[] {"layout", "style"}) {
      if (type.traits().containsKey(part) && values.get(part) == null) {
        values.put(part, home.part(this, trait(part), Map.of()));
      }
    }
    settle(given);
    home.opened(this);
  }

  /** Brings values that were given together into accord. */
  void settle(Map<String, Object> given) {}

  /** Opens the line to the front end, if there is one. */
  final void open(Comms comms) {
    Map<String, Object> data = Map.of("state", state(), "buffer_paths", List.of());
    line = comms.open(TARGET, data, VERSION, new WidgetListener(this));
  }

  /** Goes on over a line that the front end has opened. */
  final void use(Comms.Line opened) {
    line = opened;
  }

  final boolean isOpen() {
    return line != null;
  }

  /** The name that the front end knows it by; null where there is no front end. */
  public final String modelId() {
    return line == null ? null : line.id();
  }

  final String reference() {
    return line == null ? null : "IPY_MODEL_" + line.id();
  }

  final void close() {
    if (line != null) {
      line.close();
      line = null;
      home.closed(this);
    }
  }

  final void send(Map<String, ?> data) {
    if (line != null) {
      line.send(data);
    }
  }

  /** Everything that the front end knows of it. */
  final Map<String, Object> state() {
    Map<String, Object> all = new LinkedHashMap<>(type.model());
    type.traits().values().stream()
        .filter(Trait::synced)
        .forEach(each -> all.put(each.name(), Trait.json(values.get(each.name()))));
    return all;
  }

  final Object value(String name) {
    return values.get(name);
  }

  /** Sets a value without a word to anyone. */
  final void put(String name, Object value) {
    values.put(name, value);
  }

  final Trait trait(String name) {
    Trait trait = type.traits().get(name);
    if (trait == null) {
      throw unknown("AttributeError", "'" + type.name() + "' object has no attribute", name);
    }
    return trait;
  }

  final PyError unknown(String error, String what, String name) {
    Set<String> known = new TreeSet<>(type.arguments());
    known.addAll(methods.names());
    return new PyError(error, what + " '" + name + "'." + Nearest.hint(name, known));
  }

  /** {@code widget.name = value}. */
  final void set(String name, Object value) {
    assign(name, trait(name).accept(this, value));
  }

  /** Sets a value of the right kind; kinds of widgets with rules of their own override this. */
  void assign(String name, Object value) {
    change(name, value);
  }

  /** Sets a value, tells the front end and then the observers, unless it is what it was. */
  final void change(String name, Object value) {
    Object old = values.get(name);
    if (!Objects.equals(old, value)) {
      values.put(name, value);
      tell(name);
      observers.changed(name, old, value);
    }
  }

  /** Tells the front end a value, unless that is what it has just said. */
  private void tell(String name) {
    Object json = Trait.json(values.get(name));
    boolean known = heard.containsKey(name) && same(heard.get(name), json);
    if (trait(name).synced() && !known) {
      told.add(name);
      send(Map.of("method", "update", "state", single(name, json), "buffer_paths", List.of()));
    }
  }

  private static Map<String, Object> single(String name, Object value) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put(name, value);
    return one;
  }

  private static boolean same(Object heard, Object here) {
    if (heard instanceof Number left && here instanceof Number right) {
      return left.doubleValue() == right.doubleValue();
    }
    return Objects.equals(heard, here);
  }

  /**
   * Takes values that the front end has sent, and repeats them, so that every view of the widget
   * hears of them.
   */
  final void hear(Map<String, ?> sent) {
    Map<String, Object> known = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> {
          Trait trait = type.traits().get(name);
          if (trait != null && trait.synced()) {
            known.put(name, value);
          }
        });
    if (!known.isEmpty()) {
      send(Map.of("method", "echo_update", "state", known, "buffer_paths", List.of()));
    }
    Map<String, Object> accepted = new LinkedHashMap<>();
    known.forEach((name, value) -> accepted.put(name, trait(name).accept(this, home.local(value))));
    heard = known;
    told.clear();
    try {
      observers.together(() -> accepted.forEach(this::assign));
      known.keySet().forEach(this::correct);
    } finally {
      heard = Map.of();
    }
  }

  /** What the front end sent and this widget did not take, the front end must hear. */
  private void correct(String name) {
    Object json = Trait.json(values.get(name));
    if (!told.contains(name) && !same(heard.get(name), json)) {
      send(Map.of("method", "update", "state", single(name, json), "buffer_paths", List.of()));
    }
  }

  /** A message of this kind of widget alone, such as a click. */
  void custom(Map<?, ?> content, List<byte[]> buffers) {
    methods.custom(content, buffers);
  }

  @Override
  public Object getProperty(String name) {
    if (type.traits().containsKey(name)) {
      return values.get(name);
    }
    return switch (name) {
      case "model_id" -> modelId();
      case "keys" -> new ArrayList<>(state().keySet());
      case "metaClass", "class" -> super.getProperty(name);
      default -> methods.get(name);
    };
  }

  @Override
  public void setProperty(String name, Object value) {
    if (!type.traits().containsKey(name) && methods.names().contains(name)) {
      throw new PyError("AttributeError", "'" + name + "' is a method and cannot be replaced");
    }
    set(name, value);
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object[] given = arguments instanceof Object[] array ? array : new Object[] {arguments};
    if (methods.names().contains(name)) {
      return methods.get(name).callWith(given);
    }
    if (getMetaClass().respondsTo(this, name).isEmpty()) {
      return methods.get(name);
    }
    return getMetaClass().invokeMethod(this, name, given);
  }

  /** Name to kind of everything that may stand after the dot. */
  public final Map<String, String> memberKinds() {
    Map<String, String> all = new LinkedHashMap<>();
    type.arguments().forEach(each -> all.put(each, "property"));
    methods.names().forEach(each -> all.put(each, "function"));
    return all;
  }

  /** Python's way of writing it: the properties that are not what they are at first. */
  @Override
  public final String toString() {
    List<String> parts = new ArrayList<>();
    for (String name : order(new TreeSet<>(type.traits().keySet()))) {
      if (isWorthSaying(name)) {
        parts.add(name + "=" + Repr.of(values.get(name)));
      }
    }
    return type.name() + "(" + String.join(", ", parts) + ")";
  }

  /** The order in which the text form names properties: the value first. */
  List<String> order(Set<String> sorted) {
    List<String> names = new ArrayList<>(sorted);
    for (String first : new String[] {"value", "_dom_classes"}) {
      if (names.remove(first)) {
        names.add(first.equals("value") ? 0 : names.size(), first);
      }
    }
    return names;
  }

  /** Whether the text form names this property. */
  boolean isWorthSaying(String name) {
    Object value = values.get(name);
    if (name.equals("value")) {
      return true;
    }
    boolean plainLook =
        value instanceof Widget look && look.toString().equals(look.type().name() + "()");
    boolean empty = value instanceof Tuple items && items.isEmpty();
    boolean hidden = name.startsWith("_") && (empty || !name.equals("_dom_classes"));
    return !plainLook && !hidden && !Objects.equals(value, trait(name).initial());
  }
}
