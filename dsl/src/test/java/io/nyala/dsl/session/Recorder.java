package io.nyala.dsl.session;

import io.nyala.dsl.show.MimeBundle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A front end that remembers what it was told. */
final class Recorder implements Frontend {
  final List<String> messages = new ArrayList<>();
  final StringBuilder out = new StringBuilder();
  final StringBuilder err = new StringBuilder();
  final Deque<String> answers = new ArrayDeque<>();

  @Override
  public synchronized void stream(Stream stream, String text) {
    messages.add(stream + ":" + text);
    (stream == Stream.STDOUT ? out : err).append(text);
  }

  @Override
  public synchronized void display(MimeBundle bundle, String displayId) {
    messages.add("display:" + bundle.plain());
  }

  @Override
  public synchronized void updateDisplay(MimeBundle bundle, String displayId) {
    messages.add("update " + displayId + ":" + bundle.plain());
  }

  @Override
  public synchronized void clearOutput(boolean wait) {
    messages.add("clear " + wait);
  }

  @Override
  public String readLine(String prompt, boolean password) {
    messages.add("ask:" + prompt);
    return answers.pop();
  }
}
