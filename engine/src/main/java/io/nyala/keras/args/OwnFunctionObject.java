package io.nyala.keras.args;

import io.nyala.keras.KerasObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person's own function in the place of a Keras object; configs hold its name. */
public abstract class OwnFunctionObject implements KerasObject {

  private final KerasClass<?> kerasClass;

  /** The object that this function stands for, of the classes of this module. */
  protected OwnFunctionObject(Callables.Fn function, String module) {
    ArgTable none = ArgTable.of(function.name());
    this.kerasClass =
        new KerasClass<>(function.name(), module, "A person's own.", none, ignored -> this);
  }

  @Override
  public final KerasClass<?> kerasClass() {
    return kerasClass;
  }

  @Override
  public final Arguments arguments() {
    return kerasClass.table().bind(List.of(), Map.of());
  }

  @Override
  public final Map<String, Object> describe() {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("module", "builtins");
    described.put("class_name", "function");
    described.put("config", kerasClass.name());
    described.put("registered_name", "function");
    return described;
  }
}
