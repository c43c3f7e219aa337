"""Kernels that get no more than they need: their own Python, a short environment, an encrypted line, no history."""

from __future__ import annotations

import asyncio
import os
import sys
from queue import Empty
from subprocess import DEVNULL, Popen
from typing import TYPE_CHECKING, Any, cast

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import ConnectionFileMixin
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from traitlets import Dict, Instance, Unicode

from widgets.serving.fork_server import Forked, ForkServer
from widgets.serving.log import log

if TYPE_CHECKING:
    import zmq
    from jupyter_client.connect import KernelConnectionInfo

KERNEL = "planner"

SENDS_WITHIN = 200
"""Milliseconds a message may wait for its line. One that takes nothing would hold up every page for ever."""

ENDS_POLITELY_WITHIN = 4.0
"""Seconds a kernel has for handling all it was told. Then it is told more firmly."""

ENDS_WITHIN = 4.5
"""Seconds until it is killed."""

LONGEST_ADDRESS = 100
"""Bytes in the path of a local line; macOS takes 104."""

NEEDED = frozenset(
    {
        *("HOME", "PATH", "TMPDIR", "TEMP", "TMP", "TZ", "LANG", "LC_ALL", "LC_CTYPE"),
        # where Windows keeps its own parts
        *("APPDATA", "COMSPEC", "LOCALAPPDATA", "PATHEXT", "SYSTEMDRIVE", "SYSTEMROOT", "USERPROFILE", "WINDIR"),
    }
)
"""The names a kernel inherits. Everything else in the server's environment stays with the server."""

OPTIONS = (
    "--HistoryManager.enabled=False",  # nothing that runs here is written to a history file
    "--InteractiveShellApp.ignore_cwd=True",
    "--InteractiveShellApp.exec_PYTHONSTARTUP=False",
)


def environment(private: str) -> dict[str, str]:
    """Return what a kernel may know of the world outside; IPython and Jupyter keep their files in a private folder."""
    inherited = {name: value for name, value in os.environ.items() if name.upper() in NEEDED}
    return inherited | {
        "IPYTHONDIR": private,
        "JUPYTER_NO_CONFIG": "1",
        "JUPYTER_RUNTIME_DIR": private,
        "PYTHONSAFEPATH": "1",
    }


class OneKernel(KernelSpecManager):
    """Knows one kernel: the Python this server runs on. A kernel of that name elsewhere is not looked for."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:  # noqa: ARG002 - whatever a notebook asks for
        """Return the one kernel."""
        argv = [sys.executable, "-m", "widgets.serving.kernel", *OPTIONS, "-f", "{connection_file}"]
        encrypted = {"supported_encryption": ["curve"]}
        return KernelSpec(argv=argv, display_name="Python", language="python", metadata=encrypted)

    def get_all_specs(self) -> dict[str, Any]:
        """Return the one kernel under its name."""
        return {KERNEL: {"resource_dir": "", "spec": self.get_kernel_spec(KERNEL).to_dict()}}


class TimelySockets(ConnectionFileMixin):
    """Opens lines to a kernel that give up a message rather than wait for ever, and with it the whole server."""

    def _create_connected_socket(self, channel: str, identity: bytes | None = None) -> zmq.Socket[Any]:
        line = super()._create_connected_socket(channel, identity=identity)
        line.sndtimeo = SENDS_WITHIN
        return line


class PromptClient(TimelySockets, AsyncKernelClient):
    """Is ready when the kernel answers; the stock client then listens to silence for another fifth of a second."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 - the name it overrides
        """Wait until both the shell and the broadcast line carry an answer.

        Raises:
            TimeoutError: no answer in time.
            RuntimeError: the kernel ended first.
        """
        async with asyncio.timeout(timeout):
            while not await self._answers():
                if not await self.is_alive():
                    msg = "The kernel ended before it was ready."
                    raise RuntimeError(msg)

    async def _answers(self) -> bool:
        self.kernel_info()
        try:
            await self.get_shell_msg(timeout=1)
            await self.get_iopub_msg(timeout=0.05)
        except Empty:
            return False
        return True


