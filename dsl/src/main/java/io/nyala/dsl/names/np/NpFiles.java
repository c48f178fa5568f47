package io.nyala.dsl.names.np;

import io.nyala.data.Npy;
import io.nyala.data.Npz;
import io.nyala.data.WholeFile;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.TextNumbers;
import io.nyala.tensor.DType;
import io.nyala.tensor.Digits;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code np.load}, {@code np.save} and their kin. */
final class NpFiles {

  private NpFiles() {}

  static void into(Library np) {
    np.def("load(file, allow_pickle=False, mmap_mode=None)", NpFiles::load);
    np.def("save(file, arr)", NpFiles::save);
    np.names().function("savez", (p, n) -> savez("savez", p, n, false));
    np.names().function("savez_compressed", (p, n) -> savez("savez_compressed", p, n, true));
    np.def(
        "loadtxt(fname, dtype='float64', comments='#', delimiter=None, skiprows=0, usecols=None,"
            + " unpack=False)",
        NpFiles::loadText);
    np.def(
        "savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='',"
            + " comments='# ')",
        NpFiles::saveText);
    np.def(
        "genfromtxt(fname, dtype='float64', comments='#', delimiter=None, skip_header=0,"
            + " usecols=None, unpack=False)",
        NpFiles::loadText);
  }

  private static Path path(Given g, String name) {
    return Path.of(g.string(name));
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T file(Path path, Work<T> work) {
    try {
      return work.run();
    } catch (NoSuchFileException e) {
      throw new PyError("FileNotFoundError", "No such file or directory: '" + path + "'", e);
    } catch (IOException e) {
      throw PyError.value("The file '" + path + "' cannot be used: " + e.getMessage() + ".");
    }
  }

  private static Object load(Given g) {
    Path path = path(g, "file");
    return file(
        path,
        () -> {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            in.mark(4);
            byte[] start = in.readNBytes(2);
            in.reset();
            if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
              return new Npz(path);
            }
            return Npy.read(in);
          }
        });
  }

  private static Object save(Given g) {
    String name = g.string("file");
    Path path = Path.of(name.endsWith(".npy") ? name : name + ".npy");
    return file(
        path,
        () -> {
          WholeFile.write(path, whole -> write(g.tensor("arr"), whole));
          return null;
        });
  }

  private static void write(Tensor array, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Npy.write(array, out);
    }
  }

  private static Object savez(
      String function, List<Object> positional, Map<String, Object> named, boolean compressed) {
    if (positional.isEmpty()) {
      throw PyError.type(function + "() missing a required argument: 'file'");
    }
    String name = positional.get(0).toString();
    Path path = Path.of(name.endsWith(".npz") ? name : name + ".npz");
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    for (int i = 1; i < positional.size(); i++) {
      arrays.put("arr_" + (i - 1), Kind.ARRAY.convert(positional.get(i)));
    }
    named.forEach((key, value) -> arrays.put(key, Kind.ARRAY.convert(value)));
    return file(
        path,
        () -> {
          WholeFile.write(path, whole -> Npz.write(whole, arrays, compressed));
          return null;
        });
  }

  private static Object loadText(Given g) {
    Path path = path(g, "fname");
    List<String[]> rows = file(path, () -> rows(g, Files.readAllLines(path)));
    int width = rows.isEmpty() ? 0 : rows.get(0).length;
    List<String> cells = new ArrayList<>();
    for (String[] row : rows) {
      if (row.length != width) {
        throw PyError.value(
            "the number of columns changed from " + width + " to " + row.length + " in " + path);
      }
      cells.addAll(List.of(row));
    }
    boolean flat = rows.size() == 1 || width == 1;
    Shape shape = flat ? Shape.of(cells.size()) : Shape.of(rows.size(), width);
    Tensor texts = Tensor.of(shape, cells.toArray(String[]::new));
    Tensor table = TextNumbers.convert(texts, g.dtype("dtype"));
    return g.flag("unpack") && table.rank() == 2
        ? io.nyala.autograd.Shapes.transpose(table)
        : table;
  }

  private static List<String[]> rows(Given g, List<String> lines) {
    String comment = g.string("comments");
    int[] columns = g.has("usecols") ? g.integers("usecols") : null;
    List<String[]> rows = new ArrayList<>();
    for (String line :
        lines.subList(
            Math.min(
                g.integer(g.values().containsKey("skiprows") ? "skiprows" : "skip_header"),
                lines.size()),
            lines.size())) {
      int cut = comment == null || comment.isEmpty() ? -1 : line.indexOf(comment);
      String content = (cut < 0 ? line : line.substring(0, cut)).strip();
      if (!content.isEmpty()) {
        String[] cells =
            g.has("delimiter")
                ? content.split(java.util.regex.Pattern.quote(g.string("delimiter")), -1)
                : content.split("\\s+");
        rows.add(columns == null ? cells : picked(cells, columns));
      }
    }
    return rows;
  }

  private static String[] picked(String[] cells, int[] columns) {
    String[] out = new String[columns.length];
    for (int i = 0; i < out.length; i++) {
      int at = columns[i] < 0 ? columns[i] + cells.length : columns[i];
      if (at < 0 || at >= cells.length) {
        throw PyError.value("there is no column " + columns[i] + " among " + cells.length);
      }
      out[i] = cells[at];
    }
    return out;
  }

  private static Object saveText(Given g) {
    Tensor x = g.tensor("X");
    int width = x.rank() < 2 ? 1 : x.dim(1);
    String end = g.string("newline");
    StringBuilder out = new StringBuilder(remark(g, "header"));
    for (int i = 0; i < x.elements(); i++) {
      out.append(cell(g, x, i, i % width));
      out.append(i % width == width - 1 ? end : g.string("delimiter"));
    }
    out.append(remark(g, "footer"));
    Path path = path(g, "fname");
    return file(
        path,
        () -> {
          WholeFile.write(path, out);
          return null;
        });
  }

  private static String remark(Given g, String name) {
    String text = g.string(name);
    return text.isEmpty()
        ? ""
        : g.string("comments") + text.replace("\n", "\n" + g.string("comments")) + "\n";
  }

  private static String cell(Given g, Tensor x, int i, int column) {
    Object given = g.get("fmt");
    String format = given instanceof List<?> list ? list.get(column).toString() : given.toString();
    char kind = format.charAt(format.length() - 1);
    if (x.dtype() == DType.STRING || kind == 's') {
      return String.format(format.replace("%.18e", "%s"), x.get(i));
    }
    boolean whole = kind == 'd' || kind == 'i';
    if (kind == 'g') {
      return Digits.text(x.getDouble(i)).replaceAll("\\.0$", "");
    }
    return whole
        ? String.format(format.replace('i', 'd'), (long) x.getDouble(i))
        : String.format(java.util.Locale.ROOT, format, x.getDouble(i));
  }
}
