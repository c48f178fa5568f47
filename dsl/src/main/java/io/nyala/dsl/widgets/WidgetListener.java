package io.nyala.dsl.widgets;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.session.Frontend;
import java.util.List;
import java.util.Map;

/** Hands a widget what the front end says to it. */
record WidgetListener(Widget widget) implements Comms.Listener {

  @Override
  public void received(Map<String, ?> data, List<byte[]> buffers, Frontend frontend) {
    widget.home().context().run(() -> hear(data, buffers), frontend);
  }

  @Override
  public void closed() {
    widget.home().closed(widget);
  }

  private void hear(Map<String, ?> data, List<byte[]> buffers) {
    Object method = data.get("method");
    if ("update".equals(method)) {
      widget.hear(members(data, "state"));
    } else if ("request_state".equals(method)) {
      widget.send(Map.of("method", "update", "state", widget.state(), "buffer_paths", List.of()));
    } else if ("custom".equals(method)) {
      widget.custom(members(data, "content"), buffers);
    } else {
      throw PyError.value(
          "The front end sent "
              + widget.typeName()
              + " a message whose method is "
              + io.nyala.dsl.show.Repr.of(method)
              + "; known are 'update', 'request_state' and 'custom'");
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, ?> members(Map<String, ?> data, String name) {
    if (data.get(name) instanceof Map<?, ?> map) {
      return (Map<String, ?>) map;
    }
    throw PyError.value(
        "The front end sent " + widget.typeName() + " a message without '" + name + "'");
  }
}
