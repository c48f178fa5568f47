package io.nyala.keras.saving;

import io.nyala.autograd.Variable;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the values of a model stand in a weights file: a path of attribute names, in a list the
 * snake-cased class with a counter, such as {@code layers/bidirectional/forward_layer/cell}.
 *
 * <p>Source: keras/src/saving/saving_lib.py.
 */
final class WeightTree {

  /**
   * One object of the model.
   *
   * @param path its path, empty for the model
   * @param layer the object
   * @param variables its own weights in the order of the file
   */
  record Place(String path, Layer layer, List<Variable> variables) {

    /** The path of something in this object's group of values. */
    String value(String key) {
      return inside(path, "vars/" + key);
    }
  }

  private final List<Place> places = new ArrayList<>();
  private final Set<Layer> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private WeightTree() {}

  /**
   * The objects of a model, each once.
   *
   * @param config the config the model was read from, whose order of layers names them; null: the
   *     model's own order
   */
  static List<Place> of(Model model, Map<?, ?> config) {
    WeightTree tree = new WeightTree();
    tree.walk(model, "", config);
    return tree.places;
  }

  static String inside(String path, String name) {
    return path.isEmpty() ? name : name.isEmpty() ? path : path + "/" + name;
  }

  private void walk(Layer layer, String path, Map<?, ?> config) {
    if (!visited.add(layer)) {
      return;
    }
    List<Variable> own = new ArrayList<>();
    layer.ownWeights().stream().filter(w -> !w.isFixed()).forEach(own::add);
    layer.ownWeights().stream().filter(Variable::isFixed).forEach(own::add);
    places.add(new Place(path, layer, own));
    Map<String, Object> parts = layer.parts();
    List<String> names = new ArrayList<>(parts.keySet());
    if (!(parts instanceof TreeMap)) {
      Collections.sort(names);
    }
    for (String name : names) {
      if (parts.get(name) instanceof Layer part) {
        walk(part, inside(path, name), null);
      } else {
        Map<String, Map<?, ?>> described = described(config);
        List<?> held = (List<?>) parts.get(name);
        boolean ordered = layer instanceof Functional && !described.isEmpty();
        container(ordered ? inOrder(held, described) : held, inside(path, name), described);
      }
    }
  }

  private static List<?> inOrder(List<?> layers, Map<String, Map<?, ?>> described) {
    List<String> names = new ArrayList<>(described.keySet());
    return layers.stream()
        .sorted(Comparator.comparingInt(layer -> names.indexOf(((Layer) layer).getName())))
        .toList();
  }

  private void container(List<?> parts, String path, Map<String, Map<?, ?>> described) {
    Map<String, Integer> used = new HashMap<>();
    for (Object part : parts) {
      String name =
          part instanceof Layer layer ? ObjectType.snake(layer.kerasClass().name()) : "container";
      int before = used.merge(name, 1, Integer::sum) - 1;
      String place = inside(path, before == 0 ? name : name + "_" + before);
      if (part instanceof Layer layer) {
        walk(layer, place, described.get(layer.getName()));
      } else {
        container((List<?>) part, place, Map.of());
      }
    }
  }

  /** The layers a model's config describes, by name. */
  private static Map<String, Map<?, ?>> described(Map<?, ?> config) {
    Map<String, Map<?, ?>> byName = new LinkedHashMap<>();
    if (config != null && config.get("layers") instanceof List<?> layers) {
      for (Object each : layers) {
        if (each instanceof Map<?, ?> one && one.get("config") instanceof Map<?, ?> inner) {
          byName.put(String.valueOf(inner.get("name")), inner);
        }
      }
    }
    return byName;
  }
}
