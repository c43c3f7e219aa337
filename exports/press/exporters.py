"""The nbconvert exporters: `jupyter nbconvert --to recovery-plan-pdf FILE.ipynb`, and `recovery-plan-html`.

JupyterLab offers them under File, Save and Export Notebook As, by names with an underscore: its server's addresses know
no hyphen, and it lists every exporter that is turned on.

nbconvert imports this module for every conversion of any kind, so it imports nothing but nbconvert itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, ClassVar

from nbconvert.exporters.exporter import Exporter
from nbconvert.exporters.templateexporter import TemplateExporter
from traitlets import default

if TYPE_CHECKING:
    from exports.press.printing import Format


class RecoveryPlanExporter(TemplateExporter):
    """Prints a notebook through the house's own document model.

    It is a `TemplateExporter` for its switches (`--no-input`, tag removal, execution); no Jinja template is read.
    """

    prints: ClassVar[Format]

    @default("enabled")
    def _enabled_default(self) -> bool:
        return not _in_a_server()

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """Convert a notebook to a finished document, as bytes, after nbconvert's own preprocessors."""
        from exports.page.document.document import Shown
        from exports.press.printing import printed

        prepared, resources = Exporter.from_notebook_node(self, nb, resources, **kw)
        shown = Shown(
            code=not self.exclude_code_cell,
            source=not self.exclude_input,
            output=not self.exclude_output,
            markdown=not self.exclude_markdown,
        )
        result = printed(prepared, self.prints, name=resources.get("metadata", {}).get("name", ""), shown=shown)
        for remark in result.remarks:
            self.log.warning("%s", remark.says)
        return self._delivered(result.data), resources

    def _delivered(self, data: bytes) -> bytes | str:
        return data


class RecoveryPlanPDFExporter(RecoveryPlanExporter):
    """A tagged PDF (PDF/UA-1, PDF/A-2a) through Typst: no LaTeX, no browser."""

    export_from_notebook = "Recovery plan (PDF)"
    output_mimetype = "application/pdf"
    prints = "pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"


class RecoveryPlanHTMLExporter(RecoveryPlanExporter):
    """One HTML file that holds all it needs and asks for nothing outside."""

    export_from_notebook = "Recovery plan (HTML)"
    output_mimetype = "text/html"
    prints = "html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def _delivered(self, data: bytes) -> str:
        return data.decode()


class MenuPDFExporter(RecoveryPlanPDFExporter):
    """The PDF by the name that JupyterLab's menu can ask for."""

    @default("enabled")
    def _enabled_default(self) -> bool:
        return True


class MenuHTMLExporter(RecoveryPlanHTMLExporter):
    """The HTML file by the name that JupyterLab's menu can ask for."""

    @default("enabled")
    def _enabled_default(self) -> bool:
        return True


def _in_a_server() -> bool:
    """Whether a Jupyter server runs here; what it lists under a name with a hyphen, it would not find again."""
    return "jupyter_server.nbconvert.handlers" in sys.modules
