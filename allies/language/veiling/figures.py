"""Details with a number in them: ages, durations, sums, doses, clock times. Dates: `dates.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.veiling import rounding
from allies.language.veiling.detail import Mark

_ONES, _TENS = "|".join(rounding.ONES), "|".join(rounding.TENS)
_WORD = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{'|'.join(rounding.TEENS)}|{_ONES})"
_SCALE = r"(?: (?:hundred|thousand|grand|million)){0,2}"
_BIG = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?"
NUMBER = rf"(?:(?:{_BIG})(?:[km]\b)?|{_WORD}\b){_SCALE}"
_NUMBER = re.compile(NUMBER)
_UNIT = r"(years?|yrs?|months?|mths?|weeks?|wks?|days?)\b"
_AND = (
    rf"(?:,? (?:and )?(?:a )?(?:half|bit|{NUMBER}[ -](?:years?|yrs?|months?|mths?|weeks?"
    rf"|days?)\b)(?: and {NUMBER} days?)?)"
)
_OLD = (
    rf"{NUMBER}(?:[ -](?:and a half|months?|weeks?))?(?:[ -]?(?:years?|yrs?|months?|weeks?)?[ -]old\b|[ -]?(?:yo"
    rf"|y/o|yr/o)\b)(?:s\b)?"
)
OLD = re.compile(_OLD)
LONG = re.compile(rf"(?P<number>{NUMBER})[ -]{_UNIT}(?P<and>{_AND})?")
MONEY = re.compile(
    rf"(?:[£$€] ?(?P<a>{NUMBER})(?: ?(?:million|thousand|grand|a (?:day|night|week|month|year))\b)?"
    rf"|(?P<b>{NUMBER}) ?(?:pounds?|quid|dollars?|bucks?|euros?|grand|pence|cents|rupees|[£$€](?!\w)))"
)
_DRUG = re.compile(r"(?<!\w)(?:[a-z]{3,16}(?:one|ine|ol|am|ide|ium|ate|ole|il|ex|ax|an|phin|in|se|all)) $")
_AFTER_DOSE = frozenset(
    [
        "every",
        "each",
        "twice",
        "once",
        "when",
        "with",
        "from",
        "that",
        "this",
        "daily",
        "then",
        "they",
        "have",
        "and",
        "for",
        "but",
        "after",
        "before",
    ]
)
_TIMES = {"grand": 1000, "thousand": 1000, "million": 1_000_000}
_DOSE = r"(?:mg|mgs|mcg|ug|ml|mls|mil|milligrams?|micrograms?|millilit(?:re|er)s?)\b"
_EACH = r"(?: (?:a|per|every) (?:day|night|week|morning))?"
MEDICINE = re.compile(
    rf"(?:{NUMBER} )?(?P<number>{NUMBER})[ -]?{_DOSE}(?: (?:of|tablets? of|pills? of))?(?P<drug> [a-z]{{4,20}})?{_EACH}"
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_CLOCK = rf"(?:\d{{1,2}}|{_HOURS})"
_HALF = r"(?: ?(?:[ap]\.m\.|[ap]\.?m\b))"
_PART = (
    r"(?: (?:in the (?:early |late |wee )?(?:morning|afternoon|evening|night|small hours|hours of the morning)|at night"
    r"|(?:on )?(?:this|that|yesterday|every|last|the next|one|most|the same) (?:morning|afternoon|evening|night)))"
)
_PAST = rf"(?:half|quarter|five|ten|twenty(?:[- ]five)?|\d\d?)(?: minutes| mins)? (?:past|to|before|after) {_CLOCK}\b"
_NO_HOUR = r"(?! (?:of|years?|hours?|days?|months?|weeks?|a|the|my|his|her|empty|full|bottles?|people|pints?)\b)"
_EXACT = r"[:.]\d\d(?!\d| ?(?:mg|ml|percent|miles|km|a gram|each|quid|pounds|dollars)\b|%)"
TIME = re.compile(
    rf"(?:{_CLOCK}(?:{_EXACT}{_HALF}?{_PART}?|{_HALF}{_PART}?| ?o'? ?clock\b{_PART}?|{_PART})"
    rf"|{_PAST}{_HALF}?{_PART}?|half (?:{_HOURS})\b{_NO_HOUR}{_PART}?)"
)
_HOUR = re.compile(rf"(?:past|to|before|after|half) ({_CLOCK})\b(?! (?:past|to|before|after))|^({_CLOCK})(?=[:. apo])")
_SAID_HALF = re.compile(r"\d ?([ap])\.?m\b|[a-z] ([ap])\.?m\b")
_SAID_PART = re.compile(r"morning|afternoon|evening|night|small hours")
HEIGHT = re.compile(r"\d ?(?:foot|feet|ft|') ?\d{1,2}\b\"?")
STARTS = frozenset({*rounding.WORDS, "half", "quarter"}) - {"a", "an"}
_AT = re.compile(
    r"(?<!\w)(?:(?:at|by|from|until|till|about|around|round|before|after|like|nearly|exactly|just) ){1,3}$"
)
_AT_HOUR = re.compile(rf"{_CLOCK}(?=$|[.!?,;)\n]| (?:and|on|every|with|when|he|she|they|we|i|to|for)\b)")
_PLURAL_AT = re.compile(r"(?:s|night|morning|day|starts?|meeting|again|called|rang|came|home|in|up|back|off) at $")
_AGED = re.compile(
    r"(?:(?<!\w)|(?='))(?:(?:am|is|are|was|were|be|'s|'m|'re|im|hes|shes|theyre|turned|turns|turn|turning"
    r"|aged|age|ages|since|now|only|just|nearly|almost|about|"
    r"both|still|under|over|barely) ){1,3}$"
)
_AGE_ENDS = re.compile(
    r"s?(?: years?(?: old)?| yrs?)?(?: and \d{1,2})?(?=$|[.!?,;:)\n]| (?:and|or|but|when|now|so|who|with|next"
    r"|in|today|this|soon|if|then|i|he|she|we|they|"
    r"to be exact|last|because|years old|years of age)\b| -)(?! ?[:.]\d)(?!,\d)"
)
_NOT_UNDER = re.compile(r"s?(?=$|[.!?,;)\n]| (?:football|rugby|team|squad|side|hockey|netball|and)\b)")
_ASIDE = re.compile(
    r"(?:(?<!\w)(?:son|daughter|husband|wife|brother|sister|partner|nephew|niece|mum|mom|dad|boy|girl|one"
    r"|eldest|oldest|youngest|kid|child|child|ds|dd|dh|dw|boyfriend|girlfriend|ex|[mf])[, ]{0,2}|[a-z], |^"
    r"|[.!?\n] ?)\(?$"
)
_CLOSES = re.compile(r"[mf]?(?: to be exact)?(?=[),.;\n]|$)")
_BIRTHDAY = re.compile(r"\d{1,3}(?:st|nd|rd|th)(?: (?P<b>birthday|bday|anniversary)| (?=party\b))?")
_WHOSE = re.compile(r"(?:his|her|my|our|their|'s) $")
_MEN = re.compile(r"\b(he|his|him|son|brother|husband|dad|father|boyfriend|nephew|lad|grandson|uncle)\b")
_WOMEN = re.compile(r"\b(she|her|daughter|sister|wife|mum|mom|mother|girlfriend|niece|granddaughter|aunt)\b")
_NOUN = re.compile(
    r" (?:[a-z\-]{3,14} )?(?:son|daughter|brother|sister|boy|girl|lad|nephew|niece|kid|child|grandson"
    r"|granddaughter|husband|wife|partner|mum|mom|dad|mother|father|man|woman|cousin|baby|twins?|stepson"
    r"|stepdaughter|friend|uncle|aunt)s?\b"
)
_SUCH = frozenset(
    [
        "years",
        "year",
        "months",
        "month",
        "days",
        "day",
        "weeks",
        "week",
        "hours",
        "hour",
        "minutes",
        "minute",
        "mins",
        "hrs",
        "people",
        "times",
    ]
)


def find(folded: str, at: int) -> Iterator[Mark]:
    """What begins with the number at `at`."""
    before = folded[max(0, at - 60) : at]
    if before[-1:] in "£$€" and before:
        at, before = at - 1, before[:-1]
    if found := OLD.match(folded, at):
        yield _old(folded, found, before)
        return
    if found := MONEY.match(folded, at):
        sum_ = rounding.value(found["a"] or found["b"])
        sum_ *= next((times for word, times in _TIMES.items() if word in found[0] and sum_ < times), 1)
        yield Mark(*found.span(), "money", (rounding.money(sum_), "some money"))
        return
    if found := MEDICINE.match(folded, at):
        yield _medicine(found, before)
        return
    if found := HEIGHT.match(folded, at):
        yield Mark(*found.span(), "object", ("tall", ""))
        return
    if (found := TIME.match(folded, at)) and not _is_decimal(found[0], before):
        yield _time(found, before, folded)
        return
    if (found := LONG.match(folded, at)) and (long := _long(found, before)):
        yield long
        return
    yield from _bare(folded, at, before)


def _is_decimal(found: str, before: str) -> bool:
    """“0.24” and “3.5” are no times where nothing says so."""
    return "." in found[:3] and re.fullmatch(r"\d{1,2}\.\d\d", found) is not None and not _AT.search(before)


def whose(before: str) -> str:
    """Of whom the sentence spoke last."""
    men, women = list(_MEN.finditer(before)), list(_WOMEN.finditer(before))
    last_man, last_woman = (some[-1].start() if some else -1 for some in (men, women))
    if re.search(r"\b(?:i am|i'm|im|i was|i turned|i) (?:\w+ )?$", before):
        return "my"
    return "their" if last_man == last_woman else "his" if last_man > last_woman else "her"


def _old(folded: str, found: re.Match[str], before: str) -> Mark:
    number = _NUMBER.match(found[0])
    years = rounding.value(number[0]) if number and not re.search(r"month|week", found[0]) else 0.0
    if _AGED.search(before):
        return Mark(*found.span(), "age", (rounding.age_band(years, whose(before)), "that age"))
    if _NOUN.match(folded, found.end()):
        return Mark(*found.span(), "age", (rounding.age_adjective(years), ""))
    return Mark(*found.span(), "age", (rounding.age_noun(years) + ("s" if found[0].endswith("s") else ""), "one"))


def _medicine(found: re.Match[str], before: str) -> Mark:
    drug = found["drug"]
    start, end = found.span()
    if drug and drug.strip() in _AFTER_DOSE:
        end = found.start("drug")
    if not drug and (named := _DRUG.search(before)):
        start -= len(named[0])
    return Mark(start, end, "medicine", ("a medicine", "some medicine"))


def _time(found: re.Match[str], before: str, folded: str) -> Mark:
    hour, half, said = _HOUR.search(found[0]), _SAID_HALF.search(found[0]), _SAID_PART.search(found[0])
    number = int(rounding.value(hour[1] or hour[2])) if hour else 0
    side = f"{half[1] or half[2]}m" if half else ""
    if not side and said:
        early = said[0] in ("morning", "small hours") or (said[0] == "night" and number in (12, 1, 2, 3, 4, 5))
        side = "am" if early else "pm"
    part = rounding.part_of_day(number, side)
    start = found.start()
    lead = _AT.search(before)
    if lead:
        start -= len(lead[0])
    elif re.search(r"\b(?:a|an|the|his|her|my|that|this) $", before) and re.match(
        r" [a-z]{3}", folded[found.end() :][:5]
    ):
        return Mark(*found.span(), "time", ("night-time" if "night" in part or "early" in part else "daytime", ""))
    return Mark(start, found.end(), "time", (part or "at that hour", ""))


def _long(found: re.Match[str], before: str) -> Mark | None:
    number, unit = rounding.value(found["number"]), _plain_unit(found[2])
    more = found["and"] or ""
    if not any(map(str.isdigit, more)) and re.search(r"\b(?:half|bit)\b", more):
        more = ""
    if rounding.is_round(number, unit) and not more:
        return None
    if number == 24 and unit == "hour":
        return None
    rough = rounding.duration(number, unit)
    if before.endswith(" for ") or before == "for ":
        return Mark(found.start() - 4, found.end(), "duration", (f"for {rough}", "for some time", ""))
    return Mark(*found.span(), "duration", (rough, "some time"))


def _plain_unit(unit: str) -> str:
    return {"y": "year", "m": "month", "w": "week", "d": "day"}[unit[0]]


def _bare(folded: str, at: int, before: str) -> Iterator[Mark]:
    """A number by itself: an age, a birthday, an hour."""
    if (found := _BIRTHDAY.match(folded, at)) and (found["b"] or (_WHOSE.search(before) and found[0] != "12th")):
        if found["b"] or re.match(r"[.,!?\n]|$| (?:and|party|was|in|on|with|he|she)\b", folded[found.end() :][:8]):
            yield Mark(*found.span(), "age", ("big birthday", "birthday"))
        return
    number = _NUMBER.match(folded, at)
    if number is None:
        return
    years = rounding.value(number[0])
    if (hour := _AT_HOUR.match(folded, at)) and _PLURAL_AT.search(before) and years <= 12:
        lead = _AT.search(before)
        yield Mark(at - len(lead[0]) if lead else at, hour.end(), "time", ("at that hour", ""))
        return
    if not 0 < years < 110 or years != int(years):
        return
    ends = _AGE_ENDS.match(folded, number.end())
    aged = _AGED.search(before)
    if ends and re.search(r"(?<!\w)at $", before) and years > 12:
        yield Mark(at, ends.end(), "age", ("a young age" if years < 25 else "that age",))
    elif ends and aged:
        if re.search(r"(?:under|over) $", before):
            if _NOT_UNDER.match(folded, number.end()) and years < 30:
                yield Mark(at - 6, ends.end(), "age", ("young people",))
        elif not (years < 5 and not re.search(r"(?:turned|turns|turning|aged?|'s|only|just|nearly) $", before)):
            both = " and " in ends[0] and years < 20
            band = "still young" if both else rounding.age_band(years, whose(before))
            turned = re.search(r"\bturn(?:ed|s|ing)? $", before)
            yield Mark(at, ends.end(), "age", ("a year older",) if turned else (band, "that age"))
    elif (closes := _CLOSES.match(folded, number.end())) and years > 2 and _ASIDE.search(before):
        yield Mark(at, closes.end(), "age", (rounding.age_band(years, whose(before)),))
