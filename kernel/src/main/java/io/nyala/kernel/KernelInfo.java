package io.nyala.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.nyala.kernel.spec.KernelSpec.Cells;
import io.nyala.kernel.wire.Json;
import io.nyala.kernel.wire.Message;
import java.util.List;
import org.codehaus.groovy.util.ReleaseInfo;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;

/** What the kernel says of itself. */
final class KernelInfo {

  private KernelInfo() {}

  static Reply reply(Cells cells) {
    boolean python = cells == Cells.PYTHON;
    List<HelpLink> links =
        List.of(
            new HelpLink("Keras API", "https://keras.io/api/"),
            python
                ? new HelpLink("Python", "https://docs.python.org/3.11/")
                : new HelpLink("Groovy", "https://groovy-lang.org/documentation.html"));
    KernelInfoReply info =
        new KernelInfoReply(
            Message.PROTOCOL_VERSION,
            "nyala",
            version(),
            python ? python() : groovy(),
            banner(cells),
            links);
    JsonObject content = new Gson().toJsonTree(info).getAsJsonObject();
    if (python) {
      content
          .getAsJsonObject("language_info")
          .add("codemirror_mode", Json.object("name", "ipython", "version", 3));
    }
    content.addProperty("status", "ok");
    content.addProperty("debugger", false);
    content.add("supported_features", new JsonArray());
    return new Reply(content);
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

  private static LanguageInfo groovy() {
    return new LanguageInfo.Builder("groovy")
        .version(ReleaseInfo.getVersion())
        .mimetype("text/x-groovy")
        .fileExtension(".groovy")
        .pygments("groovy")
        .codemirror("groovy")
        .exporter("script")
        .build();
  }

  /** As IPython says it, so that front ends colour and indent cells as they do for it. */
  private static LanguageInfo python() {
    return new LanguageInfo.Builder("python")
        .version("3.11")
        .mimetype("text/x-python")
        .fileExtension(".py")
        .pygments("ipython3")
        .codemirror("ipython")
        .exporter("python")
        .build();
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
