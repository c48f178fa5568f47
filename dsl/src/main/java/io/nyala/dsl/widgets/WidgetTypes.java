package io.nyala.dsl.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of widgets: names, properties and defaults are those of ipywidgets 8, whose front end
 * draws them. Source: the widget models of the packages {@code @jupyter-widgets/base} and {@code
 * @jupyter-widgets/controls} 2.0.0 and {@code @jupyter-widgets/output} 1.0.0.
 */
final class WidgetTypes {
  private static final String CONTROLS = "@jupyter-widgets/controls";
  private static final String BASE = "@jupyter-widgets/base";
  private static final String OUTPUT = "@jupyter-widgets/output";

  private static final String DOM =
      " _dom_classes:items layout:widget tabbable:bool? tooltip:text?";
  private static final String NAMED = " description:text= description_allow_html:bool=false" + DOM;
  private static final String ENABLED = " disabled:bool=false" + NAMED;
  private static final String LYING = " orientation:horizontal|vertical";
  private static final String SLIDING =
      " behavior:drag-tap|drag-snap|tap|drag|snap continuous_update:bool=true readout:bool=true"
          + LYING
          + ENABLED;
  private static final String INTS = "value:int=0 min:int=0 max:int=100";
  private static final String FLOATS = "value:float=0 min:float=0 max:float=100";
  private static final String TYPED =
      "value:text= placeholder:text=\u200b continuous_update:bool=true" + ENABLED;
  private static final String SHOWN = "value:text= placeholder:text=\u200b" + NAMED;
  private static final String COLOURED = " button_style:|primary|success|info|warning|danger";
  private static final String BAR = " bar_style:|success|info|warning|danger" + LYING + NAMED;
  private static final String CHOOSING = "_options_labels:items index:int?" + ENABLED;
  private static final String LETTERS = " font_size:text? text_color:text?";
  private static final String FONT =
      " font_family:text? font_style:text? font_variant:text? font_weight:text?"
          + " text_decoration:text?"
          + LETTERS;
  private static final String BOX = "children:widgets box_style:|success|info|warning|danger" + DOM;

  private final Widgets home;
  private final Map<String, WidgetType> all = new LinkedHashMap<>();

  private WidgetTypes(Widgets home) {
    this.home = home;
  }

  /** Every kind of widget, by name. */
  static Map<String, WidgetType> of(Widgets home) {
    WidgetTypes table = new WidgetTypes(home);
    table.numbers();
    table.texts();
    table.choices();
    table.boxes();
    table.looks();
    return table.all;
  }

  private void numbers() {
    String ints = INTS + " step:int=1";
    String floats = FLOATS + " step:float=0.1";
    String stepped = FLOATS + " step:float?";
    control(
        "IntSlider",
        4,
        "Slider",
        "A slider over whole numbers.",
        ints + " readout_format:text=d" + SLIDING);
    control(
        "FloatSlider",
        4,
        "Slider",
        "A slider over numbers.",
        floats + " readout_format:text=.2f" + SLIDING);
    control(
        "FloatLogSlider",
        4,
        "Slider",
        "A slider over powers: min and max are exponents.",
        "value:float=1 min:float=0 max:float=4 step:float=0.1 base:float=10"
            + " readout_format:text=.3g"
            + SLIDING);
    control(
        "IntRangeSlider",
        1,
        "Slider",
        "A slider with two handles, over whole numbers.",
        "value:items min:int=0 max:int=100 step:int=1 readout_format:text=d" + SLIDING);
    control(
        "FloatRangeSlider",
        1,
        "Slider",
        "A slider with two handles.",
        "value:items min:float=0 max:float=100 step:float=0.1 readout_format:text=.2f" + SLIDING);
    control("IntProgress", 3, "Progress", "A bar that fills, in whole numbers.", INTS + BAR);
    control("FloatProgress", 3, "Progress", "A bar that fills.", FLOATS + BAR);
    String later = " continuous_update:bool=false" + ENABLED;
    control(
        "IntText",
        1,
        "Description",
        "A field for a whole number.",
        "value:int=0 step:int=1" + later);
    control(
        "FloatText",
        1,
        "Description",
        "A field for a number.",
        "value:float=0 step:float?" + later);
    control(
        "BoundedIntText",
        4,
        "Description",
        "A field for a whole number between bounds.",
        ints + later);
    control(
        "BoundedFloatText",
        4,
        "Description",
        "A field for a number between bounds.",
        stepped + later);
    control(
        "Play",
        4,
        "Description",
        "Buttons that count, as a film plays.",
        ints
            + " interval:int=100 playing:bool=false repeat:bool=false show_repeat:bool=true"
            + ENABLED);
    control(
        "Checkbox", 1, "Checkbox", "A box to tick.", "value:bool=false indent:bool=true" + ENABLED);
    control(
        "ToggleButton",
        1,
        "ToggleButton",
        "A button that stays pressed.",
        "value:bool=false icon:text=" + COLOURED + ENABLED);
    control(
        "Valid",
        1,
        "Description",
        "A tick or a cross.",
        "value:bool=false readout:text=Invalid" + ENABLED);
  }

