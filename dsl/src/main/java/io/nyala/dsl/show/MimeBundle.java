package io.nyala.dsl.show;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several representations, keyed by MIME type, as Jupyter's {@code display_data}
 * carries them. Every bundle holds {@code text/plain}.
 *
 * @param data MIME type to content; JSON types hold maps and lists, all others strings
 * @param metadata display metadata, usually empty
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {

  public MimeBundle {
    data = Map.copyOf(data);
    metadata = Map.copyOf(metadata);
  }

  /** A bundle of plain text alone. */
  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of("text/plain", text), Map.of());
  }

  /** This bundle with one more representation. */
  public MimeBundle with(String mimeType, Object content) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(mimeType, content);
    return new MimeBundle(more, metadata);
  }

  /** The plain-text form. */
  public String plain() {
    return String.valueOf(data.getOrDefault("text/plain", ""));
  }
}
