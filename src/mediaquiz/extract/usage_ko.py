"""What a Korean lesson says that a command is for, in the sentence right above it."""

import re

from mediaquiz.language.korean_leaning import bare, leans

_THESE = r"(?:다음|아래)(?:의|과 같은|와 같은)?"
_COMMAND = r"(?:명령(?:어|문)?|코드)"
_DONE = r"(?:실행|입력|사용|이용)"
_LED = tuple(
    re.compile(form)
    for form in (
        r"^(?P<where>)(?P<why>[^,]{4,60})하는 (?:방법은|명령어?[은는]) (?:다음|아래)(?:과|와) 같(?:다|습니다|아요)$",
        rf"^(?P<where>)(?P<why>[^,]{{4,60}})하(?:려면|기 위해서?),? (?:터미널에 |셸에 |터미널에서 |셸에서 )?"
        rf"(?:{_THESE} ?{_COMMAND}?[을를]|(?:다음|아래)(?:과|와) 같이) {_DONE}\S*(?: \S+)?$",
        rf"^(?P<where>(?:[^,]{{2,20}}에서는? )?)(?:{_THESE} {_COMMAND}(?:[을를]|으로|로)|(?:다음|아래)(?:과|와) 같이)"
        rf"(?: {_DONE}(?:하여|해서?))? (?P<why>[^,]{{4,60}})할 수 있(?:다|습니다|어요)$",
    )
)
"""Sentences that lead in the command right below them."""
_EXAMPLE = re.compile(r"\w\.\w{1,5}\b|://|[/\\]\w|\d{2}|[“”\"'<>]")
"""Files, numbers and words of an example."""
_IDLE = re.compile(r"(?:^|[을를] )(?:실행|시작|확인|진행|설명|작업|시도|사용|이용|수행)$")
_LONGEST = 4


def led_to(sentence: str, command: str) -> str:
    """``꾸러미를 지우는 방법은 다음과 같습니다:`` above a command as ``꾸러미를 지우려면 `…` 명령어를 실행합니다.``

    Empty where the sentence leads in nothing, points elsewhere, or the command is that of an example.
    """
    text = bare(sentence)
    found = next((match for form in _LED if (match := form.match(text))), None)
    if not found or _EXAMPLE.search(command) or len(command.split(" ")) > _LONGEST:
        return ""
    aim = f"{found['where']}{found['why']}하려면"
    return "" if leans(aim) or _IDLE.search(found["why"]) else f"{aim} `{command}` 명령어를 실행합니다."
