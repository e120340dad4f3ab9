"""The most memory that this program has held."""

from __future__ import annotations

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_mebibytes() -> float:
    """The most memory of this program alone.

    `ru_maxrss` of a child starts at its parent's, Linux's VmHWM at nothing.
    """
    found = re.search(r"VmHWM:\s*([0-9]+)", _STATUS.read_text("utf-8")) if _STATUS.exists() else None
    return (int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024
