"""Gate for what a model proposes: the quoted words themselves give the answer.

A rule makes its item out of the words that it found, so these words bear it out. A model writes freely and quotes
afterwards: its question may be about something else than the quote, its answer come from elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from mediaquiz.gates.deeds import half_told, misplaced
from mediaquiz.gates.lessontext import bare, lesson_text, unlinked
from mediaquiz.gates.meaning import untold
from mediaquiz.gates.sides import asks_contrary, crossed, fits_all, told_aside, turned
from mediaquiz.gates.words import missing, stems
from mediaquiz.language.verbs import base_of, readings
from mediaquiz.model.candidate import Candidate
from mediaquiz.model.item import Choice, Cloze, Content, ListAll, Multi, Order, Recall, Short, TrueFalse
from mediaquiz.model.stages import Scene
from mediaquiz.model.views import answer_text, prompt
from mediaquiz.text import has_hangul, squash

_SPELT_OUT = re.compile(r"\([A-Z]{2,}s?\)")
"""An abbreviation behind its words: enough to be asked."""
_FEWEST_QUOTED = 4
"""Words of the shortest quote that says something."""
_TOLD = {Recall: 0.6, Choice: 0.7, Multi: 0.7}
"""The share of the answer's words that must stand in the quote; of a typed answer, a list or an order, all but few."""
_TYPED_TOLD = 0.8
_WELL_TOLD = 0.75
_BOTH_TOLD = 0.58
"""The share of question and answer together that the quote must have where it has less of the answer than this."""
_ROUNDING = 1e-9
_TELLING = 2
"""What more sentences hold are words of the whole lesson, that point to none of them."""
_STRANGE = 0.5
"""The share of a question's words that the lesson need not have."""

