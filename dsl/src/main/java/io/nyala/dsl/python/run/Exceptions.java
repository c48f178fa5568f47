package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;

/** The built-in exceptions, and how exceptions of Java are seen as one of them. */
public final class Exceptions {
  private static final Map<String, PyClass> ALL = new LinkedHashMap<>();
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

  /** The text of an exception: its arguments. */
  static String text(Instance error) {
    Tuple arguments = (Tuple) error.attributes().get("args");
    if (arguments.isEmpty()) {
      return "";
    }
    if (arguments.size() > 1) {
      return Texts.repr(arguments);
    }
    boolean key = error.type().derivesFrom(ALL.get("KeyError"));
    return key ? Texts.repr(arguments.get(0)) : Texts.str(arguments.get(0));
  }
}
