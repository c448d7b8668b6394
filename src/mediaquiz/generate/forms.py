"""Forms of English sentences that turn into a question safely: one small function each, tried in order.

A form returns None unless the whole sentence fits; it never guesses a subject and never resolves a pronoun.
"""

import re
from dataclasses import replace
from functools import lru_cache

from mediaquiz.generate.asked import Asked, Form, stated, text_of
from mediaquiz.generate.english import lower_first, upper_first
from mediaquiz.generate.forms_advice import such_that, to_do, use_to, when_do, why_do
from mediaquiz.generate.forms_aim import CUES_SAID, aim, are_a, said, who_must
from mediaquiz.generate.forms_clause import (
    ENDING,
    MADE_TO,
    SEEING,
    TURNING,
    attribute,
    ends_at,
    made_to,
    meant_to,
    seen_as,
    stores_as,
    turns_into,
)
from mediaquiz.generate.forms_code import code_does, code_is, written_as
from mediaquiz.generate.forms_condition import condition
from mediaquiz.generate.forms_contrast import (
    advice,
    choose_by,
    comparative,
    differ,
    difference,
    instead,
    more_than,
    none_alone,
    shift,
    shifted,
)
from mediaquiz.generate.forms_counted import chain, counted, told_count
from mediaquiz.generate.forms_happens import happens, only, without
from mediaquiz.generate.forms_kind import in_which_kind, which_kind
from mediaquiz.generate.forms_meaning import gloss, makes_up, meaning, means_that, starts_with
from mediaquiz.generate.forms_means import by_means, means_of, needed, press
from mediaquiz.generate.forms_naming import called_its, called_when, some_called
from mediaquiz.generate.forms_pair import pair
from mediaquiz.generate.forms_person import CUES_DEED, who_did
from mediaquiz.generate.forms_predicate import (
    CUES_RANKED,
    STORING,
    called,
    considered,
    predicate,
    ranked,
    the_chief,
    where_kept,
)
from mediaquiz.generate.forms_purpose import (
    LEADING,
    NEEDING_MORE,
    kinds,
    made_of,
    outcome,
    purpose,
    unlike,
    used_for,
    uses,
    when_does,
)
from mediaquiz.generate.forms_reason import because, doing_helps, due_to, is_when, that_is_why
from mediaquiz.generate.forms_relation import (
    GIVING,
    deed,
    destination,
    duty,
    effect,
    engine,
    is_a,
    lets,
    makes,
    passive,
)
from mediaquiz.generate.forms_scholar import (
    CUES_ENACTED,
    CUES_HELD,
    CUES_IDEA,
    CUES_MORE,
    TELLING,
    enacted,
    refers_to,
    the_more,
    thing_tells,
    who_held,
    whose_idea,
)
from mediaquiz.generate.forms_service import acts_as, eases, helps_with, leaves, not_used
from mediaquiz.generate.forms_so import consequence
from mediaquiz.generate.forms_subject import MOVING, WORKING, affects, only_one, what
from mediaquiz.generate.forms_thing import (
    GOOD_OR_BAD,
    RELYING,
    another_name,
    how_done,
    needs_to,
    one_advantage,
    relies_on,
    section_deed,
)
from mediaquiz.generate.forms_told import TELLING_TO, order_which, should_be, tells_to, way_to
from mediaquiz.generate.forms_you import how_you, if_you, tells_you, think_of, to_you, why_you, with_you
from mediaquiz.generate.known import opens_with_unknown
from mediaquiz.generate.shown import DOES, MODALS, by_cue, opening, present, shown, telling
from mediaquiz.language.clauses import split_bare
from mediaquiz.language.verbs import is_gerund
from mediaquiz.model.concept import Extract, Statement
from mediaquiz.model.item import ListAll, Recall, Short
from mediaquiz.model.same import Same
from mediaquiz.text import cut_opening

_FORMS: tuple[Form, ...] = (
    chain, pair, kinds, counted, another_name, one_advantage, told_count, who_held, who_did, the_more, whose_idea,
    enacted, aim, difference, meaning, said, how_you, why_you, to_you, tells_you, think_of, with_you, shift, shifted,
    none_alone, advice, choose_by, means_of, needed, use_to, to_do, press, written_as, who_must, why_do, when_do,
    such_that, code_does, unlike, because, due_to, that_is_why, condition, if_you, consequence, comparative, more_than,
    only_one, differ, is_when, the_chief, called, used_for, stores_as, uses, made_of, makes_up, means_that,
    starts_with, purpose, leaves, helps_with, how_done, passive, by_means, relies_on, needs_to, where_kept, predicate,
    considered, instead, doing_helps, seen_as, made_to, ends_at, turns_into, meant_to, which_kind, in_which_kind,
    destination, lets, makes, effect, duty, engine, ranked, is_a, are_a, when_does, section_deed, outcome, what,
    affects, deed, thing_tells, refers_to, only, happens, gloss, attribute, tells_to, way_to, should_be, order_which,
    called_its, called_when, some_called, eases, not_used, acts_as, code_is,
)  # fmt: skip
"""The forms of whole sentences, the most telling first."""


