package io.nyala.autograd;

import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** How an operation tells the tapes of its result. */
public final class Op {

  private Op() {}

  /** An operation of one input. */
  public static Tensor of(String name, Tensor x, Tensor output, UnaryOperator<Tensor> gradX) {
    Tape.record(
        name,
        List.of(x),
        List.of(output),
        (up, needed) -> new Tensor[] {needed[0] ? gradX.apply(up[0]) : null});
    return output;
  }

  /** An operation of two inputs. */
  public static Tensor of(
      String name,
      Tensor a,
      Tensor b,
      Tensor output,
      UnaryOperator<Tensor> gradA,
      UnaryOperator<Tensor> gradB) {
    Tape.record(
        name,
        List.of(a, b),
        List.of(output),
        (up, needed) ->
            new Tensor[] {
              needed[0] ? gradA.apply(up[0]) : null, needed[1] ? gradB.apply(up[0]) : null
            });
    return output;
  }

  /** An operation of any number of inputs and outputs. */
  public static List<Tensor> of(
      String name, List<Tensor> inputs, List<Tensor> outputs, Backward backward) {
    Tape.record(name, inputs, outputs, backward);
    return outputs;
  }
}
