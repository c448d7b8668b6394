"""Sentences that speak of "we" and "you" and yet say something of the field: told to the one reader they address.

What the writer did, shows here or does next, and what the reader made on another page, are none of the field's.
"""

import re

from mediaquiz.extract.leading import with_comma
from mediaquiz.language.cues import cues
from mediaquiz.language.verbs import is_infinitive
from mediaquiz.text import cut_opening

_SPOKEN = frozenset("we us our ours ourselves you your yourself".split())
_OTHERS = frozenset("he she him his her hers my me myself".split())
_I_OR_LETS = re.compile(r"\blet['’]s\b|\bi\b(?![/.])")
_A_FILE = re.compile(
    r"`[^`]*\w\.(?!(?:log|map|sum|min|max|get|set|add|pop|mean|std|sort|copy|join|test|env)`)[a-z]{2,4}`"
)
"""Of an example."""
_FORMULA = re.compile(r"(?<!\S)\$[^$\s][^$]{22,}[^$\s]\$|\\(?:ldots|cdots|sum|prod)\b")
"""Formulas that are long."""
_FIGURES = re.compile(r"(?<![\d\\_^$`])(?<!\\times )\d(?![\d$`]| ?\\times)(?<![01](?= ))")
"""The figures of an example; not "size 1"."""
_PAST = (
    r"(?:(?:have (?:[a-z]+ed|been|done|seen|made|built|read|written|got|run|set|put|just|already|never)\b"
    r"|had|were|did|just|already|saw|made|built|wrote|got|went|took|gave|found|knew|began|ran|chose"
    r"|set up|[a-z]{2,}(?<!ne)(?<!fe)(?<!se)ed)\b)"
)
_STORY = re.compile(
    rf"\bwe {_PAST}|\bwe['’](?:ve|d)\b|\byou['’]d\b"
    r"|(?:^|, |\b(?:if|when|once|after|since|as|now that|and|but) )you['’]ve\b"
    rf"|(?:^|, |\b(?:if|when|once|after|since|as|that|and|but) )you {_PAST}"
    r"|\b(?:(?<!over and over )again(?![.;])|instead(?! of\b)|so far|once more|as before|as usual"
    r"|for (?:example|instance|simplicity|convenience|brevity))\b"
    r"|\b(?:this|these|those|that|the (?:previous|next|following|modified|resulting)) (?:[\w-]+ )?"
    r"(?:way|point|time|command|output|result|code|line|cell|script|program|notebook|problem|module|unit)s?\b"
    r"|\b(?:this|these|those|that|the (?:same|previous|next|following|first|second|third|last|new|other|running)) "
    r"(?:[\w-]+ )?(?:chapter|section|lesson|episode|course|book|page|figure|table|example|exercise|step|case|scenario"
    r"|diagram|plot)s?\b"
    r"|\b(?:the|your|our) (?:figure|table|example|above|following|next|previous)\b"
    r"|\b(?:gain|get) (?:an?|some|more|better) (?:\w+ )?(?:intuition|understanding|sense|feel|idea|insight)\b",
)
"""What somebody did, sees or is about to do on this page, in small letters."""
_TIMES = frozenset("now here earlier soon today yet recall remember suppose assume imagine previous previously".split())
"""Words that only a page has: what stands on it, and when."""
_ON_THE_PAGE = frozenset(("above", "below", "later"))
_BELOW = re.compile(
    r"\b(?:above|below)\b(?! (?:the (?!example|code|figure|table|steps?|above|following)|an? |zero\b|its |\("
    r"|or below|and below|average))|(?:^|\bthe |\bexamples? |\bcode )(?:above|below)\b"
    r"|\blater (?:in|on|lessons?|episodes?|chapters?|sections?|examples?|we)\b"
    r"|\b(?:we|you will|you['’]ll)\b[^.]* later\b|^later\b"
)
"""What stands there, or comes there: not "above the mean", nor what anybody does later."""
_DONE = re.compile(
    r"(?:(?<=once )|(?<=after )|(?<=when ))(?:we|you)(?:['’]ve| have) |(?:(?<=everything )|(?<=that ))(?:we|you) have ",
)
"""What is done before, in a condition: "once you have saved the file"."""
_OWN = re.compile(
    r"\b(?:the|an?) (?:[\w-]+ ){1,3}(?:you|we) (?:(?:have |already |first |just )*(?:built|made|wrote|got|took|saw"
    r"|set up|trained|created|used|installed|added|learned|registered|downloaded|deployed|uploaded|published"
    r"|collected))\b",
)
_WISH = re.compile(
    r"(?:^|, )(?:we|you) (?:(?:will|would|might|may|could) (?:also |now )?)?(?:want|wish|like|notice|see|hear|think"
    r"|wonder|find|know|realize|learn|look|start|begin|try|come across)\b|\b(?:we|you) (?:shall|would)\b",
)
"""What goes on in the reader's mind, and what a lesson is about to do."""
_CONDITION = re.compile(r"(?:if|when|whenever|once|unless|before|after|without|to)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^(?:(?:thus|hence|therefore|so|then|however|moreover|furthermore|in addition|in practice|in general|in particular"
    r"|in fact|typically|usually|often|consequently|as a result|alternatively|similarly|likewise|on the other hand"
    r"|in short|specifically|indeed|clearly|obviously|of course|and|but|besides|formally|informally|intuitively"
    r"|fortunately|unfortunately|luckily),? )?(?:(?:recall|note|notice|remember|observe) (?:also )?that )?",
    re.IGNORECASE,
)
"""What joins a sentence to the one before; the rest stands without it."""
_OPENING = frozenset(
    "thus hence therefore so then however moreover furthermore in typically usually often consequently as alternatively"
    " similarly likewise on specifically indeed clearly obviously of and but besides formally informally intuitively"
    " fortunately unfortunately luckily recall note notice remember observe".split()
)
"""The first words of all that ``_OPENS`` finds."""
_TO_THAT_END = re.compile(
    r"^(?:in order )?to (?:do|fix|solve|avoid|achieve|work around|deal with|address|accomplish|handle|get around)"
    r" (?:this|that|so)(?: (?:problem|issue|limitation|goal|task))?, (?=(?:we|you)\b.* (?:to|by|so that) )",
    re.IGNORECASE,
)
"""An end that stands in the sentence before, where the rest has one of its own."""
_LEFT = re.compile(
    r"^(?:(?:while|though) (?:we|you|our|your)|for (?:the|this|that))\b|\b(?:of|all|each|both|most) (?:us"
    r"|you)\b"
    r"|\bour (?:own|bodies|lives|minds|brains|selves|families|beliefs|data)\b",
)
_TOLD = (
    (re.compile(r"\b[Ww]e (?:can|could|may|might) consider (?:using|the use of) "), "you can use "),
    (re.compile(r"\b[Ll]ets us\b"), "lets you"),
    (re.compile(r"\b(?:[Ww]e|[Yy]ou)['’]ll\b"), "you will"),
    (re.compile(r"\b(?:we|you)(?:['’]re| are)\b", re.IGNORECASE), "you are"),
    (re.compile(r"\bourselves\b"), "yourself"),
    (re.compile(r"\b(?:[Ww]e|us)\b"), "you"),
    (re.compile(r"\b(?P<head>all (?:of )?)?our (?=[a-z]{2,}[b-hj-rtv-z]s\b)"), r"\g<head>"),
    (re.compile(r"^(?P<head>(?!.*\b(?:[Ww]e|us|[Yy]our?)\b).*?)\b[Oo]ur\b"), r"\g<head>the"),
    (re.compile(r"\b[Oo]ur\b"), "your"),
    (re.compile(r"\bours\b"), "yours"),
)
_SHALL = re.compile(r"\b[Yy]ou will\b(?! (?:not|never|no longer|be)\b)")
_ADVERB = (
    r"(?:(?:ever|also|often|usually|typically|generally|commonly|always|never|first|then|simply|only|easily|directly"
    r"|normally|sometimes|just|(?!(?:multip|app|supp|re|rep|imp|comp)ly\b)\w+ly) )*"
)
_DEED = re.compile(
    rf"\b[Ww]e(?:['’]ll| will)? {_ADVERB}(?P<aux>(?:can|could|may|might|must|should|would|do not|don['’]t|cannot"
    rf"|can['’]t|need to|have to|want to|wish to) )?(?:not )?{_ADVERB}(?P<verb>[a-z-]+)\b"
    r"(?P<that> (?:that|how|why|what|whether)\b)?"
)
_WRITERS = frozenset(
    "see show discuss describe introduce present explain explore look turn begin start continue return cover review"
    " illustrate demonstrate denote assume suppose consider recall note notice observe mention focus proceed move refer"
    " revisit wrap summarize conclude study investigate know learn understand think believe hope expect say"
    " tell ask talk stick skip omit postpone leave have are were was been will go come"
    " arrive end encounter hold live feel like love care plan imagine".split()
)
"""What a writer does on the page, or says of the reader's mind; nothing that a learner does elsewhere."""
_EXAMPLES = frozenset(
    "implement define write construct instantiate initialize train run test load restrict pick choose set specify draw"
    " mark list get compare call find keep need create make build examine plot print visualize label name"
    " import".split()
)
"""Of a page's own example as often as of anybody: only with an end, a means or a condition."""
_FRAMED = re.compile(
    r"^(?:in order )?to [a-z]+ [^,]{4,}, |^by \w+ing\b|^(?:when|if|whenever|once|before|after|because|since|unless) "
    r"|\b(?:by|through|via) \w+ing\b|\b(?:using|with the help of) |\bwith (?:the |an? )?`| (?:in order|so as) to "
    r"| so (?:that|it|they) | because |\buse (?:the |an? )?[^,;:]{2,40} to [a-z]+ "
    r"| rather than | instead of | to (?:ensure|avoid|prevent|make|reduce|keep|improve|speed|allow|obtain|get|help"
    r"|achieve|decide|determine|find out|test|check|see (?:if|whether)|estimate|compare|predict|detect|account for)\b",
    re.IGNORECASE,
)
_THINKS = re.compile(r"[Ww]e can (?:also )?(?:think of|see|view|regard) [^,;:]+ as ")
_WRITER, _READER = frozenset(("we", "our")), frozenset(("you", "your"))
"""Where both stand, they are not the same."""
_RELATIVE = re.compile(r" (?:that|which) $")
_MOST_WORDS = 45


