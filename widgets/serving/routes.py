"""Every route of the app. What is not here does not exist."""

from __future__ import annotations

from widgets.handshake import ARRIVE, IDLE, LEAVE, NOTE
from widgets.serving.handlers import Here, Nowhere
from widgets.serving.handshake_handlers import Arrive, Idle, Leave, Note
from widgets.serving.pages import (
    UUID,
    Alive,
    Channels,
    Closed,
    Hand,
    KernelModel,
    NewKernel,
    Outputs,
    SessionPage,
    Shown,
)
from widgets.serving.unlock import Lock, PracticeLink, RecoveryGroups, RecoveryKey, Unlock

ROUTES = [
    ("/", SessionPage),
    ("/unlock", Unlock),
    ("/recovery-key", RecoveryKey),
    ("/recovery-key/groups", RecoveryGroups),
    ("/lock", Lock),
    ("/practice/([A-Za-z0-9_-]+)", PracticeLink),
    ("/here", Here),
    ("/page", NewKernel),
    (f"/page/{UUID}/outputs", Outputs),
    (f"/page/{UUID}/shown", Shown),
    (f"/page/{UUID}/alive", Alive),
    (f"/page/{UUID}/hand", Hand),
    (f"/page/{UUID}/closed", Closed),
    (f"/api/kernels/{UUID}", KernelModel),
    (f"/api/kernels/{UUID}/channels", Channels),
    (ARRIVE, Arrive),
    (IDLE, Idle),
    (LEAVE, Leave),
    (NOTE, Note),
    ("/.*", Nowhere),
]
