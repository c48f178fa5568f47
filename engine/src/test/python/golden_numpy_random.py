"""Draws of NumPy's RandomState, one after another from one generator each."""

import numpy as np

from golden import write


def case(seed):
    r = np.random.RandomState(seed)
    ten = np.arange(10)
    r.shuffle(ten)
    return {
        "seed": seed,
        "shuffle": ten,
        "rand": r.rand(5),
        "randn": r.randn(7),
        "randint": r.randint(0, 1000, 8),
        "wide": r.randint(-(2**40), 2**40, 4),
        "permutation": r.permutation(20),
        "normal": r.normal(3.0, 0.5, 3),
        "uniform": r.uniform(-2.0, 5.0, 4),
        "choice": r.choice(50, 6),
        "choice_once": r.choice(50, 6, replace=False),
        "weighted": r.choice(4, 8, p=[0.1, 0.2, 0.3, 0.4]),
        "one": r.randint(7, 8, 3),
        "last": r.rand(2),
    }


def long_shuffle():
    x = np.arange(25000)
    np.random.RandomState(113).shuffle(x)
    return {"first": x[:50], "last": x[-50:]}


def generator(seed):
    r = np.random.default_rng(seed)
    return {
        "seed": seed,
        "random": r.random(5),
        "integers": r.integers(0, 1000, 7),
        "coin": r.integers(2, size=9),
        "wide": r.integers(-(2**40), 2**40, 4),
        "permutation": r.permutation(20),
        "last": r.random(2),
        "normal": r.standard_normal(6),
        "scaled": r.normal(3.0, 0.5, 2),
        "choice": r.choice(50, 6),
        "choice_once": r.choice(50, 6, replace=False),
        "choice_of_many": r.choice(20000, 500, replace=False)[:9],
        "choice_in_order": r.choice(50, 6, replace=False, shuffle=False),
        "weighted": r.choice(4, 8, p=[0.1, 0.2, 0.3, 0.4]),
        "weighted_once": r.choice(4, 3, p=[0.1, 0.2, 0.3, 0.4], replace=False),
        "poisson": np.concatenate([r.poisson(3, 4), r.poisson(40, 4)]),
        "binomial": np.concatenate([r.binomial(10, 0.3, 4), r.binomial(20, 0.9, 4)]),
        "laplace": r.laplace(1.0, 2.0, 3),
        "sum_of_normals": np.sum(r.standard_normal(200_000)),
        "after": r.random(2),
    }


def distributions(seed):
    r = np.random.RandomState(seed)
    return {
        "seed": seed,
        "exponential": r.standard_exponential(3),
        "gamma_small": r.standard_gamma(0.5, 3),
        "gamma_one": r.standard_gamma(1.0, 2),
        "gamma_large": r.standard_gamma(4.5, 3),
        "beta_small": r.beta(0.5, 0.7, 3),
        "beta": r.beta(2.0, 3.0, 3),
        "laplace": r.laplace(1.0, 2.0, 3),
        "poisson": np.concatenate([r.poisson(3, 4), r.poisson(40, 4)]),
        "binomial": np.concatenate([r.binomial(10, 0.3, 4), r.binomial(20, 0.9, 4)]),
        "multinomial": r.multinomial(12, [0.2, 0.3, 0.5]),
        "dirichlet": r.dirichlet([1.0, 2.0, 0.5]),
        "weighted_once": r.choice(4, 3, p=[0.1, 0.2, 0.3, 0.4], replace=False),
        "last": r.rand(2),
    }


if __name__ == "__main__":
    write("numpy_random", {"distributions": [distributions(s) for s in (0, 7, 113)], "generators": [generator(s) for s in (0, 1, 42, 2**32 + 7, 2**62)], "cases": [case(s) for s in (0, 1, 42, 113, 2**32 - 1)], "imdb": long_shuffle()})
