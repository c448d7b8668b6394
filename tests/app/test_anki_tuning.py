"""What was tuned in real Anki is told and offered when its package comes, and taken over only by the learner's word."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki_apps import AnkiApp, export
from shells import Shell

from mediaquiz.formats.anki.presets import as_fsrs_6
from mediaquiz.schedule.fold import fold
from mediaquiz.schedule.memory import replay
from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, Settings
from mediaquiz.store.log import read_all

FITTED = [
    *(0.4021, 1.1829, 3.0984, 15.4733, 7.1851, 0.5342, 1.4539, 0.0052, 1.5421, 0.1188, 1.0112),
    *(1.9291, 0.1081, 0.2961, 2.2679, 0.2312, 2.9791, 0.5092, 0.6581, 0.0781, 0.2142),
]


@pytest.fixture
def app(course: Shell, tmp_path: Path) -> Iterator[AnkiApp]:
    running = AnkiApp(tmp_path / "anki")
    running.take(export(course))
    yield running
    running.collection.close()


def tune(app: AnkiApp, **options: object) -> None:
    """Sets options of the preset that all decks have."""
    decks = app.collection.decks
    decks.update_config(decks.config_dict_for_deck_id(1) | options)


def test_it_is_offered_and_not_taken_over_until_the_learner_does(course: Shell, app: AnkiApp) -> None:
    tune(app, desiredRetention=0.87, fsrsParams6=FITTED)
    app.live_through(seed=5, cards=20)
    package = str(app.give("new"))
    said = course("import", "anki", package).stdout
    assert 'cards go by the options "Default": desired retention 0.87, FSRS parameters of their own.' in one(said)
    assert course("config", "desired_retention").stdout == "0.9\n"
    offered = [line.split() for line in said.splitlines() if line.startswith("  mediaquiz config ")]
    for _, *command in offered:
        assert course(*command).returncode == 0
    assert "options" not in course("import", "anki", package).stdout
    state = fold(read_all(course.folder / "reviews")[0])
    assert state.settings.desired_retention == 0.87
    for item, card in state.cards.items():
        assert replay(card.history, state.settings).stability == pytest.approx(app.stability(item), rel=0.005)


def one(text: str) -> str:
    return " ".join(text.split())


def test_older_parameters_mean_the_same_as_in_anki(course: Shell, app: AnkiApp) -> None:
    app.live_through(seed=8, cards=20)
    course("import", "anki", str(app.give("new")))
    for name, numbers in (("fsrsWeights", FITTED[:17]), ("fsrsParams5", FITTED[:19])):
        tune(app, **{name: numbers})
        (row,) = json.loads(course("--json", "import", "anki", str(app.give("new"))).stdout)["tuned"]
        assert row["settings"] == {"parameters": list(as_fsrs_6(numbers))}
        for item, card in fold(read_all(course.folder / "reviews")[0]).cards.items():
            ours = replay(card.history, Settings(parameters=as_fsrs_6(numbers))).stability
            assert ours == pytest.approx(app.stability(item), rel=0.005)


def test_numbers_that_cannot_hold_here_are_said(course: Shell, app: AnkiApp) -> None:
    tune(app, fsrsParams6=[*DEFAULT_PARAMETERS[:20], 5.0], desiredRetention=0.95)
    done = course("--lang", "ko", "import", "anki", str(app.give("new")))
    assert done.returncode == 0
    assert "MQ603" in done.stderr
    assert '"Default": 목표 기억률 0.95. 여기서도 똑같이 쓰려면:' in one(done.stdout)
    assert done.stdout.endswith("  mediaquiz config desired_retention 0.95\n")
