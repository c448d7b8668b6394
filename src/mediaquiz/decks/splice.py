"""A changed deck written back into the text that a human may have edited.

Only what changed is touched: a field's value, a new field, a new or deleted item. Comments, order, blank lines, line
ends and the style of everything else stay, so that a one-field edit is a one-line diff.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mediaquiz.decks.dump import (
    Fields,
    deck_fields,
    dump,
    entries_block,
    item_fields,
    items_section,
    removed_fields,
    removed_section,
)
from mediaquiz.decks.emit import entry, value
from mediaquiz.decks.load import Loaded, load
from mediaquiz.decks.page import Edit, Page
from mediaquiz.decks.yamltext import BOM, Node
from mediaquiz.errors import MediaquizError, NewerVersion
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import Item


def splice(loaded: Loaded, deck: Deck) -> str:
    """The file's text, changed so that it says ``deck``; the very same text when nothing changed.

    Loading the result gives ``deck``, its texts cleaned. Where the file's layout allows no small change (a deck in
    one line of braces, say), the whole is written anew. Raises NewerVersion for a deck of a newer version, and
    MediaquizError for one with errors: writing those back would lose what was not understood.
    """
    _refuse(loaded)
    if deck == loaded.deck:
        return loaded.text
    page = Page(loaded.body)
    text = _spliced(loaded, page, deck)
    # What is written must say what was meant, whatever a human did to the layout: so what changed is read back first.
    telling = replace(deck, items=_telling(loaded.deck.items, deck.items))
    if not _says(text if telling == deck else _spliced(loaded, page, telling), telling):
        text = page.native(dump(deck))
    return BOM + text if loaded.text.startswith(BOM) else text


def _says(text: str, deck: Deck) -> bool:
    """Whether reading the text gives the deck."""
    return load(text, deck.path).deck == load(dump(deck), deck.path).deck


def _telling(olds: Sequence[Item], items: Sequence[Item]) -> tuple[Item, ...]:
    """The items without those that stand unchanged between two others that do.

    Such an item's lines are copied together with its neighbours', so reading them again would tell nothing.
    """
    place_of = {item.id: place for place, item in enumerate(olds) if item.id}
    places = [place_of.get(item.id, -1) for item in items]
    still = [place >= 0 and olds[place] == item for place, item in zip(places, items, strict=True)]
    dull = (
        all(still[at - 1 : at + 2]) and places[at - 1] + 1 == places[at] == places[at + 1] - 1
        for at in range(1, len(items) - 1)
    )
    return tuple(item for item, skip in zip(items, (False, *dull, False), strict=False) if not skip)


def _refuse(loaded: Loaded) -> None:
    path = loaded.deck.path
    if loaded.newer:
        raise NewerVersion(f"{path} was written by a newer mediaquiz", hint="Update mediaquiz to change this deck.")
    if not loaded.writable:
        raise MediaquizError(f"{path} has errors, so it was left as it is", hint="Correct the deck, then try again.")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a deck-level list as it should be: its fields, and which old entry it is, with that one's fields.

    An entry that stays as it is needs no fields.
    """

    fields: Fields
    index: int | None = None
    before: Mapping[str, object] | None = None

    @property
    def same(self) -> bool:
        return self.before == self.fields


def _spliced(loaded: Loaded, page: Page, deck: Deck) -> str:
    root, old = loaded.root, loaded.deck
    if root is None or root.flow:
        return page.native(dump(deck))
    edits = [*_field_edits(page, root, deck_fields(old), deck_fields(deck))]
    edits += _list_edits(page, root, "items", _item_entries(old, deck), len(old.items), lambda: items_section(deck))
    edits += _list_edits(
        page, root, "removed", _removed_entries(old, deck), len(old.removed), lambda: removed_section(deck)
    )
    return page.edited(edits, 0, len(page.text))


def _item_entries(old: Deck, deck: Deck) -> list[_Entry]:
    """The deck's items, each with the old item that it was."""
    entries = []
    for item, place in zip(deck.items, _places(old.items, deck.items), strict=True):
        if place is None:
            entries.append(_Entry(item_fields(item)))
        elif old.items[place] == item:
            entries.append(_Entry({}, place, {}))
        else:
            entries.append(_Entry(item_fields(item), place, item_fields(old.items[place])))
    return entries


def _places(olds: Sequence[Item], items: Sequence[Item]) -> list[int | None]:
    """For each item its place among the old ones: by id; by what it says if that had no id; by type if neither."""
    by_id = {item.id: place for place, item in enumerate(olds) if item.id}
    places = [by_id.get(item.id) for item in items]
    nameless = {place for place, item in enumerate(olds) if not item.id}
    for key in (_saying, _of_type):
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for place in sorted(nameless):
            waiting[key(olds[place])].append(place)
        for index, item in enumerate(items):
            if places[index] is None and waiting[key(item)]:
                places[index] = waiting[key(item)].popleft()
        nameless -= {place for place in places if place is not None}
    return places


