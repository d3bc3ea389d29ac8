"""First names so common that, with another word behind them, they read as somebody's real name."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    aaron adam alan albert alex alexander alice amanda amber amy ana andrea andrew angela ann anna anne anthony antonio
    arthur ashley barbara benjamin betty beverly brandon brenda brian bruce carl carlos carol caroline catherine charles
    charlotte cheryl chris christina christine christopher cynthia daniel david deborah debra denise dennis diana diane
    donald donna dorothy douglas edward elena elizabeth emily emma eric ethan eugene evelyn frances francisco frank gary
    george gerald gloria grace gregory hannah harold heather helen henry isabel jack jacob jacqueline james jane janet
    janice jason jean jeffrey jennifer jeremy jerry jesse jessica joan joe john jonathan jordan jorge jose joseph joshua
    joyce juan judith judy julia julie justin karen katherine kathleen kathryn keith kelly kenneth kevin kimberly kyle
    larry laura lauren lawrence linda lisa lori louis luis madison margaret maria marie marilyn mark martha martin mary
    matthew megan melissa michael michelle miguel mike nancy natalie nathan nicholas nicole olivia pamela patricia
    patrick paul peter philip rachel ralph randy raymond rebecca richard robert roger ronald rose roy russell ruth ryan
    samantha samuel sandra sara sarah scott sean sharon shirley sophia stephanie stephen steven susan teresa terry
    theresa thomas timothy tom tyler victoria vincent virginia walter wayne william willie zachary
    """.split()  # noqa: SIM905
)
