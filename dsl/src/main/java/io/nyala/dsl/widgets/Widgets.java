package io.nyala.dsl.widgets;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.modules.Signatures;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Renderers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The widgets of a session: what kinds there are, and which ones a front end knows. */
public final class Widgets {
  /** The name under which a front end asks for all widgets at once. */
  public static final String CONTROL_TARGET = "jupyter.widget.control";

  private static final String VIEW = "application/vnd.jupyter.widget-view+json";
  private static final String REFERENCE = "IPY_MODEL_";
  private static final int LONGEST_TEXT = 110;

  private final WidgetContext context;
  private final Renderers renderers;
  private final Map<String, WidgetType> types = WidgetTypes.of(this);
  private Namespace names;
  private final Map<String, Widget> open = new ConcurrentHashMap<>();

  /** The widgets of a session, none yet. */
  public Widgets(WidgetContext context, Renderers renderers) {
    this.context = context;
    this.renderers = renderers;
    renderers.add(Widget.class, Widgets::bundle);
  }

  static {
    Signatures.register(Widgets::signature);
  }

  private static Optional<Signatures.Signature> signature(Object callee) {
    return callee instanceof WidgetType type ? Optional.of(type.signature()) : Optional.empty();
  }

  WidgetContext context() {
    return context;
  }

  /** The module {@code ipywidgets}. */
  public synchronized Namespace names() {
    if (names == null) {
      names = namesOfAll();
    }
    return names;
  }

  private Namespace namesOfAll() {
    Namespace names = new Namespace("ipywidgets");
    types.values().stream()
        .filter(type -> !type.name().matches("(Description|Progress|Checkbox|HTML.*)Style"))
        .forEach(type -> names.define(type.name(), type));
    names.define("Widget", new AnyWidget());
    new Interact(this).into(names);
    Links.into(names);
    return names;
  }

  Widget make(String type, Map<String, Object> given) {
    return make(types.get(type), List.of(), given);
  }

  Widget make(WidgetType type, List<Object> positional, Map<String, Object> named) {
    List<String> names = type.arguments();
    if (positional.size() > type.positional()) {
      String most = type.positional() == 0 ? "no" : "at most " + type.positional();
      throw PyError.type(
          type.name() + "() takes " + most + " positional arguments; give the others by name");
    }
    Map<String, Object> given = new LinkedHashMap<>();
    for (int i = 0; i < positional.size(); i++) {
      given.put(names.get(i), positional.get(i));
    }
    Widget made = of(type);
    named.forEach(
        (name, value) -> {
          if (!type.traits().containsKey(name) && !LayoutWidget.isShorthand(type, name)) {
            throw made.unknown(
                "TypeError", type.name() + "() got an unexpected keyword argument", name);
          }
          if (given.containsKey(name)) {
            throw PyError.type(type.name() + "() got multiple values for argument '" + name + "'");
          }
          given.put(name, value);
        });
    positional.stream().filter(each -> each == null).forEach(each -> given.values().remove(null));
    made.begin(LayoutWidget.spread(type, given));
    return made;
  }

  private Widget of(WidgetType type) {
    Map<String, Trait> traits = type.traits();
    if (type.name().equals("Layout")) {
      return new LayoutWidget(this, type);
    } else if (traits.containsKey("min")) {
      return new BoundedWidget(this, type);
    } else if (traits.containsKey("_options_labels")) {
      return new ChoiceWidget(this, type);
    }
    return switch (type.name()) {
      case "Button", "Text", "Password", "Combobox" -> new ButtonWidget(this, type);
      case "Output" -> new OutputWidget(this, type);
      case "Tab", "Accordion", "Stack" -> new PagesWidget(this, type);
      default -> new Widget(this, type);
    };
  }

  /** Widgets below each other that call themselves {@code interactive}. */
  Widget interactive(List<?> children) {
    WidgetType box = types.get("VBox");
    WidgetType own =
        new WidgetType("interactive", box.model(), box.traits(), 0, null, box.doc(), this);
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("children", children);
    given.put("_dom_classes", List.of("widget-interact"));
    return make(own, List.of(), given);
  }

  /** A layout or style: a widget, or its properties as a map. */
  Widget part(Widget owner, Trait trait, Object value) {
    if (value instanceof Widget widget) {
      return widget;
    }
    String type = trait.name().equals("layout") ? "Layout" : owner.type().style();
    if (value instanceof Map<?, ?> map && type != null) {
      Map<String, Object> given = new LinkedHashMap<>();
      map.forEach((name, each) -> given.put(String.valueOf(name), each));
      return make(type, given);
    }
    throw trait.wrong(owner, value, "a widget or a map of properties");
  }

