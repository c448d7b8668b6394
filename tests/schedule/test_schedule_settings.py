"""Settings from records, files and command lines: good values count, bad ones are told and leave the default."""

from datetime import timedelta

import pytest

from mediaquiz.schedule.settings import DEFAULT_PARAMETERS, Settings, duration_text, plain_settings, read_settings

GOOD = [
    ("desired_retention", 0.85, 0.85),
    ("desired_retention", "0.85", 0.85),
    ("maximum_interval", 365, 365),
    ("learning_steps", "1m, 10m 1h", (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))),
    ("learning_steps", [], ()),
    ("relearning_steps", ["1d"], (timedelta(days=1),)),
    ("new_per_day", "0", 0),
    ("learn_ahead", "1.5h", timedelta(minutes=90)),
    ("fuzz", "off", False),
    ("fuzz", True, True),
    ("balance", "off", False),
    ("easy_days", "100% 100 100, 100 100 50 0", (100, 100, 100, 100, 100, 50, 0)),
    ("easy_days", [100] * 7, (100,) * 7),
    ("parameters", list(DEFAULT_PARAMETERS), DEFAULT_PARAMETERS),
]
BAD = [
    ("desired_retention", 0.2),
    ("desired_retention", True),
    ("desired_retention", "much"),
    ("desired_retention", None),
    ("maximum_interval", 1.5),
    ("maximum_interval", "x"),
    ("learning_steps", "soon"),
    ("learning_steps", 5),
    ("learn_ahead", "90d"),
    ("learn_ahead", 3),
    ("fuzz", "maybe"),
    ("easy_days", "weekend"),
    ("easy_days", [0] * 7),
    ("easy_days", [100, 200, 100, 100, 100, 100, 100]),
    ("easy_days", 5),
    ("parameters", [1, 2, 3]),
    ("parameters", "many"),
    ("parameters", [999.0] * 21),
]


@pytest.mark.parametrize(("name", "value", "wanted"), GOOD)
def test_a_good_value_counts(name: str, value: object, wanted: object) -> None:
    settings, problems = read_settings({name: value, "colour": "blue"})
    assert (getattr(settings, name), problems) == (wanted, ())


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_bad_value_is_told_and_leaves_the_default(name: str, value: object) -> None:
    settings, problems = read_settings({name: value})
    assert settings == Settings()
    assert [problem.code for problem in problems] == ["MQ603"]
    assert name in problems[0].message and problems[0].hint


def test_settings_survive_being_written() -> None:
    settings = Settings(new_per_day=5, learning_steps=(timedelta(seconds=90),), fuzz=False)
    assert read_settings(plain_settings(settings)) == (settings, ())


def test_durations_are_written_in_their_largest_unit() -> None:
    texts = [duration_text(timedelta(seconds=s)) for s in (90, 600, 7200, 86400)]
    assert texts == ["90s", "10m", "2h", "1d"]


def test_parameters_have_a_name() -> None:
    assert Settings().params_id.startswith("fsrs6-")
    assert Settings().params_id != Settings(parameters=(0.3, *DEFAULT_PARAMETERS[1:])).params_id
