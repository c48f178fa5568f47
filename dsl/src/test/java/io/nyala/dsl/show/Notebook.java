package io.nyala.dsl.show;

import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A session with a front end that keeps what was shown, and pages to look at it. */
public final class Notebook implements Frontend, AutoCloseable {
  public final Session session = new Session();
  public final StringBuilder out = new StringBuilder();
  public final List<MimeBundle> shown = new ArrayList<>();
  public final Map<String, List<MimeBundle>> updates = new LinkedHashMap<>();
  private final List<MimeBundle> kept = new ArrayList<>();
  private final Place place;

  /** What shows a cell's output. */
  public enum Place {
    NOTEBOOK,
    TERMINAL,
    LOG
  }

  public Notebook() {
    this(Place.NOTEBOOK);
  }

  public Notebook(Place place) {
    this.place = place;
  }

  /** Runs a cell; what it shows and its value are in {@link #shown}. */
  public Notebook run(String... lines) {
    Outcome outcome = session.run(String.join("\n", lines), this);
    if (outcome instanceof Outcome.Failure failure) {
      throw new AssertionError(String.join("\n", failure.traceback()), failure.cause());
    }
    if (outcome instanceof Outcome.Value value && value.shown() != null) {
      shown.add(value.shown());
    }
    return this;
  }

  /** Has progress on the cells' thread read another clock, in seconds. */
  public Notebook clock(DoubleSupplier seconds) {
    session.variables().put("seconds", seconds);
    return run("io.nyala.keras.utils.Progress.clock(seconds)");
  }

  /** The error of a cell that fails. */
  public Outcome.Failure failure(String code) {
    return (Outcome.Failure) session.run(code, this);
  }

  /** What was shown last. */
  public MimeBundle last() {
    return shown.get(shown.size() - 1);
  }

  /** A form of what was shown last. */
  public String last(String type) {
    return (String) last().data().get(type);
  }

  /** Reads XML, which well-formed HTML of ours is too. */
  public static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader("<x>" + xml + "</x>")));
    } catch (Exception e) {
      throw new AssertionError("not well formed: " + e.getMessage() + "\n" + xml, e);
    }
  }

  /** Has what is shown now stand on the page, whatever becomes of it. */
  public void keep() {
    kept.addAll(shown);
  }

  /** Writes everything kept onto a page under {@code target/looks}. */
  public void page(String name) throws IOException {
    StringBuilder page = new StringBuilder("<!doctype html><meta charset='utf-8'>");
    page.append(
        "<style>@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}</style>");
    page.append("<body style='font:14px system-ui'>");
    for (MimeBundle each : kept) {
      Object html = each.data().get("text/html");
      page.append(html == null ? "<pre>" + Html.escape(each.plain()) + "</pre>" : html);
    }
    Path folder = Path.of("target", "looks");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".html"), page);
  }

  @Override
  public synchronized void stream(Stream stream, String text) {
    out.append(text);
  }

  @Override
  public synchronized void display(MimeBundle bundle, String displayId) {
    shown.add(bundle);
    if (displayId != null) {
      updates.computeIfAbsent(displayId, id -> new ArrayList<>()).add(bundle);
    }
  }

  @Override
  public synchronized void updateDisplay(MimeBundle bundle, String displayId) {
    List<MimeBundle> all = updates.get(displayId);
    shown.replaceAll(each -> each == all.get(all.size() - 1) ? bundle : each);
    all.add(bundle);
  }

  @Override
  public void clearOutput(boolean wait) {
    shown.clear();
  }

  @Override
  public String readLine(String prompt, boolean password) throws IOException {
    throw new IOException("no one here");
  }

  @Override
  public boolean isRich() {
    return place == Place.NOTEBOOK;
  }

  @Override
  public boolean isTerminal() {
    return place == Place.TERMINAL;
  }

  @Override
  public void close() {
    session.close();
  }
}