  /** One of a box's children; what is to be shown as HTML becomes a widget that shows it. */
  Widget child(Widget owner, Trait trait, Object value) {
    if (value instanceof Widget widget) {
      return widget;
    }
    if (value instanceof MimeBundle bundle
        && bundle.data().get("text/html") instanceof String html) {
      Map<String, Object> given = new LinkedHashMap<>();
      given.put("value", html);
      return make("HTML", given);
    }
    throw trait.wrong(owner, value, "widgets");
  }

  /** A value that the front end sent, with the widgets that it names by reference. */
  Object local(Object value) {
    if (value instanceof String text && text.startsWith(REFERENCE)) {
      Widget known = open.get(text.substring(REFERENCE.length()));
      return known == null ? value : known;
    }
    if (value instanceof List<?> all) {
      return new ArrayList<>(all.stream().map(this::local).toList());
    }
    return value;
  }

  void opened(Widget widget) {
    context
        .comms()
        .ifPresent(
            comms -> {
              widget.open(comms);
              open.put(widget.modelId(), widget);
            });
  }

  void closed(Widget widget) {
    open.values().remove(widget);
  }

  MimeBundle render(Object value) {
    return value instanceof MimeBundle bundle ? bundle : renderers.render(value);
  }

  private static MimeBundle bundle(Widget widget) {
    String text = widget.toString();
    boolean tooLong = text.codePointCount(0, text.length()) > LONGEST_TEXT;
    String shown =
        tooLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…" : text;
    MimeBundle plain = MimeBundle.text(shown);
    boolean seen = widget.isOpen() && !widget.type().name().matches("Layout|.*Style");
    return seen
        ? plain.with(
            VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", widget.modelId()))
        : plain;
  }

  /**
   * The front end has opened a line: to ask for all widgets, or with a widget of its own.
   *
   * @throws PyError {@code ValueError} if it speaks another version of the widgets' language
   */
  public Comms.Listener accept(
      String target, Comms.Line line, Map<String, ?> data, Map<String, ?> metadata) {
    boolean control = target.equals(CONTROL_TARGET);
    String version = String.valueOf(metadata.get("version"));
    String wanted = control ? "1" : "2";
    if (!version.split("\\.")[0].equals(wanted)) {
      throw PyError.value(
          "Incompatible widget protocol versions: received version '"
              + version
              + "', expected version '"
              + wanted
              + ".x'");
    }
    return control ? new Control(line) : new WidgetListener(fromFrontEnd(line, data));
  }

  private Widget fromFrontEnd(Comms.Line line, Map<String, ?> data) {
    Object state = data.get("state");
    Map<?, ?> given = state instanceof Map<?, ?> map ? map : Map.of();
    String model = String.valueOf(given.get("_model_name"));
    WidgetType type = types.get(model.replaceFirst("Model$", ""));
    if (type == null) {
      throw PyError.value("The front end opened a widget that is not known here: " + model);
    }
    Widget made = of(type);
    made.use(line);
    Map<String, Object> values = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (type.traits().containsKey(name)) {
            values.put(String.valueOf(name), local(value));
          }
        });
    made.begin(values);
    return made;
  }

  /** Answers the front end's question for all widgets. */
  private final class Control implements Comms.Listener {
    private final Comms.Line line;

    Control(Comms.Line line) {
      this.line = line;
    }

    @Override
    public void received(Map<String, ?> data, List<byte[]> buffers, Frontend frontend) {
      if (!"request_states".equals(data.get("method"))) {
        throw PyError.value(
            "The front end sent widgets a request that is not known here: "
                + data.get("method")
                + "; known is 'request_states'");
      }
      Map<String, Object> states = new LinkedHashMap<>();
      open.forEach((id, widget) -> states.put(id, described(widget)));
      line.send(Map.of("method", "update_states", "states", states, "buffer_paths", List.of()));
    }

    @Override
    public void closed() {
      // It has what it wanted.
    }
  }

  private static Map<String, Object> described(Widget widget) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : new String[] {"model_name", "model_module", "model_module_version"}) {
      all.put(name, widget.type().model().get("_" + name));
    }
    all.put("state", widget.state());
    return all;
  }

  /** An error is shown as what it is, checked or not. */
  @SuppressWarnings("unchecked")
  static <E extends Throwable> E asIs(Throwable error) throws E {
    throw (E) error;
  }
}
