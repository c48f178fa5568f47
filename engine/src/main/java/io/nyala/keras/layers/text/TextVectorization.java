package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns texts into rows of token indices, or of ones, counts or weights for each token of the
 * vocabulary.
 *
 * <p>Each text is standardized (ASCII lower case, without punctuation), split (at white space),
 * combined to n-grams and looked up. In {@code int} mode index 0 is padding, 1 stands for tokens
 * out of the vocabulary. The vocabulary is given, or learned by {@link #adapt(Object)}: by (count,
 * token), both descending.
 *
 * <p>Input: strings {@code [batch]} or {@code [batch, 1]}. Output: int64 {@code [batch, time]} in
 * {@code int} mode, {@code time} being the longest text or {@code output_sequence_length}; int64
 * {@code [batch, vocabulary]} for {@code multi_hot} and {@code count}, float32 for {@code tf_idf}.
 *
 * <p>Source: keras.layers.TextVectorization.
 */
public final class TextVectorization extends VocabularyLayer {

  /** How it is made. */
  public static final KerasClass<TextVectorization> CLASS =
      new KerasClass<>(
          "TextVectorization",
          "keras.layers",
          "Turns texts into rows of token indices, counts or weights.",
          LayerArgs.table(
                  "TextVectorization",
                  Arg.of("max_tokens", ArgTypes.INT, null, "The largest vocabulary."),
                  Arg.of(
                      "standardize",
                      TextArgs.nameOrFunction(
                          "lower_and_strip_punctuation", "lower", "strip_punctuation"),
                      "lower_and_strip_punctuation",
                      "What is done to the text first; None or a function of a string tensor."),
                  Arg.of(
                      "split",
                      TextArgs.nameOrFunction("whitespace", "character"),
                      "whitespace",
                      "How the text is split; None or a function of a string tensor."),
                  Arg.of("ngrams", TextArgs.NGRAMS, null, "Up to this width, or of these widths."),
                  Arg.of("output_mode", TextArgs.OUTPUT_MODE, "int", "What the output holds."),
                  Arg.of(
                      "output_sequence_length",
                      ArgTypes.INT,
                      null,
                      "The length every row of indices gets."),
                  Arg.of(
                      "pad_to_max_tokens",
                      ArgTypes.BOOL,
                      false,
                      "Whether rows have max_tokens columns whatever the vocabulary."),
                  Arg.of("vocabulary", TextArgs.VOCABULARY, null, "The terms, or a file of them."),
                  Arg.of("idf_weights", TextArgs.WEIGHTS, null, "A weight per term, for tf_idf."),
                  Arg.of("sparse", ArgTypes.BOOL, false, "Not supported."),
                  Arg.of("ragged", ArgTypes.BOOL, false, "Not supported."),
                  Arg.of("encoding", ArgTypes.STRING, "utf-8", "The encoding; only utf-8."))
              .with(TextArgs.SAVED),
          TextVectorization::new);

  private final TokenSource source;
  private final Integer length;
  private final TextCache met = new TextCache();
  private TokenTable table = new TokenTable(0);

  /** A layer with all arguments at their defaults. */
  public TextVectorization() {
    this(CLASS.table().bind(List.of(), Map.of()));
  }

  /** A layer of checked arguments. */
  public TextVectorization(Arguments arguments) {
    super(arguments, TextVectorization::rules);
    length = arguments.integer("output_sequence_length");
    source = new TokenSource(arguments);
    learnGiven();
  }

  private static LookupRules rules(Arguments arguments) {
    String mode = arguments.string("output_mode");
    if (mode.equals("one_hot")) {
      throw KerasException.unsupported(
          "`output_mode='one_hot'` of TextVectorization is not supported: it gives ragged rows. Use"
              + " 'multi_hot', or 'int' followed by keras.ops.one_hot.");
    }
    if (!mode.equals("int") && arguments.get("output_sequence_length") != null) {
      throw KerasException.value(
          "`output_sequence_length` must not be set if `output_mode` is not 'int'. Received"
              + " output_sequence_length="
              + arguments.get("output_sequence_length")
              + ".");
    }
    return new LookupRules(
        "TextVectorization",
        arguments.integer("max_tokens"),
        1,
        "",
        "[UNK]",
        mode,
        arguments.flag("pad_to_max_tokens"),
        false);
  }

