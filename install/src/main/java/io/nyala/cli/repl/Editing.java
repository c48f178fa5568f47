package io.nyala.cli.repl;

import io.nyala.dsl.session.Session;
import java.util.function.BooleanSupplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * The keys of a prompt for code: Enter starts a line where the one above it leads, Tab and
 * Backspace move by whole steps at the start of a line, a brace that closes a block goes back to
 * its column.
 */
final class Editing {
  private final LineReader reader;
  private final Indentation indentation;
  private final CellParser parser;

  private Editing(LineReader reader, Session session, CellParser parser) {
    this.reader = reader;
    this.parser = parser;
    this.indentation = new Indentation(session);
  }

  /** Gives a prompt these keys. */
  static void on(LineReader reader, Session session, CellParser parser) {
    Editing keys = new Editing(reader, session, parser);
    keys.bind("code-enter", keys::enter, "\r", "\n");
    keys.bind("code-tab", keys::tab, "\t");
    keys.bind("code-backspace", keys::backspace, "\177", "\b");
    keys.bind("code-close", keys::close, "}");
    keys.bind("code-newline", keys::newLine, KeyMap.alt('\r'), KeyMap.alt('\n'));
  }

  private void bind(String name, BooleanSupplier action, CharSequence... keys) {
    reader.getWidgets().put(name, action::getAsBoolean);
    for (String map : new String[] {LineReader.EMACS, LineReader.VIINS}) {
      reader.getKeyMaps().get(map).bind(new Reference(name), keys);
    }
  }

  /** The line up to the cursor. */
  private String before() {
    String text = reader.getBuffer().upToCursor();
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private boolean enter() {
    Buffer buffer = reader.getBuffer();
    String text = buffer.toString();
    boolean inside = text.indexOf('\n', buffer.cursor()) >= 0;
    if (inside || parser.wantsMore(text)) {
      return newLine();
    }
    reader.callWidget(LineReader.ACCEPT_LINE);
    return true;
  }

  private boolean newLine() {
    Buffer buffer = reader.getBuffer();
    buffer.write("\n" + indentation.after(buffer.upToCursor()));
    return true;
  }

  private boolean tab() {
    String before = before();
    if (before.isBlank() && !reader.getBuffer().toString().isBlank()) {
      reader.getBuffer().write(" ".repeat(Indentation.STEP - before.length() % Indentation.STEP));
    } else {
      reader.callWidget(LineReader.EXPAND_OR_COMPLETE);
    }
    return true;
  }

  private boolean backspace() {
    String before = before();
    if (before.isEmpty() || !before.isBlank()) {
      reader.callWidget(LineReader.BACKWARD_DELETE_CHAR);
    } else {
      reader.getBuffer().backspace((before.length() - 1) % Indentation.STEP + 1);
    }
    return true;
  }

  private boolean close() {
    String before = before();
    if (before.isBlank() && before.length() >= Indentation.STEP) {
      reader.getBuffer().backspace(Indentation.STEP);
    }
    reader.getBuffer().write("}");
    return true;
  }
}
