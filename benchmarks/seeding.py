"""Fills an empty data folder for a measurement and prints, as JSON, where the pages are and who is signed in.

Run by thread_page.py with the site's settings in the environment. The measured post, its comments, one other post and
the programme are made by the site's own actions; what only has to be there in number is copied from those, in bulk.
"""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.module_loading import import_string  # noqa: E402
from wagtail.models import Page  # noqa: E402

from allies.accounts.last_seen import SEEN  # noqa: E402
from allies.accounts.models import Member, Role  # noqa: E402
from allies.answers.actions import post_comment  # noqa: E402
from allies.answers.models import AnswerEdition, AnswerPage, AnswersIndex, Comment, Follow, Topic, TopicEntry  # noqa: E402
from allies.moderation.models import Policy  # noqa: E402
from allies.programme.models import Completion, LessonEdition  # noqa: E402

MEMBERS, POSTS, COMMENTS, IN_THREAD = 1000, 200, 1000, 100  # at scale 1; the measured thread keeps its hundred
MOST = 32_000  # as many as a policy can allow
WRITERS = 20  # members who talk in the measured thread
_TEXT = """
a after again all and as ask at away back because before better bring calm day did do door each evening for
found from gave get go good had he help her him his home hope how I if in it just kept know late learn less
let listen little long made maybe me meeting morning move my near night no not of off often on one our out
over phone plan quiet said saw say she small so some son spoke stay step still talk than that the then there
they thing think this time to told took try until up wait walk was we week went what when while who why will
with words work yes you didn't it's I'm
"""
WORDS = _TEXT.split()


def prose(rng: random.Random, count: int) -> str:
    """`count` words in paragraphs of forty, of sentences of ten."""
    sentences = [" ".join(rng.choices(WORDS, k=10)).capitalize() + "." for _ in range(count // 10)]
    return "\n\n".join(" ".join(sentences[place : place + 4]) for place in range(0, len(sentences), 4))


def members(count: int) -> list[Member]:
    made = [Member(pseudonym=f"quiet river {number}", password="!") for number in range(count)]  # noqa: S106 - nobody's
    Member.objects.bulk_create(made, batch_size=2000)
    return list(Member.objects.order_by("pk"))


def publish(index: AnswersIndex, author: Member, rng: random.Random, **fields: Any) -> AnswerEdition:
    """An answer of about 800 words, published as the desk publishes it."""
    body = [{"type": "text", "value": prose(rng, 250)} for _ in range(3)]
    page = AnswerPage(
        live=False,
        author=author,
        asked_by="HarborLight",
        asked=prose(rng, 50),
        body=body,
        public=True,
        summary=prose(rng, 30),
        **fields,
    )
    page.topics = list(Topic.objects.all()[:2])
    index.add_child(instance=page)
    page.save_revision().publish()
    return AnswerEdition.objects.get(page=page)


def copies(model: AnswerEdition, count: int) -> list[int]:
    """`count` more posts with the words of `model`, each an hour older than the last. Returns their pages' keys."""
    index, page = AnswersIndex.objects.get(), AnswerPage.objects.get(pk=model.page_id)
    first, keys = page.date, []
    for number in range(count):  # one object, saved again under new keys
        page.path = AnswerPage._get_path(index.path, index.depth + 1, index.numchild + number + 1)
        page.slug, page.title, page.code = f"other-{number}", f"Another evening, number {number}", f"copy/{number}"
        page.url_path, page.translation_key = f"{index.url_path}{page.slug}/", f"{number:032x}"
        page.date = first - timedelta(hours=number + 1)
        page.pk = page.id = None
        base = Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields})
        base.save_base(raw=True, force_insert=True)
        page.page_ptr_id = page.id = base.pk
        page.save_base(raw=True, force_insert=True)
        keys.append(base.pk)
    Page.objects.filter(pk=index.pk).update(numchild=index.numchild + count)
    shown = {
        field.attname: getattr(model, field.attname)
        for field in AnswerEdition._meta.concrete_fields
        if field.attname != "id"
    }
    rows = [
        shown
        | {
            "page_id": key,
            "slug": f"other-{number}",
            "title": f"Another evening, number {number}",
            "date": model.date - timedelta(hours=number + 1),
        }
        for number, key in enumerate(keys)
    ]
    editions = AnswerEdition.objects.bulk_create([AnswerEdition(**row) for row in rows], batch_size=500)
    topics = list(Topic.objects.values_list("pk", flat=True))
    entries = [(edition, topics[place % len(topics)]) for place, edition in enumerate(editions)]
    TopicEntry.objects.bulk_create(
        [TopicEntry(edition=edition, topic_id=topic, date=edition.date) for edition, topic in entries], batch_size=5000
    )
    through = AnswerPage.topics.through
    through.objects.bulk_create(
        [through(answerpage_id=edition.page_id, topic_id=topic) for edition, topic in entries], batch_size=5000
    )
    return keys


