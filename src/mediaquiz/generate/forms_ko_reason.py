"""Korean sentences of reason and purpose."""

import re

from mediaquiz.generate.asked import Asked
from mediaquiz.generate.asked_ko import joined, named, stated, told, why
from mediaquiz.language.korean import josa
from mediaquiz.language.korean_clauses import (
    Topic,
    has_subject,
    has_topic,
    is_phrase,
    phrase_start,
    subject_at,
    topic_of,
)
from mediaquiz.language.korean_leaning import bare, leans, standing
from mediaquiz.language.korean_verbs import asking, final_of, is_adjective, reason, stem_of
from mediaquiz.model.item import ListAll

_NAMED = re.compile(
    r"^(?P<what>.{4,80}?)\s(?P<noun>까닭|이유|원인|(?<=[는은던한인된린난간진] )것)[은는]\s(?P<why>.{4,120}(?:때문"
    r"|서)\S*)$"
)


def reason_named(text: str, whole: str) -> Asked | None:
    """X 까닭은 Y 때문이다.  →  X 까닭은 무엇인가요?"""
    found = _NAMED.match(text)
    if not found:
        return None
    if found["noun"] == "것" and not (subject_at(found["why"]) >= 0 or re.search(r"[을를] ", found["why"])):
        return None  # "to do so is useful, that is why": the reason for something else
    noun = found["noun"].replace("것", "까닭")
    stem = f"{found['what']} {josa(noun, '은')} 무엇인가요?"
    return told("because", stem, stated(found["why"]), "reason", 0.9)


_PAIR = re.compile(r"^(?P<one>[^.]+[다요])\. (?P<other>.+[다요죠])\.?$")
_THEN = re.compile(
    r"^(?:그래서|따라서|이 때문에|그 때문에|그러므로|그 결과|이로 인해|그 덕분에|이 덕분에)\s(?P<what>.+)$"
)
_BECAUSE = re.compile(
    r"^(?:왜냐하면\s|이는\s|그것은\s|(?:(?:그|이) )?(?:이유|까닭|원인)[은는]\s)?(?P<why>.+때문(?:이다|입니다|이에요"
    r"|이죠|이지요))\.?$"
)
_NO_REASON = re.compile(r"^(?:즉|먼저|말할 필요|굳이|다시 말해|우선|대신)")
_ORDERS = re.compile(r"(?:해야 합니다|것입니다)$")


def two_sentences(text: str, whole: str) -> Asked | None:
    """X. 그래서 Y.  and  Y. 왜냐하면 X 때문이다.  →  Y는 왜 그런가요?"""
    pair = _PAIR.match(text)
    if not pair:
        return None
    if then := _THEN.match(pair["other"]):
        cause, what = bare(pair["one"]), then["what"]
        answer = stated(cause)
        if not has_subject(cause, whole) or _NO_REASON.match(cause) or _ORDERS.search(what) or not standing(cause):
            return None
    elif because := _BECAUSE.match(pair["other"]):
        if pair["other"].startswith("이는 ") and re.search(r"[가-힣](?:며|고), ", because["why"]):
            return None  # the first of two predicates is that of "this", not of what comes before
        what, answer = pair["one"], reason(bare(because["why"]))
    else:
        return None
    what = standing(what)
    if not what or (not topic_of(what, whole) and topic_of(bare(pair["one"]), whole)):
        return None  # it happens to what the first sentence speaks of
    return told("that-is-why", why(what, whole), answer, "reason")


_SO = re.compile(r"^(?:이를 통해|이로써|이렇게 하면|그렇게 하면),? (?P<what>.+[다요])\.?$")
_MEANS = re.compile(r"^(?:이는|이것은|그것은) (?P<what>.{6,100})[을를] (?P<verb>(?:의미|뜻)\S+)\.?$")


_SHORT_WHAT = 60


