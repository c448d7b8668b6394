"""Use case: what the results of tests say about their items."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from mediaquiz.app.marking import chosen, share
from mediaquiz.app.recognising import KnownItems
from mediaquiz.app.resultsfile import sheets
from mediaquiz.measure.results.analysis import Analysis, Counted, Studied, Test
from mediaquiz.measure.results.figures import Figures, added
from mediaquiz.measure.results.flags import SMALLEST_GROUP, advice, flags
from mediaquiz.measure.results.tally import ItemKey, Mark, Tally
from mediaquiz.model.deck import Deck
from mediaquiz.model.frozen import dataclass
from mediaquiz.model.item import Choice, Item, ItemType, Multi, TrueFalse
from mediaquiz.model.problem import Problem, info, warning
from mediaquiz.model.results import Response, Sheet
from mediaquiz.model.views import prompt
from mediaquiz.store.statistics import Sitting, pooled
from mediaquiz.text import content_hash, one_line, squash

_BY_PEOPLE = frozenset({ItemType.RECALL, ItemType.PRACTICE})
_CLOSE = 0.5
"""What a typed answer counts that is close to the right one and that nobody has judged."""
_LONGEST_ANSWER = 80


def analyze(
    paths: Iterable[Path],
    decks: Iterable[Deck],
    saved: Iterable[Sitting] = (),
    name: str = "",
    *,
    keep_sheets: bool = False,
) -> Analysis:
    """The analysis of results in files, with the decks that their items are from and the classes that were saved.

    ``name`` is the class that these results are: what was saved under it is not pooled with them, nor is a class with
    the very same results. Raises NotFound for a file that is not there.
    """
    decks = tuple(decks)
    intake = _Intake(KnownItems(decks), keep_sheets)
    for path in dict.fromkeys(paths):
        intake.take(sheets(path))
    intake.finish()
    others = [one for one in saved if one.name != name and one.digest != intake.digest]
    groups, few = _groups(intake)
    parts: dict[ItemKey, list[Figures]] = {}
    for group in groups:
        for item, figures in group.tally.figures().items():
            if figures.n >= SMALLEST_GROUP:
                parts.setdefault(item, []).append(figures)
    before = pooled(others)
    numbers = {key: number for number, group in enumerate(groups, start=1) for key in group.keys}
    report = _Reporter(decks, intake)
    items = [report.studied(key, added(found), before.get(key)) for key, found in parts.items()]
    places = {item.id: place for place, (_, item) in enumerate(report.places.values())}
    return Analysis(
        tests=tuple(Test(group.names, group.tally.test()) for group in groups),
        items=tuple(sorted(items, key=lambda one: (places.get(one.key[0], len(places)), one.text, one.key))),
        learners=sum(group.tally.n for group in groups),
        few=few,
        again=intake.again,
        classes=tuple(one.name for one in others if any(key in parts for key in one.items)),
        digest=intake.digest,
        sheets=tuple(
            Counted(who, numbers[key], {item: mark.share for item, mark in marks.items() if item in parts})
            for who, key, marks in intake.sheets
            if key in numbers
        ),
        problems=(*intake.problems, *intake.told(bool(groups))),
    )


def sitting(analysis: Analysis, name: str, at: datetime) -> Sitting:
    """The analysis as a class to be saved: sums of the course's items, of answers only the items' own options."""
    items = {one.key: _without_texts(one) for one in analysis.items if one.item is not None}
    return Sitting(name, at, analysis.digest, analysis.learners, items)


def _without_texts(one: Studied) -> Figures:
    own = {answer: counts for answer, counts in one.here.answers.items() if answer in (*one.right, *one.wrong)}
    return replace(one.here, answers=own)


_TestKey = frozenset[ItemKey]


@dataclass(frozen=True, slots=True)
class _Group:
    """Learners who are compared with each other: what their results are called, which sets of items they were asked."""

    names: tuple[str, ...]
    keys: tuple[_TestKey, ...]
    tally: Tally


def _groups(intake: "_Intake") -> tuple[list[_Group], int]:
    """The groups that are large enough, the largest first, and how many learners are in none.

    Where each learner was asked other items, as tests that draw from a bank do, those of one test are one group.
    """
    groups: list[_Group] = []
    rest: dict[tuple[str, ...], list[_TestKey]] = {}
    for key in sorted(intake.tallies, key=sorted):
        names = tuple(sorted(intake.names[key]))
        if intake.tallies[key].n >= SMALLEST_GROUP:
            groups.append(_Group(names, (key,), intake.tallies[key]))
        else:
            rest.setdefault(names, []).append(key)
    few = 0
    for names, keys in rest.items():
        together = Tally()
        for key in keys:
            together.include(intake.tallies[key])
        if together.n >= SMALLEST_GROUP:
            groups.append(_Group(names, tuple(keys), together))
        else:
            few += together.n
    return sorted(groups, key=lambda group: -group.tally.n), few


class _Intake:
    """Takes sheets in, one at a time, and tallies the first of each learner."""

    def __init__(self, course: KnownItems, keep_sheets: bool = False) -> None:
        self.keep_sheets = keep_sheets
        self.sheets: list[tuple[str, _TestKey, dict[ItemKey, Mark]]] = []
        self.course = course
        self.tallies: dict[_TestKey, Tally] = {}
        self.names: dict[_TestKey, set[str]] = {}
        self.texts: dict[ItemKey, str] = {}
        self.problems: list[Problem] = []
        self.again = self.unmeasured = 0
        self._held: list[tuple[str, int, Sheet, dict[ItemKey, Mark]]] = []
        self._had: set[int] = set()
        self._digest = 0

    @property
    def digest(self) -> str:
        """A hash of all sheets that were tallied, the same in any order."""
        return f"{self._digest:032x}"

    def take(self, found: Iterable[Sheet | Problem]) -> None:
        """A file's sheets. Those that tell when they began wait for the end, so that the first try counts."""
        for one in found:
            if isinstance(one, Problem):
                self.problems.append(one)
            elif one.attempt > 1:
                self.again += 1
            elif marks := self._marks(one):
                if one.started:
                    self._held.append((one.started, len(self._held), one, marks))
                else:
                    self._tally(one, marks)

    def finish(self) -> None:
        """The sheets that waited, in the order of time."""
        for _, _, sheet, marks in sorted(self._held, key=lambda one: one[:2]):
            self._tally(sheet, marks)
        self._held = []

    def told(self, any_shown: bool) -> Iterator[Problem]:
        """What was left out, and why."""
        if self.unmeasured:
            what = f"{self.unmeasured} answers that only their writers judged, or nobody, were left out"
            yield info("MQ713", what)
        if not any_shown and not self.problems:
            hint = f"At least {SMALLEST_GROUP} learners with the same questions are needed."
            yield warning("MQ713", "no group is large enough to be shown", hint=hint)

    def _tally(self, sheet: Sheet, marks: dict[ItemKey, Mark]) -> None:
        test = frozenset(marks)
        told = {hash(one) for one in _identities(sheet, test, marks)}
        if told & self._had:
            self.again += 1
            return
        self._had |= told
        self.tallies.setdefault(test, Tally()).add(marks)
        self.names.setdefault(test, set()).add(sheet.test or Path(sheet.span.file).name)
        if self.keep_sheets:
            self.sheets.append((sheet.learner, test, marks))
        marked = repr(sorted((key, mark.share, mark.answers) for key, mark in marks.items()))
        self._digest = (
            self._digest + int.from_bytes(hashlib.blake2b(marked.encode(), digest_size=16).digest())
        ) % 2**128

    def _marks(self, sheet: Sheet) -> dict[ItemKey, Mark]:
        marks: dict[ItemKey, Mark] = {}
        for response in sheet.responses:
            item = self.course.find(response)
            mark = self._mark(response, item)
            if mark is None:
                self.unmeasured += 1
                continue
            marks.setdefault(self._key(response, item), mark)
        return marks

    def _key(self, response: Response, item: Item | None) -> ItemKey:
        if item:
            return item.id, response.seen or self.course.wording(item)
        if response.item:
            key = response.item, response.seen
            self.texts.setdefault(key, response.item)
            return key
        key = "", content_hash(response.text)
        self.texts.setdefault(key, one_line(response.text))
        return key

    def _mark(self, response: Response, item: Item | None) -> Mark | None:
        """What the answer is worth; None where only its writer has judged it, or nobody."""
        if (item.type if item else response.type) in _BY_PEOPLE:
            return None
        found = response.share
        if item and not (response.seen and response.seen != self.course.wording(item)):
            found = self._by_item(response, item)
        if found is None:
            return None
        given = response.given or ()
        options = [*chain(*options_of(item))] if item else []
        answers = (
            one if one in options else _shortened(one) for one in (chosen(item.content, given) if item else given)
        )
        return Mark(found, tuple(dict.fromkeys(answers)), response.given is None)

    def _by_item(self, response: Response, item: Item) -> float | None:
        """The platform's own word goes first; without it, or with the learner's only, the item decides."""
        if response.share is not None and not response.self_judged and response.key is None:
            return response.share
        if not response.given:
            return 0.0
        found = share(item.content, response.given)
        if found is not None:
            return found
        return response.share if response.share is not None else _CLOSE