  private void texts() {
    control("Text", 1, "Text", "A field for a line of text.", TYPED);
    control("Textarea", 1, "Text", "A field for lines of text.", TYPED + " rows:int?");
    control("Password", 1, "Text", "A field for a password.", TYPED);
    control(
        "Combobox",
        1,
        "Text",
        "A field for text, with proposals.",
        TYPED + " options:items ensure_option:bool=false");
    control("Label", 1, "Label", "A line of text.", SHOWN);
    control("HTML", 1, "HTML", "Markup, shown as such.", SHOWN);
    control("HTMLMath", 1, "HTMLMath", "Markup with formulas.", SHOWN);
    control(
        "Button",
        0,
        "Button",
        "A button; `on_click` says what it does.",
        "description:text= icon:text= disabled:bool=false" + COLOURED + DOM);
  }

  private void choices() {
    control("Dropdown", 0, "Description", "A menu to choose from.", CHOOSING);
    control(
        "RadioButtons",
        0,
        "Description",
        "Round buttons, of which one is pressed.",
        CHOOSING + " orientation:vertical|horizontal");
    control("Select", 0, "Description", "A list to choose from.", CHOOSING + " rows:int=5");
    control(
        "ToggleButtons",
        0,
        "ToggleButtons",
        "Buttons, of which one is pressed.",
        CHOOSING + " icons:items tooltips:items" + COLOURED);
    control(
        "SelectionSlider",
        0,
        "Slider",
        "A slider over any values.",
        CHOOSING
            + " behavior:drag-tap|drag-snap|tap|drag|snap continuous_update:bool=true"
            + " readout:bool=true"
            + LYING);
  }

  private void boxes() {
    control("Box", 1, null, "Widgets beside each other.", BOX);
    control("HBox", 1, null, "Widgets in a row.", BOX);
    control("VBox", 1, null, "Widgets below each other.", BOX);
    control("GridBox", 1, null, "Widgets in a grid, as its layout says.", BOX);
    String paged = " selected_index:int? titles:items";
    control("Tab", 1, null, "Widgets behind tabs.", BOX + paged);
    control("Accordion", 1, null, "Widgets that unfold.", BOX + paged);
    control("Stack", 1, null, "Widgets of which one is shown.", BOX + paged);
    String outputs = "msg_id:text= outputs:items" + DOM;
    add(
        "Output",
        names(OUTPUT, "1.0.0", "Output", OUTPUT, "1.0.0", "Output"),
        outputs,
        0,
        null,
        "What a block of code prints and shows: `with out:`, or `out.with { }`.");
  }

  private void looks() {
    String lengths =
        "align_content align_items align_self border_bottom border_left border_right border_top"
            + " bottom display flex flex_flow grid_area grid_auto_columns grid_auto_flow"
            + " grid_auto_rows grid_column grid_gap grid_row grid_template_areas"
            + " grid_template_columns grid_template_rows height justify_content justify_items left"
            + " margin max_height max_width min_height min_width object_fit object_position order"
            + " overflow padding right top visibility width";
    add(
        "Layout",
        names(BASE, "2.0.0", "Layout", BASE, "2.0.0", "Layout"),
        lengths.replaceAll("\\S+", "$0:text?"),
        0,
        null,
        "Where a widget stands and how large it is, in the words of CSS.");
    String wide = "description_width:text=";
    style("Description", wide);
    style("Slider", wide + " handle_color:text?");
    style("Progress", wide + " bar_color:text?");
    style("Checkbox", wide + " background:text?");
    style("ToggleButton", wide + FONT);
    style("Text", wide + " background:text?" + LETTERS);
    style("Label", wide + " background:text?" + FONT);
    style("HTML", wide + " background:text?" + LETTERS);
    style("HTMLMath", wide + " background:text?" + LETTERS);
    style("Button", "button_color:text?" + FONT);
    style("ToggleButtons", "button_width:text= font_weight:text= " + wide);
  }

  private void style(String of, String traits) {
    String name = of + "Style";
    add(
        name,
        names(CONTROLS, "2.0.0", name, BASE, "2.0.0", "Style"),
        traits,
        0,
        null,
        "How a widget looks.");
  }

  private void control(String name, int positional, String style, String doc, String traits) {
    String view =
        name.endsWith("Progress")
            ? "Progress"
            : name.startsWith("Bounded") ? name.substring(7) : name;
    String styled = style == null ? traits : traits + " style:widget";
    add(
        name,
        names(CONTROLS, "2.0.0", name, CONTROLS, "2.0.0", view),
        styled,
        positional,
        style == null ? null : style + "Style",
        doc);
  }

  private static Map<String, Object> names(
      String module,
      String version,
      String name,
      String viewModule,
      String viewVersion,
      String view) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("_model_module", module);
    names.put("_model_module_version", version);
    names.put("_model_name", name + "Model");
    names.put("_view_count", null);
    names.put("_view_module", viewModule);
    names.put("_view_module_version", viewVersion);
    names.put("_view_name", view + "View");
    return names;
  }

  private void add(
      String name,
      Map<String, Object> model,
      String traits,
      int positional,
      String style,
      String doc) {
    Map<String, Trait> parsed = new LinkedHashMap<>();
    List<String> specs = new ArrayList<>(List.of(traits.split(" ")));
    if (traits.startsWith("_options_labels")) {
      for (String local : new String[] {"options:any", "value:any", "label:text?"}) {
        Trait trait = Trait.parse(local).local();
        parsed.put(trait.name(), trait);
      }
    }
    for (String spec : specs) {
      Trait trait = Trait.parse(spec);
      parsed.put(trait.name(), trait);
    }
    all.put(name, new WidgetType(name, model, parsed, positional, style, doc, home));
  }
}