class Launcher(LocalProvisioner):
    """Takes a kernel from the nursery, or starts one where there is none; either can be killed whatever comes after."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start a kernel; `cmd` is the command that starts it without a nursery."""
        kernels = self._kernels
        if kernels.nursery is None or not await self._fork(cast("ForkServer", kernels.nursery), cmd, kwargs["cwd"]):
            await super().launch_kernel(cmd, **kwargs)
        kernels.processes[self.kernel_id] = self.process
        return self.connection_info

    async def _fork(self, nursery: ForkServer, cmd: list[str], cwd: str) -> bool:
        _python, _m, _module, *argv = cmd
        try:
            pid = await asyncio.to_thread(nursery.fork, argv, cwd)
            self.process = Forked(pid)
        except OSError:
            return False
        self.pid, self.cwd = pid, cwd
        return True

    @property
    def _kernels(self) -> Kernels:
        return cast("Kernels", cast("SessionKernel", self.parent).parent)


class SessionKernel(TimelySockets, ServerKernelManager):
    """One kernel of a page."""

    async def _async_pre_start_kernel(self, **kw: Any) -> tuple[list[str], dict[str, Any]]:
        about = {"kernel_id": kw["kernel_id"], "kernel_spec": self.kernel_spec, "parent": self}
        self.provisioner = Launcher(**about)
        self._speak_by_files(kw["kernel_id"])
        return await super()._async_pre_start_kernel(**kw)

    def _speak_by_files(self, kernel_id: str) -> None:
        """Meet the kernel in a folder nobody else can enter, and not at ports, which are whoever's comes first."""
        place = f"{cast('Kernels', self.parent).private}/lines/{kernel_id[:13]}"
        if os.name == "posix" and len(os.fsencode(place)) < LONGEST_ADDRESS:
            self.transport, self.ip = "ipc", place

    async def interrupt_kernel(self) -> None:
        """Leave it in peace, also before it ends: what it does just then may be to write somebody's words down."""

    _async_interrupt_kernel = interrupt_kernel

    def _reconcile_connection_info(self, info: KernelConnectionInfo) -> None:
        """Do not read the file back: what it says was written from here, and the kernel may be writing it just now."""


class Kernels(AsyncMappingKernelManager):
    """Starts kernels under an id known beforehand, so that the page can name it before the kernel is there."""

    private = Unicode(
        help="A folder of the server's own: `here` is where kernels stand, `lines` where they are spoken to, "
        "and IPython keeps its files beside these."
    ).tag(config=True)
    nursery = Instance(ForkServer, allow_none=True)
    processes: dict[str, Popen[bytes] | Forked] = Dict()  # pyright: ignore[reportAssignmentType] - a traitlet is both
    """Every kernel that was started and is not known to have ended, also one whose start failed after that."""

    async def start_for(self, kernel_id: str) -> None:
        """Start a kernel that knows only what it needs of the world outside."""
        await self.start_kernel(
            kernel_id=kernel_id,
            kernel_name=KERNEL,
            cwd=f"{self.private}/here",
            env=environment(self.private),
            stdout=DEVNULL,  # what a kernel says outside its page could hold a person's words
            stderr=DEVNULL,
        )

    async def end(self, kernel_id: str, *, now: bool) -> None:
        """End a kernel, politely unless it is to be `now`. One that does not go is killed."""
        try:
            if kernel_id in self:
                await asyncio.wait_for(self.shutdown_kernel(kernel_id, now=now), ENDS_WITHIN)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the kernel has to go
            log.error("A kernel did not end as it was asked to: %s", type(problem).__name__)
        finally:
            self.kill(kernel_id)

    def kill(self, kernel_id: str) -> None:
        """Kill a kernel, if it is still there."""
        process = self.processes.pop(kernel_id, None)
        if process and process.poll() is None:
            process.kill()
            process.wait()

    def kill_all_but(self, known: set[str]) -> None:
        """Kill every kernel that belongs to no page."""
        for kernel_id in self.processes.keys() - known:
            self.kill(kernel_id)
