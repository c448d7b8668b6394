"""The words of the interface in the learner's language: plain dictionaries, loaded one at a time."""

from collections.abc import Mapping

LANGUAGES = ("en", "ko")


class Texts:
    """The catalogue of one language. ``texts("undone")`` is its text; values go in by name."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._words = _load(self.language)
        self._all = False

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key, with ``n`` choosing between one and many."""
        if key not in self._words and not self._all:
            self._words, self._all = {**self._words, **_load_rest(self.language)}, True
        found = self._words[key]
        if isinstance(found, tuple):
            found = found[0 if values.get("n") == 1 else 1]
        return found.format(**values) if values else found

    def interval(self, seconds: float) -> str:
        """A length of time in its largest sensible unit: 40 s is 1m, 36 hours are 2d."""
        for unit, size, least in _UNITS:
            if seconds >= least * size:
                amount = f"{seconds / size:.1f}" if unit in ("mo", "y") else str(round(seconds / size))
                return self(f"interval.{unit}", n=amount.removesuffix(".0"))
        return self("interval.m", n=max(1, round(seconds / 60)))

    def promised(self, ivl: int) -> str:
        """The interval of a review record: days, or negative seconds."""
        return self.interval(ivl * 86400 if ivl > 0 else -ivl)

    def spent(self, ms: int) -> str:
        """A time that something took, in words."""
        seconds = round(ms / 1000)
        return self("time.s", n=seconds) if seconds < 60 else self("time.m", n=round(seconds / 60))

    def hours(self, ms: int) -> str:
        """A long time in hours and minutes."""
        hours, minutes = divmod(round(ms / 60_000), 60)
        return self("time.h", hours=hours, minutes=minutes) if hours else self("time.min", minutes=minutes)

    def day(self, days: int) -> str:
        """A day, so many from today."""
        return self("when.today") if days <= 0 else self("when.tomorrow") if days == 1 else self("when.days", n=days)


_UNITS = (("y", 86400 * 365, 1), ("mo", 86400 * 30.4, 2), ("d", 86400, 1), ("h", 3600, 1.5))


def _load(language: str) -> Mapping[str, str | tuple[str, str]]:
    if language == "ko":
        from mediaquiz.cli.words_ko import WORDS
    else:
        from mediaquiz.cli.words_en import WORDS
    return WORDS


def _load_rest(language: str) -> Mapping[str, str | tuple[str, str]]:
    """The words that a quiz does without."""
    if language == "ko":
        from mediaquiz.cli.words_ko_stats import WORDS
    else:
        from mediaquiz.cli.words_en_stats import WORDS
    return WORDS


def language_of(wanted: str, env: Mapping[str, str]) -> str:
    """The interface language: what was asked for, else what the environment says, else English."""
    told = wanted or env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return next((language for language in LANGUAGES if told.lower().startswith(language)), "en")
