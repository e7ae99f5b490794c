"""How much of the processor a worker gets beside others."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Final

__all__ = ["step_back", "yield_to_all"]

_LOW: Final = 10


def step_back(pid: int) -> None:
    """Gives a process a tenth of what others get."""
    with suppress(OSError):  # it may just have ended
        os.setpriority(os.PRIO_PROCESS, pid, _LOW)


def yield_to_all(pid: int) -> None:
    """Lets a process run only when nobody else wants to, for the rest of its life: going back takes privileges.

    A low priority is not enough: Linux lets such a process finish its turn of some milliseconds, which is longer than
    a small query takes; one of the class *idle* stops at once.
    """
    with suppress(OSError):
        if hasattr(os, "SCHED_IDLE"):
            os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
        else:
            os.setpriority(os.PRIO_PROCESS, pid, 19)
