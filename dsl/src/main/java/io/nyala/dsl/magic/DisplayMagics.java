package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.show.MimeBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        "%%capture [--no-stdout] [--no-stderr] [--no-display] [NAME]",
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
    List<String> words = new ArrayList<>(Arrays.asList(call.argument().strip().split("\\s+")));
    words.remove("");
    boolean prints = words.remove("--no-stdout");
    boolean complains = words.remove("--no-stderr");
    boolean shows = words.remove("--no-display");
    String name = words.isEmpty() ? "" : words.remove(0);
    if (!words.isEmpty() || !name.matches("|[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
      throw Magics.usage(
          "%%capture takes the name of one variable, --no-stdout, --no-stderr and --no-display;"
              + " received '"
              + call.argument().strip()
              + "'");
    }
    Captured all = call.session().capture(() -> call.session().run(call.cell()));
    Captured passed =
        new Captured(
            prints ? all.stdout() : "",
            complains ? all.stderr() : "",
            shows ? all.outputs() : List.of(),
            call.session());
    passed.show();
    if (!name.isEmpty()) {
      Captured kept =
          new Captured(
              prints ? "" : all.stdout(),
              complains ? "" : all.stderr(),
              shows ? List.of() : all.outputs(),
              call.session());
      call.session().variables().put(name, kept);
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
