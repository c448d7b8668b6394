"""``stats`` as it looks, and every number of it as pandas computes it from the log's lines."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import fsrs
import numpy as np
import pandas as pd
import pytest
from learners import lines_of, months, save
from screens import LESSONS, compare, context, desk
from wcwidth import wcswidth

from mediaquiz.app.quiz import Desk
from mediaquiz.app.stats import statistics_of
from mediaquiz.cli.stats import report
from mediaquiz.measure.plain import plain

LESSON = """\
# {title}

## Key Takeaways

- **Point 3** about {subject} is worth keeping.
- Nobody asks about this takeaway in any card of the course.
"""


@pytest.fixture
def place(tmp_path: Path) -> Desk:
    """A course on the disk, after four months."""
    (tmp_path / "lessons").mkdir()
    for number, (title, _, subject) in enumerate(LESSONS[:2]):
        (tmp_path / f"lessons/{number}.md").write_text(LESSON.format(title=title, subject=subject), encoding="utf-8")
    save(months(), tmp_path)
    return desk(root=tmp_path)


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_screen(place: Desk, columns: int, language: str) -> None:
    told, screen = context(columns, language)
    report(told, statistics_of(place))
    assert all(wcswidth(line) <= columns for line in screen.getvalue().splitlines())
    compare(f"stats-{language}-{columns}", screen.getvalue())


def test_plain(place: Desk) -> None:
    told, screen = context(80, plain=True)
    report(told, statistics_of(place))
    assert not set(screen.getvalue()) & set("█▁░▒▓")
    compare("stats-plain", screen.getvalue())


def test_before_the_first_answer(tmp_path: Path) -> None:
    told, screen = context(80)
    report(told, statistics_of(desk([], root=tmp_path)))
    compare("stats-nobody", screen.getvalue())


def test_hostile_names_stay_inert(place: Desk) -> None:
    told, screen = context(80)
    place.decks[0].items[0].__dict__["concept"] = "\x1b]0;gone\x07\x1b[2J"
    report(told, statistics_of(place))
    assert "\x1b" not in screen.getvalue()


# By pandas


class Log:
    """The counted answers as a data frame, and the model's expectations by the fsrs library."""

    def __init__(self, reviews: Path) -> None:
        log = pd.DataFrame(lines_of(reviews))
        gone = set(log.loc[log["t"] == "void", "target"])
        log = log[(log["t"] == "review") & log["purpose"].isna() & ~log["id"].isin(gone)]
        self.answers = log.sort_values(["at", "id"]).assign(date=pd.to_datetime(log["day"]))
        before = self.answers.groupby("item")
        self.answers["waited"] = before["date"].diff().dt.days
        self.answers["promised"] = before["ivl"].shift()
        self.answers["expected"] = pd.Series(self._expected())
        self.recalls = self.answers[self.answers["waited"] > 0].copy()
        self.recalls["known"] = self.recalls["rating"] > 1

    def _expected(self) -> Mapping[Any, float]:
        """The chance of recall before each answer: the library's, on study days at noon."""
        scheduler, chances = fsrs.Scheduler(enable_fuzzing=False), {}
        for _, rows in self.answers.groupby("item"):
            card = fsrs.Card(card_id=1)
            for place, row in rows.iterrows():
                at = row["date"].tz_localize("UTC").to_pydatetime().replace(hour=12)
                if card.last_review:
                    chances[place] = scheduler.get_card_retrievability(card, at)
                card, _ = scheduler.review_card(card, fsrs.Rating(int(row["rating"])), at)
        return chances


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, Any], Log]:
    """What ``stats --json`` tells, and the log."""
    folder = tmp_path_factory.mktemp("course")
    reviews = save(months(5), folder)
    told = json.loads(json.dumps(plain(statistics_of(desk(months(5), root=folder)))))
    return told, Log(reviews)


def assert_retention(told: Mapping[str, Any], rows: pd.DataFrame) -> None:
    rows = rows[rows["promised"] > 0]
    assert (told["n"], told["known"]) == (len(rows), rows["known"].sum())
    assert told["expected"] == pytest.approx(rows["expected"].mean(), abs=1e-6)


