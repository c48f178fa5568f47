package io.nyala.dsl.session;

import io.nyala.dsl.show.MimeBundle;
import java.io.IOException;

/** Shows nothing and asks nobody: for code whose effect or value alone is wanted. */
public class QuietFrontend implements Frontend {

  @Override
  public void stream(Stream stream, String text) {}

  @Override
  public void display(MimeBundle bundle, String displayId) {}

  @Override
  public void updateDisplay(MimeBundle bundle, String displayId) {}

  @Override
  public void clearOutput(boolean wait) {}

  @Override
  public String readLine(String prompt, boolean password) throws IOException {
    throw new IOException("input was asked for by code that runs silently");
  }
}