def what_for(text: str, whole: str) -> Asked | None:
    """X. 이를 통해 Y할 수 있다.  →  어떻게 Y할 수 있나요?"""
    pair = _PAIR.match(text)
    found = _SO.match(pair["other"]) if pair else None
    if not pair or not found or not (how := standing(pair["one"])) or leans(found["what"]):
        return None
    what = found["what"].rstrip(".")
    topic = topic_of(what, whole)
    if (
        joined(what)
        or len(what) > _SHORT_WHAT
        or "수도 있" in how
        or has_subject(how, whole)
        or re.search(r"[다라][\"'”’]?고 \S+$", how)
        or not re.search(r"[을를이가] \S", what)
        or re.search(r"(?:확인|알|볼) 수 ", what)
    ):
        return None
    asked = asking(topic.rest if topic else what)
    if not asked or (topic and topic.frame):
        return None
    return told(
        "how", f"{topic.text} 어떻게 {asked}?" if topic else f"어떻게 하면 {asked}?", stated(how), "means", 0.75
    )


def this_means(text: str, whole: str) -> Asked | None:
    """X. 이는 Y를 뜻한다.  →  X. 이는 무엇을 뜻하나요?"""
    pair = _PAIR.match(text)
    found = _MEANS.match(pair["other"]) if pair else None
    if not pair or not found or not (first := standing(pair["one"])) or not topic_of(first, whole):
        return None
    asked = asking(found["verb"])
    return told(
        "meaning", f"{stated(first)} 이는 무엇을 {asked}?" if asked else "", stated(found["what"]), "meaning", 0.75
    )


_WHY = re.compile(
    r"^(?P<why>.{3,90}?(?:기 때문에|[가-힣]므로|[은는던인] 덕분에|[은는던인] 탓에)),? (?P<what>.{2,100}[다요])$"
)
_UNDER = re.compile(r"^(?P<when>[^,.]{4,50}?[^려라다자하반가-]면),? (?P<rest>.+)$")
"""A condition that opens a clause."""
_NOUN_WHY = re.compile(
    r"^(?P<topic>\S+(?: \S+){0,3}?[은는]) (?P<noun>[^,]{2,40}?)(?: 때문에|(?:으로|로) 인해서?| 덕분에|(?:으로|로)"
    r" 인하여),? "
    r"(?P<what>.{4,90}[다요])$"
)
_BY_END = re.compile(r"^(?P<why>.{3,60}?(?<![에여면통위])(?:[아어여해와워라려져겨])서), (?P<what>.{4,100}[다요])$")
_SHORT_WHY = re.compile(
    r"^(?P<subject>[^,. ]+(?: [^,. ]+)?[은는])\s(?P<why>[^,. ]+[이가] [^,. ]+(?<!에)서),?\s(?P<what>[^,. ]+(?:"
    r" [^,. ]+){0,4}[다요])$"
)
"""A reason of two words, noun and verb, leaves no doubt what belongs to it."""
_NO_WHY = re.compile(r"지만|(?<!보)다 |요 |뿐만|따라서|는데\s|으며\s|[^,]+,\s[^,]+,\s")


def cause(text: str, whole: str) -> Asked | None:
    """Y 때문에 X다.  →  왜 X인가요?  The topic belongs to both halves, or each has its own subject."""
    if short := _SHORT_WHY.match(text):
        topic = topic_of(f"{short['subject']} {short['what']}", whole)
        stem = why(f"{short['subject']} {short['what']}", whole) if topic else ""
        return told("because", stem, stated(short["why"]), "reason", 0.8)
    found = _WHY.match(text) or _BY_END.match(text)
    if not found:
        return _noun_cause(text, whole)
    if _NO_WHY.search(found["why"]) or re.match(r".{4,50}[다라]면 ", found["why"]):
        return None
    stem, answer = _halves(found["why"], found["what"], whole)
    return told("because", stem, reason(answer) if answer else "", "reason")


def _halves(cause: str, what: str, whole: str) -> tuple[str, str]:
    """The question and the clause that answers it: a topic in front of both belongs to what is asked."""
    if under := _under_condition(cause, what, whole):
        return under
    topic = topic_of(cause, whole)
    own = topic_of(what, whole)
    if own and not own.frame:
        return why(what, whole), cause
    if topic is None:
        return (why(what, whole), cause) if subject_at(what) >= 0 else ("", "")
    if topic.frame:
        return why(f"{topic.text} {what}", whole) if subject_at(what) >= 0 else "", topic.rest
    stem = stem_of(what)
    if subject_at(what) >= 0 and not (is_adjective(stem) or stem.endswith(("있", "없"))):
        return "", ""  # the second half may have a subject of its own, or not
    return why(f"{topic.text} {what}", whole), topic.rest