def test_retention(numbers: tuple[Mapping[str, Any], Log]) -> None:
    told, rows = numbers[0]["retention"], numbers[1].recalls
    since = pd.Timestamp(numbers[0]["today"]) - pd.Timedelta(days=29)
    assert_retention(told["ever"], rows)
    assert_retention(told["month"], rows[rows["date"] >= since])
    assert_retention(told["young"], rows[rows["promised"] < 21])
    assert_retention(told["mature"], rows[rows["promised"] >= 21])


def test_fit(numbers: tuple[Mapping[str, Any], Log]) -> None:
    told, rows = numbers[0]["fit"], numbers[1].recalls
    chance = rows["expected"].where(rows["known"], 1 - rows["expected"])
    assert told["n"] == len(rows)
    assert told["log_loss"] == pytest.approx(-np.log(chance).mean(), abs=1e-6)
    known, lost = rows.loc[rows["known"], "expected"], rows.loc[~rows["known"], "expected"]
    above = np.sign(known.to_numpy()[:, None] - lost.to_numpy()[None, :])
    assert told["auc"] == pytest.approx(((above + 1) / 2).mean(), abs=1e-6)


def test_calibration(numbers: tuple[Mapping[str, Any], Log]) -> None:
    rows = numbers[1].recalls
    groups = rows.groupby((rows["expected"] * 10).astype(int))
    theirs = groups.agg(n=("known", "size"), expected=("expected", "mean"), actual=("known", "mean"))
    ours = numbers[0]["calibration"]
    assert [one["n"] for one in ours] == list(theirs["n"])
    assert [one["expected"] for one in ours] == pytest.approx(list(theirs["expected"]), abs=1e-6)
    assert [one["actual"] for one in ours] == pytest.approx(list(theirs["actual"]), abs=1e-6)


def test_the_year_and_time(numbers: tuple[Mapping[str, Any], Log]) -> None:
    told, rows = numbers[0], numbers[1].answers
    days = pd.date_range(told["year_from"], told["today"])
    assert told["year"] == rows.groupby("date").size().reindex(days, fill_value=0).to_list()
    assert days[0].day_of_week == 0 and len(days) <= 371
    since = pd.Timestamp(told["today"]) - pd.Timedelta(days=29)
    assert told["time"] == {
        "ms": rows["ms"].sum(),
        "month_ms": rows.loc[rows["date"] >= since, "ms"].sum(),
        "answer_ms": round(rows["ms"].median()),
        "timed": len(rows),
        "answers": len(rows),
        "days": rows["date"].nunique(),
    }


def test_the_forecast_and_the_cards(numbers: tuple[Mapping[str, Any], Log]) -> None:
    told, last = numbers[0], numbers[1].answers.groupby("item").last()
    whole = last[last["ivl"] > 0]
    due = (pd.to_datetime(whole["due"]) - pd.Timestamp(told["today"])).dt.days.tolist()
    due += [0] * (len(last) - len(whole))  # a step of the day
    steps_today = (last.loc[last["ivl"] < 0, "day"] == told["today"]).sum()
    late = sum(day < 0 for day in due) + (len(last) - len(whole) - steps_today)
    assert told["forecast"]["overdue"] == late
    assert told["forecast"]["days"][1:] == [due.count(day) for day in range(1, 30)]
    assert told["cards"] == {
        "new": 40 - len(last),
        "learning": len(last) - len(whole),
        "young": (whole["ivl"] < 21).sum(),
        "mature": (whole["ivl"] >= 21).sum(),
        "suspended": 0,
    }


def test_what_is_hard(numbers: tuple[Mapping[str, Any], Log]) -> None:
    rows = numbers[1].recalls
    lesson = rows["item"].str[4:].astype(int) // 8
    theirs = rows.groupby(lesson)["known"].agg(n="size", known="sum")
    usual = 1 - rows["known"].mean()
    shrunk = (theirs["n"] - theirs["known"] + 4 * usual) / (theirs["n"] + 4)
    worse = theirs[(1 - theirs["known"] / theirs["n"]) > usual].assign(shrunk=shrunk).sort_values("shrunk")[::-1]
    ours = numbers[0]["lessons"]
    assert [one["name"] for one in ours] == [LESSONS[place][0] for place in worse.index]
    assert [(one["n"], one["forgotten"]) for one in ours] == [(n, n - k) for n, k in worse[["n", "known"]].to_numpy()]
    assert ours and numbers[0]["concepts"]


