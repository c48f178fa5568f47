package io.nyala.dsl.lang;

import groovy.lang.Closure;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** A function that a cell defined with {@code def f(n) {…}}, as a value of the session. */
public final class CellFunction extends Closure<Object> {
  private static final long serialVersionUID = 1L;
  private final String name;
  private final transient List<Method> methods;
  private final transient MethodHandle direct;

  /** The function of this name of a cell. */
  public static CellFunction of(CellScript script, String name) {
    return new CellFunction(script, name);
  }

  private CellFunction(CellScript script, String name) {
    super(script, script);
    this.name = name;
    this.methods =
        Arrays.stream(script.getClass().getDeclaredMethods())
            .filter(method -> method.getName().equals(name) && !method.isSynthetic())
            .toList();
    this.direct = directHandle(script);
    Method first = methods.get(0);
    this.maximumNumberOfParameters = first.getParameterCount();
    this.parameterTypes = first.getParameterTypes();
  }

  /** The function's name. */
  public String name() {
    return name;
  }

  /** The methods behind the name, one for each set of parameters. */
  public List<Method> methods() {
    return methods;
  }

  /** A function without overloads and parameter types needs no choosing at each call. */
  private MethodHandle directHandle(CellScript script) {
    if (methods.size() != 1) {
      return null;
    }
    Method only = methods.get(0);
    if (!Arrays.stream(only.getParameterTypes()).allMatch(type -> type == Object.class)) {
      return null;
    }
    try {
      only.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(only);
      boolean isStatic = java.lang.reflect.Modifier.isStatic(only.getModifiers());
      MethodHandle bound = isStatic ? handle : handle.bindTo(script);
      return bound
          .asSpreader(Object[].class, only.getParameterCount())
          .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  @Override
  public Object call(Object... arguments) {
    Object[] given = arguments == null ? new Object[] {null} : arguments;
    if (direct != null && given.length == maximumNumberOfParameters) {
      return invokeDirect(given);
    }
    return InvokerHelper.invokeMethod(getOwner(), name, given);
  }

  private Object invokeDirect(Object[] arguments) {
    try {
      return (Object) direct.invokeExact(arguments);
    } catch (Throwable e) {
      throw sneaky(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable e) throws E {
    throw (E) e;
  }

  /** Called by Groovy where the closure's own {@code doCall} is asked for. */
  protected Object doCall(Object... arguments) {
    return call(arguments);
  }

  @Override
  public String toString() {
    return "<function " + name + ">";
  }
}
