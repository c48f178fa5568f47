package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built-in exceptions, and how exceptions of Java are seen as one of them. */
public final class Exceptions {
  private static final Map<String, PyClass> ALL = new LinkedHashMap<>();
  private static final Pattern SYSTEM =
      Pattern.compile("(?s)\\[Errno (\\d+)\\] ([^:]*)(?:: '(.*?)'.*)?");
  static final PyClass BASE = define("BaseException", Types.OBJECT);

  static {
    define("Exception", "BaseException");
    define("KeyboardInterrupt", "BaseException");
    define("SystemExit", "BaseException");
    define("GeneratorExit", "BaseException");
    for (String name :
        "ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError"
            .concat(" MemoryError NameError OSError RuntimeError StopIteration SyntaxError")
            .concat(" StopAsyncIteration SystemError TypeError ValueError Warning ReferenceError")
            .split(" ")) {
      define(name, "Exception");
    }
    several("ArithmeticError", "FloatingPointError OverflowError ZeroDivisionError");
    several("LookupError", "IndexError KeyError");
    several("ImportError", "ModuleNotFoundError");
    several("NameError", "UnboundLocalError");
    several(
        "OSError",
        "FileNotFoundError FileExistsError PermissionError IsADirectoryError NotADirectoryError"
            + " TimeoutError ConnectionError InterruptedError ProcessLookupError");
    several("RuntimeError", "NotImplementedError RecursionError");
    several("SyntaxError", "IndentationError");
    several("ValueError", "UnicodeError JSONDecodeError UnsupportedOperation");
    several("UnicodeError", "UnicodeDecodeError UnicodeEncodeError");
    several(
        "Warning",
        "UserWarning DeprecationWarning FutureWarning RuntimeWarning SyntaxWarning"
            + " ResourceWarning ImportWarning");
    ALL.put("IOError", ALL.get("OSError"));
    ALL.put("EnvironmentError", ALL.get("OSError"));
  }

  private Exceptions() {}

  private static void several(String base, String names) {
    for (String name : names.split(" ")) {
      define(name, base);
    }
  }

  private static void define(String name, String base) {
    define(name, ALL.get(base));
  }

  private static PyClass define(String name, PyClass base) {
    PyClass type = PyClass.builtin(name, base, null, null);
    ALL.put(name, type);
    return type;
  }

  /** Name to class. */
  static Map<String, PyClass> all() {
    return ALL;
  }

  /** The exception class of a name; an unknown one is an {@code Exception} of that name. */
  static PyClass named(String name) {
    PyClass known = ALL.get(name);
    return known != null ? known : PyClass.builtin(name, ALL.get("Exception"), null, null);
  }

  static boolean isException(PyClass type) {
    return BASE != null && type.derivesFrom(BASE);
  }

  /** An exception with its arguments. */
  static PyObject make(PyClass type, Object... arguments) {
    boolean system = type.derivesFrom(ALL.get("OSError"));
    if (system && arguments.length > 1 && arguments.length < 4) {
      return ofSystem(type, arguments);
    }
    PyObject made = new PyObject(type);
    made.attributes().put("args", Tuple.of(arguments));
    if (type.derivesFrom(ALL.get("StopIteration"))) {
      made.attributes().put("value", arguments.length > 0 ? arguments[0] : null);
    }
    if (type.derivesFrom(ALL.get("SystemExit"))) {
      made.attributes().put("code", arguments.length > 0 ? arguments[0] : null);
    }
    return made;
  }

  /** Takes the arguments that are given by name, which only some exceptions have. */
  static void initialize(Instance error, Kwargs named) {
    if (named == null || named.isEmpty()) {
      return;
    }
    boolean takes =
        error.type().derivesFrom(ALL.get("ImportError"))
            || error.type().derivesFrom(ALL.get("AttributeError"))
            || error.type().derivesFrom(ALL.get("NameError"));
    if (!takes) {
      throw Errors.type(error.type().name() + "() takes no keyword arguments");
    }
    error.attributes().putAll(named);
  }

  /** An attribute that exceptions have without its being set; or Unbound. */
  static Object attribute(Instance error, String name) {
    return switch (name) {
      case "__cause__", "__context__", "__traceback__" -> null;
      case "__suppress_context__" -> error.attributes().get("__cause__") != null;
      case "with_traceback" -> Native.one(name, ignored -> error);
      case "add_note" -> Native.one(name, note -> note(error, note));
      default -> ofSystem(error, name);
    };
  }

