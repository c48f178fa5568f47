package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Managed;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code plt.style}: papers, grids and colours under the names that matplotlib gives them. A style
 * with a paper of its own keeps it in light and dark pages alike.
 */
final class Styles {
  private static final Map<String, Map<String, Object>> ALL = new TreeMap<>();
  private static final List<String> DEEP =
      List.of("#4C72B0", "#55A868", "#C44E52", "#8172B2", "#CCB974", "#64B5CD");

  static {
    ALL.put("default", Map.of());
    ALL.put("tableau-colorblind10", Map.of());
    ALL.put(
        "ggplot",
        Map.of(
            "axes.grid",
            true,
            "axes.facecolor",
            "#E5E5E5",
            "grid.color",
            "#ffffff",
            "figure.facecolor",
            "#ffffff",
            "axes.spines.left",
            false,
            "axes.spines.bottom",
            false,
            "axes.prop_cycle",
            List.of("#E24A33", "#348ABD", "#988ED5", "#777777", "#FBC15E", "#8EBA42", "#FFB5B8")));
    ALL.put(
        "bmh",
        Map.of(
            "axes.grid",
            true,
            "axes.facecolor",
            "#eeeeee",
            "grid.color",
            "#b2b2b2",
            "grid.linestyle",
            "--",
            "figure.facecolor",
            "#ffffff",
            "lines.linewidth",
            2,
            "axes.prop_cycle",
            List.of("#348ABD", "#A60628", "#7A68A6", "#467821", "#D55E00", "#CC79A7", "#56B4E9")));
    ALL.put(
        "fivethirtyeight",
        Map.of(
            "axes.grid",
            true,
            "axes.facecolor",
            "#f0f0f0",
            "figure.facecolor",
            "#f0f0f0",
            "grid.color",
            "#cbcbcb",
            "lines.linewidth",
            4,
            "axes.spines.left",
            false,
            "axes.spines.bottom",
            false,
            "font.size",
            14,
            "axes.prop_cycle",
            List.of("#008fd5", "#fc4f30", "#e5ae38", "#6d904f", "#8b8b8b", "#810f7c")));
    ALL.put(
        "grayscale",
        Map.of(
            "figure.facecolor",
            "#bfbfbf",
            "axes.facecolor",
            "#ffffff",
            "image.cmap",
            "gray",
            "axes.prop_cycle",
            List.of("#000001", "#666666", "#999999", "#b3b3b3")));
    ALL.put(
        "dark_background",
        Map.of(
            "figure.facecolor",
            "#000000",
            "axes.facecolor",
            "#000000",
            "text.color",
            "#ffffff",
            "grid.color",
            "#ffffff",
            "axes.prop_cycle",
            List.of("#8dd3c7", "#feffb3", "#bfbbd9", "#fa8174", "#81b1d2", "#fdb462", "#b3de69")));
    seaborn();
  }

  private Styles() {}

  private static void seaborn() {
    Map<String, Object> dark =
        Map.of(
            "axes.grid",
            true,
            "axes.facecolor",
            "#EAEAF2",
            "grid.color",
            "#ffffff",
            "figure.facecolor",
            "#ffffff",
            "axes.spines.left",
            false,
            "axes.spines.bottom",
            false);
    Map<String, Object> whole = new HashMap<>(dark);
    whole.put("axes.prop_cycle", DEEP);
    Map<String, Map<String, Object>> kinds =
        Map.of(
            "", whole,
            "-darkgrid", dark,
            "-whitegrid", Map.of("axes.grid", true, "grid.color", "#cccccc"),
            "-white", Map.of("axes.grid", false),
            "-ticks", Map.of("axes.grid", false),
            "-deep", Map.of("axes.prop_cycle", DEEP),
            "-colorblind",
                Map.of(
                    "axes.prop_cycle",
                    List.of("#0072B2", "#009E73", "#D55E00", "#CC79A7", "#F0E442", "#56B4E9")),
            "-talk", Map.of("font.size", 14, "lines.linewidth", 2.5),
            "-notebook", Map.of(),
            "-paper", Map.of("font.size", 8, "lines.linewidth", 1.2));
    kinds.forEach(
        (name, table) -> {
          ALL.put("seaborn-v0_8" + name, table);
          ALL.put("seaborn" + name, table);
        });
  }

  static Namespace names(Parameters parameters) {
    Namespace style = new Namespace("matplotlib.style");
    style.define("available", List.copyOf(ALL.keySet()));
    Parameters.function(style, "use(style)", given -> use(parameters, given.get("style")));
    Parameters.function(
        style, "context(style, after_reset=False)", given -> new Context(parameters, given));
    return style;
  }

  /** Several are laid over each other, a map is taken as {@code rcParams}. */
  private static Object use(Parameters parameters, Object wanted) {
    if (wanted instanceof Map<?, ?> table) {
      parameters.table.putAll(table);
      return null;
    }
    for (Object name : Values.items(wanted)) {
      if ("default".equals(name)) {
        parameters.reset();
        continue;
      }
      Map<String, Object> found = ALL.get(String.valueOf(name));
      if (found == null) {
        throw new PyError(
            "OSError",
            Repr.of(name)
                + " is not a style here. There are "
                + Repr.of(List.copyOf(ALL.keySet()))
                + "; 'default' follows the page's light or dark.");
      }
      parameters.table.putAll(found);
    }
    return null;
  }

  /** {@code with plt.style.context('ggplot'):}. */
  private static final class Context implements Managed {
    private final Parameters parameters;
    private final Object wanted;
    private Map<Object, Object> before;

    private Context(Parameters parameters, Given given) {
      this.parameters = parameters;
      this.wanted = given.get("style");
    }

    @Override
    public Object enter() {
      before = new LinkedHashMap<>(parameters.table);
      return use(parameters, wanted);
    }

    @Override
    public boolean exit(Throwable thrown) {
      before.remove("font.size");
      parameters.reset();
      parameters.table.putAll(before);
      return false;
    }
  }
}
