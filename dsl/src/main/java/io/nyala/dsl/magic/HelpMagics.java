package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.show.MimeBundle;
import java.util.Collection;
import java.util.stream.Collectors;

/** {@code %lsmagic}, {@code %magic}: the magics themselves; {@code %pinfo}: any name. */
final class HelpMagics {
  private HelpMagics() {}

  static void into(Magics all) {
    all.line("lsmagic", "%lsmagic", "Lists the magics.", HelpMagics::list);
    all.line("pinfo", "%pinfo NAME", "Shows help on a name, as NAME? does.", c -> ask(c, 0));
    all.line("pinfo2", "%pinfo2 NAME", "Shows all there is on a name: NAME??.", c -> ask(c, 1));
    all.line("magic", "%magic", "Says what each magic does.", HelpMagics::explain);
  }

  private static Object ask(Call call, int detailLevel) {
    call.session().explain(new HelpQuestion(call.argument().strip(), detailLevel));
    return null;
  }

  private static Object list(Call call) {
    System.out.println("Available line magics:\n" + names(call.session().magics().lines()));
    System.out.println("\nAvailable cell magics:\n" + names(call.session().magics().cells()));
    return null;
  }

  private static String names(Collection<Magic> magics) {
    return magics.stream().map(Magic::typed).collect(Collectors.joining("  "));
  }

  private static Object explain(Call call) {
    Magics magics = call.session().magics();
    magics.lines().forEach(each -> System.out.println(text(each) + "\n"));
    magics.cells().forEach(each -> System.out.println(text(each) + "\n"));
    System.out.println("!COMMAND\n    Runs a command of the system's shell.");
    return null;
  }

  private static String text(Magic magic) {
    return magic.usage() + "\n    " + magic.doc();
  }

  /** Help on one magic. */
  static MimeBundle bundle(Magic magic) {
    return MimeBundle.text(magic.usage() + "\n\n" + magic.doc())
        .with("text/markdown", "**`" + magic.usage() + "`**\n\n" + magic.doc());
  }
}
