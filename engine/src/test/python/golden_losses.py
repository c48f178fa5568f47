"""Losses and metrics: `losses.json`, `metrics.json`, and the names and numbers of compile() in `compiled.json`.

A loss case: arguments, config, y_true, y_pred, sample_weight and mask (carried by y_pred) or null, the
value, and grad: the gradient for y_pred of sum(value * c), with c filled by the formula of golden.py
(seed 1000, limit 1) if the value is a tensor, and 1 if it is a number.

A metric case: arguments, config, the updates one after the other, the result after each, and the
result after reset_state().
"""

from golden import integers, keras, np, tensor, tf, weights, write
from keras.src import backend

losses, metrics, layers = keras.losses, keras.metrics, keras.layers


def uniform(seed, shape, low=0.02, high=0.98):
    return (low + (weights(seed, 0.5, shape) + 0.5) * (high - low)).astype("float32")


def simplex(seed, shape):
    raw = uniform(seed, shape)
    return (raw / raw.sum(-1, keepdims=True)).astype("float32")


BITS = (weights(201, 1.0, (4, 3)) > 0).astype("float32")
PROBABILITIES = uniform(202, (4, 3))
LOGITS = weights(203, 4.0, (4, 3))
EXTREME = np.array([[0.0, 1.0, 1e-9], [1.0, 0.0, 0.5], [1e-7, 0.9999999, 0.25], [0.5, 0.5, 0.0]], "float32")
ONE_HOT = np.eye(3, dtype="float32")[[0, 2, 1, 2]]
CLASSES = np.array([0, 2, 1, 2], "int32")
SIMPLEX = simplex(204, (4, 3))
REAL, REAL_PREDICTED = weights(205, 2.0, (4, 3)), weights(206, 2.0, (4, 3))
POSITIVE, POSITIVE_PREDICTED = uniform(207, (4, 3), 0.1, 3), uniform(208, (4, 3), 0.1, 3)
SIGNS = np.where(BITS > 0, 1, -1).astype("float32")
WEIGHTS = np.array([1.0, 0.0, 2.0, 0.5], "float32")
SEQUENCE_MASK = np.array([[1, 1, 0], [1, 0, 0], [0, 0, 0]], bool)


def loss_case(label, kind, y_true, y_pred, sample_weight=None, mask=None, **arguments):
    loss = kind(**arguments)
    pred = tf.constant(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(pred)
        argument = tf.identity(pred)
        if mask is not None:
            backend.set_keras_mask(argument, tf.constant(mask))
        value = loss(tf.constant(y_true), argument, sample_weight=sample_weight)
        total = tf.reduce_sum(value * weights(1000, 1.0, tuple(value.shape))) if value.shape.rank else value
    return {"name": label, "class_name": kind.__name__, "arguments": arguments, "config": loss.get_config(), "y_true": tensor(y_true),
            "y_pred": tensor(y_pred), "sample_weight": None if sample_weight is None else tensor(sample_weight),
            "mask": None if mask is None else tensor(mask), "value": tensor(value), "grad": tensor(tape.gradient(total, pred))}


def every_class(module, base):
    """The classes of a Keras module, each once, without their base."""
    kinds = {id(kind): kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, base) and kind is not base}
    return sorted(kinds.values(), key=lambda kind: kind.__name__)


def example(kind):
    """Labels and predictions that a loss or a metric of this class can take."""
    name = kind.__name__
    if "Sparse" in name or "Generalized" in name:
        return CLASSES, SIMPLEX
    if name == "Circle":
        return np.array([0, 1, 1, 0], "int32"), REAL_PREDICTED / 4
    if "Categorical" in name:
        return ONE_HOT, SIMPLEX
    if "Logarithmic" in name or name in ("Poisson", "KLDivergence"):
        return POSITIVE, POSITIVE_PREDICTED
    if name in ("IoU", "MeanIoU"):
        return CLASSES, np.array([0, 1, 1, 2], "int32")
    if name in ("OneHotIoU", "OneHotMeanIoU"):
        return ONE_HOT, SIMPLEX
    return BITS, PROBABILITIES


