"""Means, medians, spreads."""

import math as _math
from collections import Counter as _Counter


class StatisticsError(ValueError):
    pass


def _some(data, name):
    data = list(data)
    if not data:
        raise StatisticsError(f'{name} requires at least one data point')
    return data


def _quotient(total, n):
    whole = isinstance(total, int) and total % n == 0
    return total // n if whole else total / n


def _total(data):
    return sum(data) if all(isinstance(x, int) for x in data) else _math.fsum(data)


def mean(data):
    data = _some(data, 'mean')
    return _quotient(_total(data), len(data))


def fmean(data, weights=None):
    data = _some(data, 'fmean')
    if weights is None:
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    return _math.fsum(x * w for x, w in zip(data, weights)) / _math.fsum(weights)


def geometric_mean(data):
    data = _some(data, 'geometric mean')
    return _math.exp(fmean([_math.log(x) for x in data]))


def harmonic_mean(data):
    data = _some(data, 'harmonic_mean')
    if any(x == 0 for x in data):
        return 0
    return _quotient(len(data), 1) / _math.fsum(1 / x for x in data)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def mode(data):
    common = _Counter(data).most_common(1)
    if not common:
        raise StatisticsError('no mode for empty data')
    return common[0][0]


def multimode(data):
    counts = _Counter(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(data, center):
    middle = mean(data) if center is None else center
    return _total([(x - middle) ** 2 for x in data])


def pvariance(data, mu=None):
    data = _some(data, 'pvariance')
    return _quotient(_squares(data, mu), len(data))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    return _quotient(_squares(data, xbar), len(data) - 1)


def pstdev(data, mu=None):
    return _math.sqrt(pvariance(data, mu))


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _math.sqrt(variance(data, xbar))


def quantiles(data, *, n=4, method='exclusive'):
    data = sorted(data)
    if n < 1:
        raise StatisticsError('n must be at least 1')
    if len(data) < 2:
        raise StatisticsError('must have at least two data points')
    cuts = []
    if method == 'inclusive':
        m = len(data) - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            cuts.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return cuts
    m = len(data) + 1
    for i in range(1, n):
        j = min(max(i * m // n, 1), len(data) - 1)
        delta = i * m - j * n
        cuts.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return cuts


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    mx, my = _math.fsum(x) / len(x), _math.fsum(y) / len(y)
    return [(a - mx) for a in x], [(b - my) for b in y]


def covariance(x, y, /):
    a, b = _pairs(x, y, 'covariance')
    return _math.fsum(p * q for p, q in zip(a, b)) / (len(a) - 1)


def correlation(x, y, /):
    a, b = _pairs(x, y, 'correlation')
    both = _math.fsum(p * q for p, q in zip(a, b))
    return both / _math.sqrt(_math.fsum(p * p for p in a) * _math.fsum(q * q for q in b))
