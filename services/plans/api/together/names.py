"""The Dutch wire names of the kinds in who does what."""

from __future__ import annotations

from services.plans.views.tasks import TaskStatus

TASK_STATUS = {
    TaskStatus.OPEN: "nog niet bevestigd",
    TaskStatus.ACCEPTED: "bevestigd",
    TaskStatus.DECLINED: "afgewezen",
}
