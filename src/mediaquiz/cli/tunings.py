"""What a learner tuned in Anki, and the commands that would take it over."""

from typing import TYPE_CHECKING

from mediaquiz.cli.context import Context

if TYPE_CHECKING:
    from mediaquiz.app.tunings import Offer


def show_offers(context: Context, offers: "tuple[Offer, ...]") -> None:
    """Each offer in words, and its commands, each on one line however long, so that it can be copied."""
    for offer in offers:
        what = ", ".join(context.texts(f"tuned.{name}", value=value) for name, value in offer.values.items())
        context.ui.say(context.texts("tuned", n=offer.tuning.cards, name=offer.tuning.name, what=what))
        for command in _commands(offer):
            context.ui.line((f"  {command}", "key"))


def told(offers: "tuple[Offer, ...]") -> dict[str, object]:
    """The same for programs; nothing without offers."""
    rows = [
        {"name": one.tuning.name, "cards": one.tuning.cards, "settings": dict(one.values), "commands": _commands(one)}
        for one in offers
    ]
    return {"tuned": rows} if rows else {}


def _commands(offer: "Offer") -> list[str]:
    from mediaquiz.app.configure import shown

    return [f"mediaquiz config {name} {shown(value)}" for name, value in offer.values.items()]
