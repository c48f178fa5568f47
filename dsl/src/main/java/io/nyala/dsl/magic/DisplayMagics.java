package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.show.MimeBundle;

/** {@code %%html}, {@code %%markdown} and their kin, {@code %%capture}, {@code %%groovy}. */
final class DisplayMagics {
  private DisplayMagics() {}

  static void into(Magics all) {
    show(all, "html", "HTML", "text/html", false);
    show(all, "HTML", "HTML", "text/html", false);
    show(all, "svg", "SVG", "image/svg+xml", false);
    show(all, "SVG", "SVG", "image/svg+xml", false);
    show(all, "javascript", "JavaScript", "application/javascript", false);
    show(all, "js", "JavaScript", "application/javascript", false);
    show(all, "markdown", "Markdown", "text/markdown", true);
    show(all, "latex", "LaTeX", "text/latex", true);
    all.cell(
        "capture",
        "%%capture [NAME]",
        "Runs the cell and shows nothing; NAME.stdout, NAME.stderr and NAME.show() have what it"
            + " printed and showed.",
        DisplayMagics::capture);
    for (String language : new String[] {"groovy", "python"}) {
      String shown = language.equals("groovy") ? "Groovy" : "Python";
      all.cell(
          language,
          "%%" + language,
          "Runs the cell as " + shown + ".",
          call -> call.session().runIn(language, call.cell()));
    }
    all.line(
        "matplotlib",
        "%matplotlib [inline]",
        "Figures are shown in the notebook, as `inline` asks.",
        DisplayMagics::matplotlib);
  }

  /** Source that can be read is its own plain text. */
  private static void show(Magics all, String name, String shown, String mime, boolean readable) {
    all.cell(
        name,
        "%%" + name,
        "Shows the cell as " + shown + ".",
        call -> {
          String source = call.cell().strip();
          String plain = readable ? source : "<" + shown + " object>";
          call.session().display(MimeBundle.text(plain).with(mime, call.cell()));
          return null;
        });
  }

  private static Object capture(Call call) throws Exception {
    Captured captured = call.session().capture(() -> call.session().run(call.cell()));
    String name = call.argument().strip();
    if (name.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
      call.session().variables().put(name, captured);
    } else if (!name.isEmpty()) {
      throw Magics.usage("%%capture takes the name of one variable; received '" + name + "'");
    }
    return null;
  }

  private static Object matplotlib(Call call) {
    String backend = call.argument().strip();
    if (!backend.isEmpty() && !backend.equals("inline")) {
      throw Magics.usage(
          "%matplotlib " + backend + ": figures are always shown inline; write %matplotlib inline");
    }
    return null;
  }
}
