"""The exporters as nbconvert finds and runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbconvert.exporters import get_exporter

from exports.documents.my_plan import whole_plan
from exports.page.notebook import notebook
from exports.press.exporters import RecoveryPlanHTMLExporter, RecoveryPlanPDFExporter
from exports.press.press import press
from tests.exports.making_plans import DANA, occasion
from tests.exports.notebooks import a_notebook, code, prose
from tests.exports.reading_back import words_of

if TYPE_CHECKING:
    from pathlib import Path

OURS = notebook(whole_plan(occasion(DANA.plan)))
ORDINARY = a_notebook(
    prose("# A lesson"),
    code("kept_source = 1", {"output_type": "stream", "name": "stdout", "text": "printed"}),
    code("tagged_source = 2", metadata={"tags": ["not-on-paper"]}),
    kernelspec={"name": "python3", "display_name": "Python 3"},
)


def converted(folder: Path, notebook: dict[str, Any], *arguments: str) -> bytes:
    """Run the real command on a file, as anybody would."""
    source = folder / "lesson.ipynb"
    source.write_text(json.dumps(notebook), encoding="utf-8")
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", *arguments, str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = (path for path in folder.iterdir() if path.suffix in {".pdf", ".html"})
    return made.read_bytes()


@pytest.mark.parametrize("name", ["recovery-plan-pdf", "recovery-plan-html", "recovery_plan_pdf", "recovery_plan_html"])
def test_nbconvert_finds_them_by_name(name: str) -> None:
    assert get_exporter(name).__module__ == "exports.press.exporters"


@pytest.mark.parametrize(("name", "form"), [("recovery-plan-pdf", "pdf"), ("recovery-plan-html", "html")])
def test_the_command_and_the_press_give_the_same_bytes(tmp_path: Path, name: str, form: Any) -> None:
    assert converted(tmp_path, OURS, name) == press(OURS, form=form).data


def test_an_ordinary_notebook_prints_whole(tmp_path: Path) -> None:
    read = words_of(converted(tmp_path, ORDINARY, "recovery-plan-pdf"))
    assert all(word in read for word in ("A lesson", "kept_source", "printed", "tagged_source"))


def test_the_switches_of_nbconvert_work(tmp_path: Path) -> None:
    switches = (
        "--no-input",
        "--TagRemovePreprocessor.enabled=True",
        "--TagRemovePreprocessor.remove_cell_tags=not-on-paper",
    )
    read = words_of(converted(tmp_path, ORDINARY, "recovery-plan-pdf", *switches))
    assert "printed" in read
    assert "_source" not in read


def test_hiding_the_input_of_a_tagged_cell_works() -> None:
    exporter = RecoveryPlanPDFExporter()
    exporter.register_preprocessor("nbconvert.preprocessors.TagRemovePreprocessor", enabled=True)
    node = nbformat.from_dict(ORDINARY)

    def read(**tags: Any) -> str:
        from traitlets.config import Config

        chosen = RecoveryPlanPDFExporter(config=Config({"TagRemovePreprocessor": {"enabled": True, **tags}}))
        return words_of(chosen.from_notebook_node(node)[0])

    assert "tagged_source" in read()
    assert "tagged_source" not in read(remove_input_tags={"not-on-paper"})


def test_a_remark_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    exporter = RecoveryPlanPDFExporter()
    exporter.log.propagate = True
    exporter.from_notebook_node(nbformat.from_dict(a_notebook(prose("# 中"))))
    assert "U+4E2D" in caplog.text


def test_the_kind_of_file_is_named() -> None:
    assert (RecoveryPlanPDFExporter().file_extension, RecoveryPlanPDFExporter.output_mimetype) == (
        ".pdf",
        "application/pdf",
    )
    assert (RecoveryPlanHTMLExporter().file_extension, RecoveryPlanHTMLExporter.output_mimetype) == (
        ".html",
        "text/html",
    )


def test_every_other_conversion_pays_nothing_for_them() -> None:
    """Nbconvert imports every exporter for every conversion."""
    lean = (
        "import sys, nbconvert.exporters.templateexporter as _\n"
        "before = set(sys.modules)\nimport exports.press.exporters\n"
    )
    look = "print(sorted(name for name in set(sys.modules) - before if not name.startswith('_')))"
    done = subprocess.run([sys.executable, "-c", lean + look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['exports', 'exports.press', 'exports.press.exporters']"
