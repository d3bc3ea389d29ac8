"""Who may open each address that holds one member's affairs, and who may send something to it.

Whoever else is signed in finds nothing there (404; 405 where nobody may do it that way); visitors are asked to sign in.
"""

from __future__ import annotations

from typing import Final

CAST: Final = ("alice", "bob", "vera", "sam", "rhea", "edda", "odile")
WHO: Final = {
    "-": (),
    "hers": ("alice",),
    "members": CAST,  # each sees their own there, and changes nothing of hers
    "alike": CAST,  # sent twice is sent once: what is not there is answered like what was there, and nothing is done
    "anybody": ("visitor", *CAST),  # the secret is in the address
    "answerers": ("sam", "rhea", "edda"),
    "writers": ("sam", "edda"),
    "readers": ("rhea", "edda"),
    "keepers": ("edda", "odile"),
    "editor": ("edda",),
    "operator": ("odile",),
}
_TABLE: Final = """
ask:question-create          members    members
ask:question-keep            -          members
ask:question-send            members    members
ask:invitation-accept        -          hers
ask:invitation-decline       -          hers
ask:question-detail          hers       hers
ask:message-keep             -          hers
ask:question-share           -          hers
ask:question-close           -          hers
ask:question-take-back       hers       hers
ask:shown                    hers       -
ask:consent-give             -          hers
ask:consent-refuse           -          hers
ask:quotation-change         -          hers
ask:consent-withdraw         -          hers
ask:what-happened            hers       hers
right-now                    members    members
right-now-kept               members    -
together:plans               members    -
together:begin               members    members
together:invitation          hers       -
together:invitation-accept   -          hers
together:invitation-decline  -          alike
together:plan                hers       -
together:leave               hers       alike
together:entry-begin         hers       -
together:entry-edit          hers       hers
together:entry-new           hers       hers
together:entry-keep          -          hers
together:entry-delete        hers       hers
notebook:overview            members    -
notebook:search              members    members
notebook:words-beside        -          members
notebook:month               members    -
notebook:month-of            members    -
notebook:day                 members    -
notebook:patterns            members    -
notebook:charts              members    -
notebook:safety-plan         members    -
notebook:readiness-kit       members    -
notebook:readiness-yes       members    -
notebook:share               members    -
notebook:share-choose        members    members
notebook:share-preview       members    members
notebook:share-pdf           -          members
notebook:share-link          -          members
notebook:share-end           -          alike
notebook:entry-list          members    -
notebook:entry-begin         members    -
notebook:quick-begin         members    -
notebook:entry-edit          hers       hers
notebook:entry-new           members    members
notebook:quick-new           members    members
notebook:entry-keep          -          hers
notebook:entry-aloud         hers       hers
notebook:entry-delete        hers       alike
notebook:entry-choose        -          hers
notebook:entry-unchoose      -          hers
notebook:entry-count         -          hers
desk:apart-list              keepers    -
desk:apart-set               keepers    keepers
desk:apart-end               -          keepers
desk:quotation-edit          writers    writers
desk:quotation-begin         -          writers
desk:quotation-propose       -          writers
desk:second-reading          readers    readers
desk:follow-up-show          -          readers
desk:question-list           answerers  -
desk:ask-policy-change       operator   operator
desk:paragraph-list          editor     -
desk:paragraph-add           editor     editor
desk:paragraph-change        editor     editor
desk:paragraph-delete        -          editor
desk:question-detail         answerers  -
desk:question-claim          -          answerers
desk:question-release        -          answerers
desk:question-hand-over      -          answerers
desk:question-take-over      -          answerers
desk:question-close          -          answerers
desk:question-note           answerers  answerers
desk:question-draft          -          answerers
desk:question-reply          answerers  answerers
inbox:notice-list            members    -
inbox:notice-read-all        -          members
inbox:notice-open            -          hers
inbox:mail-stop              anybody    anybody
inbox:contact                members    members
inbox:contact-test           -          members
accounts:apart-list          members    members
accounts:apart-end           -          hers
"""
MAY: Final = {name: (looking, sending) for name, looking, sending in map(str.split, _TABLE.strip().splitlines())}
