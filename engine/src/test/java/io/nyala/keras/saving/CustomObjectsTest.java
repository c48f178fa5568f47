package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Callables;
import io.nyala.keras.custom.CustomLayer;
import io.nyala.keras.custom.CustomModel;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Sequential;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes and functions of one's own go through a model file by their names. */
class CustomObjectsTest {

  private static final Map<String, Object> NO_BAR = Map.of("verbose", 0);
  private static final Tensor X = Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);

  @TempDir Path directory;

  /** A layer with an argument, which its config holds. */
  public static final class Scale extends CustomLayer {
    private final double factor;

    /** A layer that multiplies. */
    public Scale(double factor) {
      this.factor = factor;
    }

    /** The output. */
    public Tensor call(Tensor x) {
      return Arithmetic.multiply(x, Tensor.scalar((float) factor));
    }

    /** What the constructor takes. */
    public Map<String, Object> get_config() {
      return Map.of("factor", factor);
    }
  }

  /** The same without a config. */
  public static final class Forgetful extends CustomLayer {
    private final double factor;

    /** A layer that multiplies. */
    public Forgetful(double factor) {
      this.factor = factor;
    }

    /** The output. */
    public Tensor call(Tensor x) {
      return Arithmetic.multiply(x, Tensor.scalar((float) factor));
    }
  }

  /** A model of one's own. */
  public static final class Mine extends CustomModel {
    private final Dense dense = new Dense(2);

    /** The output. */
    public Tensor call(Tensor x) {
      return (Tensor) dense.invoke(x);
    }
  }

  /** A function with a name. */
  private record Thrice() implements Callables.Fn {
    @Override
    public Object call(Object... args) {
      return Arithmetic.multiply((Tensor) args[0], Tensor.scalar(3f));
    }

    @Override
    public String name() {
      return "thrice";
    }
  }

  private static float[] predict(Model model) {
    return ((Tensor) model.predict(NO_BAR, X)).floats();
  }

  private Model load(Path file, Map<String, Object> own) {
    return (Model)
        Saving.FUNCTIONS.get(0).call(List.of(file.toString()), Map.of("custom_objects", own));
  }

  @Test
  void layersAndFunctionsGoByName() {
    Sequential model = new Sequential(new Scale(2.5), new Dense(2, "activation", new Thrice()));
    model.build(Shape.of(Shape.UNKNOWN, 3));
    Path file = directory.resolve("own.keras");
    model.save(file);
    KerasException unknown = assertThrows(KerasException.class, () -> Saving.load(file));
    assertTrue(unknown.getMessage().contains("custom_objects={'Scale': Scale}"));
    Map<String, Object> own = Map.of("Scale", Scale.class, "thrice", new Thrice());
    Model again = load(file, own);
    assertArrayEquals(predict(model), predict(again));
    assertEquals(model.getLayers().get(0).getName(), again.getLayers().get(0).getName());
    assertNull(CustomObjects.find("Scale"), "the names are forgotten after loading");
    assertArrayEquals(predict(model), predict(CustomObjects.within(own, () -> Saving.load(file))));
  }

  @Test
  void registeredOnesNeedNoMention() {
    CustomObjects.register("test>Scale", Scale.class);
    try {
      Sequential model = new Sequential(new Scale(0.5), new Dense(1));
      model.build(Shape.of(Shape.UNKNOWN, 3));
      Path file = directory.resolve("registered.keras");
      model.save(file);
      assertEquals("test>Scale", model.getLayers().get(0).describe().get("registered_name"));
      assertArrayEquals(predict(model), predict(Saving.load(file)));
    } finally {
      CustomObjects.registered().remove("test>Scale");
    }
  }

  @Test
  void modelsOfOnesOwnKeepTheirWeights() {
    Mine model = new Mine();
    model.compile("sgd", "mse", null, List.of());
    model.fit(Map.of("verbose", 0, "epochs", 2), X, Tensor.zeros(2, 2));
    Path file = directory.resolve("mine.keras");
    model.save(file);
    assertThrows(KerasException.class, () -> Saving.load(file));
    Model again = load(file, Map.of("Mine", Mine.class));
    assertArrayEquals(predict(model), predict(again));
    assertEquals(model.getOptimizer().iterations(), again.getOptimizer().iterations());
    Path older = directory.resolve("mine.h5");
    model.save(older);
    Model third = new Mine();
    third.predict(Map.of("verbose", 0), X);
    third.loadWeights(older);
    assertArrayEquals(predict(model), predict(third));
    // The older form does not say what the model was built for.
    assertThrows(KerasException.class, () -> load(older, Map.of("Mine", Mine.class)));
  }

  @Test
  void whatWouldBeLostIsRefused() {
    Sequential model = new Sequential(new Forgetful(2), new Dense(1));
    model.build(Shape.of(Shape.UNKNOWN, 3));
    Path file = directory.resolve("forgetful.keras");
    String said = assertThrows(KerasException.class, () -> model.save(file)).getMessage();
    assertTrue(said.contains("get_config"), said);
    Callables.Fn nameless = given -> given[0];
    Sequential other = new Sequential(new Dense(1, "activation", nameless));
    other.build(Shape.of(Shape.UNKNOWN, 3));
    assertThrows(KerasException.class, () -> other.save(file));
    assertFalse(file.toFile().exists());
  }

  @Test
  void unbuiltModelsGoWithoutWeights() {
    Sequential model = new Sequential(new Dense(2), new Dense(1));
    model.compile("adam", "mse", null, List.of());
    Path file = directory.resolve("unbuilt.keras");
    model.save(file);
    Model again = Saving.load(file);
    assertFalse(again.isBuilt());
    assertEquals(2, predict(again).length);
    assertThrows(
        KerasException.class, () -> model.saveWeights(directory.resolve("unbuilt.weights.h5")));
  }
}
