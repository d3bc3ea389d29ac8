"""What an approval leads to. Wagtail imports this while its own models load, so nothing of Wagtail is imported here."""

from __future__ import annotations

from typing import Any


def publish_approved(workflow_state: Any, user: Any = None) -> None:
    """Publish the revision that was read, or schedule it when it holds a later time. The approval is the permission."""
    workflow_state.current_task_state.revision.publish(user=user, skip_permission_checks=True)
