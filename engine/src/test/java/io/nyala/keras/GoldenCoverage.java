package io.nyala.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nyala.Golden;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.KerasClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Which arguments of a class stand in no golden case at a value other than their default. */
public final class GoldenCoverage {

  private GoldenCoverage() {}

  /**
   * The arguments that no case holds.
   *
   * @param owner whose argument table is gone through
   * @param cases golden cases with {@code class_name} and {@code arguments} or {@code config}
   * @param asked which arguments should have a case
   */
  public static Set<String> missing(
      KerasClass<?> owner, List<JsonNode> cases, Predicate<Arg> asked) {
    List<JsonNode> own = cases.stream().filter(one -> owner.name().equals(className(one))).toList();
    Set<String> missing = new LinkedHashSet<>();
    for (Arg arg : owner.table().args()) {
      if (asked.test(arg) && own.stream().noneMatch(one -> differs(arg, one))) {
        missing.add(arg.name());
      }
    }
    return missing;
  }

  private static String className(JsonNode one) {
    return one.has("class_name") ? one.get("class_name").asText() : "TextVectorization";
  }

  private static boolean differs(Arg arg, JsonNode one) {
    JsonNode value = given(arg.name(), one);
    if (value == null) {
      return false;
    }
    JsonNode wrapped = JsonNodeFactory.instance.objectNode().set("value", value);
    Object found = Golden.plain(Golden.config(wrapped).get("value"));
    return arg.required() || !Objects.equals(found, Golden.plain(arg.defaultValue()));
  }

  private static JsonNode given(String name, JsonNode one) {
    JsonNode arguments = one.path("arguments").get(name);
    return arguments != null ? arguments : one.path("config").get(name);
  }
}
