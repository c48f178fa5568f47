package io.nyala.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Nyala itself, through a session and the course's own cells. */
final class NyalaContender implements Contender {

  private static final Map<String, String> RECURRENT =
      Map.of(
          "SimpleRNN", "keras.layers.SimpleRNN(128)",
          "LSTM", "keras.layers.LSTM(128)",
          "GRU", "keras.layers.GRU(128)",
          "Bidirectional", "keras.layers.Bidirectional(keras.layers.LSTM(128))");

  private static final String DATA =
      """
      text = []
      label = []
      for (line in open("../datasets/sentiment.txt")) {
          line = line.rstrip('\\n').split('\\t')
          text.append(line[0])
          label.append(int(line[1]))
      }
      text = np.array(text)
      label = np.array(label)
      vectorize_layer = keras.layers.TextVectorization()
      vectorize_layer.adapt(text)
      """;

  private static final String TRAINING =
      """
      model = keras.Sequential()
      model.add(vectorize_layer)
      model.add(keras.layers.Embedding(input_dim = len(vectorize_layer.get_vocabulary()),
                                       output_dim = 64, mask_zero = True))
      model.add(%s)
      model.add(keras.layers.Dense(1, activation = 'sigmoid'))
      model.compile(loss = keras.losses.BinaryCrossentropy(), optimizer = 'adam',
                    metrics = ['accuracy'])
      model.fit(x = text, y = label, validation_split = 0.2, epochs = %d, batch_size = 32,
                verbose = 0, callbacks = [clock])
      """;

  private final BenchSession session = new BenchSession();

  NyalaContender() throws IOException {
    session.run(DATA);
  }

  @Override
  public String name() {
    return "nyala";
  }

  @Override
  public String versions() {
    return BenchSession.versions();
  }

  @Override
  public List<Double> train(String model, int epochs) throws IOException {
    EpochClock clock = new EpochClock();
    session.put("clock", clock);
    session.run(TRAINING.formatted(RECURRENT.get(model), epochs));
    return clock.millisPerStep();
  }

  /** A variable of the session. */
  Object get(String variable) {
    return session.get(variable);
  }

  @Override
  public void close() {
    session.close();
  }
}
