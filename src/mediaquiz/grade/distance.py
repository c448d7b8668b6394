"""Edit distance with swaps of neighbours (optimal string alignment)."""


def within(left: str, right: str, budget: int) -> bool:
    """Whether at most ``budget`` insertions, deletions, changes and swaps of neighbours part the two texts."""
    return abs(len(left) - len(right)) <= budget and distance(left, right) <= budget


def distance(left: str, right: str) -> int:
    """The number of insertions, deletions, changes and swaps of neighbours from one text to the other."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        row = [i]
        for j, b in enumerate(right, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
