"""Learning for a date, by the functions that the quiz itself uses, and by playing the days."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from learners import START, months
from screens import compare, context, desk
from wcwidth import wcswidth

from mediaquiz.app.plan import day_plan, drop_exam, workload_of
from mediaquiz.app.quiz import Desk, Wish
from mediaquiz.cli.main import main
from mediaquiz.cli.plan import show_costs, show_plan, warn_limits
from mediaquiz.measure.simulate import RETENTIONS, play, workloads
from mediaquiz.model.review import Kind, Memory, Rating, Record
from mediaquiz.schedule.day import study_day
from mediaquiz.schedule.exam import Exam, final_pass, pace, read_exam, retention_until
from mediaquiz.schedule.memory import retrievability, schedule
from mediaquiz.schedule.settings import Settings
from mediaquiz.session import machine

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
EXAM = Exam(TODAY + 60 * DAY)
PLAIN = Settings(desired_retention=0.95)
ITEMS, SEEDS = 300, (1, 2, 3)
Policy = Callable[[dict[str, Memory], date], tuple[Settings, tuple[str, ...]]]


def learn(policy: Policy, seed: int) -> tuple[float, int]:
    """Sixty days with the quiz's own scheduling: the recall at the date, and the answers given until then.

    The learner meets ten new items a day, forgets as FSRS-6 says, and repeats in a learning step until it is known.
    """
    chance, answers = Random(seed), 0
    minds = {f"item{number:08}": Memory() for number in range(ITEMS)}
    for passed in range(60):
        day = TODAY + DAY * passed
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        settings, extra = policy(minds, day)
        due = [name for name, mind in minds.items() if mind.due_day and mind.due_day <= day]
        new = [name for name, mind in minds.items() if mind.stability is None][:10]
        for name in dict.fromkeys((*due, *extra, *new)):
            known = retrievability(minds[name], day, settings)
            rating = Rating.GOOD if chance.random() < (0.8 if known is None else known) else Rating.AGAIN
            minds[name] = schedule(minds[name], rating, at, day, name, settings).memory
            answers += 1
            while minds[name].due_at:
                minds[name] = schedule(minds[name], Rating.GOOD, at, day, name, settings).memory
    chances = [retrievability(mind, EXAM.day, Settings()) or 0.0 for mind in minds.values()]
    return sum(chances) / ITEMS, answers - ITEMS


def by_plan(minds: dict[str, Memory], day: date) -> tuple[Settings, tuple[str, ...]]:
    settings = Settings(desired_retention=retention_until(EXAM, day, Settings()))
    ahead = {name: mind for name, mind in minds.items() if mind.due_day and mind.due_day > day}
    return settings, final_pass(ahead, day, EXAM, settings)


def test_a_plan_knows_as_much_for_far_fewer_reviews() -> None:
    """300 items, an exam on day 60: at least 0.97 with at most 70 % of the reviews of a plain 0.95."""
    planned = [learn(by_plan, seed) for seed in SEEDS]
    plain = [learn(lambda *_: (PLAIN, ()), seed) for seed in SEEDS]
    recall = sum(recall for recall, _ in planned) / len(SEEDS)
    share = sum(reviews for _, reviews in planned) / sum(reviews for _, reviews in plain)
    assert recall >= 0.97
    assert share <= 0.70


def test_the_players_days_say_the_same() -> None:
    """What ``plan`` shows is played more coarsely; it lies close to the days played with the quiz's own scheduling."""
    settings = Settings(desired_retention=0.8)
    games = [
        play([Memory()] * ITEMS, TODAY, 60, settings, new_per_day=10, chance=Random(seed), final=True) for seed in SEEDS
    ]
    exact = [learn(by_plan, seed) for seed in SEEDS]
    assert sum(game.recall for game in games) == pytest.approx(sum(recall for recall, _ in exact), abs=0.06)
    assert sum(sum(game.reviews) for game in games) == pytest.approx(sum(n for _, n in exact), rel=0.15)


