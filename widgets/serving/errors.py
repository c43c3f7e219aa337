"""What keeps the app from opening, each with its own sentence: the cause, then the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.message import say

if TYPE_CHECKING:
    from pathlib import Path

    from planner.model.message import Message


class ServingError(Exception):
    """The app can not open. `says` is the sentence to show."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


class PortTakenError(ServingError):
    """Another program listens on the port that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(
            say("Port {port} is in use by another program. Choose another one, or none to get a free one.", port=port)
        )


class NotebookMissingError(ServingError):
    """The notebook that is the page was not found."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say("The page to show was not found at {path}. Please install Recovery Planner again.", path=str(path))
        )


class FolderNotReadyError(ServingError):
    """The folder of the store can not be made or written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "The folder {path} can not be written. Choose another place for the file, or ask for access.",
                path=str(path),
            )
        )


class RoomTakenError(ServingError):
    """Another package of the same name is found first, so that the kernel would open the wrong room."""
