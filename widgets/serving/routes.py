"""Every route of the app. What is not here does not exist."""

from __future__ import annotations

from widgets.serving.arrival import ARRIVE, LEAVE
from widgets.serving.arrivals import Arrive, Leave
from widgets.serving.handlers import Nowhere
from widgets.serving.pages import KERNEL_ID, Channels, Closed, KernelModel, Outputs, SessionPage, Shown
from widgets.serving.unlock import Lock, PracticeLink, RecoveryKey, Unlock

ROUTES = [
    ("/", SessionPage),
    ("/unlock", Unlock),
    ("/recovery-key", RecoveryKey),
    ("/lock", Lock),
    ("/practice/([A-Za-z0-9_-]+)", PracticeLink),
    (f"/page/{KERNEL_ID}/outputs", Outputs),
    (f"/page/{KERNEL_ID}/shown", Shown),
    (f"/page/{KERNEL_ID}/closed", Closed),
    (f"/api/kernels/{KERNEL_ID}", KernelModel),
    (f"/api/kernels/{KERNEL_ID}/channels", Channels),
    (ARRIVE, Arrive),
    (LEAVE, Leave),
    ("/.*", Nowhere),
]