def speaks(sentence: str) -> bool:
    """Whether a sentence has a "we" or a "you" in it."""
    told = _SPOKEN & cues(sentence)
    return bool(told) and (told != _US or _OURS.search(sentence) is not None)


_US, _OURS = frozenset(("us",)), re.compile(r"\b[Uu]s\b")
"""The United States are none of us."""


def to_reader(sentence: str, *, point: bool = False) -> str:
    """The sentence with "you" for "we", where it tells what holds for anybody; empty where it tells a story.

    A ``point`` (a takeaway) is of the field: only what it says of the page is left out.
    """
    if not speaks(sentence) or len(sentence.split()) > _MOST_WORDS:
        return ""
    text = _LIKENED.sub(
        ".", first_clause(cut_opening(_TO_THAT_END, with_comma(cut_opening(_OPENS, sentence, _OPENING))))
    )
    if _is_of_the_page(text, point) or not all(_is_done(deed, text, point) for deed in _DEED.finditer(text)):
        return ""
    for spoken, told in _TOLD:
        text = spoken.sub(told, text)
    text = text if _CONDITION.match(text) else _SHALL.sub("you", text)
    return text[:1].upper() + text[1:]


def _is_of_the_page(text: str, point: bool) -> bool:
    """Whether a sentence tells of the page, its writer or others; what costs least is looked at first."""
    told, small = cues(text), text.lower()
    if not (_WRITER.isdisjoint(told) or _READER.isdisjoint(told)):
        return True
    if not (_OTHERS.isdisjoint(told) and _TIMES.isdisjoint(told)) or _I_OR_LETS.search(small):
        return True
    if not _ON_THE_PAGE.isdisjoint(told) and _BELOW.search(small):
        return True
    if not point and (("`" in told and _A_FILE.search(text)) or ("we" in told and _FIGURES.search(text))):
        return True
    if _LEFT.search(small) or _OWN.search(small) or (("$" in text or "\\" in text) and _FORMULA.search(text)):
        return True
    conditional = _CONDITION.match(text) is not None
    if _WISH.search(small) and not (conditional or _THINKS.match(text)):
        return True
    return _STORY.search(_DONE.sub("", small) if conditional else small) is not None


