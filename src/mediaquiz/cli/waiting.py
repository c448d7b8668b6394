"""How far a long command is: one line on the error stream that goes away at the end."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mediaquiz.cli.context import Context
from mediaquiz.cli.layout import width
from mediaquiz.cli.ui import is_tty

AFTER_S = 1.0
"""Seconds that a command may take without a word."""
_EVERY_S = 0.1


@contextmanager
def shown_progress(
    context: Context, key: str, *, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int, int], None] | None]:
    """Gives what is to be told how many things are done, and of how many; None when nobody would see it.

    ``key`` names the text in the catalogue, with ``{done}`` and ``{total}``. Nothing shows in the first second.
    """
    if context.ui.plain or context.json or not is_tty(context.ui.err):
        yield None
        return
    line = _Line(context, key, clock)
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    """The line, and when it may be written next."""

    def __init__(self, context: Context, key: str, clock: Callable[[], float]) -> None:
        self.context = context
        self.key = key
        self.clock = clock
        self.next_at = clock() + AFTER_S
        self.widest = 0

    def tell(self, done: int, total: int) -> None:
        if self.clock() < self.next_at:
            return
        self.next_at = self.clock() + _EVERY_S
        text = self.context.texts(self.key, done=done, total=total)
        self.widest = max(self.widest, width(text))
        self._write(f"\r{text}")

    def clear(self) -> None:
        if self.widest:
            self._write(f"\r{' ' * self.widest}\r")

    def _write(self, text: str) -> None:
        self.context.ui.err.write(text)
        self.context.ui.err.flush()
