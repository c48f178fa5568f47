package io.nyala.keras.saving;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.nyala.keras.KerasException;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads an HDF5 file that anyone may have made: plain groups and numeric datasets only, no links to
 * elsewhere, and no dataset whose shape was not expected.
 */
final class HdfInput implements AutoCloseable {

  private final HdfFile file;
  private final String name;

  private HdfInput(HdfFile file, String name) {
    this.file = file;
    this.name = name;
  }

  /** The library's logging would otherwise say in the notebook that nobody listens to it. */
  static void quiet() {
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }

  /** A file's content. */
  static HdfInput of(byte[] content, String name) {
    quiet();
    return guarded(name, () -> new HdfInput(HdfFile.fromBytes(content), name));
  }

  /** True if there is something of this path. */
  boolean has(String path) {
    return guarded(name, () -> find(path) != null);
  }

  /** The names in a group, empty if it is not there. */
  List<String> names(String path) {
    return guarded(
        name,
        () ->
            find(path) instanceof Group group
                ? new ArrayList<>(group.getChildren().keySet())
                : List.of());
  }

  /**
   * A dataset of this shape; null if there is none of this path.
   *
   * @throws KerasException a ValueError if its shape is another, or it holds no numbers
   */
  Tensor read(String path, Shape expected) {
    return guarded(
        name,
        () -> {
          Node node = find(path);
          if (node == null) {
            return null;
          }
          if (!(node instanceof Dataset dataset)) {
            throw damaged(name, path + " is not a dataset", null);
          }
          Shape shape = shape(dataset, path);
          if (!shape.equals(expected)) {
            throw KerasException.value(
                "The file '"
                    + name
                    + "' holds an array of shape "
                    + shape
                    + " at "
                    + path
                    + ", where the model has "
                    + expected
                    + ".");
          }
          return numbers(dataset, shape, path);
        });
  }

  /** The shape of a dataset; null if there is none of this path. */
  Shape shape(String path) {
    return guarded(name, () -> find(path) instanceof Dataset dataset ? shape(dataset, path) : null);
  }

  private Shape shape(Dataset dataset, String path) {
    long[] extents = dataset.getDimensionsAsLong();
    int[] dims = new int[extents.length];
    for (int i = 0; i < dims.length; i++) {
      if (extents[i] < 0 || extents[i] > Integer.MAX_VALUE) {
        throw damaged(name, path + " has an extent of " + extents[i], null);
      }
      dims[i] = (int) extents[i];
    }
    return Shape.of(dims);
  }

  private Tensor numbers(Dataset dataset, Shape shape, String path) {
    if (dataset.isVariableLength() || dataset.isCompound()) {
      throw damaged(name, path + " holds no plain numbers", null);
    }
    DType type =
        switch (dataset.getJavaType().getSimpleName().toLowerCase(java.util.Locale.ROOT)) {
          case "float" -> DType.FLOAT32;
          case "double" -> DType.FLOAT64;
          case "int", "integer", "short", "byte" -> DType.INT32;
          case "long" -> DType.INT64;
          default -> throw damaged(name, path + " holds " + dataset.getJavaType(), null);
        };
    Object data = shape.rank() == 0 ? dataset.getData() : dataset.getDataFlat();
    Tensor out = Tensor.zeros(type, shape);
    boolean array = data.getClass().isArray();
    if (array && data.getClass() == out.data().getClass()) {
      System.arraycopy(data, 0, out.data(), 0, out.elements());
      return out;
    }
    for (int i = 0; i < out.elements(); i++) {
      Number number = (Number) (array ? Array.get(data, i) : data);
      if (type == DType.INT64) {
        out.longs()[i] = number.longValue();
      } else {
        out.put(i, number.doubleValue());
      }
    }
    return out;
  }

  /** A group's attribute as text; null if there is none. */
  String text(String path, String attribute) {
    return guarded(
        name,
        () -> {
          Object data = data(path, attribute);
          return data == null ? null : String.valueOf(data);
        });
  }

  /** A group's attribute as a list of texts, which long ones are cut into several of. */
  List<String> texts(String path, String attribute) {
    return guarded(
        name,
        () -> {
          List<String> all = new ArrayList<>();
          addTexts(data(path, attribute), all);
          for (int i = 0; all.isEmpty() || i > 0; i++) {
            Object part = data(path, attribute + i);
            if (part == null) {
              break;
            }
            addTexts(part, all);
          }
          return all;
        });
  }

  private static void addTexts(Object data, List<String> into) {
    if (data instanceof Object[] array) {
      for (Object each : array) {
        into.add(String.valueOf(each));
      }
    } else if (data instanceof String text) {
      into.add(text);
    }
  }

  private Object data(String path, String attribute) {
    Node node = find(path);
    Attribute found = node == null ? null : node.getAttribute(attribute);
    return found == null || found.isEmpty() ? null : found.getData();
  }

  private Node find(String path) {
    Node at = file;
    for (String part : path.split("/")) {
      if (part.isEmpty()) {
        continue;
      }
      at = at instanceof Group group ? group.getChild(part) : null;
      if (at == null) {
        return null;
      }
      if (at.isLink()) {
        throw damaged(name, path + " is a link, which model files do not have", null);
      }
    }
    return at;
  }

  static KerasException damaged(String name, String why, Throwable cause) {
    KerasException wrong =
        KerasException.value(
            "The file '" + name + "' cannot be used: " + why + ". It may be damaged or cut short.");
    if (cause != null) {
      wrong.initCause(cause);
    }
    return wrong;
  }

  /** What the library throws at a damaged file is many things. */
  private static <T> T guarded(String name, Supplier<T> action) {
    try {
      return action.get();
    } catch (KerasException known) {
      throw known;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw damaged(name, "its HDF5 part cannot be read", e);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