  @Override
  public KerasClass<?> kerasClass() {
    return CLASS;
  }

  /** The vocabulary in the order of the indices. */
  public List<String> getVocabulary(boolean includeSpecialTokens) {
    return vocabulary().terms(includeSpecialTokens).stream().map(String.class::cast).toList();
  }

  /** The vocabulary in the order of the indices, special tokens included. */
  public List<String> getVocabulary() {
    return getVocabulary(true);
  }

  @Override
  ArgTable adaptArguments() {
    return TextArgs.TEXT_ADAPT;
  }

  @Override
  Object term(Object value) {
    if (!(value instanceof CharSequence)) {
      throw KerasException.type("A vocabulary of texts holds " + ArgTypes.show(value) + ".");
    }
    return value.toString();
  }

  @Override
  List<?> count(Object data, Integer steps, TokenCounter counter) {
    TokenTable seen = new TokenTable(4096);
    Batches.forEach(
        data,
        steps,
        batch ->
            source.rows(
                batch,
                tokens -> {
                  counter.startDocument();
                  char[] text = tokens.text();
                  for (int i = 0; i < tokens.count(); i++) {
                    counter.count(seen.add(text, tokens.from(i), tokens.to(i)));
                  }
                }));
    return seen.tokens();
  }

  @Override
  void index() {
    TokenTable all = new TokenTable(vocabulary().tokens().size());
    vocabulary().tokens().forEach(token -> all.add((String) token));
    table = all;
    met.clear();
  }

  /**
   * The indices of each text, with the lengths that make the mask.
   *
   * @param input strings, as for a call
   */
  public Ids ids(Tensor input) {
    if (table.size() == 0) {
      throw VocabularyLoading.notLearned(getName());
    }
    LookupRules rules = vocabulary().rules();
    long nothing = rules.isInt() ? 0 : Encoding.DROPPED;
    int unknown = rules.oovStart();
    int start = rules.tokenStart();
    TokenTable known = table;
    Ids ids = new Ids();
    Consumer<Tokens> visit =
        tokens -> {
          char[] text = tokens.text();
          for (int i = 0; i < tokens.count(); i++) {
            int from = tokens.from(i);
            int to = tokens.to(i);
            int found = from == to ? -1 : known.find(text, from, to);
            ids.add(from == to ? nothing : found < 0 ? unknown : start + found);
          }
          ids.endRow();
        };
    if (source.isTextByText() && input.dtype() == DType.STRING) {
      remembered(input, ids, visit);
    } else {
      source.rows(input, visit);
    }
    return ids;
  }

  /** The rows of texts, those met before as they were then. */
  private void remembered(Tensor input, Ids ids, Consumer<Tokens> visit) {
    source.rowShape(input.shape());
    Tokens tokens = new Tokens();
    for (String text : input.strings()) {
      long[] before = met.get(text);
      if (before != null) {
        ids.addRow(before);
      } else {
        source.row(text, tokens, visit);
        met.put(text, ids.lastRow());
      }
    }
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    if (!vocabulary().rules().isInt()) {
      vocabulary().depth();
    }
    Ids ids = ids(input);
    Shape rows = source.rowShape(input.shape());
    return vocabulary().rules().isInt()
        ? ids.padded(rows, length == null ? ids.width() : length)
        : Encoding.rows(ids.flat(), ids.lengths(), rows, vocabulary());
  }

  @Override
  protected Shape outputShape(Shape input) {
    Shape rows = source.rowShape(input);
    if (!vocabulary().rules().isInt()) {
      return rows.insert(-1, vocabulary().depth());
    }
    return rows.insert(-1, length == null ? source.rowLength(input) : length);
  }

  @Override
  public DType inputType() {
    return DType.STRING;
  }

  @Override
  public DType outputType(List<DType> inputs) {
    return vocabulary().rules().isTfIdf() ? DType.FLOAT32 : DType.INT64;
  }

  /** The inverse document frequency of each index; null outside {@code tf_idf} mode. */
  public float[] idfWeights() {
    return vocabulary().idf() == null ? null : vocabulary().idf().clone();
  }

  @Override
  public List<String> places() {
    return List.of("", "_lookup_layer");
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = super.getConfig();
    config.put("vocabulary_size", vocabulary().size());
    VocabularyLoading.describe(vocabulary(), config);
    return config;
  }
}
