"""Names by which somebody is found on another site. A member who is spoken to by pseudonym is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allies.language.identity.source import Found, Source, some

_SITE = (
    "insta|instagram|ig|facebook|fb|messenger|snap|snapchat|tiktok|tik tok|twitter|discord|reddit|telegram|kik|whatsapp|signal|skype|steam|xbox|psn|"
    "playstation|twitch|youtube|venmo|cashapp|cash app|linkedin|threads|bluesky|mastodon|tumblr|pinterest|strava|gamertag|line|wechat|viber|x|roblox|"
    "fortnite|minecraft|onlyfans|soundcloud|zelle|paypal|bereal|vinted|myspace|nextdoor|bandcamp|letterboxd|goodreads|duolingo|peloton"
)
WORDS = frozenset(_SITE.split("|")) | {
    "username",
    "handle",
    "screenname",
    "reddit",
    "tok",
    "cash",
    "u",
    "user",
    "dm",
    "account",
}
_TOKEN = r"(@?[\w$][\w.\-]{1,38}[\w]|@[\w]{2})"
_AT = re.compile(r"(?<![\w@.)/\]])@[a-z0-9_][\w.\-]{1,38}")
_NUMBERED = re.compile(r"(?<![\w#])[\w.]{2,32} ?#\d{4}(?!\w)")
_REDDIT = re.compile(r"(?<![\w/])/?u/[\w\-]{3,24}")
_NAMED = re.compile(
    rf"\b(?:{_SITE})(?: (?:name|handle|username|user name|id|user|tag|account|page|profile|channel))?"
    rf"(?:'s| is| are| as| under| at|:| =| -|,)?(?: (?:is|as|under|called|named|at|it's|its|name is|by|my name is|i'm|im))?[:,]? [\"'“]?{_TOKEN}"
)
_USER = re.compile(
    r"\b(?:username|user name|handle|screen ?name|gamertag|gamer tag|user|id)(?: (?:on|over) (?:there|here|it|that|\w+))?(?:'s| is| was|:| =)?[: ]{1,2}[\"'“]?"
    + _TOKEN
)
_SEARCH = re.compile(
    rf"\b(?:search(?: for| up)?|look up|look me up as|follow|add|find|message|dm|hit up|friend|subscribe to|i'm|im|it's|he's|she's|hes|shes|known as|under|as|called)(?: (?:me|him|her|us))?(?: (?:as|at|under))? [\"'“]?{_TOKEN}[\"'”]?,? (?:on|over on) (?:my |the |his |her )?(?:{_SITE})\b"
)
_STRONG = re.compile(
    r"(?:\b(?:as|under|called|named|username|handle|name|gamertag|tag|id|user)(?: is|'s)?|[:=])[: ]{0,2}[\"'“]?$"
)
_SHAPE = re.compile(r"\d|_|[a-z]\.[a-z]|^@|^\$")
_CAMEL = re.compile(r"[a-z][A-Z]")
_EVERYBODY = frozenset(
    "home work all everyone everybody anyone op both admin admins mods mod moderator team group school me you night least".split()
)
_ADDRESSED = re.compile(
    r"(?:^|[.!?\n] ?|\b(?:thank you|thanks|thankyou|ty|hi|hello|hey|hiya|welcome|dear|hugs|hugs to|sorry|bless you|oh|agree with|agreed|same|this|yes|no|"
    r"to|for|and|good luck|congrats|congratulations|what|like|as|with|love to|well done|well said|morning|evening|right)[, ]{0,2})$"
)
_SAID = re.compile(r"^['’]?s? ?(?:said|says|wrote|mentioned|put|suggested|posted|asked|above|thank|thanks|i |you)")
_NEVER = frozenset(
    """a an the and or but so he she it we they i you my his her our their your is are was were be been has have had do does did can will would
    private public gone down up off on in out at all full broken back dead deleted blocked hacked banned group groups page pages account accounts
    live chat friends friend message messages video videos story stories post posts photo photos call calls link links name names user username
    again now today tonight yesterday last this that there here who what when where why how if because since for from with about to of by
    just still always never only really too very more most all some any no not people everyone everybody someone mum mom dad kids boys girls teens
    today's open closed dot com app apps feed reels reel ads ad addict drama dad's mum's nothing something anything everything evil great awful
    toxic good bad fun boring empty silent quiet working fine new old like love hate time one two three first second support group's marketplace
    please thanks thank sorry x xx mine ours hers theirs wall status profile picture pictures pic pics messenger insta facebook whatsapp""".split()
)


def find(source: Source) -> Iterator[Found]:
    if "@" in source.folded:
        yield from _at(source)
    if "#" in source.folded:
        for each in some(_NUMBERED.finditer(source.folded)):
            if re.match(r"[a-z]", each[0]) and not re.match(
                r"(?:room|apt|unit|flat|inmate|no|number|case|bus|box|suite|step|id|order|episode|cell|prisoner|badge|ref|lot)\b",
                each[0],
            ):
                yield Found(*each.span(), "handle")
    if "u/" in source.folded:
        for each in some(_REDDIT.finditer(source.folded)):
            yield Found(*each.span(), "handle")


def named(source: Source) -> Iterator[Found]:
    for pattern in (_NAMED, _USER, _SEARCH):
        for each in some(pattern.finditer(source.folded)):
            start, end = each.span(1)
            token = source.shown[start:end]
            if each[1] in _NEVER or re.fullmatch(r"\d+|\d{1,2}(?:am|pm)", each[1]):
                continue
            lead = source.folded[each.start() : start]
            strong = pattern is not _NAMED or _STRONG.search(lead)
            if _SHAPE.search(each[1]) or _CAMEL.search(token) or (strong and len(token) > 4 and _is_a_name(token)):
                yield Found(start, end, "handle")


def _at(source: Source) -> Iterator[Found]:
    for each in some(_AT.finditer(source.folded)):
        handle = each[0].rstrip(".-")
        name = handle[1:]
        if name in _EVERYBODY or re.match(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm|ish)?$", name):
            continue
        before = source.before(each.start(), 24)
        if _ADDRESSED.search(before) and not re.search(rf"\b(?:{_SITE}|follow|add|find|message|dm)\b", before):
            continue
        if _SAID.match(source.after(each.start() + len(handle), 14)):
            continue
        yield Found(each.start(), each.start() + len(handle), "handle")


def _is_a_name(token: str) -> bool:
    """Made up rather than a word: nothing says so of a plain small word, but it is written as one with others."""
    return token.islower() and len(token) > 8 or token[:1] in "@$"
