"""Splitting data in two, with the draws of scikit-learn."""

import math

import numpy as np


def _count(size, total, name, round_up):
    if isinstance(size, float):
        if not 0 < size < 1:
            raise ValueError(
                f"The {name!r} parameter of train_test_split must be a float in the range"
                f" (0.0, 1.0), an int in the range [1, inf) or None. Got {size!r} instead.")
        return math.ceil(size * total) if round_up else math.floor(size * total)
    return size


def _counts(total, test_size, train_size):
    if test_size is None and train_size is None:
        test_size = 0.25
    test = None if test_size is None else _count(test_size, total, "test_size", True)
    train = None if train_size is None else _count(train_size, total, "train_size", False)
    if test is None:
        test = total - train
    if train is None:
        train = total - test
    if train + test > total:
        raise ValueError(
            f"The sum of train_size and test_size = {train + test}, should be smaller than the"
            f" number of samples {total}. Reduce test_size and/or train_size.")
    if train <= 0:
        raise ValueError(
            f"With n_samples={total}, test_size={test_size} and train_size={train_size}, the"
            " resulting train set will be empty. Adjust any of the aforementioned parameters.")
    return train, test


def _shares(counts, draws, rng):
    """How many of each class, as near to their share as whole numbers come."""
    exact = np.array(counts) / sum(counts) * draws
    whole = [math.floor(each) for each in exact]
    need = draws - sum(whole)
    rest = [e - w for e, w in zip(exact, whole)]
    for value in sorted(set(rest), reverse=True):
        if need <= 0:
            break
        places = [i for i, each in enumerate(rest) if each == value]
        now = min(len(places), need)
        for i in rng.choice(places, size=now, replace=False):
            whole[int(i)] += 1
        need -= now
    return whole


def _by_class(labels, train, test, rng):
    keys = [tuple(each) if hasattr(each, "__len__") and not isinstance(each, str) else each
            for each in labels]
    names = sorted(set(keys))
    places = {name: [] for name in names}
    for i, key in enumerate(keys):
        places[key].append(i)
    counts = [len(places[name]) for name in names]
    if min(counts) < 2:
        raise ValueError(
            "The least populated class in y has only 1 member, which is too few. The minimum"
            " number of groups for any class cannot be less than 2.")
    of_train = _shares(counts, train, rng)
    of_test = _shares([c - t for c, t in zip(counts, of_train)], test, rng)
    first, second = [], []
    for i, name in enumerate(names):
        order = [places[name][int(k)] for k in rng.permutation(counts[i])]
        first.extend(order[:of_train[i]])
        second.extend(order[of_train[i]:of_train[i] + of_test[i]])
    return rng.permutation(first), rng.permutation(second)


def _take(array, places):
    if hasattr(array, "shape"):
        return array[np.array(places, dtype="int64")]
    return [array[int(i)] for i in places]


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True,
                     stratify=None):
    """Every array in two parts: train, test, train, test, ..."""
    if not arrays:
        raise ValueError("At least one array required as input")
    lengths = [len(each) for each in arrays]
    if len(set(lengths)) > 1:
        raise ValueError(
            f"Found input variables with inconsistent numbers of samples: {lengths}")
    total = lengths[0]
    train, test = _counts(total, test_size, train_size)
    if not shuffle:
        if stratify is not None:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        order = range(total)
        first, second = list(order)[:train], list(order)[train:train + test]
    else:
        rng = np.random if random_state is None else random_state
        if isinstance(rng, int):
            rng = np.random.RandomState(rng)
        if stratify is not None:
            first, second = _by_class(stratify, train, test, rng)
        else:
            order = rng.permutation(total)
            first, second = order[test:test + train], order[:test]
    parts = []
    for each in arrays:
        parts.append(_take(each, first))
        parts.append(_take(each, second))
    return parts
