"""What must never be left to consequences, whatever it costs to go on doing it.

Source: METHOD procedure 7 (natural consequences: choose ONE to stop; never one that can kill or endanger) and the
safety rules. A member names in her own words something that she does and that softens what using brings; this says
whether stopping it could cost a life or health. Words alone cannot tell everything, so she is asked too (`dangers`).
A refusal too many costs a choice of another one; a refusal too few can cost a life. Paying bills is no danger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, get_args

Danger = Literal["overdose", "withdrawal", "suicide", "violence", "child", "driving", "cold", "medical"]
DANGERS: Final[tuple[Danger, ...]] = get_args(Danger)  # the gravest first

_CHILD = r"(?:child|children|kids?|baby|babies|toddler|grand(?:child|children|kids?|son|daughter)|little ones?)\b"
_CARE = (
    r"\b(?:look(?:s|ed|ing)? after|watch|mind|babysit|feed|collect|pick(?:ing)? up|fetch|tak(?:e|ing)|driv(?:e|ing)"
    r"|car(?:e|ing) for|tak(?:e|ing) care|keep|stay(?:ing)?|have|put|bath[ei])"
)
_AFFECTED = (
    r"(?:drunk|drink\w*|drank|high|intoxicated|stoned|using|used|wasted|tipsy|loaded|(?:had|has) (?:a few|too many)"
    r"|bars?|pubs?|clubs?|part(?:y|ies))\b"
)
_WHEEL = (
    r"\b(?:driv(?:e|es|ing)|drove|lift|ride|car keys?|keys|behind the wheel|pick(?:s|ed|ing)? (?:\w+ ){0,2}up|fetch"
    r"|taxi|cab)\b"
)
_COLD = (
    r"\b(?:cold|freez\w*|frost\w*|snow\w*|winter|outside|outdoors|streets?|rough|nowhere|homeless|storm|heat ?wave"
    r"|shelter)\b"
)
_STAY = (
    r"\b(?:sleep\w*|stays?|staying|live|couch|sofa|bed|roof|room|inside|door|home|heating|blankets?|coat|tent|car"
    r"|shelter)\b"
)
_NEAR = r"[^.!?]{0,50}"  # in the same sentence

_SIGNS: Final[dict[Danger, tuple[str, ...]]] = {
    "overdose": (
        r"\boverdos\w+|\bnaloxone|\bnarcan|\bfentanyl|\btest strips?",
        r"\b(?:sterile|new|fresh|clean) (?:needles|syringes)",
        r"\bbreath(?:es?|ing)?\b|\bblue lips|\bpass(?:es|ed|ing)? out|\bunconscious",
        r"\bwak(?:e|es|ing) (?:\w+ )?(?:up )?(?:at night|to check|when)",
        r"\bcheck(?:ing)? (?:on|that|if|whether) (?:\w+ ){0,4}(?:alive|ok|okay|all right|asleep|night)",
    ),
    "withdrawal": (
        r"\bwithdraw(?:al|ing|s)\b|\bdetox\w*|\btaper\w*",
        r"\bmethadone|\bbuprenorphine|\bsuboxone|\bsubutex|\bcold turkey",
        r"\bseizures?|\bfits?\b(?= when| if| from)|\bshak(?:es|ing|y)\b|\btremb\w+|\bdelirium|\bsweat(?:s|ing)\b",
    ),
    "suicide": (
        r"\bsuicid\w+|\bself[- ]?harm\w*|\b(?:kill|hurt|harm|cut)(?:s|ting|ing)? (?:him|her|them)sel\w+",
        r"\b(?:wants?|wish(?:es)?|threatens?|talks? (?:of|about)|try|tries|trying) (?:to )?d(?:ie|ying)\b",
        r"\bend(?:s|ing)? (?:it all|his life|her life|their life)",
    ),
    "violence": (
        r"\b(?:hits?|hitting|beats?|beating|punch\w*|chok\w+|strangl\w+|slaps?|slapping)\b|\b(?:violen|attack|smash)\w*",
        r"\b(?:weapons?|guns?|kni(?:fe|ves)|threat(?:s|en\w*)|rag(?:e|es|ing))\b|\b(?:afraid|scared|terrified) of\b",
        r"\bhurts? (?:me|us|somebody|someone|anyone|others)\b",
    ),
    "child": (
        rf"{_CARE}\b[^.!?]{{0,30}}\b{_CHILD}",
        rf"\b{_CHILD}[^.!?]{{0,40}}\b(?:alone|safe|fed|hungry|danger|supervis\w+|{_AFFECTED})\b",
    ),
    "driving": (
        rf"{_WHEEL}{_NEAR}\b{_AFFECTED}|\b{_AFFECTED}{_NEAR}{_WHEEL}",
        r"\b(?:does not|doesn['’]t|not|never|cannot|can['’]t|from) driv(?:e|ing)\b",
    ),
    "cold": (
        rf"{_STAY}{_NEAR}{_COLD}|{_COLD}{_NEAR}{_STAY}",
        r"\bon the streets?\b|\bhomeless|\bfreez(?:e|es|ing)\b",
    ),
    "medical": (
        r"\bambulance(?! bills?)|\b(?:911|112|999)\b|\bemergenc(?:y|ies)\b(?! bills?)|\bhospital(?! bills?)",
        r"\binsulin|\binhalers?|\bheart (?:pills|medicine|medication)|\bprescri\w+|\bmedic(?:ines?|ations?)\b",
        r"\b(?:throw|throws|threw|bring|brings) up\b|\bvomit\w*",
    ),
}
_PATTERNS: Final = {danger: re.compile("|".join(signs), re.IGNORECASE) for danger, signs in _SIGNS.items()}
_MONEY: Final = re.compile(
    r"\bpay(?:s|ing)?\b[^.!?;,]*\b(?:bills?|fines?|tickets?|debts?|loans?|rents?|fees?|insurance)\b"
    r"(?: (?:for|of) (?:(?!\b(?:so|because|and|when|or|but|until)\b)[^.!?;,])*)?",
    re.IGNORECASE,
)


def never(text: str, dangers: Iterable[str] = ()) -> Danger | None:
    """The gravest danger that stopping this could bring, or None.

    `text`: what the member does, in her words. `dangers`: those of DANGERS that she says could follow.
    """
    said, bare = set(dangers), _MONEY.sub(" ", text)
    return next((each for each in DANGERS if each in said or _PATTERNS[each].search(bare)), None)
