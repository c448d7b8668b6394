"""Cues: what they are, and that none hides what its pattern would find."""

import re
from collections.abc import Collection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediaquiz.extract import contrasts, definitions, leading, pairs, persons, salience
from mediaquiz.gates import overstated, perishable, standalone
from mediaquiz.generate import anyclause, asked, blanks, forms_person, forms_scholar
from mediaquiz.language import scholars
from mediaquiz.language.cues import cues, matches
from mediaquiz.text import first_word

ASCII = st.characters(codec="ascii")


def test_cues_are_the_words_in_small_letters_and_some_marks() -> None:
    assert cues("Don't run: `Ice_1` breaks, they said") == frozenset("don t run ice_1 breaks they said : ` ,".split())


@pytest.mark.parametrize("sentence", ["The “keel”—don’t ask—holds…", "Das Öl schwimmt; 얼음도 뜬다.", ""])
def test_typography_and_other_letters_make_no_difference(sentence: str) -> None:
    assert cues(sentence) == frozenset(re.findall(r"\w+|[:;,`—]", sentence.lower()))


@given(st.text())
def test_cues_are_what_a_pattern_would_find(sentence: str) -> None:
    assert cues(sentence) == frozenset(re.findall(r"\w+|[:;,`—]", sentence.lower()))


@given(st.text(alphabet="callednotm .,", max_size=60))
def test_matches_are_those_of_finditer(text: str) -> None:
    pattern = re.compile(r"\b(?:called|call|named) (?P<term>[a-z]+)")
    expected = [found.span() for found in pattern.finditer(text)]
    assert [found.span() for found in matches(pattern, text, ("called", "call", "named"))] == expected


CUED: tuple[tuple[str, re.Pattern[str], Collection[str], str], ...] = (
    ("places", standalone._POINTS, standalone._PLACES, ""),
    ("figures", standalone._SHOWS, standalone._SHOWING, r" [?.]"),
    ("compared", standalone._MORE_THAN_WHAT, standalone._COMPARING, ""),
    ("of another", standalone._ONE_OF_THE_PAGE, standalone._OF_ANOTHER, ""),
    ("the page's", standalone._PAGES_OWN, standalone._OWNED, ""),
    ("by figure", standalone._BY_FIGURE, standalone._FIGURES, ""),
    ("labels", standalone._LABEL, standalone._DRAWN, r"[A-Z][sd]?\d"),
    ("earlier work", standalone._TAKEN, standalone._TAKING, ""),
    ("pronouns", standalone._ASKS, standalone._POINTING, ""),
    ("today", perishable._PERISHES, perishable._PERISHING, ""),
    ("in part", overstated._IN_PART, overstated._PARTS, ""),
    ("leaning", blanks._LEANS, blanks._LEANING, "/"),
    ("in general", salience._GENERAL, salience._GENERAL_WORDS | salience._GENERAL_PHRASES, ""),
    ("does not", contrasts._DOES, contrasts._DOING, ""),
    ("two names", definitions._TWO_NAMES, definitions._NAMING, ""),
    ("claims", forms_scholar._CLAIM, forms_scholar.CUES_HELD.split(), ""),
    ("according to", forms_scholar._ACCORDING, forms_scholar.CUES_HELD.split(), ""),
    ("believed", forms_scholar._BELIEVED, forms_scholar.CUES_HELD.split(), ""),
    ("made", forms_scholar._MADE, forms_scholar.CUES_HELD.split(), ""),
    ("enacted", forms_scholar._ENACTED, forms_scholar.CUES_ENACTED.split(), ""),
    ("deeds", forms_person._DEED, forms_person.CUES_DEED.split(), ""),
    ("was", forms_person._WAS, forms_person.CUES_DEED.split(), ""),
    ("in his view", forms_person._IN_HIS_VIEW, forms_person.CUES_DEED.split(), ""),
)
"""Patterns with the words of which one stands in whatever they find in ASCII, or else a mark."""


@pytest.mark.parametrize(("pattern", "words", "mark"), [row[1:] for row in CUED], ids=[row[0] for row in CUED])
def test_no_cue_hides_what_its_pattern_finds(pattern: re.Pattern[str], words: Collection[str], mark: str) -> None:
    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern, alphabet=ASCII))
    def holds(sentence: str) -> None:
        found = pattern.search(sentence)
        told = cues(sentence) if found else frozenset(words)
        assert not told.isdisjoint(words) or (mark and re.search(mark, sentence)), sentence

    holds()


OPENED: tuple[tuple[str, re.Pattern[str], Collection[str]], ...] = (
    ("however", asked._JOINS, asked._JOINING),
    ("today", anyclause._FRONT, anyclause._IN_FRONT),
    ("note that", leading._ANNOUNCES, leading._ANNOUNCING),
    ("recall that", leading._JOINS, leading._JOINING),
    ("in practice", pairs._JOINS, pairs._JOINING),
    ("this is because", pairs._FOLLOWS, pairs._FOLLOWING),
    ("in particular", persons._OPENS, persons._OPENING),
)
"""Patterns with the first words of whatever they find at the head of a sentence."""


@pytest.mark.parametrize(("pattern", "words"), [row[1:] for row in OPENED], ids=[row[0] for row in OPENED])
def test_no_first_word_hides_what_its_pattern_finds(pattern: re.Pattern[str], words: Collection[str]) -> None:
    @settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern, alphabet=ASCII))
    def holds(sentence: str) -> None:
        found = pattern.match(sentence)
        assert not found or not found[0] or first_word(sentence) in words, sentence

    holds()


@given(st.from_regex(scholars._CALLINGS, fullmatch=True, alphabet=ASCII))
def test_callings_end_as_is_looked_for_first(calling: str) -> None:
    assert calling.endswith(scholars._ENDS)
