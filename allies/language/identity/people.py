"""Who is known to everybody, and what the words around a name say about whose it is."""

from __future__ import annotations

import re

from allies.language.identity.lists import one_of, phrases, words

_PUBLIC = phrases("public", "people") | phrases("public", "things")
_KIN = one_of(words("words", "kin"))
_AFTER = "|".join(
    sorted(words("words", "public", "after") - {"says", "said", "put", "puts", "talk", "talked", "talks"})
)
_BEHIND = re.compile(
    rf"^(?:['’]s?)? ?(?:(?:new|latest|first|own|whole|old|famous|great|big) )?(?:{_AFTER})\b(?! (?:off|out|me|to|him|her|us|down)\b)"
    r"|^,? (?:who|he|she|they|also|once|has|had|says?|put|puts|said|talks?|talked)? ?(?:has |have )?(?:also )?(?:wrote|written|writes|sings|sang|acted|"
    r"says? (?:it|that|shame|this|in)|puts? it|said it|talks? about|talked about (?:his|her|this|it|being|getting)|has a (?:talk|book|podcast|ted|great|good|line|chapter|show))"
    r"|^ (?:was |is |came )?on (?:the )?(?:radio|telly|tv|podcast|desert|netflix|stage|oprah)\b|^ in (?:the guardian|the times|the paper|the film|his book|her book|concert)\b"
    r"|^,? (?:the|that) (?:author|singer|actor|actress|writer|poet|comedian|footballer|senator|president|rapper|musician|psychologist|psychiatrist|neuroscientist|researcher|journalist|novelist|addiction)\b"
    r"|^ (?:taught|teaches|developed|invented|created|founded|coined|discovered|pioneered|calls|called) (?:this|that|it|craft|the|about)\b"
)
_IN_FRONT = re.compile(
    r"\b(?:books?|memoirs?|novels?|poems?|podcasts?|episodes?|films?|movies?|talks?|lectures?|videos?|interviews?|songs?|albums?|quotes?|quotations?|lines?|something|articles?|stuff|works?|"
    r"essays?|stud(?:y|ies)|papers?|show|documentary|biography|chapter|poetry|lyrics|music|workshop|webinar|research)(?: \w+){0,2} (?:by|from|with|called|of|about|on) $"
    r"|\b(?:author|authors|singer|actor|actress|comedian|footballer|senator|congressman|congresswoman|president|governor|minister|secretary|novelist|poet|rapper|presenter|broadcaster|journalist|"
    r"musician|guitarist|drummer|psychologist|neuroscientist|researcher|researchers|playwright|philosopher|king|queen|pope|saint|celebrity|celebrities|famous|the late|mp) $"
    r"|\b(?:read|reading|re-read|rereading|reads|quoting|quoted|quotes|listen to|listened to|listening to|fan of|according to|as) (?:the |some |a |another |a bit of |anything by |any )?$"
    r"|\b[\w]+[\"'”’]? by $|[\"”’'] by $"
)
_NAMED = re.compile(
    r"(?:\bnames?(?:'s| is| was| are|:|,| =)(?: (?:actually|really|mr|mrs|ms|dr))?|\bname(?:'s)? (?:of|from)|\bnames? (?:in|on) \w+ is|\b(?:guy|man|bloke|woman|girl|lad|boy|kid|fella|dude|person|someone|somebody|doctor|nurse|dealer|"
    r"teacher|friend|counsellor|counselor|lawyer|solicitor|one|chap|lady|officer|therapist|colleague|neighbou?r|is|was|'s|are|hes|shes|patient|priest|pastor)(?:,)? (?:called|named)|\bknown (?:to \w+ )?as|\bgoes by|\b(?:real|full|legal|maiden|birth|proper|whole) name(?:,|:)?|"
    r"\bmarried|\bmarrying|\bengaged to|\bdating|\bseeing|\bask(?:ed)? for|\bspeak (?:to|with)|\bspoke (?:to|with)|\btalk to|\btalked to|\bword with|\bheard (?:from|of)|\bknows?(?: (?:a|of))?|\bsigned,?|\bregards,?|\bsincerely,?|"
    r"\bcheers,?|\bit was|\bit's|\bits|\bthis is|\bi am|\bi'm|\bim|\bi,|\bmissing|\blooking for|\breport(?:ed)?|\bcontact|\bmeet|\bmet|\bblame|\bthanks to|\bthank|\bgoogle|\bask|\bemail|\btold|\bsold (?:it |them )?(?:to (?:him|her) )?by|\bupgraded by|\blook (?:me|him|her) up,?|"
    rf"\b(?:my|our|his|her|their|your|the|a) (?:[a-z\-]+ ){{0,3}}(?:{_KIN})(?:,|'s| is| was|'s called| called|'s name is)?) $"
)
_SURE_NAMED = re.compile(
    r"(?:names?(?:'s| is| was|:| =)?|called|named|known as|goes by|name,|i'm|i am|im|this is|married) $"
)
_KIN_IN_FRONT = re.compile(rf"\b(?:my|our|his|her|their|your|the) (?:[a-z\-]+ ){{0,3}}(?:{_KIN})(?:,|'s| is| was)? $")
_PETS = re.compile(rf"\b(?:{one_of(words('words', 'names', 'pets'))})(?:,|'s| is| was| called| named| is called)? $")
_SAYABLE = re.compile(rf"\b(?:my|our|his|her) (?:[a-z\-]+ ){{0,2}}({one_of(words('words', 'kin', 'say'))})\b")


def is_known(name: str) -> bool:
    """`name` in small letters: a person or a thing that everybody knows by it."""
    name = name.replace("’", "'").replace(".", "").replace("&", "").strip()
    parts = name.split()
    short = f"{parts[0]} {parts[-1]}"
    return (
        name in _PUBLIC
        or short in _PUBLIC
        or (len(parts) > 2 and f"{parts[0]} {parts[1]}" in _PUBLIC)
        or name.replace("'", "") in _PUBLIC
    )


def is_public(before: str, after: str) -> bool:
    """Whether an author, an artist or an office-holder is spoken of; `before` and `after`: what stands around the name."""
    if _KIN_IN_FRONT.search(before) or _SURE_NAMED.search(before):
        return False
    return bool(_IN_FRONT.search(before) or _BEHIND.match(after))


def is_named(before: str) -> bool:
    return bool(_NAMED.search(before))


def is_surely_named(before: str) -> bool:
    return bool(_SURE_NAMED.search(before) or _KIN_IN_FRONT.search(before))


def is_pet(before: str) -> bool:
    return bool(_PETS.search(before))


def instead(before: str) -> tuple[str, ...]:
    """What could stand in a name's place; `before`: the sentence up to it."""
    if _SURE_NAMED.search(before) or re.search(r", $", before):
        return "[name]", "my loved one"
    found = _SAYABLE.findall(before)
    return (f"my {found[-1]}", "my loved one", "[name]") if found else ("a friend", "someone I know", "[name]")
