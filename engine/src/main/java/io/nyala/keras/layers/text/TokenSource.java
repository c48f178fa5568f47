package io.nyala.keras.layers.text;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Gives the tokens of each text of a tensor, as the arguments of a TextVectorization say. */
final class TokenSource {

  private final Callables.Fn standardize;
  private final Callables.Fn split;
  private final boolean whole;
  private final TextPipeline pipeline;
  private final int[] ngrams;

  TokenSource(Arguments arguments) {
    Object how = arguments.get("standardize");
    Object cut = arguments.get("split");
    standardize = function(how);
    split = function(cut);
    whole = cut == null;
    ngrams = widths(arguments.get("ngrams"));
    String name = String.valueOf(how);
    pipeline =
        new TextPipeline(
            name.startsWith("lower"),
            name.endsWith("strip_punctuation"),
            whole || split != null
                ? TextPipeline.Split.NONE
                : cut.equals("character")
                    ? TextPipeline.Split.CHARACTER
                    : TextPipeline.Split.WHITESPACE,
            ngrams);
  }

  private static Callables.Fn function(Object value) {
    return value instanceof Callables.Fn function ? function : null;
  }

  private static int[] widths(Object ngrams) {
    if (ngrams instanceof Integer up) {
      return IntStream.rangeClosed(1, up).toArray();
    }
    return ngrams == null
        ? null
        : ((List<?>) ngrams).stream().mapToInt(each -> (Integer) each).toArray();
  }

  /**
   * The shape in which rows of tokens are laid out, for an input of this shape.
   *
   * @throws KerasException a ValueError if texts that are to be split do not stand alone in the
   *     last axis
   */
  Shape rowShape(Shape input) {
    if (whole) {
      return input.rank() == 0 ? input : input.without(-1);
    }
    if (input.rank() > 1 && input.dim(-1) != 1) {
      throw KerasException.value(
          "When using `TextVectorization` to tokenize strings, the input rank must be 1 or the last"
              + " shape dimension must be 1. Received: inputs.shape="
              + input
              + " with rank="
              + input.rank());
    }
    return input.rank() > 1 ? input.without(-1) : input;
  }

  /** The number of tokens of each row, if the input's shape tells. */
  int rowLength(Shape input) {
    boolean kept = whole && ngrams == null && input.rank() > 0;
    return kept ? input.dim(-1) : Shape.UNKNOWN;
  }

  /** Visits the tokens of each row in turn; what is handed over is used again for the next. */
  void rows(Tensor input, Consumer<Tokens> visit) {
    Shape shape = rowShape(input.shape());
    Tensor texts = standardize == null ? input : standardized(input);
    if (texts.dtype() != DType.STRING) {
      throw KerasException.type(
          "TextVectorization expects strings; received a tensor of "
              + texts.dtype()
              + " with shape "
              + texts.shape()
              + ".");
    }
    Tokens tokens = new Tokens();
    if (split != null) {
      pieces(texts.view(shape), tokens, visit);
    } else if (whole) {
      int row = texts.rank() == 0 ? 1 : texts.dim(-1);
      for (int i = 0, n = shape.elements(); i < n; i++) {
        pipeline.row(texts.strings(), i * row, (i + 1) * row, tokens);
        visit.accept(tokens);
      }
    } else {
      for (String text : texts.strings()) {
        row(text, tokens, visit);
      }
    }
  }

  /** Whether each text makes a row of its own, and the same one whenever it comes. */
  boolean isTextByText() {
    return standardize == null && split == null && !whole;
  }

  /** Visits the tokens of one text, where {@linkplain #isTextByText each makes a row}. */
  void row(String text, Tokens tokens, Consumer<Tokens> visit) {
    pipeline.tokenize(text, tokens);
    visit.accept(tokens);
  }

  private Tensor standardized(Tensor input) {
    Tensor result = Tensors.of(standardize.call(input));
    if (result.elements() != input.elements()) {
      throw KerasException.value(
          "The `standardize` function should give as many texts as it is given: received shape "
              + input.shape()
              + ", gave "
              + result.shape()
              + ".");
    }
    return result;
  }

  private void pieces(Tensor texts, Tokens tokens, Consumer<Tokens> visit) {
    int rows = texts.elements();
    String[] ready = new String[rows];
    Arrays.setAll(ready, i -> pipeline.standardize(texts.strings()[i]));
    Object result = split.call(Tensor.of(texts.shape(), ready));
    if (result instanceof Tensor tensor && tensor.rank() == texts.rank() + 1) {
      int row = tensor.dim(-1);
      for (int i = 0; i < rows; i++) {
        take(tensor.strings(), i * row, (i + 1) * row, tokens, visit);
      }
      return;
    }
    Collection<?> lists = result instanceof Collection<?> all ? all : List.of();
    if (lists.size() != rows || texts.rank() != 1) {
      throw KerasException.value(
          "The `split` function should give a list of tokens for each text: received "
              + rows
              + " texts of shape "
              + texts.shape()
              + ", gave "
              + (result instanceof Collection ? lists.size() + " lists" : result)
              + ".");
    }
    for (Object each : lists) {
      Tensor row = Tensors.of(each, each instanceof Tensor ? null : DType.STRING);
      take(row.strings(), 0, row.elements(), tokens, visit);
    }
  }

  private void take(String[] texts, int from, int to, Tokens tokens, Consumer<Tokens> visit) {
    tokens.clear(0);
    for (int i = from; i < to; i++) {
      tokens.add(texts[i]);
    }
    if (ngrams != null) {
      tokens.combine(ngrams);
    }
    visit.accept(tokens);
  }
}
