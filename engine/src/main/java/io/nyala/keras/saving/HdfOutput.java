package io.nyala.keras.saving;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;
import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an HDF5 file. A group comes into being with the first dataset in it, never empty. */
final class HdfOutput implements AutoCloseable {

  /** An attribute stands in its object's header, which HDF5 limits. */
  private static final int MOST_ATTRIBUTE = 60_000;

  private final WritableHdfFile file;
  private final Map<String, WritableGroup> groups = new HashMap<>();
  private final Map<String, Map<String, Object>> waiting = new LinkedHashMap<>();

  HdfOutput(Path path) {
    HdfInput.quiet();
    file = HdfFile.write(path);
    groups.put("", file);
  }

  /** Writes a tensor. */
  void dataset(String path, Tensor value) {
    int slash = path.lastIndexOf('/');
    WritableGroup group = group(slash < 0 ? "" : path.substring(0, slash));
    group.putDataset(path.substring(slash + 1), nested(value, value.shape().dims(), 0, 0));
  }

  /** Gives a group an attribute, which is written if the group comes to hold anything. */
  void attribute(String path, String name, Object value) {
    if (value instanceof String text
        && text.getBytes(StandardCharsets.UTF_8).length > MOST_ATTRIBUTE) {
      throw KerasException.unsupported(
          "The model's description is too long for an .h5 file, which takes "
              + MOST_ATTRIBUTE
              + " bytes. Save it as .keras.");
    }
    WritableNode group = groups.get(path);
    if (group != null) {
      group.putAttribute(name, value);
    } else {
      waiting.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(name, value);
    }
  }

  private WritableGroup group(String path) {
    WritableGroup known = groups.get(path);
    if (known != null) {
      return known;
    }
    int slash = path.lastIndexOf('/');
    WritableGroup made =
        group(slash < 0 ? "" : path.substring(0, slash)).putGroup(path.substring(slash + 1));
    groups.put(path, made);
    waiting.getOrDefault(path, Map.of()).forEach(made::putAttribute);
    return made;
  }

  /** Nested arrays, as the library takes them. */
  private static Object nested(Tensor value, int[] dims, int axis, int offset) {
    if (dims.length == 0) {
      return value.get(0);
    }
    Class<?> component = value.data().getClass().getComponentType();
    if (axis == dims.length - 1) {
      Object row = Array.newInstance(component, dims[axis]);
      System.arraycopy(value.data(), offset, row, 0, dims[axis]);
      return row;
    }
    int step = 1;
    for (int i = axis + 1; i < dims.length; i++) {
      step *= dims[i];
    }
    int[] rest = new int[dims.length - axis];
    System.arraycopy(dims, axis, rest, 0, rest.length);
    Object rows = Array.newInstance(component, rest);
    for (int i = 0; i < dims[axis]; i++) {
      Array.set(rows, i, nested(value, dims, axis + 1, offset + i * step));
    }
    return rows;
  }

  @Override
  public void close() {
    file.close();
  }
}
