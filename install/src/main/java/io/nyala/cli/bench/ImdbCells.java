package io.nyala.cli.bench;

/** The chapter's cells about the reviews, as the benchmark runs them. */
final class ImdbCells {

  private ImdbCells() {}

  /** The reviews, cut to 80 words, in batches; the table of GloVe's vectors. */
  static final String DATA =
      """
      batchsz = 128
      total_words = 10000
      max_review_len = 80
      units = 64
      (x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words = total_words)
      x_train = keras.preprocessing.sequence.pad_sequences(x_train, maxlen = max_review_len)
      x_test = keras.preprocessing.sequence.pad_sequences(x_test, maxlen = max_review_len)
      db_train = tf.data.Dataset.from_tensor_slices((x_train, y_train))
      db_train = db_train.shuffle(1000).batch(batchsz, drop_remainder = True)
      db_test = tf.data.Dataset.from_tensor_slices((x_test, y_test))
      db_test = db_test.batch(batchsz, drop_remainder = True)
      vectors = keras.datasets.glove.load_data()
      embedding_matrix = np.zeros((total_words, 50))
      for (word, i in keras.datasets.imdb.get_word_index().items()) {
          vector = vectors.get(word)
          if (i + 3 < total_words && vector != None) {
              embedding_matrix[i + 3] = vector
          }
      }

      class CellModel extends keras.Model {
          def state0, state1, embedding, rnn_cell0, rnn_cell1, outlayer
          CellModel(units) {
              super()
              state0 = [tf.zeros([batchsz, units])]
              state1 = [tf.zeros([batchsz, units])]
              embedding = keras.layers.Embedding(total_words, 100)
              rnn_cell0 = keras.layers.SimpleRNNCell(units, dropout = 0.5)
              rnn_cell1 = keras.layers.SimpleRNNCell(units, dropout = 0.5)
              outlayer = keras.layers.Dense(1)
          }
          def call(inputs, training = null) {
              def x = embedding(inputs)
              def h0 = state0
              def h1 = state1
              def out0, out1
              for (word in tf.unstack(x, axis = 1)) {
                  (out0, h0) = rnn_cell0(word, h0, training)
                  (out1, h1) = rnn_cell1(out0, h1, training)
              }
              tf.sigmoid(outlayer(out1))
          }
      }
      class LayerModel extends keras.Model {
          def embedding, rnn, outlayer
          LayerModel(embedding, layer, units) {
              super()
              this.embedding = embedding
              rnn = keras.Sequential([
                  layer(units, dropout = 0.5, return_sequences = True),
                  layer(units, dropout = 0.5)
              ])
              outlayer = keras.layers.Dense(1)
          }
          def call(inputs, training = null) {
              def x = embedding(inputs)
              x = rnn(x, training = training)
              tf.sigmoid(outlayer(x))
          }
      }
      """;

  private static final String TABLE = "keras.layers.Embedding(total_words, 100)";

  private static final String GLOVE =
      """
      table = keras.layers.Embedding(total_words, 50, trainable = %s)
      table.build([null, max_review_len])
      table.set_weights([embedding_matrix])
      """;

  private static final String FIT =
      """
      model.compile(optimizer = keras.optimizers.Adam(0.001),
                    loss = keras.losses.BinaryCrossentropy(), metrics = ['accuracy'])
      history = model.fit(db_train, epochs = epochs, validation_data = db_test, verbose = 0,
                          callbacks = [clock])
      accuracies = history.history['val_accuracy']
      """;

  /** The cell that trains a model for so many {@code epochs} with a {@code clock}. */
  static String training(String model) {
    if (model.equals("cells")) {
      return "model = CellModel(units)\n" + FIT;
    }
    boolean glove = model.contains("+");
    String table = GLOVE.formatted(model.endsWith("+GloVe"));
    String layer = model.replaceFirst("[+].*", "");
    String made = "model = LayerModel(%s, keras.layers.%s, units)\n";
    return (glove ? table : "") + made.formatted(glove ? "table" : TABLE, layer) + FIT;
  }
}
