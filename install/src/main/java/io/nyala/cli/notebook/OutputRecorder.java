package io.nyala.cli.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what running cells show into their nbformat outputs, as a Jupyter front end would. */
final class OutputRecorder implements Frontend {

  /** Past this many characters, rewritten progress is collapsed at once rather than at the end. */
  private static final int LONG_STREAM = 1 << 16;

  private final ProgressListener listener;
  private final Map<String, List<ObjectNode>> shownById = new HashMap<>();
  private ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
  private final StringBuilder text = new StringBuilder();
  private Stream openStream;
  private boolean clearBeforeNext;

  OutputRecorder(ProgressListener listener) {
    this.listener = listener;
  }

  /** From now on, outputs go to this list. */
  synchronized void startCell(ArrayNode cellOutputs) {
    closeStream();
    outputs = cellOutputs;
    clearBeforeNext = false;
  }

  /** Adds how the cell ended: its value or its error. */
  synchronized void finishCell(Outcome outcome, int executionCount) {
    if (outcome instanceof Outcome.Value value && value.shown() != null) {
      beforeOutput();
      ObjectNode node = outputs.addObject();
      node.set("data", data(value.shown()));
      node.put("execution_count", executionCount);
      node.set("metadata", NotebookFile.json(value.shown().metadata()));
      node.put("output_type", "execute_result");
    } else if (outcome instanceof Outcome.Failure failure) {
      beforeOutput();
      ObjectNode node = outputs.addObject();
      node.put("ename", failure.name());
      node.put("evalue", failure.message() == null ? "" : failure.message());
      node.put("output_type", "error");
      failure.traceback().forEach(node.putArray("traceback")::add);
    }
    closeStream();
  }

  @Override
  public synchronized void stream(Stream stream, String printed) {
    if (printed.isEmpty()) {
      return;
    }
    if (stream != openStream || clearBeforeNext) {
      beforeOutput();
      openStream = stream;
    }
    text.append(printed);
    if (text.length() > LONG_STREAM) {
      collapse();
    }
    listener.printed(stream, printed);
  }

  @Override
  public synchronized void display(MimeBundle bundle, String displayId) {
    beforeOutput();
    ObjectNode node = outputs.addObject();
    fill(node, bundle);
    node.put("output_type", "display_data");
    if (displayId != null) {
      shownById.computeIfAbsent(displayId, id -> new ArrayList<>()).add(node);
    }
  }

  @Override
  public synchronized void updateDisplay(MimeBundle bundle, String displayId) {
    shownById.getOrDefault(displayId, List.of()).forEach(node -> fill(node, bundle));
    // Whoever watches the run sees how far an output that replaces itself has come.
    String plain = bundle.plain();
    listener.printed(Stream.STDOUT, "\r" + plain.substring(plain.lastIndexOf('\n') + 1));
  }

  @Override
  public synchronized void clearOutput(boolean wait) {
    if (wait) {
      clearBeforeNext = true;
    } else {
      clear();
    }
  }

  @Override
  public String readLine(String prompt, boolean password) throws IOException {
    throw new IOException(
        "This notebook runs without a person at it, so it cannot ask for input: " + prompt);
  }

  private void beforeOutput() {
    if (clearBeforeNext) {
      clear();
    }
    closeStream();
  }

  private void clear() {
    text.setLength(0);
    openStream = null;
    outputs.removeAll();
    clearBeforeNext = false;
  }

  private void closeStream() {
    if (openStream == null) {
      return;
    }
    String printed = TerminalText.collapse(text.toString());
    if (!printed.isEmpty()) {
      ObjectNode node = outputs.addObject();
      node.put("name", openStream == Stream.STDOUT ? "stdout" : "stderr");
      node.put("output_type", "stream");
      node.set("text", NotebookFile.lines(printed));
    }
    text.setLength(0);
    openStream = null;
  }

  /** Collapses what is final; from the last carriage return on, more may still overwrite. */
  private void collapse() {
    int open = Math.max(text.lastIndexOf("\n") + 1, text.lastIndexOf("\r"));
    String settled = TerminalText.collapse(text.substring(0, open));
    text.replace(0, open, settled);
  }

  private static void fill(ObjectNode node, MimeBundle bundle) {
    node.set("data", data(bundle));
    node.set("metadata", NotebookFile.json(bundle.metadata()));
  }

  /** Keys in alphabetical order, as Jupyter writes them; text as lists of lines. */
  private static ObjectNode data(MimeBundle bundle) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    bundle.data().keySet().stream()
        .sorted()
        .forEach(type -> data.set(type, content(type, bundle.data().get(type))));
    return data;
  }

  private static JsonNode content(String type, Object content) {
    boolean isText = type.startsWith("text/") || type.equals("image/svg+xml");
    boolean isScript = type.equals("application/javascript");
    return isText || isScript
        ? NotebookFile.lines(String.valueOf(content))
        : NotebookFile.json(content);
  }
}
