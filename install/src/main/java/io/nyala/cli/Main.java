package io.nyala.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line behind the {@code install/nyala} launcher. */
@Command(
    name = "nyala",
    description = "A deep-learning notebook for the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      NotebookCommand.class,
      ReplCommand.class,
      InstallCommand.class,
      UninstallCommand.class,
      WheelCommand.class,
      DoctorCommand.class,
      BenchCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    Console.open();
    int code = commandLine().execute(arguments);
    System.out.flush();
    System.exit(code);
  }

  /** The command line; errors that carry a message for a person are printed without a trace. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    // A script's own options are the script's.
    line.getSubcommands().get("run").setStopAtPositional(true);
    line.setExecutionExceptionHandler(
        (error, commandLine, parsed) -> {
          Console.error().println(Console.coloured("nyala: " + Console.message(error)));
          return 1;
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: nyala --help lists it.");
  }
}
