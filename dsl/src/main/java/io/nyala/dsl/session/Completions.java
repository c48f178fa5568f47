package io.nyala.dsl.session;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start offset of the text being replaced, in UTF-16 units of the cell
 * @param end end of the text being replaced
 * @param matches candidates, best first
 */
public record Completions(int start, int end, List<Match> matches) {

  /**
   * One candidate.
   *
   * @param text what is inserted
   * @param type {@code keyword argument}, {@code variable}, {@code function}, {@code class}, {@code
   *     property}, {@code path}, {@code value} or {@code magic}
   * @param signature a short signature or empty
   */
  public record Match(String text, String type, String signature) {}
}
