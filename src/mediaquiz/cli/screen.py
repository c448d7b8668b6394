"""How a question, its answer and a summary look. Views in, lines out; nothing is read here."""

from collections.abc import Sequence
from datetime import date

from mediaquiz.cli.layout import is_drawn
from mediaquiz.cli.strings import Texts
from mediaquiz.cli.ui import Segment, Ui
from mediaquiz.grade.values import Detail, Note, Verdict
from mediaquiz.model.item import ItemType
from mediaquiz.model.review import Rating
from mediaquiz.session.hints import Hint
from mediaquiz.session.summary import Missed, Score, Summary
from mediaquiz.session.values import Now
from mediaquiz.session.views import AnswerView, Input, QuestionView

_STYLES = {"right": "right", "close": "close", "partial": "close", "wrong": "wrong"}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST_QUOTE = 240
"""Characters of a passage that is shown unasked; a longer one waits for its key."""
LAST_NOTES = 2
"""The learner's own notes that are shown with the answer; older ones are found with `items show`."""
TYPED = frozenset({Input.TEXT, Input.NAMES, Input.SEVERAL, Input.ORDER, Input.PAIRS, Input.WRITE})
"""The inputs that are answered with a line; the others take one key."""


class Screen:
    """Shows views in one language on one output."""

    def __init__(self, ui: Ui, texts: Texts, command: Sequence[str] = ("mediaquiz", "quiz")) -> None:
        self.ui = ui
        self.texts = texts
        self._command = command

    @property
    def command(self) -> str:
        """What to run to go on with this quiz."""
        from shlex import join

        return join(self._command)

    def question(self, view: QuestionView) -> None:
        """The status line, the prompt and the numbered options."""
        self.ui.say()
        self._status(view)
        self.ui.say()
        self._say(view.prompt, "bold")
        if view.period:
            self.ui.say(self.texts("period", period=view.period), "dim")
        self._options(view)
        for hint in view.hints:
            self._hint(hint)

    def _say(self, text: str, style: str = "", *, first: str = "", rest: str | None = None) -> None:
        """Words of an item or a lesson: what its pictures show, and where they are, stands in place of their marks."""
        if "![" in text:
            from mediaquiz.model.pictures import PICTURE

            text = PICTURE.sub(lambda found: self.texts("picture", alt=found["alt"] or "?", path=found["path"]), text)
        self.ui.tell(text, style, first=first, rest=rest)

    def hint(self, view: QuestionView) -> None:
        """The hint that was asked for last."""
        self._hint(view.hints[-1])

    def _hint(self, hint: Hint) -> None:
        key = "hint.not" if hint.option else "hint"
        self._say(self.texts(key, hint=hint.text, n=hint.option), "close")

    def _status(self, view: QuestionView) -> None:
        counts = [self.texts("status.again", n=view.again)] * bool(view.again)
        counts += [self.texts("status.new", n=view.new)] * bool(view.new)
        if self.ui.plain:
            said = self.texts("status.plain", position=view.position, total=view.total)
            about = [self.texts("status.plain.about", context=view.context)] * bool(view.context)
            self.ui.say(" ".join([said, *(f"{count}." for count in counts), *about]))
            return
        place = self.texts("status", position=view.position, total=view.total)
        self.ui.tell(" · ".join([place, *counts, *([view.context] if view.context else [])]), "dim")

    def _options(self, view: QuestionView) -> None:
        if view.lefts:
            self.ui.say()
            for letter, left in zip(LETTERS, view.lefts, strict=False):
                self._say(left, first=f"  {letter}  ")
        if view.options or view.input is Input.YES_NO:
            self.ui.say()
        shown = view.options or ((self.texts("true"), self.texts("false")) if view.input is Input.YES_NO else ())
        digits = len(str(len(shown)))
        for number, option in enumerate(shown, start=1):
            self._say(option, first=f"  {number:>{digits}}  ")

    def how(self, view: QuestionView, *, by_line: bool = False) -> str:
        """One sentence on how to answer this question."""
        n = view.wanted if view.input is Input.NAMES else len(view.options)
        key = "one_line" if view.input is Input.ONE and (by_line or n > 9) else view.input.value
        return self.texts(f"how.{key}", n=n, wanted=view.wanted)

    def answer(self, view: AnswerView) -> None:
        """The verdict, what is right, why, and where it comes from."""
        verdict, detail = view.grade.verdict, view.grade.detail
        self._verdict(view)
        compared = bool(view.given) and (
            view.question.input is Input.THINK
            or (verdict in (Verdict.WRONG, Verdict.CLOSE) and view.question.input is not Input.YES_NO)
        )
        if compared:
            self._say(", ".join(view.given), first="  " + self.texts("given"))
        self._parts(view, detail)
        self._right_answer(view, self.texts("right") if compared else "")
        if verdict is Verdict.SELF and detail.hits:
            self.ui.say(self.texts("covered", words=", ".join(detail.hits)), "dim", first="  ")
        if view.also:
            self._say(self.texts("also", also=", ".join(view.also)), "dim", first="  ")
        if view.explain:
            self.ui.say()
            self._say(view.explain, first="  ")
        for note in view.notes[-LAST_NOTES:]:
            self.ui.say(
                note, "dim", first="  " + self.texts("last.time" if view.question.input is Input.WRITE else "noted.own")
            )
        wrong = verdict not in (Verdict.RIGHT, Verdict.CLOSE)
        if wrong and 0 < len(view.quote) <= LONGEST_QUOTE and view.quote != view.explain:
            self.ui.say()
            self.quote(view.quote)
        if view.question.lesson:
            key = "from.source" if view.quote else "from"
            self.ui.tell(self.texts(key, lesson=view.question.lesson), "dim", first="  ")

    def _verdict(self, view: AnswerView) -> None:
        verdict, detail = view.grade.verdict, view.grade.detail
        name: str = verdict.value
        if detail.note is Note.UNANSWERED:
            name = "unanswered"
        elif view.question.input is Input.WRITE:
            name = "check"
        note = self._note(verdict, detail)
        self.ui.say()
        word = self.texts(f"verdict.{name}")
        self.ui.say(note, first=f"{word}: " if note else word, rest="  ", lead=_STYLES.get(name, "bold"))

    def _note(self, verdict: Verdict, detail: Detail) -> str:
        if verdict is Verdict.PARTIAL and detail.note is not Note.EXTRA:
            return self.texts("note.parts", right=len(detail.hits), total=len(detail.hits) + len(detail.missed))
        if verdict is Verdict.RIGHT and detail.note is Note.ENDING:
            return self.texts("note.ending.right", wanted=detail.wanted)
        if detail.note in (Note.NONE, Note.UNANSWERED):
            return ""
        return self.texts(f"note.{detail.note.value}", wanted=detail.wanted)

    def _parts(self, view: AnswerView, detail: Detail) -> None:
        if view.grade.verdict is not Verdict.PARTIAL:
            return
        in_place = view.question.input in (Input.ORDER, Input.PAIRS)
        if detail.missed:
            label = self.texts("misplaced" if in_place else "missed")
            self._say(", ".join(detail.missed), "wrong", first="  " + label)
        if detail.extra:
            self._say(", ".join(detail.extra), "wrong", first="  " + self.texts("extra"))

    def _right_answer(self, view: AnswerView, label: str) -> None:
        match view.question.input, view.answer:
            case Input.YES_NO, (answer, *_):
                self.ui.say(self.texts(answer), "bold", first="  ")
            case Input.ORDER, parts:
                for number, part in enumerate(parts, start=1):
                    self._say(part, first=f"  {number}. ")
            case _, (answer,):
                self._say(answer, "" if is_drawn(answer) else "bold", first="  " + label)
            case _, parts:
                for part in parts:
                    self._say(part, first="  • ")

    def quote(self, quote: str, where: str = "") -> None:
        """The lesson's own words, and the place where they stand."""
        if where:
            self.ui.say(self.texts("source", where=where), "dim", first="  ")
        bar = "  | "
        self._say(quote, "dim", first=bar, rest=bar)

    def ratings(self, view: AnswerView) -> None:
        """The four ratings with what each would do, if anything, and what Enter takes."""
        suggested = view.suggested
        self.ui.say()
        if view.can_accept:
            self.ui.say(self.texts("accept"), "dim")
        segments: list[Segment] = [
            (
                " ".join([f"{rating.value} {self.rating(rating)}", *self._promise(view, rating)]),
                "bold" * (rating is suggested),
            )
            for rating in view.ratings
        ]
        chosen = (
            self.texts("rate.enter", rating=self.rating(suggested))
            if suggested
            else self.texts("rate.choose", n=max(view.ratings).value)
        )
        spaced = [part for segment in segments for part in (segment, "   ")]
        self.ui.line(*spaced, (f"[{chosen}] ", "dim"), end="")

    def _promise(self, view: AnswerView, rating: Rating) -> list[str]:
        found = view.previews.get(rating)
        return [self.texts.promised(found.ivl)] if found else []

    def rating(self, rating: Rating) -> str:
        """What a rating is called."""
        return self.texts(f"rate.{rating.value}")

    def notice(self, key: str, style: str = "dim") -> None:
        """One sentence about an action."""
        self.ui.say(self.texts(key), style)

    def help(self) -> None:
        """All keys."""
        names = "enter numbers undo skip hint source accept edit note flag suspend bury quit".split()
        self.ui.say()
        self.ui.columns_of([(self.texts(f"key.{name}"), self.texts(f"help.{name}")) for name in names], "key")
        self.ui.say(self.texts("help.typed"), first="  ")

    def summary(self, summary: Summary, now: Now, next_day: date | None) -> None:
        """What the sitting came to, what to look at again, and when it goes on."""
        self.ui.say()
        if not summary.total:
            self.ui.say(self.texts("done.none"), "bold")
        else:
            time = self.texts.spent(summary.ms)
            self.ui.say(self.texts("done", right=summary.right, n=summary.total, time=time), "bold")
        self._rows(summary.scores if len(summary.scores) > 1 else ())
        types = [one for one in summary.types if one.right < one.total and len(summary.types) > 1]
        self._rows([Score(self.texts(f"type.{one.name}"), one.right, one.total) for one in types])
        if summary.missed:
            self.ui.say()
            self.ui.say(self.texts("done.missed"))
            for missed in summary.missed:
                self._missed(missed)
        self.ui.say()
        self._outlook(summary, now, next_day)

    def _rows(self, scores: Sequence[Score]) -> None:
        if scores:
            self.ui.say()
            self.ui.columns_of([(f"{score.right}/{score.total}", score.name) for score in scores])

    def _missed(self, missed: Missed) -> None:
        self._say(missed.prompt, first="  • ")
        if missed.answer:
            answer = self.texts(missed.answer) if missed.type is ItemType.TRUEFALSE else missed.answer
            self._say(answer, "bold", first="    ")
        if 0 < len(missed.quote) <= LONGEST_QUOTE:
            self._say(missed.quote, "dim", first="    | ", rest="    | ")

    def _outlook(self, summary: Summary, now: Now, next_day: date | None) -> None:
        if summary.left:
            self.ui.advise(self.texts("done.left", n=summary.left, command=self.command), self.command)
        if summary.later and summary.later_at:
            wait = max((summary.later_at - now.at).total_seconds(), 60)
            self.ui.say(self.texts("done.later", n=summary.later, interval=self.texts.interval(wait)))
        elif next_day and not summary.left:
            self.ui.say(self.texts("done.next", when=self.texts.day((next_day - now.day).days)))