def _is_done(deed: re.Match[str], text: str, point: bool) -> bool:
    """Whether a verb with "we" is a deed of anybody: in the present, and not the writer's."""
    verb = deed["verb"]
    if _THINKS.match(text):
        return True
    if verb in {"be", "are"}:
        return _CONDITION.match(text) is not None or "be able to" in text
    if deed["that"] or not is_infinitive(verb):
        return False
    framed = _FRAMED.search(text) is not None
    if verb in _WRITERS:
        return point
    if _RELATIVE.search(text[: deed.start()]):
        return True
    return point or framed or (deed["aux"] is not None and verb not in _EXAMPLES)


_LIKENED = re.compile(r", (?:similar(?:ly)? to|just as|just like|like|as) [^,;]*\bwe\b[^,;]*$")
"""What a sentence is like that stands earlier on the page."""
_DEFINES = re.compile(r"(?:An? )?[A-Z`][\w`-]*(?: [\w-]+){0,3} (?:is|are) (?:an?|the) ")
_SECOND = re.compile(r", (?:and|but|so) (?:there|you|we|it|they|this|that)\b[^;:—]*$")
"""What goes on behind a definition, in a clause of its own."""


def first_clause(sentence: str) -> str:
    """A definition without what goes on behind it; any other sentence as it is."""
    return _SECOND.sub(".", sentence) if _DEFINES.match(sentence) else sentence
