package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import java.util.Set;

/**
 * {@code %load_ext} and the magics that notebooks load by it: they run on, and each says what is
 * done here instead.
 */
final class ExtensionMagics {
  private static final Set<String> KNOWN = Set.of("tensorboard", "autoreload");

  private ExtensionMagics() {}

  static void into(Magics all) {
    all.line("load_ext", "%load_ext NAME", "Takes an extension of IPython.", ExtensionMagics::load);
    all.line("reload_ext", "%reload_ext NAME", "The same as %load_ext.", ExtensionMagics::load);
    all.line(
        "tensorboard",
        "%tensorboard --logdir FOLDER",
        "Says how TensorBoard shows the logs.",
        ExtensionMagics::tensorboard);
    all.line(
        "autoreload",
        "%autoreload 2",
        "Says when modules are read again.",
        call -> say("A module that changes is read again when the kernel restarts."));
  }

  private static Object load(Call call) {
    String name = call.argument().strip();
    if (!KNOWN.contains(name)) {
      throw Magics.usage(
          "The extension '" + name + "' is not here; there are: autoreload, tensorboard.");
    }
    return null;
  }

  private static Object tensorboard(Call call) {
    return say(
        "TensorBoard is no part of Nyala, but reads the logs that the callback writes: run"
            + " `tensorboard "
            + call.argument().strip()
            + "` in a terminal.");
  }

  private static Object say(String sentence) {
    System.out.println(sentence);
    return null;
  }
}
