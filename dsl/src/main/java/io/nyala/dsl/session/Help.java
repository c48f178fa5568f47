package io.nyala.dsl.session;

import io.nyala.dsl.names.modules.Signatures.Parameter;
import io.nyala.dsl.names.modules.Signatures.Signature;
import io.nyala.dsl.show.MimeBundle;

/** A signature with its arguments' documentation, as text and as Markdown. */
final class Help {
  private Help() {}

  static MimeBundle of(Signature signature) {
    StringBuilder text = new StringBuilder(signature.line());
    StringBuilder markdown = new StringBuilder("**`" + signature.line() + "`**");
    if (!signature.doc().isEmpty()) {
      text.append("\n\n").append(signature.doc());
      markdown.append("\n\n").append(signature.doc());
    }
    boolean documented = signature.parameters().stream().anyMatch(each -> !each.doc().isEmpty());
    if (documented) {
      text.append("\n\nArguments:");
      markdown.append("\n\n| argument | default | |\n| --- | --- | --- |");
    }
    for (Parameter each : signature.parameters()) {
      if (documented) {
        text.append("\n    ").append(each.name()).append(": ").append(each.doc());
        String start = each.defaultText() == null ? "" : "`" + each.defaultText() + "`";
        markdown.append("\n| `" + each.name() + "` | " + start + " | " + each.doc() + " |");
      }
    }
    return MimeBundle.text(text.toString()).with("text/markdown", markdown.toString());
  }
}