def needed(kind):
    """What a metric of this class cannot do without."""
    name = kind.__name__
    more = {"num_classes": 3} if name.endswith("IoU") and name != "BinaryIoU" else {}
    if name in ("IoU", "OneHotIoU"):
        more["target_class_ids"] = [0, 2]
    asked = {"PrecisionAtRecall": "recall", "RecallAtPrecision": "precision", "SensitivityAtSpecificity": "specificity",
             "SpecificityAtSensitivity": "sensitivity"}
    return {**more, asked[name]: 0.5} if name in asked else more


def loss_cases():
    out = []

    def add(kind, y_true, y_pred, label="", sample_weight=None, mask=None, **arguments):
        name = ", ".join([kind.__name__] + ([label] if label else []) + [f"{k}={v}" for k, v in arguments.items()])
        out.append(loss_case(name, kind, y_true, y_pred, sample_weight, mask, **arguments))

    def family(kind, y_true, y_pred, **more):
        """Every reduction, sample weights, and the arguments in `more`, one at a time."""
        add(kind, y_true, y_pred)
        for reduction in ("sum", "mean", None, "mean_with_sample_weight"):
            add(kind, y_true, y_pred, reduction=reduction)
        add(kind, y_true, y_pred, "weighted", WEIGHTS)
        add(kind, y_true, y_pred, "weighted", WEIGHTS, reduction=None)
        for key, values in more.items():
            for value in values:
                add(kind, y_true, y_pred, **{key: value})

    b, c, s = losses.BinaryCrossentropy, losses.CategoricalCrossentropy, losses.SparseCategoricalCrossentropy
    family(b, BITS, PROBABILITIES, label_smoothing=[0.1, 1.0], axis=[0])
    add(b, BITS, LOGITS, from_logits=True)
    add(b, BITS, LOGITS * 10, "large logits", from_logits=True)
    add(b, BITS, LOGITS, from_logits=True, label_smoothing=0.2)
    add(b, BITS, EXTREME, "at the ends")
    add(b, BITS[:, :1], PROBABILITIES[:, :1], "one column")
    add(b, BITS[:, 0], PROBABILITIES[:, :1], "labels without the last axis")
    add(b, BITS[:, :1].astype("int64"), PROBABILITIES[:, :1], "integer labels")
    add(b, BITS[:3, :3, None], PROBABILITIES[:3, :3, None], "sequences, mask", mask=SEQUENCE_MASK)
    add(b, BITS[:3, :3, None], PROBABILITIES[:3, :3, None], "sequences, mask, weighted", np.array([1.0, 2.0, 3.0], "float32"), SEQUENCE_MASK)
    add(b, BITS[:3, :3, None], PROBABILITIES[:3, :3, None], "sequences, mask", mask=SEQUENCE_MASK, reduction="sum")
    add(b, BITS[:3, :3, None], PROBABILITIES[:3, :3, None], "sequences, mask", mask=SEQUENCE_MASK, reduction=None)
    family(c, ONE_HOT, SIMPLEX, label_smoothing=[0.1])
    add(c, ONE_HOT, PROBABILITIES, "rows that do not sum to one")
    add(c, ONE_HOT, EXTREME, "at the ends")
    add(c, ONE_HOT, LOGITS, from_logits=True)
    add(c, ONE_HOT, LOGITS, from_logits=True, label_smoothing=0.3)
    add(c, ONE_HOT.T.copy(), SIMPLEX.T.copy(), axis=0)
    family(s, CLASSES, SIMPLEX)
    add(s, CLASSES[:, None], SIMPLEX, "labels with a last axis")
    add(s, CLASSES, LOGITS, from_logits=True)
    add(s, CLASSES, SIMPLEX, ignore_class=2)
    add(s, CLASSES, LOGITS, ignore_class=1, from_logits=True)
    add(s, CLASSES, PROBABILITIES, "rows that do not sum to one")
    add(s, np.array([[0, 1, 2], [2, 1, 0], [1, 1, 0]], "int32"), simplex(209, (3, 3, 3)), "sequences, mask", mask=SEQUENCE_MASK)
    f, g = losses.BinaryFocalCrossentropy, losses.CategoricalFocalCrossentropy
    add(s, CLASSES, SIMPLEX, axis=1)  # the last, the only one that Keras takes on TensorFlow
    family(f, BITS, PROBABILITIES, axis=[0], gamma=[0.5, 3.0], apply_class_balancing=[True], alpha=[0.6], label_smoothing=[0.2])
    add(f, BITS, PROBABILITIES, apply_class_balancing=True, alpha=0.7, gamma=1.0)
    add(f, BITS, LOGITS, from_logits=True)
    family(g, ONE_HOT, SIMPLEX, gamma=[0.5], alpha=[0.6, [0.2, 0.3, 0.5]], label_smoothing=[0.2])
    add(g, ONE_HOT, LOGITS, from_logits=True)
    add(g, ONE_HOT.T.copy(), SIMPLEX.T.copy(), axis=0)
    for kind in (losses.MeanSquaredError, losses.MeanAbsoluteError, losses.MeanAbsolutePercentageError, losses.LogCosh):
        family(kind, REAL, REAL_PREDICTED)
    family(losses.Huber, REAL, REAL_PREDICTED, delta=[0.5, 3.0])
    family(losses.MeanSquaredLogarithmicError, POSITIVE, POSITIVE_PREDICTED)
    family(losses.Poisson, POSITIVE, POSITIVE_PREDICTED)
    family(losses.KLDivergence, simplex(210, (4, 3)), SIMPLEX)
    family(losses.CosineSimilarity, REAL, REAL_PREDICTED, axis=[0])
    for kind in (losses.Hinge, losses.SquaredHinge):
        family(kind, SIGNS, REAL_PREDICTED)
        add(kind, BITS, REAL_PREDICTED, "labels 0 and 1")
    family(losses.CategoricalHinge, ONE_HOT, REAL_PREDICTED)
    family(losses.Dice, BITS, PROBABILITIES, axis=[[1]])
    family(losses.Tversky, BITS, PROBABILITIES, axis=[[1], [0]])
    add(losses.Tversky, BITS, PROBABILITIES, alpha=0.3, beta=0.7)
    family(losses.CategoricalGeneralizedCrossEntropy, CLASSES, SIMPLEX, q=[0.8])
    pairs = np.array([0, 1, 1, 0], "int32")
    family(losses.Circle, pairs, REAL_PREDICTED / 4, gamma=[2.0], margin=[0.1], remove_diagonal=[False])
    for kind in every_class(losses, losses.Loss):
        if kind is not losses.CTC:
            add(kind, *example(kind), name="mine", dtype="float64")
    add(losses.MeanSquaredError, REAL[:3, :3, None], REAL_PREDICTED[:3, :3, None], "sequences, mask", mask=SEQUENCE_MASK)
    add(losses.MeanSquaredError, REAL[:, 0], REAL_PREDICTED[:, :1], "labels without the last axis")
    return out