  private static Object note(Instance error, Object note) {
    Object notes = error.attributes().computeIfAbsent("__notes__", key -> new ArrayList<>());
    Containers.list(notes).add(note);
    return null;
  }

  private static Object ofSystem(Instance error, String name) {
    Tuple arguments = (Tuple) error.attributes().get("args");
    boolean import_ = error.type().derivesFrom(ALL.get("ImportError"));
    if (import_ && (name.equals("name") || name.equals("path") || name.equals("msg"))) {
      return name.equals("msg") && !arguments.isEmpty() ? arguments.get(0) : null;
    }
    if (!error.type().derivesFrom(ALL.get("OSError"))) {
      return Unbound.VALUE;
    }
    Matcher read = SYSTEM.matcher(arguments.size() == 1 ? String.valueOf(arguments.get(0)) : "");
    if (read.matches()) {
      return switch (name) {
        case "errno" -> Integer.valueOf(read.group(1));
        case "strerror" -> read.group(2);
        case "filename" -> read.group(3);
        default -> Unbound.VALUE;
      };
    }
    return switch (name) {
      case "errno" -> arguments.size() > 1 ? arguments.get(0) : null;
      case "strerror" -> arguments.size() > 1 ? arguments.get(1) : null;
      case "filename" -> null;
      default -> Unbound.VALUE;
    };
  }

  private static final Map<Integer, String> NUMBERED =
      Map.of(
          2, "FileNotFoundError",
          17, "FileExistsError",
          13, "PermissionError",
          1, "PermissionError",
          21, "IsADirectoryError",
          20, "NotADirectoryError",
          110, "TimeoutError");

  /** One whose first argument is the system's number for it. */
  private static PyObject ofSystem(PyClass type, Object[] arguments) {
    boolean plain = type == ALL.get("OSError") && arguments[0] instanceof Integer;
    String name = plain ? NUMBERED.get(arguments[0]) : null;
    PyObject made = new PyObject(name == null ? type : ALL.get(name));
    made.attributes().put("args", Tuple.of(arguments[0], arguments[1]));
    if (arguments.length > 2) {
      made.attributes().put("filename", arguments[2]);
    }
    return made;
  }

  private static String unicode(String name, Tuple arguments) {
    boolean decoding = name.equals("UnicodeDecodeError");
    int start = Ints.index(arguments.get(2));
    int end = Ints.index(arguments.get(3));
    Object source = arguments.get(1);
    String what =
        decoding
            ? String.format("byte 0x%02x", (int) ((PyBytes) source).get(start))
            : "character " + Texts.ascii(Items.get(source, start));
    String where =
        end - start == 1
            ? what + " in position " + start
            : (decoding ? "bytes" : "characters") + " in position " + start + "-" + (end - 1);
    return "'"
        + Texts.str(arguments.get(0))
        + "' codec can't "
        + (decoding ? "decode " : "encode ")
        + where
        + ": "
        + Texts.str(arguments.get(4));
  }

  /** The exception of the system that a message tells of; null if it is another's. */
  static PyObject read(PyClass type, String message) {
    Matcher read = SYSTEM.matcher(message);
    boolean system = type.derivesFrom(ALL.get("OSError")) && read.matches();
    if (!system || read.group(3) == null) {
      return null;
    }
    Object[] parts = {Integer.valueOf(read.group(1)), read.group(2), read.group(3)};
    return make(type, parts);
  }

  /** The text of an exception: its arguments. */
  static String text(Instance error) {
    Tuple arguments = (Tuple) error.attributes().get("args");
    if (arguments.isEmpty()) {
      return "";
    }
    boolean system = error.type().derivesFrom(ALL.get("OSError"));
    if (system && arguments.size() > 1 && arguments.size() < 4) {
      Object file = error.attributes().get("filename");
      return "[Errno "
          + Texts.str(arguments.get(0))
          + "] "
          + Texts.str(arguments.get(1))
          + (file == null ? "" : ": " + Texts.repr(file));
    }
    if (arguments.size() == 5 && error.type().derivesFrom(ALL.get("UnicodeError"))) {
      return unicode(error.type().name(), arguments);
    }
    if (arguments.size() > 1) {
      return Texts.repr(arguments);
    }
    boolean key = error.type().derivesFrom(ALL.get("KeyError"));
    return key ? Texts.repr(arguments.get(0)) : Texts.str(arguments.get(0));
  }
}
