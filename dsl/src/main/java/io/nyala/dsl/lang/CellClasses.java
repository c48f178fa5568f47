package io.nyala.dsl.lang;

import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;

/** Makes classes of bytes that a language compiled itself. */
public final class CellClasses {
  private CellClasses() {}

  /** Loads the class of one cell, which goes when nothing refers to it any more. */
  public static Class<? extends CellScript> define(
      ClassLoader parent, CellHost host, String name, byte[] bytes) {
    CellClassLoader loader = new CellClassLoader(parent, CompilerConfiguration.DEFAULT, host, name);
    loader.define(Map.of(name, bytes));
    return loader.types().get(name).asSubclass(CellScript.class);
  }
}
