package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasFunction;
import java.util.List;
import java.util.Map;

/**
 * The functions of {@code keras.saving} that make a person's own classes and functions known.
 * Source: keras/src/saving/object_registration.py.
 */
final class Registration {

  private static final KerasFunction REGISTER =
      new KerasFunction(
          "register_keras_serializable",
          "keras.saving",
          "Registers a class or function, so that model files can name it.",
          ArgTable.of(
              "register_keras_serializable",
              Arg.of("package", ArgTypes.STRING, "Custom", "What comes before its name."),
              Arg.of("name", ArgTypes.STRING, null, "Its name; by default its own.")),
          a -> (Callables.Fn) given -> register(a.string("package"), a.string("name"), given[0]));

  private static final KerasFunction ALL =
      new KerasFunction(
          "get_custom_objects",
          "keras.saving",
          "The registered classes and functions: a map that may be added to.",
          ArgTable.of("get_custom_objects"),
          a -> CustomObjects.registered());

  private static final KerasFunction ONE =
      new KerasFunction(
          "get_registered_object",
          "keras.saving",
          "The class or function registered under this name; None if there is none.",
          ArgTable.of(
              "get_registered_object",
              Arg.required("name", ArgTypes.STRING, "Its name, such as 'Custom>MyLayer'."),
              Arg.of("custom_objects", ArgTypes.ANY, null, "Further ones, by name.")),
          a ->
              CustomObjects.within(
                  a.get("custom_objects") instanceof Map<?, ?> more ? more : Map.of(),
                  () -> CustomObjects.find(a.string("name"))));

  private static final KerasFunction NAME =
      new KerasFunction(
          "get_registered_name",
          "keras.saving",
          "The name that a class or function is registered under, or its own.",
          ArgTable.of("get_registered_name", Arg.required("obj", ArgTypes.ANY, "The object.")),
          a -> CustomObjects.nameOf(a.get("obj"), CustomObjects.ownName(a.get("obj"))));

  private static final KerasFunction SCOPE =
      new KerasFunction(
          "custom_object_scope",
          "keras.saving",
          "Makes classes and functions known until it is closed.",
          ArgTable.of(
              "custom_object_scope",
              Arg.required("custom_objects", ArgTypes.ANY, "The objects by name.")),
          a -> {
            if (a.get("custom_objects") instanceof Map<?, ?> objects) {
              return CustomObjects.scope(objects);
            }
            throw KerasException.type(
                "custom_object_scope takes a map of names to classes and functions; received "
                    + a.get("custom_objects"));
          });

  /** All of them, in both modules that have them. */
  static final List<KerasFunction> FUNCTIONS =
      List.of(
          REGISTER,
          ALL,
          ONE,
          NAME,
          SCOPE,
          SCOPE.named("CustomObjectScope"),
          REGISTER.in("keras.utils"),
          ALL.in("keras.utils"),
          ONE.in("keras.utils"),
          NAME.in("keras.utils"),
          SCOPE.in("keras.utils"),
          SCOPE.named("CustomObjectScope").in("keras.utils"));

  private Registration() {}

  private static Object register(String family, String name, Object object) {
    String own = name == null ? CustomObjects.ownName(object) : name;
    CustomObjects.register(family + ">" + own, object);
    return object;
  }
}
