"""A sitting step by step."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sitting import CONTENTS, NOON, cards, now

from mediaquiz.grade.values import Verdict
from mediaquiz.model.item import Choice, Content, Item, ListAll, Multi, Order, Practice, Recall, Short
from mediaquiz.model.review import Kind, Rating
from mediaquiz.schedule.settings import Settings
from mediaquiz.session import machine, views
from mediaquiz.session.hints import Hint, hints
from mediaquiz.session.shuffle import shown_options
from mediaquiz.session.summary import missed_cards, summarize
from mediaquiz.session.values import Append, Card, Notice, Phase, Session, Void


def begin(count: int = len(CONTENTS), first: int = 0) -> Session:
    return machine.begin(cards(count)[first:], 7, Settings(), now())


def test_without_cards_it_is_done() -> None:
    assert begin(0).phase is Phase.DONE


def test_a_record_says_all_that_the_log_wants() -> None:
    state = begin(4, first=3)
    shown = machine.options(state)
    state = machine.submit(state, str(shown.index("pan") + 1), now(4.21)).session
    step = machine.rate(state, Rating.GOOD, now(5))
    assert isinstance(step.effect, Append)
    assert step.effect.kind is Kind.REVIEW
    assert step.effect.item == "item00000003"
    data = dict(step.effect.data)
    assert len(str(data.pop("seen"))) == 12
    assert data == {
        "rating": 3,
        "ms": 4210,
        "mode": "choice",
        "due": "2026-03-02T12:10:05.000Z",
        "ivl": -600,
        "params": Settings().params_id,
        "dr": 0.9,
        "correct": True,
        "seed": 8,
    }
    assert shown_options(cards(4)[3].item, 8) == shown


def test_a_self_graded_card_has_no_verdict_in_its_record() -> None:
    state = machine.reveal(begin(1), now(1)).session
    step = machine.rate(state, Rating.HARD, now(2))
    assert isinstance(step.effect, Append)
    assert "correct" not in step.effect.data
    assert "seed" not in step.effect.data


@pytest.mark.parametrize(("rating", "correct"), [(Rating.AGAIN, False), (Rating.GOOD, True)])
def test_a_close_answer_is_right_when_the_learner_says_so(rating: Rating, correct: bool) -> None:
    state = machine.submit(begin(2, first=1), "the shuter", now(1)).session
    assert state.attempt is not None
    assert state.attempt.grade.verdict is Verdict.CLOSE
    step = machine.rate(state, rating, now(2))
    assert isinstance(step.effect, Append)
    assert step.effect.data["correct"] is correct


def test_a_number_that_no_option_has_leaves_the_question() -> None:
    state = begin(4, first=3)
    step = machine.submit(state, "7", now(1))
    assert (step.session, step.effect, step.notice) == (state, None, Notice.NOT_READ)


def test_a_learning_card_comes_back_when_its_step_is_over() -> None:
    state = begin(3)
    state = machine.rate(machine.reveal(state, now(1)).session, Rating.AGAIN, now(2)).session
    assert [card.item.id for card in state.again] == ["item00000000"]
    early = machine.rate(machine.reveal(state, now(3)).session, Rating.EASY, now(10)).session
    assert early.current is not None
    assert early.current.item.id == "item00000002"
    late = machine.rate(machine.reveal(state, now(3)).session, Rating.EASY, now(62)).session
    assert late.current is not None
    assert late.current.item.id == "item00000000"
    assert views.question(late).again == 1


def test_the_last_card_is_asked_ahead_of_its_time_but_not_by_hours() -> None:
    state = machine.rate(machine.reveal(begin(1), now(1)).session, Rating.GOOD, now(2)).session
    assert state.phase is Phase.ASKING
    slow = Settings(learning_steps=(timedelta(hours=2),))
    state = machine.begin(cards(1), 7, slow, now())
    state = machine.rate(machine.reveal(state, now(1)).session, Rating.AGAIN, now(2)).session
    assert state.phase is Phase.DONE
    summary = summarize(state)
    assert (summary.later, summary.later_at) == (1, NOON + timedelta(hours=2, seconds=2))


def test_undo_works_from_the_summary() -> None:
    state = machine.reveal(begin(1), now(1)).session
    done = machine.rate(state, Rating.EASY, now(2)).session
    assert done.phase is Phase.DONE
    step = machine.undo(done)
    assert step.session == state
    assert step.effect == Void()
    assert machine.undo(machine.undo(done).session).notice is Notice.NOTHING_TO_UNDO


def test_finish_and_undo_go_on_where_one_was() -> None:
    state = begin()
    ended = machine.finish(state)
    assert ended.phase is Phase.DONE
    assert summarize(ended).left == len(CONTENTS)
    assert machine.undo(ended).session == state
    assert machine.finish(ended) == ended


def test_skip_puts_the_card_to_the_end() -> None:
    step = machine.skip(begin(2), now(1))
    assert (step.effect, step.notice) == (None, Notice.SKIPPED)
    assert [card.item.id for card in step.session.queue] == ["item00000000"]
    assert machine.skip(begin(1), now(1)).notice is Notice.LAST


def test_a_skipped_card_waits_for_one_that_comes_back() -> None:
    state = begin(2)
    state = machine.rate(machine.reveal(state, now(1)).session, Rating.GOOD, now(2)).session
    step = machine.skip(state, now(3))
    assert step.notice is Notice.SKIPPED
    assert step.session.current is not None
    assert step.session.current.item.id == "item00000000"
    assert [card.item.id for card in step.session.queue] == ["item00000001"]
    assert machine.undo(step.session).session == state


def test_suspend_and_bury_take_the_card_out() -> None:
    suspended = machine.suspend(begin(2), now(1))
    assert suspended.effect == Append(Kind.SUSPEND, "item00000000")
    buried = machine.bury(suspended.session, now(2))
    assert buried.effect == Append(Kind.BURY, "item00000001", {"until": "2026-03-03"})
    assert buried.session.phase is Phase.DONE


def test_a_flag_needs_a_reason_and_keeps_the_question() -> None:
    state = begin(1)
    assert machine.flag(state, "  ").effect is None
    step = machine.flag(state, " two answers are right ")
    assert step.effect == Append(Kind.FLAG, "item00000000", {"text": "two answers are right"})
    assert step.session.current == state.current


def test_my_own_wording_is_right_from_then_on() -> None:
    state = machine.submit(begin(2, first=1), "curtain", now(1)).session
    assert machine.can_accept(state)
    step = machine.accept(state)
    assert step.effect == Append(Kind.ALIAS, "item00000001", {"text": "curtain"})
    answer = views.answer(step.session, now(2))
    assert answer.grade.verdict is Verdict.RIGHT
    assert answer.grade.suggested is Rating.GOOD
    assert not answer.can_accept
    assert step.session.current is not None
    assert step.session.current.aliases == ("curtain",)


def test_only_a_typed_answer_that_was_not_right_can_be_accepted() -> None:
    for typed in ("the shutter", ""):
        state = machine.submit(begin(2, first=1), typed, now(1)).session
        assert machine.accept(state).notice is Notice.NOT_NOW


def test_hints_come_one_by_one_and_are_recorded() -> None:
    state = begin(3, first=2)
    assert views.question(state).hints == ()
    assert views.question(state).has_hint
    state = machine.hint(machine.hint(state).session).session
    assert views.question(state).hints == (Hint("a ratio"), Hint("f…"))
    assert not views.question(state).has_hint
    assert machine.hint(state).notice is Notice.NO_HINT
    state = machine.submit(state, "f-number", now(1)).session
    step = machine.rate(state, Rating.HARD, now(2))
    assert isinstance(step.effect, Append)
    assert step.effect.data["hint"] is True
    assert machine.hint(begin(1)).notice is Notice.NO_HINT


def test_an_answer_after_a_hint_is_hard_at_best() -> None:
    state = machine.submit(machine.hint(begin(2, first=1)).session, "the shutter", now(1)).session
    answer = views.answer(state, now(1))
    assert answer.grade.verdict is Verdict.RIGHT
    assert answer.suggested is Rating.HARD
    assert answer.ratings == (Rating.AGAIN, Rating.HARD)
    refused = machine.rate(state, Rating.GOOD, now(2))
    assert (refused.session, refused.effect, refused.notice) == (state, None, Notice.HINTED)


@pytest.mark.parametrize(
    ("content", "given"),
    [
        (Short("?", "the shutter"), ("s…",)),
        (Short("?", "잔향 시간"), ("ㅈㅎ ㅅㄱ",)),
        (Short("?", "7"), ()),
        (Short("?", "the"), ("t…",)),
        (ListAll("?", ("aperture", "ISO")), ("a…, I…",)),
        (Choice("?", "pan", ("tilt", "zoom")), ("tilt",)),
        (Choice("?", "pan", ("tilt",)), ()),
        (Multi("?", ("pan", "dolly"), ("tilt", "zoom")), ("tilt",)),
        (Recall("?", "yes"), ()),
    ],
)
def test_what_hints_there_are(content: Content, given: tuple[str, ...]) -> None:
    assert tuple(hint.text for hint in hints(content, ("pan", "tilt", "dolly", "zoom"))) == given


def test_some_of_a_list_lets_the_learner_choose() -> None:
    for typed, suggested in (("aperture", None), ("aperture, ISO, shutter speed", Rating.GOOD), ("tea", Rating.AGAIN)):
        state = machine.submit(begin(8, first=7), typed, now(1)).session
        assert views.answer(state, now(1)).suggested is suggested


def test_a_note_is_shown_with_the_answer() -> None:
    step = machine.note(begin(1), " think of the tripod ")
    assert step.effect == Append(Kind.NOTE, "item00000000", {"text": "think of the tripod"})
    assert views.answer(machine.reveal(step.session, now(1)).session, now(1)).notes == ("think of the tripod",)
    assert machine.note(begin(1), "  ").notice is Notice.NOT_NOW


def test_an_edited_card_is_asked_again_in_its_new_words() -> None:
    state = machine.submit(begin(3, first=1), "curtain", now(1)).session
    assert state.current is not None
    item = replace(state.current.item, content=Short("What is it?", "the curtain"))
    after = machine.reword(state, item)
    assert (after.phase, views.question(after).prompt) == (Phase.ASKING, "What is it?")
    assert machine.reword(after, item) == after
    assert [card.item.id for card in machine.withdraw(after, item.id, now(2)).queue] == []


def test_a_card_that_was_taken_out_is_not_asked() -> None:
    state = begin(3)
    gone = machine.withdraw(state, "item00000001", now(1))
    assert gone.current == state.current
    assert [card.item.id for card in gone.queue] == ["item00000002"]


def test_after_its_minutes_no_further_question_comes() -> None:
    state = machine.begin(cards(3), 7, Settings(), now(), length=timedelta(minutes=1))
    state = machine.rate(machine.reveal(state, now(59)).session, Rating.GOOD, now(59)).session
    assert state.phase is Phase.ASKING
    state = machine.rate(machine.reveal(state, now(61)).session, Rating.GOOD, now(61)).session
    assert (state.phase, len(state.queue)) == (Phase.DONE, 1)


def test_what_was_missed_is_repeated_without_a_schedule() -> None:
    state = begin(2)
    for rating in (Rating.AGAIN, Rating.GOOD):
        state = machine.rate(machine.reveal(state, now(1)).session, rating, now(1)).session
    ended = machine.finish(state)
    again = machine.repeat(ended, missed_cards(ended), now(5))
    assert [card.item.id for card in (again.current, *again.queue) if card] == ["item00000000"]
    step = machine.rate(machine.reveal(again, now(6)).session, Rating.GOOD, now(6))
    assert isinstance(step.effect, Append)
    assert step.effect.data["purpose"] == "cram"
    assert "due" not in step.effect.data
    assert machine.undo(again).session == ended


def test_what_was_written_for_a_practice_is_kept() -> None:
    state = begin(10, first=9)
    step = machine.submit(state, "filmed a cup", now(1))
    assert step.effect == Append(Kind.NOTE, "item00000009", {"text": "filmed a cup"})
    assert machine.submit(state, "", now(1)).effect is None


def test_an_order_never_shows_solved() -> None:
    content = Order("?", ("one", "two", "three"))
    for seed in range(200):
        shown = shown_options(Item("abc", content), seed)
        assert sorted(shown) == sorted(content.sequence)
        assert shown != content.sequence


def test_a_time_away_from_the_screen_is_not_thinking() -> None:
    state = machine.reveal(begin(1), now(86_000)).session
    assert state.attempt is not None
    assert state.attempt.ms == machine.LONGEST_MS
    clock_went_back = machine.reveal(begin(1), now(-50)).session
    assert clock_went_back.attempt is not None
    assert clock_went_back.attempt.ms == 0


def test_counts_on_the_way() -> None:
    state = begin(3)
    seen = []
    clock = 0
    while state.phase is not Phase.DONE:
        shown = views.question(state)
        seen.append((shown.position, shown.total, shown.again, shown.new))
        rating = Rating.AGAIN if len(seen) == 1 else Rating.EASY
        clock += 5
        state = machine.rate(machine.reveal(state, now(clock)).session, rating, now(clock)).session
    assert seen == [(1, 3, 0, 3), (2, 3, 1, 2), (3, 3, 1, 1), (3, 3, 1, 0)]


def test_the_previews_are_what_rating_does() -> None:
    state = machine.reveal(begin(1), now(1)).session
    for rating, promised in views.answer(state, now(2)).previews.items():
        step = machine.rate(state, rating, now(2))
        assert isinstance(step.effect, Append)
        assert (step.effect.data["due"], step.effect.data["ivl"]) == (promised.due, promised.ivl)


def test_views_show_answers_in_words() -> None:
    state = begin(10)
    answers = {}
    typed = {"multi": "1 2", "match": "1 2 3", "order": "1 2 3 4", "choice": "1", "truefalse": "1"}
    while state.current is not None:
        kind = state.current.item.type.value
        shown = machine.options(state)
        state = machine.submit(state, typed.get(kind, "iso"), now(1)).session
        answer = views.answer(state, now(1))
        if shown:
            assert answer.given == shown[: len(answer.given)]
        answers[kind] = answer.answer
        state = machine.rate(state, Rating.EASY, now(1)).session
    assert answers["match"] == ("aperture = depth", "shutter = motion", "ISO = noise")
    assert answers["order"] == ("script", "storyboard", "shoot", "edit")
    assert answers["cloze"] == ("f-number",)
    assert answers["truefalse"] == ("false",)


def test_views_refuse_what_is_not_there() -> None:
    with pytest.raises(ValueError, match="done"):
        views.question(begin(0))
    with pytest.raises(ValueError, match="no answer"):
        views.answer(begin(1), now())


def test_the_summary_tells_what_was_missed() -> None:
    state = begin(2)
    state = machine.rate(machine.reveal(state, now(1)).session, Rating.AGAIN, now(3)).session
    state = machine.rate(machine.submit(state, "the shutter", now(5)).session, Rating.EASY, now(6)).session
    state = machine.rate(machine.reveal(state, now(8)).session, Rating.EASY, now(9)).session
    summary = summarize(state)
    assert (summary.right, summary.total, summary.ms) == (1, 2, 1000 + 2000 + 2000)
    assert [(score.name, score.right, score.total) for score in summary.scores] == [
        ("Lesson 1", 0, 1),
        ("Lesson 2", 1, 1),
    ]
    assert [missed.prompt for missed in summary.missed] == ["Why does a tripod help?"]
    assert summary.missed[0].quote == "Light adds up while the shutter is open."
    assert summary.next_day is not None
    assert summary.next_day > now().day


def test_learner_aliases_count() -> None:
    card = Card(Item("abc", Short("?", "diffusion")), aliases=("noising",))
    state = machine.submit(machine.begin([card], 1, Settings(), now()), "noising", now(1)).session
    assert state.attempt is not None
    assert state.attempt.grade.verdict is Verdict.RIGHT
    assert replace(state, attempt=None) != state


@pytest.mark.parametrize(
    ("lesson", "context", "answer", "above"),
    [
        ("Exposure", "", "the shutter", "Exposure"),
        ("Week 3", "Exposure", "the shutter", "Exposure"),
        ("Shutter and Light", "", "the shutter", ""),
        ("Practice", "", "", "Practice"),
    ],
)
def test_what_stands_above_a_question_never_tells_its_answer(
    lesson: str, context: str, answer: str, above: str
) -> None:
    content = Short("What lets light in?", answer) if answer else Practice("Film one object.")
    card = Card(Item("a", content, context=context), lesson=lesson)
    told = views.question(machine.begin((card,), 7, Settings(), now()))
    assert (told.context, told.lesson) == (above, lesson)