def metric_case(kind, *updates, label="", **arguments):
    metric = kind(**arguments)
    name = ", ".join([kind.__name__] + ([label] if label else []) + [f"{k}={v}" for k, v in arguments.items()])
    entry = {"name": name, "class_name": kind.__name__, "arguments": arguments, "config": metric.get_config(), "metric_name": metric.name,
             "updates": [], "results": []}
    for update in updates:
        *values, sample_weight = update
        metric.update_state(*[tf.constant(v) for v in values], sample_weight=sample_weight)
        keys = ("values",) if len(values) == 1 else ("y_true", "y_pred")
        entry["updates"].append({**{k: tensor(v) for k, v in zip(keys, values)},
                                 "sample_weight": None if sample_weight is None else tensor(sample_weight)})
        entry["results"].append(tensor(metric.result()))
    metric.reset_state()
    entry["after_reset"] = tensor(metric.result())
    return entry


def metric_cases():
    out = []

    def add(kind, *updates, **arguments):
        out.append(metric_case(kind, *updates, **arguments))

    def twice(kind, y_true, y_pred, sample_weight=WEIGHTS, **arguments):
        """Three updates: plain, weighted, part of a batch."""
        add(kind, (y_true, y_pred, None), (y_true[::-1].copy(), y_pred, sample_weight), (y_true[:2], y_pred[1:3], None), **arguments)

    add(metrics.Mean, (REAL, None), (REAL[:2], None), (np.float32(3.0), None))
    add(metrics.Mean, (REAL[:, 0], WEIGHTS), (REAL, WEIGHTS), label="weighted")
    add(metrics.Sum, (REAL, None), (REAL[:, 0], WEIGHTS))
    twice(metrics.Accuracy, CLASSES[:, None], np.array([[0], [1], [1], [2]], "int32"))
    twice(metrics.BinaryAccuracy, BITS, PROBABILITIES)
    twice(metrics.BinaryAccuracy, BITS, PROBABILITIES, threshold=0.7)
    twice(metrics.BinaryAccuracy, BITS[:, :1], np.array([[0.5], [0.5000001], [0.4999999], [1.0]], "float32"), label="at the threshold")
    twice(metrics.BinaryAccuracy, BITS[:, 0], PROBABILITIES[:, :1], label="labels without the last axis")
    twice(metrics.CategoricalAccuracy, ONE_HOT, SIMPLEX)
    twice(metrics.CategoricalAccuracy, ONE_HOT, np.full((4, 3), 1 / 3, "float32"), label="ties")
    twice(metrics.SparseCategoricalAccuracy, CLASSES, SIMPLEX)
    twice(metrics.SparseCategoricalAccuracy, CLASSES[:, None], SIMPLEX, label="labels with a last axis")
    twice(metrics.TopKCategoricalAccuracy, ONE_HOT, SIMPLEX, k=2)
    twice(metrics.SparseTopKCategoricalAccuracy, CLASSES, SIMPLEX, k=2)
    for kind in (metrics.MeanSquaredError, metrics.MeanAbsoluteError, metrics.RootMeanSquaredError, metrics.MeanAbsolutePercentageError,
                 metrics.LogCoshError, metrics.CosineSimilarity):
        twice(kind, REAL, REAL_PREDICTED)
    twice(metrics.CosineSimilarity, REAL, REAL_PREDICTED, sample_weight=None, axis=0)
    twice(metrics.MeanSquaredLogarithmicError, POSITIVE, POSITIVE_PREDICTED)
    twice(metrics.Poisson, POSITIVE, POSITIVE_PREDICTED)
    twice(metrics.KLDivergence, simplex(210, (4, 3)), SIMPLEX)
    twice(metrics.Hinge, BITS, REAL_PREDICTED)
    twice(metrics.SquaredHinge, SIGNS, REAL_PREDICTED)
    twice(metrics.CategoricalHinge, ONE_HOT, REAL_PREDICTED)
    twice(metrics.BinaryCrossentropy, BITS, PROBABILITIES)
    twice(metrics.BinaryCrossentropy, BITS, LOGITS, from_logits=True, label_smoothing=0.1)
    twice(metrics.CategoricalCrossentropy, ONE_HOT, SIMPLEX)
    twice(metrics.CategoricalCrossentropy, ONE_HOT, LOGITS, from_logits=True, label_smoothing=0.1)
    twice(metrics.SparseCategoricalCrossentropy, CLASSES, SIMPLEX)
    twice(metrics.SparseCategoricalCrossentropy, CLASSES, LOGITS, from_logits=True)
    for kind in (metrics.TruePositives, metrics.TrueNegatives, metrics.FalsePositives, metrics.FalseNegatives):
        twice(kind, BITS, PROBABILITIES)
        twice(kind, BITS, PROBABILITIES, thresholds=[0.3, 0.6])
    for kind in (metrics.Precision, metrics.Recall):
        twice(kind, BITS, PROBABILITIES)
        twice(kind, BITS, PROBABILITIES, thresholds=0.7)
        twice(kind, BITS, PROBABILITIES, thresholds=[0.0, 0.5, 0.9])
        twice(kind, BITS, PROBABILITIES, top_k=2)
        twice(kind, BITS, PROBABILITIES, class_id=1)
        add(kind, (np.zeros((3, 1), "float32"), np.zeros((3, 1), "float32"), None), label="nothing to find")
    for curve in ("ROC", "PR"):
        for method in ("interpolation", "minoring", "majoring"):
            twice(metrics.AUC, BITS, PROBABILITIES, curve=curve, summation_method=method)
    twice(metrics.AUC, BITS, PROBABILITIES, num_thresholds=5)
    twice(metrics.AUC, BITS, PROBABILITIES, thresholds=[0.2, 0.5, 0.8])
    twice(metrics.AUC, BITS, LOGITS, from_logits=True)
    twice(metrics.AUC, BITS, PROBABILITIES, multi_label=True)
    twice(metrics.AUC, BITS, PROBABILITIES, multi_label=True, label_weights=[0.2, 0.3, 0.5])
    twice(metrics.PrecisionAtRecall, BITS, PROBABILITIES, recall=0.6)
    twice(metrics.RecallAtPrecision, BITS, PROBABILITIES, precision=0.6)
    twice(metrics.SensitivityAtSpecificity, BITS, PROBABILITIES, specificity=0.5)
    twice(metrics.SpecificityAtSensitivity, BITS, PROBABILITIES, sensitivity=0.5, num_thresholds=20)
    for average in (None, "micro", "macro", "weighted"):
        twice(metrics.F1Score, BITS, PROBABILITIES, average=average, threshold=0.5)
    twice(metrics.F1Score, ONE_HOT, SIMPLEX)
    twice(metrics.FBetaScore, BITS, PROBABILITIES, beta=2.0, threshold=0.4, average="macro")
    twice(metrics.R2Score, REAL, REAL_PREDICTED)
    twice(metrics.R2Score, REAL, REAL_PREDICTED, class_aggregation="variance_weighted_average")
    twice(metrics.R2Score, REAL, REAL_PREDICTED, class_aggregation=None)
    twice(metrics.R2Score, REAL, REAL_PREDICTED, num_regressors=1)
    twice(metrics.MeanIoU, CLASSES, np.array([0, 1, 1, 2], "int32"), num_classes=3)
    twice(metrics.IoU, CLASSES, np.array([0, 1, 1, 2], "int32"), num_classes=3, target_class_ids=[0, 2])
    twice(metrics.BinaryIoU, BITS[:, 0], PROBABILITIES[:, 0], threshold=0.4)
    twice(metrics.OneHotMeanIoU, ONE_HOT, SIMPLEX, num_classes=3)
    twice(metrics.PearsonCorrelation, REAL, REAL_PREDICTED)
    twice(metrics.ConcordanceCorrelation, REAL, REAL_PREDICTED)
    return out


