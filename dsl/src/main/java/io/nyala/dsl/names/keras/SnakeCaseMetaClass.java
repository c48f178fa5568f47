package io.nyala.dsl.names.keras;

import groovy.lang.MetaClassImpl;
import groovy.lang.MetaClassRegistry;
import groovy.lang.MetaMethod;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.KerasObject;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Model;
import io.nyala.keras.optimizers.BaseOptimizer;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds Java members by their Keras names: {@code layer.get_weights()}, {@code
 * model.trainable_variables}, {@code history.epoch}.
 */
final class SnakeCaseMetaClass extends MetaClassImpl {

  /** Keras names whose Java name is another word. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "trainable_variables", "trainableWeights",
          "non_trainable_variables", "nonTrainableWeights",
          "variables", "weights",
          "name", "getName");

  SnakeCaseMetaClass(MetaClassRegistry registry, Class<?> type) {
    super(registry, type);
  }

  private static String camel(String snake) {
    String other = OTHER_WORDS.get(snake);
    if (other != null) {
      return other;
    }
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : snake.toCharArray()) {
      if (c == '_' && name.length() > 0) {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public Object invokeMethod(
      @SuppressWarnings("rawtypes") Class sender,
      Object object,
      String method,
      Object[] arguments,
      boolean isCallToSuper,
      boolean fromInsideClass) {
    if (method.equals("call") && object instanceof Layer layer) {
      Arguments split = Arguments.split(arguments);
      split.positional().replaceAll(Operands::plain);
      return layer.invoke(split.positional(), split.named());
    }
    if (method.equals("build") && object instanceof Layer layer && arguments.length == 1) {
      layer.buildFor(shapes(arguments[0]));
      return null;
    }
    if (method.equals("compute_output_shape") && object instanceof Layer layer) {
      List<Shape> given = new ArrayList<>();
      Arrays.stream(arguments).forEach(each -> given.addAll(shapes(each)));
      List<Tuple> outputs =
          layer.outputShapes(given).stream().map(each -> Tuple.copyOf(each)).toList();
      return outputs.size() == 1 ? outputs.get(0) : Tuple.copyOf(outputs);
    }
    Object done = KerasMethods.call(object, method, arguments);
    if (done != KerasMethods.NONE) {
      return done;
    }
    boolean snake = method.indexOf('_') > 0 && respondsTo(object, method).isEmpty();
    return super.invokeMethod(
        sender, object, snake ? camel(method) : method, arguments, isCallToSuper, fromInsideClass);
  }

  /** The shapes that {@code build} is given, by position or by whatever name. */
  private static List<Shape> shapes(Object given) {
    Object shape = given instanceof Kwargs named ? named.values().iterator().next() : given;
    if (shape instanceof Shape one) {
      return List.of(one);
    }
    if (!(shape instanceof List<?> parts)) {
      throw PyError.type("build() expects the shape of the input, such as (None, 4)");
    }
    boolean several = !parts.isEmpty() && parts.get(0) instanceof List<?>;
    return several
        ? parts.stream().map(part -> Shape.of((List<?>) part)).toList()
        : List.of(Shape.of(parts));
  }

  /** {@code layer.weights} are the variables; Groovy would read it as {@code getWeights()}. */
  @Override
  public Object getProperty(
      @SuppressWarnings("rawtypes") Class sender,
      Object object,
      String property,
      boolean useSuper,
      boolean fromInsideClass) {
    if (property.equals("weights") && object instanceof Layer layer) {
      return layer.weights();
    }
    if (object instanceof BaseOptimizer optimizer) {
      Object known = KerasMethods.ofOptimizer(optimizer, property);
      if (known != KerasMethods.NONE) {
        return known;
      }
    }
    return super.getProperty(sender, object, property, useSuper, fromInsideClass);
  }

  @Override
  public Object invokeMissingProperty(
      Object instance, String property, Object value, boolean getting) {
    if (getting && instance instanceof Layer layer) {
      Object known = LayerProperties.get(layer, property);
      if (known != KerasMethods.NONE) {
        return known;
      }
    }
    if (getting && property.equals("__name__") && instance instanceof Activation function) {
      return function.name();
    }
    if (!getting && property.equals("run_eagerly") && instance instanceof Model) {
      return null; // every step runs as it is written
    }
    String name = camel(property);
    Object[] arguments = getting ? new Object[0] : new Object[] {value};
    String prefix = getting ? "get" : "set";
    for (String candidate :
        new String[] {name, prefix + capital(name), "is" + capital(name), property}) {
      MetaMethod found = getMetaMethod(candidate, arguments);
      if (found != null && !(found.isStatic())) {
        return found.doMethodInvoke(instance, arguments);
      }
    }
    boolean argument =
        getting
            && instance instanceof KerasObject made
            && made.arguments() != null
            && made.arguments().table().get(property) != null;
    return argument
        ? ((KerasObject) instance).arguments().get(property)
        : super.invokeMissingProperty(instance, property, value, getting);
  }
}
