package io.nyala.keras.layers;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.core.InputLayer;
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
import java.util.List;

/** The layers there are. */
public final class Layers {

  /** Every class of {@code keras.layers}. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          InputLayer.CLASS,
          Dense.CLASS,
          Embedding.CLASS,
          SimpleRNN.CLASS,
          LSTM.CLASS,
          GRU.CLASS,
          RNN.CLASS,
          Bidirectional.CLASS,
          SimpleRNNCell.CLASS,
          LSTMCell.CLASS,
          GRUCell.CLASS,
          StackedRNNCells.CLASS,
          TextVectorization.CLASS,
          StringLookup.CLASS,
          IntegerLookup.CLASS);

  private Layers() {}
}
