"""One item of each type, and forms of them, for the tests and the pictures of pages."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from mediaquiz.app.assemble import Request, assemble
from mediaquiz.model.deck import Deck
from mediaquiz.model.item import (
    Choice,
    Cloze,
    Content,
    Item,
    ListAll,
    Match,
    Multi,
    Order,
    Practice,
    Provenance,
    Recall,
    Short,
    TrueFalse,
)
from mediaquiz.model.stages import Shipment

CONTENTS: dict[str, Content] = {
    "recall": Recall("Why does bread dough rest?", "The gluten relaxes, so the dough can be shaped."),
    "short": Short("What makes dough rise?", "yeast", ("baker's yeast", "sourdough starter")),
    "cloze": Cloze("Steam keeps the {{crust}} soft while the loaf grows.", ("outside",), "the outer part"),
    "choice": Choice("Which flour holds most water?", "wholemeal", ("pastry flour", "rice flour", "maize flour")),
    "multi": Multi("Which belong into every dough?", ("flour", "water"), ("butter", "seeds")),
    "truefalse": TrueFalse("Salt makes yeast work faster.", False, "It slows the yeast down."),
    "order": Order("Bring a loaf to the table.", ("knead", "proof", "bake", "cool")),
    "list": ListAll("Name the three stages of mixing.", ("pick-up", "clean-up", "development"), ((), ("cleanup",), ())),
    "match": Match("What does each do?", (("salt", "slows"), ("sugar", "browns"), ("fat", "softens"))),
    "practice": Practice("Fold one dough four times.", "It springs back slowly.", "20 minutes"),
}
"""A content of each type, under the type's name."""

WHY = "Time does the work that hands need not do."
QUOTE = "A dough that rests is a dough that can be shaped."
KOREAN = Choice("반죽을 쉬게 하면 무엇이 풀리나요?", "글루텐", ("소금", "설탕", "효모"))


def item(name: str, content: Content, lang: str = "", tags: tuple[str, ...] = ()) -> Item:
    """An item whose id begins with a short name."""
    source = Provenance("0" * 12, "sample", QUOTE)
    return Item(id=name.ljust(12, "x"), content=content, explain=WHY, source=source, lang=lang, tags=tags)


def deck(contents: Mapping[str, Content], title: str = "Bread") -> Deck:
    """A deck of items named by their keys."""
    stem = title.lower().replace(" ", "-")
    return Deck(
        f"decks/{stem}.yaml", f"lessons/{stem}.md", title, items=tuple(item(*pair) for pair in contents.items())
    )


def shipment(*decks: Deck, forms: Iterable[str] = (), seed: int = 17, **options: str) -> Shipment:
    """All items of decks as one quiz, or as several forms, with the options of the format."""
    made, problems = assemble(decks, Request(seed=seed, forms=tuple(forms)))
    assert not problems
    options = {"title": "Bread and dough", **options}
    told = {name.replace("_", ".", 1): value for name, value in options.items()}
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)
    return Shipment("bread", "Bread and dough", tuple(decks), now, options=told, forms=made)


def every_type(**options: str) -> Shipment:
    """A quiz with an item of each type and one in Korean."""
    return shipment(deck({**CONTENTS, "korean": KOREAN}), **options)
