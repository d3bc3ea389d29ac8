from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from allies.accounts import pseudonym as names
from allies.accounts.avoided import address_key
from allies.accounts.models.apart import Apart
from allies.accounts.models.data_key import DataKey
from allies.accounts.models.name import NameClaim, digest, looks_the_same
from allies.accounts.models.role import Role
from allies.lib.sealed import UnreadableError


class KeyField(models.CharField):
    """The pseudonym whatever its case: set from it at every save, so that the two cannot part."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = names.key(model_instance.pseudonym)  # type: ignore[attr-defined]
        setattr(model_instance, self.attname, value)
        return value


class AddressKeyField(models.CharField):
    """The e-mail address as it is compared, so that one may be looked for: set from it at every save."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = address_key(model_instance.email)  # type: ignore[attr-defined]
        setattr(model_instance, self.attname, value)
        return value


class MemberQuerySet(models.QuerySet["Member"]):
    def named(self, pseudonym: str) -> Self:
        return self.filter(key=names.key(pseudonym))

    def that_looks_like(self, pseudonym: str) -> Self:
        """The one whose present name is this or can be taken for it.

        A name that somebody gave up finds nobody: it would tell which new one they took.
        """
        claimed = NameClaim.objects.filter(digest=digest(pseudonym)).values("member")
        rows = self.filter(pk__in=claimed)
        return rows.filter(pk__in=[row.pk for row in rows if looks_the_same(row.pseudonym, pseudonym)])

    def at_address(self, email: str) -> Self:
        """There may be several: nobody's address is asked to be theirs alone."""
        return self.filter(email_key=address_key(email)).exclude(email_key="")


class Members(BaseUserManager.from_queryset(MemberQuerySet)):  # type: ignore[misc]
    @transaction.atomic
    def create_member(self, pseudonym: str, passphrase: str | None = None, **fields: Any) -> Member:
        """A new member with a name of their own; raises IntegrityError when the name or one like it is taken."""
        member: Member = self.model(pseudonym=names.normalise(pseudonym), **fields)
        member.set_password(passphrase)
        member.save(force_insert=True)
        NameClaim.claim(member.pseudonym, member)
        member.keep_apart()
        return member

    def get_by_natural_key(self, username: str | None) -> Member:
        return self.get(key=names.key(username or ""))


class Member(AbstractBaseUser, PermissionsMixin):
    pseudonym = models.CharField(_("pseudonym"), max_length=names.LONGEST, unique=True)
    key = KeyField(max_length=4 * names.LONGEST, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    email_key = AddressKeyField(max_length=400, blank=True, editable=False)
    role = models.CharField(max_length=20, choices=Role, default=Role.MEMBER)
    title = models.CharField(
        max_length=60, blank=True, help_text=_("What a member of staff does, shown beside the name.")
    )
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = Members()
    has_apart: bool | None = None  # whether there is somebody whom she must not meet; told with each request
    lock_after: int | None = None  # minutes until her notes close; None: no lock is set up. Told with each request too

    USERNAME_FIELD = "pseudonym"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        indexes = [
            models.Index(fields=["role"], name="accounts_member_role", condition=~models.Q(role="member")),
            models.Index(fields=["email_key"], name="accounts_member_address", condition=~models.Q(email_key="")),
        ]

    def __str__(self) -> str:
        return self.pseudonym

    @property
    def is_staff(self) -> bool:
        return self.role not in (Role.MEMBER, Role.MODERATOR)

    @property
    def has_desk(self) -> bool:
        """Moderates, or answers members' questions: everybody of the team does one of the two."""
        return self.role != Role.MEMBER

    @property
    def needs_second_factor(self) -> bool:
        return self.role != Role.MEMBER

    def get_full_name(self) -> str:
        return self.pseudonym

    def get_short_name(self) -> str:
        return self.pseudonym

    def rename(self, pseudonym: str) -> None:
        """Go by another name. The old one stays claimed: nobody else can take it, its owner may return to it."""
        with transaction.atomic():
            self.pseudonym = names.normalise(pseudonym)
            NameClaim.claim(self.pseudonym, self)
            self.save(update_fields=["pseudonym", "key"])
            self.keep_apart()

    @transaction.atomic
    def use_email(self, email: str) -> None:
        self.email = email
        self.save(update_fields=["email", "email_key"])
        self.keep_apart()

    def keep_apart(self) -> None:
        """From whoever named her present name or address. In the caller's transaction, and once more after it: somebody
        may name them at the same moment, and neither of the two would see the other's row."""
        Apart.meet(self)
        transaction.on_commit(lambda: Apart.meet(self), robust=True)

    def sealing_key(self) -> tuple[int, bytes]:
        """The number and value of the key for words that are written now. Made when there is none yet."""
        known = self.__dict__.get("_keys") or self._read_keys()
        if not known:
            DataKey.objects.bulk_create([DataKey.made(self.pk)], ignore_conflicts=True)  # another may have been faster
            known = self._read_keys()
        return max(known.items())

    def opening_key(self, number: int) -> bytes:
        """The key of that number. Raises UnreadableError when it was destroyed, or the site's own key is not known."""
        known = self.__dict__.get("_keys", {})
        if number not in known and number not in (known := self._read_keys()):
            raise UnreadableError("The key of these words was destroyed.")
        return known[number]

    def _read_keys(self) -> dict[int, bytes]:
        prefetched = "_keys" not in self.__dict__ and getattr(self, "_prefetched_objects_cache", {}).get("data_keys")
        keys: Iterable[DataKey] = prefetched or DataKey.objects.filter(member=self)
        self._keys = {key.number: key.opened() for key in keys}
        return self._keys

    def __getstate__(self) -> dict[str, Any]:
        """No key is ever put into a cache or a session with its member."""
        return {name: value for name, value in super().__getstate__().items() if name != "_keys"}

    def give_role(self, role: Role | str, *, by: Member | None) -> None:
        """One role a person. The group of the same name carries what that role may do in the CMS."""
        with transaction.atomic():
            self.role = Role(role)
            self.save(update_fields=["role"])
            self.groups.remove(*Group.objects.filter(name__in=Role.values, user=self))
            if self.role != Role.MEMBER:
                self.groups.add(Group.objects.get_or_create(name=self.role)[0])
