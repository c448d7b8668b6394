"""Number words, scales and units, in English and Korean: the tables behind ``quantity``."""

from fractions import Fraction


def _words(text: str) -> list[str]:
    return text.split()


_ONES = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_NATIVE = _words("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열")
_BEFORE_COUNTERS = _words("한 두 세 네")
NUMERALS: dict[str, Fraction] = {
    **{word: Fraction(value) for value, word in enumerate(_ONES)},
    **{word: Fraction(10 * value) for value, word in enumerate(_TENS, start=2)},
    **{word: Fraction(value) for value, word in enumerate(_NATIVE, start=1)},
    **{word: Fraction(value) for value, word in enumerate(_BEFORE_COUNTERS, start=1)},
    "half": Fraction(1, 2),
    "절반": Fraction(1, 2),
}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "백": 100,
    "천": 1000,
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
}
ORDINALS = dict(
    zip(
        _words("first second third fourth fifth sixth seventh eighth ninth tenth"),
        _words("1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th"),
        strict=True,
    )
)
"""Ordinals in words and in digits; never equal to the number itself."""

_UNIT_ROWS: tuple[tuple[str, str, Fraction], ...] = (
    ("ms millisecond milliseconds 밀리초", "time", Fraction(1, 1000)),
    ("s sec secs second seconds 초", "time", Fraction(1)),
    ("min mins minute minutes 분", "time", Fraction(60)),
    ("h hr hrs hour hours 시간", "time", Fraction(3600)),
    ("d day days 일", "time", Fraction(86400)),
    ("week weeks 주", "time", Fraction(604800)),
    ("month months 개월", "months", Fraction(1)),
    ("year years yr yrs 년", "months", Fraction(12)),
    ("hz hertz 헤르츠", "frequency", Fraction(1)),
    ("khz kilohertz 킬로헤르츠", "frequency", Fraction(10**3)),
    ("mhz megahertz 메가헤르츠", "frequency", Fraction(10**6)),
    ("ghz gigahertz 기가헤르츠", "frequency", Fraction(10**9)),
    ("mm millimeter millimeters millimetre millimetres 밀리미터", "length", Fraction(1, 1000)),
    ("cm centimeter centimeters centimetre centimetres 센티미터", "length", Fraction(1, 100)),
    ("m meter meters metre metres 미터", "length", Fraction(1)),
    ("km kilometer kilometers kilometre kilometres 킬로미터", "length", Fraction(1000)),
    ("mg milligram milligrams 밀리그램", "mass", Fraction(1, 1000)),
    ("g gram grams 그램", "mass", Fraction(1)),
    ("kg kilogram kilograms 킬로그램", "mass", Fraction(1000)),
    ("ml milliliter milliliters millilitre millilitres 밀리리터", "volume", Fraction(1, 1000)),
    ("l liter liters litre litres 리터", "volume", Fraction(1)),
    ("% percent 퍼센트 프로", "share", Fraction(1)),
    ("bit bits 비트", "bits", Fraction(1)),
    ("byte bytes 바이트", "bits", Fraction(8)),
    ("kb kilobyte kilobytes 킬로바이트", "kb", Fraction(1)),
    ("mb megabyte megabytes 메가바이트", "mb", Fraction(1)),
    ("gb gigabyte gigabytes 기가바이트", "gb", Fraction(1)),
    ("tb terabyte terabytes 테라바이트", "tb", Fraction(1)),
    ("px pixel pixels 픽셀", "pixels", Fraction(1)),
    ("fps", "frame rate", Fraction(1)),
    ("db decibel decibels 데시벨", "level", Fraction(1)),
    ("° deg degree degrees 도", "angle", Fraction(1)),
    ("°c 섭씨", "celsius", Fraction(1)),
    ("°f 화씨", "fahrenheit", Fraction(1)),
    ("v volt volts 볼트", "voltage", Fraction(1)),
    ("w watt watts 와트", "power", Fraction(1)),
    ("kw kilowatt kilowatts 킬로와트", "power", Fraction(1000)),
    ("km/h kph", "speed", Fraction(1)),
    ("m/s", "velocity", Fraction(1)),
)
UNITS: dict[str, tuple[str, Fraction]] = {
    name: (dimension, factor) for names, dimension, factor in _UNIT_ROWS for name in names.split()
}
COUNTERS = frozenset(_words("개 가지 번 명 회 times"))
"""Words after a number that only count: with or without them the answer is the same."""
