package io.nyala.keras.preprocessing;

import io.nyala.keras.KerasException;
import io.nyala.keras.KerasObject;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers words by how often they occur, the most frequent one 1, as {@code
 * tf.keras.preprocessing.text.Tokenizer} does. New work is better served by {@code
 * keras.layers.TextVectorization}.
 *
 * <p>Source: keras/src/legacy/preprocessing/text.py.
 */
public final class Tokenizer implements KerasObject {

  private static final ArgTable TABLE =
      ArgTable.of(
          "Tokenizer",
          Arg.of("num_words", ArgTypes.INT, null, "Only words with a number below it are kept."),
          Arg.of("filters", ArgTypes.STRING, WordSplitter.FILTERS, "Characters to drop."),
          Arg.of("lower", ArgTypes.BOOL, true, "Whether to put texts in lower case."),
          Arg.of("split", ArgTypes.STRING, " ", "What stands between words."),
          Arg.of("char_level", ArgTypes.BOOL, false, "Whether every character is a word."),
          Arg.of("oov_token", ArgTypes.STRING, null, "Stands for unknown words, as number 1."),
          Arg.of("analyzer", ArgTypes.ANY, null, "A function from a text to its words."),
          Arg.of("document_count", ArgTypes.INT, 0, "How many texts were counted before."));

  /** The class and its arguments. */
  public static final KerasClass<Tokenizer> CLASS =
      new KerasClass<>(
          "Tokenizer",
          "keras.preprocessing.text",
          "Numbers words by how often they occur.",
          TABLE,
          Tokenizer::new);

  private final Arguments arguments;
  private final WordSplitter splitter;
  private final Integer most;
  private final String unknown;
  private final Map<String, Integer> wordCounts = new LinkedHashMap<>();
  private final Map<String, Integer> wordDocs = new LinkedHashMap<>();
  private final Map<Integer, Integer> indexDocs = new LinkedHashMap<>();
  private final Map<String, Integer> wordIndex = new LinkedHashMap<>();
  private final Map<Integer, String> indexWord = new LinkedHashMap<>();
  private int documents;

  /** One from checked arguments. */
  public Tokenizer(Arguments arguments) {
    this.arguments = arguments;
    this.splitter =
        new WordSplitter(
            arguments.string("filters"), arguments.flag("lower"), arguments.string("split"));
    this.most = arguments.integer("num_words");
    this.unknown = arguments.string("oov_token");
    this.documents = arguments.integer("document_count");
  }

  @Override
  public KerasClass<?> kerasClass() {
    return CLASS;
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }

  /** Word to number of occurrences, in the order of their first. */
  public Map<String, Integer> wordCounts() {
    return wordCounts;
  }

  /** Word to number of texts it occurs in. */
  public Map<String, Integer> wordDocs() {
    return wordDocs;
  }

  /** Number of a word to number of texts it occurs in. */
  public Map<Integer, Integer> indexDocs() {
    return indexDocs;
  }

  /** Word to its number, the most frequent first. */
  public Map<String, Integer> wordIndex() {
    return wordIndex;
  }

  /** Number to its word. */
  public Map<Integer, String> indexWord() {
    return indexWord;
  }

  /** How many texts were counted. */
  public int documentCount() {
    return documents;
  }

  /** Counts the words of texts, each a string or a list of words, and numbers all words anew. */
  public void fitOnTexts(Object texts) {
    for (Object text : Items.of(texts, "texts")) {
      documents++;
      List<String> words = words(text);
      words.forEach(word -> wordCounts.merge(word, 1, Integer::sum));
      new HashSet<>(words).forEach(word -> wordDocs.merge(word, 1, Integer::sum));
    }
    List<String> order = new ArrayList<>(wordCounts.keySet());
    order.sort((a, b) -> wordCounts.get(b) - wordCounts.get(a));
    if (unknown != null) {
      order.add(0, unknown);
    }
    wordIndex.clear();
    indexWord.clear();
    order.forEach(word -> wordIndex.put(word, wordIndex.size() + 1));
    wordIndex.forEach((word, index) -> indexWord.put(index, word));
    wordDocs.forEach((word, count) -> indexDocs.put(wordIndex.get(word), count));
  }

  /** Counts in which sequences of numbers each number occurs. */
  public void fitOnSequences(Object sequences) {
    for (Object sequence : Items.of(sequences, "sequences")) {
      documents++;
      new HashSet<>(Items.of(sequence, "sequences"))
          .forEach(index -> indexDocs.merge(((Number) index).intValue(), 1, Integer::sum));
    }
  }

