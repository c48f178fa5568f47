package io.nyala.dsl.magic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.data.WholeFile;
import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.python.modules.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code %cd}, {@code %pwd}, {@code %env}, {@code %load}, {@code %run}, {@code %%writefile}. */
final class FileMagics {
  /** Where {@code %cd -} goes back to. */
  private static final String BEFORE = "nyala.folder.before";

  /** {@code -r 5-10,20-} before the name of a file. */
  private static final Pattern RANGE =
      Pattern.compile(
          "-r\\s+((?:\\d{1,8}(?:-\\d{0,8})?|-\\d{1,8})(?:,(?:\\d{1,8}(?:-\\d{0,8})?|-\\d{1,8}))*)\\s+");

  private static final Pattern SECRET = Pattern.compile("(?i).*(key|token|secret|passw).*");

  private FileMagics() {}

  static void into(Magics all) {
    all.line("pwd", "%pwd", "The folder that file names start at.", call -> here());
    all.line("cd", "%cd FOLDER", "Changes the folder that file names start at.", FileMagics::cd);
    all.line(
        "env",
        "%env [NAME[=VALUE]]",
        "Gives the environment or one variable of it, or sets one for the commands started from"
            + " here.",
        FileMagics::env);
    all.line(
        "set_env",
        "%set_env NAME=VALUE",
        "Sets a variable of the environment of the commands started from here.",
        FileMagics::env);
    all.line(
        "load",
        "%load [-r LINES] FILE",
        "Puts a file's text, or lines of it such as 1-5,9, into the cell.",
        FileMagics::load);
    all.line(
        "run",
        "%run FILE.groovy|FILE.py|FILE.ipynb [ARGUMENTS]",
        "Runs a script or a notebook's code cells here; it finds its arguments in `args`.",
        FileMagics::run);
    String write = "Writes the cell into a file; -a adds to its end.";
    all.cell("writefile", "%%writefile [-a] FILE", write, FileMagics::write);
    all.cell("file", "%%file [-a] FILE", write, FileMagics::write);
  }

  static String here() {
    return Path.of(System.getProperty("user.dir")).toAbsolutePath().normalize().toString();
  }

  private static String unquoted(String name) {
    String text = name.strip();
    boolean quoted = text.length() > 1 && text.matches("(?s)'.*'|\".*\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** Java cannot change its process' folder, but all of Nyala's paths start at this property. */
  private static Object cd(Call call) {
    String name = unquoted(call.argument());
    if (name.equals("-")) {
      name = System.getProperty(BEFORE, here());
    }
    Path folder = Opener.path(name.isEmpty() || name.equals("~") ? "~/" : name);
    if (!Files.isDirectory(folder)) {
      throw new PyError("FileNotFoundError", "there is no folder '" + folder + "'");
    }
    System.setProperty(BEFORE, here());
    System.setProperty("user.dir", folder.toString());
    System.out.println(folder);
    return null;
  }

  private static Object env(Call call) {
    Map<String, String> all = new TreeMap<>(System.getenv());
    all.putAll(call.session().environment());
    String text = call.argument().strip();
    if (text.isEmpty()) {
      all.replaceAll((name, value) -> SECRET.matcher(name).matches() ? "<hidden>" : value);
      return all;
    }
    String[] parts = text.split("\\s*=\\s*|\\s+", 2);
    if (parts.length == 2) {
      call.session().environment().put(parts[0], parts[1]);
      System.out.println("env: " + parts[0] + "=" + parts[1]);
      return null;
    }
    if (!all.containsKey(parts[0])) {
      throw Magics.usage("Environment does not have key: " + parts[0]);
    }
    return all.get(parts[0]);
  }

  private static Path file(String magic, String name) {
    if (name.isBlank()) {
      throw Magics.usage(magic + " needs the name of a file");
    }
    Path file = Opener.path(unquoted(name));
    if (!Files.isRegularFile(file)) {
      throw new PyError("FileNotFoundError", "there is no file '" + file + "'");
    }
    return file;
  }

  private static Object load(Call call) throws IOException {
    String argument = call.argument().strip();
    Matcher range = RANGE.matcher(argument);
    boolean some = range.lookingAt();
    String all = Files.readString(file("%load", some ? argument.substring(range.end()) : argument));
    String code = some ? lines(all, range.group(1).split(",")) : all;
    if (!call.session().offer("# %load " + call.argument().strip() + "\n" + code)) {
      System.out.print(code);
    }
    return null;
  }

  /** The lines of ranges such as 3, 5-10 and 20-. */
  private static String lines(String text, String[] ranges) {
    List<String> all = text.lines().toList();
    StringBuilder chosen = new StringBuilder();
    for (String range : ranges) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : "0" + range.substring(0, dash));
      String end = dash < 0 ? range : range.substring(dash + 1);
      int last = end.isEmpty() ? all.size() : Math.min(all.size(), Integer.parseInt(end));
      for (int i = Math.max(1, first); i <= last; i++) {
        chosen.append(all.get(i - 1)).append('\n');
      }
    }
    return chosen.toString();
  }

  private static Object run(Call call) throws IOException {
    List<String> words = Arrays.asList(call.argument().strip().split("\\s+"));
    Path file = file("%run", words.get(0));
    call.session().variables().put("args", List.copyOf(words.subList(1, words.size())));
    String name = file.getFileName().toString();
    if (!name.endsWith(".ipynb")) {
      if (name.endsWith(".py")) {
        tellArguments(words);
      }
      String language =
          name.endsWith(".py") ? "python" : name.endsWith(".groovy") ? "groovy" : null;
      call.session().runIn(language, Files.readString(file), name);
      return null;
    }
    int number = 0;
    for (JsonNode cell : new ObjectMapper().readTree(file.toFile()).path("cells")) {
      if (cell.path("cell_type").asText().equals("code")) {
        call.session().run(source(cell.path("source")), name + " [" + ++number + "]");
      }
    }
    return null;
  }

  /** A script in Python finds its own name and its arguments in {@code sys.argv}. */
  @SuppressWarnings("unchecked")
  private static void tellArguments(List<String> words) {
    Library.find("sys")
        .map(sys -> ((Namespace) sys).get("argv"))
        .ifPresent(
            known -> {
              List<Object> argv = (List<Object>) known;
              argv.clear();
              argv.addAll(words);
            });
  }

  private static String source(JsonNode source) {
    if (!source.isArray()) {
      return source.asText();
    }
    StringBuilder text = new StringBuilder();
    source.forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  private static Object write(Call call) throws IOException {
    String name = call.argument().strip();
    boolean append = name.startsWith("-a ");
    name = unquoted(append ? name.substring(3) : name);
    if (name.isEmpty()) {
      throw Magics.usage("%%writefile needs the name of a file");
    }
    Path file = Opener.path(name);
    boolean existed = Files.exists(file);
    String text = call.cell().endsWith("\n") ? call.cell() : call.cell() + "\n";
    if (append) {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } else {
      WholeFile.write(file, text);
    }
    String done = !existed ? "Writing " : append ? "Appending to " : "Overwriting ";
    System.out.println(done + name);
    return null;
  }
}
