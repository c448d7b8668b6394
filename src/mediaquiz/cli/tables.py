"""Tables of numbers on a terminal."""

from collections.abc import Sequence

from mediaquiz.cli.context import Context
from mediaquiz.cli.layout import pad, width


def table(context: Context, rows: Sequence[tuple[str, ...]]) -> None:
    """Rows of a name and numbers; the numbers end below each other."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for name, *cells in rows:
        right = [" " * (wide - width(cell)) + cell for wide, cell in zip(widths[1:], cells, strict=True)]
        context.ui.line("  " + "  ".join([pad(name, widths[0]), *right]).rstrip())