  private List<String> words(Object text) {
    Object analyzer = arguments.get("analyzer");
    boolean given = !(text instanceof CharSequence);
    if (given || arguments.flag("char_level")) {
      List<String> words = new ArrayList<>();
      List<?> parts = given ? Items.of(text, "texts") : characters(String.valueOf(text));
      parts.forEach(part -> words.add(cased(String.valueOf(part))));
      return words;
    }
    if (analyzer == null) {
      return splitter.words(String.valueOf(text));
    }
    Object words = Callables.of(analyzer).call(text);
    return Items.of(words, "analyzer's result").stream().map(String::valueOf).toList();
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private String cased(String word) {
    return splitter.lower() ? word.toLowerCase(Locale.ROOT) : word;
  }

  /** The numbers of each text's words; words that have none are left out, or the unknown one's. */
  public List<List<Integer>> textsToSequences(Object texts) {
    List<List<Integer>> all = new ArrayList<>();
    for (Object text : Items.of(texts, "texts")) {
      List<Integer> numbers = new ArrayList<>();
      for (String word : words(text)) {
        Integer index = wordIndex.get(word);
        boolean kept = index != null && (most == null || most == 0 || index < most);
        Integer number = kept ? index : unknown == null ? null : wordIndex.get(unknown);
        if (number != null) {
          numbers.add(number);
        }
      }
      all.add(numbers);
    }
    return all;
  }

  /** The words of each sequence of numbers, with spaces between them. */
  public List<String> sequencesToTexts(Object sequences) {
    List<String> texts = new ArrayList<>();
    Integer other = unknown == null ? null : wordIndex.get(unknown);
    for (Object sequence : Items.of(sequences, "sequences")) {
      List<String> words = new ArrayList<>();
      for (Object each : Items.of(sequence, "sequences")) {
        int index = ((Number) each).intValue();
        boolean kept = indexWord.containsKey(index) && (most == null || index < most);
        if (kept || other != null) {
          words.add(indexWord.get(kept ? Integer.valueOf(index) : other));
        }
      }
      texts.add(String.join(" ", words));
    }
    return texts;
  }

  /** A row for each text: {@code [texts, num_words]}, {@code mode} binary. */
  public NDArray textsToMatrix(Object texts) {
    return textsToMatrix(texts, "binary");
  }

  /** A row for each text: {@code [texts, num_words]}. */
  public NDArray textsToMatrix(Object texts, String mode) {
    return sequencesToMatrix(textsToSequences(texts), mode);
  }

  /** As {@link #textsToMatrix}, with {@code mode} by name. */
  public NDArray textsToMatrix(Map<String, ?> named, Object texts) {
    return textsToMatrix(texts, mode(named));
  }

  /** A row for each sequence of numbers, {@code mode} by name. */
  public NDArray sequencesToMatrix(Map<String, ?> named, Object sequences) {
    return sequencesToMatrix(sequences, mode(named));
  }

  /** A row for each sequence of numbers, {@code mode} binary. */
  public NDArray sequencesToMatrix(Object sequences) {
    return sequencesToMatrix(sequences, "binary");
  }

  private static String mode(Map<String, ?> named) {
    return String.valueOf(named.get("mode"));
  }

  /**
   * A row for each sequence of numbers, {@code [sequences, num_words]}: whether each number occurs
   * ({@code binary}), how often ({@code count}), in which share ({@code freq}), or weighed by how
   * few texts have it ({@code tfidf}).
   *
   * @throws KerasException a ValueError for another mode, or before texts were counted
   */
  public NDArray sequencesToMatrix(Object sequences, String mode) {
    if (most == null && wordIndex.isEmpty()) {
      throw KerasException.value(
          "Specify a dimension (`num_words` argument), or fit on some text data first.");
    }
    if (mode.equals("tfidf") && documents == 0) {
      throw KerasException.value("Fit the Tokenizer on some data before using tfidf mode.");
    }
    int width = most == null ? wordIndex.size() + 1 : most;
    List<?> rows = Items.of(sequences, "sequences");
    double[] out = new double[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      List<?> row = Items.of(rows.get(i), "sequences");
      Map<Integer, Integer> counts = new LinkedHashMap<>();
      row.forEach(each -> counts.merge(((Number) each).intValue(), 1, Integer::sum));
      int base = i * width;
      counts.forEach(
          (index, count) -> {
            if (index < width) {
              out[base + index] = weight(mode, index, count, row.size());
            }
          });
    }
    return NDArray.of(Tensor.of(Shape.of(rows.size(), width), out));
  }

  private double weight(String mode, int index, int count, int length) {
    return switch (mode) {
      case "binary" -> 1;
      case "count" -> count;
      case "freq" -> (double) count / length;
      case "tfidf" ->
          (1 + Math.log(count))
              * Math.log(1 + documents / (1.0 + indexDocs.getOrDefault(index, 0)));
      default -> throw KerasException.value("Unknown vectorization mode: " + mode);
    };
  }
}
