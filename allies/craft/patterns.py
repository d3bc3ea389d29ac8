"""What many notes show together: when, where and with whom there was use, and what followed what the member did.

Source: METHOD procedures 2 and 3: a functional analysis is read over several episodes, not from one. Limits that are
kept here: what is unsure is counted apart; nothing is said under five notes; a difference is called a pattern when its
interval excludes the whole's rate, and there is something to compare with. And the family caused nothing: no share of
use is ever worked out by what the member did. Of what followed, only something welcome after one of the method's own
steps is pointed out; the rest stands in the table, without a remark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final, Literal

from allies.craft.chance import ENOUGH, Share
from allies.craft.observing import COMPANY, FEELINGS, FOLLOWED, HOURS, MY_ACTS, PLACES, Observation

By = Literal["hour", "weekday", "place", "company", "feeling"]

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
VALUES: Final[dict[By, tuple[str, ...]]] = {
    "hour": HOURS, "weekday": WEEKDAYS, "place": PLACES, "company": COMPANY, "feeling": FEELINGS,
}  # fmt: skip
SKILLS: Final = frozenset(
    ("praised", "gave_reward", "spent_time", "listened", "asked_calmly", "stayed_calm", "kept_boundary", "stepped_away")
)
"""What the method teaches. Paying or covering may be followed by a good evening; that is no hint to do it again."""
WELCOME: Final = frozenset(("good_time", "talked", "thanked", "helped", "used_less", "stopped", "wish"))

OFTEN: Final = 3
"""What followed fewer times than this is not pointed out, however seldom it came otherwise."""
CLEAR: Final = 2.807  # 99.5%
CLEAR_AFTER: Final = 3.291  # 99.9%
"""Some ninety differences are looked at, so at 95% chance alone makes one or two stand out on most pages. Measured on
notes without any pattern (30 to 1,000 of them): beyond these, on 1 to 9 pages in a hundred."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value of one column: use among the notes with it, and among the notes with another value."""

    value: str
    share: Share
    unsure: int
    others: Share
    lean: int  # 1: use more often than in all, -1: less often, 0: cannot be told