def test_playing_the_same_cards_gives_the_same_days() -> None:
    memories = [Memory()] * 50
    first, again = (play(memories, TODAY, 40, PLAIN, new_per_day=5, chance=Random(1)) for _ in range(2))
    assert first == again
    assert sum(first.new) == 50 and first.new[0] == 5
    assert play([], TODAY, 5, PLAIN, new_per_day=5, chance=Random(1)).recall == 0


def test_more_retention_costs_more_and_gives_more() -> None:
    found = workloads([Memory()] * 300, TODAY, 120, Settings(desired_retention=0.88), 1, new_per_day=10)
    assert [one.retention for one in found] == sorted([*RETENTIONS, 0.88])
    assert found[0].a_day < found[3].a_day < found[-1].a_day
    assert found[0].recall < found[-1].recall < 1


# The rules


def test_until_the_day_cards_fade_further() -> None:
    settings = Settings(desired_retention=0.9)
    assert retention_until(None, TODAY, settings) == 0.9
    assert retention_until(EXAM, TODAY, settings) == 0.8
    assert retention_until(EXAM, TODAY, replace(settings, desired_retention=0.75)) == 0.75
    assert retention_until(EXAM, EXAM.day, settings) == 0.9


def mind(stability: float, ago: int = 3) -> Memory:
    return Memory(stability=stability, difficulty=5, last_day=EXAM.day - DAY * (5 + ago), due_day=EXAM.day + DAY * 9)


def test_the_final_pass_takes_a_share_of_what_is_too_weak_the_lasting_first() -> None:
    minds = {f"weak{number}": mind(2.0 + number) for number in range(5)} | {"strong": mind(500), "new": Memory()}
    first = EXAM.day - DAY * 5
    assert final_pass(minds, first - DAY, EXAM, Settings()) == ()
    assert final_pass(minds, first, EXAM, Settings()) == ("weak4",)
    assert final_pass(minds, EXAM.day - DAY, EXAM, Settings()) == ("weak4", "weak3", "weak2", "weak1", "weak0")
    assert final_pass(minds, EXAM.day, EXAM, Settings()) == ()
    today = {"weak": replace(mind(2), last_day=first)}
    assert final_pass(today, first, EXAM, Settings()) == ()


def test_new_cards_are_met_before_the_final_pass() -> None:
    assert pace(110, EXAM.day - DAY * 60, EXAM) == 2
    assert pace(111, EXAM.day - DAY * 60, EXAM) == 3
    assert pace(7, EXAM.day - DAY * 5, EXAM) == 7


@pytest.mark.parametrize("value", [None, 3, {}, {"day": "tomorrow"}, [], {"lessons": ["a"]}])
def test_what_is_no_exam(value: object) -> None:
    assert read_exam(value) is None


def test_an_exam_survives_its_record() -> None:
    exam = Exam(TODAY, ("lessons/1.md",))
    assert read_exam(exam.to_plain()) == exam
    assert read_exam({"day": "2026-11-21", "lessons": 4}) == Exam(TODAY)
    assert exam.covers("lessons/1.md") and not exam.covers("lessons/2.md") and EXAM.covers("any")


# In a course


def with_exam(days: int, *lessons: str, new_per_day: int = 20) -> Desk:
    """Four months of learning, and an exam in so many days."""
    log = months()
    at = log[-1].at + DAY
    exam = Exam(study_day(START) + DAY * (119 + days), lessons)
    told = {"exam": exam.to_plain(), "new_per_day": new_per_day}
    return desk([*log, Record("aaaa-1", Kind.SETTINGS, at, study_day(at), 0, "", told)])


def test_nothing_changes_without_an_exam() -> None:
    assert day_plan(desk()) is None
    assert not drop_exam(desk())


def test_the_plan_of_a_day() -> None:
    plan = day_plan(with_exam(30, "lessons/0.md"))
    assert plan and (plan.days, plan.cards, plan.unmet, plan.new) == (30, 8, 0, 0)
    assert 0 < plan.stopped < plan.followed <= 1


