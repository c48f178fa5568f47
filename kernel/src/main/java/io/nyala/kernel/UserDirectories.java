package io.nyala.kernel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where each system keeps what a program remembers for its user. */
final class UserDirectories {

  private UserDirectories() {}

  /** The folder for history; {@code NYALA_HISTORY_DIR} overrides it. */
  static Path data() {
    return data(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
  }

  static Path data(Map<String, String> env, String home, String osName) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (isSet(env, "NYALA_HISTORY_DIR")) {
      return Path.of(env.get("NYALA_HISTORY_DIR"));
    } else if (os.startsWith("windows")) {
      return isSet(env, "APPDATA")
          ? Path.of(env.get("APPDATA"), "Nyala")
          : Path.of(home, "AppData", "Roaming", "Nyala");
    } else if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Nyala");
    }
    return isSet(env, "XDG_DATA_HOME")
        ? Path.of(env.get("XDG_DATA_HOME"), "nyala")
        : Path.of(home, ".local", "share", "nyala");
  }

  private static boolean isSet(Map<String, String> env, String name) {
    return env.get(name) != null && !env.get(name).isEmpty();
  }
}
