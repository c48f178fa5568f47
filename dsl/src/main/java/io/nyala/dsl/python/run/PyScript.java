package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellScript;

/** The base class of every compiled Python cell. */
public abstract class PyScript extends CellScript {
  /** The session's names. */
  public Globals globals;

  /** The values that the code refers to by number. */
  public Object[] constants;

  private PyCode[] codes;

  /** Gives the cell what it needs to run. */
  public final void prepare(CellHost host, PyCode[] functions, Object[] values) {
    attach(host);
    globals = new Globals(host);
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
