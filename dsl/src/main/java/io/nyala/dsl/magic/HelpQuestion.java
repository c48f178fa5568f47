package io.nyala.dsl.magic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell, or a line of one, that asks rather than runs: {@code LSTM?}, {@code ?LSTM}, {@code
 * model.fit??}.
 *
 * @param subject what is asked about
 * @param detailLevel 1 for two question marks, else 0
 */
public record HelpQuestion(String subject, int detailLevel) {

  private static final String PATH =
      "((?:%%?)?[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*)";
  private static final Pattern AFTER = Pattern.compile(PATH + "(\\?\\??)");
  private static final Pattern BEFORE = Pattern.compile("(\\?\\??)" + PATH);

  /** What is said where nothing is known of it. */
  public String unknown() {
    return "Object `" + subject + "` not found.";
  }

  /** The question in the code, if it is one and nothing else. */
  public static Optional<HelpQuestion> in(String code) {
    String line = code.strip();
    Matcher after = AFTER.matcher(line);
    if (after.matches()) {
      return Optional.of(new HelpQuestion(after.group(1), after.group(2).length() - 1));
    }
    Matcher before = BEFORE.matcher(line);
    if (before.matches()) {
      return Optional.of(new HelpQuestion(before.group(2), before.group(1).length() - 1));
    }
    return Optional.empty();
  }
}
