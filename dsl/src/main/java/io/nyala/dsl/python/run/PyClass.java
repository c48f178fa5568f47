package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A class: built in, or declared in a Python cell. */
public class PyClass implements Callable {

  /** How a built-in class makes a value. */
  interface Maker {
    Object make(Object[] arguments, Kwargs named);
  }

  private final String name;
  private final String module;
  private final List<PyClass> bases;
  private final List<PyClass> order = new ArrayList<>();
  private final Members members;
  private final Maker maker;
  private final Predicate<Object> test;
  private final List<WeakReference<PyClass>> subclasses = new ArrayList<>();
  private String qualified;
  private Set<String> slots;
  private final boolean looksUp;
  private Known known = new Known(-1);
  private Boolean plain;

  /** Where names were found when the members of all classes were at this version. */
  private record Known(int version, Map<String, Found> all, Found[] last) {
    private static final int ROOM = 32;

    Known(int version) {
      this(version, new ConcurrentHashMap<>(), new Found[ROOM]);
    }

    /** A place in the row of names asked for last. */
    int room(String name) {
      return name.hashCode() & (ROOM - 1);
    }
  }

  /** A name and where it was found. */
  private record Found(String name, Members.Place place) {}

  PyClass(
      String name,
      String module,
      List<PyClass> bases,
      Map<String, Object> members,
      Maker maker,
      Predicate<Object> test) {
    this.name = name;
    this.module = module;
    this.bases = List.copyOf(bases);
    this.members = new Members(members);
    this.maker = maker;
    this.test = test;
    order.add(this);
    order.addAll(Linearization.merge(this.bases));
    qualified = name;
    looksUp =
        members.containsKey("__getattribute__") || this.bases.stream().anyMatch(it -> it.looksUp);
    for (PyClass each : this.bases) {
      if (!each.isBuiltin()) {
        each.remember(this);
      }
    }
  }

  private synchronized void remember(PyClass subclass) {
    subclasses.removeIf(each -> each.get() == null);
    subclasses.add(new WeakReference<>(subclass));
  }

  /** The classes that derive from this one directly. */
  synchronized List<Object> subclasses() {
    List<Object> all = new ArrayList<>();
    for (WeakReference<PyClass> each : subclasses) {
      PyClass subclass = each.get();
      if (subclass != null) {
        all.add(subclass);
      }
    }
    return all;
  }

  /** Its name with those of the classes and functions it is declared in. */
  String qualified() {
    return qualified;
  }

  void qualified(String path) {
    qualified = path;
  }

  /** The attributes that its objects are confined to; null if any may be set. */
  Set<String> slots() {
    return slots;
  }

  void slots(Set<String> names) {
    slots = names;
  }

  /** Whether it has its own {@code __getattribute__}. */
  boolean looksUp() {
    return looksUp;
  }

  /** Whether a maker of its own makes its values. */
  boolean makes() {
    return maker != null;
  }

  static PyClass builtin(String name, PyClass base, Maker maker, Predicate<Object> test) {
    List<PyClass> bases = base == null ? List.of() : List.of(base);
    return new PyClass(name, "builtins", bases, new LinkedHashMap<>(), maker, test);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  String module() {
    return module;
  }

  List<PyClass> bases() {
    return bases;
  }

  /** The classes looked through for a name, itself first. */
  List<PyClass> order() {
    return order;
  }

  Map<String, Object> members() {
    return members;
  }

  boolean isBuiltin() {
    return module.equals("builtins");
  }

  /** What a name means in this class or those it derives from; null if nothing. */
  Object find(String member) {
    return place(member).value();
  }

  boolean has(String member) {
    return place(member) != Members.Place.NONE;
  }

  /** Where the name is found in this class or those it derives from. */
  private Members.Place place(String member) {
    Known now = known;
    if (now.version != Members.version()) {
      now = new Known(Members.version());
      known = now;
    }
    Found found = now.last[now.room(member)];
    if (found == null || found.name != member) {
      found = now.all.computeIfAbsent(member, name -> new Found(name, lookUp(name)));
      now.last[now.room(member)] = found;
    }
    return found.place;
  }

  private Members.Place lookUp(String member) {
    for (PyClass each : order) {
      Members.Place place = each.members.place(member);
      if (place != null) {
        return place;
      }
    }
    return Members.Place.NONE;
  }

  /** Whether its objects are plain ones: no values, exceptions, classes or Keras' objects. */
  boolean isPlain() {
    if (plain == null) {
      plain =
          !derivesFrom(Types.TYPE)
              && !Exceptions.isException(this)
              && Deriving.base(this) == null
              && !KerasBases.isKeras(this);
    }
    return plain;
  }

  boolean derivesFrom(PyClass other) {
    return order.contains(other);
  }

  boolean hasInstance(Object value) {
    if (value instanceof PyClass && this == Types.TYPE) {
      return true;
    }
    return value instanceof Instance instance
        ? instance.type().derivesFrom(this)
        : test != null ? test.test(value) : Types.of(value).derivesFrom(this);
  }

  /** Makes a value of this class. */
  Object make(Object[] arguments, Kwargs named) {
    if (maker != null) {
      return maker.make(arguments, named);
    }
    return this instanceof OwnedClass own && own.type().find("__call__") != null
        ? Invoke.call(own.type().find("__call__"), Invoke.prepend(this, arguments), named)
        : Classes.instantiate(this, arguments, named);
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return make(positional.toArray(), named.isEmpty() ? null : new Kwargs(named));
  }

  @Override
  public String toString() {
    return "<class '" + (isBuiltin() ? "" : module + ".") + qualified + "'>";
  }
}
