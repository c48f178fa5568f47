package io.nyala.keras.layers;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers that are being built or called, outermost first: their names make the paths of the
 * weights that come into being meanwhile, such as {@code my_model/lstm/lstm_cell/kernel}. Source:
 * keras/src/backend/common/name_scope.py.
 */
public final class NameScope {

  private static final ThreadLocal<List<Layer>> OPEN = ThreadLocal.withInitial(ArrayList::new);

  private NameScope() {}

  /** Begins work inside a layer. */
  public static void enter(Layer layer) {
    OPEN.get().add(layer);
  }

  /** Ends work inside the layer entered last. */
  public static void leave() {
    List<Layer> open = OPEN.get();
    open.remove(open.size() - 1);
  }

  /** The path of a layer: the names of the layers around it, and its own. */
  public static String path(Module layer) {
    StringBuilder path = new StringBuilder();
    Layer before = null;
    for (Layer each : OPEN.get()) {
      if (each != before && each != layer) {
        path.append(each.getName()).append('/');
      }
      before = each;
    }
    return path.append(layer.getName()).toString();
  }
}
