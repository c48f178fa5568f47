package io.nyala.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.nyala.kernel.spec.KernelSpec.Cells;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.util.List;
import org.codehaus.groovy.util.ReleaseInfo;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** What the kernel says of itself. */
final class KernelInfo {

  private KernelInfo() {}

  static Reply reply(Cells cells) {
    boolean python = cells == Cells.PYTHON;
    return new Reply(
        Json.object(
            "protocol_version",
            Message.PROTOCOL_VERSION,
            "implementation",
            "nyala",
            "implementation_version",
            version(),
            "language_info",
            python ? python() : groovy(),
            "banner",
            banner(cells),
            "help_links",
            List.of(
                link("Keras API", "https://keras.io/api/"),
                python
                    ? link("Python", "https://docs.python.org/3.11/")
                    : link("Groovy", "https://groovy-lang.org/documentation.html")),
            "status",
            "ok",
            "debugger",
            false,
            "supported_features",
            List.of()));
  }

  /** Where the kernel listens, name and port in turn. */
  static Object[] ports(KernelConnectionProperties at) {
    return new Object[] {
      "shell_port", at.getShellPort(),
      "iopub_port", at.getIopubPort(),
      "stdin_port", at.getStdinPort(),
      "control_port", at.getControlPort(),
      "hb_port", at.getHbPort()
    };
  }

  /** A debugger's client is answered as its own protocol says: the request did not succeed. */
  static Reply noDebugger(Message request) {
    Reply reply = Reply.error("NotSupported", "this kernel has no debugger");
    JsonObject asked = request.content();
    JsonObject content = reply.content();
    content.addProperty("type", "response");
    content.add("request_seq", asked.has("seq") ? asked.get("seq") : new JsonPrimitive(0));
    content.add("command", asked.has("command") ? asked.get("command") : new JsonPrimitive(""));
    content.addProperty("success", false);
    content.addProperty("message", "this kernel has no debugger");
    return reply;
  }

  private static JsonObject link(String text, String url) {
    return Json.object("text", text, "url", url);
  }

  private static JsonObject groovy() {
    return Json.object(
        "name",
        "groovy",
        "version",
        ReleaseInfo.getVersion(),
        "mimetype",
        "text/x-groovy",
        "file_extension",
        ".groovy",
        "pygments_lexer",
        "groovy",
        "codemirror_mode",
        "groovy",
        "nbconvert_exporter",
        "script");
  }

  /** As IPython says it, so that front ends colour and indent cells as they do for it. */
  private static JsonObject python() {
    return Json.object(
        "name",
        "python",
        "version",
        "3.11",
        "mimetype",
        "text/x-python",
        "file_extension",
        ".py",
        "pygments_lexer",
        "ipython3",
        "codemirror_mode",
        Json.object("name", "ipython", "version", 3),
        "nbconvert_exporter",
        "python");
  }

  private static String version() {
    String version = KernelInfo.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  private static String banner(Cells cells) {
    String language = cells == Cells.PYTHON ? "Python cells" : "Groovy " + ReleaseInfo.getVersion();
    return "Nyala "
        + version()
        + ": deep learning in "
        + language
        + " on Java "
        + Runtime.version().feature()
        + (cells == Cells.PYTHON
            ? ". No Python is installed or needed."
            : ". Keras' names, no Python.");
  }
}
