package io.nyala.keras.custom;

import io.nyala.keras.KerasException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A method that a person wrote in a class of their own. */
public interface OwnMethod {

  /** The names of its parameters; {@code fallback} where they are not known. */
  List<String> parameters(List<String> fallback);

  /** Calls it with as many of these values as it takes. */
  Object call(Object... arguments);

  /** Calls it with the values of its parameters by name. */
  Object call(List<String> names, Map<String, ?> values);

  /** A method of a Java class. */
  record Reflected(Object object, Method method) implements OwnMethod {
    @Override
    public List<String> parameters(List<String> fallback) {
      List<String> names = new ArrayList<>();
      Parameter[] parameters = method.getParameters();
      for (int i = 0; i < parameters.length; i++) {
        boolean known = parameters[i].isNamePresent();
        names.add(
            known ? parameters[i].getName() : i < fallback.size() ? fallback.get(i) : "arg" + i);
      }
      return names;
    }

    @Override
    public Object call(List<String> names, Map<String, ?> values) {
      return call(names.stream().map(values::get).toArray());
    }

    @Override
    public Object call(Object... arguments) {
      Object[] given = new Object[method.getParameterCount()];
      System.arraycopy(arguments, 0, given, 0, Math.min(given.length, arguments.length));
      try {
        return method.invoke(object, given);
      } catch (InvocationTargetException thrown) {
        throw Reflected.<RuntimeException>unchecked(thrown.getCause());
      } catch (IllegalAccessException | IllegalArgumentException wrong) {
        throw KerasException.type(
            object.getClass().getSimpleName()
                + "."
                + method.getName()
                + " cannot be called: "
                + wrong.getMessage());
      }
    }

    /** What the method throws is thrown on as it is. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }
}
