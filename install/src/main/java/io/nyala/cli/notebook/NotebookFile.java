package io.nyala.cli.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nyala.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A notebook in Jupyter's file format, nbformat 4. What it holds besides cells and outputs is kept
 * as it was read.
 */
public final class NotebookFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private NotebookFile(ObjectNode root) {
    this.root = root;
  }

  /**
   * Reads a notebook.
   *
   * @throws IOException if there is no such file or it holds no nbformat 4 notebook, with a message
   *     for the person who named the file
   */
  public static NotebookFile read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + " is a folder, not a notebook");
    }
    String text;
    try {
      text = Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no notebook " + path, e);
    }
    return parse(text, path.toString());
  }

  /** Parses a notebook's JSON; {@code name} is what errors call it. */
  public static NotebookFile parse(String json, String name) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException(name + " is not a notebook: " + e.getOriginalMessage(), e);
    }
    if (!(node instanceof ObjectNode root) || !root.path("nbformat").isInt()) {
      throw new IOException(name + " is not a notebook: it has no \"nbformat\"");
    }
    int format = root.path("nbformat").intValue();
    if (format != 4) {
      throw new IOException(
          name
              + " is in nbformat "
              + format
              + "; nbformat 4 is expected. Open it in JupyterLab and save it again.");
    }
    if (!root.path("cells").isArray()) {
      throw new IOException(name + " is not a notebook: it has no list of \"cells\"");
    }
    return new NotebookFile(root);
  }

  /** The cells in their order. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (JsonNode node : root.path("cells")) {
      if (node instanceof ObjectNode object) {
        cells.add(new Cell(object));
      }
    }
    return cells;
  }

  /** The language its cells are in: {@code python} if the notebook says so, else groovy. */
  public String language() {
    JsonNode metadata = root.path("metadata");
    String kernel = metadata.path("kernelspec").path("language").asText();
    String name = kernel.isEmpty() ? metadata.path("language_info").path("name").asText() : kernel;
    if (name.isEmpty()) {
      // Notebooks of Colab tell their kernel alone: python3.
      name = metadata.path("kernelspec").path("name").asText();
    }
    return name.contains("python") ? "python" : "groovy";
  }

  /** The notebook's metadata, such as its kernel. */
  public ObjectNode metadata() {
    return root.withObjectProperty("metadata");
  }

  /** Writes the notebook beside its final place first, so that a reader never sees half of it. */
  public void write(Path path) throws IOException {
    writeWhole(path, toJson());
  }

  /** The file's text, laid out as Jupyter does: one space of indent, a newline at the end. */
  public String toJson() throws JsonProcessingException {
    DefaultIndenter indent = new DefaultIndenter(" ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentArraysWith(indent);
    printer.indentObjectsWith(indent);
    return JSON.writer(printer).writeValueAsString(root) + "\n";
  }

  /** Writes text to a file through a temporary one in the same folder. */
  public static void writeWhole(Path path, String text) throws IOException {
    Path target = path.toAbsolutePath();
    Files.createDirectories(target.getParent());
    WholeFile.write(target, text);
  }

  /** nbformat's multi-line text: one string, or a list of lines with their ends. */
  public static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText("");
    }
    StringBuilder text = new StringBuilder();
    node.forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  /** Text as nbformat stores it: a list of lines with their ends. */
  static ArrayNode lines(String text) {
    ArrayNode lines = JSON.createArrayNode();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  /** Any Java value as JSON. */
  static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }

  /** One cell, a view on the notebook's JSON. */
  public record Cell(ObjectNode node) {

    /** True for a cell that can be run. */
    public boolean isCode() {
      return type().equals("code");
    }

    /** {@code code}, {@code markdown} or {@code raw}. */
    public String type() {
      return node.path("cell_type").asText();
    }

    /** What is written in the cell. */
    public String source() {
      return text(node.path("source"));
    }

    /** The cell's outputs, as nbformat has them. */
    public ArrayNode outputs() {
      return node.withArrayProperty("outputs");
    }

    /** The number in {@code In [n]}, or null when the cell did not run. */
    public Integer executionCount() {
      JsonNode count = node.path("execution_count");
      return count.isInt() ? count.intValue() : null;
    }

    /** True if the cell carries a tag. */
    public boolean hasTag(String tag) {
      for (JsonNode each : node.path("metadata").path("tags")) {
        if (each.asText().equals(tag)) {
          return true;
        }
      }
      return false;
    }

    /** Forgets what an earlier run left. */
    void clear() {
      node.putNull("execution_count");
      node.putArray("outputs");
    }
  }
}