@dataclass(frozen=True, slots=True)
class Table:
    """Notes by one column. A note with two companions stands in two rows; `left_out` had nothing noted here."""

    by: By
    rows: tuple[Row, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Following:
    """How often `value` was among what followed, after one act, and after the others."""

    value: str
    share: Share
    others: Share
    lean: int


@dataclass(frozen=True, slots=True)
class After:
    """What followed one act. `noted` times the act was noted together with something that followed; `times` in all."""

    act: str
    times: int
    noted: int
    rows: tuple[Following, ...]

    @property
    def missing(self) -> int:
        return max(0, ENOUGH - self.noted)


@dataclass(frozen=True, slots=True)
class Hint:
    """A difference that stands out, clear ones first. `by` is the column; with "followed", `value` came after `act`."""

    by: By | Literal["followed"]
    value: str
    share: Share
    others: Share
    lean: int
    clear: bool  # False: one or two such differences are to be expected by chance alone
    act: str = ""


@dataclass(frozen=True, slots=True)
class Patterns:
    """`use`: use among the notes that say yes or no. `first` and `last`: the days that the notes span."""

    count: int
    use: Share
    unsure: int
    first: date | None
    last: date | None
    tables: tuple[Table, ...]
    after: tuple[After, ...]
    hints: tuple[Hint, ...]

    @property
    def missing(self) -> int:
        """How many more notes that say yes or no are needed before anything can be said."""
        return self.use.missing


def patterns(observations: Iterable[Observation], *, today: date) -> Patterns:
    """Everything that the patterns page shows, in any order of `observations`.

    `today` is the member's own; later days are a slip of the finger and left out. A value named twice in one note
    counts once; two notes alike are two episodes. Values that the columns do not know are as if left out.
    """
    notes = [note for note in observations if note.day <= today]
    states = Counter(note.state for note in notes)
    use = Share(states["use"], states["use"] + states["non_use"])
    tables = tuple(_table(by, notes, use) for by in VALUES)
    after = _after(notes)
    return Patterns(
        count=len(notes),
        use=use,
        unsure=states["unsure"],
        first=min((note.day for note in notes), default=None),
        last=max((note.day for note in notes), default=None),
        tables=tables,
        after=after,
        hints=tuple(sorted((*_hints(tables, use), *_welcome(after)), key=lambda hint: not hint.clear)),
    )


COLUMNS: Final[dict[By, Callable[[Observation], Sequence[str]]]] = {
    "hour": lambda note: (note.hour,),
    "weekday": lambda note: (WEEKDAYS[note.day.weekday()],),
    "place": lambda note: (note.place,),
    "company": lambda note: note.company,
    "feeling": lambda note: note.feeling,
}


def _table(by: By, notes: Sequence[Observation], use: Share) -> Table:
    read, known = COLUMNS[by], frozenset(VALUES[by])
    counts: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for note in notes:
        values = known.intersection(read(note))
        if not values:
            continue
        whole[note.state] += 1
        for value in values:
            counts[value, note.state] += 1
    rows = []
    for value in VALUES[by]:
        used, not_used, unsure = (counts[value, state] for state in ("use", "non_use", "unsure"))
        if not used + not_used + unsure:
            continue
        share = Share(used, used + not_used)
        others = Share(whole["use"] - used, whole["use"] + whole["non_use"] - share.of)
        rows.append(Row(value, share, unsure, others, _lean(share, others, use)))
    return Table(by, tuple(rows), len(notes) - whole.total())


def _lean(share: Share, others: Share, whole: Share) -> int:
    """Does it stand out? Only when there is enough on both sides."""
    return 0 if others.missing else share.beyond(whole.rate)


def _after(notes: Sequence[Observation]) -> tuple[After, ...]:
    times: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    both = 0  # notes with an act and something that followed: what each act is compared with
    for note in notes:
        acts, followed = _ACTS.intersection(note.i_did), _FOLLOWED.intersection(note.followed)
        times.update(acts)
        if acts and followed:
            both += 1
            noted.update(acts)
            whole.update(followed)
            pairs.update((act, value) for act in acts for value in followed)
    found = []
    for act in MY_ACTS:
        if times[act]:
            following = (
                _following(value, Share(pairs[act, value], noted[act]), Share(whole[value], both))
                for value in FOLLOWED
                if pairs[act, value]
            )
            rows = tuple(sorted(following, key=lambda row: -row.share.hits))  # stable: FOLLOWED's order among equals
            found.append(After(act, times[act], noted[act], rows))
    return tuple(found)


_ACTS: Final = frozenset(MY_ACTS)
_FOLLOWED: Final = frozenset(FOLLOWED)


def _following(value: str, share: Share, whole: Share) -> Following:
    others = Share(whole.hits - share.hits, whole.of - share.of)
    return Following(value, share, others, _lean(share, others, whole))


def _hints(tables: Iterable[Table], use: Share) -> Iterable[Hint]:
    """Use that stands out, and non-use: when it is easier is as worth knowing."""
    for table in tables:
        for row in table.rows:
            if row.lean:
                clear = row.share.beyond(use.rate, z=CLEAR) != 0
                yield Hint(table.by, row.value, row.share, row.others, row.lean, clear)


def _welcome(after: Iterable[After]) -> Iterable[Hint]:
    for act, row in chain.from_iterable(((one.act, row) for row in one.rows) for one in after):
        if act in SKILLS and row.value in WELCOME and row.lean > 0 and row.share.hits >= OFTEN:
            whole = (row.share.hits + row.others.hits) / (row.share.of + row.others.of)
            clear = row.share.beyond(whole, z=CLEAR_AFTER) > 0
            yield Hint("followed", row.value, row.share, row.others, row.lean, clear, act)
