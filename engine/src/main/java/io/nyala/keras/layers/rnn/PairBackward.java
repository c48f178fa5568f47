package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Backward;
import io.nyala.compute.Threads;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/** The gradients of two fused sweeps that ran side by side, each on a thread of its own. */
final class PairBackward implements Backward {

  private final SweepBackward first;
  private final SweepBackward second;
  private final int inputs;

  /** Of two sweeps, the first of which has this many inputs. */
  PairBackward(SweepBackward first, SweepBackward second, int inputs) {
    this.first = first;
    this.second = second;
    this.inputs = inputs;
  }

  @Override
  public Tensor[] apply(Tensor[] upstream, boolean[] needed) {
    return gradients(upstream, needed, false);
  }

  @Override
  public Tensor[] lend(Tensor[] upstream, boolean[] needed) {
    return gradients(upstream, needed, true);
  }

  private Tensor[] gradients(Tensor[] upstream, boolean[] needed, boolean lent) {
    int outputs = upstream.length / 2;
    Tensor[][] down = new Tensor[2][];
    Threads.parallel(
        2,
        task -> {
          Tensor[] up = Arrays.copyOfRange(upstream, task * outputs, (task + 1) * outputs);
          boolean[] own =
              Arrays.copyOfRange(
                  needed, task == 0 ? 0 : inputs, task == 0 ? inputs : needed.length);
          SweepBackward sweep = task == 0 ? first : second;
          down[task] = lent ? sweep.lend(up, own) : sweep.apply(up, own);
        });
    Tensor[] all = Arrays.copyOf(down[0], needed.length);
    System.arraycopy(down[1], 0, all, inputs, down[1].length);
    return all;
  }

  @Override
  public void release() {
    first.release();
    second.release();
  }
}
