package io.nyala.keras.models;

import io.nyala.data.Sized;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.custom.CustomDataset;
import io.nyala.keras.random.Random;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Batches from what is not an array: datasets, generators, anything iterable. */
final class Sources {

  private Sources() {}

  /** True for data that comes batch by batch. */
  static boolean isStream(Object data) {
    boolean many = data instanceof Iterable && !(data instanceof Collection);
    return (many || data instanceof Iterator || data instanceof CustomDataset)
        && !(data instanceof Tensor);
  }

  /**
   * Refuses arguments that a dataset or a generator brings itself.
   *
   * @throws KerasException a ValueError naming the argument
   */
  static void refuseArrays(Object x, Arguments args) {
    String kind =
        x instanceof Iterator
            ? "generator"
            : x instanceof CustomDataset ? "PyDataset" : "tf.data.Dataset";
    refuse(args, "y", "the targets", kind);
    refuse(args, "sample_weight", "the sample weights", kind);
    boolean weighted = args.table().get("class_weight") != null && args.get("class_weight") != null;
    if (weighted && x instanceof Iterator) {
      throw KerasException.value(
          "Argument `class_weight` is not supported for Python generator inputs. Received:"
              + " class_weight="
              + args.get("class_weight"));
    }
  }

  private static void refuse(Arguments args, String name, String what, String kind) {
    if (args.table().get(name) != null && args.get(name) != null) {
      throw KerasException.value(
          "When providing `x` as a "
              + kind
              + ", `"
              + name
              + "` should not be passed. Instead, "
              + what
              + " should be included as part of the "
              + kind
              + ".");
    }
  }

  /**
   * Batches of a dataset, a generator or a person's own batches; each element is (x, y), (x, y,
   * weights) or x.
   *
   * @param shuffled whether a person's own batches come in a new random order each pass
   */
  static BatchSource stream(Object data, Model model, boolean shuffled) {
    if (data instanceof CustomDataset own) {
      return own(own, model, shuffled ? Random.of(null) : null);
    }
    if (data instanceof Iterator<?> generator) {
      return new GeneratorSource(generator, model);
    }
    return new BatchSource() {
      @Override
      public Integer steps() {
        return data instanceof Sized sized ? sized.knownSize() : null;
      }

      @Override
      public Iterator<Batch> epoch() {
        return batches(((Iterable<?>) data).iterator(), model);
      }
    };
  }

  private static BatchSource own(CustomDataset data, Model model, Random order) {
    return new BatchSource() {
      @Override
      public Integer steps() {
        return data.batches();
      }

      @Override
      public Iterator<Batch> epoch() {
        return batches(data.pass(order), model);
      }

      @Override
      public void onEpochBegin() {
        data.tell("on_epoch_begin");
      }

      @Override
      public void onEpochEnd() {
        data.tell("on_epoch_end");
      }
    };
  }

  /**
   * Batches of a generator, which cannot be run again: a pass after its end has the first two once
   * more, which Keras keeps as it looks at their shapes.
   */
  private static final class GeneratorSource implements BatchSource {
    private final Iterator<?> rest;
    private final Model model;
    private final List<Object> first = new ArrayList<>();

    GeneratorSource(Iterator<?> generator, Model model) {
      this.rest = generator;
      this.model = model;
    }

    @Override
    public Integer steps() {
      return null;
    }

    @Override
    public Iterator<Batch> epoch() {
      while (first.size() < 2 && rest.hasNext()) {
        first.add(rest.next());
      }
      Iterator<Object> kept = List.copyOf(first).iterator();
      return batches(
          new Iterator<Object>() {
            @Override
            public boolean hasNext() {
              return kept.hasNext() || rest.hasNext();
            }

            @Override
            public Object next() {
              return kept.hasNext() ? kept.next() : rest.next();
            }
          },
          model);
    }
  }

  private static Iterator<Batch> batches(Iterator<?> elements, Model model) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public Batch next() {
        return batch(elements.next(), model);
      }
    };
  }

  private static Batch batch(Object element, Model model) {
    boolean tuple =
        element instanceof List<?> list
            && !list.isEmpty()
            && list.size() <= 3
            && list.stream().noneMatch(each -> each instanceof Number);
    if (!tuple) {
      return Inputs.whole(element, null, null, model.inputNames(), model.outputNames());
    }
    List<?> parts = (List<?>) element;
    for (Object part : parts) {
      if (!(part instanceof Tensor
          || part instanceof List
          || part instanceof Map
          || part == null)) {
        throw KerasException.value(
            "A dataset's elements should be (x, y) or (x, y, sample_weight); found " + part + ".");
      }
    }
    return Inputs.whole(
        parts.get(0),
        parts.size() > 1 ? parts.get(1) : null,
        parts.size() > 2 ? parts.get(2) : null,
        model.inputNames(),
        model.outputNames());
  }
}
