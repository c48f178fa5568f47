package io.nyala.keras.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.GradientCheck;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Functions;
import io.nyala.keras.args.KerasFunction;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {

  static List<KerasFunction> all() {
    return Activations.FUNCTIONS;
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientsAreThoseOfTheFormula(KerasFunction function) {
    Tensor x = Tensor.of(Shape.of(2, 4), -3.6, -1.3, -0.4, 0.2, 0.7, 1.4, 2.9, 7.5);
    Map<String, Object> more =
        function.name().equals("threshold")
            ? Map.of("threshold", 0.5, "default_value", -1)
            : Map.of();
    GradientCheck.check(function.name(), v -> (Tensor) function.call(List.of(v), more), x);
  }

  @Test
  void reluTakesAllItsArguments() {
    KerasFunction relu = Functions.find("keras.activations", "relu");
    Tensor x = Tensor.of(Shape.of(6), -10, -5, 0.0, 1, 5, 10);
    Tensor y =
        (Tensor)
            relu.call(List.of(x), Map.of("negative_slope", 0.5, "max_value", 7, "threshold", 2));
    assertEquals("[-6.0, -3.5, -1.0, -0.5, 5.0, 7.0]", java.util.Arrays.toString(y.doubles()));
  }

  @Test
  void sigmoidAndSoftmaxRememberTheirLogits() {
    Tensor x = Tensor.of(Shape.of(2), 1f, 2f);
    assertSame(x, Activations.get("sigmoid").apply(x).logits());
    assertSame(x, Activations.get("softmax").apply(x).logits());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    KerasException wrong =
        assertThrows(KerasException.class, () -> Activations.TYPE.convert("sigmoidd"));
    assertTrue(wrong.getMessage().contains("Did you mean 'sigmoid'?"), wrong.getMessage());
  }

  @Test
  void aFunctionOfOnesOwnIsAnActivation() {
    Function<Tensor, Tensor> twice = x -> io.nyala.autograd.Arithmetic.scale(x, 2);
    Activation own = Activations.TYPE.convert(twice);
    assertEquals(6, own.apply(Tensor.scalar(3)).getDouble(0));
  }

  @Test
  void theConfigIsTheName() {
    assertEquals("silu", Activations.TYPE.toConfig(Activations.TYPE.convert("swish")));
    assertEquals("tanh", Activations.TYPE.toConfig(Activations.TYPE.convert("tanh")));
  }
}