def fitting(forms: tuple[Form, ...], found: Statement) -> list[Form]:
    """Those of the forms that may fit a statement, in their order; a form without cues may fit any."""
    numbers, known = _numbers(Same(forms))
    fit = numbers[""].union(*[numbers[cue] for cue in shown(found) & known])
    return [forms[number] for number in sorted(fit)]


@lru_cache(maxsize=4)
def _numbers(of: Same[tuple[Form, ...]]) -> tuple[dict[str, frozenset[int]], frozenset[str]]:
    """The numbers of the forms by cue, and all cues."""
    numbers = by_cue(of.value, _CUES)
    return numbers, frozenset(numbers)


_LEAD = re.compile(
    r"^(?P<lead>(?:according to|in|during|under|within|at|among|after|before|without|with|for|on|over|through) "
    r"(?!this|that|these|those|such|other|addition|fact|general|contrast|turn|particular|short|it|them|our|my|his|her"
    r"|order|many|most|some|each|either|both|example|instance|\w+ing\b)(?:(?!\b\d)[^,;:—]){2,60}), "
    r"(?P<rest>(?!(?:and|but|or|so|yet)\b)[^;:—]{15,200})$",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^(?:according to|\w+) ", re.IGNORECASE)
_ASKS = re.compile(r"^(?:what|why|when|where|how|which) |\. Why\?$", re.IGNORECASE)


def led(found: Statement, extract: Extract) -> Asked | None:
    """In Z, X does Y.  →  In Z, what does X do?  The words in front stay in front of whatever is asked of the rest."""
    match = _LEAD.match(text_of(found))
    if not match or opens_with_unknown(cut_opening(_LEADS, match["lead"]), extract):
        return None
    rest = replace(found, text=upper_first(match["rest"]))
    asked = next((asked for form in fitting(_FORMS, rest) if (asked := form(rest, extract))), None)
    if not asked or not isinstance(asked.content, Recall | Short | ListAll) or not _ASKS.search(asked.content.stem):
        return None
    stem = f"{match['lead']}, {lower_first(asked.content.stem, extract.lesson)}"
    return replace(asked, content=replace(asked.content, stem=stem))


_CLAUSE_LEAD = re.compile(
    r"^(?P<lead>(?:when|whenever|if|once|after|while) (?P<cause>[^,;:—]{6,100})), (?:then )?(?P<rest>[^;:—]{15,180})$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"^(?:what|why|where|how|which [a-z ]+?) (?:is|are|do|does|can|must|should|will)\b|\. Why\?$", re.I
)


def led_by_clause(found: Statement, extract: Extract) -> Asked | None:
    """When C holds, X does Y.  →  When C holds, what does X do?  The condition stays in front of what is asked."""
    match = _CLAUSE_LEAD.match(text_of(found))
    if not match or _POINTS.search(match["cause"]):
        return None
    if not (split_bare(match["cause"]) or is_gerund(match["cause"].split(" ")[0])):
        return None
    rest = replace(found, text=upper_first(match["rest"]))
    asked = next((asked for form in fitting(_FORMS, rest) if (asked := form(rest, extract))), None)
    if (
        not asked
        or not isinstance(asked.content, Recall | Short | ListAll)
        or not _AUXILIARY.search(asked.content.stem)
    ):
        return None
    stem = f"{match['lead']}, {lower_first(asked.content.stem, extract.lesson)}"
    return replace(asked, content=replace(asked.content, stem=stem))


_ONE_OF = re.compile(
    r"^one (?P<of>of the (?:[a-z]+ )?(?:components?|features?|propert(?:y|ies)|strengths?|weaknesses|ideas?|problems?"
    r"|advantages?|disadvantages?|drawbacks?|benefits?|limitations?|downsides?|characteristics"
    r"|consequences?|challenges?) "
    r"(?:of|in|with|for) (?P<what>[^,;:—]{2,50}?)) is that (?P<rest>(?:(?P<pronoun>it|they) )?[^.;:—]{8,160})$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:this|these|those|such|it|them|its|their|here)\b", re.IGNORECASE)


def one_of(found: Statement, extract: Extract) -> Asked | None:
    """One of the problems of X is that it does Y.  →  What is asked of "X does Y"; else the problem itself."""
    match = _ONE_OF.match(text_of(found))
    if not match or _POINTS.search(match["what"]) or opens_with_unknown(match["what"], extract):
        return None
    if match["pronoun"]:
        inner = replace(found, text=upper_first(f"{match['what']} {match['rest'][len(match['pronoun']) + 1 :]}"))
        asked = next((asked for form in fitting(_FORMS, inner) if (asked := form(inner, extract))), None)
        if asked:
            return asked
    return Asked("one-of", Recall(f"What is one {match['of']}?", stated(f"that {match['rest']}")), "relation", 0.7)


FORMS: tuple[Form, ...] = (*_FORMS, led, without, one_of, led_by_clause)
"""All forms of English."""

_COUNTS = "two three four five six seven 2 3 4 5 6 7"
_NAMES = "called known termed referred dubbed"
_CONDITIONS = "when if whenever before after"
_CUES: dict[Form, str] = {
    kinds: _COUNTS, counted: _COUNTS, shift: "from", none_alone: "no",
    shifted: "moved shifted changed turned switched went", advice: "*",
    choose_by: "choose judge measure rate sort order pick select name group", use_to: "use run type press",
    to_do: "you we", why_do: "not don never avoid so", when_do: "*", such_that: "*", code_does: "`",
    unlike: "unlike contrast compared opposed", because: "because since as", that_is_why: "why therefore hence so",
    condition: opening(f"{_CONDITIONS} as once"), consequence: "so therefore hence thus why", comparative: "than",
    more_than: "than", only_one: "not", differ: "different same while whereas although but ; *", is_when: "when",
    uses: "use uses", called: "called known referred termed", used_for: "used",
    the_chief: "main key core major chief principal primary central biggest greatest most best easiest simplest first"
    " last only basic two three four",
    made_of: "consist consists comprise comprises made composed divided include includes contain contains",
    purpose: "order so", passive: "by", by_means: "by through via help using", predicate: "is are be get gets",
    considered: "considered thought believed assumed known said expected supposed", instead: "instead rather",
    destination: "+send +return +move +bring", lets: "let lets allow allows help helps", makes: "make makes",
    duty: "must should", engine: ":", is_a: "is are", when_does: _CONDITIONS,
    aim: "goal aim purpose function role job task objective point", said: CUES_SAID, who_must: opening("to in"),
    are_a: "are", stores_as: "as", due_to: "because due owing result",
    pair: "this that they it these problem issue difficulty risk reason way fix solution remedy cure strategy trick",
    how_you: "you", why_you: "you", to_you: "you", if_you: "you", tells_you: "you", with_you: "using with means",
    difference: "difference", press: "press hit click type enter",
    written_as: "written typed spelled abbreviated denoted expressed", meaning: "meaning means", makes_up: "make form",
    means_that: "mean means imply implies", starts_with: "with", without: "without", means_of: "can able",
    needed: "need must have",
    how_done: "measured calculated routed counted defined stored written expressed computed identified addressed",
    another_name: "also sometimes", one_advantage: f"{GOOD_OR_BAD} disadvantage", needs_to: "need needs",
    think_of: "you thought viewed seen regarded interpreted understood", leaves: "not never cannot",
    helps_with: "help helps allow allows", told_count: _COUNTS, the_more: CUES_MORE, refers_to: "refer refers",
    whose_idea: CUES_IDEA, turns_into: f"{telling(TURNING)} {MODALS}", made_to: telling(MADE_TO),
    meant_to: "designed intended meant built made created", seen_as: telling(SEEING), attribute: opening("the"),
    ranked: CUES_RANKED, only: "only",
    happens: "if when whenever once", gloss: "which ; —", who_held: CUES_HELD, enacted: CUES_ENACTED,
    relies_on: telling(RELYING), where_kept: present(STORING), thing_tells: telling(TELLING), what: telling(WORKING),
    affects: present(MOVING), ends_at: telling(ENDING), who_did: CUES_DEED, which_kind: "+",
    in_which_kind: opening("in during under at with"), section_deed: DOES,
    effect: f"* directly usually always often {telling(GIVING)}", deed: f"{DOES} +did",
    outcome: f"* {telling(LEADING | NEEDING_MORE)} {MODALS}",
    led: opening("according in during under within at among after before without with for on over through"),
    led_by_clause: opening("when whenever if once after while"), one_of: "^one", chain: ":", doing_helps: "^ing",
    tells_to: present(TELLING_TO), way_to: "way ways", should_be: "must should", order_which: "which",
    called_its: _NAMES, called_when: _NAMES, some_called: _NAMES,
    acts_as: "act acts behave behaves serve serves function functions work works", code_is: "`", eases: "make makes",
    not_used: "not never cannot",
}  # fmt: skip
"""What every statement that a form fits shows one of, see ``shown``: without it the form need not be tried."""