def conversation(post: AnswerEdition, people: list[Member], others: list[int], count: int, rng: random.Random) -> None:
    """The measured thread, comment by comment, with `count` comments under the `others` written in between."""
    started = timezone.now() - timedelta(days=30)
    made: list[Comment] = []
    for number in range(IN_THREAD):
        parent = made[-1] if number % 3 == 2 else None
        comment = post_comment(
            post, prose(rng, 80), by=people[number % WRITERS], parent=parent, at=started + timedelta(minutes=number)
        )
        made.append(comment)
        share = range(number * count // IN_THREAD, (number + 1) * count // IN_THREAD)
        Comment.objects.bulk_create(
            Comment(
                post_id=others[place % len(others)],
                author=people[place % len(people)],
                text=comment.text,
                html=comment.html,
                written_at=comment.written_at,
            )
            for place in share
        )


def progress(people: list[Member]) -> None:
    """Every member has done three lessons, follows a post, and is signed in somewhere."""
    codes = list(LessonEdition.objects.filter(coming=False).values_list("code", flat=True)[:3])
    Completion.objects.bulk_create(
        (Completion(member=person, lesson=code) for person in people for code in codes), batch_size=5000
    )
    post = AnswerEdition.objects.get(slug="measured").page_id
    following = set(Follow.objects.filter(post=post).values_list("member", flat=True))
    Follow.objects.bulk_create(
        (Follow(member=person, post_id=post) for person in people if person.pk not in following), batch_size=5000
    )
    until = timezone.now() + timedelta(days=14)
    rows = (Session(session_key=f"{person.pk:032x}", session_data="e30", expire_date=until) for person in people)
    Session.objects.bulk_create(rows, batch_size=5000)


def sign_in(member: Member) -> dict[str, str]:
    """A session as signing in makes it, and the cookie that belongs to it."""
    session = import_string(f"{settings.SESSION_ENGINE}.SessionStore")()
    session[SESSION_KEY] = str(member.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = member.get_session_auth_hash()
    session[SEEN] = int(time.time())
    session.save()
    return {settings.SESSION_COOKIE_NAME: session.session_key}


@transaction.atomic
def seed(scale: int) -> dict[str, Any]:
    rng = random.Random(7)
    for number, name in enumerate(("Calm talks", "Treatment", "Money", "Sleep", "Safety")):
        Topic.objects.create(name=name, slug=f"topic-{number}")
    people = members(MEMBERS * scale)
    writer = Member.objects.create_member("Sam Lindqvist", None, title="Family counsellor")
    writer.give_role(Role.WRITER, by=None)
    index = AnswersIndex.objects.get()
    other = publish(
        index, writer, rng, title="Another evening", slug="another", date=timezone.now() - timedelta(days=2)
    )
    others = copies(other, POSTS * scale - 1)
    post = publish(index, writer, rng, title="She came back at half past three", slug="measured", date=timezone.now())
    conversation(post, people, others, COMMENTS * scale - IN_THREAD, rng)
    progress(people)
    Policy.objects.create(member_hourly=MOST, address_hourly=MOST)  # one member posts for a whole measurement
    lesson = LessonEdition.objects.filter(coming=False).select_related("module").order_by("-minutes")[0]
    last = Comment.objects.filter(post=post.page_id).order_by("-pk")[0]
    return {
        "thread": post.address,
        "other": other.address,
        "lesson": lesson.address,
        "last_comment": f'id="c{last.pk}"',
        "cookies": sign_in(people[WRITERS - 1]),
        "members": Member.objects.count(),
        "posts": AnswerEdition.objects.count(),
        "comments": Comment.objects.count(),
    }


if __name__ == "__main__":
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=OFF")  # a folder that is thrown away
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_content", stdout=sys.stderr)
    call_command("collectstatic", interactive=False, verbosity=0)
    seeded = seed(int(sys.argv[1]))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(json.dumps(seeded))
