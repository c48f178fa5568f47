package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.CellScript;
import io.nyala.dsl.lang.Variables;
import java.util.List;

/** The base class of every compiled Python cell. */
public abstract class PyScript extends CellScript {
  /** The session's names. */
  public Globals globals;

  /** Where the cell's names live, by number. */
  public Variables.Slot[] slots;

  /** The values that the code refers to by number. */
  public Object[] constants;

  private PyCode[] codes;

  /** Gives the cell what it needs to run. */
  public final void prepare(Globals own, PyCode[] functions, Object[] values, List<String> names) {
    attach(own.host());
    globals = own;
    slots = globals.slots(names);
    codes = functions;
    constants = values;
  }

  /** Runs a function by number. */
  public abstract Object body(int id, PyFunction function, Object[] arguments);

  /** A function of this cell. */
  public final PyFunction function(int id, Object[] defaults, PyCell[] closure) {
    return new PyFunction(this, codes[id], defaults, closure);
  }

  @Override
  public Object run() {
    return body(0, null, new Object[0]);
  }
}
