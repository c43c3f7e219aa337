"""Kernels that get no more than they need: their own Python, a short environment, an encrypted line, no history."""

from __future__ import annotations

import asyncio
import os
import sys
from queue import Empty
from subprocess import DEVNULL
from typing import TYPE_CHECKING, Any, cast

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from traitlets import Instance, Unicode

from widgets.serving.fork_server import Forked, ForkServer

if TYPE_CHECKING:
    from jupyter_client.connect import KernelConnectionInfo

KERNEL = "planner"

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


class PromptClient(AsyncKernelClient):
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


class FromNursery(LocalProvisioner):
    """Takes a kernel from the nursery, or starts one where the nursery is gone."""

    nursery = Instance(ForkServer)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start a kernel; `cmd` is the command that would start it without a nursery."""
        _python, _m, _module, *argv = cmd
        try:
            pid = await asyncio.to_thread(self.nursery.fork, argv, kwargs["cwd"])
        except OSError:
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid, self.cwd = Forked(pid), pid, kwargs["cwd"]
        return self.connection_info


class SessionKernel(ServerKernelManager):
    """One kernel of a page."""

    async def _async_pre_start_kernel(self, **kw: Any) -> tuple[list[str], dict[str, Any]]:
        kernels = cast("Kernels", self.parent)
        if kernels.nursery and self.provisioner is None:
            about = {"kernel_id": kw["kernel_id"], "kernel_spec": self.kernel_spec, "parent": self}
            self.provisioner = FromNursery(nursery=kernels.nursery, **about)
        return await super()._async_pre_start_kernel(**kw)


class Kernels(AsyncMappingKernelManager):
    """Starts kernels under an id known beforehand, so that the page can name it before the kernel is there."""

    private = Unicode(
        help="A folder of the server's own: `here` is where kernels stand, and IPython keeps its files beside it."
    ).tag(config=True)
    nursery = Instance(ForkServer, allow_none=True)

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
