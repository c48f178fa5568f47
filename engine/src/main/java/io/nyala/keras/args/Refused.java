package io.nyala.keras.args;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The public names of Keras that Nyala does not have, each with the reason. */
public final class Refused {

  private static final Map<String, Map<String, String>> MODULES = read();

  private Refused() {}

  private static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> modules = new TreeMap<>();
    try (InputStream in = Refused.class.getResourceAsStream("/io/nyala/keras/refused.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" \\| ");
        if (!line.startsWith("#")) {
          Map<String, String> names = modules.computeIfAbsent(parts[0], m -> new TreeMap<>());
          List.of(parts[2].split(" ")).forEach(name -> names.put(name, parts[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return modules;
  }

  /** The modules that have such names. */
  public static List<String> modules() {
    return List.copyOf(MODULES.keySet());
  }

  /** The refused names of a module, each with why. */
  public static Map<String, String> of(String module) {
    return Collections.unmodifiableMap(MODULES.getOrDefault(module, Map.of()));
  }

  /** Why a name is refused and what to do instead; null if Keras has no such name either. */
  public static String reason(String module, String name) {
    return of(module).get(name);
  }
}
