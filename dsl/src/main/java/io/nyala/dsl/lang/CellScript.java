package io.nyala.dsl.lang;

import groovy.lang.MetaClass;
import groovy.lang.Script;
import io.nyala.dsl.names.Namespace;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/** The base class of every compiled cell: its free names are the session's. */
public abstract class CellScript extends Script {
  private CellHost host;

  /** Ties this cell to its session; called once before it runs. */
  public final void attach(CellHost session) {
    this.host = session;
  }

  /** The stock of this cell's methods, taken when somebody first asks. */
  @Override
  public MetaClass getMetaClass() {
    MetaClass known = super.getMetaClass();
    known.initialize();
    return known;
  }

  @Override
  public Object getProperty(String name) {
    if (CellGlobals.has(host, name)) {
      return CellGlobals.get(host, name);
    }
    if (getMetaClass().hasProperty(this, name) != null) {
      return getMetaClass().getProperty(this, name);
    }
    throw CellGlobals.undefined(host, name);
  }

  @Override
  public void setProperty(String name, Object value) {
    if (name.equals("metaClass")) {
      super.setProperty(name, value);
    } else {
      host.variables().put(name, value);
    }
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    return getMetaClass().invokeMethod(this, name, arguments);
  }

  // Groovy's own print to a variable named out if there is one, and out is a usual name for a
  // tensor.

  @Override
  public void println() {
    System.out.println();
  }

  @Override
  public void println(Object value) {
    DefaultGroovyMethods.println(System.out, value);
  }

  @Override
  public void print(Object value) {
    DefaultGroovyMethods.print(System.out, value);
  }

  @Override
  public void printf(String format, Object value) {
    printf(format, new Object[] {value});
  }

  @Override
  public void printf(String format, Object[] values) {
    System.out.printf(format, values);
  }

  /** Called by Groovy for {@code f(x)} where the cell itself declares no {@code f}. */
  public Object methodMissing(String name, Object arguments) {
    return Calls.call(CellGlobals.get(host, name), CellGlobals.asArray(arguments));
  }

  /** The module an {@code import} names. */
  public Object __import(String path) {
    return host.modules().module(path);
  }

  /** The name that {@code from path import name} takes out of a module. */
  public Object __import(String path, String name) {
    return host.modules().member(path, name);
  }

  /** Binds every public name of a module: {@code from path import *}. */
  public void __importAll(String path) {
    Object module = host.modules().module(path);
    if (module instanceof Namespace namespace) {
      namespace.memberNames().stream()
          .filter(name -> !name.startsWith("_"))
          .forEach(name -> host.variables().put(name, namespace.get(name)));
    }
  }
}