def test_the_exam_decides_the_interval_of_its_cards_alone() -> None:
    place = with_exam(30, "lessons/0.md")
    dealt = {card.item.id: card for card in place.deal_all(Wish(), 1)}
    assert dealt["card00000001"].retention == 0.8
    assert dealt["card00000039"].retention is None
    session = machine.begin((dealt["card00000001"],), 1, place.state.settings, place.now())
    step = machine.rate(machine.reveal(session, place.now()).session, Rating.GOOD, place.now())
    assert step.effect and step.effect.data["dr"] == 0.8


def test_the_final_pass_is_dealt_and_counted() -> None:
    before, place = desk(), with_exam(2)
    extra = {card.item.id for card in place.deal(Wish())} - {card.item.id for card in before.deal(Wish())}
    assert extra
    assert place.outlook().review == before.outlook().review + len(extra)
    settings = place.state.settings
    for name in extra:
        memory = before.state.card(name)
        assert memory.due and memory.due != before.now().day
    assert settings.desired_retention == 0.9


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_screen(columns: int, language: str) -> None:
    told, screen = context(columns, language)
    place = with_exam(30)
    plan = day_plan(place)
    assert plan
    show_plan(told, plan)
    show_plan(told, replace(plan, final=3, unmet=7, new=1, unstarted=("Why 'bread' rises",)))
    warn_limits(told, replace(plan, new=25), place)
    show_costs(told, place, workload_of(place, 90), 90)
    assert all(wcswidth(line) <= columns for line in screen.getvalue().splitlines())
    compare(f"plan-{language}-{columns}", screen.getvalue())


def test_a_sitting_knows_the_load_of_the_days_to_come() -> None:
    place = desk()
    due = [known.due for known in place.state.standings.values() if known.ivl > 0]
    assert sum(place.load().values()) == len(due) == 40
    card = place.deal_all(Wish(), 1)[0]
    before = place.load()
    promised = (place.now().day + DAY * 9).isoformat()
    data = {"rating": 3, "due": promised, "ivl": 9, "past": place.state.card(card.item.id).past}
    at = place.now().at
    place.follow([Record("cccc-1", Kind.REVIEW, at, study_day(at), 0, card.item.id, data)])
    assert place.load()[date.fromisoformat(promised)] == before[date.fromisoformat(promised)] + 1
    assert sum(place.load().values()) == 40
    off = Record("cccc-2", Kind.SETTINGS, at, study_day(at), 0, "", {"balance": False})
    place.follow([off])
    assert place.load() == {}


def run(*arguments: str) -> int:
    """The exit code of ``mediaquiz …`` in this process."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("MEDIAQUIZ_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("MEDIAQUIZ_CONFIG", str(tmp_path / "config"))
    (tmp_path / "lessons").mkdir()
    base = ("--course", str(tmp_path), "--lang", "en")
    assert run(*base, "--json") == 0
    assert "exam" not in json.loads(capsys.readouterr().out)
    assert run(*base, "plan", "--exam", "+3") == 0
    capsys.readouterr()
    assert run(*base, "--json") == 0
    assert json.loads(capsys.readouterr().out)["exam"]["days"] == 3
    assert run(*base) == 0
    assert "Exam on" in capsys.readouterr().out
    assert run(*base, "--json", "plan") == 0
    assert len(json.loads(capsys.readouterr().out)["workloads"]) == len(RETENTIONS)
    assert run(*base, "plan", "--no-exam") == 0
    assert "no exam any more" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("2020-01-01", 1), ("+99999999", 1), ("soon", 2), ("+", 2), ("+99999999999", 2), ("+0", 1), ("+5 --no-exam", 2)],
)
def test_days_that_are_none(tmp_path: Path, wrong: str, code: int) -> None:
    (tmp_path / "lessons").mkdir()
    assert run("--course", str(tmp_path), "plan", "--exam", *wrong.split()) == code
    assert not (tmp_path / "reviews").exists()
