package io.nyala.cli.bench;

import io.nyala.compute.Compute;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.session.Session;
import io.nyala.dsl.show.MimeBundle;
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

  private final Session session = new Session();

  NyalaContender() throws IOException {
    run(DATA);
  }

  @Override
  public String name() {
    return "nyala";
  }

  @Override
  public String versions() {
    return "Nyala (" + Compute.description() + ") on Java " + Runtime.version();
  }

  @Override
  public List<Double> train(String model, int epochs) throws IOException {
    EpochClock clock = new EpochClock();
    session.variables().put("clock", clock);
    run(TRAINING.formatted(RECURRENT.get(model), epochs));
    return clock.millisPerStep();
  }

  private void run(String code) throws IOException {
    if (session.run(code, "bench", new Silence()) instanceof Outcome.Failure failure) {
      throw new IOException(String.join("\n", failure.traceback()), failure.cause());
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private static final class Silence implements Frontend {
    @Override
    public void stream(Stream stream, String text) {}

    @Override
    public void display(MimeBundle bundle, String displayId) {}

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {}

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
      throw new IOException("a benchmark asks nobody");
    }
  }
}
