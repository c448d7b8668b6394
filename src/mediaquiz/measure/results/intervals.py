"""How far a figure may be off: 95 % intervals that are honest about small classes."""

import math

Z = 1.959963984540054
"""The standard normal quantile of 0.975."""

Interval = tuple[float, float]


def of_share(share: float, n: int) -> Interval:
    """Wilson's score interval of a mean between 0 and 1 over ``n`` learners (Wilson 1927).

    Exact in kind for right and wrong; for partial credit, whose variance is smaller, it is on the wide side.
    """
    if n <= 0:
        return 0.0, 1.0
    spread = Z * Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(max(share * (1 - share), 0.0) / n + spread / (4 * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def of_correlation(r: float, freedom: int) -> Interval:
    """Fisher's interval of a correlation; ``freedom`` is n - 2 less one for each further group it was pooled over."""
    if freedom < 2:
        return -1.0, 1.0
    if abs(r) >= 1.0:
        return r, r
    half = Z / math.sqrt(freedom - 1)
    middle = math.atanh(r)
    return math.tanh(middle - half), math.tanh(middle + half)


def of_alpha(alpha: float, items: int, n: int) -> Interval:
    """Bonett's interval of Cronbach's alpha (Bonett 2002); it may begin below zero, as alpha itself may."""
    if n < 3 or items < 2 or alpha >= 1.0:
        return (-1.0, 1.0) if alpha < 1.0 else (1.0, 1.0)
    middle = math.log(1 - alpha)
    half = Z * math.sqrt(2 * items / ((items - 1) * (n - 2)))
    return 1 - math.exp(middle + half), 1 - math.exp(middle - half)
