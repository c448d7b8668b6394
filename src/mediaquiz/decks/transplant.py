"""Entries of one deck's text put into another's as they stand: comments, order of fields and style go along."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from mediaquiz.decks.dump import dump
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.page import Page
from mediaquiz.decks.splice import splice
from mediaquiz.decks.yamltext import Kind, Node
from mediaquiz.model.deck import Deck

_COLUMN = 3
"""Where the hyphens of a new file's items stand, counted from 1."""


def transplanted(target: Loaded | None, deck: Deck, source: Loaded, ids: Collection[str]) -> str:
    """The text of ``target`` (None for a new file) changed so that it says ``deck``.

    ``deck`` is the target's with the items of ``source`` that have these ids, behind its own. Where both files are
    laid out as mediaquiz lays them out, their lines are copied, else they are written anew.
    """
    own = replace(deck, items=tuple(item for item in deck.items if item.id not in ids))
    base, anew = ((splice(target, one) if target else dump(one)) for one in (own, deck))
    copied = _planted(load(base, deck.path), _blocks(source, ids))
    return copied if copied and load(copied, deck.path).deck == load(anew, deck.path).deck else anew


def _items(loaded: Loaded) -> tuple[Node, Node] | None:
    """The key and the node of the list of items."""
    root = loaded.root
    pairs = root.pairs if root and root.kind is Kind.MAP and not root.flow else ()
    return next(((key, node) for key, node in pairs if key.text == "items"), None)


def _blocks(source: Loaded, ids: Collection[str]) -> Sequence[str]:
    """The lines of the items, with the comments above each; none when the file is laid out otherwise."""
    found = _items(source)
    if found is None or found[1].flow or found[1].start.column != _COLUMN:
        return ()
    page, blocks = Page(source.body), []
    start = page.line_after(page.colon(found[0]))
    for item, node in zip(source.deck.items, source.nodes, strict=True):
        end = page.after(node.end, _COLUMN - 1)
        if item.id in ids:
            blocks.append(page.text[start:end].replace("\r\n", "\n").strip("\n") + "\n")
        start = end
    return blocks


def _planted(base: Loaded, blocks: Sequence[str]) -> str:
    """The text with the blocks behind its last item; empty when its layout has no place for them."""
    found = _items(base)
    if found is None or not blocks:
        return ""
    (key, node), page = found, Page(base.body)
    mark, text = base.text[: len(base.text) - len(base.body)], "\n".join(blocks)
    if not node.children:
        start, end = key.start.offset, page.line_after(max(node.end, page.colon(key) + 1))
        text = f"items:\n{text}"
    elif not node.flow and node.start.column == _COLUMN:
        start = end = page.after(node.end, _COLUMN - 1)
        text = ("\n" if page.text[:start].endswith("\n") else "\n\n") + text
    else:
        return ""
    return mark + page.text[:start] + page.native(text) + page.text[end:]
