package io.nyala.dsl.magic;

import io.nyala.dsl.show.MimeBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The session as a magic sees it. */
public interface MagicContext {

  /** Every variable, live. */
  Map<String, Object> variables();

  /** The variables that cells made, sorted by name; not those that sessions start with. */
  Map<String, Object> userVariables();

  /** Runs code in this session as part of the running cell and gives its value. */
  Object run(String code);

  /** Runs code that an error message calls by this name. */
  Object run(String code, String shownName);

  /**
   * Runs code in one of the session's languages.
   *
   * @throws io.nyala.dsl.names.PyError {@code UsageError} if the session does not know it
   */
  Object runIn(String language, String code);

  /**
   * The same for code that an error message calls by this name; null for the session's language.
   */
  Object runIn(String language, String code, String shownName);

  /** Compiles code once, to run many times. */
  Callable<Object> compile(String code);

  /** Runs code and keeps what it prints and shows. */
  Captured capture(Callable<Object> code) throws Exception;

  /** Shows something beside the cell. */
  void display(MimeBundle bundle);

  /**
   * Asks the person for a line.
   *
   * @throws IOException if no one can be asked
   */
  String ask(String prompt) throws IOException;

  /** Forgets variables, functions, classes and imports. */
  void reset();

  /** The cells that ran, by their numbers, oldest first. */
  Map<Integer, String> inputs();

  /** The values of these cells that are kept, by the cells' numbers. */
  Map<?, ?> outputs();

  /** Puts a jar or a folder of classes on the class path of the cells from here on. */
  void addToClassPath(Path jarOrFolder);

  /** What was put on the class path of the cells. */
  List<Path> classPath();

  /** Shows help on a name, or says that there is none. */
  void explain(HelpQuestion question);

  /**
   * Has the front end put code into a cell.
   *
   * @return false if this front end cannot
   */
  boolean offer(String code);

  /** Variables that commands started from here get beside the process' own environment. */
  Map<String, String> environment();

  /** Every magic of the session. */
  Magics magics();
}
