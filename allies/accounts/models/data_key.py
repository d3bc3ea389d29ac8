from __future__ import annotations

from typing import Self

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

from allies.accounts.keys import DATA_KEYS, keys_for
from allies.lib.sealed import Sealed, UnreadableError, seal, unseal


class DataKey(models.Model):
    """A member's own key, for all of her sealed words. It goes with her, and with it every word here. A backup
    made before holds the key, wrapped, until it is deleted (docs/operating.md).

    It is random, and itself sealed by the site's key of that name (`master`), which is not in the database. Each member
    has one in use, the newest; older ones stay until nothing is sealed under them any more.
    """

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="data_keys")
    number = models.PositiveIntegerField(default=1)
    master = models.CharField(max_length=8)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "number"], name="one_data_key_a_number")]

    def __str__(self) -> str:
        return f"data key {self.number}"

    @classmethod
    def made(cls, member_id: int, number: int = 1) -> Self:
        """A new one, not saved yet."""
        key = cls(member_id=member_id, number=number)
        key.wrap(AESGCM.generate_key(bit_length=256))
        return key

    def wrap(self, value: bytes) -> None:
        """Seal it under the site's newest key."""
        master = keys_for(DATA_KEYS)[0]
        self.master, self.wrapped = master.name, seal(value.hex(), 0, master.value, self._place()).raw

    def opened(self) -> bytes:
        """Raises UnreadableError when the site's key is not known any more."""
        master = next((key for key in keys_for(DATA_KEYS) if key.name == self.master), None)
        if master is None:
            raise UnreadableError("The key of this site that opens members' words is not known. See ALLIES_DATA_KEY.")
        return bytes.fromhex(unseal(Sealed(bytes(self.wrapped)), master.value, self._place()))

    def _place(self) -> str:
        return f"data key:{self.member_id}:{self.number}"
