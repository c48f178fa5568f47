package io.nyala.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.nyala.kernel.wire.Message;
import java.util.List;
import org.codehaus.groovy.util.ReleaseInfo;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;

/** What the kernel says of itself. */
final class KernelInfo {

  private KernelInfo() {}

  static Reply reply() {
    LanguageInfo language =
        new LanguageInfo.Builder("groovy")
            .version(ReleaseInfo.getVersion())
            .mimetype("text/x-groovy")
            .fileExtension(".groovy")
            .pygments("groovy")
            .codemirror("groovy")
            .exporter("script")
            .build();
    List<HelpLink> links =
        List.of(
            new HelpLink("Keras API", "https://keras.io/api/"),
            new HelpLink("Groovy", "https://groovy-lang.org/documentation.html"));
    KernelInfoReply info =
        new KernelInfoReply(
            Message.PROTOCOL_VERSION, "nyala", version(), language, banner(), links);
    JsonObject content = new Gson().toJsonTree(info).getAsJsonObject();
    content.addProperty("status", "ok");
    content.addProperty("debugger", false);
    content.add("supported_features", new JsonArray());
    return new Reply(content);
  }

  private static String version() {
    String version = KernelInfo.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  private static String banner() {
    return "Nyala "
        + version()
        + ": deep learning in Groovy "
        + ReleaseInfo.getVersion()
        + " on Java "
        + Runtime.version().feature()
        + ". Keras' names, no Python.";
  }
}
