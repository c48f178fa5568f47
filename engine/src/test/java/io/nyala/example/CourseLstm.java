package io.nyala.example;

import io.nyala.keras.datasets.DataSets;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.rnn.LSTM;
import io.nyala.keras.layers.text.TextVectorization;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.saving.Saving;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The course's LSTM from plain Java: built, trained, saved, opened again. */
public final class CourseLstm {

  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(DataSets.file("sentiment", "sentiment.txt"));
    List<String> text = lines.stream().map(line -> line.split("\t")[0]).toList();
    List<Integer> label = lines.stream().map(line -> Integer.valueOf(line.split("\t")[1])).toList();
    TextVectorization words = new TextVectorization();
    words.adapt(text);
    Sequential model =
        new Sequential(
            words,
            new Embedding(words.vocabularySize(), 64, "mask_zero", true),
            new LSTM(128),
            new Dense(1, "activation", "sigmoid"));
    model.compile(
        Map.of("loss", "binary_crossentropy", "optimizer", "adam", "metrics", List.of("accuracy")));
    model.fit(Map.of("epochs", Integer.valueOf(args[0]), "validation_split", 0.2), text, label);
    model.save(args[1]);
    Model again = Saving.load(args[1]);
    System.out.println(again.predict(List.of("I hate this meal!", "I love this restaurant")));
  }
}