def _identities(sheet: Sheet, test: _TestKey, marks: Mapping[ItemKey, Mark]) -> Iterator[object]:
    """What no two first tries share: a learner and the items; on a platform, where a second try may draw others, a
    learner and the report. Without a name, when it began and all that was answered."""
    who = squash(sheet.learner)
    if who:
        yield who, test
        if not sheet.test:
            yield who, sheet.span.file
    elif sheet.started:
        yield sheet.started, tuple(marks.items())


def _shortened(answer: str) -> str:
    return answer if len(answer) <= _LONGEST_ANSWER else f"{answer[: _LONGEST_ANSWER - 1]}…"


class _Reporter:
    """Puts figures and items together."""

    def __init__(self, decks: Iterable[Deck], intake: _Intake) -> None:
        self.places = {item.id: (deck, item) for deck in decks for item in deck.items if item.id}
        self.intake = intake

    def studied(self, key: ItemKey, here: Figures, before: Figures | None) -> Studied:
        """An item with its figures, alone and pooled."""
        deck, item = self.places.get(key[0], (None, None))
        current = item is None or self.intake.course.wording(item) == key[1]
        right, wrong = options_of(item) if item and current else ((), ())
        together = added([here, before]) if before else here
        found = flags(together, right, wrong)
        text = one_line(prompt(item.content)) if item else self.intake.texts.get(key, key[0])
        return Studied(key, text, here, together, item, deck, current, right, wrong, found, advice(together, found))


def options_of(item: Item) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The right and the wrong options of an item that has some, as answers are counted."""
    match item.content:
        case Choice(key=key, distractors=wrong):
            return (key,), wrong
        case Multi(key=keys, distractors=wrong):
            return keys, wrong
        case TrueFalse(answer=right):
            return ("true",) if right else ("false",), ("false",) if right else ("true",)
        case _:
            return (), ()