def metric_arguments():
    """Arguments that stand at another value in no case above, `name` and `dtype` for every metric."""
    out = []

    def twice(kind, y_true, y_pred, sample_weight=WEIGHTS, **arguments):
        updates = (y_true, y_pred, None), (y_true[::-1].copy(), y_pred, sample_weight)
        out.append(metric_case(kind, *updates, **arguments))

    rarer_arguments(twice)
    for kind in every_class(metrics, metrics.Metric):
        if kind in (metrics.Mean, metrics.Sum):
            out.append(metric_case(kind, (REAL, None), (REAL[:, 0], WEIGHTS), name="mine", dtype="float64"))
        elif kind is not metrics.MeanMetricWrapper:
            weight = None if kind is metrics.BinaryIoU else WEIGHTS
            twice(kind, *example(kind), sample_weight=weight, name="mine", dtype="float64", **needed(kind))
    return out


def rarer_arguments(twice):
    twice(metrics.SparseTopKCategoricalAccuracy, CLASSES, np.array([[0, 1, 2], [1, 0, 2], [1, 2, 0], [0, 2, 1]], "int32"), k=2, from_sorted_ids=True)
    twice(metrics.CategoricalCrossentropy, ONE_HOT, SIMPLEX, sample_weight=None, axis=0)
    twice(metrics.SparseCategoricalCrossentropy, CLASSES, SIMPLEX, ignore_class=1)
    twice(metrics.SparseCategoricalCrossentropy, CLASSES, SIMPLEX, axis=1)
    twice(metrics.SparseCategoricalCrossentropy, CLASSES, LOGITS, ignore_class=0, from_logits=True)
    for kind in (metrics.PearsonCorrelation, metrics.ConcordanceCorrelation):
        twice(kind, REAL, REAL_PREDICTED, sample_weight=None, axis=0)
        twice(kind, REAL, REAL_PREDICTED, sample_weight=None, axis=[0, 1])
    for kind in (metrics.PrecisionAtRecall, metrics.RecallAtPrecision, metrics.SensitivityAtSpecificity, metrics.SpecificityAtSensitivity):
        twice(kind, BITS, PROBABILITIES, num_thresholds=7, **needed(kind))
        twice(kind, BITS, PROBABILITIES, class_id=1, **needed(kind))
    twice(metrics.AUC, BITS, PROBABILITIES, multi_label=True, num_labels=3)
    predicted = np.array([0, 1, 1, 2], "int32")
    for kind in (metrics.IoU, metrics.MeanIoU):
        more = needed(kind)
        twice(kind, CLASSES, predicted, ignore_class=1, **more)
        twice(kind, ONE_HOT, predicted, sparse_y_true=False, **more)
        twice(kind, CLASSES, SIMPLEX, sparse_y_pred=False, **more)
        three = np.eye(3, dtype="float32")[[0, 2, 1]], simplex(204, (3, 3))
        twice(kind, *three, sample_weight=None, sparse_y_true=False, sparse_y_pred=False, axis=0, **more)
    for kind in (metrics.OneHotIoU, metrics.OneHotMeanIoU):
        more = needed(kind)
        twice(kind, ONE_HOT, SIMPLEX, ignore_class=1, **more)
        twice(kind, ONE_HOT, predicted, sparse_y_pred=True, **more)
        twice(kind, np.eye(3, dtype="float32")[[0, 2, 1]], simplex(204, (3, 3)), sample_weight=None, axis=0, **more)
    twice(metrics.BinaryIoU, BITS, PROBABILITIES, sample_weight=None, target_class_ids=[1])