def _under_condition(cause: str, what: str, whole: str) -> tuple[str, str] | None:
    """A 때문에 B면 C; B면 A 때문에 C.  →  B면 왜 C인가요?  The condition belongs to what is asked."""
    if found := _UNDER.match(what):
        if topic_of(found["rest"], whole) or subject_at(found["rest"]) >= 0 or not has_subject(cause, whole):
            return None
        asked = asking(found["rest"]) if not joined(found["rest"]) else ""
        return (f"{found['when']} 왜 {asked}?", cause) if asked else ("", "")
    found = _UNDER.match(cause)
    if not found or not has_subject(found["rest"], whole) or topic_of(cause, whole):
        return None
    asked = why(what, whole)
    return (f"{found['when']} {asked}" if asked.startswith("왜 ") else "", found["rest"])


_COURSE_OF = re.compile(r"[를을이가에] \S+[는은한된] (?:과정|현상|작용|일|힘)$")
"""What goes on, as a reason."""


def _noun_cause(text: str, whole: str) -> Asked | None:
    """S는 N 때문에 X다.  →  S는 왜 X인가요?  →  N 때문이에요."""
    found = _NOUN_WHY.match(text)
    topic = topic_of(text, whole) if found else None
    if not found or not topic or topic.text != found["topic"]:
        return None
    if not (is_phrase(found["noun"]) or _COURSE_OF.search(found["noun"])) or has_topic(f"{found['noun']} .", whole):
        return None
    return told("because", why(f"{topic.text} {found['what']}", whole), f"{found['noun']} 때문이에요.", "reason", 0.8)


_OTHERS_AIM = re.compile(r"(?:^| )\S+들이 |(?:^| )[^ ]*[가-힣]{2}[이가] (?:[^ ]+ )*[^ ]+[을를] ")
"""Somebody else whose aim it is: ``농부들이 물을 대기 위해``."""
_AIM = re.compile(r"^(?P<aim>.{3,70}기 위(?:해|해서|하여)),? (?P<what>.{3,90}[다요])$")
_FOR = re.compile(r"^(?P<aim>[^,]{2,40}?)[을를] 위(?:해|해서|하여),? (?P<what>.{3,90}[다요])$")


_MADE = re.compile("만들|설계|개발|고안|지어|세워")


def purpose(text: str, whole: str) -> Asked | None:
    """S는 Y하기 위해 X한다.  →  S는 왜 X하나요?  →  Y하기 위해서예요."""
    topic = topic_of(text, whole)
    if not topic:
        return None
    if found := _AIM.match(topic.rest):
        if (
            "," in found["aim"]
            or re.match(r"[^ ]+고 ", found["aim"])
            or _OTHERS_AIM.search(found["aim"])
            or subject_at(f"{found['aim']} .") >= 0
            or _SAYS_ONLY.search(found["what"])
            or topic_of(found["what"], whole)
            or re.search(r"(?:한다|합니다|해요)면 ", found["aim"])
        ):
            return None
        asked = asking(found["what"]) if not joined(found["what"]) else ""
        if asked.endswith("인가요"):
            return None  # "is a tool made to …": what it is for describes the tool
        return told("purpose", f"{topic.text} 왜 {asked}?" if asked else "", reason(found["aim"]), "purpose")
    found = _FOR.match(topic.rest)
    made = found is not None and (" " in found["aim"] or _MADE.match(found["what"]) is not None)
    if found and made and is_phrase(found["aim"]) and not joined(found["what"]) and (asked := asking(found["what"])):
        return named("purpose", f"{topic.text} 무엇을 위해 {asked}?", found["aim"], "purpose")
    return None


_SAYS_ONLY = re.compile(r"것이 |모든 것|(?:의미|뜻|포함|말)(?:한다|합니다|해요)$")
"""What is said by definition has no purpose."""


