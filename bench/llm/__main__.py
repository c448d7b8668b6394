"""Prints how many labelled items of chats' replies the gates let through, by label.

A reply is JSON as ``import items`` takes it; each item has a ``label`` beside: ``fine``, or what is wrong with it.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from bench.pipes import stop_with_the_reader
from mediaquiz.app.proposals import judged, understood
from mediaquiz.formats import reader
from mediaquiz.model.arrival import Incoming, Parcel
from mediaquiz.model.concept import Extract
from mediaquiz.model.item import Status
from mediaquiz.model.views import prompt

HERE = Path(__file__).parent
LESSONS = (
    "tides bread locks generative pipeline themes bees brief quakes cheese"
    " central-bank sleep roman-roads resistance leaf-energy printing glass court-appeal".split()
)
"""Lessons of their own, that stay as they are: a reply quotes the words that it was given."""
FINE = "fine"
Row = tuple[str, str, str]
"""The label of an item, its question, and why it was refused (empty when it passed)."""


def rows(lesson: Path, reply: Path) -> list[Row]:
    """What became of each item of a reply to the lesson."""
    data = reply.read_bytes()
    labels = [item["label"] for item in json.loads(data)["items"]]
    arrival, problems = reader("items")(Parcel(reply.name, data))
    found, _ = understood(lesson, lesson.name)
    told = {one.span.start: label for one, label in zip(arrival.items, labels, strict=True)}
    assert not problems, problems
    return [(told[one.span.start], prompt(one.item.content), _verdict(found, one)) for one in arrival.items]


def _verdict(found: Extract, one: Incoming) -> str:
    """Why an item is refused on its own: that two items of a reply are alike is no fault of the second one."""
    return next((f"{no.code} {no.reason}" for no in judged(found, [one], (), Status.DRAFT).refused), "")


def corpus() -> list[Row]:
    """What became of all labelled items."""
    return [row for name in LESSONS for row in rows(HERE / "lessons" / f"{name}.md", HERE / "replies" / f"{name}.json")]


def caught(found: list[Row]) -> tuple[float, float]:
    """The shares of the bad items and of the fine ones that were refused."""
    bad = [bool(why) for label, _, why in found if label != FINE]
    fine = [bool(why) for label, _, why in found if label == FINE]
    return sum(bad) / max(1, len(bad)), sum(fine) / max(1, len(fine))


def main() -> None:
    """The table, and every item that the gates got wrong."""
    named = list(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    found = [row for lesson, reply in named for row in rows(Path(lesson), Path(reply))] if named else corpus()
    totals, refused = Counter(row[0] for row in found), Counter(row[0] for row in found if row[2])
    for label, count in totals.most_common():
        print(f"{label:12} {count:4} items, {refused[label]:4} refused")
    bad, fine = caught(found)
    print(f"{len(found)} items: {bad:.0%} of the bad refused, {fine:.0%} of the fine")
    for label, question, why in found:
        if (label == FINE) == bool(why):
            print(f"  {label}: {question} {why and '<- ' + why}")


if __name__ == "__main__":
    stop_with_the_reader()
    main()
