package io.nyala.keras.layers;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.layers.activation.ActivationLayers;
import io.nyala.keras.layers.activation.PReLU;
import io.nyala.keras.layers.attention.AdditiveAttention;
import io.nyala.keras.layers.attention.Attention;
import io.nyala.keras.layers.attention.MultiHeadAttention;
import io.nyala.keras.layers.convolutional.Conv1D;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.EinsumDense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.layers.core.Lambda;
import io.nyala.keras.layers.core.Masking;
import io.nyala.keras.layers.core.TimeDistributed;
import io.nyala.keras.layers.merging.MergeLayers;
import io.nyala.keras.layers.normalization.NormalizationLayers;
import io.nyala.keras.layers.pooling.PoolingLayers;
import io.nyala.keras.layers.regularization.ActivityRegularization;
import io.nyala.keras.layers.regularization.Dropout;
import io.nyala.keras.layers.regularization.NoiseLayers;
import io.nyala.keras.layers.reshaping.ReshapingLayers;
import io.nyala.keras.layers.rnn.Bidirectional;
import io.nyala.keras.layers.rnn.GRU;
import io.nyala.keras.layers.rnn.GRUCell;
import io.nyala.keras.layers.rnn.LSTM;
import io.nyala.keras.layers.rnn.LSTMCell;
import io.nyala.keras.layers.rnn.RNN;
import io.nyala.keras.layers.rnn.SimpleRNN;
import io.nyala.keras.layers.rnn.SimpleRNNCell;
import io.nyala.keras.layers.rnn.StackedRNNCells;
import io.nyala.keras.layers.text.IntegerLookup;
import io.nyala.keras.layers.text.StringLookup;
import io.nyala.keras.layers.text.TextVectorization;
import java.util.ArrayList;
import java.util.List;

/** The layers there are. */
public final class Layers {

  private static final KerasClass<?> IDENTITY =
      FunctionLayer.define(
          "Identity",
          "Leaves its input as it is.",
          new FunctionLayer.Rule(0, true, false, true, (x, a, call) -> x, (x, a) -> x));

  private static final List<KerasClass<?>> RECURRENT =
      List.of(
          SimpleRNN.CLASS,
          LSTM.CLASS,
          GRU.CLASS,
          RNN.CLASS,
          Bidirectional.CLASS,
          SimpleRNNCell.CLASS,
          LSTMCell.CLASS,
          GRUCell.CLASS,
          StackedRNNCells.CLASS);

  /** Every class of {@code keras.layers}. */
  public static final List<KerasClass<?>> CLASSES = classes();

  /** Every function of {@code keras.layers}. */
  public static final List<KerasFunction> FUNCTIONS = MergeLayers.FUNCTIONS;

  private Layers() {}

  private static List<KerasClass<?>> classes() {
    List<KerasClass<?>> all = new ArrayList<>(RECURRENT);
    all.addAll(
        List.of(
            InputLayer.CLASS,
            Dense.CLASS,
            EinsumDense.CLASS,
            Embedding.CLASS,
            Masking.CLASS,
            Lambda.CLASS,
            IDENTITY,
            TimeDistributed.CLASS,
            PReLU.CLASS,
            Conv1D.CLASS,
            named("Convolution1D", Conv1D.CLASS),
            Attention.CLASS,
            AdditiveAttention.CLASS,
            MultiHeadAttention.CLASS,
            Dropout.CLASS,
            ActivityRegularization.CLASS,
            TextVectorization.CLASS,
            StringLookup.CLASS,
            IntegerLookup.CLASS));
    all.addAll(ActivationLayers.CLASSES);
    all.addAll(ReshapingLayers.CLASSES);
    all.addAll(MergeLayers.CLASSES);
    all.addAll(NormalizationLayers.CLASSES);
    all.addAll(NoiseLayers.CLASSES);
    for (KerasClass<?> pooling : PoolingLayers.CLASSES) {
      all.add(pooling);
      String longName = pooling.name();
      all.add(named(longName.replace("Average", "Avg").replace("Pooling", "Pool"), pooling));
    }
    return List.copyOf(all);
  }

  /** The same class under another name. */
  private static <T> KerasClass<T> named(String name, KerasClass<T> kerasClass) {
    return new KerasClass<>(
        name, kerasClass.module(), kerasClass.doc(), kerasClass.table(), kerasClass.factory());
  }
}