_ASKING = stems(
    "term name word concept purpose reason main key difference describe explain define definition function role goal "
    "effect result happen happens cause way step method type kind example benefit advantage problem following option "
    "statement best correct true false complete fill blank primarily typically usually used use does allow help "
    "important list give state according refer refers known meant need should done made make become give stand "
    "substance material device command show thing part sign fact number one two three four five six seven "
    "무엇 무엇이라고 무엇인가요 무엇을 무엇이 무슨 어떤 어떻게 어디 언제 누구 누가 왜 얼마나 얼마 이름 까닭 이유 순서 "
    "하나요 하는가 "
    "인가요 부르나요 말해 보세요 설명하세요 쓰세요 다음 가운데 중 옳은 것은 것"
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|without|cannot|rather than|instead of|unlike|avoid\w*|except|\w+n[’']t|hardly)\b"
    r"|않|아니|없|못",
    re.IGNORECASE,
)
_HARDLY = re.compile(r"\bhardly (?:be|any|ever)?\b", re.IGNORECASE)
"""What is all but impossible: no denial to whoever asks."""
_EXPLAINS = re.compile(r"^why\b|\bdiffer|\bunlike\b|\bnot\b|\bn[’']t\b", re.IGNORECASE)
"""Questions whose answers may well be denials."""
_DOES_NOT = re.compile(r" (?:\w+ )?(?:not|never|cannot|\w+n[’']t) (?:\w+ly )?(\w+)")
_CLAUSE = re.compile(r"[,;:.!?()—–]| (?:but|because|so that|while|whereas|which|although|though) ")
_JOINED = re.compile(r" (?:and|or) ")
_EITHER = re.compile(r"\beither (?P<one>\S+(?: \S+)?) or (?P<other>\S+(?: \S+)?)")
_CLAUSE_END = re.compile(r", | (?:because|since|so that|when|if|while|whereas|which|who|that) ")
_SHORT_MEMBER = 3
_BOTH = re.compile(r"(?P<one>\S+(?: \S+){0,3}),? and (?P<other>\S+(?: \S+){0,3}) both\b")
_LAST_TWO = re.compile(r"(?P<one>.*\S) (?:and|or) (?P<other>\S+(?: \S+)?)$")
_SEVERAL = re.compile(
    r"^(?:name|give|list|state|mention|what is|what's|which is) (?:one|two|an example|an?|any|some)\b (?:of|reason|way"
    r"|example|benefit|use|thing|kind|advantage|cause|factor)|\bone of the\b.*\?|\bfor example\?|\bname (?:one|any)\b"
    r"|^(?:name|give|state|mention) (?:one|any|an?) ",
    re.IGNORECASE,
)


def gate(candidate: Candidate, scene: Scene) -> str | None:
    """Refuses a proposal whose quote is a stump, says nothing of the question, or gives no or another answer."""
    if not candidate.item.proposed or candidate.item.source is None:
        return None
    content, quote = candidate.item.content, unlinked(candidate.item.source.quote)
    if isinstance(content, Order | ListAll):
        quote = f"{quote}\n{lesson_text(scene).around(quote)}"
    if len(re.findall(r"\w+", quote)) < _FEWEST_QUOTED and not _SPELT_OUT.search(quote):
        return "it quotes too little of the lesson"
    if isinstance(content, Short | Recall | Cloze) and _SEVERAL.search(prompt(content)):
        return "it asks for one of several right answers"
    if isinstance(content, TrueFalse):
        return None
    return (
        _answered(content, "\n".join((quote, lesson_text(scene).labels(quote), lesson_text(scene).led_in(quote))))
        or _loosely(content, quote)
        or _about(content, quote, scene)
        or _of_a_list(content, quote, scene)
        or _negated(content, quote)
        or _opposed(content, quote)
        or half_told(prompt(content), answer_text(content), quote)
        or misplaced(prompt(content), answer_text(content), quote)
        or _told_elsewhere(content, quote, scene)
        or _one_of_many(content, quote)
    )


def answers(content: Content) -> tuple[str, ...]:
    """Each right answer that the quote must give."""
    match content:
        case Multi(key=parts) | ListAll(members=parts) | Order(sequence=parts):
            return parts
        case _:
            return (answer_text(content),)


def _answered(content: Content, quote: str) -> str | None:
    least = _TOLD.get(type(content), _TYPED_TOLD)
    for answer in answers(content):
        words = stems(answer)
        if squash(answer) in squash(quote):
            continue
        if not words or len(untold(answer, quote)) > (1 - least) * len(words) + _ROUNDING:
            return f"its quote does not say {answer!r}"
    return None


def _loosely(content: Content, quote: str) -> str | None:
    """A free answer, some of whose words are not the quote's, to a question that is hardly the quote's either."""
    if not isinstance(content, Recall) or has_hangul(quote):
        return None
    answer, asked = stems(content.answer), stems(content.stem) - stems(content.answer)
    answered = len(answer) - len(untold(content.answer, quote))
    both = answered + len(asked - untold(content.stem, quote))
    if answered < _WELL_TOLD * len(answer) and both < _BOTH_TOLD * (len(answer) + len(asked)):
        return "its quote says too little of question and answer"
    return None


def _of_a_list(content: Content, quote: str, scene: Scene) -> str | None:
    """One entry of a list as the only answer to a question that fits every entry."""
    if not isinstance(content, Short | Recall | Choice):
        return None
    told = lesson_text(scene)
    asked = stems(prompt(content)) - _ASKING
    here = stems(f"{quote} {told.labels(quote)}") - stems(told.headings(quote))
    if asked and missing(asked, here) == asked and told.listed(quote):
        return "its quote is one of several in a list, and all answer its question"
    return None


def _about(content: Content, quote: str, scene: Scene) -> str | None:
    asked = stems(prompt(content)) - _ASKING
    told = lesson_text(scene)
    if len(missing(asked, told.words)) > _STRANGE * len(asked):
        return "its question uses words that the lesson does not have"
    whole = isinstance(content, Order | ListAll) and all(bare(answer) in bare(quote) for answer in answers(content))
    if asked and not whole and missing(asked, stems(f"{quote}\n{told.around(quote)}")) == asked:
        return "its quote is about something else than its question"
    return None


def _negated(content: Content, quote: str) -> str | None:
    """A quote that denies the answer, or a question for what is not so with an answer that is."""
    answer = squash(answer_text(content))
    text = bare(quote)
    place = text.find(answer)
    if isinstance(content, Choice) and _NOT.search(_HARDLY.sub("", content.stem)) and not _NOT.search(text):
        return "it asks for what is not so, and its quote says what is"
    if place < 0 and isinstance(content, Short | Choice):
        answer = answer.split()[0]
        place = text.find(f" {answer} ")
    if place < 0 or not isinstance(content, Short | Choice | Cloze | Recall):
        return None
    if isinstance(content, Cloze):
        return "its quote says the opposite" if _turned_blank(prompt(content), quote) else None
    if not isinstance(content, Recall) and _denied_behind(content, text, place + len(answer)):
        return "its quote denies the answer"
    asked_not = bool(_NOT.search(_HARDLY.sub("", prompt(content))))
    denied = _denied(text, place, place + len(answer))
    if isinstance(content, Recall):
        return (
            "its quote denies the answer" if denied and not asked_not and not _EXPLAINS.search(content.stem) else None
        )
    if denied and not asked_not:
        return "its quote denies the answer"
    if asked_not and not denied and not _NOT.search(text):
        return "it asks for what is not so, and its quote says what is"
    return None


def _denied_behind(content: Content, text: str, end: int) -> bool:
    """Whether the quote goes on, behind the answer, to deny what is asked of it: "the accused need not prove"."""
    denial = _DOES_NOT.match(text[end:])
    return bool(denial and stems(denial[1]) & stems(prompt(content)) and not _NOT.search(prompt(content)))


def _turned_blank(text: str, quote: str) -> bool:
    """Whether a sentence with a blank denies what the quote says, or says what the quote denies."""
    if _NOT.search(text):
        return _NOT.search(quote) is None
    if has_hangul(quote):
        return _NOT.search(quote) is not None
    said = stems(text)
    denied = (next(filter(None, map(stems, quote[no.end() :].split())), frozenset()) for no in _NOT.finditer(quote))
    return any(said & word for word in denied)


def _opposed(content: Content, quote: str) -> str | None:
    """An answer in words that mean the contrary of the quote's, or from the other side of what it contrasts."""
    if not isinstance(content, Short | Choice | Recall):
        return None
    answer = answer_text(content)
    if turned(answer, f"{quote}\n{prompt(content)}"):
        return "its quote says the opposite"
    if isinstance(content, Short | Choice) and fits_all(prompt(content), answer, quote):
        return "its quote gives several answers"
    if told_aside(prompt(content), answer, quote):
        return "its quote says that of something else"
    if not isinstance(content, Recall) and crossed(prompt(content), answer, quote):
        return "its quote says that of something else"
    return "its quote says it of the contrary" if asks_contrary(prompt(content), f"{quote}\n{answer}") else None


def _told_elsewhere(content: Content, quote: str, scene: Scene) -> str | None:
    """Another sentence of the lesson that says all that the question says, and does not give the answer."""
    asked = stems(prompt(content)) - _ASKING
    answer = stems(answer_text(content)) - asked
    if not isinstance(content, Short | Choice) or len(asked) < 2 or not answer or asked <= stems(quote):
        return None
    told = sum(asked <= words and not answer & words for words in lesson_text(scene).sentences)
    if 0 < told <= _TELLING:
        return "another sentence of the lesson is what it asks about"
    return None


def _denied(text: str, start: int, end: int) -> bool:
    """Whether a denial stands before this part in its clause; in Korean, right behind it."""
    if has_hangul(text):
        return re.match(r"\S{0,2}\s*(?:아니|말고|없)", text[end:]) is not None
    return _NOT.search(_CLAUSE.split(text[:start])[-1]) is not None


def _one_of_many(content: Content, quote: str) -> str | None:
    """One member of an enumeration as the only answer, unless the question names the others."""
    if not isinstance(content, Short | Recall):
        return None
    answer, asked = _no_article(squash(content.answer).strip(".")), squash(content.stem)
    if re.search(rf"\b{re.escape(answer)} (?:and|or|as well as) (?:the|an?|its|their)\b", bare(quote)):
        return "its quote gives one more"
    for members in enumerations(quote.replace("`", "")):
        if answer in members and not all(other in asked for other in members if other != answer):
            return "its quote gives several answers"
    return None


def enumerations(text: str) -> Iterator[tuple[str, ...]]:
    """The members of each ``a, b and c`` in a text, and of each ``a and b`` at the end of a clause, without articles.

    Where the first member begins, or the last one ends, form does not tell: their last, or first, words stand for them.
    """
    for sentence in re.split(r"[.;:!?()]", squash(text)):
        parts = [_no_article(part) for part in re.split(r",? and |,? or |, ", sentence) if part.strip()]
        if len(parts) >= 3 and _JOINED.search(sentence) and all(len(p.split()) <= 3 for p in parts[1:-1]):
            middle = [end for part in parts[1:-1] for end in _ends(part, last=True)]
            first = () if _goes_on(parts[0], parts[1]) else _ends(parts[0], last=True)
            yield (*first, *middle, *_ends(parts[-1], last=False))
        yield from _trailing(sentence)
        for pair in _BOTH.finditer(sentence):
            if base_of(pair["other"].split()[0]):
                continue
            yield (*_ends(pair["one"], last=True), _no_article(pair["other"]))
        for pair in _EITHER.finditer(sentence):
            yield (*_ends(pair["one"], last=True), *_ends(pair["other"], last=False))
        for clause in _CLAUSE_END.split(sentence):
            if (found := _LAST_TWO.search(clause)) and not _goes_on(found["one"], found["other"]):
                yield (*_ends(found["one"], last=True), *_ends(found["other"], last=False))


def _goes_on(one: str, other: str) -> bool:
    """Whether a verb with its object stands behind the "and", but no verb before it: "in the sand and lay eggs"."""
    words = other.split()
    behind = bool(base_of(words[0])) or (len(words) > 1 and bool(readings(words[0])))
    return behind and not readings(one.split()[-1])


def _trailing(sentence: str) -> Iterator[tuple[str, ...]]:
    """Two short members or more right before an "and", whatever stands before them."""
    for joint in _JOINED.finditer(sentence):
        before = sentence[: joint.start()].removesuffix(",").split(", ")
        short = list(takewhile(lambda part: len(part.split()) <= _SHORT_MEMBER, reversed(before[1:])))
        comma = sentence[: joint.start()].endswith(",")
        if len(short) > 1 or (short and comma):
            last = re.sub(r"^even ", "", re.split(r", | (?:and|or) ", sentence[joint.end() :])[0])
            first = _ends(before[-1 - len(short)], last=True)
            yield (*first, *(end for part in short for end in _ends(part, last=True)), *_ends(last, last=False))


def _ends(text: str, *, last: bool) -> tuple[str, ...]:
    words = text.split()
    return tuple(_no_article(" ".join(words[-n:] if last else words[:n])) for n in (1, 2, 3))


def _no_article(text: str) -> str:
    return re.sub(r"^(?:a|an|the) ", "", text.strip())
