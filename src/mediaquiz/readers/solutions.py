"""Solutions: what a lesson itself answers stands with the question that it answers."""

from collections.abc import Sequence

from mediaquiz.model.frozen import replace
from mediaquiz.model.lesson import Block, Entry, Role

SOLUTION = "solution"


def joined(blocks: Sequence[tuple[Block, str]]) -> list[Block]:
    """The blocks, each run of solutions made one QUESTION block with the exercise above it.

    Its text is the exercise, its only entry (labelled ``solution``) the solution; the exercise stays as it is. A
    solution below no exercise is a worked EXAMPLE.
    """
    found: list[Block] = []
    run: list[Block] = []
    for block, box in [*blocks, (None, "")]:
        if block is not None and box == SOLUTION:
            run.append(block)
            continue
        if run:
            found += _closed(found, run)
            run = []
        if block is not None:
            found.append(block)
    return found


def _closed(above: Sequence[Block], solution: Sequence[Block]) -> list[Block]:
    asked: list[Block] = []
    for block in reversed(above):
        if block.role is not Role.EXERCISE or (asked and block.path != asked[-1].path):
            break
        asked.append(block)
    if not asked:
        return [block.as_role(Role.EXAMPLE) for block in solution]
    text = "\n".join(block.text for block in solution)
    first, last = solution[0], solution[-1]
    entry = Entry(text, label=SOLUTION, line=first.span.start)
    question = "\n".join(block.text for block in reversed(asked))
    span = replace(first.span, end=last.span.end)
    return [Block(Role.QUESTION, question, span, asked[-1].path, entries=(entry,))]
