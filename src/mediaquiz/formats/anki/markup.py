"""Texts as the HTML of Anki's fields."""

from collections.abc import Iterable

from mediaquiz.formats.richtext import HOLE, blocks, inert, inline, rich
from mediaquiz.model.views import DELETION
from mediaquiz.text import clean, one_line

__all__ = ["cloze", "inert", "items", "rich", "table"]


def cloze(text: str, hint: str = "") -> str:
    """Cloze text with its one ``{{deletion}}`` as Anki writes it, ``{{c1::deletion::hint}}``."""
    cleaned = clean(text)
    parts = [inline(answer) for answer in DELETION.findall(cleaned)] + [inert(one_line(clean(hint)))]
    # No colon of a part may join with the ``::`` between them.
    deletion = "::".join(part.replace(":", "&#58;") for part in parts if part)
    return blocks(DELETION.sub(HOLE, cleaned)).replace(HOLE, f"{{{{c1::{deletion}}}}}")


def items(texts: Iterable[str], tag: str = "ul", style: str = "") -> str:
    """Texts as an HTML list."""
    attribute = f' class="{style}"' if style else ""
    return f"<{tag}{attribute}>{''.join(f'<li>{rich(text)}</li>' for text in texts)}</{tag}>"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Pairs as an HTML table of two columns."""
    cells = (f"<tr><td>{rich(left)}</td><td>{rich(right)}</td></tr>" for left, right in rows)
    return f"<table>{''.join(cells)}</table>"
