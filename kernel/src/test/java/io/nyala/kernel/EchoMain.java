package io.nyala.kernel;

/** The echo kernel as a process. */
public final class EchoMain {

  private EchoMain() {}

  public static void main(String[] args) throws InterruptedException {
    Main.run(args, EchoEvaluator::new);
  }
}
