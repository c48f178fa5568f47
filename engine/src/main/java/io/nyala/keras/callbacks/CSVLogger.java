package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.Digits;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes the figures of every epoch to a file, one row each, as Python's csv module would. Source:
 * keras.callbacks.CSVLogger.
 */
public final class CSVLogger extends Callback {

  public static final KerasClass<CSVLogger> CLASS =
      new KerasClass<>(
          "CSVLogger",
          Callbacks.MODULE,
          "Writes the figures of every epoch to a file.",
          ArgTable.of(
              "CSVLogger",
              Arg.required("filename", ArgTypes.ANY, "The file."),
              Arg.of("separator", ArgTypes.STRING, ",", "What stands between columns."),
              Arg.of("append", ArgTypes.BOOL, false, "Whether to go on with the file.")),
          CSVLogger::new);

  private final Path file;
  private final String separator;
  private final boolean append;
  private List<String> keys;
  private boolean wantsHeader = true;

  private CSVLogger(Arguments a) {
    this.file = Path.of(String.valueOf(a.get("filename")));
    this.separator = a.string("separator");
    this.append = a.flag("append");
    if (separator.length() != 1) {
      throw KerasException.type("\"delimiter\" must be a 1-character string");
    }
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    keys = null;
    try {
      if (append) {
        wantsHeader = !Files.exists(file) || Files.size(file) == 0;
      } else {
        Files.writeString(file, "");
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    StringBuilder text = new StringBuilder();
    if (keys == null) {
      keys = columns(logs);
      if (wantsHeader) {
        List<String> names = new ArrayList<>(List.of("epoch"));
        names.addAll(keys);
        row(text, names);
      }
    }
    List<String> values = new ArrayList<>(List.of(String.valueOf(epoch)));
    for (String key : keys) {
      values.add(logs.containsKey(key) ? text(logs.get(key)) : "NA");
    }
    row(text, values);
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** A number, or an array in quotes and brackets. */
  private static String text(Object figure) {
    if (!(figure instanceof Tensor tensor)) {
      return Digits.text(((Number) figure).doubleValue());
    }
    StringJoiner text = new StringJoiner(", ", "\"[", "]\"");
    for (int i = 0; i < tensor.elements(); i++) {
      text.add(Digits.text((float) tensor.getDouble(i)));
    }
    return text.toString();
  }

  private static List<String> columns(Map<String, Object> logs) {
    List<String> names = new ArrayList<>(logs.keySet().stream().sorted().toList());
    if (names.stream().noneMatch(name -> name.startsWith("val_"))) {
      // Later epochs may bring validation figures.
      logs.keySet().stream().sorted().forEach(name -> names.add("val_" + name));
    }
    return names;
  }

  private void row(StringBuilder text, List<String> fields) {
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      boolean quoted = field.contains(separator) || field.contains("\"") || field.contains("\n");
      text.append(i > 0 ? separator : "");
      text.append(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
    }
    text.append("\r\n");
  }

  private KerasException cannotWrite(IOException e) {
    return KerasException.file("CSVLogger cannot write to " + file + ": " + e.getMessage());
  }
}
