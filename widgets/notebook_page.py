"""What a page in JupyterLab or plain Voila brings along, where no server of ours links it: fonts, a part of the script.

The rest of the page's own script is about the kernel's life and the lock, which a notebook has in ways of its own.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from widgets.elements.markup import div, para, tag

if TYPE_CHECKING:
    from planner.words.language import Language

STATIC = Path(__file__).parent / "serving" / "static"
BEGINS_WITH = "notebook"
_IMPORT = re.compile(r'from "\./(\w+)\.js"')
_FONT = re.compile(r'url\("(fonts/[\w-]+\.woff2)"\)')


def in_notebook(page: Any, t: Language) -> Any:
    """Put a page into its place in a notebook, with the fonts, and a line on how to open one's own plans.

    The notebook's own keys stay silent while the hand is in it: in a field, Shift+Enter is not meant to run a cell.
    """
    how = t("This is for practice. To open your own plans, run `planner serve` in a terminal.")
    note = para(how, cls="rp-in-notebook-note", lang=t.code)
    return div(tag("style", font_faces()), note, page, cls="rp-in-notebook", data_lm_suppress_shortcuts="true")


@cache
def font_faces() -> str:
    """Return the style sheet of our fonts with the fonts in it."""
    return _FONT.sub(_embedded, (STATIC / "fonts.css").read_text("utf-8"))


def _embedded(named: re.Match[str]) -> str:
    font = b64encode((STATIC / named[1]).read_bytes()).decode()
    return f'url("data:font/woff2;base64,{font}")'


@cache
def script() -> str:
    """Return a script that runs once in a page, however often its cell does: each module stands on those before it."""
    modules = {name: _source(name) for name in _in_order(BEGINS_WITH)}
    return _RUN_ONCE.replace("MODULES", json.dumps(modules)).replace("BEGINS_WITH", json.dumps(BEGINS_WITH))


_RUN_ONCE = """(() => {
  if (window.recoveryPlannerRuns) return;
  window.recoveryPlannerRuns = true;
  const at = {};
  for (const [name, text] of Object.entries(MODULES)) {
    const linked = text.replace(/from "\\.\\/(\\w+)\\.js"/g, (_, other) => `from "${at[other]}"`);
    at[name] = URL.createObjectURL(new Blob([linked], { type: "text/javascript" }));
  }
  import(at[BEGINS_WITH]);
})();"""


def _in_order(name: str) -> tuple[str, ...]:
    """Return a module after every one it imports."""
    before = dict.fromkeys(one for imported in _IMPORT.findall(_source(name)) for one in _in_order(imported))
    return (*before, name)


def _source(name: str) -> str:
    return (STATIC / "page" / f"{name}.js").read_text("utf-8")
