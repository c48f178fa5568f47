package io.nyala.dsl.names.tf;

import io.nyala.data.Dataset;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** {@code tf.data.TextLineDataset}: the lines of text files, one file after the other. */
final class TextLines {

  private TextLines() {}

  static Dataset of(Given g) {
    if (g.has("compression_type") && !g.string("compression_type").isEmpty()) {
      throw PyError.value(
          "TextLineDataset reads plain text; received compression_type="
              + g.string("compression_type"));
    }
    List<String> all = new ArrayList<>();
    for (Object name : names(g)) {
      try {
        all.addAll(Files.readAllLines(Opener.path(String.valueOf(name))));
      } catch (IOException e) {
        throw new PyError("FileNotFoundError", name + "; No such file or directory", e);
      }
    }
    return Dataset.fromTensorSlices(
        DataNames.structure(Tensor.of(Shape.of(all.size()), all.toArray(new String[0]))));
  }

  private static List<?> names(Given g) {
    if (g.get("filenames") instanceof List<?> several) {
      return several;
    }
    Tensor given = g.tensor("filenames");
    List<Object> names = new ArrayList<>();
    for (int i = 0; i < given.elements(); i++) {
      names.add(given.get(i));
    }
    return names;
  }
}