def _saying(item: Item) -> Hashable:
    """All that an item says but for its id."""
    return repr(replace(item, id=""))


def _of_type(item: Item) -> Hashable:
    return item.type


def _removed_entries(old: Deck, deck: Deck) -> list[_Entry]:
    known = {removed: index for index, removed in enumerate(old.removed)}
    fields = [(removed_fields(removed), known.pop(removed, None)) for removed in deck.removed]
    return [_Entry(now, index, None if index is None else now) for now, index in fields]


def _list_edits(
    page: Page, root: Node, name: str, entries: Sequence[_Entry], count: int, section: Callable[[], str]
) -> Iterator[Edit]:
    """Edits that give a deck-level list, which had ``count`` entries, its new ones; ``section`` gives it anew."""
    if [entry.index for entry in entries] == list(range(count)) and all(entry.same for entry in entries):
        return
    key, node = next(((key, node) for key, node in root.pairs if key.text == name), (None, None))
    if key is None or node is None:
        end = page.line_after(root.end)
        gap = "\n" if page.text[:end].endswith("\n") else "\n\n"
        yield Edit(end, end, page.native(gap + section()))
        return
    colon = page.colon(key)
    if entries and node.children and not node.flow:
        start, dash = page.line_after(colon), node.start.column - 1
        yield Edit(start, page.after(node.end, dash), _list_text(page, start, node, entries))
    else:
        yield Edit(key.start.offset, page.line_after(max(node.end, colon + 1)), page.native(section()))


def _list_text(page: Page, start: int, node: Node, entries: Sequence[_Entry]) -> str:
    """The lines of a list whose first entry may begin at ``start``: kept entries as they stand, with what is above."""
    dash = node.start.column - 1
    ends = [page.after(child.end, dash) for child in node.children]
    parts: list[str] = []
    for one in entries:
        if one.index is None:
            gap, body = "", page.native(entries_block(one.fields, dash))
        else:
            child, end = node.children[one.index], ends[one.index]
            line = page.line_start(page.text.rindex("-", 0, child.start.offset + 1))
            gap = page.text[(start, *ends)[one.index] : line]
            body = _entry_text(page, child, one, line, end, dash)
        if not parts:
            gap = gap.lstrip("\r\n")
        elif not one.index and not gap.startswith(("\r", "\n")):
            gap = page.newline + gap
        parts += [gap, body if body.endswith("\n") else body + page.newline]
    return "".join(parts)


def _entry_text(page: Page, child: Node, one: _Entry, line: int, end: int, dash: int) -> str:
    if one.same or one.before is None:
        return page.text[line:end]
    if child.flow:
        return page.native(entries_block(one.fields, dash))
    return page.edited(_field_edits(page, child, one.before, one.fields), line, end)


def _field_edits(page: Page, node: Node, old: Mapping[str, object], new: Fields) -> Iterator[Edit]:
    """Edits that bring the fields of a mapping from their old to their new values."""
    indent = node.start.column - 1
    pad = " " * indent
    given = {key.text: (key, value) for key, value in node.pairs}
    at = None
    for name, content in new.items():
        changed = old.get(name) != content
        if name in given:
            key, held = given[name]
            at = page.after(held.end, indent)
            if changed:
                colon = page.colon(key)
                end, commented = page.value_end(held, colon)
                written = value(name, content, indent, one_line=commented)
                yield Edit(colon, end, page.native(f":{written}"))
        elif changed and at is None:
            first = node.start.offset
            yield Edit(first, first, page.native(f"{entry(name, content, indent)}\n{pad}"))
        elif changed and at is not None:
            gap = "" if page.text[:at].endswith("\n") else "\n"
            yield Edit(at, at, page.native(f"{gap}{pad}{entry(name, content, indent)}\n"))
    yield from _cuts(page, node, {name for name in old if name not in new}, indent)


def _cuts(page: Page, node: Node, names: set[str], indent: int) -> Iterator[Edit]:
    """Edits that take fields away; the one behind a list's hyphen makes room for the next."""
    pairs = list(node.pairs)
    for place, (key, held) in enumerate(pairs):
        if key.text not in names:
            continue
        if place == 0 and len(pairs) > 1:
            yield Edit(key.start.offset, pairs[1][0].start.offset, "")
        else:
            yield Edit(page.line_start(key.start.offset), page.after(held.end, indent), "")
