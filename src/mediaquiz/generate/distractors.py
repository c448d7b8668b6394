"""Distractors: the answer's own siblings, chosen so that neither length nor position tells the key."""

from collections.abc import Sequence

from mediaquiz.text import fingerprint, squash

MOST = 3


def pick(key: str, siblings: Sequence[str], *, seed: str) -> tuple[str, ...]:
    """Up to three siblings, those nearest in length first among equals by a hash of the seed; never the key itself.

    Where a sibling is longer than the key and another shorter, one of each is taken, so the key is neither always
    the longest nor always the shortest.
    """
    pool = [s for s in dict.fromkeys(siblings) if squash(s) != squash(key)]
    ranked = sorted(pool, key=lambda s: (abs(len(s) - len(key)) // 6, fingerprint(seed + s)))
    longer = [s for s in ranked if len(s) > len(key)]
    shorter = [s for s in ranked if len(s) <= len(key)]
    chosen = [*longer[:1], *shorter[:1]]
    chosen += [s for s in ranked if s not in chosen][: MOST - len(chosen)]
    return tuple(s for s in pool if s in chosen)