def test_leeches(numbers: tuple[Mapping[str, Any], Log]) -> None:
    rows = numbers[1].answers
    lapses = rows[(rows["promised"] > 0) & (rows["rating"] == 1)].groupby("item").size()
    theirs = lapses[lapses >= 8].to_dict()
    assert {one["item"]: one["lapses"] for one in numbers[0]["leeches"]} == theirs


def test_takeaways(place: Desk) -> None:
    found = statistics_of(place)
    told = dict(found.coverage)
    assert [(one.takeaways, one.asked, one.seen) for one in told.values()] == [(2, 1, 1), (2, 1, 1)]
    assert (found.covered.takeaways, found.covered.asked) == (4, 2)
    lasting = [place.state.standing(f"card{number:08}").ivl >= 21 for number in (2, 10)]
    assert [one.lasting for one in told.values()] == lasting


def test_rmse_is_that_of_the_benchmark(numbers: tuple[Mapping[str, Any], Log]) -> None:
    """By its definition: squared differences of means in bins of wait, answers and lapses, weighted by answers."""
    answers = numbers[1].answers
    lapsed = (answers["promised"] > 0) & (answers["rating"] == 1)
    lapses = lapsed.groupby(answers["item"]).cumsum() - lapsed
    nth = answers.groupby("item").cumcount() + 1
    steps = pd.DataFrame(
        {
            "wait": 3.62 ** np.floor(np.log(answers["waited"].clip(lower=1)) / np.log(3.62)),
            "nth": np.round(1.99 * 1.89 ** np.floor(np.log(nth) / np.log(1.89))),
            "lapses": (1.65 * 1.73 ** np.floor(np.log(lapses.clip(lower=1)) / np.log(1.73))).round() * (lapses > 0),
        }
    )
    rows = numbers[1].recalls.join(steps)
    bins = rows.groupby(["wait", "nth", "lapses"]).agg(n=("known", "size"), p=("expected", "mean"), y=("known", "mean"))
    theirs = np.sqrt((bins["n"] * (bins["p"] - bins["y"]) ** 2).sum() / bins["n"].sum())
    assert numbers[0]["fit"]["rmse_bins"] == pytest.approx(theirs, abs=1e-6)


def test_the_page_is_written_and_says_what_it_shows(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from mediaquiz.cli.main import cli

    (tmp_path / "lessons").mkdir()
    save(months(), tmp_path)
    done = CliRunner().invoke(cli, ["--course", str(tmp_path), "stats", "-o", str(tmp_path / "page.html")])
    assert done.exit_code == 0, done.output
    assert "Before you share this page" in done.output.replace("\n", " ")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").lstrip().startswith("<!doctype html>")
    told = CliRunner().invoke(cli, ["--json", "--course", str(tmp_path), "stats", "-o", str(tmp_path / "page.html")])
    assert json.loads(told.output) == {"file": str(tmp_path / "page.html")}


def test_what_the_terminal_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from mediaquiz.cli.main import main

    (tmp_path / "lessons").mkdir()
    save(months(), tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["--course", str(tmp_path), "--lang", "en", "stats"])
    assert ended.value.code in (0, None) and "263 answers on 89 days" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--course", str(tmp_path), "--json", "stats"])
    told = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert told["time"]["answers"] == 263 and told["curves"]


def test_leeches_are_named_with_their_lesson(place: Desk) -> None:
    told, screen = context(80)
    from dataclasses import replace

    from mediaquiz.measure.statistics import Leech

    found = replace(statistics_of(place), leeches=(Leech("card00000001", "Why?", "소리의 성질", 9),))
    report(told, found)
    assert "  9  Why? (소리의 성질)\nLook at one: mediaquiz items show card00000001" in screen.getvalue()
