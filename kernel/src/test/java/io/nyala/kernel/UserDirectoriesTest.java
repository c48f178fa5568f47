package io.nyala.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserDirectoriesTest {

  @Test
  void eachSystemHasItsOwnPlace() {
    assertEquals(Path.of("/home/u/.local/share/nyala"), data(Map.of(), "Linux"));
    assertEquals(Path.of("/x/nyala"), data(Map.of("XDG_DATA_HOME", "/x"), "Linux"));
    assertEquals(Path.of("/home/u/Library/Application Support/Nyala"), data(Map.of(), "Mac OS X"));
    assertEquals(Path.of("/r/Nyala"), data(Map.of("APPDATA", "/r"), "Windows 11"));
    assertEquals(Path.of("/mine"), data(Map.of("NYALA_HISTORY_DIR", "/mine"), "Linux"));
  }

  private static Path data(Map<String, String> environment, String os) {
    return UserDirectories.data(environment, "/home/u", os);
  }
}