def compiled():
    """What evaluate() reports for a model that hands its input on, by loss, labels and metrics."""
    out = []

    def add(name, x, y, loss, metric_list, weighted=None, sample_weight=None, mask_zero=False):
        keras.backend.clear_session()
        model = keras.Sequential([keras.Input(x.shape[1:])] + ([layers.Masking()] if mask_zero else []) + [layers.Activation("linear")])
        model.compile(loss=loss, metrics=metric_list, weighted_metrics=weighted, jit_compile=False)
        logs = model.evaluate(x, y, sample_weight=sample_weight, batch_size=3, verbose=0, return_dict=True)
        values = model.evaluate(x, y, sample_weight=sample_weight, batch_size=3, verbose=0)
        out.append({"name": name, "x": tensor(x), "y": tensor(y), "loss": loss, "metrics": metric_list, "weighted_metrics": weighted,
                    "sample_weight": None if sample_weight is None else tensor(sample_weight), "masking": mask_zero, "batch_size": 3,
                    "logs": logs, "values": values, "metrics_names": model.metrics_names})

    accuracy = ["accuracy"]
    add("accuracy is binary: one column", PROBABILITIES[:, :1], BITS[:, :1], "binary_crossentropy", accuracy)
    add("accuracy is binary: labels without the last axis", PROBABILITIES[:, :1], BITS[:, 0], "binary_crossentropy", accuracy)
    add("accuracy with several columns of bits", PROBABILITIES, BITS, "binary_crossentropy", accuracy)
    add("accuracy is categorical", SIMPLEX, ONE_HOT, "categorical_crossentropy", accuracy)
    add("accuracy is sparse", SIMPLEX, CLASSES, "sparse_categorical_crossentropy", accuracy)
    add("accuracy is sparse: labels with a last axis", SIMPLEX, CLASSES[:, None], "sparse_categorical_crossentropy", accuracy)
    add("accuracy with mse", REAL_PREDICTED[:, :1], REAL[:, :1], "mse", accuracy)
    add("acc", PROBABILITIES[:, :1], BITS[:, :1], "binary_crossentropy", ["acc"])
    add("short names", REAL_PREDICTED, REAL, "mse", ["mae", "mse", "mean_absolute_error", "mape", "cosine_similarity"])
    add("class names", PROBABILITIES[:, :1], BITS[:, :1], "BinaryCrossentropy", ["AUC", "Precision", "BinaryAccuracy"])
    add("no metrics", REAL_PREDICTED, REAL, "mae", None)
    add("the same metric twice", REAL_PREDICTED, REAL, "mae", ["mse", "mse"])
    add("weights leave metrics alone", REAL_PREDICTED, REAL, "mse", ["mae"], None, WEIGHTS)
    add("weighted metrics", REAL_PREDICTED, REAL, "mse", ["mae"], ["mae"], WEIGHTS)
    add("weighted accuracy", PROBABILITIES[:, :1], BITS[:, :1], "binary_crossentropy", None, ["accuracy"], WEIGHTS)
    masked = REAL_PREDICTED[:3, :3, None].copy()
    masked[~SEQUENCE_MASK] = 0
    add("mask", masked, REAL[:3, :3, None], "mse", ["mae"], ["mse"], None, True)
    return out


if __name__ == "__main__":
    everything = loss_cases()
    write("losses", {"cases": everything})
    write("metrics", {"cases": metric_cases()})
    write("metric_arguments", {"cases": metric_arguments()})
    write("compiled", {"cases": compiled()})