_IN_ORDER = re.compile(r"^(?P<aim>.{3,60}(?:[가-힣]려면|기 위해서?는?)),? (?P<what>.{3,90}[다요])$")
_MADE_FOR = re.compile(r"^(?P<aim>[^,]{4,60}기 위)한 (?P<needed>[^,]{1,30})[이가] 필요(?:하다|합니다|해요)$")
_WHO_MUST = re.compile(r"^(?P<what>[^,]{2,50})[을를] (?P<must>\S+야 (?:한다|합니다|해요|했다))$")


def _who_must(aim: str, topic: Topic) -> Asked | None:
    """Y하려면 X는 N을 V해야 한다.  →  Y하려면 X는 무엇을 V해야 하나요?"""
    found = _WHO_MUST.match(topic.rest)
    asked = asking(found["must"]) if found and not topic.frame and is_phrase(found["what"]) else ""
    return (
        named("how-to", f"{aim} {topic.text} 무엇을 {asked}?", found["what"], "condition") if found and asked else None
    )


_KNOWS = re.compile(r"^(?P<known>[^은는,]{1,40}?)[을를] (?P<must>알아야 (?:한다|합니다|해요))$")
_NEEDS = re.compile(r"^(?:[^,]+[은는] )?(?P<needed>[^은는]{1,60}?)[이가] 필요(?:하다|합니다|해요)$")


def how_to(text: str, whole: str) -> Asked | None:
    """Y하려면 X해야 한다.  →  Y하려면 어떻게 해야 하나요?"""
    if (made := _MADE_FOR.match(text)) and is_phrase(made["needed"]) and not topic_of(made["aim"], whole):
        return named("needs", f"{_TO.sub(_in_order, made['aim'])} 무엇이 필요한가요?", made["needed"], "condition")
    found = _IN_ORDER.match(text)
    if not found:
        return None
    if topic := topic_of(found["what"], whole):
        return _who_must(_TO.sub(_in_order, found["aim"]), topic)
    if needs := _NEEDS.match(found["what"]):
        names = [name.strip() for name in re.split(r",\s*|(?<=[가-힣])[와과] ", needs["needed"]) if name.strip()]
        stem = f"{found['aim']} 무엇이 필요한가요?"
        if 2 <= len(names) <= 6:
            return Asked("needs", ListAll(stem, tuple(names), tuple(() for _ in names)), "condition", 0.8)
        if re.match(r"(?:여러|하나의|많은|다른|몇) \S+$", needs["needed"]):
            return None
        words = needs["needed"].split(" ")
        start = phrase_start(words, len(words) - 1)
        where = "".join(f"{word} " for word in words[:start])
        if re.search(r"(?:외에도|만큼|보다) ", where):
            return None
        stem = f"{found['aim']} {where}무엇이 필요한가요?"
        return named("needs", stem, " ".join(words[start:]), "condition")
    if (knows := _KNOWS.match(found["what"])) and is_phrase(knows["known"]):
        return named("how-to", f"{found['aim']} 무엇을 알아야 하나요?", knows["known"], "condition")
    if not re.search(
        r"[가-힣]야 (?:한다|합니다|해요|했다)$|(?:사용한다|사용합니다|사용해요|쓴다|씁니다|써요)$",
        found["what"],
    ):
        return None
    if re.search(r"(?:몇 가지|둘 다|다음) ", found["what"]):
        return None
    if _TWO_CLAUSES.search(found["aim"]) or MANY_DO.match(found["aim"]):
        return None
    aim = _TO.sub(_in_order, found["aim"])
    return told("how-to", f"{aim} 어떻게 해야 하나요?", stated(found["what"]), "condition", 0.8)


MANY_DO = re.compile(r"(?:많은|모든|대부분의|일부) \S+[이가은는] ")
"""What many do for an end is no rule of how to reach it."""
_TWO_CLAUSES = re.compile(r"[은는] .*(?:[가-힣)`]며|지만|는데),? ")
_TO = re.compile(r"(?P<stem>[가-힣])기 위(?:해서?는?)?$")


def _in_order(found: re.Match[str]) -> str:
    """``줄이기 위해`` as ``줄이려면``, ``얻기 위해`` as ``얻으려면``."""
    open_ended = final_of(found["stem"]) in {0, _RIEUL}
    return f"{found['stem']}{'' if open_ended else '으'}려면"


_RIEUL = 8
